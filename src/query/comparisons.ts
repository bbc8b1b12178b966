import sql, { join, raw, type Sql } from 'sql-template-tag'
import { type ComparableClaims, type Comparison, type Verdict, verdicts } from '../model/comparison.ts'
import { type ComparisonRow, findComparison, findComparisonOf } from '../store/comparables.ts'
import { readCounter } from '../store/counters.ts'
import type { Store } from '../store/database.ts'
import { chooseClaims } from './access.ts'
import { type ClaimChoice, choose, leadConditions } from './choice.ts'
import { readComparable, readComparison } from './compared.ts'
import { type Condition, type Query, toCondition } from './conditions.ts'
import { readExtras } from './extras.ts'
import { comparisonOrders } from './orders.ts'
import { type ListPlan, readPage } from './page.ts'

/** Figures of a comparison that are shown: in a list, and by itself. */
export const mostShown = { inList: 20, alone: 200 } as const
/** Figures that are shown beside a claim. */
const mostBeside = 100

/** A filter that fewer claims than this have leads to comparisons by its claims, others are looked at comparison by comparison. */
const few = 2000

/** A page of comparisons: those in which a figure is that the filters choose, with all their figures. */
export async function listComparisons(store: Store, query: Query) {
  const choice = await choose(store, query, { operation: 'listComparisons', type: 'figure' })
  const wanted = verdicts.filter((one) =>
    ((query.verdict as Verdict[] | undefined) ?? ['differ', 'agree']).includes(one),
  )
  const filters = choice.used.length ? [await ofChosen(store, choice)] : []
  const plan: ListPlan = {
    operation: 'listComparisons',
    columns: 'comparisons.*',
    from: () => 'comparisons',
    row: 'comparisons.claims * 64',
    conditions: () => [...filters, sql`comparisons.verdict in (${join(wanted)})`],
    order: comparisonOrders[query.order as keyof typeof comparisonOrders](wanted),
    query,
  }
  const { rows, next } = await readPage<ComparisonRow>(store, plan)
  const items: Comparison[] = await Promise.all(rows.map((row) => readComparison(store, row, mostShown.inList)))
  return { items, next, ...(await readExtras(store, plan, 'comparisons', choice.used)) }
}

/** That one of its figures is under the filters. */
async function ofChosen(store: Store, choice: ClaimChoice): Promise<Condition> {
  const { dialect } = store
  const words = choice.words.map((one) => toCondition(dialect, one, 'claims'))
  const conditions = [...words, ...leadConditions(dialect, choice, false), ...choice.conditions]
  const matches = (from: string, more: readonly Sql[] = []): Sql =>
    sql`select comparables.comparison from ${raw(dialect.along(from))} where ${join(
      [...more, ...conditions].map((one) => sql`(${one})`),
      ' and ',
    )}`
  return (await leadsToFew(store, choice))
    ? sql`comparisons.id in (${matches(`${chooseClaims(dialect, choice, false, 'position')} cross join comparables on comparables.claim = claims.seq`)})`
    : sql`exists (${matches(
        'comparables cross join claims on claims.seq = comparables.claim cross join articles on articles.seq = claims.article',
        [sql`comparables.comparison = comparisons.id`],
      )})`
}

async function leadsToFew(store: Store, { used, lead }: ClaimChoice): Promise<boolean> {
  if (lead) return (await readCounter(store, 'actor', 'figure', lead.actorId)) < few
  for (const { filter, operator, values } of used) {
    if (operator !== '') continue
    if (filter.value === 'article' || filter.value === 'words') return true
    if (filter.name !== 'unit' && filter.name !== 'currency' && filter.name !== 'measureHead') continue
    let sum = 0
    for (const value of values) sum += await readCounter(store, filter.name, 'figure', String(value))
    if (sum < few) return true
  }
  return false
}

export async function getComparison(store: Store, id: string): Promise<Comparison | undefined> {
  const row = await findComparison(store, id)
  return row && readComparison(store, row, mostShown.alone)
}

/** What can be compared with a claim that exists: nothing, where it is no figure whose measure is known. */
export async function listComparable(store: Store, claimId: string): Promise<ComparableClaims> {
  const found = await findComparisonOf(store, claimId)
  return found
    ? readComparable(store, claimId, found.claim, found, mostBeside)
    : { claimId, agree: 0, differ: 0, items: [] }
}
