import sql from 'sql-template-tag'
import type { Store } from '../store/open.ts'
import { findClaim } from '../store/read.ts'
import type { ReviewRow } from '../store/reviews.ts'
import type { Query } from './conditions.ts'
import { readExtras } from './extras.ts'
import { reviewOrders } from './orders.ts'
import { type ListPlan, readPage } from './page.ts'

/** A page of what was said of a claim; undefined when there is no such claim and never was one that somebody reviewed. */
export async function listReviews(store: Store, query: Query, claimId: string) {
  const plan: ListPlan = {
    operation: `listClaimReviews${claimId}`,
    columns: 'reviews.*',
    from: () => 'reviews',
    row: 'reviews.seq',
    sequence: 'reviews.sequence',
    conditions: () => [sql`reviews.claim_id = ${claimId}`],
    order: reviewOrders[query.order as string]!,
    query,
  }
  const { rows, next } = await readPage<ReviewRow>(store, plan)
  if (!rows.length && query.after === undefined && !findClaim(store, claimId)) return undefined
  return {
    items: rows.map(({ id, status, reviewer, reviewed_at, note, corrections, text_hash }) => ({
      id,
      review: status,
      by: reviewer,
      at: reviewed_at,
      textHash: text_hash,
      ...(note !== null && { note }),
      ...(corrections !== null && { corrections: JSON.parse(corrections) as Record<string, unknown> }),
    })),
    next,
    ...(await readExtras(store, plan, 'reviews', [])),
  }
}
