import { z } from 'zod'
import { Change, FigureModifier, How, Modality, Period } from './claim/figure.ts'
import { ComparedQuote } from './quote-comparison.ts'

/** What figures come to beside each other. */
export const verdicts = ['differ', 'agree', 'single'] as const
export type Verdict = (typeof verdicts)[number]
/** Where it is known from whose a figure is. */
export const subjectOrigins = ['stated', 'measure', 'sentence', 'article', 'none'] as const
export type SubjectOrigin = (typeof subjectOrigins)[number]

export const ComparisonVerdict = z.enum(verdicts).meta({
  id: 'ComparisonVerdict',
  description:
    'agree: all can be right at once, within rounding and the bounds that their words give; differ: two of different articles cannot; single: no two articles have a figure for the same time.',
  example: 'differ',
})
export type ComparisonVerdict = z.infer<typeof ComparisonVerdict>

export const ComparisonDifference = z
  .object({
    absolute: z.number().min(0).describe('In the unit or currency of the figures; percentage points of percentages.'),
    relative: z.number().min(0).max(1).describe('Of the larger number: 0.1 where one is a tenth below the other.'),
  })
  .meta({
    id: 'ComparisonDifference',
    description: 'How far two figures lie apart that cannot both be right.',
    example: { absolute: 37, relative: 0.135 },
  })

export const Admits = z
  .object({
    low: z.number().optional().describe('Absent where it is open.'),
    high: z.number().optional().describe('Absent where it is open.'),
  })
  .meta({
    id: 'Admits',
    description:
      'The numbers that the words of a figure allow for: half of the last digit shown either way, a tenth for `about`, one side of a bound. Falls are negative where changes are compared; fractions are percentages.',
    example: { low: 23500000000, high: 24500000000 },
  })

export const ComparisonBasis = z
  .object({
    words: z
      .array(z.string())
      .describe('What it measures, as measures are compared: `dead` for `death toll` and `were killed`.'),
    subject: z.string().optional().describe('Whose figure it is taken to be.'),
    subjectFrom: z
      .enum(subjectOrigins)
      .describe(
        'How that is known: `stated` by the clause, a name inside the `measure`, the one place that its `sentence` names, what its `article` is mostly about, or `none`. New values may be added.',
      ),
    sharedWords: z
      .array(z.string())
      .describe(
        'Words that it had in common with the figure that it was put beside, in articles that tell the same news; empty where measure and subject alone put it there, and of the first figure.',
      ),
    timeFrom: z
      .enum(['period', 'published', 'none'])
      .describe('Whether its own period puts it beside the others or, where it states none, the day of publication.'),
  })
  .meta({
    id: 'ComparisonBasis',
    description: 'Why a figure is among those that it is compared with, so that it can be doubted.',
    example: {
      words: ['dead'],
      subject: 'India',
      subjectFrom: 'sentence',
      sharedWords: ['dead'],
      timeFrom: 'published',
    },
  })

const articleFields = {
  articleId: z.string(),
  title: z.string().optional(),
  url: z.string().optional(),
  publication: z.string().optional(),
  publishedAt: z.iso.date().optional(),
}
export const spokenFields = {
  sentence: z.string().describe('The sentence in which it stands.'),
  speaker: z.string().optional().describe('Who says so, where it stands in the words of somebody.'),
  speakerId: z.string().optional().describe('The actor, where it is known.'),
}

const exampleClaim = {
  claimId: 'clm_3k9x0a1b2c3d4e5f6a7b',
  articleId: 'art_3k9x2m7q1v5n8b4d',
  title: 'Trains collide near Balasore',
  publication: 'Example Weekly',
  publishedAt: '2023-06-04',
  surface: 'At least 238 people',
  sentence: 'At least 238 people were killed when two trains collided in India on Friday.',
  number: 238,
  modifier: 'at-least',
  measure: 'killed',
  admits: { low: 238 },
  because: { words: ['dead'], subject: 'India', subjectFrom: 'sentence', sharedWords: ['dead'], timeFrom: 'published' },
} as const

export const ComparedFigure = z
  .object({
    claimId: z.string(),
    ...articleFields,
    surface: z.string().describe('Its words.'),
    ...spokenFields,
    number: z.number().optional(),
    low: z.number().optional(),
    high: z.number().optional(),
    modifier: FigureModifier.optional(),
    measure: z.string().optional().describe('What is measured, in the words of this text.'),
    change: Change.optional(),
    how: How.optional(),
    period: Period.optional(),
    modality: Modality.optional(),
    admits: Admits,
    because: ComparisonBasis,
  })
  .meta({ id: 'ComparedFigure', description: 'A figure beside others of the same thing.', example: exampleClaim })
