import sql from 'sql-template-tag'
import type { Claim } from '../model/claim/index.ts'
import { comparisonId } from '../model/comparison/identify.ts'
import { type Comparable, findComparables } from '../model/comparison/topic.ts'
import { compareFigures, type Placed, type Verdict } from '../model/comparison/verdict.ts'
import type { Reading, Writing } from './database.ts'

/** Figures of one comparison that are looked at, the latest stored first: a topic that every article has would take longer with each. */
export const mostCompared = 200

type Row = { readonly seq: number; readonly claim: Claim }

/** Notes what of an article's claims can be compared. @returns the comparisons that have others in them now */
export async function insertComparables(tx: Writing, article: number, rows: readonly Row[]): Promise<string[]> {
  const numbers = new Map(rows.map(({ seq, claim }) => [claim.id, seq]))
  const topics = new Map<string, string>()
  const figures = findComparables(rows.map(({ claim }) => claim)).map((comparable) => {
    const id = comparisonId(comparable.topic)
    topics.set(id, comparable.topic)
    return { ...toRow(comparable), claim: numbers.get(comparable.claimId)!, article, comparison: id }
  })
  await tx.insert('comparables', figures)
  const none = { verdict: 'single', difference: 0, absolute: 0, outlets: 0, articles: 0, claims: 0, published_at: '' }
  await tx.insert(
    'comparisons',
    [...topics].map(([id, topic]) => ({ id, topic, ...none })),
    'on conflict (id) do nothing',
  )
  return [...topics.keys()]
}

function toRow({ admitted: { value, low, high }, from, to, against, words, subject }: Comparable) {
  return {
    value,
    low: Number.isFinite(low) ? low : null,
    high: Number.isFinite(high) ? high : null,
    from_day: from ?? null,
    to_day: to ?? null,
    against: against ?? null,
    basis: JSON.stringify({ words, subject: subject.name, subjectFrom: subject.origin }),
  }
}

/** The comparisons that an article's figures are in. */
export const comparisonsOf = async (reading: Reading, article: number): Promise<string[]> =>
  (
    await reading.all<{ id: string }>(
      sql`select distinct comparison as id from comparables where article = ${article} order by 1`,
    )
  ).map(({ id }) => id)

/** Takes an article's figures out of their comparisons. @returns these */
export async function removeComparables(tx: Writing, article: number): Promise<string[]> {
  const comparisons = await comparisonsOf(tx, article)
  await tx.run(sql`delete from comparables where article = ${article}`)
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
export async function findPlaced(
  reading: Reading,
  comparison: string,
): Promise<(Placed & { readonly outlet: string })[]> {
  const rows = await reading.all<PlacedRow>(
    sql`select comparables.claim, comparables.article, value, low, high, from_day, to_day, against, published_at, publication
      from comparables join articles on articles.seq = comparables.article
      where comparison = ${comparison} order by comparables.claim desc limit ${mostCompared}`,
  )
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
export async function refreshComparisons(tx: Writing, ids: Iterable<string>): Promise<void> {
  for (const id of ids) {
    const figures = await findPlaced(tx, id)
    if (figures.length === 0) {
      await tx.run(sql`delete from comparisons where id = ${id}`)
      continue
    }
    const cells = compareFigures(figures)
    const verdict = (['differ', 'agree'] as const).find((one) => cells.some((cell) => cell.verdict === one)) ?? 'single'
    const largest = cells
      .flatMap(({ difference }) => difference ?? [])
      .reduce((best, each) => (each.relative > best.relative ? each : best), { relative: 0, absolute: 0 })
    const counted =
      figures.length < mostCompared
        ? undefined
        : await tx.first<{ count: number }>(sql`select count(*) as count from comparables where comparison = ${id}`)
    const claims = counted?.count ?? figures.length
    const articles = new Set(figures.map(({ article }) => article)).size
    const outlets = new Set(figures.map(({ outlet }) => outlet)).size
    const latest = figures.reduce((last, { published = '' }) => (published > last ? published : last), '')
    await tx.run(
      sql`update comparisons set verdict = ${verdict}, difference = ${largest.relative}, absolute = ${largest.absolute}, outlets = ${outlets}, articles = ${articles}, claims = ${claims}, published_at = ${latest} where id = ${id}`,
    )
  }
}

/** Makes all comparisons anew. */
export async function recompare(tx: Writing): Promise<void> {
  await tx.run(sql`delete from comparables`)
  await tx.run(sql`delete from comparisons`)
  for (const { seq: article } of await tx.all<{ seq: number }>(sql`select seq from articles order by seq`)) {
    const rows = await tx.all<{ seq: number; json: string }>(
      sql`select seq, json from claims where article = ${article} and type in ('figure', 'actor') order by seq`,
    )
    await insertComparables(
      tx,
      article,
      rows.map(({ seq, json }) => ({ seq, claim: JSON.parse(json) as Claim })),
    )
  }
  const all = await tx.all<{ id: string }>(sql`select id from comparisons`)
  await refreshComparisons(
    tx,
    all.map(({ id }) => id),
  )
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
export async function findComparedClaims(
  reading: Reading,
  claims: readonly number[],
): Promise<Map<number, ComparedClaimRow>> {
  const rows = await reading.all<ComparedClaimRow>(
    sql`select comparables.claim, json, basis, title, url, publication, articles.published_at
      from comparables join claims on claims.seq = comparables.claim join articles on articles.seq = comparables.article
      where comparables.claim ${reading.dialect.anyOf(claims)}`,
  )
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

export const findComparison = (reading: Reading, id: string): Promise<ComparisonRow | undefined> =>
  reading.first<ComparisonRow>(sql`select * from comparisons where id = ${id}`)

/** The comparison that a claim is in, with the number of its row. */
export const findComparisonOf = (
  reading: Reading,
  claimId: string,
): Promise<(ComparisonRow & { claim: number }) | undefined> =>
  reading.first<ComparisonRow & { claim: number }>(
    sql`select comparisons.*, claims.seq as claim from claims join comparables on comparables.claim = claims.seq
      join comparisons on comparisons.id = comparables.comparison where claims.id = ${claimId}`,
  )
