import type { FastifyInstance, FastifyRequest } from 'fastify'

type Times = { begun: number; parsed?: number; answered?: number }

/** Says where the time of an answer went: `Server-Timing: parse, query, present` (milliseconds). */
export function tellTimes(app: FastifyInstance): void {
  const times = new WeakMap<FastifyRequest, Times>()
  app.addHook('onRequest', async (request) => {
    times.set(request, { begun: performance.now() })
  })
  app.addHook('preHandler', async (request) => {
    times.get(request)!.parsed = performance.now()
  })
  // text and streams skip this hook: their making counts as the query
  app.addHook('preSerialization', async (request, _reply, payload) => {
    times.get(request)!.answered = performance.now()
    return payload
  })
  app.addHook('onSend', async (request, reply) => {
    const { begun, parsed, answered } = times.get(request) ?? {}
    if (begun === undefined || parsed === undefined) return
    const now = performance.now()
    const step = (name: string, from: number, to: number) => `${name};dur=${(to - from).toFixed(2)}`
    reply.header(
      'server-timing',
      [
        step('parse', begun, parsed),
        step('query', parsed, answered ?? now),
        step('present', answered ?? now, now),
      ].join(', '),
    )
  })
}
