import { z } from 'zod'
import { Comparison } from '../../model/comparison.ts'
import { QuoteComparison } from '../../model/quote-comparison.ts'
import { exampleOf, extras, next } from './lists.ts'

export const ComparisonPage = z.object({ items: z.array(Comparison), next, ...extras }).meta({
  id: 'ComparisonPage',
  description: 'A page of comparisons.',
  example: { items: [exampleOf(Comparison)], next: null },
})

export const QuoteComparisonPage = z.object({ items: z.array(QuoteComparison), next, ...extras }).meta({
  id: 'QuoteComparisonPage',
  description: 'A page of comparisons of quotes.',
  example: { items: [exampleOf(QuoteComparison)], next: null },
})
