import { extractMentions } from './extract/index.ts'
import { LoadError, loadArticles, overrideMetadata, settleMetadata } from './load/index.ts'
import { ownAddress } from './load/own-address.ts'
import type {
  ArticleMetadata,
  ArticleRecord,
  LoadedArticle,
  LoadedSection,
  PostedArticle,
  StoredArticle,
} from './model/article.ts'
import type { Claim } from './model/claim/index.ts'
import { ProblemError } from './model/problem.ts'
import type { Section } from './model/section.ts'
import { resolveMentions, type Writing } from './resolve/index.ts'
import { segmentText } from './segment/index.ts'
import type { Parser } from './syntax/index.ts'
import { hashText, identifyArticle } from './text/identifier.ts'
import { detectLanguage, isEnglish } from './text/language.ts'
import { normalizeText } from './text/normalize.ts'
import { mapToCodePoints, mapToCodeUnits } from './text/offsets.ts'
import { areOneGivenName, loadChooser, loadNameTagger, loadParser } from './weights/index.ts'

const parse: Parser = (...sentence) => loadParser()(...sentence)

/** The walk's outcome for one text: the text that offsets count on, its identity, its sections and its claims in text order. */
export type Extraction = {
  readonly articleId: string
  /** The text that all offsets count on: as given, but for lone surrogates and NUL, which are U+FFFD. */
  readonly text: string
  /** In code points. */
  readonly length: number
  /** BCP 47; claims are read from English only. Absent when the text is too short to tell and nobody says. */
  readonly language?: string | undefined
  /** Body, headline, captions and the like, in text order. */
  readonly sections: readonly Section[]
  /** Those of all sections. */
  readonly claims: readonly Claim[]
}

/**
 * The walk itself: segment, extract, resolve. Pure: no clock, no I/O. All offsets it gives are Unicode code points. Only English is read:
 * a text in another language has its sections and no claims, which is better than wrong ones.
 * @param input any string; lone surrogates and NUL become U+FFFD, one for one
 * @param about `publishedAt` (a day, `YYYY-MM-DD`, or a time) anchors relative dates, which stay unresolved without it; `url` is the
 *   article's identity, and with `language` tells how its country writes dates
 * @param told parts whose kind the markup told, in UTF-16 code units
 * @param id the article's, where it has one already
 */
export function extractClaims(
  input: string,
  about: Writing = {},
  told: readonly LoadedSection[] = [],
  id?: string,
): Extraction {
  const text = normalizeText(input)
  const articleId = id ?? identifyArticle(about.url, text)
  const document = segmentText(text, told)
  const toCodePoints = mapToCodePoints(text)
  const language = detectLanguage(text, about.language)
  const claims = isEnglish(language)
    ? resolveMentions(extractMentions(document, loadNameTagger()), document, {
        areOneGivenName,
        articleId,
        ...about,
        language,
        toCodePoints,
        parse,
        chooser: loadChooser(),
      })
    : []
  const sections = document.sections.map(({ kind, start, end }) => ({
    kind,
    start: toCodePoints(start),
    end: toCodePoints(end),
  }))
  return { articleId, text, length: toCodePoints(text.length), language, sections, claims }
}

/**
 * The walk for an article that is to be stored.
 * @param loadedAt ISO 8601 time, given because the walk has no clock
 * @param id the article's, where it has one already
 */
export function ingestArticle(
  { text: input, metadata: given, sections: told, publishedAtSource }: LoadedArticle,
  loadedAt: string,
  id?: string,
): ArticleRecord {
  const metadata = settleMetadata(given)
  const { articleId, text, length, language, sections, claims } = extractClaims(input, metadata, told, id)
  const toCodePoints = mapToCodePoints(text)
  return {
    id: articleId,
    metadata: { ...metadata, ...(language !== undefined && { language }) },
    text,
    textHash: hashText(text),
    length,
    loadedAt,
    sections,
    claims,
    given: {
      sections: (told ?? []).map(({ kind, start, end }) => ({
        kind,
        start: toCodePoints(start),
        end: toCodePoints(end),
      })),
      language: metadata.language,
    },
    ...(publishedAtSource && { publishedAtSource }),
  }
}

/** The walk for an article that is stored already, under what was told of it when it came. */
export function rereadArticle({ id, text, metadata, given, loadedAt }: StoredArticle): ArticleRecord {
  const toCodeUnits = mapToCodeUnits(text)
  const { language } = given
  const sections = given.sections.map(({ kind, start, end }) => ({
    kind,
    start: toCodeUnits(start),
    end: toCodeUnits(end),
  }))
  return ingestArticle(
    { text, metadata: { ...metadata, ...(language !== undefined && { language }) }, sections },
    loadedAt,
    id,
  )
}

/**
 * The walk for an article that was sent over HTTP.
 * @param metadata what was sent beside it; it wins over what the article says of itself
 * @throws {ProblemError} unreadable-article
 */
export async function ingestPosted(
  { format, body, charset, address }: PostedArticle,
  metadata: ArticleMetadata,
  loadedAt: string,
): Promise<ArticleRecord> {
  const told = metadata.publishedAt !== undefined && { publishedAtSource: 'request' as const }
  if (typeof body === 'string' && format === 'text') return ingestArticle({ text: body, metadata, ...told }, loadedAt)
  try {
    const [item] = await loadArticles({
      name: 'body',
      bytes: typeof body === 'string' ? new TextEncoder().encode(body) : body,
      format,
      ...(charset !== undefined && { charset }),
      ...(format === 'html' && (address ?? metadata.url) !== undefined && { address: address ?? metadata.url }),
    })
    if ('failure' in item!) throw new LoadError(item.failure)
    const article = address === undefined ? item!.article : ownAddress(item!.article, address)
    return ingestArticle({ ...article, metadata: overrideMetadata(article.metadata, metadata), ...told }, loadedAt)
  } catch (error) {
    if (!(error instanceof LoadError)) throw error
    throw new ProblemError('unreadable-article', `The article ${error.message}.`, [
      { pointer: '', code: 'unreadable', detail: error.message },
    ])
  }
}

/** The walk, as the service takes it. */
export const walk = { extract: extractClaims, ingest: ingestPosted }
