import type { DateMention } from '../model/mention.ts'
import type { TimexExpression, TimexUnit } from '../model/timex.ts'
import * as interval from './interval.ts'
import type { TimexContext, TimexValue } from './timex-context.ts'

// A report of results says once what period it is about (`the year ended June 30`, `the October-December quarter`), and means it
// throughout: `the quarter`, `a year earlier`, `the same period last year` count from there.

/** A stretch of the calendar that a text tells of: a month, a quarter, a half, a year, or so many months to a day. */
export type ReportedPeriod = {
  readonly from: string
  readonly to: string
  readonly unit: TimexUnit
  /** Where the words that say so end. */
  readonly end: number
}

/** The period that a value stands for, if it is one that results are reported for. */
export function toPeriod(expression: TimexExpression, value: TimexValue, end: number): ReportedPeriod | undefined {
  const { from, to } = value
  if (from === undefined || to === undefined) return undefined
  const unit = unitOf(expression)
  return unit && { from, to, unit, end }
}

function unitOf(expression: TimexExpression): TimexUnit | undefined {
  switch (expression.form) {
    case 'quarter':
    case 'half':
      return expression.form
    case 'ending': {
      const { unit, count } = expression.parts[0]!
      if (unit === 'month') return count === 3 ? 'quarter' : count === 6 ? 'half' : count === 12 ? 'year' : 'month'
      return unit === 'week' ? (count >= 51 && count <= 53 ? 'year' : count === 13 ? 'quarter' : 'week') : unit
    }
    case 'fiscal':
      return expression.quarter ? 'quarter' : expression.half ? 'half' : 'year'
    case 'calendar':
      return expression.day === undefined && expression.month !== undefined
        ? 'month'
        : expression.month === undefined && expression.year !== undefined
          ? 'year'
          : undefined
    case 'relative':
      return /^(?:month|quarter|half|year)$/.test(expression.unit) ? expression.unit : undefined
    case 'within':
      return unitOf(expression.part)
    case 'same':
      return expression.unit ?? 'quarter'
    case 'range': {
      const [first, last] = [unitOf(expression.from), unitOf(expression.to)]
      return first === 'month' && last === 'month' ? 'quarter' : undefined
    }
    default:
      return undefined
  }
}

/** The same stretch in another year, as coarse as it was; undefined where that leaves the calendar. */
export function inOtherYear(period: ReportedPeriod, years: number): TimexValue | undefined {
  const months = 12 * years
  if (!Number.isInteger(months) || Math.abs(months) > 12_000) return undefined
  const start = interval.addMonths(interval.timeOf(period.from), months)
  const behind = interval.addMonths(interval.addDays(interval.timeOf(period.to), 1), months)
  const end = interval.addDays(behind, -1)
  const [first, last] = [interval.yearOf(start), interval.yearOf(end)]
  if (first < 1 || last > 9999) return undefined
  const from = interval.isoDay(start)
  const to = interval.isoDay(end)
  const known = [
    interval.monthInterval(first, interval.monthNumber(start)),
    interval.quarterInterval(first, Math.ceil(interval.monthNumber(start) / 3)),
    interval.halfInterval(first, Math.ceil(interval.monthNumber(start) / 6)),
    interval.yearInterval(first),
  ].find((each) => each.from === from && each.to === to)
  return known ? { kind: 'date', ...known } : { kind: 'range', iso: `${from}/${to}`, from, to }
}

/** The periods of a text, as it is read from its beginning. */
export type Periods = {
  /** What a mention that leans on a period means; undefined for others, or where there is none to lean on. */
  readonly read: (mention: DateMention, context: TimexContext) => TimexValue | undefined
  /** Notes what a mention has come to. */
  readonly note: (mention: DateMention, value: TimexValue) => void
}

/** How far, in code units, a period reaches for those that lean on it; the one that is reported reaches everywhere. */
const reach = 1500

/** `more than in the first quarter`, `a rise of 3% from May`: what is only compared with is not what the text goes on about. */
const compared =
  /(?<!\p{L})(?:than|versus|against|compared\s(?:to|with)|(?:rise|increase|gain|fall|drop|decline|up|down)\s(?:of\s)?(?:\S+\s){0,3}(?:from|over|on))\s(?:in\s|for\s)?(?:the\s)?$/u

