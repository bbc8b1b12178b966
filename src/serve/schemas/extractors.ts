import { z } from 'zod'
import { CheckWorthySentence } from '../../model/check-worthy.ts'
import { ClaimType } from '../../model/claim/index.ts'
import { exampleOf, extras, next } from './lists.ts'

const judged = {
  claims: z.int().min(0).describe('Claims in bodies of articles, reviewed or not.'),
  confirmed: z.int().min(0).describe('Reviewed, and right as they were read.'),
  corrected: z.int().min(0).describe('Reviewed, and some fields were put right.'),
  rejected: z.int().min(0).describe('Reviewed, and no claims.'),
  precision: z
    .number()
    .min(0)
    .max(1)
    .optional()
    .describe('Confirmed, of all that were reviewed; absent without a review.'),
  spanPrecision: z.number().min(0).max(1).optional().describe('Confirmed or corrected, of all that were reviewed.'),
}

export const Extractor = z.object({ extractor: z.string(), type: ClaimType, ...judged }).meta({
  id: 'Extractor',
  description: 'A rule, and what reviewers found of its claims.',
  example: {
    extractor: 'figure.money',
    type: 'figure',
    claims: 210,
    confirmed: 18,
    corrected: 1,
    rejected: 1,
    precision: 0.9,
    spanPrecision: 0.95,
  },
})

export const MeasuredQuality = z
  .object({
    texts: z.string().describe('Texts that people annotated.'),
    spans: z.number().describe('F1 in percent of spans that overlap.'),
    values: z.number().describe('F1 in percent, with the right value, kind or source.'),
  })
  .meta({
    id: 'MeasuredQuality',
    description: 'How well claims of a type are read on annotated texts; see docs/quality.md.',
    example: { texts: 'MEANTIME news', spans: 94.9, values: 94.6 },
  })

export const TypeQuality = z
  .object({
    type: ClaimType,
    ...judged,
    missed: z.int().min(0).describe('Claims that reviewers added.'),
    recall: z
      .number()
      .min(0)
      .max(1)
      .optional()
      .describe(
        'Of the claims that reviewers found right or added, those that a rule had found. It says something only where they added what they missed.',
      ),
    measured: z.array(MeasuredQuality).describe('The same type on annotated texts.'),
  })
  .meta({
    id: 'TypeQuality',
    description: 'All rules of a type of claims together.',
    example: {
      type: 'figure',
      claims: 512,
      confirmed: 40,
      corrected: 4,
      rejected: 2,
      missed: 4,
      precision: 0.8696,
      spanPrecision: 0.9565,
      recall: 0.9167,
      measured: [exampleOf(MeasuredQuality)],
    },
  })

export const ExtractorList = z
  .object({
    items: z.array(Extractor).describe('By name.'),
    types: z.array(TypeQuality),
    measuredOn: z.iso.date().describe('Day of the measurements on annotated texts.'),
  })
  .meta({
    id: 'ExtractorList',
    description: 'How right the rules are, as reviewers found it and as it was measured.',
    example: { items: [exampleOf(Extractor)], types: [exampleOf(TypeQuality)], measuredOn: '2026-11-26' },
  })

export const CheckWorthyPage = z.object({ items: z.array(CheckWorthySentence), next, ...extras }).meta({
  id: 'CheckWorthyPage',
  description: 'A page of sentences that are worth checking.',
  example: { items: [exampleOf(CheckWorthySentence)], next: null },
})
