import { reviewerExtractor } from '../model/added-claim.ts'
import type { ArticleMetadata, ArticleRecord, GivenParts, StoredArticle } from '../model/article.ts'
import type { Claim } from '../model/claim/index.ts'
import { rulesVersion } from '../model/rules-version.ts'
import type { Section } from '../model/section.ts'
import { prepareOnce, type Store } from './open.ts'
import { type ArticleRow, toArticle } from './read.ts'

/** Notes that the rules of this program have read an article; in the transaction that stores its claims. */
export function noteReading(store: Store, article: number, given: GivenParts | undefined): void {
  prepareOnce(
    store,
    `INSERT INTO readings (article, rules, given) VALUES (?, ?, ?)
     ON CONFLICT (article) DO UPDATE SET rules = excluded.rules, given = coalesce(excluded.given, given)`,
  ).run(article, rulesVersion(), given ? JSON.stringify(given) : null)
}

/** How many articles other rules than those of this program have read, of how many. */
export function countBehind(store: Store): { readonly behind: number; readonly articles: number } {
  const articles = prepareOnce(store, 'SELECT count(*) FROM articles').pluck().get() as number
  const current = prepareOnce(store, 'SELECT count(*) FROM readings WHERE rules = ?').pluck().get(rulesVersion())
  return { behind: articles - (current as number), articles }
}

/** One line for people; undefined when no article is behind. */
export function describeBehind(store: Store): string | undefined {
  const { behind, articles } = countBehind(store)
  if (behind === 0) return undefined
  return `${behind} of ${articles} articles ${behind === 1 ? 'was' : 'were'} read by another version of the rules; \`article-facts reread\` updates them`
}

/** Whether these very claims and sections are what is stored of an article, reviews and what people found left aside. */
export function isStoredAsRead(store: Store, article: number, { claims, sections }: ArticleRecord): boolean {
  const stored = prepareOnce<[number], string>(
    store,
    `SELECT coalesce(extracted, json) FROM claims WHERE article = ? AND extractor <> '${reviewerExtractor}' ORDER BY seq`,
  )
    .pluck()
    .all(article) as string[]
  const found = new Set(
    prepareOnce<[number], string>(
      store,
      `SELECT id FROM claims WHERE article = ? AND extractor = '${reviewerExtractor}'`,
    )
      .pluck()
      .all(article),
  )
  const read = claims.filter(({ id }) => !found.has(id))
  const parts = prepareOnce(store, 'SELECT sections FROM articles WHERE seq = ?').pluck().get(article)
  return (
    parts === JSON.stringify(sections) &&
    stored.length === read.length &&
    read.every((claim, i) => JSON.stringify(claim) === stored[i])
  )
}

/** An article as it is to be read anew: its text, and what was told of it when it came. Undefined when it has gone. */
export function findStoredArticle(store: Store, article: number): StoredArticle | undefined {
  const row = prepareOnce<[number], ArticleRow & { given: string | null }>(
    store,
    'SELECT articles.*, given FROM articles LEFT JOIN readings ON article = seq WHERE seq = ?',
  ).get(article)
  if (!row) return undefined
  const { id, url, title, author, publication, publisher, publishedAt, language } = toArticle(row)
  const metadata = { url, title, author, publication, publisher, publishedAt }
  const stored = JSON.parse(row.sections) as Section[]
  const given =
    row.given === null
      ? { language, sections: stored.filter(({ kind }) => kind !== 'body') }
      : (JSON.parse(row.given) as GivenParts)
  return {
    id,
    text: row.text,
    textHash: row.text_hash,
    loadedAt: row.loaded_at,
    metadata: Object.fromEntries(
      Object.entries(metadata).filter(([, value]) => value !== undefined),
    ) as ArticleMetadata,
    given,
  }
}

type Reading = { readonly rules: string; readonly given: string | null }

export const findReading = (store: Store, article: number): Reading | undefined =>
  prepareOnce<[number], Reading>(store, 'SELECT rules, given FROM readings WHERE article = ?').get(article)

/** Says of an article that was written anew who had read it. */
export function keepReading(store: Store, article: number, { rules, given }: Reading): void {
  prepareOnce(store, 'UPDATE readings SET rules = ?, given = ? WHERE article = ?').run(rules, given, article)
}

/** An article as it was saved: with the claims that rules found. */
export function findRecord(store: Store, article: number): ArticleRecord {
  const row = prepareOnce<[number], ArticleRow>(store, 'SELECT * FROM articles WHERE seq = ?').get(article)!
  const { title, url, publication, publisher, author, publishedAt, language } = toArticle(row)
  const metadata = { title, url, publication, publisher, author, publishedAt, language }
  const claims = prepareOnce<[number], string>(
    store,
    `SELECT coalesce(extracted, json) FROM claims WHERE article = ? AND extractor <> '${reviewerExtractor}' ORDER BY seq`,
  )
    .pluck()
    .all(article) as string[]
  return {
    id: row.id,
    metadata: Object.fromEntries(Object.entries(metadata).filter(([, value]) => value !== undefined)),
    text: row.text,
    textHash: row.text_hash,
    length: row.length,
    loadedAt: row.loaded_at,
    sections: JSON.parse(row.sections) as Section[],
    claims: claims.map((json) => JSON.parse(json) as Claim),
  }
}
