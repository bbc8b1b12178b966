import { z } from 'zod'
import { exampleBase, saidBase } from './base.ts'

export const DateKind = z.enum(['date', 'range', 'duration', 'set', 'reference']).meta({
  id: 'DateKind',
  description: 'Kind of time expression: the types of TIMEX3, with ranges apart. New kinds may be added.',
  example: 'date',
})
export type DateKind = z.infer<typeof DateKind>

export const DateModifier = z
  .enum(['about', 'before', 'after', 'more-than', 'less-than', 'start', 'mid', 'end'])
  .meta({ id: 'DateModifier', description: 'TIMEX3 `mod`, in plain words.', example: 'start' })
export type DateModifier = z.infer<typeof DateModifier>

export const DateClaim = z
  .object({
    type: z.literal('date'),
    ...saidBase,
    kind: DateKind,
    iso: z
      .string()
      .optional()
      .describe('ISO 8601 or TIMEX3 value, as coarse as the text: `2022`, `2022-07`, `2023-06-08/2023-06-09`.'),
    from: z.iso.date().optional().describe('First calendar day; absent means open or unknown.'),
    to: z.iso.date().optional().describe('Last calendar day, inclusive; absent means open or unknown.'),
    duration: z.string().optional().describe('ISO 8601 duration.'),
    modifier: DateModifier.optional(),
  })
  .meta({
    id: 'DateClaim',
    description: "A time expression, resolved against the article's publication date.",
    example: {
      type: 'date',
      ...exampleBase,
      surface: 'last year',
      start: 158,
      end: 167,
      extractor: 'date.relative',
      confidence: 0.9,
      kind: 'date',
      iso: '2022',
      from: '2022-01-01',
      to: '2022-12-31',
    },
  })
export type DateClaim = z.infer<typeof DateClaim>
