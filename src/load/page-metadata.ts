import { ArticleMetadata } from '../model/article.ts'
import { chooseMetadata } from './metadata.ts'

type Voice = Partial<Record<keyof ArticleMetadata, unknown>>
type Json = Record<string, unknown>

/**
 * What a page says of itself: JSON-LD (schema.org `Article` and its kinds) first, then Open Graph and other meta tags, then its elements.
 * @param address where the page was fetched from; relative canonical addresses are resolved against it, and without any other it is the url
 */
export function readPageMetadata(document: Document, address?: string): ArticleMetadata {
  const linked = readLinkedData(document)
  const chosen = chooseMetadata(linked, readTags(document), readElements(document))
  const url = chooseUrl(
    [chosen.url, document.querySelector('link[rel~="canonical"]')?.getAttribute('href'), address],
    address,
  )
  const { url: _, ...rest } = chosen
  return { ...rest, ...(url && { url }) }
}

/** The first absolute address, none of another host than the page's own: canonical links to a home page or a syndicator are mistakes of themes. */
function chooseUrl(
  candidates: readonly (string | null | undefined)[],
  address: string | undefined,
): string | undefined {
  for (const candidate of candidates) {
    const url = candidate && URL.parse(candidate, address)
    if (!url || !ArticleMetadata.shape.url.safeParse(url.href).success) continue
    if (
      address &&
      (url.hostname.replace(/^www\./, '') !== URL.parse(address)?.hostname.replace(/^www\./, '') ||
        (url.pathname === '/' && URL.parse(address)!.pathname !== '/'))
    )
      continue
    return url.href
  }
  return undefined
}

const articleTypes =
  /^(?:\w*Article|BlogPosting|LiveBlogPosting|Report|Review|ReviewNewsArticle|OpinionNewsArticle|AnalysisNewsArticle|BackgroundNewsArticle|SocialMediaPosting|TechArticle|WebPage)$/

function readLinkedData(document: Document): Voice {
  for (const script of Array.from(document.querySelectorAll('script[type="application/ld+json"]'))) {
    let json: unknown
    try {
      json = JSON.parse(
        (script.textContent ?? '').replace(
          /^\s*(?:<!--|<!\[CDATA\[|\/\/\s*<!\[CDATA\[)|(?:-->|(?:\/\/\s*)?\]\]>)\s*$/g,
          '',
        ),
      )
    } catch {
      continue
    }
    const nodes = [json].flat().flatMap((node) => [node, ...[(node as Json)?.['@graph'] ?? []].flat()]) as Json[]
    const articles = nodes.filter((node) => [node?.['@type']].flat().some((type) => articleTypes.test(String(type))))
    const article =
      articles.find((node) => !/^WebPage$/.test(String(node['@type']))) ?? articles.find((node) => node.datePublished)
    if (!article) continue
    const named = new Map(nodes.toReversed().map((node) => [node?.['@id'], node]))
    const byId = (value: unknown): unknown =>
      typeof value === 'object' && value !== null && '@id' in value && !('name' in value)
        ? (named.get((value as Json)['@id']) ?? value)
        : value
    return {
      title: article.headline ?? article.name,
      url: nameOf(article.mainEntityOfPage, '@id') ?? article.url,
      publication: nameOf(byId(article.isPartOf)),
      publisher: nameOf(byId(article.publisher)),
      author:
        [article.author ?? []]
          .flat()
          .map((author) => nameOf(byId(author)))
          .filter((name) => typeof name === 'string')
          .join(', ') || undefined,
      publishedAt: article.datePublished ?? article.dateCreated,
      language: nameOf(article.inLanguage, 'alternateName') ?? nameOf(article.inLanguage),
    }
  }
  return {}
}

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
    'date',
  ],
  language: ['og:locale', 'content-language', 'dc.language', 'dcterms.language', 'language'],
}

function readTags(document: Document): Voice {
  const contents = new Map<string, string>()
  for (const meta of Array.from(document.querySelectorAll('meta'))) {
    const content = meta.getAttribute('content')?.trim()
    if (!content) continue
    for (const attribute of ['property', 'name', 'itemprop', 'http-equiv']) {
      const name = meta.getAttribute(attribute)?.toLowerCase()
      if (name && !contents.has(name)) contents.set(name, content)
    }
  }
  return Object.fromEntries(
    Object.entries(tags).map(([field, names]) => {
      const values = names.map((name) => contents.get(name)).filter((value): value is string => value !== undefined)
      // of several voices the first that fits: some give a profile's address as the author, or a day that could be two
      return [field, values.find((value) => Object.keys(chooseMetadata({ [field]: value })).length > 0)]
    }),
  )
}

function readElements(document: Document): Voice {
  const time = (selector: string) => {
    const element = document.querySelector(selector)
    return element?.getAttribute('datetime') ?? element?.getAttribute('content') ?? element?.textContent
  }
  return {
    title: document.querySelector('h1')?.textContent || document.querySelector('title')?.textContent,
    author: document.querySelector('[rel="author"],[itemprop="author"] [itemprop="name"],[itemprop="author"]')
      ?.textContent,
    publishedAt:
      time('[itemprop="datePublished"]') ??
      time('time[pubdate]') ??
      time('article time[datetime]') ??
      time('time[datetime]'),
    language:
      document.querySelector('html')?.getAttribute('lang') || document.querySelector('html')?.getAttribute('xml:lang'),
  }
}
