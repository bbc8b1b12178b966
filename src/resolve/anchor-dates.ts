import type { DateMention } from '../model/mention.ts'
import type { SegmentedText } from '../model/segment.ts'
import type { TimexExpression } from '../model/timex.ts'
import { type Direction, readDirection } from './tense.ts'
import { type TimexValue, valueFor } from './timex-values.ts'

/** A date mention with its value worked out: `kind` and whichever of `iso`, `from`, `to`, `duration` hold. */
export type AnchoredDate = DateMention & TimexValue

/**
 * Resolves time expressions against the day of writing (`YYYY-MM-DD`). Without one, only what the text itself fixes gets a value:
 * a guessed year would be worse than none.
 */
export function anchorDates(
  mentions: readonly DateMention[],
  document: SegmentedText,
  publishedAt: string | undefined,
): AnchoredDate[] {
  const today = publishedAt === undefined ? undefined : Date.parse(`${publishedAt.slice(0, 10)}T00:00:00Z`)
  let focus: Focus | undefined
  return [...mentions]
    .sort((a, b) => a.start - b.start)
    .map((mention) => {
      const near = focus && mention.start - focus.end < reach ? focus : undefined
      const direction = () => readDirection(document, mention)
      const { expression, base } = refocus(mention.expression, near, today, direction)
      const value = inCalendar(valueFor(expression, base ?? today, direction))
      if (value.from && value.kind !== 'duration' && saysWhen(mention.expression)) {
        const told = today !== undefined && Number(value.from.slice(0, 4)) <= new Date(today).getUTCFullYear() - 5
        focus = {
          end: mention.end,
          from: value.from,
          coarse: value.iso?.length === 4,
          told: told ? (focus?.told ?? 0) + 1 : 0,
        }
      }
      return { ...mention, ...value }
    })
}

/** The date that the text spoke of last. */
type Focus = {
  readonly end: number
  readonly from: string
  readonly coarse: boolean
  /** How many dates in a row lay years before the day of writing: two or more, and the text tells of the past. */
  readonly told: number
}
/** How far, in code units, a date that the text gives in full reaches for those that lean on it. */
const reach = 700

const saysWhen = (expression: TimexExpression) =>
  expression.form === 'calendar' ||
  expression.form === 'weekday' ||
  expression.form === 'month' ||
  (expression.form === 'relative' && expression.unit !== 'day')

/**
 * Dates that lean on the one before them: `a year later`, `that year`, and in a text that tells of years long past, a month without
 * its year. Gives the expression to read and the day to read it from.
 */
function refocus(
  expression: TimexExpression,
  focus: Focus | undefined,
  today: number | undefined,
  direction: () => Direction,
): { expression: TimexExpression; base?: number } {
  if (!focus) return { expression }
  const base = Date.parse(`${focus.from}T00:00:00Z`)
  if (expression.form === 'relative' && expression.anchored) {
    // `two days later` needs a day to count from; a bare year gives none
    const fine =
      !focus.coarse || expression.unit === 'year' || expression.unit === 'decade' || expression.unit === 'century'
    return fine ? { expression, base } : { expression }
  }
  const lacksYear =
    expression.form === 'calendar' &&
    expression.year === undefined &&
    expression.yearOffset === undefined &&
    expression.month !== undefined
  if (lacksYear && (focus.told >= 2 || today === undefined) && direction() <= 0)
    return { expression: { ...expression, year: Number(focus.from.slice(0, 4)) } }
  return { expression }
}

/** ISO 8601 days have four digits for the year: what lies beyond has no value here. */
function inCalendar(value: TimexValue): TimexValue {
  const outside = [value.from, value.to].some((day) => day !== undefined && !/^(?!0000)\d{4}-\d\d-\d\d$/.test(day))
  return outside ? { kind: value.kind, ...(value.duration !== undefined && { duration: value.duration }) } : value
}
