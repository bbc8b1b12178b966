import fastifyCors from '@fastify/cors'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Step } from './admission.ts'

/** Response headers that a page of another origin may read. */
const exposed = [
  'ETag',
  'Link',
  'Location',
  'Notes',
  'RateLimit',
  'RateLimit-Policy',
  'Retry-After',
  'Server-Timing',
  'X-Request-Id',
  'Idempotency-Replayed',
].join(', ')
const taken = [
  'Accept',
  'Authorization',
  'Content-Type',
  'Idempotency-Key',
  'If-Match',
  'If-None-Match',
  'Mcp-Method',
  'Mcp-Name',
  'Mcp-Protocol-Version',
  'X-Request-Id',
].join(', ')
const readMethods = ['GET', 'HEAD']

/**
 * Which pages of other origins may use the service. Requests that ask beforehand are for the plugin, which is looked at by them alone; what the others
 * have to be told is one or two headers that are always the same.
 * @param origins `*`: all may read, and send texts to be extracted; origins with commas between: these may do all; `none`
 */
export async function allowOrigins(app: FastifyInstance, origins: string): Promise<Step> {
  if (origins === 'none') return () => undefined
  const listed = origins === '*' ? undefined : origins.split(',').map((origin) => origin.trim())
  const options = (origin: string | string[] | false, ...methods: string[]) => ({
    origin,
    methods,
    allowedHeaders: taken,
    exposedHeaders: exposed,
    maxAge: 86_400,
    strictPreflight: false,
  })
  const all = listed && options(listed, ...readMethods, 'POST', 'PATCH', 'DELETE')
  const read = options('*', ...readMethods)
  const extract = options('*', 'POST')
  const none = options(false)
  await app.register(async (preflight) => {
    await preflight.register(fastifyCors, {
      delegator: (request: FastifyRequest, done) =>
        done(null, all ?? (isHarmless(request) ? (request.url.startsWith('/v1/extract') ? extract : read) : none)),
    })
  })
  return (request, reply) => {
    if (request.method === 'OPTIONS') return
    // a cache must not give to one origin what is for another
    if (listed) reply.header('vary', 'Origin')
    const allowed = listed
      ? listed.find((origin) => origin === request.headers.origin)
      : isHarmless(request)
        ? '*'
        : undefined
    if (allowed === undefined) return
    reply.header('access-control-allow-origin', allowed)
    reply.header('access-control-expose-headers', exposed)
  }
}

/** Whether a request, or the one that is asked about beforehand, stores nothing. */
function isHarmless({ method, url, headers }: FastifyRequest): boolean {
  const wanted = method === 'OPTIONS' ? (headers['access-control-request-method'] ?? 'GET') : method
  return readMethods.includes(wanted) || url.startsWith('/v1/extract')
}
