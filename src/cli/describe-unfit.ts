import type { UnfitReview } from '../store/unfit-reviews.ts'

const reasons: Record<UnfitReview['why'], string> = {
  gone: 'no claim has these words any more',
  'read-otherwise': 'they are read otherwise now, so that it is unreviewed again',
  'cannot-be-corrected': 'the corrections do not fit what is read now',
}

/** A review that does not fit any more, in a line for people. */
export const describeUnfit = ({ claimId, type, surface, review, why }: UnfitReview): string =>
  `${type} ${claimId} ${JSON.stringify(surface)}, ${review.status} by ${review.by} on ${review.at.slice(0, 10)}: ${reasons[why]}`
