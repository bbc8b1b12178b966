import { BlockList, isIP, isIPv6 } from 'node:net'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { ProblemError } from '../../model/problem.ts'
import type { Step } from './admission.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** The path that the service is under for its clients: empty, or such as `/facts`. */
    readonly prefix: string
    /** Where the service is for its clients, such as `https://example.org/facts`. */
    readonly base: string
  }
}

/** A path of whole segments, such as `/facts` or `/a/b`. */
const path = /^(?:\/[\w.~-]+)+$/
const host = /^(?:[\w.-]+|\[[\da-f:.]+\])(?::\d{1,5})?$/i
const longest = 200

/** Takes a subpath off a URL that has it: a proxy may pass it on or not. */
export const withoutBasePath = (url: string, basePath: string): string => {
  if (basePath === '' || !url.startsWith(basePath)) return url
  const rest = url.slice(basePath.length)
  return rest === '' || rest.startsWith('?') ? `/${rest}` : rest.startsWith('/') ? rest : url
}

/**
 * Finds out where clients see the service, for links and identifiers: from `X-Forwarded-Proto`, `-Host` and `-Prefix` of proxies that are trusted,
 * where they make sense, else from the request and the settings. A request with no good `Host`, or with two, is refused (RFC 9112, 3.2).
 */
export function findPublicAddress(app: FastifyInstance, trustProxy: string, basePath: string): Step {
  const isTrusted = trustedProxies(trustProxy)
  const forwarded = (request: FastifyRequest, name: string): string | undefined => {
    const value = request.headers[name]
    if (typeof value !== 'string' || !isTrusted(request.socket?.remoteAddress)) return undefined
    // what the nearest proxy says
    const last = value.slice(value.lastIndexOf(',') + 1).trim()
    return last.length <= longest ? last : undefined
  }
  const protocolOf = (request: FastifyRequest) => {
    const given = forwarded(request, 'x-forwarded-proto')?.toLowerCase()
    if (given === 'http' || given === 'https') return given
    return 'encrypted' in request.socket ? 'https' : 'http'
  }
  const hostOf = (request: FastifyRequest) => {
    const given = forwarded(request, 'x-forwarded-host')
    return given !== undefined && host.test(given) ? given : (request.headers.host ?? 'localhost')
  }
  app.decorateRequest('prefix', {
    getter() {
      const given = forwarded(this, 'x-forwarded-prefix')?.replace(/\/+$/, '')
      return given !== undefined && (given === '' || isPath(given)) ? given : basePath
    },
  })
  app.decorateRequest('base', {
    getter() {
      return `${protocolOf(this)}://${hostOf(this)}${this.prefix}`
    },
  })
  return (request) => {
    const { rawHeaders } = request.raw
    let hosts = 0
    for (let i = 0; i < rawHeaders.length; i += 2)
      if (rawHeaders[i]!.length === 4 && rawHeaders[i]!.toLowerCase() === 'host') hosts++
    const given = request.headers.host
    if (hosts > 1 || (given !== undefined && given !== '' && !host.test(given)))
      throw new ProblemError(
        'bad-request',
        hosts > 1 ? 'The request has two Host headers.' : 'The Host header is invalid.',
        [{ parameter: 'Host', code: hosts > 1 ? 'repeated' : 'invalid' }],
      )
  }
}

/** Whether it is a path that links can begin with: no segment of it leads elsewhere. */
export const isPath = (text: string): boolean =>
  text.length <= longest && path.test(text) && !text.split('/').some((segment) => segment === '.' || segment === '..')

/** @param trustProxy `true`, `false`, or addresses and networks with commas between */
function trustedProxies(trustProxy: string): (address: string | undefined) => boolean {
  if (trustProxy === 'true' || trustProxy === 'false') return () => trustProxy === 'true'
  const list = new BlockList()
  for (const one of trustProxy.split(',')) {
    const [address, bits] = one.trim().split('/') as [string, string?]
    const family = isIPv6(address) ? 'ipv6' : 'ipv4'
    if (bits === undefined) list.addAddress(address, family)
    else list.addSubnet(address, Number(bits), family)
  }
  return (address) =>
    address !== undefined && isIP(address) > 0 && list.check(address, isIPv6(address) ? 'ipv6' : 'ipv4')
}
