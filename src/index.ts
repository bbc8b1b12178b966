// `article-facts`: claims from text, without a server or a database.
import { type Extraction, extractClaims } from './ingest.ts'

export type { Extraction } from './ingest.ts'

export type { ActorClaim } from './model/claim/actor.ts'
export type { DateClaim } from './model/claim/date.ts'
export type { FigureClaim } from './model/claim/figure.ts'
export type { Claim, ClaimType } from './model/claim/index.ts'
export type { QuoteClaim } from './model/claim/quote.ts'
export type { Section, SectionKind } from './model/section.ts'
export { countCodePoints, sliceCodePoints } from './text/offsets.ts'

/** What is known of a text beside its words. */
export type About = {
  /** The day it was written (`YYYY-MM-DD`), or a time: what `last year` is counted from. Without it relative dates stay unresolved. */
  readonly publishedAt?: string | undefined
  /** Its address: ids of claims follow from it, so that they are those that the service gives the article. */
  readonly url?: string | undefined
  /** BCP 47 tag; `en-GB` tells how days are written. The text itself has the last word on its language. */
  readonly language?: string | undefined
}

/**
 * Reads the claims of a text: actors, figures, dates and quotes with their meaning worked out. Pure: the same text gives the same claims and
 * the same ids on any machine.
 *
 * Offsets (`start`, `end`) are Unicode code points, as in Python and SQL, not JavaScript's UTF-16 code units: cut with
 * `sliceCodePoints(text, start, end)`.
 *
 * @example
 * const { claims } = extract('Exports rose by 4% to $24bn last year, Mayor Ada Berg said.', { publishedAt: '2024-03-01' })
 * for (const claim of claims) if (claim.type === 'figure') console.log(claim.surface, claim.number, claim.currency ?? claim.unit)
 */
export const extract = (text: string, about: About = {}): Extraction => extractClaims(text, about)
