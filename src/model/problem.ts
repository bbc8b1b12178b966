import { z } from 'zod'

/** Every kind of problem that the API sends (RFC 9457). `docs/problems.md` has a section for each; a test compares the two. */
export const problemTypes = {
  'unknown-parameter': {
    status: 400,
    title: 'Unknown parameter',
    meaning:
      'A query parameter that this operation does not have. The nearest name, if one is near, is in `didYouMean`.',
  },
  'invalid-parameter': {
    status: 400,
    title: 'Invalid parameter',
    meaning:
      'A query or path parameter whose value cannot be read: empty, not a number, not a date, not one of the allowed values, out of range.',
  },
  'unit-required': {
    status: 400,
    title: 'Unit required',
    meaning:
      'A bound on `number` without a unit, currency or kind that makes numbers comparable: 20 percent is never compared with 20 people.',
  },
  'filter-mismatch': {
    status: 400,
    title: 'Filter does not fit',
    meaning:
      'A filter that no chosen claim type has, such as `cue` (of quotes) with `type=date`. The result would always be empty.',
  },
  'invalid-cursor': {
    status: 400,
    title: 'Invalid cursor',
    meaning:
      'The value of `after` is no cursor of this service, or one of another query: a cursor goes with the filters and the order it came from.',
  },
  'invalid-body': {
    status: 400,
    title: 'Invalid body',
    meaning:
      'The request body is malformed JSON or does not fit its schema; each wrong field is named by a JSON pointer.',
  },
  'malformed-url': {
    status: 400,
    title: 'Malformed URL',
    meaning: 'The path cannot be decoded: a `%` that no two hexadecimal digits follow, or bytes that are no UTF-8.',
  },
  'request-timeout': {
    status: 408,
    title: 'Request timeout',
    meaning: 'The request did not come in time: its headers within 15 seconds, the whole within two minutes.',
  },
  'bad-request': { status: 400, title: 'Bad request', meaning: 'The request is no valid HTTP.' },
  'key-required': {
    status: 401,
    title: 'Key required',
    meaning:
      'This needs a key: `Authorization: Bearer afk_…`. Keys are made where the service runs: `npx article-facts key create --scope ingest`.',
  },
  'key-invalid': {
    status: 401,
    title: 'Key invalid',
    meaning:
      'The `Authorization` header holds no key of this service, or one that has expired or was revoked. A bad key is never treated as no key.',
  },
  'scope-missing': {
    status: 403,
    title: 'Scope missing',
    meaning: 'The key is good, but not for this: `detail` names the scope that it lacks.',
  },
  'not-found': { status: 404, title: 'Not found', meaning: 'No such path, or no article, claim or actor of that id.' },
  'method-not-allowed': {
    status: 405,
    title: 'Method not allowed',
    meaning: 'The path exists but not with this method; `Allow` lists those it has.',
  },
  'not-acceptable': {
    status: 406,
    title: 'Not acceptable',
    meaning: 'The response exists in none of the media types of `Accept`; `allowed` lists those it exists in.',
  },
  'request-running': {
    status: 409,
    title: 'Request is running',
    meaning: 'A request with this `Idempotency-Key` is still in progress. Send it again in a moment.',
  },
  'precondition-failed': {
    status: 412,
    title: 'Precondition failed',
    meaning:
      'The claim has changed since you read it: its `ETag` is not the one in `If-Match`. Read it again, and decide again.',
  },
  'body-too-large': {
    status: 413,
    title: 'Body too large',
    meaning: 'The request body is over the limit, which `detail` states.',
  },
  'unsupported-media-type': {
    status: 415,
    title: 'Unsupported media type',
    meaning: 'The `Content-Type` of the body is none that this operation reads; `detail` lists those.',
  },
  'unreadable-article': {
    status: 422,
    title: 'No article',
    meaning: 'The bytes were understood, but no article can be read from them; `detail` says why.',
  },
  'idempotency-mismatch': {
    status: 422,
    title: 'Idempotency key used before',
    meaning: 'This `Idempotency-Key` came with another request before. A key goes with one request for 24 hours.',
  },
  'precondition-required': {
    status: 428,
    title: 'Precondition required',
    meaning:
      'A review says which state of the claim it is of: send the `ETag` of the claim in `If-Match` (or `*` for any state).',
  },
  'rate-limited': {
    status: 429,
    title: 'Too many requests',
    meaning:
      'The rate limit of the key, or of the address without a key, is exceeded; `Retry-After` says in how many seconds to try again. Responses 304 are not counted: send `If-None-Match`.',
  },
  'headers-too-large': {
    status: 431,
    title: 'Headers too large',
    meaning: 'The request header is over the limit of the HTTP server.',
  },
  'internal-error': {
    status: 500,
    title: 'Internal error',
    meaning: 'An unexpected error of the service. The response contains only the request id; the log has the details.',
  },
  'query-timeout': {
    status: 503,
    title: 'Query took too long',
    meaning:
      'The query was given up at the time limit (QUERY_TIMEOUT). Narrow it: a type, an article, a unit, a shorter period; leave out `count` and facets.',
  },
  'task-limit': {
    status: 503,
    title: 'Task over its limit',
    meaning:
      'Reading the text, or storing what was sent, was given up: it took longer than TASK_TIMEOUT, or more memory than one task may take. Split the text; what was sent is stored whole or not at all.',
  },
  busy: {
    status: 503,
    title: 'Busy',
    meaning:
      'As many exports as the service makes at a time are under way, too many texts or changes are waiting, or another process is writing; `Retry-After` says when to come again.',
  },
  'not-ready': {
    status: 503,
    title: 'Not ready',
    meaning: 'The service is starting or stopping, or its database cannot be read or written.',
  },
} as const satisfies Record<string, { status: number; title: string; meaning: string }>
export type ProblemType = keyof typeof problemTypes

