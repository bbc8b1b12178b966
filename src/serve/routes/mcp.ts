import type { FastifyReply, FastifyRequest } from 'fastify'
import { ProblemError } from '../../model/problem.ts'
import type { App } from '../app.ts'
import type { Send } from '../mcp/ask.ts'
import { injectInto } from '../mcp/inject.ts'
import { may } from '../plugins/access.ts'
import { json } from '../present/media-types.ts'
import { eventStream } from './change-stream.ts'

/** Subscriptions to changes of the tools, which never change here. */
const subscriptions = 16

/**
 * The Model Context Protocol over HTTP: https://modelcontextprotocol.io/specification/2026-07-28/basic/transports. Each request stands for itself;
 * its tools ask the API with its key and address, so that keys, limits and checks are those of the API.
 * @param hosts names by which the service may be called, with commas between, or `*`; loopback names always may
 * @param origins those of CORS; `*` and `none` give pages of other origins nothing here
 */
export async function mcpRoutes(app: App, { hosts, origins }: { hosts: string; origins: string }): Promise<void> {
  // read only by services that use it
  const [
    { createMcpHandler, localhostAllowedHostnames, validateHostHeader, validateOriginHeader },
    { createMcpServer },
  ] = await Promise.all([import('@modelcontextprotocol/server'), import('../mcp/server.ts')])
  const names = [...localhostAllowedHostnames(), ...listOf(hosts)]
  const callers = new WeakMap<Request, FastifyRequest>()
  const handler = createMcpHandler(
    ({ requestInfo }) => {
      const caller = callers.get(requestInfo!)!
      return createMcpServer(sendAs(app, caller), caller.base, (scope) => !!caller.key && may(caller.key, scope))
    },
    { maxSubscriptions: subscriptions, onerror: (error) => app.log.info({ err: error }, 'mcp') },
  )
  app.addHook('preClose', () => handler.close())
  // a page in a browser reaches services that its user can reach, under a name of its own (DNS rebinding)
  const refuseStrangers = (request: FastifyRequest) => {
    const { origin } = request.headers
    if (hosts !== '*' && !validateHostHeader(new URL(request.base).host, names).ok)
      throw new ProblemError(
        'host-refused',
        `/mcp may not be called by the name ${new URL(request.base).hostname}. If it is a name of this service, list it in MCP_HOSTS.`,
      )
    if (origin !== undefined && !listOf(origins).includes(origin) && !validateOriginHeader(origin, names).ok)
      throw new ProblemError('host-refused', 'Pages of this origin may not call /mcp: CORS_ORIGIN does not list it.')
  }
  app.route({
    method: ['GET', 'POST', 'DELETE'],
    url: '/mcp',
    exposeHeadRoute: false,
    config: { scope: 'read', mediaTypes: [json, eventStream], cache: false },
    schema: { hide: true },
    onRequest: (request, _reply, done) => {
      refuseStrangers(request)
      done()
    },
    handler: async (request, reply) => {
      const asked = toWebRequest(request, reply)
      callers.set(asked, request)
      const response = await handler.fetch(asked, { parsedBody: request.body })
      return reply.removeHeader('etag').send(response)
    },
  })
}

const listOf = (setting: string): string[] =>
  setting === 'none' || setting === '*' ? [] : setting.split(',').map((one) => one.trim())

/** The request as the SDK takes it; its body has been read. */
function toWebRequest(request: FastifyRequest, { raw }: FastifyReply): Request {
  const gone = new AbortController()
  raw.once('close', () => {
    if (!raw.writableFinished) gone.abort()
  })
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers))
    for (const one of [value ?? []].flat()) headers.append(name, one)
  return new Request(new URL(request.url, request.base), { method: request.method, headers, signal: gone.signal })
}

/** Asks the API as the client does who called the tool: by its key, from its address. */
const sendAs = (app: App, { headers: { authorization, host = 'localhost' }, ip, id }: FastifyRequest): Send =>
  injectInto(app, {
    headers: { host, 'x-request-id': id, ...(authorization !== undefined && { authorization }) },
    remoteAddress: ip,
  })
