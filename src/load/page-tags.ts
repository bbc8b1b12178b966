import type { ArticleMetadata } from '../model/article.ts'
import type { DayCustom } from './day-forms.ts'
import { readPageDay } from './days.ts'
import { chooseMetadata } from './metadata.ts'

/** Names of meta tags for each field, best first (Open Graph, Dublin Core, parsely, sailthru, Google Scholar's citation tags and the habits of publishers). */
const tags: Readonly<Record<Exclude<keyof ArticleMetadata, 'authors'>, readonly string[]>> = {
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
    'sw-pubdate',
    'sdc:published',
    'thedate',
    'pub_date',
    'publicationdate',
    'article:publish_date',
    'cxenseparse:publishtime',
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

/** What the meta tags of a page say: for each field the first that fits. Some give a profile's address as the author, or a day that could be two. */
export function readTags(
  document: Document,
  custom: DayCustom,
): Partial<Record<Exclude<keyof typeof tags, 'title'>, string>> & { titles: string[]; authors?: string[] } {
  const contents = new Map<string, string[]>()
  for (const meta of Array.from(document.querySelectorAll('meta'))) {
    const content = meta.getAttribute('content')?.trim()
    if (!content) continue
    for (const attribute of ['property', 'name', 'itemprop', 'http-equiv'])
      for (const name of meta.getAttribute(attribute)?.toLowerCase().split(/\s+/) ?? []) {
        if (!name) continue
        const known = contents.get(name)
        if (known) known.push(content)
        else contents.set(name, [content])
      }
  }
  const { title: titleNames, ...others } = tags
  const titles = titleNames.flatMap((name) => contents.get(name)?.slice(0, 2) ?? [])
  const chosen = Object.entries(others).flatMap(([field, names]) => {
    for (const name of names)
      for (const value of contents.get(name)?.slice(0, 20) ?? [])
        if (
          field === 'publishedAt'
            ? readPageDay(value, custom) !== undefined
            : Object.keys(chooseMetadata({ [field]: value })).length > 0
        )
          return [[field, value] as const]
    return []
  })
  const several = ['citation_author', 'dc.creator', 'article:author', 'author', 'parsely-author']
    .map((name) => contents.get(name) ?? [])
    .find((values) => values.length > 1)
  return {
    ...Object.fromEntries(chosen),
    titles: titles.slice(0, 12),
    ...(several && { authors: several.slice(0, 50) }),
  }
}
