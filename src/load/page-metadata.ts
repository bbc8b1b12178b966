import { ArticleMetadata } from '../model/article.ts'
import { chooseDay, readAddressDay, readPageDay } from './days.ts'
import { parseDocument } from './document.ts'
import { chooseArticle, findPublication, type Json, parseLinkedData, typesOf } from './linked-data.ts'
import { chooseMetadata } from './metadata.ts'
import { measureText } from './text-lengths.ts'

type Voice = Partial<Record<keyof ArticleMetadata, unknown>>

/**
 * What a page says of itself: JSON-LD (schema.org `Article` and its kinds) first, then Open Graph and other meta tags, then its elements.
 * @param address where the page was fetched from; relative canonical addresses are resolved against it, and without any other it is the url
 */
export function readPageMetadata(document: Document, address?: string): ArticleMetadata {
  const told = readTags(document)
  const canonical = document.querySelector('link[rel~="canonical"]')?.getAttribute('href')
  const heads = Array.from(document.querySelectorAll('title,h1'), ({ textContent }) => textContent ?? '')
  const linked = readLinkedData(document, {
    addresses: [told.url, canonical, address].filter((each) => typeof each === 'string'),
    titles: [told.title, ...heads].filter((each) => typeof each === 'string'),
  })
  const elements = readElements(document)
  const { publishedAt: _day, ...chosen } = chooseMetadata(linked, told, elements)
  const url = chooseUrl([linked.url, told.url, canonical, address], address)
  const inAddress = readAddressDay(url)
  const publishedAt = chooseDay(
    [linked.publishedAt, told.publishedAt, ...readDays(document), inAddress, readStampedDay(document)],
    [inAddress],
  )
  const { url: _, ...rest } = chosen
  return { ...rest, ...(publishedAt && chooseMetadata({ publishedAt })), ...(url && { url }) }
}

/** The first absolute address that is no home page, which is no article's, and none of another host than the page's own: canonical links to a home page or a syndicator are mistakes of themes. */
function chooseUrl(candidates: readonly unknown[], address: string | undefined): string | undefined {
  for (const candidate of candidates) {
    const url = typeof candidate === 'string' ? URL.parse(candidate, address) : null
    if (!url || !ArticleMetadata.shape.url.safeParse(url.href).success) continue
    if (candidate !== address && url.pathname === '/' && url.search === '') continue
    if (address && url.hostname.replace(/^www\./, '') !== URL.parse(address)?.hostname.replace(/^www\./, '')) continue
    return url.href
  }
  return undefined
}

const articleTypes =
  /^(?:\w*Article|BlogPosting|LiveBlogPosting|Report|Review|ReviewNewsArticle|OpinionNewsArticle|AnalysisNewsArticle|BackgroundNewsArticle|SocialMediaPosting|TechArticle|WebPage)$/

function readLinkedData(document: Document, page: Parameters<typeof chooseArticle>[1]): Voice {
  const nodes = Array.from(document.querySelectorAll('script[type="application/ld+json"]')).flatMap((script) =>
    [parseLinkedData(script.textContent ?? '')]
      .flat()
      .flatMap((node) => [node, ...[(node as Json | undefined)?.['@graph'] ?? []].flat()]),
  ) as Json[]
  const articles = nodes.filter((node) => typesOf(node).some((type) => articleTypes.test(type)))
  const article =
    chooseArticle(
      articles.filter((node) => !typesOf(node).includes('WebPage')),
      page,
    ) ?? articles.find((node) => node.datePublished)
  if (!article) return {}
  const named = new Map(nodes.toReversed().map((node) => [node?.['@id'], node]))
  const byId = (value: unknown): unknown =>
    typeof value === 'object' && value !== null && '@id' in value && !('name' in value)
      ? (named.get((value as Json)['@id']) ?? value)
      : value
  return {
    title: decodeOnce(article.headline ?? article.name),
    url: nameOf(article.mainEntityOfPage, '@id') ?? article.url,
    publication: decodeOnce(findPublication(article, byId)),
    publisher: decodeOnce(nameOf(byId(article.publisher))),
    author: decodeOnce(
      [article.author ?? []]
        .flat()
        .map((author) => nameOf(byId(author)))
        .filter((name) => typeof name === 'string')
        .join(', ') || undefined,
    ),
    publishedAt: [article.datePublished, article.dateCreated].find((day) => readPageDay(day) !== undefined),
    language: nameOf(article.inLanguage, 'alternateName') ?? nameOf(article.inLanguage),
  }
}

