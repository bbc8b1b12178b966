import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { Claim } from '../../model/claim/index.ts'
import { ProblemError } from '../../model/problem.ts'
import { ClaimSource } from '../../model/selector.ts'
import type { ClaimScope } from '../../query/choice.ts'
import { countFacets, facetNames } from '../../query/facets.ts'
import { filtersOf } from '../../query/filters.ts'
import { ordersOf } from '../../query/orders.ts'
import { facetParameters, filterParameters, listParameters } from '../../query/parameters.ts'
import type { Store } from '../../store/database.ts'
import { findArticle, findClaim, findClaimVersion, findClaimWords } from '../../store/read.ts'
import type { App } from '../app.ts'
import { tagVersion } from '../plugins/entity-tags.ts'
import { context, listFor, sendClaim, sendPage } from '../present/claims.ts'
import { alsoAs, claimMediaTypes, formatParameter, sendText } from '../present/media-types.ts'
import { linkPassage } from '../present/passage.ts'
import { responses } from '../responses.ts'
import { ClaimFacets, ClaimPage, claimFields, DatePage, FigurePage, fieldsOf, QuotePage } from '../schemas/lists.ts'
import { redirectRenamed } from './renamed-claims.ts'

const expand = ['article', 'actors'] as const
export const claimId = z.object({ claimId: z.string().max(100).describe('Id of a claim.') })
const tags = ['claims']

/** Query of a list of claims of any type. */
export const anyClaims = z.strictObject({
  ...filterParameters(filtersOf(undefined)),
  ...listParameters(ordersOf(undefined), { fields: claimFields, expand, highlight: true }),
  ...formatParameter(claimMediaTypes),
})

const typed = [
  {
    type: 'figure',
    url: '/v1/figures',
    operationId: 'listFigures',
    page: FigurePage,
    summary: 'List figures',
    description: 'Quantities: money, percentages, counts, ranks, measurements and the like, with what they measure.',
  },
  {
    type: 'date',
    url: '/v1/dates',
    operationId: 'listDates',
    page: DatePage,
    summary: 'List dates',
    description: 'Time expressions, resolved against the day the article was published.',
  },
  {
    type: 'quote',
    url: '/v1/quotes',
    operationId: 'listQuotes',
    page: QuotePage,
    summary: 'List quotes',
    description: 'Who said what: direct, partial and indirect quotations with their source, and scare quotes.',
  },
] as const

export function claimRoutes(app: App, store: Store): void {
  const list = (scope: ClaimScope) => async (request: FastifyRequest, reply: FastifyReply) =>
    sendPage(store, request, reply, await listFor(store, request, scope))
  app.get('/v1/claims', {
    config: { mediaTypes: claimMediaTypes },
    schema: {
      operationId: 'listClaims',
      tags,
      summary: 'List claims of any type',
      description: `Claims of the chosen types under the chosen filters; a filter that only one type has limits the list to that type. ${alsoAs}`,
      querystring: anyClaims,
      response: responses('A page of claims.', ClaimPage, { mediaTypes: claimMediaTypes }),
    },
    handler: list({ operation: 'listClaims' }),
  })
  for (const { type, url, operationId, page, summary, description } of typed)
    app.get(url, {
      config: { mediaTypes: claimMediaTypes },
      schema: {
        operationId,
        tags,
        summary,
        description: `${description} ${alsoAs}`,
        querystring: z.strictObject({
          ...filterParameters(filtersOf(type)),
          ...listParameters(ordersOf(type), { fields: fieldsOf(type), expand, highlight: true }),
          ...formatParameter(claimMediaTypes),
        }),
        response: responses(`A page of ${type}s.`, page, { mediaTypes: claimMediaTypes }),
      },
      handler: list({ operation: operationId, type }),
    })
  app.get('/v1/claims/facets', {
    schema: {
      operationId: 'listClaimFacets',
      tags,
      summary: 'Count claims by their properties',
      description: 'Counts by type, unit, actor and so on, under the same filters as the list of claims.',
      querystring: z.strictObject({ ...filterParameters(filtersOf(undefined)), ...facetParameters(facetNames) }),
      response: responses('Counts, the most frequent value first.', ClaimFacets),
    },
    handler: async (request, reply) => {
      const query = request.query as Record<string, unknown>
      return sendText(request, reply, JSON.stringify(await countFacets(store, query, { operation: 'listClaimFacets' })))
    },
  })
  app.get<{ Params: { claimId: string } }>('/v1/claims/:claimId', {
    config: { mediaTypes: claimMediaTypes },
    // its tag is a strong one, which stands for these very bytes
    compress: false,
    // before the framework looks at the rest of the request: it has nothing to say to a claim that there is
    onRequest: async (request, reply) => {
      const found = await findClaimVersion(store, request.params.claimId)
      if (!found) return
      tagVersion(request, reply, found.version)
      await sendClaim(store, request, reply, found.json)
    },
    preHandler: redirectRenamed(store),
    schema: {
      operationId: 'getClaim',
      tags,
      summary: 'Get one claim',
      description: `Its \`ETag\` is what a review of it sends as \`If-Match\`. ${alsoAs}`,
      params: claimId,
      response: responses('The claim.', Claim, { mediaTypes: claimMediaTypes, moved: 301, refusals: [404] }),
    },
    handler: ({ params }) => missing('claim', params.claimId),
  })
  app.get<{ Params: { claimId: string } }>('/v1/claims/:claimId/source', {
    preHandler: redirectRenamed(store),
    schema: {
      operationId: 'getClaimSource',
      tags,
      summary: "Get a claim's words with their context",
      description:
        "The claim's words cut afresh from the text, what stands around them, both W3C selectors and the hash of the text: whatever the claim says can be checked against this.",
      params: claimId,
      response: responses('The words.', ClaimSource, { moved: 301, refusals: [404] }),
    },
    handler: (request) => sourceOf(store, request.params.claimId),
  })
}

async function sourceOf(store: Store, id: string): Promise<ClaimSource> {
  const claim = await findClaim(store, id)
  const words = (await findClaimWords(store, [id], context)).get(id)
  if (!claim || !words) return missing('claim', id)
  const article = (await findArticle(store, words.article))!
  const { exact, prefix, suffix } = words
  const passage = linkPassage(article.url ?? undefined, words)
  return {
    claimId: id,
    articleId: article.id,
    ...(article.url !== null && { url: article.url }),
    ...(article.title !== null && { title: article.title }),
    ...(passage !== undefined && { passage }),
    textHash: article.text_hash,
    exact,
    prefix,
    suffix,
    sentence: claim.sentence.text,
    selector: {
      position: { type: 'TextPositionSelector', start: claim.start, end: claim.end },
      quote: { type: 'TextQuoteSelector', exact, prefix, suffix },
    },
  }
}

export function missing(what: 'article' | 'claim' | 'actor' | 'comparison', id: string): never {
  throw new ProblemError('not-found', `No ${what} with the id "${id}".`, [
    { parameter: `${what}Id`, code: 'not-found' },
  ])
}
