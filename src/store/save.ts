import { type ArticleRecord, countClaims } from '../model/article.ts'
import { rulesVersion } from '../model/rules-version.ts'
import { recordArticle } from './changes.ts'
import { insertWorthy } from './check-worthy.ts'
import { insertClaims } from './claims.ts'
import { insertComparables, refreshComparisons, removeComparables } from './comparables.ts'
import { countArticles } from './counters.ts'
import { fillWords } from './full-text.ts'
import { linkActors, refreshActors } from './link-actors.ts'
import { prepareOnce, type Store } from './open.ts'
import { findReading, findRecord, isStoredAsRead, keepReading, noteReading } from './readings.ts'
import { countChecked } from './reviews.ts'
import { raiseSequence } from './sequence.ts'
import { findUnfit, listReviewed, type UnfitReview } from './unfit-reviews.ts'
import { withAdded } from './with-added.ts'

/** What saving an article came to. `unchanged`: the same text is there already, under this url or another, and its claims are as they were. */
export type SaveOutcome = {
  readonly outcome: 'added' | 'replaced' | 'unchanged'
  readonly id: string
  /** What was said of claims of this very text that are not read so any more. */
  readonly unfit?: readonly UnfitReview[]
}

type Stored = { seq: number; id: string; text_hash: string; metadata: string; rules: string | null }

/**
 * Saves an article with its claims, all or nothing. The same url with the same text and metadata, or the same text without that url,
 * changes nothing, unless other rules had read it; the same url with anything else replaces the article and its claims.
 */
export const saveArticle = (store: Store, record: ArticleRecord): SaveOutcome => saveArticles(store, [record])[0]!

/**
 * Saves articles in their order, all or nothing; see `saveArticle`.
 * @param also what else is to happen in the same transaction
 */
export function saveArticles(
  store: Store,
  records: readonly ArticleRecord[],
  also?: (outcomes: readonly SaveOutcome[]) => void,
): SaveOutcome[] {
  return writeAll(store, records, (record) => record.loadedAt, also)
}

/**
 * Saves what the rules of today read in articles that are stored, all or nothing; one that was replaced or deleted meanwhile stays as it is.
 * @param at when, as ISO 8601
 */
export function saveReadings(store: Store, records: readonly ArticleRecord[], at: string): SaveOutcome[] {
  const isThere = (record: ArticleRecord) => {
    const { own } = compare(store, record)
    return own?.text_hash === record.textHash && told(own.metadata) === told(fingerprint(record.metadata))
  }
  return store.transaction(() => writeAll(store, records.filter(isThere), () => at)).immediate()
}

function writeAll(
  store: Store,
  records: readonly ArticleRecord[],
  timeOf: (record: ArticleRecord) => string,
  also?: (outcomes: readonly SaveOutcome[]) => void,
): SaveOutcome[] {
  return store
    .transaction(() => {
      const changed: Changed = { articles: new Set(), actors: new Set(), comparisons: new Set() }
      const outcomes = records.map((record) => write(store, record, changed, timeOf(record)))
      finish(store, changed)
      also?.(outcomes)
      return outcomes
    })
    .immediate()
}

/** What saving this article would come to. */
export function previewArticle(store: Store, record: ArticleRecord): SaveOutcome {
  const { same, own } = compare(store, record)
  return same ? { outcome: 'unchanged', id: same.id } : { outcome: own ? 'replaced' : 'added', id: record.id }
}

/**
 * Deletes an article with its claims, all or nothing. What was said of its claims stays, and holds again when its text comes back.
 * @returns whether there was such an article
 */
export function deleteArticle(store: Store, id: string, at: string): boolean {
  return store
    .transaction(() => {
      const seq = prepareOnce<[string], number>(store, 'SELECT seq FROM articles WHERE id = ?').pluck().get(id)
      if (seq === undefined) return false
      recordArticle(store, id, raiseSequence(store), at, true)
      countArticles(store, [seq as number], -1)
      const removed = removeArticle(store, seq as number)
      refreshActors(store, new Set(removed.actors))
      refreshComparisons(store, removed.comparisons)
      return true
    })
    .immediate()
}

const metadataColumns = ['title', 'url', 'publication', 'publisher', 'author', 'publishedAt', 'language'] as const
const fingerprint = (metadata: ArticleRecord['metadata']) =>
  JSON.stringify(metadataColumns.map((name) => metadata[name] ?? null))

/** All but the language, which is read off the text. */
const told = (metadata: string) => JSON.stringify((JSON.parse(metadata) as unknown[]).slice(0, -1))

/** Articles whose claims are new, by `seq`, actors whose mentions are others than before, and comparisons whose figures are. */
type Changed = { readonly articles: Set<number>; readonly actors: Set<string>; readonly comparisons: Set<string> }

