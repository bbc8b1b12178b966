import type { Client, Page } from '../../fetch/index.ts'
import { isHomeAddress, listNamedFeeds } from '../../load/named-feeds.ts'
import { isSameSite } from '../../load/own-address.ts'

/**
 * The feed that a home page names, else the sitemap that the robots.txt of its site names, one for news first; undefined for any other page, and where
 * there is neither.
 */
export async function findList(
  client: Client,
  page: Page,
): Promise<{ readonly kind: 'feed' | 'sitemap'; readonly address: string } | undefined> {
  if (!isHomeAddress(page.address) || !/html|^$/.test(page.type)) return undefined
  const [feed] = listNamedFeeds(page.bytes, page.address, page.charset)
  if (feed !== undefined && feed !== page.address) return { kind: 'feed', address: feed }
  const sitemaps = (await client.sitemapsOf(page.address)).filter((address) => isSameSite(address, page.address))
  const sitemap = sitemaps.find((address) => /news|post|article/i.test(new URL(address).pathname)) ?? sitemaps[0]
  return sitemap === undefined ? undefined : { kind: 'sitemap', address: sitemap }
}
