import type { DateMention } from '../model/mention.ts'
import type { SegmentedText } from '../model/segment.ts'
import type { TimexExpression, TimexUnit } from '../model/timex.ts'
import { readCustoms, type Writing } from './date-customs.ts'
import { lookOf } from './date-direction.ts'
import { isoDay } from './interval.ts'
import { createPeriods } from './reported-period.ts'
import { shareParts } from './share-parts.ts'
import { createSplitStart, readSplitYear } from './split-years.ts'
import { createDirectionReader, type Direction } from './tense.ts'
import type { TimexContext, TimexValue } from './timex-context.ts'
import { valueFor } from './timex-values.ts'

/** A date mention with its value worked out: `kind` and whichever of `iso`, `from`, `to`, `duration` hold. */
export type AnchoredDate = DateMention & TimexValue

/**
 * Resolves time expressions against the day of writing. Without one, only what the text itself fixes gets a value: a guessed year
 * would be worse than none.
 */
export function anchorDates(
  mentions: readonly DateMention[],
  document: SegmentedText,
  writing: Writing,
): AnchoredDate[] {
  const { publishedAt } = writing
  const written = publishedAt === undefined ? Number.NaN : Date.parse(`${publishedAt.slice(0, 10)}T00:00:00Z`)
  const today = Number.isNaN(written) ? undefined : written
  const clock = /^\d{4}-\d\d-\d\dT(\d\d:\d\d(?::\d\d)?)/.exec(publishedAt ?? '')?.[1]
  const now = clock && today !== undefined ? Date.parse(`${publishedAt!.slice(0, 10)}T${clock}Z`) : undefined
  const customs = readCustoms(mentions, document.text, writing)
  const readDirection = createDirectionReader(document)
  const contextOf = (mention: DateMention): TimexContext => {
    let looks: Direction | undefined
    return {
      today,
      now,
      direction: () => {
        looks ??= lookOf(mention, document, readDirection)
        return looks
      },
      told: document.sentences.length > 2,
      adverbial: /(?<![\p{L}])on\s$/iu.test(document.text.slice(Math.max(0, mention.start - 4), mention.start)),
      ...customs,
    }
  }
  const splitStart = createSplitStart(document.text, customs.fiscalStart)
  const periods = createPeriods(mentions, document.text, (mention) => valueFor(mention.expression, contextOf(mention)))
  let focus: Focus | undefined
  return shareParts(
    [...mentions].sort((a, b) => a.start - b.start),
    document,
  ).map((mention) => {
    // `after 4% a month earlier, and below where they were a year earlier`: both count back from the same day
    const back = isEarlier(mention.expression)
    const spoken = back && focus?.before && mention.start - focus.end < 200 ? focus.before : focus
    const near = spoken && mention.start - spoken.end < reach ? spoken : undefined
    const context = contextOf(mention)
    const leaning = periods.read(mention, context)
    if (leaning) return { ...mention, ...leaning }
    const split = readSplitYear(mention, document.text)
    const fiscalStart = split && splitStart()
    if (split && fiscalStart !== undefined) {
      const value = {
        ...inCalendar(valueFor(split, { ...context, fiscalStart })),
        iso: valueFor(mention.expression, context).iso!,
      }
      periods.note({ ...mention, expression: split }, value)
      return { ...mention, ...value }
    }
    const { expression, base } = refocus(endOver(mention, document.text, context), near, context)
    const adrift = base === undefined && isLater(mention.expression) && today !== undefined && context.direction() < 0
    const value = adrift
      ? { kind: 'date' as const }
      : upToNow(
          inCalendar(valueFor(expression, base === undefined ? context : { ...context, today: base, now: undefined })),
          mention,
          document.text,
          today,
        )
    periods.note(mention, value)
    if (value.from && value.kind !== 'duration' && saysWhen(mention.expression)) {
      const past = today !== undefined && Number(value.from.slice(0, 4)) <= new Date(today).getUTCFullYear() - 5
      focus = {
        end: mention.end,
        from: value.from,
        coarse: value.iso?.length === 4,
        fine: value.iso?.length === 4 ? focus?.fine : { end: mention.end, from: value.from },
        short: value.to !== undefined && Date.parse(value.to) - Date.parse(value.from) < week,
        day: value.from === value.to ? { end: mention.end, from: value.from } : focus?.day,
        told: past ? (focus?.told ?? 0) + 1 : 0,
        before: back ? near : undefined,
      }
    }
    return { ...mention, ...value }
  })
}

/** `earlier this year`, told in May: not its rest. */
function upToNow(value: TimexValue, { expression, start, end }: DateMention, text: string, today: number | undefined) {
  if (expression.form !== 'relative' || expression.offset !== 0 || expression.anchored || today === undefined)
    return value
  if (!/^earlier\s/i.test(text.slice(start, end))) return value
  const day = isoDay(today)
  return value.from && value.to && value.from <= day && day < value.to ? { ...value, to: day } : value
}

/** `topped out by the end of the year`, told in spring: the end that is over; not so of `this year`. */
function endOver(
  { expression, modifier, start, end }: DateMention,
  text: string,
  { today, direction }: TimexContext,
): TimexExpression {
  if (modifier !== 'end' || today === undefined || expression.form !== 'relative' || expression.offset !== 0)
    return expression
  if (expression.anchored || direction() >= 0) return expression
  if (/(?<!\p{L})(?:this|current)(?!\p{L})/iu.test(text.slice(start, end))) return expression
  const date = new Date(today)
  const early =
    (expression.unit === 'year' && date.getUTCMonth() < 10) || (expression.unit === 'month' && date.getUTCDate() < 20)
  return early ? { ...expression, offset: -1 } : expression
}

