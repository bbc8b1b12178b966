// undici (MIT): Node's own HTTP client, of which the package alone lets the connection be looked at before anything is sent.
import { type LookupAddress, lookup as lookupName } from 'node:dns'
import { isIP, type LookupFunction } from 'node:net'
import { Agent, buildConnector } from 'undici'
import { FetchError } from './failure.ts'

/** Which addresses may be connected to. */
export type Gate = (address: string) => boolean
/** How names become addresses; Node's by default. */
export type Lookup = (hostname: string) => Promise<readonly LookupAddress[]>

const lookupAll: Lookup = (hostname) =>
  new Promise((resolve, reject) =>
    lookupName(hostname, { all: true }, (error, addresses) => (error ? reject(error) : resolve(addresses))),
  )

const refused = (hostname: string) =>
  new FetchError(
    `${hostname} is an address of this machine or of a private network (--allow-private lets it be fetched)`,
  )

/**
 * Connections to addresses that may be connected to, and no others. A name is looked up once, and what was checked is what is connected to: a name that
 * answers otherwise a moment later leads nowhere else. What a socket is connected to is looked at once more before anything is sent.
 */
export function createDispatcher(isAllowed: Gate, lookup: Lookup = lookupAll): Agent {
  const guarded: LookupFunction = (hostname, options, callback) => {
    lookup(hostname).then(
      (all) => {
        const allowed = all.filter(({ address }) => isAllowed(address))
        const wanted = allowed.filter(({ family }) => !options.family || options.family === family)
        const [first] = wanted.length ? wanted : allowed
        if (!first) return callback(refused(hostname) as NodeJS.ErrnoException, [])
        if (options.all) callback(null, wanted.length ? wanted : allowed)
        else callback(null, first.address, first.family)
      },
      (error: NodeJS.ErrnoException) => callback(error, []),
    )
  }
  const connect = buildConnector({ timeout: 10_000, lookup: guarded })
  return new Agent({
    connect: (options, callback) => {
      const hostname = options.hostname.replace(/^\[|\]$/g, '')
      if (isIP(hostname) && !isAllowed(hostname)) return callback(refused(hostname), null)
      connect(options, (error, socket) => {
        if (error) return callback(error, null)
        if (socket.remoteAddress !== undefined && isAllowed(socket.remoteAddress)) return callback(null, socket)
        socket.destroy()
        callback(refused(hostname), null)
      })
    },
    connections: 1,
    pipelining: 1,
    keepAliveTimeout: 10_000,
    headersTimeout: 15_000,
    bodyTimeout: 15_000,
    maxHeaderSize: 32 * 1024,
  })
}
