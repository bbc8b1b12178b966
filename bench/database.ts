import { readFileSync } from 'node:fs'
import sql from 'sql-template-tag'
import { ingestArticle } from '../src/ingest.ts'
import type { ArticleRecord } from '../src/model/article.ts'
import type { Claim } from '../src/model/claim/index.ts'
import { openStore } from '../src/store/open.ts'
import { saveArticles } from '../src/store/save.ts'
import { sqliteOf } from '../src/store/sqlite/store.ts'
import { hashText, identify, identifyClaim } from '../src/text/identifier.ts'
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
 * own: as many rows as so many articles make, without the time of reading them. One that was interrupted is gone on with.
 * @param file or address of a database of a PostgreSQL server
 */
export async function makeDatabase(
  file: string,
  claims: number,
  onArticles: (claims: number) => void = () => {},
): Promise<void> {
  const store = await openStore(file)
  const isSqlite = store.dialect.engine === 'sqlite'
  if (isSqlite) sqliteOf(store).pragma('synchronous = OFF')
  store.defer()
  const read = readTexts()
  const stored = await store.first<{ articles: number }>(sql`select count(*) as articles from articles`)
  let made = 0
  let i = 0
  for (; i < stored!.articles; i++) made += read[i % read.length]!.claims.length
  while (made < claims) {
    const batch: ArticleRecord[] = []
    for (; batch.length < 100 && made < claims; i++) {
      batch.push(again(read[i % read.length]!, i))
      made += batch.at(-1)!.claims.length
    }
    await saveArticles(store, batch)
    onArticles(made)
  }
  if (isSqlite) sqliteOf(store).pragma('wal_checkpoint(TRUNCATE)')
  await store.close()
}

/** So many articles, the same each time, as they are stored. */
export function makeRecords(count: number): ArticleRecord[] {
  const read = readTexts()
  return Array.from({ length: count }, (_, i) => again(read[i % read.length]!, i))
}

const now = '2024-03-02T08:00:00.000Z'
const readTexts = () =>
  makeTexts(60).map((text, i) => ingestArticle({ text, metadata: { publishedAt: `2024-0${1 + (i % 9)}-01` } }, now))

/** Claims of which one has the rare word. */
const rarity = 10_000

/**
 * The article under another address, with an end of its own, so that it is another one. Places are the same everywhere, so that some are named in
 * a part of all articles; persons and organisations are others in each; a word that hardly a claim has is put into some sentences.
 */
function again(record: ArticleRecord, i: number): ArticleRecord {
  const url = `https://example.org/${i}`
  const id = identify('art', 'url', url)
  const text = `${record.text}\n\nReport ${i}`
  return {
    ...record,
    id,
    text,
    textHash: hashText(text),
    metadata: {
      ...record.metadata,
      url,
      title: `Report ${i}`,
      language: 'en',
      publication: i % 3 === 0 ? 'Harbour Times' : `Paper ${i % 200}`,
      ...authorsOf(i),
    },
    claims: record.claims.map((claim, k) => repeatClaim(claim, id, i, (i * record.claims.length + k) % rarity === 0)),
  }
}

/** One author wrote a tenth of all articles, others a few each, some together. */
function authorsOf(i: number): { author: string; authors: string[] } {
  const authors = [i % 10 === 0 ? 'Ada Berg' : `Bo Dahl ${i % 997}`, ...(i % 5 === 0 ? ['Cleo Enge'] : [])]
  return { author: authors.join(', '), authors }
}

function repeatClaim(claim: Claim, articleId: string, i: number, rare: boolean): Claim {
  const repeated = { ...claim, id: identifyClaim(articleId, claim.id), articleId }
  if (rare) repeated.sentence = { ...claim.sentence, text: `${claim.sentence.text} A kopje.` }
  const rename = (id: string) => identify('act', id, String(i))
  if (repeated.type === 'actor' && repeated.kind !== 'place') return { ...repeated, actorId: rename(repeated.actorId) }
  if (repeated.type === 'quote' && repeated.source?.actorId)
    return { ...repeated, source: { ...repeated.source, actorId: rename(repeated.source.actorId) } }
  return repeated
}
