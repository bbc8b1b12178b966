import type { TimexExpression } from '../model/timex.ts'
import type { Interval } from './interval.ts'
import * as interval from './interval.ts'
import { calendarOf, weekdayOf } from './timex-calendar.ts'
import { clockText, timeOf } from './timex-clock.ts'
import { type Form, point, type TimexContext, type TimexValue, unknown } from './timex-context.ts'
import { durationOf, durationValue } from './timex-duration.ts'
import { holidayOf } from './timex-holiday.ts'
import { nthOf, weekOf, withinOf } from './timex-nested.ts'
import { endingOf, lastingOf, relativeOf, shiftOf, stretchOf } from './timex-relative.ts'

const { yearOf, monthNumber } = interval

/** Works a time expression out. */
export function valueFor(expression: TimexExpression, context: TimexContext): TimexValue {
  switch (expression.form) {
    case 'reference':
      return { kind: 'reference', iso: expression.value }
    case 'duration':
      // `three to eight weeks`: neither end is the length
      return { kind: 'duration', ...(expression.high === undefined && durationValue(expression.parts)) }
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
    case 'ending':
      return endingOf(expression, context, valueFor)
    // what it is the same as is for the text to say: see `createPeriods`
    case 'same':
      return expression.time && expression.back !== undefined
        ? valueFor({ form: 'shift', parts: [{ unit: 'month', count: 12 * expression.back }], sign: -1 }, context)
        : { kind: 'range' }
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
    // `9pm to 5am` ends on the day after
    const over = begin !== undefined && clock.hour !== undefined && clock.hour < Number(begin)
    last = first.from
      ? point(interval.dayInterval(interval.addDays(interval.timeOf(first.from), over ? 1 : 0), clockText(clock)))
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

function partOfYear(expression: Form<'quarter' | 'half'> | Form<'season'>, context: TimexContext): TimexValue {
  const { today, direction, told } = context
  const read = (year: number): Interval =>
    expression.form === 'season'
      ? interval.seasonInterval(year, expression.season)
      : expression.form === 'quarter'
        ? interval.quarterInterval(year, expression.number)
        : interval.halfInterval(year, expression.number)
  if (expression.year !== undefined) return point(read(expression.year))
  if (expression.form === 'quarter' && expression.offset === undefined) {
    if (context.fiscalQuarters) return { kind: 'range', iso: `FYXXXX-Q${expression.number}` }
    if ((context.fiscalStart ?? 1) > 1 && today !== undefined) return fiscalQuarterOf(expression.number, context, today)
  }
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
    const here = read(year)
    // `this winter, when the port was shut`: the one that is over
    return point(before.to! >= day || (here.from! > day && direction() < 0) ? before : here)
  }
  if (expression.form !== 'season' && expression.offset !== undefined) return point(read(year + expression.offset))
  const here = read(year)
  const looks = direction()
  const over = looks < 0 || (looks === 0 && told === true)
  return point(over && here.from! > day ? read(year - 1) : looks > 0 && here.to! < day ? read(year + 1) : here)
}

/** A day with a time: the day's value made finer. Midnight at the end of an evening is the next day's. */
function atOf({ day, clock }: Form<'at'>, context: TimexContext): TimexValue {
  const value = valueFor(day, context)
  const text = clockText(clock)
  if (value.from === undefined || value.from !== value.to)
    return value.from === undefined ? { kind: 'date', iso: `T${text}` } : value
  return { ...value, kind: 'date', iso: `${value.from}T${text}` }
}

/** `the third quarter` of a firm whose year the text tells: the latest that has begun, or where the clause looks ahead the first that is not over. */
function fiscalQuarterOf(quarter: number, context: TimexContext, today: number): TimexValue {
  const day = interval.isoDay(today)
  const year = yearOf(today)
  const shown = [year - 1, year, year + 1, year + 2].map((of) =>
    fiscalOf({ form: 'fiscal', year: of, quarter }, context),
  )
  const ahead = context.direction() > 0
  return (ahead ? shown.find(({ to }) => to! >= day) : shown.findLast(({ from }) => from! <= day)) ?? shown[0]!
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
