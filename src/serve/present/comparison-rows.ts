import { z } from 'zod'
import { ComparedFigure, Comparison, ComparisonPeriod } from '../../model/comparison.ts'
import { ComparedQuote, QuoteComparison } from '../../model/quote-comparison.ts'
import { tableOf } from './list.ts'

// Comparisons as tables: each figure or quote is a row, beside what its comparison is of.

const ofFigures = Comparison.pick({
  id: true,
  measure: true,
  subject: true,
  unit: true,
  currency: true,
  compares: true,
  modality: true,
})
const FigureRow = z.object({
  comparison: ofFigures,
  ...ComparisonPeriod.pick({ verdict: true, difference: true }).shape,
  ...ComparedFigure.shape,
})

/** `verdict` and `difference` are those of the figures of the same period. */
export const figureTable = tableOf(FigureRow, ({ periods, ...comparison }: Comparison) =>
  periods.flatMap(({ verdict, difference, claims }) =>
    claims.map((claim) => ({ comparison: pick(comparison, ofFigures), verdict, difference, ...claim })),
  ),
)

const ofQuotes = QuoteComparison.pick({ id: true, speaker: true, speakerId: true, longest: true })
const QuoteRow = z.object({ comparison: ofQuotes, ...ComparedQuote.shape })

export const quoteTable = tableOf(QuoteRow, ({ claims, ...comparison }: QuoteComparison) =>
  claims.map((claim) => ({ comparison: pick(comparison, ofQuotes), ...claim })),
)

const pick = (comparison: object, { shape }: z.ZodObject) =>
  Object.fromEntries(Object.entries(comparison).filter(([name]) => Object.hasOwn(shape, name)))
