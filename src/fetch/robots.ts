// robots-parser (MIT, typed, no dependencies): the rules of RFC 9309, longest match and wildcards, without regular expressions.
import robotsParser from 'robots-parser'

// its types are written as those of an ES module, which it is not
const parseRobots = robotsParser as unknown as typeof robotsParser.default

/** Our name in robots.txt. */
export const robotName = 'article-facts'
/** Bytes of a robots.txt that are read: the least that RFC 9309 asks for (2.5). */
export const mostRobots = 500 * 1024
/** Rules are read again after a day (RFC 9309, 2.4). */
const keptFor = 24 * 60 * 60 * 1000
/** Rules that could not be had are asked for again sooner. */
const failureKeptFor = 10 * 60 * 1000
const mostKept = 500
const mostSitemaps = 100

export type Rules = {
  readonly allows: (address: string) => boolean
  /** Milliseconds that the host wants between two requests. */
  readonly delay: number
  /** Sitemaps that the site names, absolute addresses. */
  readonly sitemaps: readonly string[]
  /** Why everything is refused: the rules could not be had. */
  readonly unreachable?: string
}

/** What came for a robots.txt: its text; that there is none; or why it could not be had. */
export type RobotsAnswer = { readonly text: string } | 'none' | { readonly unreachable: string }

const everything: Rules = { allows: () => true, delay: 0, sitemaps: [] }

/** The rules of hosts, each asked for once a day. */
export class Robots {
  readonly #ask: (address: string) => Promise<RobotsAnswer>
  readonly #kept = new Map<string, { readonly rules: Promise<Rules>; until: number }>()

  /** @param ask fetches a robots.txt */
  constructor(ask: (address: string) => Promise<RobotsAnswer>) {
    this.#ask = ask
  }

  rulesOf(origin: string): Promise<Rules> {
    const known = this.#kept.get(origin)
    if (known && known.until > Date.now()) return known.rules
    if (this.#kept.size >= mostKept) this.#kept.clear()
    const kept = { rules: this.#read(origin), until: Date.now() + keptFor }
    this.#kept.set(origin, kept)
    void kept.rules.then(({ unreachable }) => {
      if (unreachable !== undefined) kept.until = Date.now() + failureKeptFor
    })
    return kept.rules
  }

  async #read(origin: string): Promise<Rules> {
    const address = `${origin}/robots.txt`
    const answer = await this.#ask(address)
    if (answer === 'none') return everything
    // where a server does not say what it allows, it allows nothing (RFC 9309, 2.3.1.4)
    if ('unreachable' in answer) return { allows: () => false, delay: 0, sitemaps: [], unreachable: answer.unreachable }
    const robots = parseRobots(address, answer.text)
    return {
      allows: (page) => robots.isAllowed(page, robotName) !== false,
      delay: 1000 * Math.max(0, robots.getCrawlDelay(robotName) || 0),
      sitemaps: robots
        .getSitemaps()
        .slice(0, mostSitemaps)
        .filter((each) => /^https?:/i.test(each) && URL.canParse(each)),
    }
  }
}
