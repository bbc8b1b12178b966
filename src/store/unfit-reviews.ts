import sql from 'sql-template-tag'
import type { Claim } from '../model/claim/index.ts'
import { type Corrections, correctClaim } from '../model/corrections.ts'
import type { Review } from '../model/review.ts'
import type { ClaimRow } from './claims.ts'
import type { Reading } from './database.ts'

/** A review that nothing carries any more, or not as it was meant: what it was of, and why. It stays in the history of its claim. */
export type UnfitReview = {
  readonly claimId: string
  readonly type: Claim['type']
  readonly surface: string
  readonly review: Review
  /** No claim has these words; they are read as something else than what was confirmed; the corrections do not fit what is read now. */
  readonly why: 'gone' | 'read-otherwise' | 'cannot-be-corrected'
}

/** The claims of an article that carry a review. */
export const listReviewed = async (reading: Reading, article: number): Promise<Claim[]> =>
  (
    await reading.all<{ json: string }>(
      sql`select json from claims where article = ${article} and review <> 'none' order by seq`,
    )
  ).map(({ json }) => JSON.parse(json) as Claim)

/** Which of these reviews the claims that have come in their place do not carry as they were meant. */
export function findUnfit(before: readonly Claim[], rows: readonly ClaimRow[]): UnfitReview[] {
  const now = new Map(before.length > 0 ? rows.map(({ claim }) => [claim.id, claim]) : [])
  return before.flatMap((claim) => {
    const why = whyUnfit(claim, now.get(claim.id))
    const { id: claimId, type, surface, review } = claim
    return why ? [{ claimId, type, surface, review: review!, why }] : []
  })
}

function whyUnfit(before: Claim, now: Claim | undefined): UnfitReview['why'] | undefined {
  if (!now) return 'gone'
  if (!now.review) return 'read-otherwise'
  const corrected = Object.keys(before.review!.extracted ?? {})
  const values = before as unknown as Record<string, unknown>
  const corrections: Corrections = Object.fromEntries(corrected.map((name) => [name, values[name] ?? null]))
  try {
    correctClaim(now, corrections)
    return undefined
  } catch {
    return 'cannot-be-corrected'
  }
}
