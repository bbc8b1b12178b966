import { extractMentions } from './extract/index.ts'
import type { ArticleRecord, LoadedArticle } from './model/article.ts'
import type { Claim } from './model/claim/index.ts'
import type { Section } from './model/section.ts'
import { resolveMentions, type Writing } from './resolve/index.ts'
import { segmentText } from './segment/index.ts'
import { hashText, identifyArticle } from './text/identifier.ts'
import { normalizeText } from './text/normalize.ts'
import { mapToCodePoints } from './text/offsets.ts'

/** The walk's outcome for one text: the text that offsets count on, its identity, its sections and its claims in text order. */
export type Extraction = {
  readonly articleId: string
  readonly text: string
  readonly length: number
  readonly sections: readonly Section[]
  readonly claims: readonly Claim[]
}

/**
 * The walk itself: segment, extract, resolve. Pure: no clock, no I/O. All offsets it gives are Unicode code points.
 * @param input any string; lone surrogates and NUL become U+FFFD, one for one
 * @param about `publishedAt` (a day, `YYYY-MM-DD`, or a time) anchors relative dates, which stay unresolved without it; `url` is the
 *   article's identity, and with `language` tells how its country writes dates
 */
export function extractClaims(input: string, about: Writing = {}): Extraction {
  const text = normalizeText(input)
  const articleId = identifyArticle(about.url, text)
  const document = segmentText(text)
  const toCodePoints = mapToCodePoints(text)
  const claims = resolveMentions(extractMentions(document), document, {
    articleId,
    ...about,
    toCodePoints,
  })
  const sections = document.sections.map(({ kind, start, end }) => ({
    kind,
    start: toCodePoints(start),
    end: toCodePoints(end),
  }))
  return { articleId, text, length: toCodePoints(text.length), sections, claims }
}

/**
 * The walk for an article that is to be stored. Only English is read: a text that says it is in another language keeps its sections
 * and makes no claims, which is better than wrong ones.
 * @param loadedAt ISO 8601 time, given because the walk has no clock
 */
export function ingestArticle({ text: input, metadata }: LoadedArticle, loadedAt: string): ArticleRecord {
  const { articleId, text, length, sections, claims } = extractClaims(input, metadata)
  const english = metadata.language === undefined || /^en(?:g|-|$)/i.test(metadata.language)
  return {
    id: articleId,
    metadata,
    text,
    textHash: hashText(text),
    length,
    loadedAt,
    sections,
    claims: english ? claims : [],
  }
}
