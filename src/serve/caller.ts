import { isIP, isIPv6 } from 'node:net'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Caller } from './tasks.ts'

/** Who a request is from, for whatever is shared out by client: its key, or without one its address. What a proxy forwards
 * counts only if it is an address. */
export const clientOf = ({ key, ip, socket }: FastifyRequest): string =>
  key ? `key ${key.id}` : `address ${networkOf(isIP(ip) ? ip : (socket?.remoteAddress ?? ''))}`

/** The client of a request, and whether it is still there. */
export function callerOf(request: FastifyRequest, { raw }: FastifyReply): Caller {
  const left = new AbortController()
  raw.once('close', () => {
    if (!raw.writableFinished) left.abort()
  })
  return { client: clientOf(request), gone: left.signal }
}

/**
 * What one client has of addresses: of IPv6 the first 64 bits, for whoever has one address has all behind them (RFC 6177); an IPv4 address
 * whole, also when it comes as an IPv6 one.
 */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(?<ipv4>[\d.]+)$/i.exec(address)?.groups?.ipv4
  if (mapped !== undefined) return mapped
  if (!isIPv6(address)) return address
  // the host of a URL is written in the shortest form, so that the same network is written in one way
  const [head, tail] = new URL(`http://[${address.replace(/%.*$/, '')}]`).hostname.slice(1, -1).split('::')
  const groups = head === '' ? [] : head!.split(':')
  if (tail !== undefined) {
    const behind = tail === '' ? [] : tail.split(':')
    groups.push(...Array(8 - groups.length - behind.length).fill('0'), ...behind)
  }
  return `${groups.slice(0, 4).join(':')}::/64`
}

/** Nobody waits for the task any more. */
export class CallerGone extends Error {
  override readonly name = 'CallerGone'
}
