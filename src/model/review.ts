import { z } from 'zod'

export const ReviewStatus = z.enum(['confirmed', 'rejected', 'corrected', 'added']).meta({
  id: 'ReviewStatus',
  description:
    'confirmed: the claim is read rightly; rejected: it is none; corrected: some of its fields were put right; added: no rule had found it, a person did. New values may be added.',
  example: 'confirmed',
})
export type ReviewStatus = z.infer<typeof ReviewStatus>

/** What a review of a claim that is there can say; `none` takes the last one back. */
export const givenStatuses = ['confirmed', 'rejected', 'corrected', 'none'] as const

/** What the last review of a claim came to, as the claim carries it. */
export const Review = z
  .object({
    status: ReviewStatus,
    by: z.string().min(1).max(200).describe('Who reviewed it.'),
    at: z.iso.datetime().describe('When it was reviewed.'),
    note: z.string().min(1).max(2000).describe('Why.').optional(),
    extracted: z
      .record(z.string(), z.unknown())
      .optional()
      .describe('Of a corrected claim: the corrected fields as the rule had read them; null for a field it had not.'),
  })
  .meta({
    id: 'Review',
    description: 'Review of the claim by a fact-checker; absent if there is none.',
    example: {
      status: 'corrected',
      by: 'Ada Berg',
      at: '2024-03-02T09:00:00.000Z',
      note: 'Euros, says the table above.',
      extracted: { currency: 'USD' },
    },
  })
export type Review = z.infer<typeof Review>