export function createPeriods(
  mentions: readonly DateMention[],
  text: string,
  evaluate: (mention: DateMention) => TimexValue,
): Periods {
  const reported = findReported(mentions, text, evaluate)
  const last = new Map<TimexUnit, ReportedPeriod>()
  let latest: ReportedPeriod | undefined
  /** Where a day or another stretch was spoken of that no report is about. */
  let other = Number.NEGATIVE_INFINITY
  const near = (period: ReportedPeriod | undefined, at: number) =>
    period && at - period.end < reach ? period : undefined
  const lastOf = (unit: TimexUnit | undefined, at: number): ReportedPeriod | undefined =>
    unit === undefined
      ? (near(latest, at) ?? reported)
      : (near(last.get(unit), at) ?? (reported?.unit === unit ? reported : undefined))
  return {
    read: ({ expression, start, end }, { direction }) => {
      if (expression.form === 'same') {
        const period = lastOf(expression.unit, start)
        if (!period) return undefined
        return inOtherYear(
          period,
          expression.year === undefined ? -expression.back! : expression.year - Number(period.to.slice(0, 4)),
        )
      }
      if (expression.form === 'relative' && expression.offset === 0 && !expression.anchored) {
        const { unit } = expression
        // `It fell in May, to $3bn for the month`
        if (unit === 'month') {
          const period = near(last.get('month'), start)
          const told = /^the\smonth$/i.test(text.slice(start, end)) && direction() <= 0
          return told && period ? inOtherYear(period, 0) : undefined
        }
        if (unit !== 'quarter' && unit !== 'year') return undefined
        const words = text.slice(start, end)
        // `the current year`: that of writing
        if (/(?<!\p{L})current(?!\p{L})/iu.test(words)) return undefined
        const definite = /^the\s/i.test(words) || /^(?:quarter|year)$/i.test(words)
        // `by the end of the year`: of this one, whatever year ended
        if (
          unit === 'year' ? !(definite && reported?.unit === 'year') || direction() > 0 : !definite && direction() > 0
        )
          return undefined
        const period = unit === 'year' ? reported : lastOf('quarter', start)
        return period && inOtherYear(period, 0)
      }
      // `in the year to March, after a fall in the year before`
      if (
        expression.form === 'relative' &&
        expression.anchored &&
        expression.unit === 'year' &&
        expression.offset === -1
      ) {
        const period = near(latest, start)
        return period?.unit === 'year' && !/-01-01$/.test(period.from) ? inOtherYear(period, -1) : undefined
      }
      if (expression.form === 'shift' && expression.anchored && expression.sign < 0) {
        const [{ unit, count }, more] = expression.parts as [{ unit: TimexUnit; count: number }, unknown]
        if (unit !== 'year' || more || !count) return undefined
        const period = near(latest, start) ?? (start - other < reach ? undefined : reported)
        return period && inOtherYear(period, -count)
      }
      return undefined
    },
    note: ({ expression, start, end }, value) => {
      if (expression.form === 'same' || compared.test(text.slice(Math.max(0, start - 60), start))) return
      const period = toPeriod(expression, value, end)
      if (period) {
        last.set(period.unit, period)
        latest = period
      } else if (expression.form === 'calendar' && value.from !== undefined) {
        latest = undefined
        other = end
      }
    },
  }
}

/** The first period that the text says the end of, or calls a quarter by its months. */
function findReported(
  mentions: readonly DateMention[],
  text: string,
  evaluate: (mention: DateMention) => TimexValue,
): ReportedPeriod | undefined {
  for (const mention of mentions) {
    const { expression, end } = mention
    const named = expression.form === 'range' && /^\s+quarter\b/.test(text.slice(end, end + 12))
    if (expression.form !== 'ending' && !named) continue
    const period = toPeriod(expression, evaluate(mention), end)
    if (period && period.unit !== 'week') return period
  }
  return undefined
}
