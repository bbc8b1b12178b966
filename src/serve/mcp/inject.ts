import type { FastifyInstance, InjectOptions } from 'fastify'
import type { Send } from './ask.ts'

/** Asks a service in this process, without a socket. @param client what the requests come with: headers, address */
export const injectInto =
  (app: FastifyInstance, client: Pick<InjectOptions, 'headers' | 'remoteAddress'>): Send =>
  async ({ method, url, body }, signal) => {
    const request = { ...client, method, signal, ...(body && { payload: body }) }
    let response = await app.inject({ ...request, url })
    // ids from before have moved
    const { location } = response.headers
    if (response.statusCode === 301 && location !== undefined)
      response = await app.inject({ ...request, url: new URL(location, 'http://localhost').pathname })
    return { status: response.statusCode, body: response.json() }
  }
