import { createHash } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { ProblemError } from '../../model/problem.ts'
import type { Store } from '../../store/open.ts'
import { readIdentity, readSequence } from '../../store/sequence.ts'
import { json } from '../present/faces.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** What the answer follows from: the data's version, the program, the address and the format. */
    state: string
  }
}

/**
 * Entity tags (RFC 9110) of all that is read under /v1, known before any query: what is answered follows from the program, the database, the
 * data's version, the address and the format. A request that has the answer already gets 304, and no table is read for that.
 */
export function tagEntities(app: FastifyInstance, store: Store, cacheControl: string): void {
  let program: string | undefined
  app.decorateRequest('state', '')
  app.addHook('onRequest', async (request, reply) => {
    if (!isRead(request)) return
    program ??= hash(String(readIdentity(store)), JSON.stringify(app.swagger()))
    reply.header('cache-control', cacheControl)
    reply.header('vary', [reply.getHeader('vary'), 'Accept, Authorization'].filter(Boolean).join(', '))
    request.state = `${readSequence(store)}.${hash(program, request.url, request.face, request.face === json ? '' : request.host)}`
    const tag = `W/"${request.state}"`
    const held = request.headers['if-none-match']?.split(',').find((one) => stateOf(one) === request.state)
    reply.header('etag', held?.trim() ?? tag)
    if (held !== undefined) return reply.code(304).send()
  })
  // an error is no state of the thing: it has neither a tag nor a life in a cache
  app.addHook('onSend', async (request, reply) => {
    if (reply.statusCode < 400 || !isRead(request)) return
    reply.removeHeader('etag')
    reply.header('cache-control', 'no-store')
  })
}

/**
 * Tags the one thing that is answered with its own version before the rest, and strongly, so that the tag serves as `If-Match`: what was
 * written elsewhere meanwhile does not matter there.
 */
export function tagVersion(request: FastifyRequest, reply: FastifyReply, version: number): void {
  reply.header('etag', `"${version}.${request.state}"`)
}

/**
 * Whether a change may be made to a thing of that version, by `If-Match`.
 * @throws {ProblemError} precondition-required without one, precondition-failed when it names other versions only
 */
export function requireVersion({ headers }: FastifyRequest, version: number): void {
  const given = headers['if-match']
  if (given === undefined)
    throw new ProblemError(
      'precondition-required',
      'Send the ETag that the claim came with in If-Match, so that nobody else’s review is overwritten unseen; "If-Match: *" takes any state.',
      [{ parameter: 'If-Match', code: 'required' }],
    )
  if (given.trim() === '*') return
  // strong comparison: weak tags match nothing
  if (!given.split(',').some((one) => one.trim().startsWith(`"${version}.`)))
    throw new ProblemError(
      'precondition-failed',
      'The claim has changed since it was read with that ETag. Read it again, and decide again.',
      [{ parameter: 'If-Match', code: 'outdated' }],
    )
}

const isRead = ({ method, routeOptions: { url } }: FastifyRequest) =>
  (method === 'GET' || method === 'HEAD') && url?.startsWith('/v1/') === true

/** The state in a tag of either kind. */
const stateOf = (tag: string): string | undefined =>
  /^(?:W\/)?"(?:\d+\.)?(?<state>\d+\.[\w-]+)"$/.exec(tag.trim())?.groups?.state

const hash = (...parts: readonly string[]) =>
  createHash('sha256').update(parts.join('\n')).digest('base64url').slice(0, 16)
