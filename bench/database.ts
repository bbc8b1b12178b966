import { readFileSync } from 'node:fs'
import { ingestArticle } from '../src/ingest.ts'
import type { ArticleRecord } from '../src/model/article.ts'
import { openStore } from '../src/store/open.ts'
import { saveArticles } from '../src/store/save.ts'
import { hashText, identify } from '../src/text/identifier.ts'
import { readGoldSentences } from '../test/gold-sentences.ts'

/** Texts of 5 KB: paragraphs of the seed article and of the gold sentences, in another order for each. */
export function makeTexts(count: number, size = 5_000): string[] {
  const seed = readFileSync(new URL('../seeds/kazakhstan.txt', import.meta.url), 'utf8').split(/\n\n+/)
  const gold = readGoldSentences().map(({ text }) => text)
  return Array.from({ length: count }, (_, i) => {
    let text = `Report ${i} of the harbour.\n\n`
    for (let k = i; text.length < size; k += 1 + (i % 7))
      text += `${k % 3 === 0 ? gold.slice(k % gold.length, (k % gold.length) + 4).join(' ') : seed[k % seed.length]}\n\n`
    return text.slice(0, size)
  })
}

/**
 * Makes a database of at least so many claims, the same each time. Sixty texts are read, and stored again and again as articles of their
 * own: as many rows as so many articles make, without the time of reading them.
 */
export function makeDatabase(file: string, claims: number, onArticles: (claims: number) => void = () => {}): void {
  const store = openStore(file)
  store.pragma('synchronous = OFF')
  const read = makeTexts(60).map((text, i) =>
    ingestArticle({ text, metadata: { publishedAt: `2024-0${1 + (i % 9)}-01` } }, now),
  )
  let made = 0
  for (let i = 0; made < claims; ) {
    const batch: ArticleRecord[] = []
    for (; batch.length < 100 && made < claims; i++) {
      batch.push(again(read[i % read.length]!, i))
      made += batch.at(-1)!.claims.length
    }
    saveArticles(store, batch)
    onArticles(made)
  }
  store.pragma('wal_checkpoint(TRUNCATE)')
  store.close()
}

const now = '2024-03-02T08:00:00.000Z'

/** The article under another address, with an end of its own, so that it is another one. */
function again(record: ArticleRecord, i: number): ArticleRecord {
  const url = `https://example.org/${i}`
  const id = identify('art', 'url', url)
  const text = `${record.text}\n\nReport ${i}`
  return {
    ...record,
    id,
    text,
    textHash: hashText(text),
    metadata: { ...record.metadata, url, title: `Report ${i}` },
    claims: record.claims.map((claim) => ({ ...claim, id: identify('clm', id, claim.id), articleId: id })),
  }
}
