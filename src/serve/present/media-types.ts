import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import Negotiator from 'negotiator'
import { z } from 'zod'
import { ProblemError } from '../../model/problem.ts'
import { cutName } from '../bounds.ts'
import type { Step } from '../plugins/admission.ts'

/** Media types of responses. */
export const json = 'application/json'
/** https://www.w3.org/TR/annotation-protocol/#annotation-retrieval */
export const webAnnotation = 'application/ld+json;profile="http://www.w3.org/ns/anno.jsonld"'
export const schemaOrg = 'application/ld+json;profile="https://schema.org"'
export const ndjson = 'application/x-ndjson'
export const csv = 'text/csv'
/** https://www.iana.org/assignments/media-types/application/vnd.apache.parquet */
export const parquet = 'application/vnd.apache.parquet'
export const svg = 'image/svg+xml'
export const png = 'image/png'
export const html = 'text/html'

/** Representations of claims; the first is the default. */
export const claimMediaTypes = [json, webAnnotation, schemaOrg, ndjson, csv] as const
/** For descriptions. */
export const alsoAs = `By \`Accept\` also as W3C Web Annotation (\`${webAnnotation}\`), schema.org (\`${schemaOrg}\`), NDJSON (\`${ndjson}\`) and CSV (\`${csv}\`).`
export const exportMediaTypes = [ndjson, csv, parquet] as const
const onlyJson = [json] as const

/** Short names of media types, for clients that cannot set `Accept`, such as spreadsheets. */
const formats: Readonly<Record<string, string>> = { json, ndjson, csv, parquet, svg, png, html }

/** The parameter `format` of a route: those of its media types that have a short name. */
export const formatParameter = (mediaTypes: readonly string[]) => ({
  format: z
    .enum(Object.keys(formats).filter((name) => mediaTypes.includes(formats[name]!)) as [string, ...string[]])
    .optional()
    .describe(
      'Format of the response, for clients that cannot send `Accept`, such as spreadsheets. It takes precedence over `Accept`.',
    ),
})

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

/** Negotiates the media type of each response under /v1 by `format` or `Accept` (RFC 9110); 406 where there is none. */
export function negotiateMediaTypes(app: FastifyInstance): Step {
  app.decorateRequest('representation', json)
  return (request) => {
    const { url, mediaTypes = onlyJson } = request.route
    if (!url?.startsWith('/v1/')) return
    const { accept } = request.headers
    const { format } = request.query as { format?: unknown }
    const named = typeof format === 'string' && Object.hasOwn(formats, format) ? formats[format] : undefined
    const mediaType =
      named !== undefined && mediaTypes.includes(named)
        ? named
        : accept === undefined
          ? mediaTypes[0]
          : new Negotiator(request.raw).mediaType(mediaTypes as string[])
    if (mediaType === undefined)
      throw new ProblemError(
        'not-acceptable',
        `Available as ${mediaTypes.join(' or ')}; "Accept: ${cutName(accept ?? '')}" accepts none of these.`,
        [{ parameter: 'Accept', code: 'not-acceptable', allowed: [...mediaTypes] }],
      )
    request.representation = mediaType
  }
}

/** The Content-Type header for a media type. */
export const contentTypeOf = (mediaType: string): string =>
  mediaType === csv
    ? `${csv}; charset=utf-8; header=present`
    : mediaType === json
      ? `${json}; charset=utf-8`
      : mediaType

/** Bodies of fewer bytes fit into a packet or two as they are. */
export const worthCompressing = 2048

/**
 * Sends a body that is text or bytes already. JSON goes as it is, at once where it is not compressed; the rest as bytes, for the framework would add
 * a charset to what has none.
 */
export function sendText(request: FastifyRequest, reply: FastifyReply, body: string | Buffer): FastifyReply {
  const { representation, depends, headers } = request
  reply.header('content-type', contentTypeOf(representation))
  if (representation !== json) return reply.send(Buffer.from(body))
  // what is read, not what was done
  const isPlain = headers['accept-encoding'] === undefined || Buffer.byteLength(body) < worthCompressing
  return depends !== '' && isPlain ? reply.sendNow(body) : reply.send(body)
}

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
      `${given.map((name) => `"${name}"`).join(', ')} is only available in ${json}, not in ${request.representation}.`,
      given.map((parameter) => ({ parameter, code: 'not-of-this-type' })),
    )
}
