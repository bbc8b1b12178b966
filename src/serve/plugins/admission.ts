import type { OutgoingHttpHeaders } from 'node:http'
import type { FastifyContextConfig, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

declare module 'fastify' {
  interface FastifyRequest {
    /** The settings of its route: `routeOptions` would make an object of them each time. A path that does not exist has no `url`; one that cannot be decoded leads to null. */
    route: FastifyContextConfig & { readonly url?: string }
  }
}

/** Looks at a request before anything of it is read. It gives `true` when it has responded, and throws what is refused. */
export type Step = (request: FastifyRequest, reply: FastifyReply) => boolean | undefined | Promise<unknown>

/**
 * Leads each request through the steps, in their order. They are one hook: the framework walks from hook to hook by callbacks, which for ten of them
 * takes longer than what they do, and only a step that has to wait makes a request wait.
 */
export function admit(app: FastifyInstance, steps: readonly Step[]): void {
  if (!app.hasRequestDecorator('route')) app.decorateRequest('route', null as never)
  /** @returns whether the request goes on */
  const walkOn = async (
    request: FastifyRequest,
    reply: FastifyReply,
    waited: Promise<unknown>,
    next: number,
  ): Promise<boolean> => {
    if ((await waited) === true || reply.sent) return false
    for (const step of steps.slice(next)) if ((await step(request, reply)) === true || reply.sent) return false
    return true
  }
  app.addHook('onRequest', (request, reply, done) => {
    request.route ??= request.routeOptions.config
    for (let i = 0; i < steps.length; i++) {
      const result = steps[i]!(request, reply)
      if (result === true) return
      if (typeof result === 'object') {
        walkOn(request, reply, result, i + 1).then((isAdmitted) => {
          if (isAdmitted) done()
        }, done)
        return
      }
    }
    done()
  })
}

/** Adds to the headers of a response that is about to be sent. */
export type Finish = (request: FastifyRequest, reply: FastifyReply) => void

/** Does so for all responses, in one hook. */
export function finish(app: FastifyInstance, steps: readonly Finish[]): void {
  app.addHook('onSend', (request, reply, payload, done) => {
    for (const step of steps) step(request, reply)
    done(null, payload)
  })
}

/**
 * Responds to a request that goes no further, past whatever is done to responses that are made.
 * @param body bytes, one a character: as such a string they go out in one piece with the headers
 */
export function respondNow(reply: FastifyReply, status: 200 | 304, body?: string): true {
  const headers = reply.getHeaders()
  reply.hijack().raw.writeHead(status, headers as OutgoingHttpHeaders)
  reply.raw.end(body, 'latin1')
  return true
}
