import type { ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type Problem, ProblemError, type ProblemField, type ProblemType, problemTypes } from '../model/problem.ts'
import { toProblem as explainTimeout } from '../query/run.ts'
import { boundProblem, cutName } from './bounds.ts'
import { CallerGone } from './caller.ts'
import type { Step } from './plugins/admission.ts'

export const problemMediaType = 'application/problem+json'

function toProblem(type: ProblemType, detail: string, instance: string, errors: readonly ProblemField[] = []): Problem {
  const { status, title } = problemTypes[type]
  return boundProblem({ type: `/problems/${type}`, title, status, detail, instance, errors: [...errors] })
}

/**
 * Closes the four doors that an error can leave by: handlers, unknown routes, URLs that cannot be decoded; the fourth is `respondToBrokenRequest`.
 * @returns a step that responds to paths that do not exist before any body is read
 */
export function registerProblems(app: FastifyInstance): Step {
  const routes: { method: string; pattern: RegExp }[] = []
  app.addHook('onRoute', ({ method, url }) => {
    // every path responds to preflight requests (CORS)
    if (url === '*') return
    const pattern = new RegExp(
      `^${url
        .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
        .replace(/:\w+/g, '[^/]+')
        .replace(/\\\*$/, '.*')}$`,
    )
    for (const one of [method].flat()) routes.push({ method: one, pattern })
  })
  app.setNotFoundHandler((request, reply) => send(request, reply, notFound(request, routes)))
  app.setErrorHandler((error: FastifyError | ProblemError, request, reply) =>
    send(request, reply, translate(error, request)),
  )
  return (request, reply) => {
    if (request.route.url !== undefined) return
    send(request, reply, notFound(request, routes))
    return true
  }
}

function notFound(
  { url, method }: FastifyRequest,
  routes: readonly { method: string; pattern: RegExp }[],
): ProblemError {
  const path = url.split('?')[0]!
  const allowed = [...new Set(routes.filter(({ pattern }) => pattern.test(path)).map((route) => route.method))].join(
    ', ',
  )
  // a path that exists for this method and leads to nothing is a file that is not there
  return allowed && !allowed.split(', ').includes(method)
    ? new ProblemError(
        'method-not-allowed',
        `${cutName(path)} does not support ${method}; it supports ${allowed}.`,
        [],
        {
          allow: allowed,
        },
      )
    : new ProblemError(
        'not-found',
        `Nothing at ${cutName(path)}. The API starts at /v1/articles; its documentation is at /docs.`,
      )
}

/** Errors that Fastify raises before a route is found, such as a malformed `%` in the path. */
export function respondToFrameworkError(error: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  send(request, reply, translate(error, request))
}

/** Bytes that are no HTTP: the socket gets a problem and is closed. */
export function respondToBrokenRequest(error: Error & { code?: string }, socket: Socket | ServerResponse): void {
  const type =
    error.code === 'HPE_HEADER_OVERFLOW'
      ? 'headers-too-large'
      : error.code === 'ERR_HTTP_REQUEST_TIMEOUT'
        ? 'request-timeout'
        : 'bad-request'
  const body = JSON.stringify(toProblem(type, problemTypes[type].meaning, 'none'))
  if ('writable' in socket && socket.writable && error.code !== 'ECONNRESET') {
    const { status, title } = problemTypes[type]
    ;(socket as Socket).end(
      `HTTP/1.1 ${status} ${title}\r\nContent-Type: ${problemMediaType}\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
    )
  }
}

function translate(error: FastifyError | ProblemError, request: FastifyRequest): ProblemError {
  if (error instanceof ProblemError) return error
  const timeout = explainTimeout(error)
  if (timeout instanceof ProblemError) return timeout
  // nobody reads this
  if (error instanceof CallerGone) return new ProblemError('not-ready', 'The client disconnected.')
  switch (error.code) {
    case 'FST_ERR_BAD_URL':
      return new ProblemError('malformed-url', 'The path cannot be decoded: write a literal % as %25.')
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return new ProblemError(
        'unsupported-media-type',
        `${request.headers['content-type'] ? `"${cutName(request.headers['content-type'])}" is not accepted` : 'The body has no Content-Type'}: send application/json or text/plain.`,
      )
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return new ProblemError(
        'body-too-large',
        `The body is larger than ${request.routeOptions.bodyLimit ?? 'the limit of'} bytes. Split the text, or start the service with a larger BODY_LIMIT.`,
      )
    case 'FST_ERR_CTP_EMPTY_JSON_BODY':
    case 'FST_ERR_CTP_INVALID_JSON_BODY':
    case 'FST_ERR_CTP_INVALID_CONTENT_LENGTH':
      return new ProblemError(
        'invalid-body',
        error.code === 'FST_ERR_CTP_EMPTY_JSON_BODY' ? 'The body is empty.' : 'The body is not JSON.',
        [{ pointer: '', code: 'malformed' }],
      )
  }
  // the database says what hinders it: another writer for now, or its disk
  if (error.code?.startsWith('SQLITE_BUSY'))
    return new ProblemError(
      'busy',
      'Another process is writing to the database. Send the request again in a moment.',
      [],
      {
        'retry-after': '1',
      },
    )
  if (/^SQLITE_(?:FULL|READONLY|IOERR|CANTOPEN)/.test(error.code ?? '')) {
    request.log.error({ err: error }, 'the database cannot be written')
    return new ProblemError('not-ready', 'The database cannot be written at the moment; nothing was stored.', [], {
      'retry-after': '60',
    })
  }
  // whatever a file server does not like in a path leads to no file of ours
  if (/^\/(?:page|docs)\//.test(request.routeOptions.url ?? '') && error.statusCode! < 500)
    return new ProblemError('not-found', 'No such file.')
  if (error.statusCode === 400)
    return new ProblemError('invalid-body', 'The body is not JSON.', [{ pointer: '', code: 'malformed' }])
  if (error.statusCode === 415)
    return new ProblemError('unsupported-media-type', 'Send application/json or text/plain.')
  request.log.error({ err: error }, 'internal error')
  return new ProblemError(
    'internal-error',
    'An unexpected error. The log has the details under the id of this request.',
  )
}

function send(request: FastifyRequest, reply: FastifyReply, error: ProblemError): FastifyReply {
  const problem = toProblem(error.type, error.message, request.id, error.errors)
  // past the serializer: its schema is the route's, and a problem has always the same shape
  return reply
    .code(problem.status)
    .headers(error.headers)
    .header('content-type', problemMediaType)
    .serializer(JSON.stringify)
    .send(problem)
}
