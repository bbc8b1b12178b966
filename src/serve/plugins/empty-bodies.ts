import { Readable } from 'node:stream'
import type { FastifyInstance } from 'fastify'

const bodyless = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Gives requests that may have a body and have none an empty one. With `optimizeEmptyRequests` Node makes no stream for them: whoever waits for the end
 * of that, as the framework does where there is a `Content-Type`, waits for ever.
 */
export function readEmptyBodies(app: FastifyInstance): void {
  app.addHook('onRoute', (route) => {
    if ([route.method].flat().every((method) => bodyless.has(method))) return
    route.preParsing = [
      (request, _reply, payload, done) => done(null, request.raw.readableEnded ? Readable.from([]) : payload),
      ...[route.preParsing ?? []].flat(),
    ]
  })
}
