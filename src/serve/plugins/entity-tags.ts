import { hash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { LRUCache } from 'lru-cache'
import { ProblemError } from '../../model/problem.ts'
import { version } from '../../model/program.ts'
import type { Store } from '../../store/database.ts'
import { json } from '../present/media-types.ts'
import { type Finish, respondNow, type Step } from './admission.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** All that the response depends on, beside the program: the data's version, URL and media type. Empty for what is not read under /v1. */
    depends: string
    /** The same, and the program, as a tag has it. */
    state: string
  }
}

/**
 * Entity tags (RFC 9110) of everything read under /v1, computed before any query from all that a response depends on: the program, the database,
 * the version of its data, the URL and the media type. A client that has the current response gets 304, and no table is read.
 * @returns `find` what a response depends on, `tag` it, and take the tag off an error, which is no state of the thing: it has neither a tag nor a
 * life in a cache
 */
export function tagEntities(
  app: FastifyInstance,
  store: Store,
  cacheControl: string,
): { readonly find: Step; readonly tag: Step; readonly untag: Finish } {
  const program = identifyProgram()
  const known = new LRUCache<string, string>({ maxSize: mostKnown, sizeCalculation: (_digest, of) => of.length })
  app.decorateRequest('depends', '')
  app.decorateRequest('state', '')
  return {
    find: (request, reply) => {
      if (!isRead(request)) return
      const { identity, sequence, own } = store.version()
      reply.header('cache-control', cacheControl)
      const vary = reply.getHeader('vary')
      reply.header('vary', vary === undefined ? varies : `${vary}, ${varies}`)
      const { representation: mediaType } = request
      request.depends = `${sequence}.${identity}${own ? `+${own}` : ''}\n${request.url}\n${mediaType}\n${mediaType === json ? request.prefix : request.base}`
    },
    tag: (request, reply) => {
      const { depends } = request
      if (depends === '') return
      const point = depends.indexOf('.')
      const rest = depends.slice(point + 1)
      let hashed = known.get(rest)
      if (hashed === undefined) {
        hashed = digest(`${program}\n${rest}`)
        known.set(rest, hashed)
      }
      request.state = `${depends.slice(0, point)}.${hashed}`
      const held = request.headers['if-none-match']?.split(',').find((one) => stateOf(one) === request.state)
      reply.header('etag', held?.trim() ?? `W/"${request.state}"`)
      return held !== undefined && respondNow(reply, 304)
    },
    untag: (request, reply) => {
      if (reply.statusCode < 400 || !isRead(request)) return
      reply.removeHeader('etag')
      reply.header('cache-control', 'no-store')
    },
  }
}

/**
 * Tags a single resource with its own version before the rest, and strongly, so that the tag serves as `If-Match`: what was
 * written elsewhere meanwhile does not matter there.
 */
export function tagVersion(request: FastifyRequest, reply: FastifyReply, version: number): void {
  reply.header('etag', `"${version}.${request.state}"`)
}

/**
 * Whether a change may be made to a thing of that version, by the `If-Match` that was given.
 * @throws {ProblemError} precondition-required without one, precondition-failed when it names other versions only
 */
export function checkVersion(given: string | undefined, version: number): void {
  if (given === undefined)
    throw new ProblemError(
      'precondition-required',
      'Send the ETag of the claim in If-Match, so that no other review is overwritten unseen. "If-Match: *" accepts any version.',
      [{ parameter: 'If-Match', code: 'required' }],
    )
  if (given.trim() === '*') return
  // strong comparison: weak tags match nothing
  if (!given.split(',').some((one) => one.trim().startsWith(`"${version}.`)))
    throw new ProblemError(
      'precondition-failed',
      'The claim has changed since it had that ETag. Read it again, then repeat the review.',
      [{ parameter: 'If-Match', code: 'outdated' }],
    )
}

const varies = 'Accept, Authorization'
/** Characters of what is known by its hash: those of some thousands of URLs. */
const mostKnown = 500_000
const contract = new URL('../../../openapi.yaml', import.meta.url)

const isRead = ({ method, route }: FastifyRequest) =>
  (method === 'GET' || method === 'HEAD') && route?.url?.startsWith('/v1/') === true

/** The state in a tag of either kind. */
const stateOf = (tag: string): string | undefined =>
  /^(?:W\/)?"(?:\d+\.)?(?<state>\d+\.[\w-]+)"$/.exec(tag.trim())?.groups?.state

const digest = (text: string | Buffer) => hash('sha256', text, 'base64url').slice(0, 16)

/** What determines the form of responses: the program's version and its contract. */
const identifyProgram = () => `${version} ${digest(readFileSync(contract))}`
