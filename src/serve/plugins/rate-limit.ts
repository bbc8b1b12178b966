import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
// the package's index loads its limiters for every database there is
import RateLimiterMemory from 'rate-limiter-flexible/lib/RateLimiterMemory.js'
import RateLimiterRes from 'rate-limiter-flexible/lib/RateLimiterRes.js'
import { ProblemError } from '../../model/problem.ts'
import { clientOf } from '../caller.ts'
import type { Step } from './admission.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Whether the body counts against the limit of bytes a minute. */
    bytes?: boolean
  }
}

/** Length of the window in seconds. */
const window = 60

/**
 * A rate limit for each key, or for each address without one, reported in the two headers of
 * https://datatracker.ietf.org/doc/draft-ietf-httpapi-ratelimit-headers. Responses 304 are not counted.
 * @param limit requests a minute, 0 for none
 */
export function limitRates(app: FastifyInstance, limit: number): Step {
  if (limit === 0) return () => {}
  const limiter = new RateLimiterMemory({ points: limit, duration: window })
  const count = async (request: FastifyRequest, reply: FastifyReply) => {
    const [policy, name] = whose(request)
    const tell = ({ remainingPoints, msBeforeNext }: RateLimiterRes) => {
      reply.header('ratelimit-policy', `"${policy}";q=${limit};w=${window}`)
      reply.header('ratelimit', `"${policy}";r=${remainingPoints};t=${Math.ceil(msBeforeNext / 1000)}`)
    }
    try {
      tell(await limiter.consume(name))
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused
      tell(refused)
      const seconds = Math.max(1, Math.ceil(refused.msBeforeNext / 1000))
      throw new ProblemError(
        'rate-limited',
        `Rate limit exceeded: ${limit} requests per minute for this ${policy}. Try again in ${seconds} s. Responses 304 (send If-None-Match) are not counted.`,
        [],
        { 'retry-after': String(seconds) },
      )
    }
  }
  app.addHook('onResponse', (request, reply: FastifyReply, done) => {
    if (reply.statusCode === 304 && isCounted(request)) void limiter.reward(whose(request)[1])
    done()
  })
  return (request, reply) => (isCounted(request) ? count(request, reply) : undefined)
}

/** Health checks and what pages ask beforehand (CORS) are not counted. */
const uncounted = new Set(['/livez', '/readyz', '*'])
const isCounted = ({ route }: FastifyRequest) => !uncounted.has(route?.url ?? '')

const whose = (request: FastifyRequest): ['key' | 'address', string] => [
  request.key ? 'key' : 'address',
  clientOf(request),
]

/**
 * A second limit for routes whose work grows with the body (`config.bytes`): bytes a minute. A body that says its length is refused before it is
 * read, any other when it is there.
 * @param limit bytes a minute, 0 for none
 */
export function limitBytes(app: FastifyInstance, limit: number): void {
  if (limit === 0) return
  const limiter = new RateLimiterMemory({ points: limit, duration: window })
  const consume = async (request: FastifyRequest, bytes: number) => {
    try {
      await limiter.consume(clientOf(request), bytes)
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused
      const seconds = Math.max(1, Math.ceil(refused.msBeforeNext / 1000))
      throw new ProblemError(
        'rate-limited',
        `Rate limit exceeded: ${limit} bytes per minute for this ${whose(request)[0]}. Try again in ${seconds} s.`,
        [],
        { 'retry-after': String(seconds) },
      )
    }
  }
  const announced = ({ headers }: FastifyRequest) => Number(headers['content-length'] ?? Number.NaN)
  app.addHook('onRoute', (route) => {
    if (!route.config?.bytes) return
    route.onRequest = [
      ...[route.onRequest ?? []].flat(),
      async (request) => {
        const bytes = announced(request)
        // what is over the limit of a body is not read, and refused as that
        if (bytes > 0 && bytes <= request.routeOptions.bodyLimit!) await consume(request, bytes)
      },
    ]
    route.preHandler = [
      ...[route.preHandler ?? []].flat(),
      async (request) => {
        if (Number.isNaN(announced(request))) await consume(request, sizeOf(request.body))
      },
    ]
  })
}

const sizeOf = (body: unknown): number =>
  typeof body === 'string' || Buffer.isBuffer(body) ? Buffer.byteLength(body) : JSON.stringify(body ?? '').length
