import sql, { empty } from 'sql-template-tag'
import { addressKey } from '../model/address.ts'
import { type ArticleRecord, countClaims } from '../model/article.ts'
import { rulesVersion } from '../model/rules-version.ts'
import { insertAuthors } from './article-authors.ts'
import { recordArticle } from './changes.ts'
import { insertWorthy } from './check-worthy.ts'
import { insertClaims } from './claims.ts'
import { insertComparables, refreshComparisons, removeComparables } from './comparables.ts'
import { countArticles } from './counters.ts'
import type { Reading, Store, Writing } from './database.ts'
import { findLocked } from './find-locked.ts'
import { linkActors, refreshActors } from './link-actors.ts'
import { allAmong } from './place.ts'
import { findReading, findRecord, isStoredAsRead, keepReading, noteReading } from './readings.ts'
import { countChecked } from './reviews.ts'
import { findUnfit, listReviewed, type UnfitReview } from './unfit-reviews.ts'
import { withAdded } from './with-added.ts'

/** What saving an article came to. `unchanged`: the same text is there already, under this url or another, and its claims are as they were. */
export type SaveOutcome = {
  readonly outcome: 'added' | 'replaced' | 'unchanged'
  readonly id: string
  /** What was said of claims of this very text that are not read so any more. */
  readonly unfit?: readonly UnfitReview[]
}

/** What is known of a stored article, by column. */
type Metadata = Readonly<Record<string, string | number | null>>
type StoredRow = Metadata & { readonly seq: number; readonly id: string; readonly text_hash: string }
type Stored = StoredRow & { readonly rules: string | null }

/**
 * Saves an article with its claims, all or nothing. The same url with the same text and metadata, or the same text without that url,
 * changes nothing, unless other rules had read it; the same url with anything else replaces the article and its claims.
 */
export const saveArticle = async (store: Store, record: ArticleRecord): Promise<SaveOutcome> =>
  (await saveArticles(store, [record]))[0]!

/**
 * Saves articles in their order, all or nothing; see `saveArticle`.
 * @param also what else is to happen in the same transaction
 */
export const saveArticles = (
  store: Store,
  records: readonly ArticleRecord[],
  also?: (tx: Writing, outcomes: readonly SaveOutcome[]) => Promise<void>,
): Promise<SaveOutcome[]> => store.write((tx) => writeAll(tx, records, (record) => record.loadedAt, also))

/**
 * Saves what the rules of today read in articles that are stored, all or nothing; one that was replaced or deleted meanwhile stays as it is.
 * @param at when, as ISO 8601
 */
export const saveReadings = (store: Store, records: readonly ArticleRecord[], at: string): Promise<SaveOutcome[]> =>
  store.write(async (tx) => {
    const there: ArticleRecord[] = []
    for (const record of records) {
      const { own } = await compare(tx, record)
      if (own?.text_hash === record.textHash && told(fingerprintOf(own)) === told(fingerprint(record.metadata)))
        there.push(record)
    }
    return writeAll(tx, there, () => at)
  })

async function writeAll(
  tx: Writing,
  records: readonly ArticleRecord[],
  timeOf: (record: ArticleRecord) => string,
  also?: (tx: Writing, outcomes: readonly SaveOutcome[]) => Promise<void>,
): Promise<SaveOutcome[]> {
  const changed: Changed = { articles: new Set(), actors: new Set(), comparisons: new Set() }
  const outcomes: SaveOutcome[] = []
  for (const record of records) outcomes.push(await write(tx, record, changed, timeOf(record)))
  await finish(tx, changed)
  await also?.(tx, outcomes)
  return outcomes
}

/** What saving this article would come to. */
export async function previewArticle(store: Store, record: ArticleRecord): Promise<SaveOutcome> {
  const { same, own } = await compare(store, record)
  return same ? { outcome: 'unchanged', id: same.id } : { outcome: own ? 'replaced' : 'added', id: record.id }
}

/**
 * Deletes an article with its claims, all or nothing. What was said of its claims stays, and holds again when its text comes back.
 * @returns whether there was such an article
 */
export const deleteArticle = (store: Store, id: string, at: string): Promise<boolean> =>
  store.write(async (tx) => {
    const row = await findLocked<{ seq: number }>(tx, 'seq', id, sql`select seq from articles where id = ${id}`)
    if (!row) return false
    await recordArticle(tx, id, await tx.raise(), at, true)
    await countArticles(tx, [row.seq], -1)
    const removed = await removeArticle(tx, row.seq)
    await refreshActors(tx, new Set(removed.actors))
    await refreshComparisons(tx, removed.comparisons)
    return true
  })

