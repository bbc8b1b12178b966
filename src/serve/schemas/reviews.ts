import { z } from 'zod'
import { ClaimType } from '../../model/claim/index.ts'
import { Corrections } from '../../model/corrections.ts'
import { Review, ReviewStatus } from '../../model/review.ts'
import { exampleOf, extras, next } from './lists.ts'

export const PastReview = z
  .object({
    id: z.string(),
    review: z
      .enum([...ReviewStatus.options, 'none'])
      .describe('`none`: the review before was taken back; `added`: a person found the claim.'),
    by: Review.shape.by,
    at: Review.shape.at,
    note: Review.shape.note,
    corrections: Corrections.optional(),
    extracted: z
      .record(z.string(), z.unknown())
      .optional()
      .describe('Beside `corrections`: the same fields as the rule had read them; null for a field it had not.'),
    claimId: z.string(),
    articleId: z.string().optional().describe('Absent where nothing is known any more of what was reviewed.'),
    type: ClaimType.optional(),
    surface: z.string().optional().describe('The words that were reviewed.'),
    extractor: z.string().optional().describe('Who had found the claim.'),
    textHash: z.string().describe('SHA-256 of the text that it was said of.'),
  })
  .meta({
    id: 'PastReview',
    description: 'One review of a claim.',
    example: {
      id: 'rev_0a1b2c3d4e5f6a7b',
      review: 'confirmed',
      by: 'Ada Berg',
      at: '2024-03-02T09:00:00.000Z',
      claimId: 'clm_3k9x0a1b2c3d4e5f6a7b',
      articleId: 'art_3k9x2m7q1v5n8b4d',
      type: 'figure',
      surface: '$24bn',
      extractor: 'figure.money',
      textHash: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    },
  })
export const ReviewPage = z.object({ items: z.array(PastReview), next, ...extras }).meta({
  id: 'ReviewPage',
  description: 'A page of reviews.',
  example: { items: [exampleOf(PastReview)], next: null },
})
