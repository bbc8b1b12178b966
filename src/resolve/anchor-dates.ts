import type { DateMention } from '../model/mention.ts'
import type { SegmentedText } from '../model/segment.ts'
import type { TimexExpression, TimexUnit } from '../model/timex.ts'
import type { Interval } from './interval.ts'
import * as interval from './interval.ts'
import { type Direction, readDirection } from './tense.ts'

/** A date mention with its value worked out: `kind` and whichever of `iso`, `from`, `to`, `duration` hold. */
export type AnchoredDate = DateMention &
  Interval & { readonly kind: 'date' | 'range' | 'duration' | 'set' | 'reference'; readonly duration?: string }

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
      const { expression, base } = refocus(mention.expression, near, today)
      const value = inCalendar(valueFor(expression, base ?? today, () => readDirection(document, mention)))
      if (value.from && value.kind !== 'duration' && saysWhen(mention.expression))
        focus = { end: mention.end, from: value.from, coarse: value.iso?.length === 4 }
      return { ...mention, ...value }
    })
}

/** The date that the text spoke of last. */
type Focus = { readonly end: number; readonly from: string; readonly coarse: boolean }
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
): { expression: TimexExpression; base?: number } {
  if (!focus) return { expression }
  const base = Date.parse(`${focus.from}T00:00:00Z`)
  if (expression.form === 'relative' && expression.anchored) {
    // `two days later` needs a day to count from; a bare year gives none
    const fine =
      !focus.coarse || expression.unit === 'year' || expression.unit === 'decade' || expression.unit === 'century'
    return fine ? { expression, base } : { expression }
  }
  const year = Number(focus.from.slice(0, 4))
  const past = today === undefined || year <= yearOf(today) - 2
  if (
    expression.form === 'calendar' &&
    expression.year === undefined &&
    expression.yearOffset === undefined &&
    expression.month !== undefined &&
    past
  )
    return { expression: { ...expression, year } }
  return { expression }
}

/** ISO 8601 days have four digits for the year: what lies beyond has no value here. */
function inCalendar(value: Value): Value {
  const outside = [value.from, value.to].some((day) => day !== undefined && !/^(?!0000)\d{4}-\d\d-\d\d$/.test(day))
  return outside ? { kind: value.kind, ...(value.duration !== undefined && { duration: value.duration }) } : value
}

type Value = Omit<AnchoredDate, keyof DateMention>
const point = (found: Interval): Value => ({ kind: 'date', ...found })
const unknown: Value = { kind: 'date' }

function valueFor(expression: TimexExpression, today: number | undefined, direction: () => Direction): Value {
  switch (expression.form) {
    case 'reference':
      return { kind: 'reference', iso: expression.value }
    case 'duration':
      return { kind: 'duration', duration: durationOf(expression.unit, expression.count) }
    case 'set':
      return setOf(expression)
    case 'decade':
      return { kind: 'range', ...interval.decadeInterval(expression.year) }
    case 'century':
      return expression.before ? unknown : { kind: 'range', ...interval.centuryInterval(expression.century) }
    case 'fiscal':
      return { kind: 'range', iso: `FY${expression.year}${expression.quarter ? `-Q${expression.quarter}` : ''}` }
    case 'calendar':
      return calendarOf(expression, today, direction)
    case 'range':
      return rangeOf(expression, today, direction)
    case 'quarter':
    case 'half':
    case 'season':
      return partOfYear(expression, today, direction)
    case 'time':
      return {
        kind: 'date',
        ...(today === undefined ? { iso: `T${expression.time}` } : interval.dayInterval(today, expression.time)),
      }
  }
  if (today === undefined)
    return expression.form === 'stretch' ? { kind: 'range', ...stretchDuration(expression) } : unknown
  switch (expression.form) {
    case 'weekday':
      return weekdayOf(expression, today, direction)
    case 'relative':
      return relativeOf(expression, today)
    case 'month':
      return monthOf(expression, today)
    case 'stretch':
      return stretchOf(expression, today)
  }
}

type Form<F extends TimexExpression['form']> = Extract<TimexExpression, { form: F }>
const yearOf = (time: number) => new Date(time).getUTCFullYear()
const monthNumber = (time: number) => new Date(time).getUTCMonth() + 1

