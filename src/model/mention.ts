import type { ActorKind } from './actor.ts'
import type { DateModifier } from './claim/date.ts'
import type { Change, FigureKind, FigureModifier, How } from './claim/figure.ts'
import type { QuoteKind } from './claim/quote.ts'
import type { Span } from './segment.ts'
import type { TimexExpression } from './timex.ts'

/** What an extractor read at one place, before the article as a whole has had its say. Spans count UTF-16 code units. */
type MentionBase = Span & { readonly extractor: string; readonly confidence: number }

export type FigureMention = MentionBase & {
  readonly type: 'figure'
  readonly kind: FigureKind
  readonly number?: number
  readonly low?: number
  readonly high?: number
  readonly against?: number
  readonly per?: string
  readonly unit?: string
  readonly currency?: string
  readonly modifier?: FigureModifier
  readonly change?: Change
  readonly how?: How
}

export type DateMention = MentionBase & {
  readonly type: 'date'
  readonly expression: TimexExpression
  readonly modifier?: DateModifier
}

export type QuoteMention = MentionBase & {
  readonly type: 'quote'
  readonly kind: QuoteKind
  readonly parts?: readonly Span[]
  readonly cue?: Span
  readonly source?: Span
}

export type ActorMention = MentionBase & {
  readonly type: 'actor'
  readonly kind: ActorKind
  /** The name without its title. */
  readonly name: string
  /** Where `name` begins: behind the title, if there is one. */
  readonly nameStart: number
  readonly title?: string
  readonly role?: string
  readonly affiliation?: string
  /** A name that a maintained list gives for the thing meant, such as a country's for its demonym. */
  readonly canonical?: string
  /** True for demonyms and other words that stand for the name rather than being it. */
  readonly derived?: boolean
  /** A second name given in brackets behind the first. */
  readonly acronym?: string
}

export type Mention = ActorMention | DateMention | FigureMention | QuoteMention
