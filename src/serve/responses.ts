import { z } from 'zod'
import { Problem } from '../model/problem.ts'
import { json } from './present/media-types.ts'

const problem = (description: string) => ({ description, content: { 'application/problem+json': { schema: Problem } } })
const refusals = {
  400: problem('The request is invalid; `errors` names each field at fault.'),
  401: problem('The API key is missing, unknown, expired or revoked.'),
  403: problem('The API key does not have the scope that this needs.'),
  404: problem('Not found.'),
  406: problem('The response does not exist in any media type of `Accept`.'),
  409: problem('A request with this `Idempotency-Key` is still in progress, or the claim to be added exists already.'),
  412: problem('The claim has changed since it was read.'),
  413: problem('The body is over the limit.'),
  415: problem('The media type of the body is not supported.'),
  422: problem('The body contains no article, or the `Idempotency-Key` was used with a different request.'),
  428: problem('`If-Match` is required.'),
  429: problem('The rate limit is exceeded; `Retry-After` says when to try again.'),
  431: problem('The URL or the headers are too long.'),
  500: problem('An unexpected error of the service.'),
  503: problem('The service is not ready or busy, or the query or task timed out.'),
}
type Refusal = keyof typeof refusals

/** Error responses of every operation under /v1. */
const usual = [400, 401, 403, 406, 429, 431, 500, 503] as const

type Options = {
  /** Further error responses. */
  readonly refusals?: readonly Refusal[]
  /** Description of 201, where there is one. */
  readonly created?: string
  /** Status that leads from an id that was renamed to the one it has now, in `Location`. */
  readonly moved?: 301 | 308
  /** Media types other than JSON alone. */
  readonly mediaTypes?: readonly string[]
}

/** All responses of an operation under /v1. Without a schema, success is 204; without a description alone, 201. */
export function responses(description: string | null, schema: z.ZodType | null, options: Options = {}) {
  const { refusals: own = [], created, moved, mediaTypes = [json] } = options
  return {
    ...(schema === null
      ? { 204: z.undefined().describe('Done.') }
      : description !== null && { 200: { description, content: contentOf(schema, mediaTypes) } }),
    ...(created !== undefined && { 201: { description: created, content: contentOf(schema!, mediaTypes) } }),
    ...(moved && { [moved]: z.undefined().describe('The claim has another id now: see `Location`.') }),
    ...refuse(...usual, ...own),
  }
}

/** All responses of a health check. */
export const healthResponses = (description: string, schema: z.ZodType, ...own: readonly Refusal[]) => ({
  200: { description, content: contentOf(schema, [json]) },
  ...refuse(400, 429, 500, ...own),
})

const refuse = (...statuses: readonly Refusal[]) =>
  Object.fromEntries([...new Set(statuses)].map((status) => [status, refusals[status]]))

/**
 * One schema for each media type. Where JSON is among them it alone is described: with more, clients that are generated from the document
 * would know of a response only that it is a page or a text (docs/decisions/0007).
 */
const contentOf = (schema: z.ZodType, mediaTypes: readonly string[]) =>
  Object.fromEntries((mediaTypes.includes(json) ? [json] : mediaTypes).map((mediaType) => [mediaType, { schema }]))
