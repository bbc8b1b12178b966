import { request } from 'undici'
import { version } from '../model/program.ts'
import { acceptedEncodings, readBody } from './body.ts'
import { createDispatcher, type Lookup } from './dispatcher.ts'
import { FetchError } from './failure.ts'
import { Hosts, longestWait } from './hosts.ts'
import { isPublic } from './public-address.ts'
import { mostRobots, Robots, type RobotsAnswer, robotName } from './robots.ts'

export { FetchError } from './failure.ts'
export { isPublic } from './public-address.ts'

/** What a server said a page was when it last came, so that it need not come again. */
export type Validators = { readonly etag?: string | undefined; readonly lastModified?: string | undefined }

export type Page = Validators & {
  /** Where it was found, behind all redirects. */
  readonly address: string
  readonly bytes: Uint8Array
  /** Media type, in lower case; empty where the server does not say. */
  readonly type: string
  readonly charset?: string | undefined
}

export type ClientOptions = {
  /** Whether addresses of this machine and of private networks may be fetched. */
  readonly allowPrivate?: boolean
  /** Which addresses may be connected to; by default those of the public internet. */
  readonly isAllowed?: (address: string) => boolean
  readonly lookup?: Lookup
  /** Which hosts may be asked, also behind redirects; by default all. */
  readonly isHostAllowed?: (hostname: string) => boolean
  /** Milliseconds between two requests to a host. */
  readonly pause?: number
  /** Whom a server's operator may turn to: a page or a mail address. */
  readonly contact?: string | undefined
  /** Largest body in bytes, unpacked. */
  readonly most?: number
  /** Milliseconds that a request may take in all. */
  readonly timeout?: number
}

/** A client for pages of other people's servers, which does as they ask. */
export type Client = {
  /**
   * Fetches a page, unless it is as it was.
   * @param known what the server said when it last came
   * @returns the page, or `unchanged`
   * @throws {FetchError} with the reason, for people
   */
  readonly get: (address: string, known?: Validators) => Promise<Page | 'unchanged'>
  /** The sitemaps that the robots.txt of a site names. */
  readonly sitemapsOf: (address: string) => Promise<readonly string[]>
  readonly close: () => Promise<void>
}

const mostRedirects = 5
const longestAddress = 2000
/** Media types of pages, feeds and sitemaps. */
const readable =
  /^(?:$|text\/|application\/(?:[\w.-]+\+)?(?:xml|json)$|application\/(?:xhtml\+xml|gzip|x-gzip|octet-stream)$)/

type Exchange = {
  readonly url: URL
  readonly known?: Validators | undefined
  readonly most: number
  readonly isCut?: boolean
}

