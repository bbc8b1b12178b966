import { parse } from 'yaml'
import type { ArticleMetadata } from '../model/article.ts'
import { LoadError } from './failure.ts'
import { chooseMetadata } from './metadata.ts'

/** Names that the common site generators give to our fields (Jekyll, Hugo, Eleventy, Obsidian). */
const names: Readonly<Record<keyof ArticleMetadata, readonly string[]>> = {
  title: ['title', 'headline'],
  url: ['url', 'canonical', 'canonical_url', 'canonicalUrl', 'link', 'permalink', 'source'],
  publication: ['publication', 'site', 'site_name'],
  publisher: ['publisher', 'organization', 'organisation'],
  author: ['author', 'authors', 'byline'],
  publishedAt: ['publishedAt', 'published', 'published_at', 'publishDate', 'date', 'created'],
  language: ['language', 'lang', 'locale'],
}

/**
 * Cuts YAML front matter, between two lines of `---`, off a text. Fields that are not ours are passed over: front matter serves other programs too.
 * @throws {LoadError} when the front matter is no YAML
 */
export function cutFrontMatter(whole: string): { text: string; metadata: ArticleMetadata } {
  const match =
    /^\uFEFF?---[ \t]*\r?\n(?<yaml>(?:(?!(?:---|\.\.\.)[ \t]*\r?$).*\r?\n)*?)(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/m.exec(
      whole.slice(0, 20_000),
    )
  if (!match || match.index > 0 || !/^\s*[\w-]+\s*:/m.test(match.groups!.yaml!)) return { text: whole, metadata: {} }
  let fields: unknown
  try {
    fields = parse(match.groups!.yaml!)
  } catch (error) {
    throw new LoadError(`has front matter that is no YAML: ${(error as Error).message.split('\n')[0]}`)
  }
  if (typeof fields !== 'object' || fields === null) return { text: whole, metadata: {} }
  const given = fields as Record<string, unknown>
  const voices = Object.entries(names).flatMap(([field, keys]) => keys.map((key) => ({ [field]: flat(given[key]) })))
  return { text: whole.slice(match[0].length).replace(/^(?:[ \t]*\r?\n)+/, ''), metadata: chooseMetadata(...voices) }
}

/** `[Ada Berg, Bo Dahl]` and `{name: Ada Berg}` as people write them. */
function flat(value: unknown): unknown {
  if (Array.isArray(value))
    return (
      value
        .map(flat)
        .filter((each) => typeof each === 'string')
        .join(', ') || undefined
    )
  if (typeof value === 'object' && value !== null && 'name' in value) return value.name
  return value
}
