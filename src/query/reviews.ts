import sql from 'sql-template-tag'
import type { Claim } from '../model/claim/index.ts'
import type { Store } from '../store/database.ts'
import { findClaim } from '../store/read.ts'
import type { ReviewRow } from '../store/reviews.ts'
import { type Condition, type Query, toCondition, usedFilters } from './conditions.ts'
import { readExtras } from './extras.ts'
import { reviewFilters } from './filters.ts'
import { reviewOrders } from './orders.ts'
import { type ListPlan, readPage } from './page.ts'

const plan = (operation: string, query: Query, conditions: readonly Condition[]): ListPlan => ({
  operation,
  columns: 'reviews.*',
  from: () => 'reviews',
  row: 'reviews.seq',
  sequence: 'reviews.sequence',
  conditions: () => conditions,
  order: reviewOrders[query.order as string]!,
  query,
})

/** A page of what was said of a claim; undefined when there is no such claim and never was one that somebody reviewed. */
export async function listClaimReviews(store: Store, query: Query, claimId: string) {
  const own = plan(`listClaimReviews${claimId}`, query, [sql`reviews.claim_id = ${claimId}`])
  const { rows, next } = await readPage<ReviewRow>(store, own)
  if (!rows.length && query.after === undefined && !(await findClaim(store, claimId))) return undefined
  return { items: rows.map(toPastReview), next, ...(await readExtras(store, own, 'reviews', [])) }
}

/** A page of what was said of any claims. */
export async function listReviews(store: Store, query: Query) {
  const used = usedFilters(reviewFilters, query)
  const all = plan(
    'listReviews',
    query,
    used.map((one) => toCondition(store.dialect, one, 'claims')),
  )
  const { rows, next } = await readPage<ReviewRow>(store, all)
  return { items: rows.map(toPastReview), next, ...(await readExtras(store, all, 'reviews', used)) }
}

function toPastReview(row: ReviewRow) {
  const reading = row.reading === null ? undefined : (JSON.parse(row.reading) as Claim)
  const corrections = row.corrections === null ? undefined : (JSON.parse(row.corrections) as Record<string, unknown>)
  const before = reading as Record<string, unknown> | undefined
  return {
    id: row.id,
    review: row.status,
    by: row.reviewer,
    at: row.reviewed_at,
    claimId: row.claim_id,
    ...(reading && {
      articleId: reading.articleId,
      type: reading.type,
      surface: reading.surface,
      extractor: reading.extractor,
    }),
    textHash: row.text_hash,
    ...(row.note !== null && { note: row.note }),
    ...(corrections && { corrections }),
    ...(corrections &&
      before && {
        extracted: Object.fromEntries(Object.keys(corrections).map((name) => [name, before[name] ?? null])),
      }),
  }
}
