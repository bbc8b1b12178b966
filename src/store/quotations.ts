import { hash } from 'node:crypto'
import sql, { raw } from 'sql-template-tag'
import { areSameWords, findQuotations } from '../compare/quotation.ts'
import type { Claim } from '../model/claim/index.ts'
import type { Reading, Writing } from './database.ts'
import { firstAmong } from './place.ts'

/** Quotations that are looked at for each run of another, and of one comparison: the latest stored. */
const mostLooked = 20
export const mostQuotations = 200

type Row = { readonly seq: number; readonly claim: Claim }
const prefix = 'cmq_'
/** Whether a comparison is one of quotations, by its id. */
export const isOfQuotations = (id: string): boolean => id.startsWith(prefix)

/** Notes what of an article's quotations can be compared, and puts it beside the same words elsewhere. @returns the comparisons that are others now */
export async function insertQuotations(tx: Writing, article: number, rows: readonly Row[]): Promise<Set<string>> {
  const numbers = new Map(rows.map(({ seq, claim }) => [claim.id, seq]))
  const changed = new Set<string>()
  for (const { claimId, speaker, runs } of findQuotations(rows.map(({ claim }) => claim))) {
    const claim = numbers.get(claimId)!
    const same = (await findShared(tx, runs, article)).filter((one) => areSameWords(one.shared, one.runs, runs.length))
    const [first, ...merged] = [...new Set(same.flatMap(({ comparison }) => comparison ?? []))]
    let comparison: string | null = first ?? null
    if (same.length && comparison === null) {
      comparison = `${prefix}${hash('sha256', claimId, 'hex').slice(0, 16)}`
      await tx.insert(
        'quote_comparisons',
        [{ id: comparison, outlets: 0, articles: 0, claims: 0, published_at: '' }],
        'on conflict (id) do nothing',
      )
    }
    for (const other of merged)
      await tx.run(sql`update quotations set comparison = ${comparison} where comparison = ${other}`)
    for (const one of same)
      if (one.comparison === null)
        await tx.run(sql`update quotations set comparison = ${comparison} where claim = ${one.claim}`)
    await tx.insert('quotations', [{ claim, article, comparison, speaker, runs: runs.length }])
    await tx.insert(
      'quotation_runs',
      runs.map((run) => ({ run, claim })),
    )
    for (const id of [...merged, ...(comparison === null ? [] : [comparison])]) changed.add(id)
  }
  return changed
}

type Shared = {
  readonly claim: number
  readonly comparison: string | null
  readonly runs: number
  readonly shared: number
}

/** Quotations of other articles that share runs: of each run the latest stored are looked at, so that words that are quoted everywhere cost no more. */
async function findShared(reading: Reading, runs: readonly string[], article: number): Promise<Shared[]> {
  const shared = new Map<number, number>()
  for (const run of runs)
    for (const { claim } of await reading.all<{ claim: number }>(
      sql`select claim from quotation_runs where run = ${run} order by claim desc limit ${mostLooked}`,
    ))
      shared.set(claim, (shared.get(claim) ?? 0) + 1)
  if (shared.size === 0) return []
  const rows = await reading.all<Omit<Shared, 'shared'>>(
    sql`select claim, comparison, runs from quotations where claim ${reading.dialect.anyOf([...shared.keys()])} and article <> ${article}`,
  )
  return rows
    .map((row) => ({ ...row, shared: shared.get(row.claim)! }))
    .sort((x, y) => y.shared - x.shared || y.claim - x.claim)
}

/** Takes an article's quotations out of their comparisons. @returns these */
export async function removeQuotations(tx: Writing, article: number): Promise<string[]> {
  const comparisons = await tx.all<{ id: string }>(
    sql`select distinct comparison as id from quotations where article = ${article} and comparison is not null order by 1`,
  )
  await tx.run(sql`delete from quotations where article = ${article}`)
  return comparisons.map(({ id }) => id)
}

/** A quotation with what is shown of its article. */
export type QuotationRow = {
  readonly claim: number
  readonly article: number
  readonly json: string
  readonly title: string | null
  readonly url: string | null
  readonly publication: string | null
  readonly published_at: string | null
}

/** The quotations of a comparison, the latest stored first, as far as they are looked at. */
export const findQuotationsOf = (reading: Reading, comparison: string): Promise<QuotationRow[]> =>
  reading.all<QuotationRow>(
    sql`select quotations.claim, quotations.article, json, title, url, publication, articles.published_at
      from quotations join claims on ${raw(reading.dialect.sameClaim('quotations.claim', 'claims.seq'))} join articles on articles.seq = quotations.article
      where comparison = ${comparison} order by quotations.claim desc limit ${mostQuotations}`,
  )

/** Counts a comparison anew; one that is left with one article goes. */
export async function refreshQuotations(tx: Writing, id: string): Promise<void> {
  const counted = await tx.first<{ claims: number; articles: number; outlets: number; latest: string | null }>(
    sql`select count(*) as claims, count(distinct quotations.article) as articles,
        count(distinct coalesce(lower(publication), articles.id)) as outlets, max(articles.published_at) as latest
      from (select claim, article from quotations where comparison = ${id} order by claim desc limit ${mostQuotations}) as quotations
        join articles on articles.seq = quotations.article`,
  )
  const { claims, articles, outlets, latest } = counted!
  if (articles < 2) {
    await tx.run(sql`update quotations set comparison = null where comparison = ${id}`)
    await tx.run(sql`delete from quote_comparisons where id = ${id}`)
  } else
    await tx.run(
      sql`update quote_comparisons set outlets = ${outlets}, articles = ${articles}, claims = ${claims}, published_at = ${latest ?? ''} where id = ${id}`,
    )
}

export type QuoteComparisonRow = {
  readonly id: string
  readonly outlets: number
  readonly articles: number
  readonly claims: number
}

/** The comparison that a quotation is in. */
export const findQuoteComparisonOf = (reading: Reading, claimId: string): Promise<QuoteComparisonRow | undefined> =>
  firstAmong<QuoteComparisonRow>(
    reading,
    'claims.article',
    claimId,
    sql`select quote_comparisons.* from claims join quotations on ${raw(reading.dialect.sameClaim('quotations.claim', 'claims.seq'))}
      join quote_comparisons on quote_comparisons.id = quotations.comparison where claims.id = ${claimId}`,
  )
