import type { Listed } from './listing.ts'

/** Entries of a sitemap that are read (sitemaps.org). */
const mostEntries = 50_000
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

const decode = (text: string) =>
  text.replace(/&(?:#(?<number>\d{1,7})|#x(?<hex>[\da-f]{1,6})|(?<name>amp|lt|gt|quot|apos));/gi, (all, ...rest) => {
    const { number, hex, name } = rest.at(-1) as Record<string, string | undefined>
    if (name) return entities[name.toLowerCase()]!
    const point = number ? Number(number) : Number.parseInt(hex!, 16)
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : all
  })

/**
 * The pages and the further sitemaps of a sitemap, or of an index of sitemaps (sitemaps.org, and Google's for news). One pass over its tags; a
 * sitemap that breaks off gives what came before.
 */
export function readSitemap(text: string): { readonly pages: readonly Listed[]; readonly sitemaps: readonly Listed[] } {
  const pages: Listed[] = []
  const sitemaps: Listed[] = []
  let entry: Record<string, string> | undefined
  let field = ''
  for (const { 0: piece } of text.matchAll(/<!\[CDATA\[[^\]<]*\]\]>|<[^<>]*>|[^<]+|</g)) {
    const [, slash, name = ''] = /^<(?<slash>\/?)(?:[\w.-]+:)?(?<name>[\w.-]+)/.exec(piece) ?? []
    if (name === 'url' || name === 'sitemap') {
      if (!slash) entry = {}
      else if (entry?.loc) {
        const about = {
          ...(entry.title && { title: entry.title }),
          ...(entry.name && { publication: entry.name }),
          ...(/^\d{4}-\d\d-\d\d/.test(entry.publication_date ?? '') && {
            publishedAt: entry.publication_date!.slice(0, 10),
          }),
        }
        const changedAt = entry.lastmod ?? entry.publication_date
        ;(name === 'url' ? pages : sitemaps).push({ address: entry.loc, changedAt, about })
        entry = undefined
      }
      if (pages.length + sitemaps.length >= mostEntries) break
    } else if (name) field = slash || piece.endsWith('/>') ? '' : name
    else if (entry && field) {
      const words = piece.startsWith('<![CDATA[') ? piece.slice(9, -3) : decode(piece)
      entry[field] = `${entry[field] ?? ''}${words}`.trim().slice(0, 2000)
    }
  }
  return { pages, sitemaps }
}
