import { randomBytes } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { FastifyBaseLogger, FastifyServerOptions } from 'fastify'

/** Random bytes that are drawn at once: an id takes four. */
const drawn = 4096
let digits = ''

/** The id of a request: the one that it came with in `X-Request-Id` where that is good, else a random one. */
export function identifyRequest({ headers: { 'x-request-id': given } }: Pick<IncomingMessage, 'headers'>): string {
  if (typeof given === 'string' && /^[\w.:-]{1,64}$/.test(given)) return given
  if (digits === '') digits = randomBytes(drawn).toString('hex')
  const id = digits.slice(0, 8)
  digits = digits.slice(8)
  return `req-${id}`
}

/**
 * The log of a request, whose lines carry its id. It is made when something is to be logged, which for most requests is never, unless each of them is
 * logged.
 */
export const logRequest: FastifyServerOptions['childLoggerFactory'] = (logger, bindings, options) =>
  isEnabled(logger, 'info')
    ? logger.child(bindings, options)
    : (new LaterLog(() => logger.child(bindings, options)) as unknown as FastifyBaseLogger)

const isEnabled = (logger: object, level: string) =>
  'isLevelEnabled' in logger && (logger.isLevelEnabled as (level: string) => boolean)(level)

class LaterLog {
  readonly #make: () => FastifyBaseLogger
  #made: FastifyBaseLogger | undefined
  constructor(make: () => FastifyBaseLogger) {
    this.#make = make
  }
  get #log(): FastifyBaseLogger {
    this.#made ??= this.#make()
    return this.#made
  }
  get level(): string {
    return this.#log.level
  }
  child(...given: Parameters<FastifyBaseLogger['child']>): FastifyBaseLogger {
    return this.#log.child(...given)
  }
  // below every level that this log is made for
  trace(): void {}
  debug(): void {}
  info(): void {}
  silent(): void {}
  warn(...given: Parameters<FastifyBaseLogger['warn']>): void {
    this.#log.warn(...given)
  }
  error(...given: Parameters<FastifyBaseLogger['error']>): void {
    this.#log.error(...given)
  }
  fatal(...given: Parameters<FastifyBaseLogger['fatal']>): void {
    this.#log.fatal(...given)
  }
}
