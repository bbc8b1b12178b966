import { decodeBytes } from './charset.ts'
import type { FeedItem } from './feed.ts'
import { readSitemap } from './sitemap.ts'

// What an address leads to: a page, or a list of pages.

/** A page that a list names. */
export type Listed = {
  readonly address: string
  /** When the list says that it changed last: ISO 8601, as it is written there. */
  readonly changedAt?: string | undefined
  /** The item of a feed, where it carries the article itself and not only its beginning. */
  readonly item?: FeedItem | undefined
  /** What the list says of it, for what the page does not say. */
  readonly about?: { readonly title?: string; readonly publication?: string; readonly publishedAt?: string } | undefined
}

export type Listing =
  | { readonly kind: 'page' }
  | { readonly kind: 'feed'; readonly pages: readonly Listed[] }
  | { readonly kind: 'sitemap'; readonly pages: readonly Listed[]; readonly sitemaps: readonly Listed[] }

/** Characters from which on an item of a feed is taken for the article itself: teasers are shorter. */
const leastArticle = 1200
/** How teasers end. */
const cut =
  /(?:…|\.\.\.|\[…\]|\[\.\.\.\]|(?:continue reading|read more|read on|full story|weiterlesen|lire la suite)\W*)\s*$/i

/**
 * What bytes from an address hold.
 * @param address that relative links in it begin at
 * @throws {LoadError} for a feed that cannot be read
 */
export async function readListing(bytes: Uint8Array, address: string, charset?: string): Promise<Listing> {
  // a JSON Feed is UTF-8, and everything else here is markup
  const text = decodeBytes(bytes, 'markup', charset)
  const start = text.slice(0, 4096).replace(/^\uFEFF?\s*/, '')
  const root = rootOf(start)
  if (root === 'urlset' || root === 'sitemapindex') {
    const { pages, sitemaps } = readSitemap(text)
    return { kind: 'sitemap', pages: resolve(pages, address), sitemaps: resolve(sitemaps, address) }
  }
  const isFeed =
    root === 'rss' || root === 'feed' || root === 'RDF' || /^\{[\s\S]{0,2000}jsonfeed\.org\/version/.test(start)
  if (!isFeed) return { kind: 'page' }
  const { loadFeed } = await import('./feed.ts')
  return { kind: 'feed', pages: resolve(loadFeed(text).flatMap(toListed), address) }
}

/** The name of the root element, without its prefix. */
function rootOf(start: string): string | undefined {
  let rest = start
  for (let i = 0; i < 20; i++) {
    const skipped = /^(?:<\?[^>]*>|<!--(?:(?!-->)[\s\S])*-->|<!DOCTYPE[^>[]*(?:\[[^\]]*\])?[^>]*>)\s*/i.exec(rest)
    if (!skipped) break
    rest = rest.slice(skipped[0].length)
  }
  return /^<(?:[\w.-]+:)?(?<name>[\w.-]+)/.exec(rest)?.groups?.name
}

function toListed(item: FeedItem): Listed[] {
  const { url, title, publication, publishedAt } = 'article' in item ? item.article.metadata : {}
  const address = url ?? (/^https?:/i.test(item.name) ? item.name : undefined)
  const text = 'article' in item ? item.article.text.trim() : ''
  const isWhole = text.length >= leastArticle && !cut.test(text)
  // without an address of its own there is only what the feed has of it
  if (address === undefined) return isWhole ? [{ address: `#${encodeURIComponent(item.name)}`, item }] : []
  return [
    {
      address,
      about: {
        ...(title !== undefined && { title }),
        ...(publication !== undefined && { publication }),
        ...(publishedAt !== undefined && { publishedAt }),
      },
      ...(isWhole && { item }),
    },
  ]
}

/** Addresses as a browser would go to them, each once; what is none is left out. */
function resolve(listed: readonly Listed[], base: string): Listed[] {
  const all = new Map<string, Listed>()
  for (const one of listed) {
    if (!URL.canParse(one.address, base)) continue
    const { protocol, href } = new URL(one.address, base)
    const address = one.address.startsWith('#') ? href : href.replace(/#.*$/, '')
    if (/^https?:$/.test(protocol) && !all.has(address)) all.set(address, { ...one, address })
  }
  return [...all.values()]
}
