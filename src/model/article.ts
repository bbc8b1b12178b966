import { z } from 'zod'
import type { Claim } from './claim/index.ts'
import { GivenLanguageTag, LanguageTag } from './language.ts'
import { Section, type SectionKind } from './section.ts'
import type { Span } from './segment.ts'

/** Most characters of what is known of an article. */
const longest = { title: 1000, url: 2000, publication: 300, publisher: 300, author: 1000 } as const

/** @param isLimited false for what is stored already: an article with a longer title than is taken today is still one */
const metadataShape = (isLimited: boolean) => {
  const words = (field: keyof typeof longest) => {
    const given = z.string().min(1)
    return isLimited ? given.max(longest[field]) : given
  }
  const url = z.url({ protocol: /^https?$/ })
  return {
    title: words('title').describe('Headline, as published.'),
    url: (isLimited ? url.max(longest.url) : url).describe('Canonical address; the same url is the same article.'),
    publication: words('publication').describe('Newspaper, magazine or journal it stood in.'),
    publisher: words('publisher').describe('Organization behind the publication.'),
    author: words('author').describe('Byline.'),
    authors: z
      .array(words('author'))
      .min(1)
      .max(isLimited ? 100 : Number.MAX_SAFE_INTEGER)
      .describe('The authors that the byline names, each.'),
    publishedAt: z.iso
      .date()
      .describe('Day it was written: what `last year` is counted from (document creation time).'),
    language: (isLimited ? GivenLanguageTag : LanguageTag).describe('BCP 47 language tag.'),
  }
}

/** What is known of an article besides its words: front matter, a JSON sidecar, or the fields of a request. */
export const ArticleMetadata = z.object(metadataShape(true)).partial()
export type ArticleMetadata = z.infer<typeof ArticleMetadata>

export const PublishedAtSource = z
  .enum(['request', 'sidecar', 'front-matter', 'feed', 'json-ld', 'meta', 'element', 'url', 'text', 'script'])
  .meta({
    id: 'PublishedAtSource',
    description:
      'Where the day of publication was found: in the request, a sidecar, front matter or a feed; on a page, in JSON-LD, a meta tag, an element marked as such, the url, a line of text, or the data of a script.',
    example: 'json-ld',
  })
export type PublishedAtSource = z.infer<typeof PublishedAtSource>

/** A part of a text whose kind its markup tells. Counts UTF-16 code units. */
export type LoadedSection = Span & { readonly kind: SectionKind }

/** An article as it was sent over HTTP. `charset` is what the header says of bytes. */
export type PostedArticle = {
  readonly format: 'text' | 'markdown' | 'html'
  readonly body: string | Uint8Array
  readonly charset?: string | undefined
  /** Where it was fetched, if it was. */
  readonly address?: string | undefined
}

/** An article as the loader hands it on: the fixed text that every offset counts on, its metadata, and what markup said of its parts. */
export type LoadedArticle = {
  readonly text: string
  readonly metadata: ArticleMetadata
  readonly sections?: readonly LoadedSection[]
  readonly publishedAtSource?: PublishedAtSource
}

export const ClaimCounts = z
  .object({
    actor: z.int().min(0),
    date: z.int().min(0),
    figure: z.int().min(0),
    quote: z.int().min(0),
  })
  .meta({
    id: 'ClaimCounts',
    description: 'Number of claims in the body of the article, by type.',
    example: { actor: 52, date: 14, figure: 8, quote: 9 },
  })
export type ClaimCounts = z.infer<typeof ClaimCounts>

/** Counts the claims of an article's body. */
export function countClaims(claims: readonly Claim[]): ClaimCounts {
  const counts = { actor: 0, date: 0, figure: 0, quote: 0 }
  for (const { type, section } of claims) if (section === 'body') counts[type]++
  return counts
}

export const Article = z
  .object({
    id: z
      .string()
      .describe('Stable identifier: the same url (or, without one, the same text) gives the same id anywhere.'),
    ...z.object(metadataShape(false)).partial().shape,
    loadedAt: z.iso.datetime().describe('When this text was stored.'),
    length: z.int().min(0).describe('Length of the text in Unicode code points.'),
    textHash: z.string().describe('SHA-256 of the text as UTF-8, in hexadecimal.'),
    counts: ClaimCounts,
    checkedCount: z
      .int()
      .min(0)
      .optional()
      .describe('How many of the claims that `counts` counts somebody has reviewed.'),
    sections: z
      .array(Section)
      .optional()
      .describe('With `expand=sections`: headline, body, author note and the like, in text order.'),
    text: z.string().optional().describe('With `expand=text`: the text that all offsets count on.'),
  })
  .meta({
    id: 'Article',
    description: 'An article: what is known of it and how many claims it makes.',
    example: {
      id: 'art_3a9f2c7d1b5e8b4d',
      title: 'Port traffic recovers',
      url: 'https://example.org/port-traffic',
      publication: 'Example Weekly',
      publishedAt: '2024-03-01',
      language: 'en',
      loadedAt: '2024-03-02T08:00:00.000Z',
      length: 5838,
      textHash: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
      counts: { actor: 52, date: 14, figure: 8, quote: 9 },
      checkedCount: 14,
    },
  })
export type Article = z.infer<typeof Article>

/** What a page or a sidecar told of a text beside its metadata: parts whose kind is known (in code points), and the language. */
export type GivenParts = { readonly sections: readonly Section[]; readonly language?: string | undefined }

/** A stored article that is to be read anew. `metadata` is without the language, which the text has the last word on. */
export type StoredArticle = {
  readonly id: string
  readonly text: string
  readonly textHash: string
  readonly loadedAt: string
  readonly metadata: ArticleMetadata
  readonly given: GivenParts
}

/** An article with everything that is stored of it: what the walk hands to the store. */
export type ArticleRecord = {
  readonly id: string
  readonly metadata: ArticleMetadata
  readonly text: string
  readonly textHash: string
  readonly length: number
  readonly loadedAt: string
  readonly sections: readonly Section[]
  readonly claims: readonly Claim[]
  /** Kept for when other rules read the article anew. */
  readonly given?: GivenParts
  /** Who told the day; not stored. */
  readonly publishedAtSource?: PublishedAtSource
}
