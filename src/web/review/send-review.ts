import { type Claim, getClaim, ProblemError, type ReviewRequest, reviewClaim } from '../../client/index.ts'
import { sayDay } from '../../say/days.ts'

/** Somebody else reviewed the claim after it was shown; `claim` is as they left it. */
export class ReviewedMeanwhile extends Error {
  readonly claim: Claim
  constructor(claim: Claim) {
    const { review } = claim
    super(
      review
        ? `${review.by} has reviewed it meanwhile (${review.status}, ${sayDay(review.at.slice(0, 10))}). Look again.`
        : 'The review that you see was taken back meanwhile. Look again.',
    )
    this.claim = claim
  }
}

/**
 * Says what a reviewer says of a claim, as it was shown: a review that came in between is not written over.
 * @returns the claim as it is now
 * @throws {ReviewedMeanwhile}
 * @throws {ProblemError} of the service
 */
export async function sendReview(shown: Claim, review: ReviewRequest): Promise<Claim> {
  const { data, error, response } = await getClaim({ path: { claimId: shown.id } })
  if (!data) throw new ProblemError(error)
  if (data.review?.at !== shown.review?.at) throw new ReviewedMeanwhile(data)
  const sent = await reviewClaim({
    path: { claimId: shown.id },
    body: review,
    headers: { 'if-match': response?.headers.get('ETag') ?? '*' },
  })
  if (!sent.data) throw new ProblemError(sent.error)
  return sent.data
}
