import type { Clock, TimexExpression } from '../model/timex.ts'
import { findHoliday } from '../text/holiday-days.ts'
import type { Interval } from './interval.ts'
import * as interval from './interval.ts'
import type { Direction } from './tense.ts'
import { type Form, point, type TimexContext, type TimexValue, unknown } from './timex-context.ts'
import { durationOf, durationValue } from './timex-duration.ts'
import { nthOf, weekOf, withinOf } from './timex-nested.ts'
import { lastingOf, relativeOf, shiftOf, stretchOf } from './timex-relative.ts'

const { yearOf, monthNumber } = interval

/** Works a time expression out. */
export function valueFor(expression: TimexExpression, context: TimexContext): TimexValue {
  switch (expression.form) {
    case 'reference':
      return { kind: 'reference', iso: expression.value }
    case 'duration':
      return { kind: 'duration', ...durationValue(expression.parts) }
    case 'set':
      return setOf(expression)
    case 'decade':
      return { kind: 'range', ...interval.decadeInterval(expression.year) }
    case 'century':
      return { kind: 'range', ...interval.centuryInterval(expression.century) }
    case 'bc':
      return expression.year === undefined
        ? { kind: 'range' }
        : { kind: 'date', iso: `BC${interval.pad(expression.year, 4)}` }
    case 'fiscal':
      return fiscalOf(expression, context)
    case 'calendar':
      return calendarOf(expression, context)
    case 'range':
      return rangeOf(expression, context)
    case 'quarter':
    case 'half':
    case 'season':
      return partOfYear(expression, context)
    case 'holiday':
      return holidayOf(expression, context)
    case 'time':
      return timeOf(expression, context)
    case 'at':
      return atOf(expression, context)
    case 'week':
      return weekOf(expression, context)
    case 'week-of': {
      const { from } = valueFor(expression.of, context)
      if (from === undefined) return unknown
      const day = interval.timeOf(from)
      if (!expression.begins && !expression.ends) return point(interval.weekInterval(day))
      const [first, last] = expression.ends ? [interval.addDays(day, -6), day] : [day, interval.addDays(day, 6)]
      const ends = { from: interval.isoDay(first), to: interval.isoDay(last) }
      return { kind: 'range', iso: `${ends.from}/${ends.to}`, ...ends }
    }
    case 'nth':
      return nthOf(expression, context, valueFor)
    case 'within':
      return withinOf(expression, context, valueFor)
    case 'shift':
      return shiftOf(expression, context, valueFor)
    case 'stretch':
      return stretchOf(expression, context)
    case 'lasting':
      return lastingOf(expression, context, valueFor)
    case 'weekday':
      return weekdayOf(expression, context)
    case 'relative':
      return relativeOf(expression, context)
  }
}

function calendarOf(expression: Form<'calendar'>, context: TimexContext): TimexValue {
  const { today, direction } = context
  const { month, day } = context.dayFirst && expression.dayFirst ? expression.dayFirst : expression
  let { year } = expression
  if (month === undefined && day === undefined && year !== undefined) return point(interval.yearInterval(year))
  if (year === undefined) {
    if (today === undefined)
      return month === undefined
        ? unknown
        : { kind: 'date', iso: `XXXX-${interval.pad(month)}${day ? `-${interval.pad(day)}` : ''}` }
    if (month === undefined) return point(nearestDay(day!, today, expression.step ?? direction()))
    year =
      expression.step !== undefined
        ? steppedYear(month, today, expression.step)
        : nearestYear(month, day, today, direction(), context.told)
    if (expression.weekday !== undefined && day !== undefined)
      year = yearOfWeekday(year, month, day, expression.weekday)
    // the 29th of February of the nearest year that has one
    if (month === 2 && day === 29) year = leapYear(year, (expression.step ?? direction()) < 0 ? -1 : 1)
  }
  if (day === undefined) return point(interval.monthInterval(year, month!))
  const found = interval.utc(year, month!, day)
  return monthNumber(found) === month ? point(interval.dayInterval(found)) : unknown
}

/** `last July` is the latest that has begun and is over, `next July` the first that has not begun, `this July` this year's. */
function steppedYear(month: number, today: number, step: Direction): number {
  const gap = month - monthNumber(today)
  return yearOf(today) + (step < 0 ? (gap >= 0 ? -1 : 0) : step > 0 ? (gap <= 0 ? 1 : 0) : 0)
}

