import type { TimexUnit, UnitCount } from '../model/timex.ts'
import * as interval from './interval.ts'
import { type Evaluate, type Form, point, type TimexContext, type TimexValue, unknown } from './timex-context.ts'
import { durationValue } from './timex-duration.ts'

const { yearOf, monthNumber } = interval
const monthsIn: Partial<Record<TimexUnit, number>> = {
  month: 1,
  quarter: 3,
  season: 3,
  half: 6,
  year: 12,
  decade: 120,
  century: 1200,
}
const daysIn: Partial<Record<TimexUnit, number>> = { day: 1, weekday: 1, week: 7, weekend: 7 }
const secondsIn: Partial<Record<TimexUnit, number>> = { second: 1, minute: 60, hour: 3600 }
const isFine = (unit: TimexUnit) => secondsIn[unit] !== undefined

/** A time so many units away; a fraction of a month counts 30.4375 days. NaN where it leaves the calendar. */
function shift(time: number, unit: TimexUnit, count: number): number {
  const seconds = secondsIn[unit]
  if (seconds !== undefined) return time + seconds * 1000 * count
  if (unit === 'weekday') {
    let at = time
    for (let left = Math.min(Math.abs(count), 3000); left > 0; ) {
      at = interval.addDays(at, Math.sign(count))
      if (interval.weekdayOf(at) < 6) left--
    }
    return at
  }
  const months = monthsIn[unit]
  if (months === undefined) return interval.addDays(time, Math.round((daysIn[unit] ?? 0) * count * 24) / 24)
  if (Math.abs(months * count) > 100_000) return Number.NaN
  return Number.isInteger(months * count)
    ? interval.addMonths(time, months * count)
    : interval.addDays(time, Math.round(months * count * 30.4375))
}

const inCalendar = (time: number) => Number.isFinite(time) && yearOf(time) >= 1 && yearOf(time) <= 9999

/** The unit that lies `offset` from the one of a day: `last year`, `this week`, `next month`. */
export function relativeOf({ unit, offset }: Form<'relative'>, { today, direction }: TimexContext): TimexValue {
  if (today === undefined) return unknown
  // `over the weekend`, told afterwards, is the one before
  if (unit === 'weekend' && offset === 0 && interval.weekdayOf(today) < 6 && direction() < 0)
    return relativeOf({ form: 'relative', unit, offset: -1 }, { today, direction, dayFirst: false })
  const target = Math.abs(offset) > 5000 ? Number.NaN : shift(today, unit, offset)
  return inCalendar(target) ? unitOf(unit, target, today) : unknown
}

function unitOf(unit: TimexUnit, time: number, today: number): TimexValue {
  const year = yearOf(time)
  switch (unit) {
    case 'day':
    case 'weekday':
      return point(interval.dayInterval(time))
    case 'weekend':
      return point(interval.weekendInterval(time))
    case 'week':
      return point(interval.weekInterval(time))
    case 'month':
      return point(interval.monthInterval(year, monthNumber(time)))
    case 'quarter':
      return point(interval.quarterInterval(year, Math.ceil(monthNumber(time) / 3)))
    case 'half':
      return point(interval.halfInterval(year, Math.ceil(monthNumber(time) / 6)))
    case 'season':
      return point(interval.seasonOf(time))
    case 'year':
      return point(interval.yearInterval(year))
    case 'decade':
      return { kind: 'range', ...interval.decadeInterval(Math.floor(year / 10) * 10) }
    case 'century':
      return { kind: 'range', ...interval.centuryInterval(Math.floor(year / 100) + 1) }
    default:
      return point(interval.dayInterval(today))
  }
}

const finest = (parts: readonly UnitCount[]): TimexUnit => parts.at(-1)!.unit

/**
 * `two years ago`, `three weeks after Easter`. The value is as coarse as the words: a year for years, a month for months, a day for
 * weeks and days, and down to the second for hours and less where the time of writing is known.
 */
export function shiftOf(expression: Form<'shift'>, context: TimexContext, valueFor: Evaluate): TimexValue {
  const { parts, sign, base, ahead } = expression
  if (ahead) {
    const looks = context.direction()
    if (looks < 0 || (looks === 0 && ahead === 'inside')) return { kind: 'duration', ...durationValue(parts) }
  }
  if (expression.within) return stretchOf({ form: 'stretch', ...parts[0]!, sign: 1 }, context)
  const unit = finest(parts)
  const fine = isFine(unit)
  const anchor = base && valueFor(base, context)
  const from = anchor ? dayOf(anchor, context, sign) : fine ? (context.now ?? context.today) : context.today
  if (from === undefined) return unknown
  const target = parts.reduce((time, part) => shift(time, part.unit, sign * part.count), from)
  if (!inCalendar(target)) return unknown
  const half = parts.some(({ count, unit: name }) => !Number.isInteger(count) && !isFine(name) && name !== 'year')
  const timed = fine || (half && unit === 'day')
  if (timed) {
    const known = anchor ? anchor.iso?.includes('T') : context.now !== undefined
    return point(known ? interval.secondInterval(target) : interval.dayInterval(target))
  }
  const exact = base !== undefined || parts.length > 1
  switch (unit) {
    case 'year':
    case 'decade':
    case 'century':
      return exact && anchor?.iso?.length !== 4
        ? point(interval.dayInterval(target))
        : point(interval.yearInterval(yearOf(target)))
    case 'month':
    case 'quarter':
    case 'season':
      return exact
        ? point(interval.dayInterval(target))
        : point(interval.monthInterval(yearOf(target), monthNumber(target)))
    case 'weekend':
      return point(interval.weekendInterval(target))
    default:
      return point(interval.dayInterval(target))
  }
}