const metadataColumns = {
  title: 'title',
  url: 'url',
  publication: 'publication',
  publisher: 'publisher',
  author: 'author',
  publishedAt: 'published_at',
  language: 'language',
} as const
const metadataNames = Object.keys(metadataColumns) as (keyof typeof metadataColumns)[]
const fingerprint = (metadata: ArticleRecord['metadata']) =>
  JSON.stringify(metadataNames.map((name) => metadata[name] ?? null))
const fingerprintOf = (stored: Metadata) => JSON.stringify(metadataNames.map((name) => stored[metadataColumns[name]]))

const keyOf = ({ metadata: { url } }: ArticleRecord) => (url === undefined ? null : addressKey(url))
const authorsOf = ({ metadata: { authors } }: ArticleRecord) => (authors === undefined ? null : JSON.stringify(authors))

/** All but the language, which is read off the text. */
const told = (metadata: string) => JSON.stringify((JSON.parse(metadata) as unknown[]).slice(0, -1))

/** Articles whose claims are new, by `seq`, actors whose mentions are others than before, and comparisons whose figures are. */
type Changed = { readonly articles: Set<number>; readonly actors: Set<string>; readonly comparisons: Set<string> }

/** The stored article that this one is the same as, and the one that has its address or its text: if it is not the same, it gives way. @param lock keeps others from changing it */
async function compare(
  reading: Reading,
  record: ArticleRecord,
  lock = empty,
): Promise<{ same?: Stored | undefined; own?: Stored | undefined; others: readonly Stored[] }> {
  const { id, textHash, metadata } = record
  const key = keyOf(record)
  const byUrl = key === null ? sql`` : sql`or url_key = ${key}`
  const rows = await allAmong<StoredRow>(
    reading,
    'seq',
    ({ ofText, ofAddress }) => [id, ofText(textHash), ...(key === null ? [] : [ofAddress(key)])],
    (
      among,
    ) => sql`select seq, id, text_hash, title, url, url_key, authors, publication, publisher, author, published_at, language
      from articles where (id = ${id} ${byUrl} or text_hash = ${textHash}) ${among} order by seq ${lock}`,
  )
  const alike: Stored[] = []
  for (const row of rows) alike.push({ ...row, rules: (await findReading(reading, row.seq))?.rules ?? null })
  // those that came before addresses had keys may have other ids
  const owns = alike.filter((row) => row.id === id || (key !== null && row.url_key === key))
  const own = owns.find((row) => row.text_hash === textHash) ?? owns.find((row) => row.id === id) ?? owns[0]
  const others = owns.filter((row) => row !== own)
  const twin = alike.find((row) => !owns.includes(row))
  if (twin) return { same: twin, others: [] }
  const isSame =
    own?.text_hash === textHash &&
    fingerprintOf(own) === fingerprint(metadata) &&
    // those that were not kept yet are no others
    (own.authors === null || own.authors === authorsOf(record)) &&
    (own.rules === rulesVersion() || (await isStoredAsRead(reading, own.seq, record)))
  return isSame ? { same: own, own, others } : { own, others }
}

async function write(tx: Writing, record: ArticleRecord, changed: Changed, at: string): Promise<SaveOutcome> {
  const { same, own, others } = await compare(tx, record, tx.dialect.lock)
  if (same && same === own && own.authors === null && record.metadata.authors) await learnAuthors(tx, own.seq, record)
  if (same && same === own && own.rules !== rulesVersion()) await noteReading(tx, own.seq, record.given)
  if (same) return { outcome: 'unchanged', id: same.id }
  const reviewed = own?.text_hash === record.textHash ? await listReviewed(tx, own.seq) : []
  const sequence = await tx.raise()
  for (const old of own ? [own, ...others] : []) {
    if (old !== own) await takeAway(tx, old.seq, changed)
    if (old.id !== record.id) await recordArticle(tx, old.id, sequence, at, true)
  }
  const { rows } = await replace(tx, await withAdded(tx, record), own?.seq, sequence, changed, at)
  const unfit = findUnfit(reviewed, rows)
  return { outcome: own ? 'replaced' : 'added', id: record.id, ...(unfit.length > 0 && { unfit }) }
}

