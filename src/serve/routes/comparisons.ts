import { z } from 'zod'
import { ComparableClaims, Comparison, verdicts } from '../../model/comparison.ts'
import { getComparison, listComparable, listComparisons, mostShown } from '../../query/comparisons.ts'
import { filtersOf } from '../../query/filters.ts'
import { comparisonOrders, quoteComparisonOrders } from '../../query/orders.ts'
import { filterParameters, listParameters } from '../../query/parameters.ts'
import { listQuoteComparisons, mostQuotes } from '../../query/quote-comparisons.ts'
import type { Store } from '../../store/database.ts'
import { findClaimVersion } from '../../store/read.ts'
import type { App } from '../app.ts'
import { figureTable, quoteTable } from '../present/comparison-rows.ts'
import { alsoAsRows, listMediaTypes, sendList } from '../present/list.ts'
import { formatParameter } from '../present/media-types.ts'
import { responses } from '../responses.ts'
import { ComparisonPage, QuoteComparisonPage } from '../schemas/comparisons.ts'
import { claimId, missing } from './claims.ts'
import { redirectRenamed } from './renamed-claims.ts'

const tags = ['comparisons']
const verdict = z
  .preprocess(
    (value) => (value === undefined || Array.isArray(value) ? value : [value]),
    z.array(z.enum(verdicts)).min(1).max(3),
  )
  .optional()
  .describe('What the figures come to; without it, `differ` and `agree`. Repeat it for OR.')

const { order, ...paging } = listParameters(Object.keys(comparisonOrders))
const { order: quoteOrder } = listParameters(Object.keys(quoteComparisonOrders))

export function comparisonRoutes(app: App, store: Store): void {
  app.get('/v1/comparisons', {
    config: { mediaTypes: listMediaTypes },
    schema: {
      operationId: 'listComparisons',
      tags,
      summary: 'Compare figures across articles',
      description: `Figures of the same thing (measure, subject, unit or currency, change, modality), period by period, with what they come to. The filters are those of figures: a comparison is listed with all its figures if one of them is under the filters, so that \`article=…\` gives what other articles say of what that one does. A comparison shows ${mostShown.inList} figures at most, those that differ first; GET /v1/comparisons/{comparisonId} shows more. ${alsoAsRows} There each figure is a row.`,
      querystring: z.strictObject({
        verdict,
        ...filterParameters(filtersOf('figure')),
        order: order!.describe(
          'Sort order: `-difference` gives those that differ first, by the largest relative difference, then those that agree; `-outlets` those of most publications; `-published` those with the latest article. Ties are sorted by id.',
        ),
        ...paging,
        ...formatParameter(listMediaTypes),
      }),
      response: responses('A page of comparisons.', ComparisonPage, { mediaTypes: listMediaTypes }),
    },
    handler: async (request, reply) => {
      const page = await listComparisons(store, request.query as Record<string, unknown>)
      return sendList(request, reply, page, figureTable)
    },
  })
  app.get('/v1/comparisons/quotes', {
    config: { mediaTypes: listMediaTypes },
    schema: {
      operationId: 'listQuoteComparisons',
      tags,
      summary: 'Compare quotes across articles',
      description: `The same words of the same speaker in several articles, with what each leaves out of the longest version and what it has beside it. The filters are those of quotes: a comparison is listed if one of its quotes is under them. ${mostQuotes} quotes are shown at most. ${alsoAsRows} There each quote is a row.`,
      querystring: z.strictObject({
        ...filterParameters(filtersOf('quote')),
        order: quoteOrder!.describe(
          '`-outlets`: those of most publications first; `-published`: those with the latest article.',
        ),
        ...paging,
        ...formatParameter(listMediaTypes),
      }),
      response: responses('A page of comparisons of quotes.', QuoteComparisonPage, { mediaTypes: listMediaTypes }),
    },
    handler: async (request, reply) => {
      const page = await listQuoteComparisons(store, request.query as Record<string, unknown>)
      return sendList(request, reply, page, quoteTable)
    },
  })
  app.get<{ Params: { comparisonId: string } }>('/v1/comparisons/:comparisonId', {
    schema: {
      operationId: 'getComparison',
      tags,
      summary: 'Get one comparison',
      description: `With up to ${mostShown.alone} of its figures.`,
      params: z.object({ comparisonId: z.string().max(100).describe('Id of a comparison.') }),
      response: responses('The comparison.', Comparison, { refusals: [404] }),
    },
    handler: async (request) =>
      (await getComparison(store, request.params.comparisonId)) ?? missing('comparison', request.params.comparisonId),
  })
  app.get<{ Params: { claimId: string } }>('/v1/claims/:claimId/comparable', {
    preHandler: redirectRenamed(store),
    schema: {
      operationId: 'listComparableClaims',
      tags,
      summary: 'Compare a claim with other articles',
      description:
        'Of a figure, those of other articles for the same thing and the same time, how many of them agree and differ, and why each is beside it; of a quote, the same words of the same speaker elsewhere. Empty for a claim that is compared with nothing.',
      params: claimId,
      response: responses('What others say.', ComparableClaims, { moved: 301, refusals: [404] }),
    },
    handler: async (request) => {
      const { claimId: id } = request.params
      return (await findClaimVersion(store, id)) ? listComparable(store, id) : missing('claim', id)
    },
  })
}
