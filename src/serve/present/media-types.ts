import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import Negotiator from 'negotiator'
import { ProblemError } from '../../model/problem.ts'
import { cutName } from '../bounds.ts'

/** Media types of responses. */
export const json = 'application/json'
/** https://www.w3.org/TR/annotation-protocol/#annotation-retrieval */
export const webAnnotation = 'application/ld+json;profile="http://www.w3.org/ns/anno.jsonld"'
export const schemaOrg = 'application/ld+json;profile="https://schema.org"'
export const ndjson = 'application/x-ndjson'
export const csv = 'text/csv'

/** Representations of claims; the first is the default. */
export const claimMediaTypes = [json, webAnnotation, schemaOrg, ndjson, csv] as const
/** For descriptions. */
export const alsoAs = `By \`Accept\` also as W3C Web Annotation (\`${webAnnotation}\`), schema.org (\`${schemaOrg}\`), NDJSON (\`${ndjson}\`) and CSV (\`${csv}\`).`
export const exportMediaTypes = [ndjson, csv] as const
const onlyJson = [json] as const

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Media types that the route can respond with, the default first; JSON alone where absent. */
    mediaTypes?: readonly string[]
  }
  interface FastifyRequest {
    /** Media type of the response. */
    representation: string
  }
}

/** Negotiates the media type of each response under /v1 by `Accept` (RFC 9110); 406 where there is none. */
export function negotiateMediaTypes(app: FastifyInstance): void {
  app.decorateRequest('representation', json)
  const choose = (request: FastifyRequest) => {
    const { url, config } = request.routeOptions
    if (!url?.startsWith('/v1/')) return
    const mediaTypes = config.mediaTypes ?? onlyJson
    const { accept } = request.headers
    const mediaType =
      accept === undefined ? mediaTypes[0] : new Negotiator(request.raw).mediaType(mediaTypes as string[])
    if (mediaType === undefined)
      throw new ProblemError(
        'not-acceptable',
        `This exists as ${mediaTypes.join(' or ')}; "Accept: ${cutName(accept ?? '')}" takes none of these.`,
        [{ parameter: 'Accept', code: 'not-acceptable', allowed: [...mediaTypes] }],
      )
    request.representation = mediaType
  }
  app.addHook('onRequest', (request, _reply, done) => {
    choose(request)
    done()
  })
}

/** The Content-Type header for a media type. */
export const contentTypeOf = (mediaType: string): string =>
  mediaType === csv
    ? `${csv}; charset=utf-8; header=present`
    : mediaType === json
      ? `${json}; charset=utf-8`
      : mediaType

/**
 * Sends a body that is text already. JSON goes as text, in one piece with its headers; the rest as bytes, for the framework would add a charset to
 * what has none.
 */
export const sendText = (request: FastifyRequest, reply: FastifyReply, body: string): FastifyReply =>
  reply
    .header('content-type', contentTypeOf(request.representation))
    .send(request.representation === json ? body : Buffer.from(body))

/**
 * Additions to a page that only its JSON has.
 * @throws {ProblemError} invalid-parameter, for they are never left out in silence
 */
export function refuseAdditions(request: FastifyRequest, names: readonly string[]): void {
  const query = request.query as Record<string, unknown>
  const given = names.filter((name) => query[name] !== undefined)
  if (given.length)
    throw new ProblemError(
      'invalid-parameter',
      `${given.map((name) => `"${name}"`).join(', ')} cannot be given as ${request.representation}: ask for ${json}, or leave it out.`,
      given.map((parameter) => ({ parameter, code: 'not-of-this-type' })),
    )
}
