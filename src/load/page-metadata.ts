import { ArticleMetadata } from '../model/article.ts'
import { readNames } from './bylines.ts'
import { customOf } from './day-forms.ts'
import { readPageDay } from './days.ts'
import { decodeEntities } from './entities.ts'
import { chooseArticle, findPublication, type Json, parseLinkedData, typesOf } from './linked-data.ts'
import { chooseMetadata } from './metadata.ts'
import { findAuthors } from './page-authors.ts'
import { choosePageDay, type DaySource } from './page-days.ts'
import { readTags } from './page-tags.ts'
import { chooseTitle, chooseTold, findHeading, findOtherTitle, listHeadings } from './page-title.ts'
import { measureText, type TextLengths } from './text-lengths.ts'

/** What a page says of itself, who told its day, and the element that shows its title. */
export type PageMetadata = {
  readonly metadata: ArticleMetadata
  readonly publishedAtSource?: DaySource
  readonly heading?: Element
  readonly lengthOf: TextLengths
}

/**
 * What a page says of itself: JSON-LD (schema.org `Article` and its kinds) first, then Open Graph and other meta tags, then its elements.
 * @param html its source, for what only its scripts say
 * @param address where the page was fetched from; relative canonical addresses are resolved against it, and without any other it is the url
 */
export function readPageMetadata(document: Document, html: string, address?: string): PageMetadata {
  const root = document.documentElement as Element | null
  const canonical = document.querySelector('link[rel~="canonical"]')?.getAttribute('href')
  const lang = root?.getAttribute('lang') || root?.getAttribute('xml:lang') || undefined
  const custom = customOf(
    lang?.trim().slice(0, 35),
    [address, canonical].find((each) => each && /^https?:/.test(each)) ?? undefined,
  )
  const told = decodeTags(readTags(document, custom))
  const tab = document.querySelector('head title,title')?.textContent ?? undefined
  const linked = readLinkedData(document, {
    addresses: [told.url, canonical, address].filter((each) => typeof each === 'string'),
    titles: [
      told.titles[0],
      tab,
      ...Array.from(document.querySelectorAll('h1'), ({ textContent }) => textContent),
    ].filter((each) => typeof each === 'string'),
  })
  const headings = listHeadings(document)
  const marked = [linked.title, ...told.titles].flatMap((title) => chooseMetadata({ title }).title ?? [])
  const titles = tab === undefined ? marked : [...marked, tab]
  const named = findHeading(document, headings, titles)
  // the canonical link is the page's own word for its address, and the others are copied by templates
  const url = chooseUrl([canonical, told.url, ...linked.urls, address], address)
  const { publication, publisher, language } = chooseMetadata(linked, told, { language: lang })
  const site = [publication, url && siteNameOf(url)].filter((each) => each !== undefined)
  const chosen = chooseMetadata({
    title: chooseTold(
      marked,
      headings,
      [publication, publisher].filter((each) => each !== undefined),
    ),
    publication,
  }).title
  const toldTitle = chooseTitle(chosen, named?.textContent ?? undefined, tab)
  const lengthOf = measureText(document)
  const whole = document.body ? lengthOf(document.body) : 0
  const by = typeof linked.title === 'string' ? 'json-ld' : marked.length > 0 ? 'meta' : 'tab'
  const other = toldTitle
    ? findOtherTitle(headings, toldTitle, {
        marked,
        told: by === 'json-ld' ? marked : titles,
        site,
        whole,
        lengthOf,
        by,
      })
    : undefined
  const title = other?.title ?? toldTitle ?? marked[0]
  const heading = other?.heading ?? named
  const day = choosePageDay(
    document,
    html,
    [
      ...linked.days.map((value) => ({ source: 'json-ld' as const, value })),
      { source: 'meta', value: told.publishedAt },
    ],
    { ...(url && { url }), ...(heading && { heading }), lengthOf, custom },
  )
  const names = chooseNames(
    [linked.authors, told.authors, told.author === undefined ? [] : [told.author]],
    publication,
    () => findAuthors(document),
  )
  return {
    metadata: chooseMetadata({ title, publication, publisher, language, url, ...names, publishedAt: day?.day }),
    ...(day && { publishedAtSource: day.source }),
    ...(heading && { heading }),
    lengthOf,
  }
}

/** Titles and names of meta tags that were escaped twice. */
function decodeTags<T extends { titles: readonly string[]; publication?: string }>(told: T): T {
  const { titles, publication } = told
  return {
    ...told,
    titles: titles.map(decodeEntities),
    ...(publication !== undefined && { publication: decodeEntities(publication) }),
  }
}

/** The names of the first voice that has some; that of the publication is no author's while there is another. */
function chooseNames(
  voices: readonly (readonly string[] | undefined)[],
  publication: string | undefined,
  readElements: () => string[],
): { author?: string; authors?: string[] } {
  let last: string[] = []
  for (const voice of [
    ...voices.map((each) => () => (each ?? []).flatMap((name) => readNames(decodeEntities(name)))),
    readElements,
  ]) {
    const names = [...new Set(voice())]
    if (names.length === 0) continue
    const persons = names.filter((name) => name.toLowerCase() !== publication?.toLowerCase())
    if (persons.length > 0) return { author: persons.join(', '), authors: persons }
    if (last.length === 0) last = names
  }
  return last.length > 0 ? { author: last.join(', '), authors: last } : {}
}

