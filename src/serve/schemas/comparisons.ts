import { z } from 'zod'
import { Comparison } from '../../model/comparison.ts'
import { exampleOf, extras, next } from './lists.ts'

export const ComparisonPage = z.object({ items: z.array(Comparison), next, ...extras }).meta({
  id: 'ComparisonPage',
  description: 'A page of comparisons.',
  example: { items: [exampleOf(Comparison)], next: null },
})
