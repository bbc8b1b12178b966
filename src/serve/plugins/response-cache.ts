import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { LRUCache } from 'lru-cache'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Whether responses may be cached; true by default. */
    cache?: boolean
  }
  interface FastifyRequest {
    /** Whether the response comes from the cache. */
    cached: boolean
  }
}

type Entry = { readonly headers: Record<string, string>; readonly body: Buffer }

/** Headers that belong to the response; all others are set anew each time. */
const own = ['content-type', 'content-encoding', 'etag', 'link', 'notes', 'vary'] as const
/** Largest share of the cache for one response. */
const mostOfOne = 1 / 16
/** What an entry takes beside its body. */
const overhead = 1024

/**
 * Caches whole responses under /v1. The cache key is all that a response depends on (`request.state`), the version of the data included, so no
 * entry is ever stale, and the least recently used make room. Authentication, rate limit, content negotiation and conditional requests come first.
 * Registered after the compression, so that compressed bytes are cached.
 * @param most size in bytes, 0 to switch it off
 */
export function cacheResponses(app: FastifyInstance, most: number): void {
  if (most === 0) return
  const cache = new LRUCache<string, Entry>({
    maxSize: most,
    maxEntrySize: most * mostOfOne,
    sizeCalculation: ({ body }) => overhead + body.length,
  })
  app.addHook('onRoute', (route) => {
    if (route.method !== 'GET' || !route.url.startsWith('/v1/') || route.config?.cache === false) return
    route.onRequest = [...[route.onRequest ?? []].flat(), sendCached]
    route.onSend = [...[route.onSend ?? []].flat(), remember]
  })

  function sendCached(request: FastifyRequest, reply: FastifyReply, done: () => void): void {
    const entry = cache.get(keyOf(request))
    if (entry) {
      request.cached = true
      reply.headers(entry.headers).send(entry.body)
    } else done()
  }

  function remember(
    request: FastifyRequest,
    reply: FastifyReply,
    payload: unknown,
    done: (error: null, payload: unknown) => void,
  ): void {
    if (reply.statusCode === 200 && !request.cached && (typeof payload === 'string' || Buffer.isBuffer(payload))) {
      const headers: Record<string, string> = {}
      for (const name of own) {
        const value = reply.getHeader(name)
        if (value !== undefined) headers[name] = String(value)
      }
      // encoded once
      cache.set(keyOf(request), { headers, body: Buffer.from(payload) })
    }
    done(null, payload)
  }
  app.decorateRequest('cached', false)
}
const keyOf = ({ state, headers }: FastifyRequest) => `${state} ${headers['accept-encoding'] ?? ''}`
