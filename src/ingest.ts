import { extractMentions } from './extract/index.ts'
import type { Claim } from './model/claim/index.ts'
import type { Section } from './model/section.ts'
import { resolveMentions } from './resolve/index.ts'
import { segmentText } from './segment/index.ts'
import { identifyArticle } from './text/identifier.ts'
import { normalizeText } from './text/normalize.ts'
import { mapToCodePoints } from './text/offsets.ts'

/** The walk's outcome for one text: the text that offsets count on, its identity, its sections and its claims in text order. */
export type Extraction = { readonly articleId: string; readonly text: string; readonly sections: readonly Section[]; readonly claims: readonly Claim[] }

/**
 * The walk itself: segment, extract, resolve. Pure: no clock, no I/O. All offsets it gives are Unicode code points.
 * @param input any string; lone surrogates and NUL become U+FFFD, one for one
 * @param about `publishedAt` (`YYYY-MM-DD`) anchors relative dates, which stay unresolved without it; `url` is the article's identity
 */
export function extractClaims(input: string, about: { readonly publishedAt?: string | undefined; readonly url?: string | undefined } = {}): Extraction {
  const text = normalizeText(input)
  const articleId = identifyArticle(about.url, text)
  const document = segmentText(text)
  const toCodePoints = mapToCodePoints(text)
  const claims = resolveMentions(extractMentions(document), document, { articleId, publishedAt: about.publishedAt, toCodePoints })
  const sections = document.sections.map(({ kind, start, end }) => ({ kind, start: toCodePoints(start), end: toCodePoints(end) }))
  return { articleId, text, sections, claims }
}