/** The stored article that this one is the same as, and the one that has its address or its text: if it is not the same, it gives way. */
function compare(store: Store, record: ArticleRecord): { same?: Stored | undefined; own?: Stored | undefined } {
  const alike = prepareOnce<unknown[], Stored>(
    store,
    `SELECT seq, id, text_hash, json_array(title, url, publication, publisher, author, published_at, language) AS metadata, rules
     FROM articles LEFT JOIN readings ON article = seq WHERE id = ? OR (url IS NOT NULL AND url = ?) OR text_hash = ?`,
  ).all(record.id, record.metadata.url ?? null, record.textHash)
  const twin = alike.find((row) => row.id !== record.id)
  if (twin) return { same: twin }
  const own = alike[0]
  const isSame =
    own?.text_hash === record.textHash &&
    own.metadata === fingerprint(record.metadata) &&
    (own.rules === rulesVersion() || isStoredAsRead(store, own.seq, record))
  return isSame ? { same: own, own } : { own }
}

function write(store: Store, record: ArticleRecord, changed: Changed, at: string): SaveOutcome {
  const { same, own } = compare(store, record)
  if (same && same === own && own.rules !== rulesVersion()) noteReading(store, own.seq, record.given)
  if (same) return { outcome: 'unchanged', id: same.id }
  const reviewed = own?.text_hash === record.textHash ? listReviewed(store, own.seq) : []
  const { rows } = replace(store, withAdded(store, record), own?.seq, raiseSequence(store), changed, at)
  const unfit = findUnfit(reviewed, rows)
  return { outcome: own ? 'replaced' : 'added', id: record.id, ...(unfit.length > 0 && { unfit }) }
}

/** Puts an article in the place of the one that there was, if there was one. */
function replace(
  store: Store,
  record: ArticleRecord,
  own: number | undefined,
  sequence: number,
  changed: Changed,
  at: string,
) {
  if (own !== undefined) {
    // what came in this very transaction has not been counted yet
    if (!changed.articles.delete(own)) countArticles(store, [own], -1)
    const removed = removeArticle(store, own)
    for (const actor of removed.actors) changed.actors.add(actor)
    for (const comparison of removed.comparisons) changed.comparisons.add(comparison)
  }
  const seq = insertArticle(store, record, sequence)
  noteReading(store, seq, record.given)
  const rows = insertClaims(store, record, seq, sequence)
  countChecked(store, seq)
  insertWorthy(store, seq, rows)
  for (const actor of linkActors(store, seq, rows)) changed.actors.add(actor)
  for (const comparison of insertComparables(store, seq, rows)) changed.comparisons.add(comparison)
  changed.articles.add(seq)
  recordArticle(store, record.id, sequence, at)
  return { seq, rows }
}

/**
 * Writes an article that is stored anew, with what people found in its text, in the transaction that is under way.
 * @param found called with the data's new version before the claims are written
 * @returns that version
 */
export function rewriteArticle(store: Store, article: number, at: string, found: (sequence: number) => void): number {
  const changed: Changed = { articles: new Set(), actors: new Set(), comparisons: new Set() }
  const record = findRecord(store, article)
  const reading = findReading(store, article)
  const sequence = raiseSequence(store)
  found(sequence)
  const { seq } = replace(store, withAdded(store, record), article, sequence, changed, at)
  if (reading) keepReading(store, seq, reading)
  finish(store, changed)
  return sequence
}

/** What follows from claims that are new or gone. */
function finish(store: Store, changed: Changed): void {
  fillWords(store, changed.articles)
  refreshActors(store, changed.actors)
  countArticles(store, changed.articles, 1)
  refreshComparisons(store, changed.comparisons)
}

function insertArticle(
  store: Store,
  { id, metadata, text, textHash, length, loadedAt, sections, claims }: ArticleRecord,
  sequence: number,
): number {
  const { lastInsertRowid } = prepareOnce(
    store,
    `INSERT INTO articles (id, url, title, author, publication, publisher, published_at, language, loaded_at, length, text, text_hash, sections, actor_count, date_count, figure_count, quote_count, sequence)
       VALUES (@id, @url, @title, @author, @publication, @publisher, @publishedAt, @language, @loadedAt, @length, @text, @textHash, @sections, @actor, @date, @figure, @quote, @sequence)`,
  ).run({
    ...Object.fromEntries(metadataColumns.map((name) => [name, metadata[name] ?? null])),
    id,
    loadedAt,
    length,
    text,
    textHash,
    sequence,
    sections: JSON.stringify(sections),
    ...countClaims(claims),
  })
  return Number(lastInsertRowid)
}

/** Takes an article and all that hangs on it away; gives the actors that it named, and the comparisons that it was in. */
function removeArticle(store: Store, seq: number): { actors: string[]; comparisons: string[] } {
  const comparisons = removeComparables(store, seq)
  const actors = prepareOnce<[number], string>(store, 'SELECT actor_id FROM article_actors WHERE article = ?')
    .pluck()
    .all(seq) as string[]
  prepareOnce(store, 'DELETE FROM claims_text WHERE rowid IN (SELECT seq FROM claims WHERE article = ?)').run(seq)
  prepareOnce(store, 'DELETE FROM articles_text WHERE rowid = ?').run(seq)
  prepareOnce(store, 'DELETE FROM articles WHERE seq = ?').run(seq)
  return { actors, comparisons }
}