export const ProblemField = z
  .object({
    parameter: z.string().optional().describe('Query or path parameter at fault.'),
    pointer: z.string().optional().describe('JSON pointer (RFC 6901) to the field of the body at fault.'),
    code: z.string().describe('Machine-readable reason, such as `unknown`, `empty`, `out-of-range`.'),
    detail: z.string().optional(),
    didYouMean: z.string().optional().describe('Nearest allowed name or value, only if one is near.'),
    allowed: z.array(z.string()).optional().describe('The values or names that would do.'),
  })
  .meta({
    id: 'ProblemField',
    description: 'One field at fault.',
    example: { parameter: 'numbr__gte', code: 'unknown', didYouMean: 'number__gte' },
  })
export type ProblemField = z.infer<typeof ProblemField>

export const Problem = z
  .object({
    type: z.string().describe('Reference to the documentation of this kind of problem.'),
    title: z.string(),
    status: z.int(),
    detail: z.string().describe('A sentence about this very case.'),
    instance: z.string().describe('Request id, also in the log.'),
    errors: z.array(ProblemField).optional(),
  })
  .meta({
    id: 'Problem',
    description: 'RFC 9457 problem details: the one shape of every error.',
    example: {
      type: '/problems/unknown-parameter',
      title: 'Unknown parameter',
      status: 400,
      detail: '"numbr__gte" is not a parameter of listFigures.',
      instance: 'req-8f2k',
      errors: [{ parameter: 'numbr__gte', code: 'unknown', didYouMean: 'number__gte' }],
    },
  })
export type Problem = z.infer<typeof Problem>

/** "Your request": thrown anywhere below the routes and sent as a `Problem`. Anything else that is thrown is a bug. */
export class ProblemError extends Error {
  readonly type: ProblemType
  readonly errors: readonly ProblemField[]
  readonly headers: Readonly<Record<string, string>>

  constructor(
    type: ProblemType,
    detail: string,
    errors: readonly ProblemField[] = [],
    headers: Readonly<Record<string, string>> = {},
  ) {
    super(detail)
    this.type = type
    this.errors = errors
    this.headers = headers
  }
}
