import { z } from 'zod'
import { Comparison } from '../../model/comparison.ts'
import { QuoteComparison } from '../../model/quote-comparison.ts'
import { mostSampled } from '../../query/page.ts'
import { exampleOf, extras, next } from './lists.ts'

const sample = z
  .int()
  .optional()
  .describe(
    `Present where more claims fit the filters than are looked at: the comparisons are those of this many (${mostSampled}), the latest stored.`,
  )

export const ComparisonPage = z.object({ items: z.array(Comparison), next, ...extras, sample }).meta({
  id: 'ComparisonPage',
  description: 'A page of comparisons.',
  example: { items: [exampleOf(Comparison)], next: null },
})

export const QuoteComparisonPage = z.object({ items: z.array(QuoteComparison), next, ...extras, sample }).meta({
  id: 'QuoteComparisonPage',
  description: 'A page of comparisons of quotes.',
  example: { items: [exampleOf(QuoteComparison)], next: null },
})