/** The day (or, where it is told, the second) that a shift counts from: the first of what lies before, the last of what lies behind. */
function dayOf(value: TimexValue, context: TimexContext, sign: -1 | 1): number | undefined {
  if (value.kind === 'reference') return context.now ?? context.today
  const clock = /T(\d\d)(?::(\d\d))?(?::(\d\d))?(?:Z|[+-]\d\d:\d\d)?$/.exec(value.iso ?? '')
  const day = sign > 0 && value.iso?.length !== 4 ? value.to : value.from
  if (day === undefined) return undefined
  const [hour, minute, second] = (clock ?? []).slice(1).map((part) => Number(part ?? 0))
  return interval.timeOf(day) + ((hour ?? 0) * 3600 + (minute ?? 0) * 60 + (second ?? 0)) * 1000
}

/** `for three days from Monday` runs from Monday to Wednesday, `for two hours from 2pm` to 4pm. */
export function lastingOf({ from, parts }: Form<'lasting'>, context: TimexContext, valueFor: Evaluate): TimexValue {
  const first = valueFor(from, context)
  const start = first.from === undefined ? undefined : dayOf(first, context, -1)
  if (start === undefined || parts.some(({ count }) => count === 0)) return { kind: 'range', ...durationValue(parts) }
  const end = parts.reduce((time, part) => shift(time, part.unit, part.count), start)
  if (!inCalendar(end)) return { kind: 'range', ...durationValue(parts) }
  const last = isFine(finest(parts)) ? interval.secondInterval(end) : interval.dayInterval(interval.addDays(end, -1))
  return {
    kind: 'range',
    iso: `${first.iso}/${last.iso}`,
    from: first.from!,
    to: last.to!,
    ...durationValue(parts),
  }
}

/** `the year ended June 30` begins on July 1 of the year before; `the three months to September` in July. */
export function endingOf({ parts, to, over }: Form<'ending'>, context: TimexContext, valueFor: Evaluate): TimexValue {
  const last = valueFor(to, over ? { ...context, direction: () => -1, adverbial: true } : context)
  if (last.to === undefined) return { kind: 'range' }
  const behind = interval.addDays(interval.timeOf(last.to), 1)
  // `the quarter ended Sept. 29`: of a year of 52 weeks
  const inWeeks = parts[0]!.unit === 'quarter' && parts[0]!.count === 1 && new Date(behind).getUTCDate() !== 1
  const from = inWeeks
    ? interval.addDays(behind, -91)
    : parts.reduce((time, { unit, count }) => shift(time, unit, -count), behind)
  if (!inCalendar(from)) return { kind: 'range' }
  return { kind: 'range', iso: `${interval.isoDay(from)}/${last.to}`, from: interval.isoDay(from), to: last.to }
}

/** `the last two decades` of a text of May 2023 runs from 2003 to 2023: whole units where the unit is a month or longer, days otherwise. */
export function stretchOf({ unit, count, sign }: Form<'stretch'>, { today, now }: TimexContext): TimexValue {
  const duration = count ? durationValue([{ unit, count }]) : {}
  if (today === undefined || !count) return { kind: 'range', ...duration }
  // quarters are counted whole: `the last two quarters` are over
  if (unit === 'quarter' && Number.isInteger(count) && count < 400) {
    const quarter = (steps: number) => {
      const at = shift(today, unit, steps)
      return interval.quarterInterval(yearOf(at), Math.ceil(monthNumber(at) / 3))
    }
    const [first, last] = sign < 0 ? [quarter(-count), quarter(-1)] : [quarter(1), quarter(count)]
    return { kind: 'range', iso: `${first.iso}/${last.iso}`, from: first.from!, to: last.to!, ...duration }
  }
  const start = isFine(unit) && now !== undefined ? now : today
  const other = shift(start, unit, sign * count)
  if (!inCalendar(other)) return { kind: 'range', ...duration }
  // `the next three days` begin tomorrow
  const [from, to] = sign < 0 ? [other, start] : [isFine(unit) ? start : interval.addDays(start, 1), other]
  const iso =
    isFine(unit) && now !== undefined
      ? `${interval.secondInterval(from).iso}/${interval.secondInterval(to).iso}`
      : `${interval.isoDay(from)}/${interval.isoDay(to)}`
  return { kind: 'range', from: interval.isoDay(from), to: interval.isoDay(to), iso, ...duration }
}
