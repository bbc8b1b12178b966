import type { DateMention } from '../../model/mention.ts'
import type { TimexExpression } from '../../model/timex.ts'
import { parseMonth, parseWeekday } from '../../text/calendar.ts'
import { holidaysBeginning } from '../../text/holidays.ts'
import { isNumberWord, isOrdinalWord } from '../../text/number-words.ts'
import { digits, isNear, type Tokens, word } from '../../text/tokens.ts'
import { clockWords } from './clock.ts'
import { readDate } from './compose.ts'
import { readDaysBefore, readDaysBehind, readWeekdaysBefore } from './day-list.ts'
import { readLifespan } from './lifespan.ts'
import { dayParts, isLeftFree, type Reading, readPlainUnit, readStep, seasons } from './words.ts'

const starters = new Set(
  'yesterday today tonight tonite tomorrow tomorrows tmrw tmr noon noonish midday midnight mid half quarter all every each any once twice thrice hourly daily everyday nightly weekly biweekly fortnightly monthly bimonthly quarterly semiannual semiannually biannually yearly annually biennially per now right just nowadays currently presently at these recently lately recent week w year cy q h fy fiscal financial eom eoy bom eow eod between from few couple several many some last final day earlier later sometime rest remainder next two years decades months weeks centuries generations days hours year month week single'.split(
    ' ',
  ),
)
const decades = new Set(['twenties', 'thirties', 'forties', 'fifties', 'sixties', 'seventies', 'eighties', 'nineties'])
const positions =
  /^(?:early|start|beginning|middle|midway|end|very|late|more|over|well|slightly|longer|upwards|less|under|up|no|not|fewer|about|around|roughly|approximately|approx|nearly|almost|close|circa|multiple|numerous)$/
const afterThe =
  /^(?:near|foreseeable|future|time|day|coming|latter|corresponding|comparable|equivalent|close|tail|rest|remainder|full|whole|long|min|calendar|beginning)$/

/** Common words that begin an expression only before certain others. */
const pairs = new Map<string, ReadonlySet<string>>(
  Object.entries({
    at: 'least most present the this',
    not: 'more less',
    no: 'more less',
    more: 'than',
    less: 'than',
    fewer: 'than',
    longer: 'than',
    new: 'year years',
    all: 'day week month year season spring summer autumn fall winter saints souls',
    any: 'year given',
    these: 'days',
    right: 'now',
    just: 'now over under more',
    up: 'to',
  }).map(([first, second]) => [first, new Set(second.split(' '))]),
)

// what a form can do, kept in its notes
const asked = 1
const begins = 2
const follows = 64
const article = 128
const paired = 256

/** What a word can do in a time expression: begin one, or go on behind `the`, `that`, `from`; most words do neither, and cost one look. */
function abilities(tokens: Tokens, i: number): number {
  const form = tokens.forms[i]!
  if (form.notes & asked) return form.notes
  const { lower } = form
  const unit = readPlainUnit(tokens, i) !== null
  const holidays = holidaysBeginning(lower)
  const timely =
    unit ||
    parseMonth(lower) !== null ||
    parseWeekday(lower) !== null ||
    isNumberWord(lower) ||
    seasons.has(lower) ||
    dayParts.has(lower) ||
    readStep(tokens, i) !== null ||
    clockWords.has(lower)
  const can =
    starters.has(lower) ||
    decades.has(lower) ||
    (timely && !unit) ||
    holidays.length > 0 ||
    parseWeekday(lower.replace(/s$/, '')) !== null ||
    isOrdinalWord(lower) ||
    positions.test(lower)
  const behind =
    timely ||
    holidays.length > 0 ||
    isOrdinalWord(lower) ||
    /^(?:couple|few|several|calendar|full|fiscal|financial|the|a|mid)$/.test(lower)
  // begins nothing but names of holidays: the next word tells
  const named = can && !timely && !starters.has(lower) && !positions.test(lower) && !isOrdinalWord(lower)
  const needsMore =
    pairs.has(lower) || (named && holidays.length > 0 && holidays.every(({ words }) => words.length > 1))
  form.notes |=
    asked |
    (can ? begins : 0) |
    (behind ? follows : 0) |
    (lower === 'the' || lower === 'a' || lower === 'an' ? article | begins : 0) |
    (needsMore || /^(?:that|this|from)$/.test(lower) ? paired : 0)
  return form.notes
}

/** True where an expression may begin at token `i`. */
function canStart(tokens: Tokens, i: number): boolean {
  const { kind, lower } = tokens
  if (kind[i] === digits) return true
  if (kind[i] !== word)
    return (
      lower[i] === '½' ||
      (kind[i + 1] === digits && (lower[i] === "'" || ((lower[i] === '+' || lower[i] === '-') && !isNear(tokens, i))))
    )
  const can = abilities(tokens, i)
  if (!(can & begins)) return false
  if (!(can & (article | paired))) return true
  if (!isNear(tokens, i + 1))
    return holidaysBeginning(lower[i]!).length === 0 && !(can & article) && !pairs.has(lower[i]!)
  const next = lower[i + 1]!
  if (can & article)
    return (
      kind[i + 1] === digits ||
      next === "'" ||
      afterThe.test(next) ||
      (kind[i + 1] === word && (abilities(tokens, i + 1) & (begins | follows)) !== 0)
    )
  const form = lower[i]!
  const second = pairs.get(form)
  if (second) return second.has(next)
  if (form === 'that' || form === 'this' || form === 'from')
    return (
      kind[i + 1] === digits || next === "'" || (kind[i + 1] === word && (abilities(tokens, i + 1) & follows) !== 0)
    )
  return holidaysBeginning(form).some(({ words }) => words[1] === next)
}

const extractorOf = (expression: TimexExpression): string => `date.${expression.form}`

/** The expression at token `i`, or several that share a word. */
function readDates(tokens: Tokens, i: number): readonly Reading[] | null {
  const reading = readDate(tokens, i)
  const days = tokens.kind[i] === digits ? readDaysBefore(tokens, i) : readWeekdaysBefore(tokens, i)
  if (days && days.at(-1)!.end > (reading?.end ?? 0)) return days
  if (!reading) return null
  return readLifespan(tokens, i, reading) ?? readDaysBehind(tokens, reading) ?? [reading]
}

function toMention(tokens: Tokens, i: number, reading: Reading): DateMention {
  return {
    type: 'date',
    start: tokens.start[reading.start ?? i]!,
    end: tokens.end[reading.end - 1]!,
    expression: reading.expression,
    ...(reading.modifier && { modifier: reading.modifier }),
    extractor: extractorOf(reading.expression),
    confidence: reading.confidence ?? 0.9,
  }
}

/** Every time expression of a text, in order and without overlaps. */
export function findDates(tokens: Tokens): DateMention[] {
  const found: DateMention[] = []
  for (let i = 0; i < tokens.count; ) {
    const readings = canStart(tokens, i) && isLeftFree(tokens, i) ? readDates(tokens, i) : null
    if (!readings) {
      i++
      continue
    }
    for (const each of readings) found.push(toMention(tokens, i, each))
    i = Math.max(readings.at(-1)!.end, i + 1)
  }
  return found
}
