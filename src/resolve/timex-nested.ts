import type { TimexExpression } from '../model/timex.ts'
import * as interval from './interval.ts'
import { type Evaluate, type Form, point, type TimexContext, type TimexValue, unknown } from './timex-context.ts'

/** The first `part` that `whole` holds: `Friday of next week`, `May of last year`. */
export function withinOf({ part, whole }: Form<'within'>, context: TimexContext, valueFor: Evaluate): TimexValue {
  const held = valueFor(whole, context)
  if (held.from === undefined) return unknown
  const from = interval.timeOf(held.from)
  const year = Number(held.from.slice(0, 4))
  const inside = { ...context, today: from, now: undefined, direction: () => 1 as const }
  if (part.form === 'calendar' && part.month === undefined && part.day !== undefined)
    return valueFor({ form: 'calendar', year, month: interval.monthNumber(from), day: part.day }, inside)
  return valueFor(dated(part, year), inside)
}

/** The same expression with its year filled in. */
function dated(part: TimexExpression, year: number): TimexExpression {
  switch (part.form) {
    case 'calendar':
      return part.month === undefined
        ? part
        : { form: 'calendar', year, month: part.month, ...(part.day !== undefined && { day: part.day }) }
    case 'holiday':
      return { form: 'holiday', holiday: part.holiday, year }
    case 'quarter':
    case 'half':
      return { form: part.form, number: part.number, year }
    case 'season':
      return { form: 'season', season: part.season, year }
    case 'nth':
      return { ...part, of: dated(part.of, year) }
    default:
      return part
  }
}

/** A week by its number: ISO 8601, Monday to Sunday. */
export function weekOf({ week, year }: Form<'week'>, { today }: TimexContext): TimexValue {
  if (year === undefined && today === undefined) return unknown
  const fourth = interval.utc(year ?? interval.yearOf(today!), 1, 4)
  return point(interval.weekInterval(interval.addDays(fourth, 7 * (week - 1))))
}

/** The nth day, weekday, week, month ... of something; a week belongs to what holds its Thursday (ISO 8601). */
export function nthOf(
  { nth, unit, weekday, count, of }: Form<'nth'>,
  context: TimexContext,
  valueFor: Evaluate,
): TimexValue {
  const steps = nth > 0 ? nth - 1 : nth + 1
  if (of.form === 'reference') {
    if (context.today === undefined || weekday === undefined) return unknown
    const gap = weekday - interval.weekdayOf(context.today)
    const first = interval.addDays(context.today, nth > 0 ? (gap <= 0 ? gap + 7 : gap) : gap >= 0 ? gap - 7 : gap)
    return point(interval.dayInterval(interval.addDays(first, 7 * steps)))
  }
  const whole = valueFor(of, context)
  if (whole.from === undefined || whole.to === undefined) return unknown
  const [from, to] = [interval.timeOf(whole.from), interval.timeOf(whole.to)]
  const edge = nth > 0 ? from : to
  const found = (offset: number): TimexValue => {
    if (weekday !== undefined || unit === 'weekend' || unit === 'week') {
      const day = weekday ?? (unit === 'weekend' ? 6 : 4)
      const gap = day - interval.weekdayOf(edge)
      const first = interval.addDays(edge, nth > 0 ? (gap < 0 ? gap + 7 : gap) : gap > 0 ? gap - 7 : gap)
      const at = interval.addDays(first, 7 * offset)
      return point(
        weekday !== undefined
          ? interval.dayInterval(at)
          : unit === 'week'
            ? interval.weekInterval(at)
            : interval.weekendInterval(at),
      )
    }
    switch (unit) {
      case 'day':
        return point(interval.dayInterval(interval.addDays(edge, offset)))
      case 'month':
        return point(interval.monthInterval(interval.yearOf(edge), interval.monthNumber(edge) + offset))
      case 'quarter': {
        const at = interval.addMonths(edge, 3 * offset)
        return point(interval.quarterInterval(interval.yearOf(at), Math.ceil(interval.monthNumber(at) / 3)))
      }
      case 'year':
        return point(interval.yearInterval(interval.yearOf(edge) + offset))
      case 'decade':
        return { kind: 'range', ...interval.decadeInterval(Math.floor(interval.yearOf(edge) / 10) * 10 + 10 * offset) }
      default:
        return unknown
    }
  }
  if (count === undefined) {
    const value = found(steps)
    // a fifth Monday that the month does not have
    return value.from !== undefined && (value.from > whole.to || value.to! < whole.from) ? unknown : value
  }
  const [one, other] = [found(steps), found(steps + (nth > 0 ? count - 1 : 1 - count))]
  const [first, last] = nth > 0 ? [one, other] : [other, one]
  return first.from && last.to
    ? { kind: 'range', iso: `${first.from}/${last.to}`, from: first.from, to: last.to }
    : unknown
}
