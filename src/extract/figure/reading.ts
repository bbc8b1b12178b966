import type { Change, FigureKind, FigureModifier, How } from '../../model/claim/figure.ts'
import type { SegmentedText } from '../../model/segment.ts'
import type { Tokens } from '../../text/tokens.ts'

/** What a rule read: tokens `start` to `end` (exclusive), and the figure's fields. `endOffset` where it ends inside or behind them. */
export type FigureReading = {
  readonly start: number
  readonly end: number
  readonly name: string
  readonly kind: FigureKind
  readonly number?: number
  readonly low?: number
  readonly high?: number
  readonly against?: number
  readonly unit?: string
  readonly currency?: string
  readonly per?: string
  readonly modifier?: FigureModifier
  readonly change?: Change
  readonly how?: How
  readonly confidence?: number
}

/** A rule: reads the figures that begin at token `i` (more than one where a phrase holds two), or gives null. It looks at a bounded number of tokens. */
export type FigureRule = (
  tokens: Tokens,
  i: number,
  document: SegmentedText,
) => FigureReading | readonly FigureReading[] | null
