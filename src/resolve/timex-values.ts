import type { TimexExpression, TimexUnit } from '../model/timex.ts'
import type { Interval } from './interval.ts'
import * as interval from './interval.ts'
import type { Direction } from './tense.ts'
import { durationOf } from './timex-duration.ts'

/** What a time expression comes to: its kind, and whichever of the rest is known. */
export type TimexValue = Interval & {
  readonly kind: 'date' | 'range' | 'duration' | 'set' | 'reference'
  readonly duration?: string
}
const point = (found: Interval): TimexValue => ({ kind: 'date', ...found })
const unknown: TimexValue = { kind: 'date' }

/**
 * Works a time expression out against a day (milliseconds since 1970, undefined when unknown). `direction` is asked only when the
 * expression leaves open whether it lies behind or ahead.
 */
export function valueFor(
  expression: TimexExpression,
  today: number | undefined,
  direction: () => Direction,
): TimexValue {
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

function calendarOf(expression: Form<'calendar'>, today: number | undefined, direction: () => Direction): TimexValue {
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

function rangeOf({ from, to }: Form<'range'>, today: number | undefined, direction: () => Direction): TimexValue {
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
): TimexValue {
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
): TimexValue {
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

function monthOf({ month, day, direction }: Form<'month'>, today: number): TimexValue {
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

function relativeOf({ unit, offset, exact, time }: Form<'relative'>, today: number): TimexValue {
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
function stretchOf(expression: Form<'stretch'>, today: number): TimexValue {
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

function setOf({ unit, count, weekday, month }: Form<'set'>): TimexValue {
  if (weekday) return { kind: 'set', iso: `XXXX-WXX-${weekday}`, duration: 'P1W' }
  if (month) return { kind: 'set', iso: `XXXX-${interval.pad(month)}`, duration: 'P1Y' }
  const duration = durationOf(unit, count ?? 1)
  return { kind: 'set', ...(duration && { duration }) }
}
