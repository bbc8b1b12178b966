// feedsmith (MIT, typed, maintained) reads RSS, Atom, RDF and JSON Feed, malformed ones too, into one shape a format.
import { parseFeed } from 'feedsmith'
import type { LoadedArticle } from '../model/article.ts'
import { canonicalLanguage } from '../model/language.ts'
import { encodeAddress } from '../text/address.ts'
import { listAuthors } from './bylines.ts'
import { LoadError } from './failure.ts'
import { readFragment } from './html.ts'
import { chooseMetadata } from './metadata.ts'

/** An item of a feed: an article, or why it is none. `name` is its address, or its title, or its place in the feed. */
export type FeedItem = { readonly name: string } & ({ readonly article: LoadedArticle } | { readonly failure: string })

/**
 * The articles of a feed, in its order: the full content where the feed carries it, else its summary.
 * @throws {LoadError} when the text is no feed, or one without items
 */
export function loadFeed(text: string): FeedItem[] {
  const whole = tryParse(text)
  const parsed = whole ?? tryParse(closeFeed(text))
  if (!parsed) throw new LoadError('is not a feed (RSS, Atom, RDF or JSON Feed)')
  const items = readItems(parsed)
  if (items.length === 0) throw new LoadError('is a feed without items')
  const articles = items.map(({ html, plain, ...given }, i): FeedItem => {
    const metadata = chooseMetadata(given)
    const name = metadata.url ?? metadata.title ?? `item ${i + 1}`
    try {
      const body = html === undefined ? { text: plain ?? '', sections: [] } : readFragment(unwrap(html))
      return body.text.trim()
        ? { name, article: { ...body, metadata, ...(metadata.publishedAt && { publishedAtSource: 'feed' as const }) } }
        : { name, failure: 'has no text in the feed' }
    } catch (error) {
      return { name, failure: (error as Error).message }
    }
  })
  if (!whole)
    articles.push({
      name: `item ${items.length + 1}`,
      failure: 'breaks off, or is broken: nothing from here on can be read',
    })
  return articles
}

/** A CDATA section that was escaped is a part of the text. */
const unwrap = (html: string) => html.replace(/^\s*<!\[CDATA\[([\s\S]*)\]\]>\s*$/, '$1')

function tryParse(text: string): ReturnType<typeof parseFeed> | undefined {
  try {
    return parseFeed(text)
  } catch {
    return undefined
  }
}

/** A feed that breaks off, ended behind its last whole item. */
function closeFeed(text: string): string {
  const end = Math.max(text.lastIndexOf('</item>') + 7, text.lastIndexOf('</entry>') + 8)
  const root = /<(rss|feed|rdf:RDF)\b/i.exec(text.slice(0, 5000))?.[1]
  if (end < 9 || root === undefined) return ''
  return `${text.slice(0, end)}${root.toLowerCase() === 'rss' ? '</channel>' : ''}</${root}>`
}

/** A link of an item, resolved against what holds it, the outermost first (RFC 3986, XML Base). */
function resolve(link: string | undefined, ...bases: readonly (string | undefined)[]): string | undefined {
  if (link === undefined) return undefined
  let base: string | undefined
  for (const each of bases) if (each !== undefined) base = URL.parse(each, base)?.href ?? base
  return URL.parse(link.trim(), base)?.href === undefined ? undefined : encodeAddress(new URL(link.trim(), base).href)
}

type Item = {
  html?: string | undefined
  plain?: string | undefined
  title?: unknown
  url?: unknown
  publishedAt?: unknown
  authors?: unknown
  publication?: unknown
  language?: unknown
}

/** The names of people, who come as names, as addresses with a name behind them, or as objects. */
function names(
  people: readonly (string | { name?: string | undefined } | undefined)[] | undefined,
): string[] | undefined {
  const all = (people ?? [])
    .map((person) => (typeof person === 'string' ? person.replace(/^\S*@\S+\s*\((.*)\)$/, '$1') : person?.name))
    .filter((name): name is string => Boolean(name) && !/^\S+@\S+$/.test(name!))
  return all.length > 1 ? all : all.length === 1 ? listAuthors(all[0]!) : undefined
}

function readItems({ format, feed }: ReturnType<typeof parseFeed>): Item[] {
  // markup in a title is rare, and a parser for each item is dear; white space is put right with all metadata
  const plainTitle = (title: string | undefined) =>
    title && /[<&]/.test(title) ? readFragment(unwrap(title)).text : title
  switch (format) {
    case 'rss':
      return (feed.items ?? []).map((item) => ({
        html: item.content?.encoded ?? item.description,
        title: plainTitle(item.title),
        url:
          resolve(item.link, feed.link) ?? (item.guid?.isPermaLink === false ? undefined : resolve(item.guid?.value)),
        publishedAt: item.pubDate ?? item.dc?.dates?.[0],
        authors: names(item.dc?.creators) ?? names(item.authors as (string | { name?: string })[]),
        publication: feed.title,
        language: feed.language,
      }))
    case 'rdf':
      return (feed.items ?? []).map((item) => ({
        html: item.content?.encoded ?? item.description,
        title: plainTitle(item.title),
        url: resolve(item.link, feed.link),
        publishedAt: item.dc?.dates?.[0],
        authors: names(item.dc?.creators),
        publication: feed.title,
        language: feed.dc?.languages?.[0],
      }))
    case 'atom':
      return (feed.entries ?? []).map((entry) => ({
        html: textOf(entry.content) ?? textOf(entry.summary),
        title: plainTitle(textOf(entry.title)),
        // an enclosure is another thing; the entry's own document is the entry (RFC 4287, 4.2.7.2)
        url: resolve(
          (
            entry.links?.find((link) => link.rel === undefined || link.rel === 'alternate') ??
            entry.links?.find((link) => link.rel === 'self')
          )?.href,
          feed.links?.find((link) => link.rel === undefined || link.rel === 'alternate')?.href,
          feed.xml?.base,
          entry.xml?.base,
        ),
        publishedAt: entry.published ?? entry.updated,
        authors: names(entry.authors) ?? names(feed.authors),
        publication: textOf(feed.title),
      }))
    case 'json':
      return (feed.items ?? []).map((item) => ({
        html: item.content_html,
        plain: item.content_text ?? item.summary,
        title: item.title,
        url: resolve(item.url, feed.home_page_url) ?? resolve(item.id),
        publishedAt: item.date_published,
        authors: names(item.authors) ?? names(feed.authors),
        publication: feed.title,
        language: canonicalLanguage(item.language ?? feed.language ?? ''),
      }))
  }
}

/** Atom's text constructs come as strings or as objects with a value. */
const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : ((value as { value?: string } | undefined)?.value ?? undefined)