/** Words that were escaped for HTML before they were written where nothing decodes them. */
const decodeOnce = (words: unknown): unknown =>
  typeof words === 'string' && words.length < 5000 && /&#?\w+;/.test(words)
    ? (parseDocument(words.replaceAll('<', '&lt;')).body.textContent ?? words)
    : words

function nameOf(value: unknown, key = 'name'): unknown {
  const one = Array.isArray(value) ? value[0] : value
  if (typeof one === 'string') return one
  const name = typeof one === 'object' && one !== null ? (one as Json)[key] : undefined
  return Array.isArray(name) ? name[0] : name
}

/** Names of meta tags for each field, best first (Open Graph, Dublin Core, parsely, sailthru, Google Scholar's citation tags and the habits of publishers). */
const tags: Readonly<Record<Exclude<keyof ArticleMetadata, 'url'>, readonly string[]>> & { url: readonly string[] } = {
  title: [
    'og:title',
    'twitter:title',
    'citation_title',
    'dc.title',
    'dcterms.title',
    'parsely-title',
    'sailthru.title',
    'hdl',
    'title',
  ],
  url: ['og:url'],
  publication: ['og:site_name', 'citation_journal_title', 'application-name', 'cre', 'source'],
  publisher: ['citation_publisher', 'dc.publisher', 'dcterms.publisher', 'publisher', 'copyright-holder'],
  author: [
    'author',
    'article:author',
    'parsely-author',
    'sailthru.author',
    'dc.creator',
    'dcterms.creator',
    'citation_author',
    'byl',
    'creator',
    'twitter:creator:name',
  ],
  publishedAt: [
    'article:published_time',
    'og:article:published_time',
    'datepublished',
    'parsely-pub-date',
    'sailthru.date',
    'pubdate',
    'publishdate',
    'publish-date',
    'publication_date',
    'published_time',
    'dc.date.issued',
    'dcterms.created',
    'dc.date',
    'dcterms.date',
    'citation_publication_date',
    'citation_date',
    'article.published',
    'ptime',
    'pdate',
    'originalpublicationdate',
    'article:published',
    'article:publicationdate',
    'article.created',
    'article_date_original',
    'article:post_date',
    'analyticsattributes.articledate',
    'bt:pubdate',
    'cxenseparse:recs:publishtime',
    'date_published',
    'dateposted',
    'dc.created',
    'dc.date.created',
    'dc.date.publication',
    'dcsext.articlefirstpublished',
    'dcterms.issued',
    'dc:created',
    'dc:date',
    'displaydate',
    'doc_date',
    'field-name-post-date',
    'mediator_published_time',
    'og:article:published',
    'og:datepublished',
    'og:pubdate',
    'og:publish_date',
    'og:published_time',
    'publish_date',
    'publish_time',
    'published-date',
    'published_date',
    'publisheddate',
    'rbpubdate',
    'release_date',
    'rnews:datepublished',
    'shareaholic:article_published_time',
    'twt-published-at',
    'vr:published_time',
    'date',
    'created',
    'date_created',
    'datecreated',
  ],
  language: ['og:locale', 'content-language', 'dc.language', 'dcterms.language', 'language'],
}