/** Year of a month (and day) that the text leaves out: looking back it is the latest that is not after today, ahead the first that is not before. */
function nearestYear(
  month: number,
  day: number | undefined,
  today: number,
  direction: Direction,
  told: boolean | undefined,
): number {
  const year = yearOf(today)
  if (direction === 0 && told) {
    // neither behind nor ahead by its verbs: in an article the nearest
    const distance = (of: number) => Math.abs(interval.utc(of, month, day ?? 15) - today)
    return [year, year - 1, year + 1].reduce((best, next) => (distance(next) < distance(best) ? next : best))
  }
  const thisYear = day === undefined ? month - monthNumber(today) : interval.utc(year, month, day) - today
  // `the June 4 vote`, told in May: nobody means a day of eleven months ago without its year
  const soon = day !== undefined && thisYear > 0 && thisYear < 45 * 86_400_000
  if (direction < 0) return thisYear > 0 && !soon ? year - 1 : year
  return thisYear < 0 ? year + 1 : year
}

/** The nearest year from one on, that way, that has a 29th of February. */
function leapYear(year: number, way: -1 | 1): number {
  let found = year
  for (let n = 0; n < 8 && monthNumber(interval.utc(found, 2, 29)) !== 2; n++) found += way
  return found
}

/** A weekday given with a day fixes its year: the nearest one in which they agree. */
function yearOfWeekday(year: number, month: number, day: number, weekday: number): number {
  for (const gap of [0, -1, 1, -2, 2, -3, 3])
    if (interval.weekdayOf(interval.utc(year + gap, month, day)) === weekday) return year + gap
  return year
}

function nearestDay(day: number, today: number, direction: Direction): Interval {
  const step = direction < 0 ? -1 : 1
  for (let n = 0; n < 4; n++) {
    const first = interval.addMonths(interval.utc(yearOf(today), monthNumber(today)), n * step)
    const found = interval.addDays(first, day - 1)
    if (monthNumber(found) === monthNumber(first) && (step < 0 ? found <= today : found >= today))
      return interval.dayInterval(found)
  }
  return {}
}

/** Fills in the year of one end of a range from the other, unless that would turn the range round. */
function rangeOf({ from, to }: Form<'range'>, context: TimexContext): TimexValue {
  const yearless = (part: TimexExpression) =>
    part.form === 'calendar' && part.year === undefined && part.step === undefined
  const bare = (part: TimexExpression): part is Form<'time'> => part.form === 'time'
  let first: TimexValue
  let last: TimexValue
  if (yearless(to) && from.form === 'calendar' && from.year !== undefined) {
    first = valueFor(from, context)
    last = withYear(to, from.year, context)
    if (last.to && first.from && last.to < first.from) last = withYear(to, from.year + 1, context)
  } else if (to.form === 'weekday' && from.form !== 'weekday') {
    first = valueFor(from, context)
    last = first.from
      ? valueFor(to, { ...context, today: interval.timeOf(first.from), direction: () => 1 })
      : valueFor(to, context)
  } else if (to.form === 'weekday' && to.step === undefined) {
    first = valueFor(from, context)
    last = first.from
      ? valueFor({ ...to }, { ...context, today: interval.timeOf(first.from), direction: () => 1 })
      : unknown
  } else if (bare(to) && from.form === 'at') {
    first = valueFor(from, context)
    last = valueFor({ form: 'at', day: from.day, clock: to.clock }, context)
  } else if (bare(from) && to.form === 'at') {
    first = valueFor(from, { ...context, direction: () => -1 })
    last = valueFor(to, context)
  } else if (bare(from) && bare(to)) {
    first = valueFor(from, context)
    const begin = /T(\d\d)/.exec(first.iso ?? '')?.[1]
    const late = to.clock.twelve && begin !== undefined && to.clock.hour! < Number(begin) && to.clock.hour! < 12
    const clock = late ? { ...to.clock, hour: to.clock.hour! + 12 } : to.clock
    last = first.from
      ? point(interval.dayInterval(interval.timeOf(first.from), clockText(clock)))
      : valueFor(to, context)
  } else {
    last = from.form === 'reference' || to.form !== 'reference' ? valueFor(to, context) : nowValue(context)
    first = from.form === 'reference' ? nowValue(context) : valueFor(from, context)
    if (yearless(from) && last.from) {
      const year = Number(last.from.slice(0, 4))
      first = withYear(from, year, context)
      if (first.from && first.from > last.from) {
        const open = yearless(to) && context.today !== undefined && context.direction() >= 0
        // `Dec 20 to Jan 5`, ahead of us: the end moves on rather than the start back
        const next = open ? withYear(to, year + 1, context) : undefined
        if (next?.from && first.from >= interval.isoDay(context.today!)) last = next
        else first = withYear(from, year - 1, context)
      }
    }
  }
  const iso = first.iso && last.iso ? `${first.iso}/${last.iso}` : undefined
  if (first.from && last.to && first.from > last.to) return { kind: 'range' }
  return {
    kind: 'range',
    ...(iso && { iso }),
    ...(first.from && { from: first.from }),
    ...(last.to && { to: last.to }),
  }
}
const nowValue = ({ today }: TimexContext): TimexValue =>
  today === undefined ? unknown : point(interval.dayInterval(today))
