import type { Claim } from '../model/claim/index.ts'
import { comparisonId } from '../model/comparison/identify.ts'
import { type Comparable, findComparables } from '../model/comparison/topic.ts'
import { compareFigures, type Placed, type Verdict } from '../model/comparison/verdict.ts'
import { prepareOnce, type Store } from './open.ts'

/** Figures of one comparison that are looked at, the latest stored first: a topic that every article has would take longer with each. */
export const mostCompared = 200

type Row = { readonly seq: number; readonly claim: Claim }

/** Notes what of an article's claims can be compared. @returns the comparisons that have others in them now */
export function insertComparables(store: Store, article: number, rows: readonly Row[]): string[] {
  const insert = prepareOnce(
    store,
    `INSERT INTO comparables (claim, article, comparison, value, low, high, from_day, to_day, against, basis)
     VALUES (@claim, @article, @comparison, @value, @low, @high, @from, @to, @against, @basis)`,
  )
  const numbers = new Map(rows.map(({ seq, claim }) => [claim.id, seq]))
  const topics = new Map<string, string>()
  for (const comparable of findComparables(rows.map(({ claim }) => claim))) {
    const id = comparisonId(comparable.topic)
    topics.set(id, comparable.topic)
    insert.run({ ...toRow(comparable), claim: numbers.get(comparable.claimId)!, article, comparison: id })
  }
  const add = prepareOnce(
    store,
    `INSERT INTO comparisons (id, topic, verdict, difference, absolute, outlets, articles, claims, published_at)
     VALUES (?, ?, 'single', 0, 0, 0, 0, 0, '') ON CONFLICT (id) DO NOTHING`,
  )
  for (const [id, topic] of topics) add.run(id, topic)
  return [...topics.keys()]
}

function toRow({ admitted: { value, low, high }, from, to, against, words, subject }: Comparable) {
  return {
    value,
    low: Number.isFinite(low) ? low : null,
    high: Number.isFinite(high) ? high : null,
    from: from ?? null,
    to: to ?? null,
    against: against ?? null,
    basis: JSON.stringify({ words, subject: subject.name, subjectFrom: subject.origin }),
  }
}

/** The comparisons that an article's figures are in. */
export const comparisonsOf = (store: Store, article: number): string[] =>
  prepareOnce<[number], string>(store, 'SELECT DISTINCT comparison FROM comparables WHERE article = ?')
    .pluck()
    .all(article) as string[]

/** Takes an article's figures out of their comparisons. @returns these */
export function removeComparables(store: Store, article: number): string[] {
  const comparisons = comparisonsOf(store, article)
  prepareOnce(store, 'DELETE FROM comparables WHERE article = ?').run(article)
  return comparisons
}

type PlacedRow = {
  claim: number
  article: number
  value: number
  low: number | null
  high: number | null
  from_day: string | null
  to_day: string | null
  against: 'year' | 'nearer' | null
  published_at: string | null
  publication: string | null
}

/** The figures of a comparison, the latest stored first, as far as they are looked at. */
export function findPlaced(store: Store, comparison: string): (Placed & { readonly outlet: string })[] {
  const rows = prepareOnce<[string, number], PlacedRow>(
    store,
    `SELECT comparables.claim, comparables.article, value, low, high, from_day, to_day, against, published_at, publication
     FROM comparables JOIN articles ON articles.seq = comparables.article
     WHERE comparison = ? ORDER BY comparables.claim DESC LIMIT ?`,
  ).all(comparison, mostCompared)
  return rows.map((row) => ({
    claim: row.claim,
    article: row.article,
    admitted: {
      value: row.value,
      low: row.low ?? Number.NEGATIVE_INFINITY,
      high: row.high ?? Number.POSITIVE_INFINITY,
    },
    from: row.from_day ?? undefined,
    to: row.to_day ?? undefined,
    against: row.against ?? undefined,
    published: row.published_at ?? undefined,
    outlet: row.publication?.toLowerCase() ?? `article ${row.article}`,
  }))
}

