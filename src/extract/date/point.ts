// A point or stretch of time with all that joins it.

import { isOrdinalSuffix, readOrdinal } from '../../text/number-words.ts'
import { indexOpenings } from '../../text/openings.ts'
import { digits, isGlued, near, rememberNear, type Tokens } from '../../text/tokens.ts'
import { clockWords } from './clock.ts'
import { readDefinite } from './definite.ts'
import { readDeictic } from './deictic.ts'
import { joinLength, joinPart, joinWhole, joinYears } from './joins.ts'
import { readPosition } from './modifiers.ts'
import { readNth } from './nth.ts'
import { isDay, readSimple } from './simple.ts'
import { joinClock, readTimes, withDay } from './times.ts'
import { before, dayParts, isNumeric, type Reading, type Rule } from './words.ts'
import { readYear } from './year-number.ts'

/** A point in time at token `i`, with what joins it: the base of ranges, shifts and ordinals. `depth` bounds what hangs on what. */
export const readPoint = (tokens: Tokens, i: number, depth = 0): Reading | null => points[depth]!(tokens, i)

const points = [0, 1, 2].map((depth) => rememberNear((tokens, i) => readPointAt(tokens, i, depth)))

function readPointAt(tokens: Tokens, i: number, depth: number): Reading | null {
  const position = readPosition(tokens, i)
  if (position && near(tokens, position.end)) {
    const inner =
      readJoined(tokens, position.end, depth) ??
      (/^(?:end|start|beginning|middle|close|the)$/.test(tokens.lower[i]!) ? readDefinite(tokens, position.end) : null)
    if (
      inner &&
      !/^(?:duration|set|reference|time)$/.test(inner.expression.form) &&
      !(inner.start !== undefined && inner.start > position.end + 1)
    )
      return {
        end: inner.end,
        expression: inner.expression,
        modifier: position.modifier,
        ...(inner.confidence && { confidence: inner.confidence }),
      }
    // `early in the morning`, `late afternoon`
    const at = near(tokens, position.end) === 'the' ? position.end + 1 : position.end
    const part = dayParts.get(near(tokens, at))
    if (part && !near(tokens, at).endsWith('s'))
      return withDay(tokens, {
        end: at + 1,
        expression: { form: 'time', clock: { part } },
        modifier: position.modifier,
      })
    return null
  }
  return readLetters(tokens, i) ?? readJoined(tokens, i, depth)
}

/** `the rest of the week`: from now to its end. */
export function readRest(tokens: Tokens, i: number): Reading | null {
  const at = tokens.lower[i] === 'the' ? i + 1 : i
  if (tokens.lower[at] !== 'rest' && tokens.lower[at] !== 'remainder') return null
  const whole =
    near(tokens, at + 1) === 'of' && near(tokens, at + 2)
      ? (readDefinite(tokens, at + 2) ?? readPoint(tokens, at + 2, 2))
      : null
  if (!whole || !/^(?:relative|calendar)$/.test(whole.expression.form)) return null
  return {
    end: whole.end,
    expression: { form: 'range', from: { form: 'reference', value: 'PRESENT_REF' }, to: whole.expression },
  }
}

/** `20th of the next month`: a day of a month that is named by its distance. */
function readDayOf(tokens: Tokens, i: number): Reading | null {
  const at = tokens.lower[i] === 'the' ? i + 1 : i
  const day =
    readOrdinal(tokens, at) ??
    (tokens.kind[at] === digits && tokens.lower[at]!.length <= 2
      ? { value: Number(tokens.lower[at]), end: at + 1 }
      : null)
  if (!day || day.value < 1 || day.value > 31) return null
  const of = near(tokens, day.end) === 'of' ? day.end + 1 : day.end
  const the = near(tokens, of) === 'the' ? of + 1 : of
  const whole =
    near(tokens, the) && (of > day.end || tokens.kind[at] !== digits || day.end > at + 1)
      ? readDeictic(tokens, the)
      : null
  if (
    whole?.expression.form !== 'relative' ||
    whole.expression.unit !== 'month' ||
    (whole.start !== undefined && whole.start > the)
  )
    return null
  return {
    end: whole.end,
    expression: { form: 'within', part: { form: 'calendar', day: day.value }, whole: whole.expression },
  }
}

