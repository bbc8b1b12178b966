import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import Negotiator from 'negotiator'
import { ProblemError } from '../../model/problem.ts'

/** The media types that an answer can come in. */
export const json = 'application/json'
/** https://www.w3.org/TR/annotation-protocol/#annotation-retrieval */
export const webAnnotation = 'application/ld+json;profile="http://www.w3.org/ns/anno.jsonld"'
export const schemaOrg = 'application/ld+json;profile="https://schema.org"'
export const ndjson = 'application/x-ndjson'
export const csv = 'text/csv'

/** Whatever shows claims has these; the first is what a request gets that does not ask. */
export const claimFaces = [json, webAnnotation, schemaOrg, ndjson, csv] as const
/** For descriptions. */
export const alsoAs = `By \`Accept\` also as W3C Web Annotation (\`${webAnnotation}\`), schema.org (\`${schemaOrg}\`), NDJSON (\`${ndjson}\`) and CSV (\`${csv}\`).`
export const exportFaces = [ndjson, csv] as const
const onlyJson = [json] as const

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Media types of the answer, the usual one first; JSON alone by default. */
    faces?: readonly string[]
  }
  interface FastifyRequest {
    /** The media type that the answer is to have. */
    face: string
  }
}

/** Chooses the media type of each answer under /v1 by `Accept` (RFC 9110); refuses what there is not with 406. */
export function negotiateFaces(app: FastifyInstance): void {
  app.decorateRequest('face', json)
  const choose = (request: FastifyRequest) => {
    const { url, config } = request.routeOptions
    if (!url?.startsWith('/v1/')) return
    const faces = config.faces ?? onlyJson
    const { accept } = request.headers
    const face = accept === undefined ? faces[0] : new Negotiator(request.raw).mediaType(faces as string[])
    if (face === undefined)
      throw new ProblemError(
        'not-acceptable',
        `This exists as ${faces.join(' or ')}; "Accept: ${accept}" takes none of these.`,
        [{ parameter: 'Accept', code: 'not-acceptable', allowed: [...faces] }],
      )
    request.face = face
  }
  app.addHook('onRequest', (request, _reply, done) => {
    choose(request)
    done()
  })
}

/** The Content-Type of an answer in a format. */
export const contentTypeOf = (face: string): string =>
  face === csv ? `${csv}; charset=utf-8; header=present` : face === json ? `${json}; charset=utf-8` : face

/**
 * Sends a body that is text already. JSON goes as text, in one piece with its headers; the rest as bytes, for the framework would add a charset to
 * what has none.
 */
export const sendText = (request: FastifyRequest, reply: FastifyReply, body: string): FastifyReply =>
  reply.header('content-type', contentTypeOf(request.face)).send(request.face === json ? body : Buffer.from(body))

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
      `${given.map((name) => `"${name}"`).join(', ')} cannot be given as ${request.face}: ask for ${json}, or leave it out.`,
      given.map((parameter) => ({ parameter, code: 'not-of-this-type' })),
    )
}