function readTags(document: Document): Voice {
  const contents = new Map<string, string>()
  for (const meta of Array.from(document.querySelectorAll('meta'))) {
    const content = meta.getAttribute('content')?.trim()
    if (!content) continue
    for (const attribute of ['property', 'name', 'itemprop', 'http-equiv']) {
      for (const name of meta.getAttribute(attribute)?.toLowerCase().split(/\s+/) ?? [])
        if (name && !contents.has(name)) contents.set(name, content)
    }
  }
  return Object.fromEntries(
    Object.entries(tags).map(([field, names]) => {
      const values = names.map((name) => contents.get(name)).filter((value): value is string => value !== undefined)
      // of several voices the first that fits: some give a profile's address as the author, or a day that could be two
      return [
        field,
        values.find((value) =>
          field === 'publishedAt'
            ? readPageDay(value) !== undefined
            : Object.keys(chooseMetadata({ [field]: value })).length > 0,
        ),
      ]
    }),
  )
}

/** Parts of a page that are about others. */
const apart = 'aside,nav,footer,[class*="comment"],[class*="related"]'

function readElements(document: Document): Voice {
  const byline = Array.from(
    document.querySelectorAll('[itemprop="author"] [itemprop="name"],[rel~="author"],[itemprop="author"]'),
  ).find((element) => !element.closest(apart))
  return {
    title: findHeading(document) || document.querySelector('title')?.textContent,
    author: byline ? wordsBesideTimes(byline) : /\bby\s+(\p{Lu}[^,|•·]*)$/iu.exec(findDayLine(document) ?? '')?.[1],
    language:
      document.querySelector('html')?.getAttribute('lang') || document.querySelector('html')?.getAttribute('xml:lang'),
  }
}

/** The first h1, unless it is the name of the site at the end of the title and a second heading is the title's beginning. */
function findHeading(document: Document): string | null | undefined {
  const first = document.querySelector('h1')?.textContent?.trim()
  const parts =
    document
      .querySelector('title')
      ?.textContent?.trim()
      .slice(0, 1000)
      .split(/\s+[-–—|:•·]\s+/u) ?? []
  if (!first || parts.length < 2 || parts.at(-1) !== first) return first
  return (
    Array.from(document.querySelectorAll('h1,h2'), ({ textContent }) => textContent?.trim()).find(
      (heading) => heading === parts[0],
    ) ?? parts.slice(0, -1).join(' - ')
  )
}

/** What an element says without its times and handles. */
function wordsBesideTimes(element: Element): string {
  let words = element.textContent ?? ''
  for (const { textContent } of Array.from(element.querySelectorAll('time')))
    if (textContent) words = words.replace(textContent, () => ' ')
  return words
    .slice(0, 2000)
    .replace(/(?<!\S)@\w+/g, ' ')
    .trim()
}

/** Days that elements tell as days of publication. */
function readDays(document: Document): unknown[] {
  const time = (selector: string) => {
    const element = document.querySelector(selector)
    if (!element) return undefined
    for (const name of ['datetime', 'content', 'title']) {
      const value = element.getAttribute(name)
      if (readPageDay(value) !== undefined) return value
    }
    return element.textContent
  }
  return [
    time('[itemprop="datePublished"]'),
    time('abbr.published'),
    time('time[pubdate]'),
    time('article time[datetime]'),
    time('time[datetime]'),
    time('[itemprop="author"] time'),
  ]
}

const dayLine =
  /^(?:(?:first|originally)\s+)?(?:posted|published|publication date|date published)\b(?:\s+on)?\s*:?\s*(?=[\p{L}\d])/iu

/** The first short line that begins with a word for publication and tells a day. */
function findDayLine(document: Document): string | undefined {
  const lengthOf = measureText(document)
  for (const element of Array.from(document.querySelectorAll('p,div,span,li,time,small'))) {
    if (lengthOf(element) > 120) continue
    const words = element.textContent?.replace(/\s+/g, ' ').trim() ?? ''
    if (dayLine.test(words) && readPageDay(words.replace(dayLine, '')) && !element.closest(apart)) return words
  }
  return undefined
}

const readStampedDay = (document: Document) => findDayLine(document)?.replace(dayLine, '')
