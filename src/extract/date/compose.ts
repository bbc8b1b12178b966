import type { DateModifier } from '../../model/claim/date.ts'
import { near, type Tokens, word } from '../../text/tokens.ts'
import { readClock } from './clock.ts'
import { readBareDefinite } from './definite.ts'
import { readYearAgo } from './deictic.ts'
import { readDuration } from './duration.ts'
import { readEnding, readMonthQuarter, readSamePeriod } from './ending.ts'
import { readPoint, readRest } from './point.ts'
import { readRange } from './range.ts'
import { readReference } from './reference.ts'
import { readSet } from './set.ts'
import { readAhead, readShift, readSigned } from './shift.ts'
import { joinClock } from './times.ts'
import { before, isRightFree, type Reading, type Rule } from './words.ts'

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

/** The time expression at token `i`: the longest of all forms, then the first. */
export const readDate: Rule = (tokens, i) => {
  const candidates = [
    readRange(tokens, i),
    readEnding(tokens, i),
    readSamePeriod(tokens, i),
    readMonthQuarter(tokens, i),
    readRest(tokens, i),
    shift(tokens, i),
    readSet(tokens, i),
    readAhead(tokens, i),
    readDuration(tokens, i),
    readReference(tokens, i),
    readBareDefinite(tokens, i),
    readYearAgo(tokens, i),
    readSigned(tokens, i),
  ]
  let best: Reading | null = null
  for (const found of candidates) if (found && (!best || found.end > best.end)) best = found
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
