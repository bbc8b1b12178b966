import { z } from 'zod'
import { CheckWorthySentence } from '../../model/check-worthy.ts'
import { listCheckWorthy } from '../../query/check-worthy.ts'
import { describeExtractors } from '../../query/extractors.ts'
import { articleFilters } from '../../query/filters.ts'
import { checkWorthyOrders } from '../../query/orders.ts'
import { filterParameters, listParameters } from '../../query/parameters.ts'
import type { Store } from '../../store/database.ts'
import type { App } from '../app.ts'
import { alsoAsRows, listMediaTypes, sendList, tableOf } from '../present/list.ts'
import { formatParameter } from '../present/media-types.ts'
import { responses } from '../responses.ts'
import { CheckWorthyPage, ExtractorList } from '../schemas/extractors.ts'

const tags = ['reviews']
const table = tableOf(
  CheckWorthySentence,
  ({ claims, ...sentence }: z.infer<typeof CheckWorthySentence>): readonly object[] => [
    { ...sentence, claims: claims.map(({ id }) => id) },
  ],
)
const { order, ...paging } = listParameters(Object.keys(checkWorthyOrders))

/** What to look at first, and whom to trust. */
export function checkWorthyRoutes(app: App, store: Store): void {
  app.get('/v1/check-worthy', {
    config: { mediaTypes: listMediaTypes },
    schema: {
      operationId: 'listCheckWorthy',
      tags,
      summary: 'List sentences that are worth checking',
      description: `Sentences that state a figure as a fact, those first that most speaks for: what it measures and when, a comparison, a speaker who is known, many people, much money. Each says why. Forecasts, plans, possibilities and opinions are left out. The other filters are those of articles. ${alsoAsRows} There \`claims\` are ids.`,
      querystring: z.strictObject({
        article: z.string().min(1).max(100).optional().describe('Id of the article.'),
        checked: z
          .enum(['true', 'false'])
          .optional()
          .describe('Only sentences all of whose figures have a review (true), or those that still want one (false).'),
        ...filterParameters(articleFilters),
        order: order!.describe(
          '`-score`: most worth checking first, of the same score the latest stored; `position`: article by article.',
        ),
        ...paging,
        ...formatParameter(listMediaTypes),
      }),
      response: responses('A page of sentences.', CheckWorthyPage, { mediaTypes: listMediaTypes }),
    },
    handler: async (request, reply) => {
      const page = await listCheckWorthy(store, request.query as Record<string, unknown>)
      return sendList(request, reply, page, table)
    },
  })
  app.get('/v1/extractors', {
    schema: {
      operationId: 'listExtractors',
      tags,
      summary: 'List the rules and how right they are',
      description:
        'Precision of each rule and recall of each type as reviewers found them, from the reviews that stand now, beside what was measured on annotated texts.',
      querystring: z.strictObject({}),
      response: responses('The rules.', ExtractorList),
    },
    handler: () => describeExtractors(store),
  })
}
