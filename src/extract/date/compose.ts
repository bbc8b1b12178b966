import type { DateModifier } from '../../model/claim/date.ts'
import type { Clock, TimexExpression } from '../../model/timex.ts'
import { readOrdinal } from '../../text/number-words.ts'
import { digits, isGlued, rememberNear, type Tokens, word } from '../../text/tokens.ts'
import { readCalendar } from './calendar.ts'
import { type ClockReading, readClock, settle } from './clock.ts'
import { readBareDefinite, readDefinite } from './definite.ts'
import { readDeictic, readNamedDay, readYearAgo } from './deictic.ts'
import { readDuration } from './duration.ts'
import { readHoliday } from './holiday.ts'
import { readLength } from './length.ts'
import { readNth } from './nth.ts'
import { readQuarter, readSeason, readWeek } from './period.ts'
import { readReference } from './reference.ts'
import { readSet } from './set.ts'
import { readAhead, readShift } from './shift.ts'
import {
  before,
  dayParts,
  isAlone,
  isLeftFree,
  isRightFree,
  near,
  type Reading,
  type Rule,
  readPosition,
} from './words.ts'
import { readCentury, readDecade, readFiscal, readPlainYear } from './year.ts'

// How the forms join: a day and its time, a part and its whole, the two ends of a range.

