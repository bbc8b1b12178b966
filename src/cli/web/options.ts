import { InvalidArgumentError, Option } from 'commander'

/** What commands that fetch addresses have in common. */
export type WebOptions = {
  readonly limit: number
  readonly pause: number
  readonly contact?: string
  readonly allowPrivate?: boolean
}

const units: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 }

/** Milliseconds of `10m`, `30s`, `1h`. */
export function parseDuration(given: string): number {
  const { number, unit } = /^(?<number>\d{1,6})(?<unit>ms|s|m|h|d)$/.exec(given)?.groups ?? {}
  if (number === undefined) throw new InvalidArgumentError('must be a time such as 30s, 10m or 1h.')
  return Number(number) * units[unit!]!
}

function parseLimit(given: string): number {
  if (!/^[1-9]\d{0,4}$/.test(given)) throw new InvalidArgumentError('must be a number of pages, 1 to 99999.')
  return Number(given)
}

export const webOptions = (): Option[] => [
  new Option('--limit <number>', 'of a feed or sitemap, the most new pages to fetch at a time')
    .default(100)
    .argParser(parseLimit),
  new Option('--pause <time>', 'pause between two requests to a host; its robots.txt may ask for more')
    .default(1000, '1s')
    .argParser(parseDuration),
  new Option('--contact <address>', 'page or mail address that the User-Agent gives to the operators of servers').env(
    'FETCH_CONTACT',
  ),
  new Option('--allow-private', 'also fetch from this machine and from private networks'),
]

export const isAddress = (given: string): boolean => /^https?:\/\//i.test(given)
