// feedsmith (MIT, typed, maintained) reads RSS, Atom, RDF and JSON Feed, malformed ones too, into one shape a format.
import { parseFeed } from 'feedsmith'
import type { LoadedArticle } from '../model/article.ts'
import { canonicalLanguage } from '../model/language.ts'
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
  let parsed: ReturnType<typeof parseFeed>
  try {
    parsed = parseFeed(text)
  } catch {
    throw new LoadError('is not a feed (RSS, Atom, RDF or JSON Feed)')
  }
  const items = readItems(parsed)
  if (items.length === 0) throw new LoadError('is a feed without items')
  return items.map(({ html, plain, ...given }, i) => {
    const metadata = chooseMetadata(given)
    const name = metadata.url ?? metadata.title ?? `item ${i + 1}`
    try {
      const body =
        html === undefined
          ? { text: plain ?? '', sections: [] }
          : readFragment(html.replace(/^\s*<!\[CDATA\[([\s\S]*)\]\]>\s*$/, '$1'))
      return body.text.trim() ? { name, article: { ...body, metadata } } : { name, failure: 'has no text in the feed' }
    } catch (error) {
      return { name, failure: (error as Error).message }
    }
  })
}

type Item = {
  html?: string | undefined
  plain?: string | undefined
  title?: unknown
  url?: unknown
  publishedAt?: unknown
  author?: unknown
  publication?: unknown
  language?: unknown
}

const names = (people: readonly (string | { name?: string | undefined } | undefined)[] | undefined) =>
  people
    ?.map((person) => (typeof person === 'string' ? person.replace(/^.*@\S+\s*\((.*)\)$/, '$1') : person?.name))
    .filter((name): name is string => Boolean(name) && !/^\S+@\S+$/.test(name!))
    .join(', ') || undefined

function readItems({ format, feed }: ReturnType<typeof parseFeed>): Item[] {
  // markup in a title is rare, and a parser for each item is dear; white space is put right with all metadata
  const plainTitle = (title: string | undefined) => (title && /[<&]/.test(title) ? readFragment(title).text : title)
  switch (format) {
    case 'rss':
      return (feed.items ?? []).map((item) => ({
        html: item.content?.encoded ?? item.description,
        title: plainTitle(item.title),
        url: item.link ?? (item.guid?.isPermaLink === false ? undefined : item.guid?.value),
        publishedAt: item.pubDate ?? item.dc?.dates?.[0],
        author: names(item.dc?.creators) ?? names(item.authors as (string | { name?: string })[]),
        publication: feed.title,
        language: feed.language,
      }))
    case 'rdf':
      return (feed.items ?? []).map((item) => ({
        html: item.content?.encoded ?? item.description,
        title: plainTitle(item.title),
        url: item.link,
        publishedAt: item.dc?.dates?.[0],
        author: names(item.dc?.creators),
        publication: feed.title,
        language: feed.dc?.languages?.[0],
      }))
    case 'atom':
      return (feed.entries ?? []).map((entry) => ({
        html: textOf(entry.content) ?? textOf(entry.summary),
        title: plainTitle(textOf(entry.title)),
        // an enclosure is another thing; the entry's own document is the entry (RFC 4287, 4.2.7.2)
        url: (
          entry.links?.find((link) => link.rel === undefined || link.rel === 'alternate') ??
          entry.links?.find((link) => link.rel === 'self')
        )?.href,
        publishedAt: entry.published ?? entry.updated,
        author: names(entry.authors) ?? names(feed.authors),
        publication: textOf(feed.title),
      }))
    case 'json':
      return (feed.items ?? []).map((item) => ({
        html: item.content_html,
        plain: item.content_text ?? item.summary,
        title: item.title,
        url: item.url ?? item.id,
        publishedAt: item.date_published,
        author: names(item.authors) ?? names(feed.authors),
        publication: feed.title,
        language: canonicalLanguage(item.language ?? feed.language ?? ''),
      }))
  }
}

/** Atom's text constructs come as strings or as objects with a value. */
const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : ((value as { value?: string } | undefined)?.value ?? undefined)