/** The date that the text spoke of last. */
type Focus = {
  readonly end: number
  readonly from: string
  readonly coarse: boolean
  /** The last one that was finer than a year. */
  readonly fine: { readonly end: number; readonly from: string } | undefined
  /** Whether it was a week or less. */
  readonly short: boolean
  /** The last one that was a day. */
  readonly day: { readonly end: number; readonly from: string } | undefined
  /** How many dates in a row lay years before the day of writing: two or more, and the text tells of the past. */
  readonly told: number
  /** Where this one itself counts back from another, that other. */
  readonly before: Focus | undefined
}
const week = 7 * 24 * 60 * 60 * 1000
/** How far, in code units, a date that the text gives in full reaches for those that lean on it. */
const reach = 700

const saysWhen = (expression: TimexExpression): boolean =>
  (expression.form === 'at' && saysWhen(expression.day)) ||
  /^(?:calendar|weekday|holiday|season|quarter|lasting)$/.test(expression.form) ||
  (expression.form === 'relative' && expression.unit !== 'day') ||
  (expression.form === 'shift' && Boolean(expression.anchored))

/**
 * Dates that lean on the one before them: `a year later`, `that year`, and in a text that tells of years long past, a month without
 * its year. Gives the expression to read and the day to read it from.
 */
function refocus(
  expression: TimexExpression,
  focus: Focus | undefined,
  { today, direction }: TimexContext,
): { expression: TimexExpression; base?: number } {
  if (!focus) return { expression }
  const base = Date.parse(`${focus.from}T00:00:00Z`)
  const anchored = anchoredUnit(expression)
  if (anchored) {
    // `in August he left; five minutes later`, `two days later`: counted from a day, not from a month's first
    // `cases fell in July, and rose in the following week`: no week follows a month
    if (anchored === 'week' && expression.form === 'relative' && !focus.short) return { expression }
    if (/^(?:second|minute|hour|day)$/.test(anchored)) {
      const { day } = focus
      return day && day.end >= focus.end - reach && (day.end === focus.end || focus.coarse)
        ? { expression, base: Date.parse(`${day.from}T00:00:00Z`) }
        : { expression }
    }
    if (!focus.coarse || /^(?:year|decade|century)$/.test(anchored)) return { expression, base }
    // `two days later` needs a day to count from: a bare year gives none, the last day or month before it does
    const { fine } = focus
    return fine && focus.end - fine.end < reach
      ? { expression, base: Date.parse(`${fine.from}T00:00:00Z`) }
      : { expression }
  }
  // `by 1890 it had grown; in the next century it doubled`: the one after that
  if (expression.form === 'relative' && expression.unit === 'century' && expression.offset !== 0 && today !== undefined)
    return focus.from.slice(0, 2) < String(new Date(today).getUTCFullYear()).slice(0, 2)
      ? { expression, base }
      : { expression }
  if (expression.form === 'weekday' && expression.anchored && !focus.coarse) {
    const { week: _week, anchored: _anchored, ...plain } = expression
    return { expression: plain, base }
  }
  const lacksYear =
    expression.form === 'calendar' &&
    expression.year === undefined &&
    expression.step === undefined &&
    expression.month !== undefined
  if (lacksYear && (focus.told >= 2 || today === undefined) && direction() <= 0)
    return { expression: { ...expression, year: Number(focus.from.slice(0, 4)) } }
  return { expression }
}

/** `a year later` than something: with nothing before it to count from, the day of writing is no guess for what is told as past. */
const isLater = (expression: TimexExpression): boolean =>
  (expression.form === 'at' && isLater(expression.day)) ||
  (expression.form === 'shift' && Boolean(expression.anchored) && expression.sign > 0) ||
  // `climbed in the following week`
  (expression.form === 'relative' && Boolean(expression.anchored) && (expression.offset ?? 0) > 0)

const isEarlier = (expression: TimexExpression) =>
  expression.form === 'shift' && Boolean(expression.anchored) && expression.sign < 0

/** The unit of what leans on the date before, wherever in an expression it stands; undefined when nothing does. */
function anchoredUnit(expression: TimexExpression): TimexUnit | undefined {
  switch (expression.form) {
    case 'relative':
    case 'stretch':
      return expression.anchored ? expression.unit : undefined
    case 'shift':
      return expression.anchored ? expression.parts.at(-1)!.unit : undefined
    case 'at':
      return anchoredUnit(expression.day)
    case 'within':
      return anchoredUnit(expression.whole)
    case 'nth':
      return anchoredUnit(expression.of)
    default:
      return undefined
  }
}

/** ISO 8601 days have four digits for the year: what lies beyond has no value here. */
function inCalendar(value: TimexValue): TimexValue {
  const outside = [value.from, value.to].some((day) => day !== undefined && !/^(?!0000)\d{4}-\d\d-\d\d$/.test(day))
  return outside ? { kind: value.kind, ...(value.duration !== undefined && { duration: value.duration }) } : value
}