/** End of month, end of year, beginning of month: as offices write them. */
function readLetters(tokens: Tokens, i: number): Reading | null {
  const at = tokens.lower[i] === 'the' ? i + 1 : i
  const form = at > i ? near(tokens, at) : tokens.lower[i]!
  // `by year-end`, `at year-end 2022`
  if (
    at === i &&
    /^(?:year|quarter|month)$/.test(form) &&
    tokens.lower[i + 1] === '-' &&
    tokens.lower[i + 2] === 'end'
  ) {
    if (!isGlued(tokens, i + 2) || (isGlued(tokens, i + 3) && near(tokens, i + 3) === '-')) return null
    if (!/^(?:by|at|until|till|before|since|from|to|through|for|around|near|of|after|towards)$/.test(before(tokens, i)))
      return null
    const year = form === 'year' && near(tokens, i + 3) ? readYear(tokens, i + 3, true) : null
    if (year) return { end: year.end, expression: { form: 'calendar', year: year.value }, modifier: 'end' }
    return { end: i + 3, expression: { form: 'relative', unit: form as 'year', offset: 0 }, modifier: 'end' }
  }
  if (!/^(?:eom|eoy|bom|boy|eow|eod)$/.test(form) || form === 'boy') return null
  const unit = { m: 'month', y: 'year', w: 'week', d: 'day' }[form[2]!] as 'month'
  return { end: at + 1, expression: { form: 'relative', unit, offset: 0 }, modifier: form[0] === 'e' ? 'end' : 'start' }
}

/** What hangs on a point in time: one that is read a level deeper. */
const deeper = [0, 1, 2].map(
  (depth): Rule =>
    (tokens, i) =>
      depth < 2 ? readPoint(tokens, i, depth + 1) : null,
)

/** What else begins a point in time; `found` is what was read so far, which only something longer can replace. */
type Part = (tokens: Tokens, i: number, depth: number, found: Reading | null) => Reading | null

const partsAt = indexOpenings<Part>([
  [
    (tokens, i, depth) => (depth < 2 ? readNth(tokens, i, deeper[depth]!) : null),
    (lower, lead) =>
      lead === 'digits'
        ? isOrdinalSuffix(lower)
        : isNumeric(lower) || /^(?:week|w|last|final)$/.test(lower) || (lead === 'the' && /^\d/.test(lower)),
  ],
  [
    (tokens, i, depth, found) => {
      const clock = readTimes(tokens, i)
      return clock && (!found || clock.end > found.end) ? withDay(tokens, clock, deeper[depth]) : null
    },
    (lower, lead) =>
      lead === 'digits' ||
      lower === 'quarter' ||
      (lead === '' && (isNumeric(lower) || clockWords.has(lower) || /^(?:between|from|mid)$/.test(lower))),
  ],
  [
    readDayOf,
    (lower, lead) =>
      lead === 'digits'
        ? lower === 'of' || isOrdinalSuffix(lower)
        : isNumeric(lower) || (lead === 'the' && /^\d/.test(lower)),
  ],
  [
    (tokens, i, depth) => readPartOf(tokens, i, deeper[depth]!),
    (lower, lead) => (lead === 'the' || lead === '') && dayParts.has(lower),
  ],
])

export function readJoined(tokens: Tokens, i: number, depth: number): Reading | null {
  let found = readSimple(tokens, i)
  for (const read of partsAt(tokens, i)) {
    const part = read(tokens, i, depth, found)
    if (part && (!found || part.end > found.end)) found = part
  }
  if (!found) return null
  let reading = found
  for (let n = 0; n < 3; n++) {
    const more =
      joinWhole(tokens, reading, depth) ??
      joinYears(tokens, reading) ??
      joinPart(tokens, reading) ??
      joinClock(tokens, i, reading) ??
      joinLength(tokens, i, reading)
    if (!more) break
    reading = more
  }
  return reading
}

/** `morning of the 15th`, `the night of May 3`. */
function readPartOf(tokens: Tokens, i: number, point: Rule): Reading | null {
  const at = tokens.lower[i] === 'the' ? i + 1 : i
  const part = dayParts.get(at > i ? near(tokens, at) : tokens.lower[i]!)
  if (!part) return null
  const joint = near(tokens, at + 1)
  // `fell in morning trading`: of the day that the text is about
  if (joint === 'trading' || joint === 'trade')
    return {
      end: at + 1,
      expression: { form: 'at', day: { form: 'relative', unit: 'day', offset: 0 }, clock: { part } },
      confidence: 0.6,
    }
  const day = joint === 'of' || joint === 'on' ? point(tokens, at + 2) : null
  return day && isDay(day.expression)
    ? { end: day.end, expression: { form: 'at', day: day.expression, clock: { part } } }
    : null
}
