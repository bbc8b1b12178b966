import sql from 'sql-template-tag'
import { reviewerExtractor } from '../model/added-claim.ts'
import type { ArticleMetadata, ArticleRecord, GivenParts, StoredArticle } from '../model/article.ts'
import type { Claim } from '../model/claim/index.ts'
import { rulesVersion } from '../model/rules-version.ts'
import type { Section } from '../model/section.ts'
import type { Reading, Writing } from './database.ts'
import { type ArticleRow, toArticle } from './read.ts'

/** Notes that the rules of this program have read an article; in the transaction that stores its claims. */
export async function noteReading(tx: Writing, article: number, given: GivenParts | undefined): Promise<void> {
  await tx.run(
    sql`insert into readings (article, rules, given) values (${article}, ${rulesVersion()}, ${given ? JSON.stringify(given) : null})
      on conflict (article) do update set rules = excluded.rules, given = coalesce(excluded.given, readings.given)`,
  )
}

/** How many articles other rules than those of this program have read, of how many. */
export async function countBehind(reading: Reading): Promise<{ readonly behind: number; readonly articles: number }> {
  const { articles } = (await reading.first<{ articles: number }>(sql`select count(*) as articles from articles`))!
  const { current } = (await reading.first<{ current: number }>(
    sql`select count(*) as current from readings where rules = ${rulesVersion()}`,
  ))!
  return { behind: articles - current, articles }
}

/** One line for people; undefined when no article is behind. */
export async function describeBehind(reading: Reading): Promise<string | undefined> {
  const { behind, articles } = await countBehind(reading)
  if (behind === 0) return undefined
  return `${behind} of ${articles} articles ${behind === 1 ? 'was' : 'were'} read by another version of the rules; \`article-facts reread\` updates them`
}

/** Whether these very claims and sections are what is stored of an article, reviews and what people found left aside. */
export async function isStoredAsRead(
  reading: Reading,
  article: number,
  { claims, sections }: ArticleRecord,
): Promise<boolean> {
  const row = await reading.first<{ sections: string }>(sql`select sections from articles where seq = ${article}`)
  if (row?.sections !== JSON.stringify(sections)) return false
  const stored = await listRead(reading, article)
  const found = await reading.all<{ id: string }>(
    sql`select id from claims where article = ${article} and extractor = ${reviewerExtractor}`,
  )
  const ids = new Set(found.map(({ id }) => id))
  const read = claims.filter(({ id }) => !ids.has(id))
  return stored.length === read.length && read.every((claim, i) => JSON.stringify(claim) === stored[i])
}

/** An article as it is to be read anew: its text, and what was told of it when it came. Undefined when it has gone. */
export async function findStoredArticle(reading: Reading, article: number): Promise<StoredArticle | undefined> {
  const row = await reading.first<ArticleRow & { given: string | null }>(
    sql`select articles.*, given from articles left join readings on article = seq where seq = ${article}`,
  )
  if (!row) return undefined
  const { id, url, title, author, authors, publication, publisher, publishedAt, language } = toArticle(row)
  const metadata = { url, title, author, authors, publication, publisher, publishedAt }
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

/** What rules had read of an article, as JSON. */
const listRead = async (reading: Reading, article: number): Promise<string[]> =>
  (
    await reading.all<{ json: string }>(
      sql`select coalesce(extracted, json) as json from claims where article = ${article} and extractor <> ${reviewerExtractor} order by seq`,
    )
  ).map(({ json }) => json)

/** By which rules an article was read, and what was told of it. */
type Provenance = { readonly rules: string; readonly given: string | null }

export const findReading = (reading: Reading, article: number): Promise<Provenance | undefined> =>
  reading.first<Provenance>(sql`select rules, given from readings where article = ${article}`)

/** Says of an article that was written anew who had read it. */
export async function keepReading(tx: Writing, article: number, { rules, given }: Provenance): Promise<void> {
  await tx.run(sql`update readings set rules = ${rules}, given = ${given} where article = ${article}`)
}

/** An article as it was saved: with the claims that rules found. */
export async function findRecord(reading: Reading, article: number): Promise<ArticleRecord> {
  const row = (await reading.first<ArticleRow>(sql`select * from articles where seq = ${article}`))!
  const { title, url, publication, publisher, author, authors, publishedAt, language } = toArticle(row)
  const metadata = { title, url, publication, publisher, author, authors, publishedAt, language }
  return {
    id: row.id,
    metadata: Object.fromEntries(Object.entries(metadata).filter(([, value]) => value !== undefined)),
    text: row.text,
    textHash: row.text_hash,
    length: row.length,
    loadedAt: row.loaded_at,
    sections: JSON.parse(row.sections) as Section[],
    claims: (await listRead(reading, article)).map((json) => JSON.parse(json) as Claim),
  }
}
