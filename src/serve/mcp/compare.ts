import { z } from 'zod'
import { ComparableClaims, type ComparedFigure, Comparison, ComparisonVerdict } from '../../model/comparison.ts'
import { filtersOf } from '../../query/filters.ts'
import { filterParameters, listParameters } from '../../query/parameters.ts'
import { next } from '../schemas/lists.ts'
import { links, linksTo } from './citation.ts'
import { limitOf, pick, type Tool } from './tool.ts'

// Figures of the same thing in several articles.

const ClaimLinks = z.array(z.object({ claimId: z.string(), ...links })).describe('Where each of the claims stands.')
const { after } = listParameters(['-difference'])
type Compared = z.infer<typeof ComparedFigure>

const write = ({ surface, speaker, publication, title, publishedAt, articleId, claimId }: Compared, base: string) =>
  `“${surface}”${speaker ? ` (says ${speaker})` : ''}: ${[publication, title && `“${title}”`, publishedAt].filter(Boolean).join(', ') || articleId} ${linksTo(claimId, articleId, base).link}`

const linksOf = (figures: readonly Compared[], base: string) =>
  figures.map(({ claimId, articleId }) => ({ claimId, ...linksTo(claimId, articleId, base) }))

export const compareFigures: Tool = {
  name: 'compare_figures',
  title: 'Compare figures across articles',
  description:
    'Figures of the same thing in several articles, period by period, with what they come to: `agree` where all can be right, `differ` where they cannot. Those that differ most come first. Use it to see whether a number is disputed, or has changed.',
  input: z.strictObject({
    ...pick(filterParameters(filtersOf('figure')), [
      'measure',
      'measureHead',
      'subject',
      'actor',
      'article',
      'unit',
      'currency',
      'from',
      'to',
      'q',
    ]),
    verdict: z
      .array(ComparisonVerdict)
      .min(1)
      .max(3)
      .optional()
      .describe('What the figures come to; without it, `differ` and `agree`.'),
    limit: limitOf(20, 5),
    after: after!,
  }),
  output: z.object({ comparisons: z.array(Comparison), links: ClaimLinks, next }),
  run: async (input, ask, base) => {
    const page = await ask<{ items: Comparison[]; next: string | null }>({ path: '/v1/comparisons', query: input })
    const figures = page.items.flatMap(({ periods }) => periods.flatMap(({ claims }) => claims))
    const text = page.items.map(({ measure, subject, verdict, reason, periods }, i) =>
      [
        `${i + 1}. ${measure}${subject ? ` of ${subject}` : ''}: ${verdict}. ${reason}`,
        ...periods.flatMap(({ period, verdict: here, claims }) => [
          `  ${period ? `${period.from ?? '..'}/${period.to ?? '..'}` : 'time not stated'}: ${here}`,
          ...claims.map((figure) => `    ${write(figure, base)}`),
        ]),
      ].join('\n'),
    )
    return {
      data: { comparisons: page.items, links: linksOf(figures, base), next: page.next },
      text: text.join('\n') || 'No figures can be compared under these filters.',
    }
  },
}

export const compareClaim: Tool = {
  name: 'compare_claim',
  title: 'What other articles say',
  description:
    'Figures of other articles for the same thing and the same time as one figure, each with whether both can be right, and why they are put side by side. Use it before you rely on a single figure.',
  input: z.strictObject({ claimId: z.string().min(1).max(100).describe('Id of a figure.') }),
  output: ComparableClaims.extend({ links: ClaimLinks }),
  run: async ({ claimId }, ask, base) => {
    const path = `/v1/claims/${encodeURIComponent(claimId as string)}/comparable`
    const found = await ask<ComparableClaims>({ path })
    const lines = found.items.map((figure) => `- ${figure.verdict}: ${write(figure, base)}`)
    return {
      data: { ...found, links: linksOf(found.items, base) },
      text: [`${found.agree} figures of other articles agree, ${found.differ} differ.`, ...lines].join('\n'),
    }
  },
}
