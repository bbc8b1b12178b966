import type { TimexExpression } from '../model/timex.ts'
import type { Interval } from './interval.ts'
import type { Direction } from './tense.ts'

/** What a time expression comes to: its kind, and whichever of the rest is known. */
export type TimexValue = Interval & {
  readonly kind: 'date' | 'range' | 'duration' | 'set' | 'reference'
  readonly duration?: string
}

/** What expressions are worked out against. */
export type TimexContext = {
  /** Midnight UTC of the day of writing, or of the day that the text spoke of last; undefined when unknown. */
  readonly today: number | undefined
  /** Milliseconds since 1970 where even the time of writing is known. */
  readonly now?: number | undefined
  /** Where the clause looks; asked only when the expression leaves open whether it lies behind or ahead. */
  readonly direction: () => Direction
  /** The expression says when its clause happened (`on June 4`) rather than which thing is meant (`the June 4 vote`). */
  readonly adverbial?: boolean
  /** The text is an article rather than a phrase: what its verbs leave open lies near. */
  readonly told?: boolean
  /** `03/04` is the third of April. */
  readonly dayFirst: boolean
  /** Month that fiscal years begin with, and end in the year that names them; undefined when the text does not tell. */
  readonly fiscalStart?: number | undefined
  /** Quarters are those of fiscal years that nobody knows the beginning of. */
  readonly fiscalQuarters?: boolean
}

export type Form<F extends TimexExpression['form']> = Extract<TimexExpression, { form: F }>
export const point = (found: Interval): TimexValue => ({ kind: 'date', ...found })
export const unknown: TimexValue = { kind: 'date' }
/** Works any expression out: handed to those that hold others. */
export type Evaluate = (expression: TimexExpression, context: TimexContext) => TimexValue
