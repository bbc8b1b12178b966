import { z } from 'zod'
import { ClaimRequest } from '../../model/added-claim.ts'
import { Claim } from '../../model/claim/index.ts'
import { ReviewRequest } from '../../model/corrections.ts'
import { ProblemError } from '../../model/problem.ts'
import { reviewFilters } from '../../query/filters.ts'
import { reviewOrders } from '../../query/orders.ts'
import { filterParameters, listParameters } from '../../query/parameters.ts'
import { listClaimReviews, listReviews } from '../../query/reviews.ts'
import type { Store } from '../../store/database.ts'
import type { App } from '../app.ts'
import { callerOf } from '../caller.ts'
import { tagVersion } from '../plugins/entity-tags.ts'
import { alsoAsRows, listMediaTypes, sendList, tableOf } from '../present/list.ts'
import { formatParameter, sendText } from '../present/media-types.ts'
import { responses } from '../responses.ts'
import { PastReview, ReviewPage } from '../schemas/reviews.ts'
import type { Tasks } from '../tasks.ts'
import { claimId, missing } from './claims.ts'
import { redirectRenamed } from './renamed-claims.ts'

const tags = ['reviews']
const table = tableOf(PastReview)
const articleId = z.object({ articleId: z.string().max(100).describe('Id of an article.') })
const precondition = z.object({
  'if-match': z
    .string()
    .optional()
    .describe('The `ETag` of the claim that was reviewed, or `*` for any version; without it the response is 428.')
    .meta({ example: '*' }),
})

/** Bytes of a review. */
const longestReview = 64 * 1024

/** What fact-checkers say of claims. */
export function reviewRoutes(app: App, store: Store, tasks: Tasks): void {
  app.patch<{ Params: { claimId: string }; Body: ReviewRequest }>('/v1/claims/:claimId', {
    config: { scope: 'review' },
    bodyLimit: longestReview,
    preHandler: redirectRenamed(store),
    schema: {
      operationId: 'reviewClaim',
      tags,
      summary: 'Confirm, reject or correct a claim',
      description:
        'Confirms a claim, rejects it, or corrects its fields. All reviews are kept; the latest applies, also after the same text is stored again. Rejected claims are excluded from lists unless `review` requests them.',
      security: [{ key: [] }],
      params: claimId,
      querystring: z.strictObject({}),
      headers: precondition,
      body: ReviewRequest,
      response: responses('The claim as it is now.', Claim, { moved: 308, refusals: [403, 404, 412, 413, 415, 428] }),
    },
    handler: async (request, reply) => {
      const { body, params, key } = request
      if ((body.review === 'corrected') !== Object.keys(body.corrections ?? {}).length > 0)
        throw new ProblemError(
          'invalid-body',
          body.review === 'corrected'
            ? '"corrected" needs "corrections": the corrected fields.'
            : `"corrections" go with "corrected", not with "${body.review}".`,
          [{ pointer: '/corrections', code: body.review === 'corrected' ? 'required' : 'not-allowed' }],
        )
      const reviewer = { name: body.by ?? key!.name, keyId: key!.id }
      const reviewed =
        (await tasks.review(params.claimId, body, reviewer, request.headers['if-match'], callerOf(request, reply))) ??
        missing('claim', params.claimId)
      tagVersion(request, reply, reviewed.version)
      return sendText(request, reply, reviewed.json)
    },
  })
  app.get<{ Params: { claimId: string } }>('/v1/claims/:claimId/reviews', {
    config: { mediaTypes: listMediaTypes },
    preHandler: redirectRenamed(store),
    schema: {
      operationId: 'listClaimReviews',
      tags,
      summary: 'List the reviews of a claim',
      description: `Every review of the claim, the newest first, those of other texts under the same url included. ${alsoAsRows}`,
      params: claimId,
      querystring: z.strictObject({ ...listParameters(['-reviewed', 'reviewed']), ...formatParameter(listMediaTypes) }),
      response: responses('A page of reviews.', ReviewPage, {
        mediaTypes: listMediaTypes,
        moved: 301,
        refusals: [404],
      }),
    },
    handler: async (request, reply) => {
      const page = await listClaimReviews(store, request.query as Record<string, unknown>, request.params.claimId)
      return sendList(request, reply, page ?? missing('claim', request.params.claimId), table)
    },
  })
  app.get('/v1/reviews', {
    config: { mediaTypes: listMediaTypes },
    schema: {
      operationId: 'listReviews',
      tags,
      summary: 'List the reviews of all claims',
      description: `What was said of claims of any article, the newest first: who, when, and beside each correction what the rule had read. ${alsoAsRows}`,
      querystring: z.strictObject({
        ...filterParameters(reviewFilters),
        ...listParameters(Object.keys(reviewOrders)),
        ...formatParameter(listMediaTypes),
      }),
      response: responses('A page of reviews.', ReviewPage, { mediaTypes: listMediaTypes }),
    },
    handler: async (request, reply) => {
      const page = await listReviews(store, request.query as Record<string, unknown>)
      return sendList(request, reply, page, table)
    },
  })
  app.post<{ Params: { articleId: string }; Body: z.infer<typeof ClaimRequest> }>('/v1/articles/:articleId/claims', {
    config: { scope: 'review' },
    bodyLimit: longestReview,
    schema: {
      operationId: 'addClaim',
      tags,
      summary: 'Add a claim that was missed',
      description:
        'A claim that no rule had found, by its span, its type and its fields; sentence, section and words follow from the text. Its `extractor` is `reviewer` and its review `added`. It can be reviewed like any other, and is there again whenever the same text is stored or read again.',
      security: [{ key: [] }],
      params: articleId,
      querystring: z.strictObject({}),
      body: ClaimRequest,
      response: responses(null, Claim, { created: 'The claim.', refusals: [403, 404, 409, 413, 415] }),
    },
    handler: async (request, reply) => {
      const { body, params, key } = request
      const reviewer = { name: body.by ?? key!.name, keyId: key!.id }
      const added =
        (await tasks.addClaim(params.articleId, body, reviewer, callerOf(request, reply))) ??
        missing('article', params.articleId)
      tagVersion(request, reply, added.version)
      reply.code(201).header('location', `${request.prefix}/v1/claims/${added.id}`)
      return sendText(request, reply, added.json)
    },
  })
}
