import { z } from 'zod'

/** Every kind of problem that the API sends (RFC 9457). `docs/problems.md` has a section for each; a test compares the two. */
export const problemTypes = {
  'unknown-parameter': {
    status: 400,
    title: 'Unknown parameter',
    meaning:
      'A query parameter that this operation does not have. `didYouMean` suggests a parameter where one is likely to be meant.',
  },
  'invalid-parameter': {
    status: 400,
    title: 'Invalid parameter',
    meaning:
      'A query or path parameter has an invalid value: empty, not a number, not a date, not one of the allowed values, or out of range.',
  },
  'unit-required': {
    status: 400,
    title: 'Unit required',
    meaning:
      'A filter on `number` without a unit, currency or kind that makes numbers comparable: 20 percent is never compared with 20 people.',
  },
  'filter-mismatch': {
    status: 400,
    title: 'Filter mismatch',
    meaning:
      'A filter that none of the requested claim types has, such as `cue` (a field of quotes) with `type=date`. The result would always be empty.',
  },
  'invalid-cursor': {
    status: 400,
    title: 'Invalid cursor',
    meaning:
      '`after` is not a cursor of this service, or belongs to a different query: a cursor is valid with the filters and the order it came from.',
  },
  'invalid-body': {
    status: 400,
    title: 'Invalid body',
    meaning:
      'The request body is malformed JSON or does not match its schema; `errors` names each invalid field by a JSON pointer.',
  },
  'malformed-url': {
    status: 400,
    title: 'Malformed URL',
    meaning: 'The path cannot be decoded: a `%` is not followed by two hexadecimal digits, or the bytes are not UTF-8.',
  },
  'request-timeout': {
    status: 408,
    title: 'Request timeout',
    meaning:
      'The request took too long to arrive: headers must arrive within 15 seconds, the whole request within two minutes.',
  },
  'bad-request': { status: 400, title: 'Bad request', meaning: 'The request is not valid HTTP.' },
  'key-required': {
    status: 401,
    title: 'Key required',
    meaning:
      'This needs an API key: `Authorization: Bearer afk_…`. Keys are created on the machine that runs the service: `npx article-facts key create --scope ingest`.',
  },
  'key-invalid': {
    status: 401,
    title: 'Key invalid',
    meaning:
      'The `Authorization` header has no valid API key: it is unknown, expired or revoked. An invalid key is never treated as no key.',
  },
  'scope-missing': {
    status: 403,
    title: 'Scope missing',
    meaning: 'The API key is valid, but lacks a scope; `detail` names it.',
  },
  'host-refused': {
    status: 403,
    title: 'Host or origin refused',
    meaning:
      '/mcp was called by a host name that is not listed in MCP_HOSTS, or by a page of an origin that is not listed in CORS_ORIGIN. This keeps pages in a browser from using a service that only its user can reach.',
  },
  'not-found': {
    status: 404,
    title: 'Not found',
    meaning: 'The path does not exist, or there is no article, claim or actor with that id.',
  },
  'method-not-allowed': {
    status: 405,
    title: 'Method not allowed',
    meaning: 'The path does not support this method; `Allow` lists the methods it supports.',
  },
  'not-acceptable': {
    status: 406,
    title: 'Not acceptable',
    meaning: 'The response exists in none of the media types of `Accept`; `allowed` lists those it exists in.',
  },
  'claim-exists': {
    status: 409,
    title: 'Claim exists',
    meaning:
      'A claim of that type has this very span already; `detail` names it. Review that one instead of adding another.',
  },
  'request-running': {
    status: 409,
    title: 'Request in progress',
    meaning: 'A request with this `Idempotency-Key` is still in progress. Send it again in a moment.',
  },
  'precondition-failed': {
    status: 412,
    title: 'Precondition failed',
    meaning:
      'The claim has changed since you read it: its `ETag` differs from `If-Match`. Read it again, then repeat the review.',
  },
  'body-too-large': {
    status: 413,
    title: 'Body too large',
    meaning: 'The request body is over the limit, which `detail` states.',
  },
  'unsupported-media-type': {
    status: 415,
    title: 'Unsupported media type',
    meaning: 'This operation does not accept the `Content-Type` of the body; `detail` lists those that it accepts.',
  },
  'unreadable-article': {
    status: 422,
    title: 'No article found',
    meaning: 'The body was parsed, but contains no article; `detail` says why.',
  },
  'idempotency-mismatch': {
    status: 422,
    title: 'Idempotency key used before',
    meaning: 'This `Idempotency-Key` was used with a different request. A key belongs to one request for 24 hours.',
  },
  'precondition-required': {
    status: 428,
    title: 'Precondition required',
    meaning: 'A review must name the version of the claim: send its `ETag` in `If-Match`, or `*` for any version.',
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
    title: 'Query timed out',
    meaning:
      'The query was cancelled at the time limit (QUERY_TIMEOUT). Narrow it by type, article, unit or period, or leave out `count` and facets.',
  },
  'task-limit': {
    status: 503,
    title: 'Task limit exceeded',
    meaning:
      'Extraction or storing was cancelled: it took longer than TASK_TIMEOUT, or more memory than allowed. Split the text. Nothing is stored in part.',
  },
  busy: {
    status: 503,
    title: 'Busy',
    meaning:
      'The maximum number of exports is running, too many requests are queued, or another process is writing; `Retry-After` says when to try again.',
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
