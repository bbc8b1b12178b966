import sql, { raw } from 'sql-template-tag'
import { type Comparable, comparedClaims, findComparables } from '../compare/comparable.ts'
import { gatherFigures, type Stored } from '../compare/gather.ts'
import { comparisonId } from '../compare/identify.ts'
import { compareFigures, type Placed } from '../compare/verdict.ts'
import type { Verdict } from '../model/comparison.ts'
import { type ClaimRow, readClaims } from './claims.ts'
import type { Reading, Writing } from './database.ts'
import { firstAmong } from './place.ts'
import { insertQuotations, isOfQuotations, refreshQuotations, removeQuotations } from './quotations.ts'
import { insertStory, removeStory } from './stories.ts'

/** Figures of one comparison that are looked at, the latest stored first: one that every article has would take longer with each. */
export const mostCompared = 80

/** The same, where writers are many noted for whoever rolls up: of two articles that come at the same moment, neither would see the other. */
export async function insertComparables(
  tx: Writing,
  article: number,
  rows: readonly ClaimRow[],
  published: string | undefined,
): Promise<Set<string>> {
  if (!tx.dialect.rollsUp) return compareArticle(tx, article, rows, published)
  await tx.insert('comparison_changes', [{ article }])
  return new Set()
}

/** Compares articles that were noted, as far as they are still there, and says anew what these comparisons come to. */
export async function compareNoted(
  tx: Writing,
  articles: readonly number[],
  comparisons: readonly string[],
): Promise<void> {
  const changed = new Set(comparisons)
  for (const article of new Set(articles)) {
    // it stays until its figures are stored
    const there = await tx.first<{ published_at: string | null }>(
      sql`select published_at from articles where seq = ${article} for key share`,
    )
    if (!there) continue
    // one that was noted again
    for (const id of await removeComparables(tx, article)) changed.add(id)
    const rows = await readClaims(tx, article)
    for (const id of await compareArticle(tx, article, rows, there.published_at ?? undefined)) changed.add(id)
  }
  await describeComparisons(tx, changed)
}

/**
 * Notes what of an article's claims can be compared, and puts it beside what others say.
 * @param published day of the article
 * @returns the comparisons that have others in them now
 */
async function compareArticle(
  tx: Writing,
  article: number,
  rows: readonly ClaimRow[],
  published: string | undefined,
): Promise<Set<string>> {
  const claims = rows.map(({ claim }) => claim)
  const figures = findComparables(claims, published)
  const { story, sameNews } = await insertStory(tx, article, comparedClaims(claims), published)
  const changed = new Set<string>()
  const joined = new Map<Comparable, { comparison: string; shared: readonly string[] }>()
  const others = []
  for (const { article: other, names } of sameNews) others.push({ figures: await findStored(tx, other), names })
  for (const { figure, comparisons, alone, shared } of gatherFigures({ figures, names: story.names }, others)) {
    const [first, ...merged] = comparisons
    const comparison = first ?? (await beginComparison(tx, figure))
    for (const other of merged) {
      await tx.run(sql`update comparables set comparison = ${comparison} where comparison = ${other}`)
      changed.add(other)
    }
    for (const claim of alone)
      await tx.run(sql`update comparables set comparison = ${comparison} where claim = ${claim}`)
    changed.add(comparison)
    joined.set(figure, { comparison, shared })
  }
  for (const figure of figures) {
    if (joined.has(figure) || figure.topic === undefined) continue
    const same = await findOfTopic(tx, comparisonId(figure.topic), article)
    if (!same) continue
    const comparison = same.comparison ?? (await beginComparison(tx, figure))
    if (same.comparison === null)
      await tx.run(sql`update comparables set comparison = ${comparison} where claim = ${same.claim}`)
    changed.add(comparison)
    joined.set(figure, { comparison, shared: [] })
  }
  const numbers = new Map(rows.map(({ seq, claim }) => [claim.id, seq]))
  await tx.insert(
    'comparables',
    figures.map((figure) => {
      const { comparison, shared } = joined.get(figure) ?? { comparison: null, shared: [] }
      return { claim: numbers.get(figure.claimId)!, article, comparison, ...toRow(figure, shared) }
    }),
  )
  for (const id of await insertQuotations(tx, article, rows)) changed.add(id)
  return changed
}

async function beginComparison(tx: Writing, { claimId, dimension, isChange }: Comparable): Promise<string> {
  const id = comparisonId(claimId)
  const none = { verdict: 'single', difference: 0, absolute: 0, outlets: 0, articles: 0, claims: 0, published_at: '' }
  await tx.insert(
    'comparisons',
    [{ id, dimension, is_change: Number(isChange), ...none }],
    'on conflict (id) do nothing',
  )
  return id
}

/** A figure of that topic in another article, the latest stored. */
const findOfTopic = (reading: Reading, topic: string, article: number) =>
  reading.first<{ claim: number; comparison: string | null }>(
    sql`select claim, comparison from comparables where topic = ${topic} and article <> ${article} order by claim desc limit 1`,
  )

