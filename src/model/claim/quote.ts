import { z } from 'zod'
import { claimBase, exampleBase } from './base.ts'

export const QuoteKind = z.enum(['direct', 'partial', 'indirect', 'scare']).meta({
  id: 'QuoteKind',
  description:
    'direct: a whole sentence or more between marks; partial: marked words inside a sentence, attributed; indirect: reported without marks, or the clause around a few marked words; scare: marked words that nobody is named for. New kinds may be added.',
  example: 'direct',
})
export type QuoteKind = z.infer<typeof QuoteKind>

export const Polarity = z.enum(['denied']).meta({
  id: 'Polarity',
  description:
    '`denied`: the source says that it is not so (`denied that ...`). Absent where the source says that it is.',
  example: 'denied',
})
export type Polarity = z.infer<typeof Polarity>

export const QuotePart = z
  .object({ start: z.int().min(0), end: z.int().min(0) })
  .meta({ id: 'QuotePart', description: 'One stretch of an interrupted quotation.', example: { start: 10, end: 24 } })

export const QuoteSource = z
  .object({
    surface: z.string().describe('The words that name who said it: `he`, `Yau`, `the ministry`.'),
    start: z.int().min(0),
    end: z.int().min(0),
    actorId: z.string().optional().describe('The actor it refers to, when that is known.'),
    name: z.string().optional().describe("That actor's name."),
  })
  .meta({
    id: 'QuoteSource',
    description: 'Who said it.',
    example: { surface: 'Mayor Ada Berg', start: 169, end: 183, actorId: 'act_1a2b3c4d5e6f7a8b', name: 'Ada Berg' },
  })
export type QuoteSource = z.infer<typeof QuoteSource>

export const QuoteClaim = z
  .object({
    type: z.literal('quote'),
    ...claimBase,
    kind: QuoteKind,
    source: z.union([QuoteSource, z.null()]).describe('Who said it; null if the text does not name anybody.'),
    cue: z.string().optional().describe('The reporting words: `wrote`, `according to`.'),
    polarity: Polarity.optional(),
    parts: z.array(QuotePart).optional().describe('Only for a quotation that its attribution interrupts.'),
    content: z.string().optional().describe('Only with `parts`: the words joined.'),
  })
  .meta({
    id: 'QuoteClaim',
    description: 'What somebody said, in their words or reported.',
    example: {
      type: 'quote',
      ...exampleBase,
      surface: 'Exports of Norway rose by 4% to $24bn last year',
      start: 120,
      end: 167,
      extractor: 'quote.indirect',
      confidence: 0.8,
      kind: 'indirect',
      source: { surface: 'Mayor Ada Berg', start: 169, end: 183, actorId: 'act_1a2b3c4d5e6f7a8b', name: 'Ada Berg' },
      cue: 'said',
    },
  })
export type QuoteClaim = z.infer<typeof QuoteClaim>
