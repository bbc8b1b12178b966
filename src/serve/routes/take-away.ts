import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Claim } from '../../model/claim/index.ts'
import type { Store } from '../../store/open.ts'
import { findArticle, findClaim, findClaimWords, toArticle } from '../../store/read.ts'
import type { App } from '../app.ts'
import { type CardTheme, cardThemes, toHtmlCard, toSvgCard } from '../present/card.ts'
import { toPngCard } from '../present/card-png.ts'
import { citationStyles, cite, speakerOf } from '../present/citation.ts'
import { context } from '../present/claims.ts'
import { formatParameter, html, png, svg } from '../present/media-types.ts'
import { linkPassage } from '../present/passage.ts'
import { responses } from '../responses.ts'
import { ClaimCard, ClaimCitations } from '../schemas/take-away.ts'
import { claimId, missing } from './claims.ts'
import { redirectRenamed } from './renamed-claims.ts'

const tags = ['claims']
const mediaTypes = [svg, png, html] as const
/** A card runs nothing and loads nothing, wherever it is opened. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; sandbox"

/** What readers take with them. */
export function takeAwayRoutes(app: App, store: Store): void {
  app.get<{ Params: { claimId: string } }>('/v1/claims/:claimId/card', {
    preHandler: redirectRenamed(store),
    config: { mediaTypes },
    schema: {
      operationId: 'getClaimCard',
      tags,
      summary: 'Get a claim as a card',
      description:
        'The claim in its sentence, with its meaning, its source and where it stands, as a picture (SVG, or PNG of 1280 pixels width) or as HTML without frame or script. All text in it is escaped.',
      params: claimId,
      querystring: z.strictObject({
        theme: z.enum(cardThemes).optional().describe('Colours: `light`, by default, or `dark`.'),
        ...formatParameter(mediaTypes),
      }),
      response: responses('The card.', ClaimCard, { mediaTypes, moved: 301, refusals: [404] }),
    },
    handler: async (request, reply) => {
      const { claim, article, permalink, passage } = await readPlace(store, request, request.params.claimId)
      const { theme = 'light' } = request.query as { theme?: CardTheme }
      const card = { claim, article, link: permalink, original: passage }
      const { representation: mediaType } = request
      reply.header('content-security-policy', policy).header('x-content-type-options', 'nosniff')
      if (mediaType === png) return reply.type(png).send(await toPngCard(toSvgCard(card, theme)))
      const toCard = mediaType === html ? toHtmlCard : toSvgCard
      return reply.type(`${mediaType}; charset=utf-8`).send(toCard(card, theme))
    },
  })
  app.get<{ Params: { claimId: string } }>('/v1/claims/:claimId/citations', {
    preHandler: redirectRenamed(store),
    // its links begin with where the client sees the service
    config: { cache: false },
    schema: {
      operationId: 'getClaimCitations',
      tags,
      summary: 'Cite a claim',
      description: `The claim as ${citationStyles.join(', ')} want it cited, with whoever says it, the day of access and the hash of the text, and a link to the passage in the original.`,
      params: claimId,
      querystring: z.strictObject({
        accessed: z.iso
          .date('must be a date, YYYY-MM-DD')
          .optional()
          .describe('Day of access, which the citations then name.'),
      }),
      response: responses('The citations.', ClaimCitations, { moved: 301, refusals: [404] }),
    },
    handler: async (request) => {
      const { claim, article, permalink, passage } = await readPlace(store, request, request.params.claimId)
      const { accessed } = request.query as { accessed?: string }
      const speaker = speakerOf(claim)
      return {
        claimId: claim.id,
        permalink,
        ...(passage !== undefined && { passage }),
        ...(speaker !== undefined && { speaker }),
        ...(accessed !== undefined && { accessed }),
        textHash: article.textHash,
        citations: citationStyles.map((style) => ({ style, text: cite(style, claim, article, permalink, accessed) })),
      }
    },
  })
}

/** A claim with its article, and the links to both. */
async function readPlace(store: Store, request: FastifyRequest, id: string) {
  const claim: Claim = (await findClaim(store, id)) ?? missing('claim', id)
  const words = (await findClaimWords(store, [id], context)).get(id)!
  const article = toArticle((await findArticle(store, words.article))!)
  return {
    claim,
    article,
    permalink: `${request.base}/claims/${claim.id}`,
    passage: linkPassage(article.url, words),
  }
}
