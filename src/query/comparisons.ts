import sql, { join } from 'sql-template-tag'
import { type ComparableClaims, type Comparison, type Verdict, verdicts } from '../model/comparison.ts'
import type { QuoteComparison } from '../model/quote-comparison.ts'
import { type ComparisonRow, findComparison, findComparisonOf } from '../store/comparables.ts'
import type { Store } from '../store/database.ts'
import { choose } from './choice.ts'
import { readComparable, readComparison } from './compared.ts'
import { ofChosen } from './compared-choice.ts'
import type { Query } from './conditions.ts'
import { readExtras } from './extras.ts'
import { comparisonOrders } from './orders.ts'
import { type ListPlan, readPage } from './page.ts'
import { findQuotesBeside } from './quote-comparisons.ts'

/** Figures of a comparison that are shown: in a list, and by itself. */
export const mostShown = { inList: 20, alone: 80 } as const
/** Figures that are shown beside a claim. */
const mostBeside = 80

/** A page of comparisons: those in which a figure is that the filters choose, with all their figures. */
export async function listComparisons(store: Store, query: Query) {
  const choice = await choose(store, query, { operation: 'listComparisons', type: 'figure' })
  const wanted = verdicts.filter((one) =>
    ((query.verdict as Verdict[] | undefined) ?? ['differ', 'agree']).includes(one),
  )
  const { conditions, ...sample } = await ofChosen(store, choice, 'comparables')
  const plan: ListPlan = {
    operation: 'listComparisons',
    columns: 'comparisons.*',
    from: () => 'comparisons',
    row: 'comparisons.claims * 64',
    conditions: () => [...conditions, sql`comparisons.verdict in (${join(wanted)})`],
    order: comparisonOrders[query.order as keyof typeof comparisonOrders](wanted),
    query,
  }
  const { rows, next } = await readPage<ComparisonRow>(store, plan)
  const items: Comparison[] = await Promise.all(rows.map((row) => readComparison(store, row, mostShown.inList)))
  return { items, next, ...sample, ...(await readExtras(store, plan, 'comparisons', choice.used)) }
}

export async function getComparison(store: Store, id: string): Promise<Comparison | undefined> {
  const row = await findComparison(store, id)
  return row && readComparison(store, row, mostShown.alone)
}

/** What can be compared with a claim that exists: nothing, where it is no figure whose measure is known. */
export async function listComparable(store: Store, claimId: string): Promise<ComparableClaims> {
  const found = await findComparisonOf(store, claimId)
  const quotes = found ? undefined : await findQuotesBeside(store, claimId)
  if (quotes) return besideQuotes(claimId, quotes)
  return found
    ? readComparable(store, claimId, found.claim, found, mostBeside)
    : { claimId, agree: 0, differ: 0, items: [] }
}

/** What a quotation is beside: those of other articles that have all of the words agree, those that leave some out or have others differ. */
function besideQuotes(claimId: string, { id, claims }: QuoteComparison): ComparableClaims {
  const own = claims.find((claim) => claim.claimId === claimId)
  const quotes = claims.filter(({ articleId }) => articleId !== own?.articleId)
  const agree = quotes.filter(({ leavesOut, adds }) => leavesOut.length === 0 && adds.length === 0).length
  return { claimId, comparisonId: id, agree, differ: quotes.length - agree, items: [], quotes }
}