/** An article that came before authors were kept. */
async function learnAuthors(tx: Writing, article: number, record: ArticleRecord): Promise<void> {
  await tx.run(sql`update articles set authors = ${authorsOf(record)} where seq = ${article}`)
  await tx.run(sql`delete from article_authors where article = ${article}`)
  await insertAuthors(tx, article, record.metadata)
}

async function takeAway(tx: Writing, article: number, changed: Changed): Promise<void> {
  // what came in this very transaction has not been counted yet
  if (!changed.articles.delete(article)) await countArticles(tx, [article], -1)
  const removed = await removeArticle(tx, article)
  for (const actor of removed.actors) changed.actors.add(actor)
  for (const comparison of removed.comparisons) changed.comparisons.add(comparison)
}

/** Puts an article in the place of the one that there was, if there was one. */
async function replace(
  tx: Writing,
  record: ArticleRecord,
  own: number | undefined,
  sequence: number,
  changed: Changed,
  at: string,
) {
  if (own !== undefined) await takeAway(tx, own, changed)
  const seq = await insertArticle(tx, record, sequence)
  await noteReading(tx, seq, record.given)
  const rows = await insertClaims(tx, record, seq, sequence)
  await countChecked(tx, seq)
  await insertWorthy(tx, seq, rows)
  for (const actor of await linkActors(tx, seq, rows)) changed.actors.add(actor)
  for (const comparison of await insertComparables(tx, seq, rows, record.metadata.publishedAt))
    changed.comparisons.add(comparison)
  changed.articles.add(seq)
  await recordArticle(tx, record.id, sequence, at)
  return { seq, rows }
}

/**
 * Writes an article that is stored anew, with what people found in its text.
 * @param found called with the data's new version before the claims are written
 * @returns that version
 */
export async function rewriteArticle(
  tx: Writing,
  article: number,
  at: string,
  found: (sequence: number) => Promise<void>,
): Promise<number> {
  const changed: Changed = { articles: new Set(), actors: new Set(), comparisons: new Set() }
  const record = await findRecord(tx, article)
  const reading = await findReading(tx, article)
  const sequence = await tx.raise()
  await found(sequence)
  const { seq } = await replace(tx, await withAdded(tx, record), article, sequence, changed, at)
  if (reading) await keepReading(tx, seq, reading)
  await finish(tx, changed)
  return sequence
}

/** What follows from claims that are new or gone. */
async function finish(tx: Writing, changed: Changed): Promise<void> {
  await tx.dialect.fillWords(tx, [...changed.articles])
  await refreshActors(tx, changed.actors)
  await countArticles(tx, changed.articles, 1)
  await refreshComparisons(tx, changed.comparisons)
}

async function insertArticle(tx: Writing, record: ArticleRecord, sequence: number): Promise<number> {
  const { id, metadata, text, textHash, length, loadedAt, sections, claims } = record
  const seq = await tx.dialect.numberArticle(tx)
  const { actor, date, figure, quote } = countClaims(claims)
  await tx.insert('articles', [
    {
      ...Object.fromEntries(metadataNames.map((name) => [metadataColumns[name], metadata[name] ?? null])),
      seq,
      id,
      url_key: keyOf(record),
      authors: authorsOf(record),
      loaded_at: loadedAt,
      length,
      text,
      text_hash: textHash,
      sequence,
      sections: JSON.stringify(sections),
      actor_count: actor,
      date_count: date,
      figure_count: figure,
      quote_count: quote,
      ...tx.dialect.articleWords(metadata.title, text),
    },
  ])
  await insertAuthors(tx, seq, metadata)
  return seq
}

/** Takes an article and all that hangs on it away; gives the actors that it named, and the comparisons that it was in. */
async function removeArticle(tx: Writing, seq: number): Promise<{ actors: string[]; comparisons: string[] }> {
  const comparisons = await removeComparables(tx, seq)
  const actors = await tx.all<{ id: string }>(sql`select actor_id as id from article_actors where article = ${seq}`)
  await deleteRows(tx, seq)
  return { actors: actors.map(({ id }) => id), comparisons }
}

/** The row of an article, and what hangs on it. */
export async function deleteRows(tx: Writing, seq: number): Promise<void> {
  await tx.dialect.removeWords(tx, seq)
  await tx.dialect.places?.remove(tx, seq)
  await tx.run(sql`delete from articles where seq = ${seq}`)
}
