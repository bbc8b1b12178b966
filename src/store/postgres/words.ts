import sql from 'sql-template-tag'
import type { Claim } from '../../model/claim/index.ts'
import { toSearchable } from '../../words/searchable.ts'
import type { Writing } from '../database.ts'
import type { Dialect } from '../dialect.ts'
import { quote, weights } from './match.ts'

// Full text as a tsvector that is made here, word by word, so that PostgreSQL's parser has no say in it.

/** Positions that a tsvector knows; words behind them are found, and are in no phrase. */
const lastPosition = 16_383
/** Positions that are kept of one word. */
const mostPositions = 255
/** Bytes of a tsvector, which may have 1 MB: words that come new behind it are not found. */
const mostBytes = 900_000

type Field = { readonly weight: string; readonly text: string | undefined }

/** A tsvector, as text; no phrase reaches from one field into the next. */
function toVector(fields: readonly Field[]): string {
  const places = new Map<string, string[]>()
  let at = 1
  let bytes = 0
  for (const { weight, text } of fields) {
    if (!text) continue
    for (const word of toSearchable(text).split(' ')) {
      // a text of marks has no words
      if (!word) continue
      let own = places.get(word)
      if (!own) {
        bytes += Buffer.byteLength(word) + 8
        if (bytes > mostBytes) continue
        own = []
        places.set(word, own)
      }
      if (own.length < mostPositions) {
        own.push(`${Math.min(at, lastPosition)}${weight}`)
        bytes += 2
      }
      at++
    }
    at += 2
  }
  return [...places].map(([word, own]) => `${quote(word)}:${own.join(',')}`).join(' ')
}

export const wordsOfClaim = (claim: Claim): string =>
  toVector([
    { weight: weights.surface, text: claim.surface },
    { weight: weights.measure, text: claim.type === 'figure' ? claim.measure : undefined },
    { weight: weights.sentence, text: claim.sentence.text },
  ])

export const wordsOfArticle = (title: string | null | undefined, text: string): string =>
  toVector([
    { weight: weights.title, text: title ?? undefined },
    { weight: weights.text, text },
  ])

type Upkeep = Pick<Dialect, 'fillWords' | 'updateWords' | 'removeWords' | 'refillWords' | 'checkWords'>

export const upkeep: Upkeep = {
  // they come with the rows, and go with them
  fillWords: async () => {},
  removeWords: async () => {},
  updateWords: async (tx, seq, claim) => {
    await tx.run(sql`update claims set words = ${wordsOfClaim(claim)}::tsvector where seq = ${seq}`)
  },
  refillWords: async (tx) => {
    await putInOrder(tx, true)
  },
  checkWords: async (tx, repair) => {
    const { articles, claims } = await putInOrder(tx, repair)
    const found = { articles_by_words: articles, claims_by_words: claims }
    return Object.entries(found).flatMap(([index, wrong]) =>
      wrong
        ? [{ what: `${wrong} rows of the full-text index ${index} are not what their texts say`, repaired: repair }]
        : [],
    )
  },
}

/** Compares what stands there with what the texts say, article by article. @returns how many rows are wrong */
async function putInOrder(tx: Writing, repair: boolean): Promise<{ articles: number; claims: number }> {
  const wrong = { articles: 0, claims: 0 }
  type ArticleRow = { seq: number; title: string | null; text: string }
  const next = (after: number) =>
    tx.first<ArticleRow>(sql`select seq, title, text from articles where seq > ${after} order by seq limit 1`)
  for (let article = await next(-1); article; article = await next(article.seq)) {
    const words = wordsOfArticle(article.title, article.text)
    const differs = sql`seq = ${article.seq} and words is distinct from ${words}::tsvector`
    if (await tx.first(sql`select 1 from articles where ${differs}`)) {
      wrong.articles++
      if (repair) await tx.run(sql`update articles set words = ${words}::tsvector where seq = ${article.seq}`)
    }
    for (const { seq, json } of await tx.all<{ seq: number; json: string }>(
      sql`select seq, json from claims where article = ${article.seq}`,
    )) {
      const claim = wordsOf(json)
      if (claim === undefined) continue
      if (!(await tx.first(sql`select 1 from claims where seq = ${seq} and words is distinct from ${claim}::tsvector`)))
        continue
      wrong.claims++
      if (repair) await tx.run(sql`update claims set words = ${claim}::tsvector where seq = ${seq}`)
    }
  }
  return wrong
}

function wordsOf(json: string): string | undefined {
  try {
    return wordsOfClaim(JSON.parse(json) as Claim)
  } catch {
    return undefined
  }
}