function calendarOf(expression: Form<'calendar'>, today: number | undefined, direction: () => Direction): Value {
  const { month, day, time } = expression
  let { year } = expression
  if (expression.yearOffset !== undefined) {
    if (today === undefined) return unknown
    year = yearOf(today) + expression.yearOffset
  }
  if (month === undefined && year !== undefined) return point(interval.yearInterval(year))
  if (year === undefined) {
    if (today === undefined)
      return month === undefined
        ? unknown
        : { kind: 'date', iso: `XXXX-${interval.pad(month)}${day ? `-${interval.pad(day)}` : ''}` }
    if (month === undefined) return point(nearestDay(day!, today, direction()))
    year = nearestYear(month, day, today, direction())
  }
  if (day === undefined) return point(interval.monthInterval(year, month!))
  const found = interval.utc(year, month!, day)
  return monthNumber(found) === month ? point(interval.dayInterval(found, time)) : unknown
}

/** Year of a month (and day) that the text leaves out: looking back it is the latest that is not after today, ahead the first that is not before. */
function nearestYear(month: number, day: number | undefined, today: number, direction: Direction): number {
  const year = yearOf(today)
  const thisYear = day === undefined ? month - monthNumber(today) : interval.utc(year, month, day) - today
  if (direction < 0) return thisYear > 0 ? year - 1 : year
  return thisYear < 0 ? year + 1 : year
}

function nearestDay(day: number, today: number, direction: Direction): Interval {
  const here = interval.utc(yearOf(today), monthNumber(today), day)
  const shift = direction < 0 ? (here > today ? -1 : 0) : here < today ? 1 : 0
  return interval.dayInterval(interval.utc(yearOf(today), monthNumber(today) + shift, day))
}

function rangeOf({ from, to }: Form<'range'>, today: number | undefined, direction: () => Direction): Value {
  const last = valueFor(to, today, direction)
  // the end fixes the year of the start, unless that would turn the range round
  let first = valueFor(from, today, direction)
  if (from.form === 'calendar' && from.year === undefined && last.from) {
    const year = Number(last.from.slice(0, 4))
    first = valueFor({ ...from, year }, today, direction)
    if (first.from && first.from > last.from) first = valueFor({ ...from, year: year - 1 }, today, direction)
  }
  const iso = first.iso && last.iso ? `${first.iso}/${last.iso}` : undefined
  return {
    kind: 'range',
    ...(iso && { iso }),
    ...(first.from && { from: first.from }),
    ...(last.to && { to: last.to }),
  }
}

function partOfYear(
  expression: Form<'quarter'> | Form<'half'> | Form<'season'>,
  today: number | undefined,
  direction: () => Direction,
): Value {
  const read = (year: number) =>
    expression.form === 'quarter'
      ? interval.quarterInterval(year, expression.quarter)
      : expression.form === 'half'
        ? interval.halfInterval(year, expression.half)
        : interval.seasonInterval(year, expression.season)
  if (expression.year !== undefined) return point(read(expression.year))
  if (today === undefined) return unknown
  const year = yearOf(today)
  if (expression.form === 'season' && expression.offset) {
    // `last summer` is the latest that has ended, `next summer` the first that has not begun
    const shown = [year - 1, year, year + 1].map(read)
    const day = interval.isoDay(today)
    return point(
      expression.offset < 0
        ? shown.findLast(({ to }) => to! < day)!
        : (shown.find(({ from }) => from! > day) ?? shown[2]!),
    )
  }
  if (expression.offset !== undefined) return point(read(year + expression.offset))
  const here = read(year)
  const day = interval.isoDay(today)
  const looks = direction()
  return point(looks < 0 && here.from! > day ? read(year - 1) : looks > 0 && here.to! < day ? read(year + 1) : here)
}

function weekdayOf(
  { weekday, direction: stated, time }: Form<'weekday'>,
  today: number,
  direction: () => Direction,
): Value {
  const gap = weekday - interval.weekdayOf(today)
  const looks = stated ?? direction()
  if (stated === undefined) {
    if (gap === 0) return point(interval.dayInterval(today, time))
    const days = looks < 0 ? (gap > 0 ? gap - 7 : gap) : gap < 0 ? gap + 7 : gap
    return point(interval.dayInterval(interval.addDays(today, days), time))
  }
  const days = stated < 0 ? (gap >= 0 ? gap - 7 : gap) : stated > 0 ? (gap <= 0 ? gap + 7 : gap) : gap
  return point(interval.dayInterval(interval.addDays(today, days), time))
}

