import type { TimexExpression } from '../../model/timex.ts'
import { parseMonth, parseWeekday } from '../../text/calendar.ts'
import { holidaysBeginning } from '../../text/holidays.ts'
import { goesOnDigits, isOrdinalSuffix } from '../../text/number-words.ts'
import { indexOpenings } from '../../text/openings.ts'
import type { Tokens } from '../../text/tokens.ts'
import { readCalendar } from './calendar.ts'
import { joints } from './calendar-parts.ts'
import { readDeictic, readNamedDay } from './deictic.ts'
import { readHoliday } from './holiday.ts'
import { readQuarter, readSeason, readWeek } from './period.ts'
import { isNumeric, type Reading, type Rule, seasons, steps } from './words.ts'
import { readCentury, readDecade, readFiscal, readPlainYear } from './year.ts'

const isStep = (lower: string) => steps.has(lower)
const isNamed = (lower: string) => parseMonth(lower) !== null || parseWeekday(lower) !== null
const isHoliday = (lower: string) => holidaysBeginning(lower).length > 0
const isJoint = (lower: string) => joints.test(lower)
const isNoWord = (lower: string) => /^[^\p{L}]/u.test(lower)

/** Forms that name a point or stretch of time by themselves. Of several that fit the longest counts, then the first. */
const rulesAt = indexOpenings<Rule>([
  [
    readFiscal,
    (lower, lead) =>
      lead === 'digits'
        ? /^(?:fiscal|financial|tax)$/.test(lower)
        : lead === '' && (isStep(lower) || /^(?:q|h|fy|fiscal|financial)$/.test(lower)),
  ],
  [
    readCalendar,
    (lower, lead) =>
      lead === 'digits'
        ? isOrdinalSuffix(lower) || isNamed(lower) || isJoint(lower) || isNoWord(lower) || /^(?:of|day)$/.test(lower)
        : isNumeric(lower) || (lead === 'the' ? isNoWord(lower) : lead === '' && (isStep(lower) || isNamed(lower))),
  ],
  [readHoliday, (lower, lead) => (lead === 'the' || lead === '') && (isHoliday(lower) || (!lead && isStep(lower)))],
  [
    readQuarter,
    (lower, lead) =>
      lead === 'digits'
        ? isOrdinalSuffix(lower) || isNoWord(lower) || /^[qh]$/.test(lower)
        : isNumeric(lower) || lower === 'final' || (lead === 'the' ? isNoWord(lower) : /^[qh]$/.test(lower)),
  ],
  [
    readSeason,
    (lower, lead) =>
      (lead === 'the' || lead === '') && (seasons.has(lower) || (!lead && (isStep(lower) || lower === 'all'))),
  ],
  [readWeek, (lower, lead) => (lead === 'the' || lead === '') && lower === 'week'],
  [
    readCentury,
    (lower, lead) =>
      lead === 'digits' ? isOrdinalSuffix(lower) : isNumeric(lower) || (lead === 'the' && isNoWord(lower)),
  ],
  [
    readDecade,
    (lower, lead) =>
      lead === 'digits'
        ? lower === 's' || isNoWord(lower)
        : lower.endsWith('ties') || (lead === 'the' && isNoWord(lower)),
  ],
  [readNamedDay, (lower, lead) => lower === 'day' || (lead === '' && /^to|^tm|^yes/.test(lower))],
  [
    readDeictic,
    (lower, lead) =>
      isStep(lower) ||
      isNumeric(lower) ||
      (lead === 'digits'
        ? goesOnDigits(lower)
        : lead === 'the'
          ? isNoWord(lower)
          : /^(?:earlier|later|sometime|early|late|these|those|our|its|their)$/.test(lower)),
  ],
  [readPlainYear, (lower, lead) => lead === 'digits' || isNumeric(lower) || /^(?:year|cy)$/.test(lower)],
])

/** What names a point or stretch of time at token `i` by itself. */
export function readSimple(tokens: Tokens, i: number): Reading | null {
  let best: Reading | null = null
  for (const rule of rulesAt(tokens, i)) {
    const found = rule(tokens, i)
    if (found && (!best || found.end > best.end)) best = found
  }
  return best
}

export const isDay = (expression: TimexExpression): boolean => {
  switch (expression.form) {
    case 'calendar':
      return expression.day !== undefined
    case 'weekday':
    case 'holiday':
      return true
    case 'relative':
      return expression.unit === 'day'
    case 'nth':
      return expression.unit === 'day' && expression.count === undefined
    case 'within':
      return isDay(expression.part)
    case 'shift':
      return /^(?:day|week|month|year)$/.test(expression.parts.at(-1)!.unit)
    default:
      return false
  }
}
