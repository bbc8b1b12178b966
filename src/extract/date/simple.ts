import type { TimexExpression } from '../../model/timex.ts'
import { parseMonth, parseWeekday } from '../../text/calendar.ts'
import { holidaysBeginning } from '../../text/holidays.ts'
import { isNumberWord, isOrdinalWord } from '../../text/number-words.ts'
import { digits, type Tokens, word } from '../../text/tokens.ts'
import { readCalendar } from './calendar.ts'
import { readDeictic, readNamedDay } from './deictic.ts'
import { readHoliday } from './holiday.ts'
import { readQuarter, readSeason, readWeek } from './period.ts'
import { type Reading, type Rule, seasons, steps } from './words.ts'
import { readCentury, readDecade, readFiscal, readPlainYear } from './year.ts'

type Opening = {
  readonly rule: Rule
  /** True for words that the form can begin with; what begins with a mark is always tried. */
  readonly opens: (lower: string) => boolean
  /** Whether it can begin with digits. */
  readonly digits: boolean
}
const isStep = (lower: string) => steps.has(lower)
const isNumeric = (lower: string) =>
  isNumberWord(lower) || isOrdinalWord(lower) || /^(?:an?|few|couple|several)$/.test(lower)
const isNamed = (lower: string) => parseMonth(lower) !== null || parseWeekday(lower) !== null

/** Forms that name a point or stretch of time by themselves. Of several that fit the longest counts, then the first. */
const simple: readonly Opening[] = [
  {
    rule: readFiscal,
    opens: (lower) => isStep(lower) || /^(?:q|h|fy|fiscal|financial|the)$/.test(lower),
    digits: true,
  },
  {
    rule: readCalendar,
    opens: (lower) => lower === 'the' || isStep(lower) || isNamed(lower) || isNumeric(lower),
    digits: true,
  },
  {
    rule: readHoliday,
    opens: (lower) => lower === 'the' || isStep(lower) || holidaysBeginning(lower).length > 0,
    digits: false,
  },
  {
    rule: readQuarter,
    opens: (lower) => isOrdinalWord(lower) || isNumeric(lower) || /^(?:q|h|the|final)$/.test(lower),
    digits: true,
  },
  {
    rule: readSeason,
    opens: (lower) => isStep(lower) || seasons.has(lower) || /^(?:the|all)$/.test(lower),
    digits: false,
  },
  { rule: readWeek, opens: (lower) => /^(?:the|week)$/.test(lower), digits: false },
  { rule: readCentury, opens: (lower) => lower === 'the' || isNumeric(lower), digits: true },
  { rule: readDecade, opens: (lower) => lower === 'the' || lower.endsWith('ties'), digits: true },
  {
    rule: readNamedDay,
    opens: (lower) => lower === 'the' || lower === 'day' || /^to|^tm|^yes/.test(lower),
    digits: false,
  },
  {
    rule: readDeictic,
    opens: (lower) =>
      isStep(lower) ||
      isNumeric(lower) ||
      /^(?:earlier|later|sometime|early|late|the|these|those|our|its|their)$/.test(lower),
    digits: true,
  },
  { rule: readPlainYear, opens: (lower) => isNumeric(lower) || /^(?:the|year|cy)$/.test(lower), digits: true },
]
const all = simple.map(({ rule }) => rule)
const ofDigits = simple.filter((each) => each.digits).map(({ rule }) => rule)
const ofWords = new Map<string, readonly Rule[]>()
function rulesAt(tokens: Tokens, i: number): readonly Rule[] {
  if (tokens.kind[i] === digits) return ofDigits
  if (tokens.kind[i] !== word) return all
  const lower = tokens.lower[i]!
  const known = ofWords.get(lower)
  if (known) return known
  const made = simple.filter(({ opens }) => opens(lower)).map(({ rule }) => rule)
  if (ofWords.size < 20_000) ofWords.set(lower, made)
  return made
}

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