/** Says anew what the figures of these comparisons come to; one without figures goes. */
export function refreshComparisons(store: Store, ids: Iterable<string>): void {
  const update = prepareOnce(
    store,
    `UPDATE comparisons SET verdict = @verdict, difference = @relative, absolute = @absolute, outlets = @outlets, articles = @articles, claims = @claims, published_at = @published
     WHERE id = @id`,
  )
  const count = prepareOnce<[string], number>(store, 'SELECT count(*) FROM comparables WHERE comparison = ?').pluck()
  for (const id of ids) {
    const figures = findPlaced(store, id)
    if (figures.length === 0) {
      prepareOnce(store, 'DELETE FROM comparisons WHERE id = ?').run(id)
      continue
    }
    const cells = compareFigures(figures)
    const verdict = (['differ', 'agree'] as const).find((one) => cells.some((cell) => cell.verdict === one)) ?? 'single'
    const largest = cells
      .flatMap(({ difference }) => difference ?? [])
      .reduce((best, each) => (each.relative > best.relative ? each : best), { relative: 0, absolute: 0 })
    update.run({
      id,
      verdict,
      ...largest,
      claims: figures.length < mostCompared ? figures.length : (count.get(id) as number),
      articles: new Set(figures.map(({ article }) => article)).size,
      outlets: new Set(figures.map(({ outlet }) => outlet)).size,
      published: figures.reduce((latest, { published = '' }) => (published > latest ? published : latest), ''),
    })
  }
}

/** Makes all comparisons anew. */
export function recompare(store: Store): void {
  store.exec('DELETE FROM comparables; DELETE FROM comparisons')
  const claimsOf = prepareOnce<[number], { seq: number; json: string }>(
    store,
    `SELECT seq, json FROM claims WHERE article = ? AND type IN ('figure', 'actor') ORDER BY seq`,
  )
  const articles = store.prepare<[], number>('SELECT seq FROM articles ORDER BY seq').pluck().all() as number[]
  for (const article of articles) {
    const rows = claimsOf.all(article).map(({ seq, json }) => ({ seq, claim: JSON.parse(json) as Claim }))
    insertComparables(store, article, rows)
  }
  refreshComparisons(store, store.prepare<[], string>('SELECT id FROM comparisons').pluck().all() as string[])
}

/** A compared claim with what is shown of its article. */
export type ComparedClaimRow = {
  readonly claim: number
  readonly json: string
  readonly basis: string
  readonly title: string | null
  readonly url: string | null
  readonly publication: string | null
  readonly published_at: string | null
}

/** Compared claims by the numbers of their rows. */
export function findComparedClaims(store: Store, claims: readonly number[]): Map<number, ComparedClaimRow> {
  const rows = prepareOnce<[string], ComparedClaimRow>(
    store,
    `SELECT comparables.claim, json, basis, title, url, publication, articles.published_at
     FROM comparables JOIN claims ON claims.seq = comparables.claim JOIN articles ON articles.seq = comparables.article
     WHERE comparables.claim IN (SELECT value FROM json_each(?))`,
  ).all(JSON.stringify(claims))
  return new Map(rows.map((row) => [row.claim, row]))
}

/** A row of `comparisons`. */
export type ComparisonRow = {
  readonly id: string
  readonly topic: string
  readonly verdict: Verdict
  readonly difference: number
  readonly absolute: number
  readonly outlets: number
  readonly articles: number
  readonly claims: number
}

export const findComparison = (store: Store, id: string): ComparisonRow | undefined =>
  prepareOnce<[string], ComparisonRow>(store, 'SELECT * FROM comparisons WHERE id = ?').get(id)

/** The comparison that a claim is in, with the number of its row. */
export const findComparisonOf = (store: Store, claimId: string): (ComparisonRow & { claim: number }) | undefined =>
  prepareOnce<[string], ComparisonRow & { claim: number }>(
    store,
    `SELECT comparisons.*, claims.seq AS claim FROM claims JOIN comparables ON comparables.claim = claims.seq
     JOIN comparisons ON comparisons.id = comparables.comparison WHERE claims.id = ?`,
  ).get(claimId)
