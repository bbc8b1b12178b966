import type { TimexExpression } from '../../model/timex.ts'
import type { Tokens } from '../../text/tokens.ts'
import { readCalendar } from './calendar.ts'
import { readDeictic, readNamedDay } from './deictic.ts'
import { readHoliday } from './holiday.ts'
import { readQuarter, readSeason, readWeek } from './period.ts'
import type { Reading, Rule } from './words.ts'
import { readCentury, readDecade, readFiscal, readPlainYear } from './year.ts'

/** Forms that name a point or stretch of time by themselves. Of several that fit the longest counts, then the first. */
export const simple: readonly Rule[] = [
  readFiscal,
  readCalendar,
  readHoliday,
  readQuarter,
  readSeason,
  readWeek,
  readCentury,
  readDecade,
  readNamedDay,
  readDeictic,
  readPlainYear,
]

export function longest(tokens: Tokens, i: number, rules: readonly Rule[]): Reading | null {
  let best: Reading | null = null
  for (const rule of rules) {
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
