import { z } from 'zod'
import { Claim } from '../../model/claim/index.ts'
import { ReviewRequest } from '../../model/corrections.ts'
import { ProblemError } from '../../model/problem.ts'
import { listParameters } from '../../query/parameters.ts'
import { listReviews } from '../../query/reviews.ts'
import type { Store } from '../../store/open.ts'
import type { App } from '../app.ts'
import { callerOf } from '../caller.ts'
import { tagVersion } from '../plugins/entity-tags.ts'
import { sendText } from '../present/media-types.ts'
import { linkNext } from '../present/page.ts'
import { responses } from '../responses.ts'
import { ReviewPage } from '../schemas/reviews.ts'
import type { Tasks } from '../tasks.ts'
import { claimId, missing } from './claims.ts'
import { redirectRenamed } from './renamed-claims.ts'

const tags = ['claims']
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
    preHandler: redirectRenamed(store),
    schema: {
      operationId: 'listClaimReviews',
      tags,
      summary: 'List the reviews of a claim',
      description: 'Every review of the claim, the newest first, those of other texts under the same url included.',
      params: claimId,
      querystring: z.strictObject(listParameters(['-reviewed', 'reviewed'])),
      response: responses('A page of reviews.', ReviewPage, { moved: 301, refusals: [404] }),
    },
    handler: async (request, reply) => {
      const page = await listReviews(store, request.query as Record<string, unknown>, request.params.claimId)
      if (!page) return missing('claim', request.params.claimId)
      linkNext(request, reply, page.next)
      return page
    },
  })
}
