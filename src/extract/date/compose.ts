import type { DateModifier } from '../../model/claim/date.ts'
import { parseMonth, parseWeekday } from '../../text/calendar.ts'
import { goesOnDigits, isOrdinalSuffix } from '../../text/number-words.ts'
import { indexOpenings, type Opens } from '../../text/openings.ts'
import { near, type Tokens, word } from '../../text/tokens.ts'
import { readClock } from './clock.ts'
import { readBareDefinite } from './definite.ts'
import { readYearAgo } from './deictic.ts'
import { readDuration } from './duration.ts'
import { readEnding, readMonthQuarter, readSamePeriod } from './ending.ts'
import { adjectives } from './length.ts'
import { isBound } from './modifiers.ts'
import { readPoint, readRest } from './point.ts'
import { readRange } from './range.ts'
import { isReferenceWord, readReference } from './reference.ts'
import { isSetWord, readSet } from './set.ts'
import { readAhead, readShift, readSigned } from './shift.ts'
import { joinClock } from './times.ts'
import { before, isNumeric, isRightFree, isUnitWord, type Reading, type Rule } from './words.ts'

// How the forms join: a day and its time, a part and its whole, the two ends of a range.

export const shift = readShift((tokens, i) => readPoint(tokens, i, 1) ?? readReference(tokens, i))

/** Words before an expression that bound it; they stay outside the span. */
function readLead(tokens: Tokens, i: number): DateModifier | undefined {
  const previous = before(tokens, i)
  switch (previous) {
    case 'before':
    case 'until':
    case 'till':
    case 'by':
      return 'before'
    case 'after':
    case 'since':
      return 'after'
    case 'around':
    case 'about':
    case 'circa':
    case 'approximately':
    case 'roughly':
      return 'about'
    case 'to':
      return before(tokens, i, 2) === 'prior' || before(tokens, i, 2) === 'up' ? 'before' : undefined
    default:
      return undefined
  }
}

const isBeforeUnit = (lower: string) =>
  isUnitWord(lower) || adjectives.test(lower) || /^(?:to|or|of|and|-|–)$/.test(lower)

/** True where a length may begin. */
const opensLength: Opens = (lower, lead) =>
  lead === 'digits'
    ? isBeforeUnit(lower) || goesOnDigits(lower)
    : isNumeric(lower) ||
      /^(?:many|some|multiple|numerous|half|quarter)$/.test(lower) ||
      (lead === 'a'
        ? isBeforeUnit(lower) || /^(?:little|maximum|estimated|average|single)$/.test(lower)
        : lead === '' && (isBound(lower) || /^(?:between|single)$/.test(lower)))

/** Every form of time expression, by the words that it can begin with. */
const rulesAt = indexOpenings<Rule>([
  [readRange, () => true],
  [
    readEnding,
    (lower, lead) =>
      // what stands behind the article may have one of its own
      opensLength(lower, lead === 'digits' ? lead : '') ||
      isUnitWord(lower) ||
      isOrdinalSuffix(lower) ||
      /^(?:\d+|an?|the|fiscal|financial|full|latest|last|past)$/.test(lower),
  ],
  [
    readSamePeriod,
    (lower, lead) =>
      lead !== 'digits' && /^(?:its|same|corresponding|comparable|equivalent|year|prior|previous)$/.test(lower),
  ],
  [readMonthQuarter, (lower, lead) => lead !== 'digits' && parseMonth(lower) !== null],
  [readRest, (lower) => lower === 'rest' || lower === 'remainder'],
  [
    shift,
    (lower, lead) =>
      lead === 'the'
        ? isUnitWord(lower)
        : opensLength(lower, lead) || (lead === 'digits' && parseWeekday(lower.replace(/s$/, '')) !== null),
  ],
  [
    readSet,
    (lower, lead) =>
      lead === 'digits'
        ? isOrdinalSuffix(lower)
        : lead === 'a'
          ? isUnitWord(lower)
          : isNumeric(lower) || (lead === 'the' ? /^\d/.test(lower) : isSetWord(lower)),
  ],
  [readAhead, opensLength],
  [
    readDuration,
    (lower, lead) => opensLength(lower, lead) || isUnitWord(lower) || /^(?:all|centuries|generations)$/.test(lower),
  ],
  [readReference, (lower, lead) => (lead === '' ? isReferenceWord(lower) : lead === 'the')],
  [readBareDefinite, (lower, lead) => lead === 'the' && isUnitWord(lower)],
  [readYearAgo, (lower, lead) => lead !== 'digits' && /^(?:year|month|week)$/.test(lower)],
  [readSigned, () => false],
])

/** The time expression at token `i`: the longest of all forms, then the first. */
export const readDate: Rule = (tokens, i) => {
  let best: Reading | null = null
  for (const rule of rulesAt(tokens, i)) {
    const found = rule(tokens, i)
    if (found && (!best || found.end > best.end)) best = found
  }
  if (!best) return null
  // `in 7 days at 5pm`
  if (best.expression.form === 'shift') best = joinClock(tokens, i, best) ?? best
  // a clock behind a set: `every Monday at 9`
  if (best.expression.form === 'set' && best.expression.clock === undefined) {
    const at = /^(?:at|@)$/.test(near(tokens, best.end)) ? best.end + 1 : best.end
    const clock = near(tokens, at) ? readClock(tokens, at, at > best.end) : null
    if (
      clock &&
      isRightFree(tokens, clock.end) &&
      !(clock.bare && tokens.kind[clock.end] === word && near(tokens, clock.end))
    )
      best = { ...best, end: clock.end, expression: { ...best.expression, clock: clock.clock } }
  }
  const clockFirst = best.expression.form === 'time' && near(tokens, best.end) ? readSet(tokens, best.end) : null
  if (clockFirst?.expression.form === 'set' && best.expression.form === 'time')
    best = { ...clockFirst, expression: { ...clockFirst.expression, clock: best.expression.clock } }
  if (best.modifier || /^(?:duration|set|reference)$/.test(best.expression.form)) return best
  const lead = readLead(tokens, i)
  return lead ? { ...best, modifier: lead } : best
}
