import { z } from 'zod'
import { ActorReference, exampleBase, saidBase, TextSpan } from './base.ts'

export const FigureKind = z
  .enum(['count', 'money', 'percentage', 'multiple', 'fraction', 'rank', 'ratio', 'measurement', 'score'])
  .meta({
    id: 'FigureKind',
    description: 'Kind of quantity. New kinds may be added.',
    example: 'percentage',
  })
export type FigureKind = z.infer<typeof FigureKind>

export const FigureModifier = z
  .enum(['at-least', 'at-most', 'more-than', 'less-than', 'about'])
  .meta({ id: 'FigureModifier', description: 'How the text bounds or softens the number.', example: 'more-than' })
export type FigureModifier = z.infer<typeof FigureModifier>

export const Change = z
  .enum(['rise', 'fall'])
  .meta({ id: 'Change', description: 'Direction of change.', example: 'rise' })
export type Change = z.infer<typeof Change>

export const How = z.enum(['by', 'to', 'from']).meta({
  id: 'How',
  description: 'Of a change: the size of the step (`by`), where it ended (`to`), or where it started (`from`).',
  example: 'by',
})
export type How = z.infer<typeof How>

export const Period = z.object({ from: z.iso.date().optional(), to: z.iso.date().optional() }).meta({
  id: 'Period',
  description: 'Inclusive calendar days that a figure holds for; an absent end is open.',
  example: { from: '2022-01-01', to: '2022-12-31' },
})
export type Period = z.infer<typeof Period>

export const Baseline = z
  .object({
    surface: z.string().describe('The words behind `from`, `than`, `compared with` and the like.'),
    start: z.int().min(0),
    end: z.int().min(0),
    number: z.number().optional().describe('Its number, when it is a figure.'),
    period: Period.optional(),
  })
  .meta({
    id: 'Baseline',
    description: 'What a change or a comparison is against.',
    example: { surface: 'a year earlier', start: 140, end: 154, period: { from: '2021-01-01', to: '2021-12-31' } },
  })
export type Baseline = z.infer<typeof Baseline>

export const Modality = z.enum(['forecast', 'planned', 'conditional', 'required', 'possible', 'denied']).meta({
  id: 'Modality',
  description:
    'Status of a figure that is not stated as a fact: forecast (expected, projected), planned (will, agreed to), conditional (if, unless), required (a limit, a goal, a need), possible (could, may), denied (negated, rejected). Absent for what is stated as actual. New values may be added.',
  example: 'forecast',
})
export type Modality = z.infer<typeof Modality>

export const FigureClaim = z
  .object({
    type: z.literal('figure'),
    ...saidBase,
    kind: FigureKind,
    number: z
      .number()
      .optional()
      .describe(
        'Plain number after scale: `$24bn` is 24000000000. Absent for a range, or where the reading is unsure.',
      ),
    low: z
      .number()
      .optional()
      .describe('Lower end of a range, or what a bound leaves open above: `at least 5` has `number` 5 and `low` 5.'),
    high: z
      .number()
      .optional()
      .describe('Upper end of a range, or what a bound leaves open below: `up to 5` has `number` 5 and `high` 5.'),
    against: z.number().optional().describe("The other side's number of a score or vote: 48 of `52-48`."),
    per: z
      .string()
      .optional()
      .describe(
        'What a price is the price of, as a singular noun: `share` in `$1.35 a share`, `person` for `per capita`.',
      ),
    unit: z.string().optional().describe('Singular noun or UCUM-style symbol: `person`, `percent`, `km`.'),
    currency: z.string().optional().describe('ISO 4217 code.'),
    modifier: FigureModifier.optional(),
    measure: z.string().optional().describe('What is measured, in the words of the text.'),
    measureSpan: TextSpan.optional().describe('Position of the words of `measure`.'),
    measureHead: z
      .string()
      .optional()
      .describe('Lemma of the head noun of `measure`, for grouping: `sale` of `digital music sales`.'),
    subject: ActorReference.optional().describe('The actor that the figure is about, if the clause states it.'),
    change: Change.optional(),
    how: How.optional(),
    period: Period.optional(),
    baseline: Baseline.optional().describe('What a change or comparison is relative to, if the clause states it.'),
    modality: Modality.optional(),
  })
  .meta({
    id: 'FigureClaim',
    description: 'A quantity that can be checked.',
    example: {
      type: 'figure',
      ...exampleBase,
      surface: '$24bn',
      start: 152,
      end: 157,
      extractor: 'figure.money',
      confidence: 0.95,
      kind: 'money',
      number: 24000000000,
      currency: 'USD',
      measure: 'Exports',
      measureSpan: { start: 120, end: 127 },
      measureHead: 'export',
      subject: { actorId: 'act_7d2c9f1e4b8a3c6d', name: 'Norway' },
      change: 'rise',
      how: 'to',
      period: { from: '2022-01-01', to: '2022-12-31' },
      attributedTo: {
        name: 'Ada Berg',
        surface: 'Mayor Ada Berg',
        actorId: 'act_1a2b3c4d5e6f7a8b',
        quoteId: 'clm_3a9f0a1b2c3d4e5f6a7b',
      },
    },
  })
export type FigureClaim = z.infer<typeof FigureClaim>
