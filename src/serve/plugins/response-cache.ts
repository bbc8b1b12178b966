import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { LRUCache } from 'lru-cache'
import { respondNow, type Step } from './admission.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Whether responses may be cached; true by default. */
    cache?: boolean
  }
}

type Entry = { readonly headers: Record<string, string>; readonly body: string | Buffer }

/** Headers that belong to the response; all others are set anew each time. */
const own = ['content-type', 'content-encoding', 'etag', 'link', 'notes', 'vary'] as const
/** Largest share of the cache for one response. */
const mostOfOne = 1 / 16
/** What an entry takes beside its body. */
const overhead = 1024
/** Characters up to which a text goes out sooner as a string, in one piece with its headers, than as the bytes it is. */
const mostInOnePiece = 8192

/**
 * Caches whole responses under /v1. The cache key is all that a response depends on, the version of the data included, so no entry is ever stale, and
 * the least recently used make room. Authentication, rate limit and content negotiation come first; a request with `If-None-Match` goes by its tag.
 * Registered after the compression, so that compressed bytes are cached.
 * @param most size in bytes, 0 to switch it off
 */
export function cacheResponses(app: FastifyInstance, most: number): Step {
  if (most === 0) return () => undefined
  const cache = new LRUCache<string, Entry>({
    maxSize: most,
    maxEntrySize: most * mostOfOne,
    sizeCalculation: ({ body }, key) => overhead + 2 * key.length + (typeof body === 'string' ? 2 : 1) * body.length,
  })
  app.addHook('onRoute', (route) => {
    if (isCached(route.method, route.url, route.config?.cache))
      route.onSend = [...[route.onSend ?? []].flat(), remember]
  })

  function remember(
    request: FastifyRequest,
    reply: FastifyReply,
    payload: unknown,
    done: (error: null, payload: unknown) => void,
  ): void {
    if (reply.statusCode === 200 && (typeof payload === 'string' || Buffer.isBuffer(payload))) {
      const headers: Record<string, string> = { 'content-length': String(Buffer.byteLength(payload)) }
      for (const name of own) {
        const value = reply.getHeader(name)
        if (value !== undefined) headers[name] = String(value)
      }
      // encoded once
      const body = typeof payload === 'string' && payload.length > mostInOnePiece ? Buffer.from(payload) : payload
      cache.set(keyOf(request), { headers, body })
    }
    done(null, payload)
  }

  return (request, reply) => {
    if (request.depends === '' || request.headers['if-none-match'] !== undefined) return
    const { url, cache: may } = request.route
    if (!isCached(request.method, url!, may)) return
    const entry = cache.get(keyOf(request))
    return entry && respondNow(reply.headers(entry.headers), 200, entry.body)
  }
}

const isCached = (method: string | string[], url: string, may?: boolean) =>
  method === 'GET' && url.startsWith('/v1/') && may !== false
const keyOf = ({ depends, headers }: FastifyRequest) => `${depends}\n${headers['accept-encoding'] ?? ''}`