/** Forms that name a point or stretch of time by themselves. Of several that fit the longest counts, then the first. */
const simple: readonly Rule[] = [
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

function longest(tokens: Tokens, i: number, rules: readonly Rule[]): Reading | null {
  let best: Reading | null = null
  for (const rule of rules) {
    const found = rule(tokens, i)
    if (found && (!best || found.end > best.end)) best = found
  }
  return best
}

const isDay = (expression: TimexExpression): boolean => {
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
function readRest(tokens: Tokens, i: number): Reading | null {
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
  if (!/^(?:eom|eoy|bom|boy|eow|eod)$/.test(form) || form === 'boy') return null
  const unit = { m: 'month', y: 'year', w: 'week', d: 'day' }[form[2]!] as 'month'
  return { end: at + 1, expression: { form: 'relative', unit, offset: 0 }, modifier: form[0] === 'e' ? 'end' : 'start' }
}

function readJoined(tokens: Tokens, i: number, depth: number): Reading | null {
  const point: Rule = (t, k) => (depth < 2 ? readPoint(t, k, depth + 1) : null)
  const nth = depth < 2 ? readNth(point)(tokens, i) : null
  let found = longest(tokens, i, simple)
  if (nth && (!found || nth.end > found.end)) found = nth
  const clock = readTimes(tokens, i)
  if (clock && (!found || clock.end > found.end)) {
    const joined = withDay(tokens, clock, point)
    if (joined && (!found || joined.end > found.end)) found = joined
  }
  const dayOf = readDayOf(tokens, i)
  if (dayOf && (!found || dayOf.end > found.end)) found = dayOf
  const part = readPartOf(tokens, i, point)
  if (part && (!found || part.end > found.end)) found = part
  if (!found) return null
  let reading = found
  for (let n = 0; n < 3; n++) {
    const more =
      joinWhole(tokens, reading, depth) ??
      joinYears(tokens, reading) ??
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
  const day = joint === 'of' || joint === 'on' ? point(tokens, at + 2) : null
  return day && isDay(day.expression)
    ? { end: day.end, expression: { form: 'at', day: day.expression, clock: { part } } }
    : null
}

/** One time of day or two: `5 to 6pm`, `9:30 - 11:00`, `between 10 and 11:30`. A bare number counts only where its neighbours say so. */
function readTimes(tokens: Tokens, i: number): (Reading & { bare?: boolean }) | null {
  const between = tokens.lower[i] === 'between'
  const from = tokens.lower[i] === 'from'
  const at = between || from ? i + 1 : i
  if (at > i && !near(tokens, at)) return null
  const previous = before(tokens, i)
  const led = /^(?:at|@|by|until|till|from|between|around|about|for|before|after|since)$/.test(previous)
  if (!isLeftFree(tokens, at)) return null
  const first = readClock(tokens, at, true)
  if (!first) return null
  const joint = near(tokens, first.end)
  if ((between && joint === 'and') || /^(?:-|–|—|to|till|until|through|thru)$/.test(joint)) {
    const next = /^(?:the|about|around)$/.test(near(tokens, first.end + 1)) ? first.end + 2 : first.end + 1
    const second = near(tokens, next) ? readClock(tokens, next, true) : null
    if (second && isRightFree(tokens, second.end) && !(first.bare && second.bare && first.clock.hour! > 12)) {
      const { zone } = second.clock
      const [a, b] = pairClocks(zone ? { zone, ...first.clock } : first.clock, second.clock)
      const bare = Boolean(first.bare && second.bare)
      if (!(first.bare && !second.bare && second.clock.twelve && second.clock.minute === undefined && !led && !between))
        return {
          end: second.end,
          start: from ? at : i,
          expression: { form: 'range', from: { form: 'time', clock: a }, to: { form: 'time', clock: b } },
          confidence: 0.8,
          ...(bare && { bare }),
        }
    }
  }
  if (at > i || !isRightFree(tokens, first.end)) return null
  return {
    end: first.end,
    expression: { form: 'time', clock: first.clock },
    confidence: 0.85,
    ...(first.bare && { bare: true }),
    ...(led && first.bare && { bare: true }),
  }
}

/** `5 to 6pm`: the half of the day that the second names holds for the first, where that leaves them in order. */
function pairClocks(a: Clock, b: Clock): [Clock, Clock] {
  const { twelve: first, ...from } = a
  const { twelve: second, ...to } = b
  if (first && !second && to.hour !== undefined && from.hour !== undefined) {
    const shifted = (from.hour % 12) + 12
    if (to.hour >= 12 && (shifted < to.hour || (shifted === to.hour && (from.minute ?? 0) < (to.minute ?? 0))))
      return [{ ...from, hour: shifted }, to]
    return [{ ...from, hour: from.hour % 12 === 0 && to.hour < 12 ? 0 : from.hour }, to]
  }
  if (
    second &&
    to.hour !== undefined &&
    from.hour !== undefined &&
    to.hour < from.hour &&
    to.hour + 12 > from.hour &&
    to.hour + 12 < 24
  )
    return [first ? { ...from, twelve: true } : from, { ...to, hour: to.hour + 12 }]
  return [a, b]
}

const atDay = (day: TimexExpression, times: TimexExpression): TimexExpression => {
  if (times.form === 'range') return { form: 'range', from: atDay(day, times.from), to: atDay(day, times.to) }
  const clock = times.form === 'time' ? times.clock : {}
  // `this afternoon at 3`: the part of the day tells which half
  if (day.form === 'at')
    return { form: 'at', day: day.day, clock: settle({ ...clock, ...(day.clock.part && { part: day.clock.part }) }) }
  return { form: 'at', day, clock }
}

/** A time with the day behind it: `10:30 on Monday`, `5 to 6pm of April 22`, `8 this evening`. */
function withDay(tokens: Tokens, times: Reading & { bare?: boolean }, point?: Rule): Reading | null {
  let at = times.end
  if (/^(?:on|of|,|-|∙|·)$/.test(near(tokens, at))) at++
  const joint = at > times.end
  if (near(tokens, at) === 'the' && !joint) return times.bare ? null : times
  const day = near(tokens, at) ? (point ? point(tokens, at) : longest(tokens, at, simple)) : null
  const holds =
    day && (isDay(day.expression) || (day.expression.form === 'at' && day.expression.clock.hour === undefined))
  if (holds && !(times.bare && !joint && !isSureDay(day.expression)))
    if (
      !(
        times.bare &&
        !times.start &&
        joint &&
        !/^(?:at|@|from|between|around)$/.test(before(tokens, times.start ?? times.end - 1)) &&
        !isSureDay(day.expression)
      )
    )
      return {
        end: day.end,
        expression: atDay(day.expression, times.expression),
        confidence: 0.9,
        ...(times.modifier && { modifier: times.modifier }),
      }
  return times.bare ? null : times
}
/** `tonight`, `tomorrow`, `this evening`: days that no other reading of a number before them explains. */
const isSureDay = (expression: TimexExpression) =>
  expression.form === 'at' || (expression.form === 'relative' && expression.unit === 'day')

/** A day with the time behind it: `Monday at 9`, `June 8, 10:30 a.m.`, `tomorrow from 5 to 6pm`, `Friday morning`. */
function joinClock(tokens: Tokens, i: number, reading: Reading): Reading | null {
  const { expression } = reading
  const open = isDay(expression) || (expression.form === 'at' && expression.clock.hour === undefined)
  if (!open) return null
  let at = reading.end
  if (near(tokens, at) === ',') at++
  if (near(tokens, at) === "'" && near(tokens, at + 1) === 's') return null
  const hasPart = expression.form === 'at'
  const inThe =
    near(tokens, at) === 'in' && near(tokens, at + 1) === 'the'
      ? at + 2
      : /^(?:early|late|at)$/.test(near(tokens, at))
        ? at + 1
        : at
  const part = hasPart ? undefined : dayParts.get(near(tokens, inThe))
  if (
    part &&
    !near(tokens, inThe).endsWith('s') &&
    (inThe === at || tokens.lower[inThe - 1] !== 'at' || near(tokens, inThe) === 'night') &&
    !(near(tokens, inThe) === 'night' && near(tokens, inThe + 1) === 'football')
  )
    return { ...reading, end: inThe + 1, expression: { form: 'at', day: expression, clock: { part } } }
  const lead = /^(?:at|@|from|between|around|about|for|by|t|-|∙|\.|before|after)$/.test(near(tokens, at)) ? at + 1 : at
  const glued = tokens.lower[at] === 't' && !isGlued(tokens, at)
  if (glued) return null
  const announced = /^(?:at|@|from|between|around)$/.test(near(tokens, at))
  const start = near(tokens, at) === 'between' || near(tokens, at) === 'from' ? at : lead
  if (!near(tokens, start)) return null
  const times = readTimesBehind(tokens, start, lead)
  if (!times) return null
  if (times.bare && !(announced || isAlone(tokens, i, times.end) || times.expression.form === 'range')) return null
  if (
    times.bare &&
    times.expression.form !== 'range' &&
    tokens.kind[times.end] === word &&
    near(tokens, times.end) &&
    !/^(?:on|and|or|to|in|with|for)$/.test(near(tokens, times.end))
  )
    return null
  if (
    times.bare &&
    times.expression.form === 'range' &&
    !announced &&
    tokens.kind[times.end] === word &&
    near(tokens, times.end)
  )
    return null
  return {
    end: times.end,
    expression: atDay(expression, times.expression),
    confidence: 0.9,
    ...(reading.modifier && { modifier: reading.modifier }),
  }
}

function readTimesBehind(tokens: Tokens, start: number, lead: number): (Reading & { bare?: boolean }) | null {
  const whole = readTimes(tokens, start)
  if (whole) return whole
  const about = /^(?:about|around)$/.test(near(tokens, lead)) ? lead + 1 : lead
  // `T10:30:00Z` and `2024.14:15`: glued, so no left edge
  const clock: ClockReading | null = near(tokens, about) ? readClock(tokens, about, true) : null
  const zone0 = clock && tokens.lower[clock.end] === 'z' && isGlued(tokens, clock.end)
  if (clock && zone0) return { end: clock.end + 1, expression: { form: 'time', clock: clock.clock } }
  if (!clock || !isRightFree(tokens, clock.end)) {
    if (clock && tokens.lower[lead - 1] === 't')
      return { end: clock.end, expression: { form: 'time', clock: clock.clock } }
    return null
  }
  return { end: clock.end, expression: { form: 'time', clock: clock.clock }, ...(clock.bare && { bare: true }) }
}

/** `Friday of next week`, `May last year`, `the 20th of next month`; the other way round, `next week on Tuesday`. */
function joinWhole(tokens: Tokens, reading: Reading, depth: number): Reading | null {
  if (depth > 1) return null
  const { expression } = reading
  const part =
    expression.form === 'weekday' ||
    (expression.form === 'calendar' && expression.year === undefined) ||
    (expression.form === 'holiday' && expression.year === undefined) ||
    (expression.form === 'season' && expression.year === undefined) ||
    expression.form === 'quarter' ||
    (expression.form === 'nth' && expression.of.form === 'calendar' && expression.of.year === undefined)
  let at = reading.end
  if (expression.form === 'relative' && expression.unit === 'week' && expression.offset !== undefined) {
    const on = /^(?:on|,)$/.test(near(tokens, at)) ? at + 1 : at
    const day = near(tokens, on) ? readCalendar(tokens, on) : null
    return day?.expression.form === 'weekday' && day.expression.step === undefined
      ? { ...reading, end: day.end, expression: { form: 'within', part: day.expression, whole: expression } }
      : null
  }
  if (!part) return null
  if (/^(?:of|in|from|,)$/.test(near(tokens, at))) at++
  if (near(tokens, at) === 'the') at++
  if (!near(tokens, at)) return null
  const whole = readDeictic(tokens, at)
  if (!whole || (whole.start !== undefined && whole.start > at)) return null
  const of = whole.expression
  if (of.form !== 'relative' || !/^(?:year|month|week|quarter|decade)$/.test(of.unit)) return null
  if (near(tokens, reading.end) === ',' && expression.form !== 'weekday') return null
  if (near(tokens, reading.end) === 'in' && !isDay(expression)) return null
  return { ...reading, end: whole.end, expression: { form: 'within', part: expression, whole: of } }
}

/** `Christmas two years ago`, `March in a year`: the year that its distance tells. */
function joinYears(tokens: Tokens, reading: Reading): Reading | null {
  const { expression } = reading
  const open =
    (expression.form === 'holiday' && expression.year === undefined && expression.step === undefined) ||
    (expression.form === 'calendar' &&
      expression.year === undefined &&
      expression.month !== undefined &&
      expression.step === undefined)
  if (!open) return null
  const ahead = near(tokens, reading.end) === 'in' ? 1 : 0
  const length = near(tokens, reading.end + ahead) ? readLength(tokens, reading.end + ahead) : null
  if (length?.parts.length !== 1 || length.modifier || length.hyphen) return null
  const { unit, count } = length.parts[0]!
  if (unit !== 'year' || !Number.isInteger(count) || count < 1 || count > 999) return null
  const behind = near(tokens, length.end)
  const end = ahead
    ? length.end
    : behind === 'ago' || behind === 'hence'
      ? length.end + 1
      : behind === 'from' && near(tokens, length.end + 1) === 'now'
        ? length.end + 2
        : 0
  if (!end || (ahead && /^(?:of|after|'|ago)$/.test(behind))) return null
  const offset = behind === 'ago' ? -count : count
  return {
    ...reading,
    end,
    expression: { form: 'within', part: expression, whole: { form: 'relative', unit: 'year', offset } },
  }
}

/** `from 2pm for two hours`, `from June 5 for three days`. */
function joinLength(tokens: Tokens, i: number, reading: Reading): Reading | null {
  if (near(tokens, reading.end) !== 'for' || !near(tokens, reading.end + 1)) return null
  if (!(isDay(reading.expression) || reading.expression.form === 'at' || reading.expression.form === 'time'))
    return null
  const length = readLength(tokens, reading.end + 1)
  if (!length || length.hyphen || length.modifier || length.parts.some(({ count }) => count === 0)) return null
  if (before(tokens, i) !== 'from' && !isAlone(tokens, i, length.end)) return null
  return { end: length.end, expression: { form: 'lasting', from: reading.expression, parts: length.parts } }
}

const level = (expression: TimexExpression): string => {
  switch (expression.form) {
    case 'calendar':
      return expression.day !== undefined ? 'day' : expression.month !== undefined ? 'month' : 'year'
    case 'weekday':
      return 'weekday'
    case 'holiday':
    case 'nth':
      return 'day'
    case 'relative':
      return expression.unit === 'day' ? 'day' : expression.unit
    case 'at':
      return 'at'
    case 'within':
      return level(expression.part)
    case 'shift':
      return 'day'
    case 'reference':
      return 'now'
    default:
      return expression.form
  }
}
const pairs: Readonly<Record<string, RegExp>> = {
  day: /^(?:day|weekday|now|at|month)$/,
  weekday: /^(?:weekday|day|at)$/,
  month: /^(?:month|day|now|year)$/,
  year: /^(?:year|now|day|month)$/,
  quarter: /^quarter$/,
  season: /^season$/,
  decade: /^decade$/,
  century: /^century$/,
  at: /^(?:at|day|time)$/,
  now: /^(?:day|weekday|month|year)$/,
  bc: /^(?:bc|year)$/,
  fiscal: /^fiscal$/,
  half: /^half$/,
  week: /^week$/,
  time: /^at$/,
}

/** Two points and what joins them: `28 June to 2 July 2021`, `between July and September`, `from 2 pm till tomorrow 4:30pm`, `Monday-Friday`. */
export function readRange(tokens: Tokens, i: number): Reading | null {
  const between = tokens.lower[i] === 'between'
  const at = between ? i + 1 : i
  if (between && !near(tokens, at)) return null
  const times = between ? readJoined(tokens, i, 0) : null
  if (times) return times
  const first = readPoint(tokens, at) ?? (between ? readReference(tokens, at) : null)
  if (!first || first.expression.form === 'range') {
    // `between 2014-2018`: the range is whole already
    return first && between && first.expression.form === 'range' ? first : between ? null : first
  }
  const joint = near(tokens, first.end)
  const joined = between ? /^(?:and|-|–|to)$/.test(joint) : /^(?:-|–|—|to|till|until|through|thru)$/.test(joint)
  if (!joined) return between ? null : first
  const next =
    near(tokens, first.end + 1) === 'the' && tokens.lower[first.end + 2] !== 'end' ? first.end + 1 : first.end + 1
  const second = near(tokens, next) ? (readPoint(tokens, next) ?? readReference(tokens, next)) : null
  if (!second) return between ? null : first
  const [a, b] = [level(first.expression), level(second.expression)]
  if (second.expression.form === 'range' || !pairs[a]?.test(b)) return between ? null : first
  // `closed at 5 on Monday to Tuesday's dismay`: without `from` only like joins like
  const from = between || before(tokens, i) === 'from' || before(tokens, i) === 'since'
  if (
    !from &&
    a !== b &&
    !(
      a === 'at' ||
      b === 'at' ||
      a === 'now' ||
      (joint === '-' && a === 'day' && b === 'weekday') ||
      (a === 'month' && b === 'day') ||
      (a === 'day' && b === 'month')
    )
  )
    return first
  return {
    end: second.end,
    expression: { form: 'range', from: first.expression, to: second.expression },
    confidence: 0.9,
  }
}

const shift = readShift((tokens, i) => readPoint(tokens, i, 1) ?? readReference(tokens, i))

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
    readRest(tokens, i),
    shift(tokens, i),
    readSet(tokens, i),
    readAhead(tokens, i),
    readDuration(tokens, i),
    readReference(tokens, i),
    readBareDefinite(tokens, i),
    readYearAgo(tokens, i),
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
