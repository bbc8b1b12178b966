import { z } from 'zod'
import { QuoteKind } from './claim/quote.ts'

export const ComparedQuote = z
  .object({
    claimId: z.string(),
    articleId: z.string(),
    title: z.string().optional(),
    url: z.string().optional(),
    publication: z.string().optional(),
    publishedAt: z.iso.date().optional(),
    kind: QuoteKind,
    content: z.string().describe('Its words in this article.'),
    cue: z.string().optional(),
    sentence: z.string().describe('The sentence in which it stands.'),
    leavesOut: z.array(z.string()).describe('Stretches of the longest version that it does not have.'),
    adds: z
      .array(z.string())
      .describe('Stretches that the longest version does not have: other words, or more of them.'),
  })
  .meta({
    id: 'ComparedQuote',
    description: 'A quotation beside the same words elsewhere.',
    example: {
      claimId: 'clm_3k9x0a1b2c3d4e5f6a7b',
      articleId: 'art_3k9x2m7q1v5n8b4d',
      publication: 'Example Weekly',
      publishedAt: '2024-03-01',
      kind: 'direct',
      content: 'We are proud of the port and of the people who run it.',
      cue: 'said',
      sentence: '“We are proud of the port and of the people who run it,” she said.',
      leavesOut: ['at night'],
      adds: [],
    },
  })
export type ComparedQuote = z.infer<typeof ComparedQuote>

export const QuoteComparison = z
  .object({
    id: z.string(),
    speaker: z.string().describe('Who said it.'),
    speakerId: z.string().optional().describe('The actor.'),
    longest: z.string().describe('The longest version that any of the articles has.'),
    claimCount: z.int().min(2).describe('Quotations in it, 200 at most.'),
    articleCount: z.int().min(2),
    outletCount: z.int().min(1).describe('Publications of these; an article without one is its own.'),
    claims: z.array(ComparedQuote).describe('In the order of publication, as far as they are shown.'),
  })
  .meta({
    id: 'QuoteComparison',
    description: 'The same words of the same speaker as several articles have them.',
    example: {
      id: 'cmq_0a1b2c3d4e5f6a7b',
      speaker: 'Ada Berg',
      longest: 'We are proud of the port and of the people who run it at night.',
      claimCount: 2,
      articleCount: 2,
      outletCount: 2,
      claims: [(ComparedQuote.meta() as { example: unknown }).example],
    },
  })
export type QuoteComparison = z.infer<typeof QuoteComparison>