export type ComparedFigure = z.infer<typeof ComparedFigure>

export const ComparisonPeriod = z
  .object({
    period: Period.optional().describe('What the figures hold for, where any of them says so.'),
    verdict: ComparisonVerdict,
    difference: ComparisonDifference.optional().describe('Where they differ.'),
    claims: z.array(ComparedFigure).describe('In the order of publication.'),
  })
  .meta({
    id: 'ComparisonPeriod',
    description: 'Figures of the same thing for the same time.',
    example: { verdict: 'single', claims: [exampleClaim] },
  })
export type ComparisonPeriod = z.infer<typeof ComparisonPeriod>

export const Comparison = z
  .object({
    id: z.string(),
    measure: z.string().describe('What is measured, in the words that most of the articles use.'),
    words: z.array(z.string()).describe('The same as measures are compared.'),
    subject: z.string().optional().describe('Whose it is.'),
    unit: z.string().optional().describe('Unit of all the figures; `count` where things or people are counted.'),
    currency: z.string().optional().describe('ISO 4217 code, of money.'),
    compares: z.enum(['level', 'change']).describe('What the figures say: how much it is, or by how much it changed.'),
    modality: Modality.optional().describe('Of most of the figures; absent for what is stated as actual.'),
    verdict: ComparisonVerdict.describe('`differ` if the figures of any period differ.'),
    difference: ComparisonDifference.optional().describe('The largest of its periods, by its relative size.'),
    claimCount: z.int().min(1).describe('Figures in it.'),
    articleCount: z.int().min(1).describe('Articles that they stand in.'),
    outletCount: z.int().min(1).describe('Publications of these; an article without one is its own.'),
    reason: z.string().describe('Why these figures are put side by side, in a sentence.'),
    periods: z.array(ComparisonPeriod).describe('Earliest first, those with claims that are shown.'),
  })
  .meta({
    id: 'Comparison',
    description: 'Figures of several articles that are of the same thing, period by period.',
    example: {
      id: 'cmp_0a1b2c3d4e5f6a7b',
      measure: 'killed',
      words: ['dead'],
      subject: 'India',
      unit: 'count',
      compares: 'level',
      verdict: 'single',
      claimCount: 1,
      articleCount: 1,
      outletCount: 1,
      reason:
        'All are numbers of "dead" of India: the articles tell the same news, and the words around the figures share "dead", "train".',
      periods: [{ verdict: 'single', claims: [exampleClaim] }],
    },
  })
export type Comparison = z.infer<typeof Comparison>

export const ComparableFigure = z
  .object({
    ...ComparedFigure.shape,
    verdict: ComparisonVerdict.describe('Whether this figure and the claim can both be right.'),
    difference: ComparisonDifference.optional(),
    reason: z.string().describe('Why the two are put side by side.'),
  })
  .meta({
    id: 'ComparableFigure',
    description: 'A figure that can be compared with a claim.',
    example: {
      ...exampleClaim,
      verdict: 'agree',
      reason: 'Both are numbers of "dead" of India: measure and subject are the same.',
    },
  })
export type ComparableFigure = z.infer<typeof ComparableFigure>

export const ComparableClaims = z
  .object({
    claimId: z.string(),
    comparisonId: z
      .string()
      .optional()
      .describe('See GET /v1/comparisons/{comparisonId}; absent where the claim is compared with nothing.'),
    agree: z.int().min(0).describe('Figures of other articles that can be right together with it.'),
    differ: z.int().min(0).describe('Those that cannot.'),
    items: z.array(ComparableFigure).describe('Those of other articles, the latest published first; 80 at most.'),
    quotes: z
      .array(ComparedQuote)
      .optional()
      .describe(
        'Of a quote: the same words of the same speaker in other articles; those that leave some out or have others `differ`.',
      ),
  })
  .meta({
    id: 'ComparableClaims',
    description: 'What other articles say of the same thing for the same time.',
    example: { claimId: 'clm_3k9x0a1b2c3d4e5f6a7b', agree: 0, differ: 0, items: [] },
  })
export type ComparableClaims = z.infer<typeof ComparableClaims>
