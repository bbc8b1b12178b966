import type { Interval } from './interval.ts'
import * as interval from './interval.ts'
import type { Direction } from './tense.ts'
import { type Form, point, type TimexContext, type TimexValue, unknown } from './timex-context.ts'

const { yearOf, monthNumber } = interval

export function calendarOf(expression: Form<'calendar'>, context: TimexContext): TimexValue {
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
        : nearestYear(month, day, today, direction(), context)
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
  { told, adverbial }: Pick<TimexContext, 'told' | 'adverbial'>,
): number {
  const year = yearOf(today)
  if (direction === 0 && told) {
    // neither behind nor ahead by its verbs: in an article the nearest
    const distance = (of: number) => Math.abs(interval.utc(of, month, day ?? 15) - today)
    return [year, year - 1, year + 1].reduce((best, next) => (distance(next) < distance(best) ? next : best))
  }
  const thisYear = day === undefined ? month - monthNumber(today) : interval.utc(year, month, day) - today
  // `the June 4 vote`, told in May: nobody means a day of eleven months ago without its year; but `was killed on June 4` is over
  const soon = day !== undefined && !adverbial && thisYear > 0 && thisYear < 45 * 86_400_000
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

export function weekdayOf(
  { weekday, step, day, week, weeks }: Form<'weekday'>,
  { today, direction }: TimexContext,
): TimexValue {
  if (today === undefined) return unknown
  if (weeks !== undefined) {
    // `Tuesday week`: a week after the first that is to come; `the Monday before last`: a week before the last
    const ahead = weeks > 0
    const gap = weekday - interval.weekdayOf(today)
    const nearest = ahead ? (gap <= 0 ? gap + 7 : gap) : gap >= 0 ? gap - 7 : gap
    return point(interval.dayInterval(interval.addDays(today, nearest + 7 * weeks)))
  }
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
        : // `This Saturday 600 were found`, told on Monday
          gap > 0 && step === 0 && direction() < 0
          ? gap - 7
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