/** The first absolute address that is no home page, which is no article's, and none of another host than the page's own: canonical links to a home page or a syndicator are mistakes of themes. */
function chooseUrl(candidates: readonly unknown[], address: string | undefined): string | undefined {
  // an empty step of a path is a mistake of a template: `https://example.com//node/1`
  const isOdd = (candidate: unknown) => typeof candidate === 'string' && /^https?:\/\/[^/]+\/\//.test(candidate)
  for (const candidate of [...candidates.filter((each) => !isOdd(each)), ...candidates.filter(isOdd)]) {
    const url = typeof candidate === 'string' ? URL.parse(candidate.trim(), address) : null
    if (!url || !ArticleMetadata.shape.url.safeParse(url.href).success) continue
    if (candidate !== address && (isHomePage(url) || isVocabulary(url))) continue
    if (address && url.hostname.replace(/^www\./, '') !== URL.parse(address)?.hostname.replace(/^www\./, '')) continue
    // JSON-LD names its nodes so: `#webpage`; single-page sites have their pages behind `#!`
    if (!url.hash.startsWith('#!')) url.hash = ''
    return url.href
  }
  return undefined
}

/** `example` of `https://www.example.co.uk/`. */
const siteNameOf = (url: string) =>
  new URL(url).hostname.replace(/^(?:www\d?|m)\./, '').replace(/(?:\.\w{2,3})?\.\w+$/, '')

/** Types that stand where an address should. */
const isVocabulary = ({ hostname }: URL) => /^(?:www\.)?schema\.org$/.test(hostname)

const isHomePage = ({ pathname, search }: URL) =>
  search === '' && /^\/(?:(?:index|default|home)(?:\.\w{2,5})?\/?)?$/i.test(pathname)

const articleTypes =
  /^(?:\w*Article|BlogPosting|LiveBlogPosting|Report|Review|ReviewNewsArticle|OpinionNewsArticle|AnalysisNewsArticle|BackgroundNewsArticle|SocialMediaPosting|TechArticle|Recipe|VideoObject|WebPage)$/
/** Things that a page can be beside an article, and that many articles hold. */
const lesser = /^(?:WebPage|VideoObject)$/

function readLinkedData(document: Document, page: Parameters<typeof chooseArticle>[1]) {
  const nodes = Array.from(document.querySelectorAll('script[type="application/ld+json"]')).flatMap((script) =>
    [parseLinkedData(script.textContent ?? '')]
      .flat()
      .flatMap((node) => [node, ...[(node as Json | undefined)?.['@graph'] ?? []].flat()]),
  ) as Json[]
  const articles = nodes.filter((node) => typesOf(node).some((type) => articleTypes.test(type)))
  const article =
    chooseArticle(
      articles.filter((node) => !typesOf(node).some((type) => lesser.test(type))),
      page,
    ) ?? articles.find((node) => node.datePublished)
  if (!article) return { days: [], authors: [], urls: [] }
  const named = new Map(nodes.toReversed().map((node) => [node?.['@id'], node]))
  const byId = (value: unknown): unknown =>
    typeof value === 'object' && value !== null && '@id' in value && !('name' in value)
      ? (named.get((value as Json)['@id']) ?? value)
      : value
  const decode = (words: unknown) => (typeof words === 'string' ? decodeEntities(words) : words)
  return {
    title: decode(article.headline ?? article.name),
    urls: [nameOf(article.mainEntityOfPage, '@id'), article.url],
    publication: decode(findPublication(article, byId)),
    publisher: decode(nameOf(byId(article.publisher))),
    authors: [article.author ?? article.creator ?? []]
      .flat()
      .slice(0, 50)
      .flatMap((author) => {
        const given = byId(author)
        const names = typeof given === 'object' && given !== null ? (given as Json).name : given
        return [names].flat()
      })
      .filter((name) => typeof name === 'string'),
    days: [article.datePublished, article.dateCreated, article.uploadDate]
      .map(plainOf)
      .filter((day) => readPageDay(day) !== undefined),
    language: nameOf(article.inLanguage, 'alternateName') ?? nameOf(article.inLanguage),
  }
}

/** A value of JSON-LD that may come in a list, or as a typed one (`{"@value": …}`). */
function plainOf(value: unknown): unknown {
  const one = Array.isArray(value) ? value[0] : value
  return typeof one === 'object' && one !== null && '@value' in one ? one['@value'] : one
}

function nameOf(value: unknown, key = 'name'): unknown {
  const one = Array.isArray(value) ? value[0] : value
  if (typeof one === 'string') return one
  const name = typeof one === 'object' && one !== null ? (one as Json)[key] : undefined
  return Array.isArray(name) ? name[0] : name
}