const withYear = (part: TimexExpression, year: number, context: TimexContext): TimexValue =>
  valueFor(part.form === 'calendar' ? { ...part, year } : part, context)

function partOfYear(
  expression: Form<'quarter' | 'half'> | Form<'season'>,
  { today, direction }: TimexContext,
): TimexValue {
  const read = (year: number): Interval =>
    expression.form === 'season'
      ? interval.seasonInterval(year, expression.season)
      : expression.form === 'quarter'
        ? interval.quarterInterval(year, expression.number)
        : interval.halfInterval(year, expression.number)
  if (expression.year !== undefined) return point(read(expression.year))
  if (today === undefined) return unknown
  const year = yearOf(today)
  const day = interval.isoDay(today)
  if (expression.form === 'season' && expression.step) {
    // `last summer` is the latest that has ended, `next summer` the first that has not begun
    const shown = [year - 1, year, year + 1].map(read)
    return point(
      expression.step < 0
        ? shown.findLast(({ to }) => to! < day)!
        : (shown.find(({ from }) => from! > day) ?? shown[2]!),
    )
  }
  if (expression.form === 'season' && expression.step === 0) {
    const before = read(year - 1)
    return point(before.to! >= day ? before : read(year))
  }
  if (expression.form !== 'season' && expression.offset !== undefined) return point(read(year + expression.offset))
  const here = read(year)
  const looks = direction()
  return point(looks < 0 && here.from! > day ? read(year - 1) : looks > 0 && here.to! < day ? read(year + 1) : here)
}

function holidayOf(
  { holiday, year: stated, step, weekend }: Form<'holiday'>,
  { today, direction }: TimexContext,
): TimexValue {
  const read = (year: number): TimexValue | null => {
    const found = findHoliday(holiday, year)
    if (!found) return null
    if (weekend) return longWeekend(found.from)
    if (found.days === 1) return point(interval.dayInterval(found.from))
    const [from, to] = [interval.isoDay(found.from), interval.isoDay(interval.addDays(found.from, found.days - 1))]
    return { kind: 'range', iso: `${from}/${to}`, from, to }
  }
  if (stated !== undefined) return read(stated) ?? unknown
  if (today === undefined) return unknown
  const year = yearOf(today)
  const day = interval.isoDay(today)
  const around = [year - 1, year, year + 1].map(read).filter((value) => value !== null)
  const looks = step ?? direction()
  if (step === 0) return read(year) ?? unknown
  const back = around.findLast(({ from, to }) => (step === undefined ? from! <= day : to! < day))
  const ahead = around.find(({ from, to }) => (step === undefined ? to! >= day : from! > day))
  return (looks < 0 ? back : ahead) ?? unknown
}

/** `Labor Day weekend`: Saturday and Sunday with the holiday beside them; the nearest weekend where it falls in the middle of a week. */
function longWeekend(day: number): TimexValue {
  const weekday = interval.weekdayOf(day)
  const gap = weekday <= 3 ? -weekday : 6 - weekday
  const [from, to] =
    weekday >= 6
      ? [interval.addDays(day, 6 - weekday), interval.addDays(day, 7 - weekday)]
      : weekday <= 3
        ? [interval.addDays(day, gap - 1), weekday === 1 ? day : interval.addDays(day, gap)]
        : [weekday === 3 ? interval.addDays(day, gap) : day, interval.addDays(day, gap + 1)]
  const ends = { from: interval.isoDay(from), to: interval.isoDay(to) }
  return { kind: 'range', iso: `${ends.from}/${ends.to}`, ...ends }
}

function weekdayOf({ weekday, step, day, week }: Form<'weekday'>, { today, direction }: TimexContext): TimexValue {
  if (today === undefined) return unknown
  if (day !== undefined) return namedDay(weekday, day, today, step ?? direction())
  const gap = weekday - interval.weekdayOf(today)
  if (step === undefined) {
    if (gap === 0) return point(interval.dayInterval(today))
    const days = direction() < 0 ? (gap > 0 ? gap - 7 : gap) : gap < 0 ? gap + 7 : gap
    return point(interval.dayInterval(interval.addDays(today, days)))
  }
  const days = week
    ? gap + 7 * step
    : step < 0
      ? gap >= 0
        ? gap - 7
        : gap
      : step > 0
        ? gap <= 0
          ? gap + 7
          : gap
        : gap
  return point(interval.dayInterval(interval.addDays(today, days)))
}