export function createClient(options: ClientOptions = {}): Client {
  const { allowPrivate = false, pause = 1000, contact, most = 10 * 1024 * 1024, timeout = 30_000 } = options
  const isAllowed = options.isAllowed ?? (allowPrivate ? () => true : isPublic)
  const dispatcher = createDispatcher(isAllowed, options.lookup)
  const hosts = new Hosts(pause)
  const agent = `${robotName}/${version}${contact ? ` (+${contact})` : ''}`

  /** One request and its response; once more where a connection that was kept open had been closed at the other end. */
  async function exchange(asked: Exchange) {
    try {
      return await exchangeOnce(asked)
    } catch (error) {
      if ((error as Error).message !== broken) throw error
      return exchangeOnce(asked)
    }
  }

  async function exchangeOnce({ url, known, most, isCut }: Exchange) {
    const signal = AbortSignal.timeout(timeout)
    try {
      const { statusCode, headers, body } = await request(url, {
        dispatcher,
        signal,
        headers: {
          'user-agent': agent,
          accept:
            'text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, */*;q=0.1',
          'accept-language': 'en, *;q=0.5',
          'accept-encoding': acceptedEncodings,
          ...(known?.etag !== undefined && { 'if-none-match': known.etag }),
          ...(known?.lastModified !== undefined && { 'if-modified-since': known.lastModified }),
        },
      })
      const header = (name: string) => [headers[name] ?? []].flat()[0]
      // a body that nobody reads must not fail the process when it breaks
      body.on('error', () => {})
      const type = (header('content-type') ?? '').split(';')[0]!.trim().toLowerCase()
      const isRead = statusCode === 200 && readable.test(type)
      const bytes = isRead ? await readBody(body, header('content-encoding'), most, isCut) : undefined
      if (!isRead) body.destroy()
      return { status: statusCode, header, type, bytes }
    } catch (error) {
      throw toFetchError(error, signal.aborted, timeout)
    }
  }

  const robots = new Robots(async (address): Promise<RobotsAnswer> => {
    let url = new URL(address)
    for (let hops = 0; hops <= mostRedirects; hops++) {
      try {
        const { status, header, bytes } = await hosts.inTurn(url.host, () =>
          exchange({ url, most: mostRobots, isCut: true }),
        )
        const next = redirectOf(status, header('location'), url)
        if (next) url = next
        else if (status === 200) return { text: wholeLines(bytes) }
        // 429 says nothing of the rules, though it looks so (RFC 9309, 2.3.1.3)
        else
          return status >= 400 && status < 500 && status !== 429 ? 'none' : { unreachable: `responds with ${status}` }
      } catch (error) {
        return { unreachable: (error as Error).message }
      }
    }
    return 'none'
  })

  async function get(address: string, known?: Validators): Promise<Page | 'unchanged'> {
    let url = parseAddress(address)
    for (let hops = 0; hops <= mostRedirects; hops++) {
      const { host, href, origin, hostname } = url
      if (options.isHostAllowed?.(hostname) === false)
        throw new FetchError(`leads to ${hostname}, which may not be fetched`)
      if (hosts.left(host) > longestWait)
        throw new FetchError(`was not asked: ${host} wants to be left alone`, hosts.left(host))
      const rules = await robots.rulesOf(origin)
      if (rules.unreachable !== undefined) throw new FetchError(`was not asked: its robots.txt ${rules.unreachable}`)
      if (!rules.allows(href)) throw new FetchError(`is not for robots (${origin}/robots.txt)`)
      const { status, header, type, bytes } = await hosts.inTurn(
        host,
        () => exchange({ url, known, most }),
        rules.delay,
      )
      if (status === 304 && known) return 'unchanged'
      const next = redirectOf(status, header('location'), url)
      if (next) {
        url = next
        continue
      }
      if (status !== 200) {
        const retryAfter = readRetryAfter(header('retry-after'))
        if (retryAfter !== undefined && (status === 429 || status === 503)) hosts.hold(host, retryAfter)
        throw new FetchError(`responds with ${status}`, retryAfter)
      }
      if (!bytes) throw new FetchError(`is ${type}, which is not read`)
      return {
        address: href.replace(/#.*$/, ''),
        bytes,
        type,
        charset: /charset="?(?<name>[\w.:-]+)/i.exec(header('content-type') ?? '')?.groups?.name,
        etag: header('etag'),
        lastModified: header('last-modified'),
      }
    }
    throw new FetchError(`leads from one address to another more than ${mostRedirects} times`)
  }

  const sitemapsOf = async (address: string) => (await robots.rulesOf(new URL(address).origin)).sitemaps

  return { get, sitemapsOf, close: () => dispatcher.destroy() }
}

/** The text of rules; a line that was cut in the middle would be another rule. */
function wholeLines(bytes: Uint8Array = new Uint8Array()): string {
  const text = new TextDecoder().decode(bytes)
  return bytes.length < mostRobots ? text : text.slice(0, text.lastIndexOf('\n') + 1)
}

/** @throws {FetchError} */
function parseAddress(address: string): URL {
  const url = URL.canParse(address) ? new URL(address) : undefined
  if (!url || !/^https?:$/.test(url.protocol) || !url.hostname) throw new FetchError('is not an address (https://…)')
  if (url.href.length > longestAddress) throw new FetchError(`is longer than ${longestAddress} characters`)
  if (url.username || url.password) throw new FetchError('holds a name or a password, which are not sent')
  return url
}

/** Where a redirect leads. @throws {FetchError} */
function redirectOf(status: number, location: string | undefined, from: URL): URL | undefined {
  if (![301, 302, 303, 307, 308].includes(status)) return undefined
  if (location === undefined || !URL.canParse(location, from.href)) throw new FetchError('leads to no address')
  return parseAddress(new URL(location, from.href).href)
}

/** Longest that a Retry-After is believed, in milliseconds. */
const longestRetry = 24 * 60 * 60 * 1000

/** Milliseconds of a Retry-After: seconds, or a date. */
function readRetryAfter(given: string | undefined): number | undefined {
  if (given === undefined) return undefined
  const wait = /^\d{1,9}$/.test(given.trim()) ? 1000 * Number(given) : Date.parse(given) - Date.now()
  return Number.isFinite(wait) ? Math.min(Math.max(wait, 0), longestRetry) : undefined
}

const broken = 'breaks the connection'

/** What hindered a request, in words. */
function toFetchError(error: unknown, isLate: boolean, timeout: number): FetchError {
  for (let cause = error; cause instanceof Error; cause = cause.cause) if (cause instanceof FetchError) return cause
  if (isLate) return new FetchError(`takes longer than ${timeout / 1000} s`)
  const { code = '', message } = error as NodeJS.ErrnoException
  const said: Readonly<Record<string, string>> = {
    ENOTFOUND: 'has a host that is not known',
    EAI_AGAIN: 'has a host that cannot be looked up now',
    ECONNREFUSED: 'refuses the connection',
    ECONNRESET: broken,
    EHOSTUNREACH: 'cannot be reached',
    ENETUNREACH: 'cannot be reached',
    ETIMEDOUT: 'does not respond',
    UND_ERR_CONNECT_TIMEOUT: 'does not respond',
    UND_ERR_HEADERS_TIMEOUT: 'does not respond',
    UND_ERR_BODY_TIMEOUT: 'stops in the middle',
    UND_ERR_SOCKET: broken,
    UND_ERR_HEADERS_OVERFLOW: 'has a header without end',
  }
  if (said[code]) return new FetchError(said[code])
  if (/CERT|TLS|SSL/i.test(code)) return new FetchError(`has a certificate that cannot be trusted (${code})`)
  return new FetchError(`cannot be fetched: ${message}`)
}
