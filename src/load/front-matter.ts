import { parse } from 'yaml'
import type { ArticleMetadata, LoadedArticle } from '../model/article.ts'
import { LoadError } from './failure.ts'
import { chooseMetadata } from './metadata.ts'

/** Names that the common site generators give to our fields (Jekyll, Hugo, Eleventy, Obsidian). */
const names: Readonly<Record<Exclude<keyof ArticleMetadata, 'authors'>, readonly string[]>> = {
  title: ['title', 'headline'],
  url: ['url', 'canonical', 'canonical_url', 'canonicalUrl', 'link', 'permalink', 'source'],
  publication: ['publication', 'site', 'site_name'],
  publisher: ['publisher', 'organization', 'organisation'],
  author: ['author', 'authors', 'byline'],
  publishedAt: ['publishedAt', 'published', 'published_at', 'publishDate', 'date', 'created'],
  language: ['language', 'lang', 'locale'],
}

/** Longest front matter, in code units. */
const longest = 20_000

/**
 * Cuts YAML front matter, between two lines of `---`, off a text. Fields that are not ours are passed over: front matter serves other programs too.
 * @throws {LoadError} when the front matter is no YAML
 */
export function cutFrontMatter(whole: string): Pick<LoadedArticle, 'text' | 'metadata' | 'publishedAtSource'> {
  const head = whole.slice(0, longest)
  const opening = /^\uFEFF?---[ \t]*\r?\n/.exec(head)
  if (!opening) return { text: whole, metadata: {} }
  const closing = /^(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/m.exec(head.slice(opening[0].length))
  const yaml = closing && head.slice(opening[0].length, opening[0].length + closing.index)
  if (!yaml || !/^[^\S\n]*[\w-]+[^\S\n]*:/m.test(yaml)) return { text: whole, metadata: {} }
  let fields: unknown
  try {
    fields = parse(yaml)
  } catch (error) {
    fields = readPlainLines(yaml)
    if (!fields) throw new LoadError(`has front matter that is not YAML: ${(error as Error).message.split('\n')[0]}`)
  }
  if (typeof fields !== 'object' || fields === null) return { text: whole, metadata: {} }
  const given = fields as Record<string, unknown>
  const listed = names.author.map((key) => given[key]).find(Array.isArray) as unknown[] | undefined
  const authors = listed?.map(nameOf).filter((name) => typeof name === 'string')
  const voices = Object.entries(names).flatMap(([field, keys]) => keys.map((key) => ({ [field]: flat(given[key]) })))
  const text = whole.slice(opening[0].length + yaml.length + closing[0].length)
  const metadata = chooseMetadata(...voices, { authors })
  return {
    text: text.replace(/^(?:[ \t]*\r?\n)+/, ''),
    metadata,
    ...(metadata.publishedAt && { publishedAtSource: 'front-matter' as const }),
  }
}

/**
 * `title: Norway: exports rise`, `author: @ada`: no YAML, and yet plain what is meant. Each line is a name, a colon and its text.
 * @returns undefined when any line is something else
 */
function readPlainLines(yaml: string): Record<string, string> | undefined {
  const fields = new Map<string, string>()
  for (const line of yaml.split(/\r?\n/)) {
    if (/^\s*(?:#.*)?$/.test(line)) continue
    const field = /^(?<key>[\w-]+)[ \t]*:(?:[ \t]+(?<value>\S.*?))?[ \t]*$/.exec(line)?.groups
    if (!field || /^[[{|>&*!%]/.test(field.value ?? '') || fields.has(field.key!)) return undefined
    fields.set(field.key!, (field.value ?? '').replace(/^(?:"([^"]*)"|'([^']*)')$/, '$1$2'))
  }
  return Object.fromEntries(fields)
}

/** `[Ada Berg, Bo Dahl]` and `{name: Ada Berg}` as people write them; lists in lists, which may hold themselves, are no names. */
function flat(value: unknown): unknown {
  if (!Array.isArray(value)) return nameOf(value)
  return (
    value
      .map(nameOf)
      .filter((each) => typeof each === 'string')
      .join(', ') || undefined
  )
}

const nameOf = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'name' in value ? value.name : value