/** `Sunday 31`: the nearest day of that number that is such a weekday. */
function namedDay(weekday: number, day: number, today: number, direction: Direction): TimexValue {
  const fits = (months: number) => {
    const first = interval.addMonths(interval.utc(yearOf(today), monthNumber(today)), months)
    const found = interval.addDays(first, day - 1)
    return monthNumber(found) === monthNumber(first) && interval.weekdayOf(found) === weekday ? found : undefined
  }
  const here = fits(0)
  if (here !== undefined) return point(interval.dayInterval(here))
  for (let n = 1; n < 30; n++) {
    const found = fits(direction < 0 ? -n : n)
    if (found !== undefined) return point(interval.dayInterval(found))
  }
  return unknown
}

/** A clock as ISO 8601 writes it behind `T`, as coarse as the text; parts of the day as TIMEX3 does. */
export function clockText({ hour, minute, second, part, zone }: Clock): string {
  if (hour === undefined) return part ?? ''
  return [hour, ...(minute === undefined ? [] : [minute]), ...(second === undefined ? [] : [second])]
    .map((number) => interval.pad(number))
    .join(':')
    .concat(zone ?? '')
}

/** A time without a day: of the day of writing; the next such time where the clause looks ahead or nowhere and the hour of writing is known. */
function timeOf({ clock }: Form<'time'>, { today, now, direction }: TimexContext): TimexValue {
  if (today === undefined) return { kind: 'date', iso: `T${clockText(clock)}` }
  if (now === undefined || clock.hour === undefined || direction() < 0)
    return point(interval.dayInterval(today, clockText(clock)))
  const at = (hour: number) => today + hour * 3_600_000 + (clock.minute ?? 0) * 60_000
  const { twelve, ...rest } = clock
  if (at(clock.hour) > now) return point(interval.dayInterval(today, clockText(rest)))
  const late = clock.hour < 12 ? clock.hour + 12 : clock.hour
  if (twelve && at(late) > now) return point(interval.dayInterval(today, clockText({ ...rest, hour: late })))
  return point(interval.dayInterval(interval.addDays(today, 1), clockText(rest)))
}

/** A day with a time: the day's value made finer. Midnight at the end of an evening is the next day's. */
function atOf({ day, clock }: Form<'at'>, context: TimexContext): TimexValue {
  const value = valueFor(day, context)
  const text = clockText(clock)
  if (value.from === undefined || value.from !== value.to)
    return value.from === undefined ? { kind: 'date', iso: `T${text}` } : value
  return { ...value, kind: 'date', iso: `${value.from}T${text}` }
}

function fiscalOf(expression: Form<'fiscal'>, { today, fiscalStart }: TimexContext): TimexValue {
  const { quarter, half, step } = expression
  const tail = quarter ? `-Q${quarter}` : half ? `-H${half}` : ''
  let { year } = expression
  if (year === undefined && fiscalStart !== undefined && today !== undefined)
    year = yearOf(today) + (fiscalStart > 1 && monthNumber(today) >= fiscalStart ? 1 : 0) + (step ?? 0)
  if (year === undefined) return tail ? { kind: 'range', iso: `FYXXXX${tail}` } : { kind: 'range' }
  const iso = `FY${year}${tail}`
  if (fiscalStart === undefined) return { kind: 'range', iso }
  const begin = interval.utc(fiscalStart > 1 ? year - 1 : year, fiscalStart)
  const months = quarter ? 3 : half ? 6 : 12
  const from = interval.addMonths(begin, quarter ? 3 * (quarter - 1) : half ? 6 * (half - 1) : 0)
  return {
    kind: 'range',
    iso,
    from: interval.isoDay(from),
    to: interval.isoDay(interval.addDays(interval.addMonths(from, months), -1)),
  }
}

function setOf({ unit, count, weekday, month, day, clock }: Form<'set'>): TimexValue {
  const time = clock ? `T${clockText(clock)}` : ''
  if (unit === 'weekend') return { kind: 'set', iso: 'XXXX-WXX-WE', duration: `P${count || 1}W` }
  if (weekday) return { kind: 'set', iso: `XXXX-WXX-${weekday}${time}`, duration: `P${count || 1}W` }
  if (month)
    return {
      kind: 'set',
      iso: `XXXX-${interval.pad(month)}${day ? `-${interval.pad(day)}` : ''}`,
      duration: `P${count || 1}Y`,
    }
  if (day) return { kind: 'set', iso: `XXXX-XX-${interval.pad(day)}`, duration: 'P1M' }
  const duration = durationOf([{ unit, count }])
  return { kind: 'set', ...(time && { iso: time }), ...(duration && { duration }) }
}
