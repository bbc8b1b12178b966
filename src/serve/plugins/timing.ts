import type { FastifyInstance } from 'fastify'
import type { Finish, Step } from './admission.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** When the request arrived, was parsed, and had its result, in milliseconds; 0 for not yet. */
    begun: number
    parsed: number
    queried: number
  }
}

/** Where the time of a response went: `Server-Timing: parse, query, present` (milliseconds). */
export function tellTimes(app: FastifyInstance): { readonly begin: Step; readonly tell: Finish } {
  app.decorateRequest('begun', 0)
  app.decorateRequest('parsed', 0)
  app.decorateRequest('queried', 0)
  app.addHook('preHandler', (request, _reply, done) => {
    request.parsed = performance.now()
    done()
  })
  // text and streams skip this hook: their making counts as the query
  app.addHook('preSerialization', (request, _reply, payload, done) => {
    request.queried = performance.now()
    done(null, payload)
  })
  return {
    begin: (request) => {
      request.begun = performance.now()
    },
    tell: (request, reply) => {
      const { begun, parsed } = request
      if (parsed === 0) return
      const now = performance.now()
      const queried = request.queried || now
      reply.header(
        'server-timing',
        `parse;dur=${round(parsed - begun)}, query;dur=${round(queried - parsed)}, present;dur=${round(now - queried)}`,
      )
    },
  }
}

const round = (milliseconds: number) => Math.round(milliseconds * 100) / 100
