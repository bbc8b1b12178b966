import { decodeBytes } from './charset.ts'
import { parseDocument } from './document.ts'

/** Media types of feeds. */
const feedTypes = /^\s*application\/(?:(?:rss|atom|rdf)\+xml|feed\+json)\s*(?:;|$)/i
/** Feeds of what readers say. */
const comments = /comment|kommentar|commentaire|comentario|reactie|reply/i

/** Whether an address is that of a site, and of no page in it: `/`, `/index.html`, `/en/`. */
export const isHomeAddress = (address: string): boolean => {
  const { pathname, search } = new URL(address)
  return search === '' && /^\/(?:(?:index|default|home)(?:\.\w{2,5})?\/?|[a-z]{2}(?:-[a-z]{2})?\/?)?$/i.test(pathname)
}

/**
 * The feeds that a page names (`<link rel="alternate">`), the one that it means first (HTML Standard, 4.6.7.1); none of comments.
 * @param address where the page was found, and its relative links begin
 * @throws {LoadError} for a page that nobody can read
 */
export function listNamedFeeds(bytes: Uint8Array, address: string, charset?: string): string[] {
  const document = parseDocument(decodeBytes(bytes, 'markup', charset))
  const base = URL.parse(document.querySelector('base[href]')?.getAttribute('href') ?? '', address)?.href ?? address
  const feeds = Array.from(document.querySelectorAll('link[rel~="alternate" i][href]')).flatMap((link) => {
    const href = URL.parse(link.getAttribute('href')!.trim(), base)
    if (!href || !/^https?:$/.test(href.protocol) || !feedTypes.test(link.getAttribute('type') ?? '')) return []
    return comments.test(`${link.getAttribute('title') ?? ''} ${href.pathname}`) ? [] : [href.href.replace(/#.*$/, '')]
  })
  return [...new Set(feeds)]
}