type StoredRow = PlacedRow & {
  comparison: string | null
  dimension: string
  is_change: 0 | 1
  modality: string
  words: string
}

/** The figures of an article as they are matched with those of others. */
async function findStored(reading: Reading, article: number): Promise<Stored[]> {
  const rows = await reading.all<StoredRow>(
    sql`select comparables.*, published_at, publication from comparables join articles on articles.seq = comparables.article
      where article = ${article} order by claim`,
  )
  return rows.map((row) => ({
    ...toPlaced(row),
    comparison: row.comparison ?? undefined,
    dimension: row.dimension,
    isChange: row.is_change === 1,
    modality: row.modality,
    words: JSON.parse(row.words),
  }))
}

function toRow({ admitted: { value, low, high }, ...figure }: Comparable, shared: readonly string[]) {
  const { topic, dimension, isChange, modality, owner, from, to, against, words, measured, subject } = figure
  return {
    topic: topic === undefined ? null : comparisonId(topic),
    dimension,
    is_change: Number(isChange),
    modality,
    owner: owner ?? null,
    value,
    low: Number.isFinite(low) ? low : null,
    high: Number.isFinite(high) ? high : null,
    from_day: from ?? null,
    to_day: to ?? null,
    against: against ?? null,
    words: JSON.stringify(words),
    basis: JSON.stringify({ words: measured, subject: subject.name, subjectFrom: subject.origin, shared }),
  }
}

/** Takes an article's figures out of their comparisons. @returns these */
export async function removeComparables(tx: Writing, article: number): Promise<string[]> {
  const comparisons = await tx.all<{ id: string }>(
    sql`select distinct comparison as id from comparables where article = ${article} and comparison is not null order by 1`,
  )
  await tx.run(sql`delete from comparables where article = ${article}`)
  await removeStory(tx, article)
  return [...comparisons.map(({ id }) => id), ...(await removeQuotations(tx, article))]
}

type PlacedRow = {
  owner: string | null
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
    sql`select comparables.claim, comparables.article, owner, value, low, high, from_day, to_day, against, published_at, publication
      from ${raw(reading.dialect.along('comparables cross join articles indexed by articles_by_number on articles.seq = comparables.article'))}
      where comparison = ${comparison} order by comparables.claim desc limit ${mostCompared}`,
  )
  return rows.map(toPlaced)
}

const toPlaced = (row: PlacedRow): Placed & { readonly outlet: string } => ({
  claim: row.claim,
  article: row.article,
  owner: row.owner ?? undefined,
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
})

/** Says anew what the figures of these comparisons come to; one without figures goes. Where writers are many, it is noted. */
export async function refreshComparisons(tx: Writing, ids: Iterable<string>): Promise<void> {
  if (!tx.dialect.rollsUp) return describeComparisons(tx, ids)
  await tx.insert(
    'comparison_changes',
    [...ids].map((comparison) => ({ comparison })),
  )
}

async function describeComparisons(tx: Writing, ids: Iterable<string>): Promise<void> {
  for (const id of ids) {
    if (isOfQuotations(id)) {
      await refreshQuotations(tx, id)
      continue
    }
    const figures = await findPlaced(tx, id)
    // a figure alone is beside no other
    if (new Set(figures.map(({ article }) => article)).size < 2) {
      await tx.run(sql`update comparables set comparison = null where comparison = ${id}`)
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
  if (tx.dialect.rollsUp) await tx.run(sql`delete from comparison_changes`)
  await tx.run(sql`delete from comparables`)
  await tx.run(sql`delete from comparisons`)
  for (const table of ['story_names', 'quotation_runs', 'quotations', 'quote_comparisons'])
    await tx.run(sql`delete from ${raw(table)}`)
  await tx.run(sql`delete from stories`)
  const articles = await tx.all<{ seq: number; published_at: string | null }>(
    sql`select seq, published_at from articles order by seq`,
  )
  for (const { seq: article, published_at } of articles) {
    await compareArticle(tx, article, await readClaims(tx, article), published_at ?? undefined)
  }
  const all = await tx.all<{ id: string }>(sql`select id from comparisons union all select id from quote_comparisons`)
  await describeComparisons(
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
      from comparables join claims on ${raw(reading.dialect.sameClaim('comparables.claim', 'claims.seq'))} join articles on articles.seq = comparables.article
      where comparables.claim ${reading.dialect.anyOf(claims)}`,
  )
  return new Map(rows.map((row) => [row.claim, row]))
}

/** A row of `comparisons`. */
export type ComparisonRow = {
  readonly id: string
  readonly dimension: string
  readonly is_change: 0 | 1
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
  firstAmong<ComparisonRow & { claim: number }>(
    reading,
    'claims.article',
    claimId,
    sql`select comparisons.*, claims.seq as claim
      from claims join comparables on ${raw(reading.dialect.sameClaim('comparables.claim', 'claims.seq'))}
      join comparisons on comparisons.id = comparables.comparison where claims.id = ${claimId}`,
  )
