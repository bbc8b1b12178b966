import type { FastifyInstance, FastifyReply, FastifyRequest, onSendHookHandler } from 'fastify'
import { LRUCache } from 'lru-cache'
import { type Finish, respondNow, type Step } from './admission.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Whether responses may be cached; true by default. */
    cache?: boolean
  }
  interface FastifyReply {
    /** Sends a body that is not to be compressed, with the headers that are set, past the framework's steps for responses. */
    sendNow: (body: string | Buffer) => FastifyReply
  }
}

/** `body` has a character for each byte. */
type Entry = { readonly headers: Record<string, string>; readonly body: string }

/** Headers that belong to the response; all others are set anew each time. */
const own = ['content-type', 'content-length', 'content-encoding', 'etag', 'link', 'notes', 'vary'] as const
/** Largest share of the cache for one response. */
const mostOfOne = 1 / 16
/** What an entry takes beside its body. */
const overhead = 1024

/**
 * Caches whole responses under /v1. The cache key is all that a response depends on, the version of the data included, so no entry is ever stale, and
 * the least recently used make room. Authentication, rate limit and content negotiation come first; a request with `If-None-Match` goes by its tag.
 * Registered after the compression, so that compressed bytes are cached.
 * @param most size in bytes, 0 to switch it off
 * @param finishing what is done to all responses that are made
 */
export function cacheResponses(app: FastifyInstance, most: number, finishing: readonly Finish[]): Step {
  const cache =
    most === 0
      ? undefined
      : new LRUCache<string, Entry>({
          maxSize: most,
          maxEntrySize: most * mostOfOne,
          sizeCalculation: ({ body }, key) => overhead + 2 * key.length + body.length,
        })

  /** @returns the body, a character a byte */
  function remember(reply: FastifyReply, payload: string | Buffer): string {
    const body = (typeof payload === 'string' ? Buffer.from(payload) : payload).toString('latin1')
    reply.header('content-length', String(body.length))
    if (!cache || !isCached(reply.request)) return body
    const headers: Record<string, string> = {}
    for (const name of own) {
      const value = reply.getHeader(name)
      if (value !== undefined) headers[name] = String(value)
    }
    cache.set(keyOf(reply.request), { headers, body })
    return body
  }

  app.decorateReply('sendNow', function (body) {
    for (const step of finishing) step(this.request, this)
    respondNow(this, 200, remember(this, body))
    return this
  })
  if (cache)
    app.addHook('onRoute', (route) => {
      if (route.method !== 'GET' || !route.url.startsWith('/v1/') || route.config?.cache === false) return
      const rememberSent: onSendHookHandler = (_request, reply, payload, done) => {
        if (reply.statusCode === 200 && (typeof payload === 'string' || Buffer.isBuffer(payload)))
          remember(reply, payload)
        done(null, payload)
      }
      route.onSend = [...[route.onSend ?? []].flat(), rememberSent]
    })
  return (request, reply) => {
    if (!cache || request.headers['if-none-match'] !== undefined || !isCached(request)) return
    const entry = cache.get(keyOf(request))
    return entry && respondNow(reply.headers(entry.headers), 200, entry.body)
  }
}

const isCached = ({ depends, method, route }: FastifyRequest) =>
  depends !== '' && method === 'GET' && route.cache !== false
const keyOf = ({ depends, headers }: FastifyRequest) => `${depends}\n${headers['accept-encoding'] ?? ''}`
