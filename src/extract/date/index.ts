import type { DateMention } from '../../model/mention.ts'
import type { TimexExpression } from '../../model/timex.ts'
import { parseMonth, parseWeekday } from '../../text/calendar.ts'
import { holidaysBeginning } from '../../text/holidays.ts'
import { isNumberWord, isOrdinalWord } from '../../text/numerals.ts'
import { digits, isNear, type Tokens, word } from '../../text/tokens.ts'
import { readDate } from './compose.ts'
import { dayParts, isLeftFree, readPlainUnit, readStep, seasons } from './words.ts'

const starters = new Set(
  'yesterday today tonight tonite tomorrow tomorrows tmrw tmr noon noonish midday midnight mid half quarter all every each any once twice thrice hourly daily everyday nightly weekly biweekly fortnightly monthly bimonthly quarterly semiannual semiannually biannually yearly annually biennially per now right just nowadays currently presently at these recently lately recent week w year cy q h fy fiscal financial eom eoy bom eow eod between from few couple several many some last final day earlier later sometime rest remainder next two'.split(
    ' ',
  ),
)
const decades = new Set(['twenties', 'thirties', 'forties', 'fifties', 'sixties', 'seventies', 'eighties', 'nineties'])
const known = new Map<string, boolean>()

/** True for words that an expression can begin with; most words of a text are none, and cost one look. */
function canStart(lower: string, tokens: Tokens, i: number): boolean {
  const found = known.get(lower)
  if (found !== undefined) return found
  const starts =
    starters.has(lower) ||
    decades.has(lower) ||
    parseMonth(lower) !== null ||
    parseWeekday(lower) !== null ||
    parseWeekday(lower.replace(/s$/, '')) !== null ||
    isNumberWord(lower) ||
    isOrdinalWord(lower) ||
    seasons.has(lower) ||
    dayParts.has(lower) ||
    holidaysBeginning(lower).length > 0 ||
    readStep(tokens, i) !== null ||
    /^(?:early|start|beginning|middle|midway|end|very|late|more|over|well|slightly|longer|upwards|less|under|up|no|not|fewer|about|around|roughly|approximately|approx|nearly|almost|close|circa|multiple|numerous)$/.test(
      lower,
    )
  if (known.size < 50_000) known.set(lower, starts)
  return starts
}

const extractorOf = (expression: TimexExpression): string => `date.${expression.form}`

/** Every time expression of a text, in order and without overlaps. */
export function findDates(tokens: Tokens): DateMention[] {
  const found: DateMention[] = []
  const { kind, lower, count } = tokens
  for (let i = 0; i < count; ) {
    const form = lower[i]!
    let tries = kind[i] === digits || form === "'" || form === '½'
    if (kind[i] === word) {
      if (form === 'the' || form === 'a' || form === 'an') {
        const next = isNear(tokens, i + 1) ? lower[i + 1]! : ''
        tries =
          next !== '' &&
          (kind[i + 1] === digits ||
            next === "'" ||
            next === 'beginning' ||
            canStart(next, tokens, i + 1) ||
            readPlainUnit(tokens, i + 1) !== null ||
            /^(?:near|coming|latter|close|tail|rest|remainder|full|whole|long|min|calendar)$/.test(next))
      } else tries = canStart(form, tokens, i)
    }
    const reading = tries && isLeftFree(tokens, i) ? readDate(tokens, i) : null
    if (!reading) {
      i++
      continue
    }
    const first = reading.start ?? i
    found.push({
      type: 'date',
      start: tokens.start[first]!,
      end: tokens.end[reading.end - 1]!,
      expression: reading.expression,
      ...(reading.modifier && { modifier: reading.modifier }),
      extractor: extractorOf(reading.expression),
      confidence: reading.confidence ?? 0.9,
    })
    i = Math.max(reading.end, i + 1)
  }
  return found
}
