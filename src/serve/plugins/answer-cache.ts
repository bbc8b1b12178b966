import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { LRUCache } from 'lru-cache'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Whether answers may be kept and sent again; true by default. */
    keep?: boolean
  }
  interface FastifyRequest {
    /** Whether the answer was kept before. */
    kept: boolean
  }
}

type Kept = { readonly headers: Record<string, string>; readonly body: Buffer }

/** What an answer has besides what every answer gets anew. */
const own = ['content-type', 'content-encoding', 'etag', 'link', 'vary'] as const
/** A part of the memory at most for one answer. */
const mostOfOne = 1 / 16
/** What an entry takes beside its body. */
const overhead = 1024

/**
 * Keeps whole answers under /v1 and sends them again while the data stay as they are: the key is what an answer follows from (`request.state`),
 * so nothing is ever outdated, and what is no longer asked for makes room. Everything before it still happens: keys, quota, format and tags.
 * Registered behind the compression, so that what is kept is compressed already.
 * @param most bytes to keep, 0 for none
 */
export function keepAnswers(app: FastifyInstance, most: number): void {
  if (most === 0) return
  const kept = new LRUCache<string, Kept>({
    maxSize: most,
    maxEntrySize: most * mostOfOne,
    sizeCalculation: ({ body }) => overhead + body.length,
  })
  app.addHook('onRoute', (route) => {
    if (route.method !== 'GET' || !route.url.startsWith('/v1/') || route.config?.keep === false) return
    route.onRequest = [...[route.onRequest ?? []].flat(), sendAgain]
    route.onSend = [...[route.onSend ?? []].flat(), keep]
  })

  function sendAgain(request: FastifyRequest, reply: FastifyReply, done: () => void): void {
    const answer = kept.get(keyOf(request))
    if (answer) {
      request.kept = true
      reply.headers(answer.headers).send(answer.body)
    } else done()
  }

  function keep(
    request: FastifyRequest,
    reply: FastifyReply,
    payload: unknown,
    done: (error: null, payload: unknown) => void,
  ): void {
    if (reply.statusCode === 200 && !request.kept && (typeof payload === 'string' || Buffer.isBuffer(payload))) {
      const headers: Record<string, string> = {}
      for (const name of own) {
        const value = reply.getHeader(name)
        if (value !== undefined) headers[name] = String(value)
      }
      // encoded once
      kept.set(keyOf(request), { headers, body: Buffer.from(payload) })
    }
    done(null, payload)
  }
  app.decorateRequest('kept', false)
}
const keyOf = ({ state, headers }: FastifyRequest) => `${state} ${headers['accept-encoding'] ?? ''}`
