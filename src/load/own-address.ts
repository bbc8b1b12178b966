import type { LoadedArticle } from '../model/article.ts'

/** Hosts without what stands before a site's own name. */
const siteOf = (address: string) => new URL(address).hostname.replace(/^(?:www|m|mobile|amp|edition)\./, '')

/** Whether two addresses are of one site: of one host, or of one below the other's. */
export function isSameSite(one: string, other: string): boolean {
  const [a, b] = [siteOf(one), siteOf(other)]
  return a === b || a.endsWith(`.${b}`) || b.endsWith(`.${a}`)
}

/**
 * The article of a page that was fetched, under its address. What the page says of its own address counts within its site: otherwise it would take
 * the place of an article of another.
 */
export function ownAddress(article: LoadedArticle, address: string): LoadedArticle {
  const { url } = article.metadata
  const own = url !== undefined && isSameSite(url, address) ? url : address
  return { ...article, metadata: { ...article.metadata, url: own } }
}