function monthOf({ month, day, direction }: Form<'month'>, today: number): Value {
  const year = yearOf(today)
  const gap = month - monthNumber(today)
  const shift = direction < 0 ? (gap >= 0 ? -1 : 0) : direction > 0 ? (gap <= 0 ? 1 : 0) : 0
  return point(
    day ? interval.dayInterval(interval.utc(year + shift, month, day)) : interval.monthInterval(year + shift, month),
  )
}

const monthsIn: Partial<Record<TimexUnit, number>> = {
  month: 1,
  quarter: 3,
  season: 3,
  year: 12,
  decade: 120,
  century: 1200,
}
const daysIn: Partial<Record<TimexUnit, number>> = { day: 1, week: 7, weekend: 7 }

/** A day so many units away; a fraction of a month counts 30 days. */
function shift(today: number, unit: TimexUnit, count: number): number {
  const months = monthsIn[unit]
  if (months)
    return Number.isInteger(months * count)
      ? interval.addMonths(today, months * count)
      : interval.addDays(today, Math.round(months * count * 30.4375))
  return interval.addDays(today, Math.round((daysIn[unit] ?? 0) * count))
}

function relativeOf({ unit, offset, exact, time }: Form<'relative'>, today: number): Value {
  if (Math.abs(offset) > 5000) return unknown
  const target = shift(today, unit, offset)
  const year = yearOf(target)
  if (!Number.isFinite(target) || year < 1 || year > 9999) return unknown
  if (exact && (unit === 'day' || unit === 'week')) return point(interval.dayInterval(target))
  switch (unit) {
    case 'day':
      return point(interval.dayInterval(target, time))
    case 'weekend':
      return point(interval.weekendInterval(target))
    case 'week':
      return point(interval.weekInterval(target))
    case 'month':
      return point(interval.monthInterval(year, monthNumber(target)))
    case 'quarter':
      return point(interval.quarterInterval(year, Math.ceil(monthNumber(target) / 3)))
    case 'year':
    case 'season':
      return point(interval.yearInterval(year))
    case 'decade':
      return exact
        ? point(interval.yearInterval(year))
        : { kind: 'range', ...interval.decadeInterval(Math.floor(year / 10) * 10) }
    case 'century':
      return exact
        ? point(interval.yearInterval(year))
        : { kind: 'range', ...interval.centuryInterval(Math.floor(year / 100) + 1) }
    default:
      return point(interval.dayInterval(today))
  }
}

const stretchDuration = ({ unit, count }: Form<'stretch'>) => (count ? { duration: durationOf(unit, count)! } : {})

/** `the last two decades` of a text of May 2023 runs from 2003 to 2023: whole units where the unit is a month or longer, days otherwise. */
function stretchOf(expression: Form<'stretch'>, today: number): Value {
  const { unit, count, direction } = expression
  const duration = stretchDuration(expression)
  if (!count || count * (monthsIn[unit] ?? 1) > 60_000) return { kind: 'range', ...duration }
  const other = shift(today, unit, direction * count)
  const [from, to] = direction < 0 ? [other, today] : [today, other]
  return {
    kind: 'range',
    from: interval.isoDay(from),
    to: interval.isoDay(to),
    iso: `${interval.isoDay(from)}/${interval.isoDay(to)}`,
    ...duration,
  }
}

const letters: Record<TimexUnit, [string, number]> = {
  second: ['TS', 1],
  minute: ['TM', 1],
  hour: ['TH', 1],
  day: ['D', 1],
  weekend: ['D', 2],
  week: ['W', 1],
  month: ['M', 1],
  quarter: ['M', 3],
  season: ['M', 3],
  year: ['Y', 1],
  decade: ['Y', 10],
  century: ['Y', 100],
}

/** ISO 8601 duration; a vague count (0) has none. */
function durationOf(unit: TimexUnit, count: number): string | undefined {
  if (!count) return undefined
  const [letter, factor] = letters[unit]
  const number = Number((count * factor).toPrecision(12))
  return letter.startsWith('T') ? `PT${number}${letter[1]}` : `P${number}${letter}`
}

function setOf({ unit, count, weekday, month }: Form<'set'>): Value {
  if (weekday) return { kind: 'set', iso: `XXXX-WXX-${weekday}`, duration: 'P1W' }
  if (month) return { kind: 'set', iso: `XXXX-${interval.pad(month)}`, duration: 'P1Y' }
  const duration = durationOf(unit, count ?? 1)
  return { kind: 'set', ...(duration && { duration }) }
}
