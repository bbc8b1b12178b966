import { z } from 'zod'
import { Corrections } from '../../model/corrections.ts'
import { Review, ReviewStatus } from '../../model/review.ts'
import { exampleOf, extras, next } from './lists.ts'

export const PastReview = z
  .object({
    id: z.string(),
    review: z.enum([...ReviewStatus.options, 'none']).describe('`none`: the review before was taken back.'),
    by: Review.shape.by,
    at: Review.shape.at,
    note: Review.shape.note,
    corrections: Corrections.optional(),
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
      textHash: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    },
  })
export const ReviewPage = z.object({ items: z.array(PastReview), next, ...extras }).meta({
  id: 'ReviewPage',
  description: 'A page of reviews.',
  example: { items: [exampleOf(PastReview)], next: null },
})
