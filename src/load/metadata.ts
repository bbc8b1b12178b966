import { ArticleMetadata } from '../model/article.ts'
import { canonicalLanguage } from '../model/language.ts'
import { encodeAddress } from '../text/address.ts'
import { listAuthors } from './bylines.ts'
import { readDay } from './days.ts'

type Field = keyof ArticleMetadata

/**
 * Metadata from what pages, feeds and front matter say, first voice first: for each field the first value that fits it. Values that fit
 * no field are noise here, not errors: the page is not the reader's.
 */
export function chooseMetadata(...voices: readonly Readonly<Partial<Record<Field, unknown>>>[]): ArticleMetadata {
  const chosen: Record<string, unknown> = {}
  for (const voice of voices)
    for (const [field, given] of Object.entries(voice)) {
      if (field in chosen) continue
      const value = tidy(field as Field, given)
      if (value !== undefined && ArticleMetadata.shape[field as Field].safeParse(value).success) chosen[field] = value
    }
  const { title, publication } = chosen as ArticleMetadata
  return { ...(chosen as ArticleMetadata), ...(title && publication && { title: cutSuffix(title, publication) }) }
}

/** `Port traffic recovers | Example Weekly` without the name of the paper. */
function cutSuffix(title: string, publication: string): string {
  const suffix = /\s+[-–—|:•·]\s+(?<name>[^-–—|:•·]+)$/u.exec(title)
  const letters = (words: string) => words.toLowerCase().replace(/\.com$|[^\p{L}\p{N}]/gu, '')
  return suffix && letters(suffix.groups!.name!) === letters(publication) ? title.slice(0, suffix.index) : title
}

/** Metadata with what is told elsewhere in its place; another byline takes the list of authors with it. */
export function overrideMetadata(metadata: ArticleMetadata, by: ArticleMetadata): ArticleMetadata {
  const { author, authors, ...rest } = metadata
  const hasByline = by.author !== undefined || by.authors !== undefined
  return { ...rest, ...(!hasByline && { ...(author && { author }), ...(authors && { authors }) }), ...by }
}

/** Metadata as it is stored: authors as a byline and each, the address percent-encoded. */
export function settleMetadata(metadata: ArticleMetadata): ArticleMetadata {
  const { author, authors, url } = metadata
  return {
    ...metadata,
    ...(url !== undefined && { url: encodeAddress(url) }),
    ...(author !== undefined && authors === undefined && { authors: listAuthors(author) }),
    ...(authors !== undefined && author === undefined && { author: authors.join(', ') }),
  }
}

function tidy(field: Field, given: unknown): string | string[] | undefined {
  if (field === 'authors') {
    const names = [given ?? []].flat().filter((name): name is string => typeof name === 'string' && name.trim() !== '')
    return names.length > 0 ? names.map((name) => name.replace(/\s+/g, ' ').trim()) : undefined
  }
  if (field === 'publishedAt' && typeof given === 'number') return readDay(String(given))
  if (typeof given !== 'string' && !(given instanceof Date)) return undefined
  if (field === 'publishedAt') return readDay(given)
  const value = String(given).replace(/\s+/g, ' ').trim()
  if (field === 'language') return canonicalLanguage(value)
  // a byline that repeats the word for one, or is the address of a profile
  if (field === 'author') return /^https?:/i.test(value) ? undefined : value.replace(/^by\s+/i, '') || undefined
  return value || undefined
}
