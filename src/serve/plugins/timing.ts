import type { FastifyInstance } from 'fastify'

declare module 'fastify' {
  interface FastifyRequest {
    /** When it came, when it was understood and when its answer was found, in milliseconds; 0 for not yet. */
    begun: number
    parsed: number
    answered: number
  }
}

/** Says where the time of an answer went: `Server-Timing: parse, query, present` (milliseconds). */
export function tellTimes(app: FastifyInstance): void {
  app.decorateRequest('begun', 0)
  app.decorateRequest('parsed', 0)
  app.decorateRequest('answered', 0)
  app.addHook('onRequest', (request, _reply, done) => {
    request.begun = performance.now()
    done()
  })
  app.addHook('preHandler', (request, _reply, done) => {
    request.parsed = performance.now()
    done()
  })
  // text and streams skip this hook: their making counts as the query
  app.addHook('preSerialization', (request, _reply, payload, done) => {
    request.answered = performance.now()
    done(null, payload)
  })
  app.addHook('onSend', (request, reply, payload, done) => {
    const { begun, parsed } = request
    if (parsed > 0) {
      const now = performance.now()
      const answered = request.answered || now
      reply.header(
        'server-timing',
        `parse;dur=${round(parsed - begun)}, query;dur=${round(answered - parsed)}, present;dur=${round(now - answered)}`,
      )
    }
    done(null, payload)
  })
}

const round = (milliseconds: number) => Math.round(milliseconds * 100) / 100
