import type { PostedArticle } from '../model/article.ts'
import { ProblemError } from '../model/problem.ts'
import { createClient, FetchError } from './index.ts'

/** Pages that are under way at a time; more would wait longer than their callers. */
const mostAtOnce = 16

/**
 * Fetches pages of hosts that the operator named.
 * @param hosts with commas between: `example.org`, `*.example.org` for all below it, `*` for any
 * @param allowPrivate whether these may be of this machine or of private networks
 */
export function createPageFetcher(hosts: string, allowPrivate: boolean, contact: string | undefined, timeout: number) {
  const allowed = hosts.split(',').map((host) => host.trim().toLowerCase())
  const isAllowed = (host: string) =>
    allowed.some((one) => one === '*' || one === host || (one.startsWith('*.') && host.endsWith(one.slice(1))))
  const client = createClient({ allowPrivate, contact, isHostAllowed: isAllowed, ...(timeout && { timeout }) })
  let running = 0
  /** @throws {ProblemError} invalid-body, unreadable-article, busy */
  const fetchPage = async (address: string): Promise<PostedArticle> => {
    const { hostname } = URL.canParse(address) ? new URL(address) : { hostname: '' }
    if (!isAllowed(hostname)) {
      const detail = `this service fetches no pages of ${hostname || 'that address'}: send its "html"`
      throw new ProblemError('invalid-body', `The body is invalid: /url: ${detail}.`, [
        { pointer: '/url', code: 'not-allowed', detail },
      ])
    }
    if (running >= mostAtOnce)
      throw new ProblemError('busy', 'Too many pages are being fetched. Try again in a moment.', [], {
        'retry-after': '5',
      })
    running++
    try {
      const page = await client.get(address)
      if (page === 'unchanged') throw new FetchError('responds with 304')
      if (!/html|^$/.test(page.type)) throw new FetchError(`is ${page.type}, not a page`)
      return { format: 'html', body: page.bytes, charset: page.charset, address: page.address }
    } catch (error) {
      if (!(error instanceof FetchError)) throw error
      throw new ProblemError('unreadable-article', `The page ${error.message}.`, [
        { pointer: '/url', code: 'not-fetched', detail: error.message },
      ])
    } finally {
      running--
    }
  }
  return { fetchPage, close: client.close }
}
