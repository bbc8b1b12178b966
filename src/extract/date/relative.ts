import type { Step, TimexExpression } from '../../model/timex.ts'
import { parseWeekday } from '../../text/calendar.ts'
import { readOrdinal } from '../../text/number-words.ts'
import { readNumeral } from '../../text/numerals.ts'
import { digits, isGlued, type Tokens, word } from '../../text/tokens.ts'
import { readLength } from './duration.ts'
import {
  before,
  dayParts,
  isAlone,
  isCapital,
  isLeftFree,
  near,
  type Reading,
  type Rule,
  readBound,
  readPlainUnit,
  readStep,
  readUnit,
} from './words.ts'

const days = new Map<string, number>([
  ['yesterday', -1],
  ['today', 0],
  ['tonight', 0],
  ['tonite', 0],
  ['tomorrow', 1],
  ['tomorrows', 1],
  ['tmrw', 1],
  ['tmr', 1],
])

// Reads   yesterday, today, tonight, tomorrow morning, the day before yesterday, the day after tomorrow
// Not     Today (a name, as in `USA Today`)
export const readNamedDay: Rule = (tokens, i) => {
  const { lower } = tokens
  const at = lower[i] === 'the' ? i + 1 : i
  if (lower[at] === 'day' && /^(?:before|after)$/.test(near(tokens, at + 1)) && (at === i || near(tokens, at))) {
    const base = days.get(near(tokens, at + 2))
    if (base) return { end: at + 3, expression: { form: 'relative', unit: 'day', offset: 2 * base } }
    return null
  }
  const offset = days.get(lower[i]!)
  if (offset === undefined || !isLeftFree(tokens, i)) return null
  if (
    isCapital(tokens, i) &&
    lower[i] === 'today' &&
    tokens.kind[i - 1] === word &&
    before(tokens, i) &&
    isCapital(tokens, i - 1)
  )
    return null
  const day: TimexExpression = { form: 'relative', unit: 'day', offset }
  return /^toni/.test(lower[i]!)
    ? { end: i + 1, expression: { form: 'at', day, clock: { part: 'NI' } } }
    : { end: i + 1, expression: day }
}

const nouns = /^(?:second|minute|hour|night)$/
const verbLeads =
  /^(?:will|would|to|can|cannot|could|may|might|must|should|shall|not|t|ll|did|does|do|typically|usually|often|generally|normally|that|which)$/

// Reads   last year, this week, next month, the previous decade, last night, the current quarter, earlier this month, that same year, last week-end,
//         the last two decades, the past 10 years, next few weeks, 5 upcoming years, the past decade, the week after next
// Not     last in line, the last year of school, this second
export const readDeictic: Rule = (tokens, i) => {
  const { lower } = tokens
  if (!isLeftFree(tokens, i)) return null
  const later =
    /^(?:earlier|later|sometime|early|late)$/.test(lower[i]!) &&
    /^(?:this|last|next|in|that)$/.test(near(tokens, i + 1))
  let at = later ? (near(tokens, i + 1) === 'in' ? i + 2 : i + 1) : i
  const the = (at === i || near(tokens, at)) && /^(?:the|these|those|our|its|their)$/.test(lower[at] ?? '')
  if (the) at++
  if (at > i && !near(tokens, at)) return null
  const step = readStep(tokens, at)
  if (!step) return the || at === i ? readCounted(tokens, i, at) : null
  const behind = step.end
  if (!near(tokens, behind)) return null
  // `will last two weeks`: the verb
  if (step.word === 'last' && !the && at === i && verbLeads.test(before(tokens, at))) return null
  const part = dayParts.get(lower[behind]!)
  if (part && lower[behind] !== 'night' && !lower[behind]!.endsWith('s')) {
    const offset = step.step
    return {
      end: behind + 1,
      expression: {
        form: 'at',
        day: { form: 'relative', unit: 'day', offset, ...(step.anchored && { anchored: true }) },
        clock: { part },
      },
    }
  }
  const counted = readStretch(tokens, i, behind, step.step, step.word)
  if (counted) return counted
  const single = lower[behind] === 'calendar' || lower[behind] === 'full' ? behind + 1 : behind
  const unit = readPlainUnit(tokens, single)
  if (!unit || (unit.plural && lower[single] !== 'seasons') || !near(tokens, single)) return null
  if (step.word === 'that' && !/^(?:year|month|day|week|night|weekend|quarter|decade|century)$/.test(lower[single]!))
    return null
  const next = near(tokens, unit.end)
  const theLast = the && (step.word === 'last' || step.word === 'next')
  const ofThe = !the && /^(?:last|next)$/.test(step.word) && before(tokens, at) === 'the'
  if ((theLast || ofThe) && next === 'of') return null
  if (
    /^(?:last|this|that|next)$/.test(step.word) &&
    /^(?:minute|second|hour)$/.test(lower[single]!) &&
    !isAlone(tokens, i, unit.end)
  )
    return null
  if (isGlued(tokens, unit.end) && tokens.lower[unit.end] === '-' && tokens.kind[unit.end + 1] === word) return null
  const night = nouns.test(lower[single]!) && lower[single] === 'night'
  if (night)
    return {
      end: unit.end,
      expression: {
        form: 'at',
        day: { form: 'relative', unit: 'day', offset: step.step, ...(step.anchored && { anchored: true }) },
        clock: { part: 'NI' },
      },
    }
  const whole = unit.unit === 'weekend' || unit.unit === 'quarter'
  if (unit.factor > 1 && step.step !== 0)
    return {
      end: unit.end,
      start: the && step.word !== 'past' && step.word !== 'last' ? at : i,
      expression: { form: 'stretch', unit: unit.unit, count: unit.factor, sign: step.step },
    }
  if ((step.word === 'past' || (the && step.word === 'last')) && !whole && lower[at] !== 'this')
    return { end: unit.end, expression: { form: 'stretch', unit: unit.unit, count: unit.factor, sign: -1 } }
  if (the && step.word === 'coming')
    return { end: unit.end, expression: { form: 'stretch', unit: unit.unit, count: unit.factor, sign: 1 } }
  return {
    end: unit.end,
    start: the ? at : i,
    expression: {
      form: 'relative',
      unit: unit.unit,
      offset: step.step * unit.factor,
      ...(step.anchored && { anchored: true }),
    },
  }
}

/** `last two decades`: a count behind the word. */
function readStretch(tokens: Tokens, i: number, at: number, step: Step, name: string) {
  if (step === 0 && name !== 'these') return null
  const length = readLength(tokens, at)
  if (!length || length.article || length.hyphen) return null
  const { unit, count } = length.parts[0]!
  if (!length.plural && !isAlone(tokens, i, length.end)) return null
  if (length.parts.length > 1)
    return {
      end: length.end,
      expression: { form: 'shift', parts: length.parts, sign: step as -1 | 1 } as TimexExpression,
    }
  return {
    end: length.end,
    expression: { form: 'stretch', unit, count, sign: (step < 0 ? -1 : 1) as -1 | 1 } as TimexExpression,
    ...(length.modifier && { modifier: length.modifier }),
  }
}

/** `5 upcoming years`, `the two previous months`: the count before the word. */
function readCounted(tokens: Tokens, i: number, at: number) {
  const numeral = readNumeral(tokens, at)
  if (!numeral || numeral.value === undefined || !near(tokens, numeral.end)) return null
  const step = readStep(tokens, numeral.end)
  if (!step || step.step === 0 || !near(tokens, step.end)) return null
  const unit = readPlainUnit(tokens, step.end)
  if (!unit || !(unit.plural || isAlone(tokens, i, unit.end))) return null
  return {
    end: unit.end,
    expression: {
      form: 'stretch',
      unit: unit.unit,
      count: numeral.value * unit.factor,
      sign: step.step as -1 | 1,
    } as TimexExpression,
  }
}

// Reads   the year-ago quarter, year-earlier period, a year-earlier loss
// Not     year-old (an age), years ago (a shift)
export const readYearAgo: Rule = (tokens, i) => {
  const at = /^(?:the|a)$/.test(tokens.lower[i]!) ? i + 1 : i
  if (at > i && !near(tokens, at)) return null
  const unit = tokens.lower[at]
  if (!(unit === 'year' || unit === 'month' || unit === 'week') || near(tokens, at + 1) !== '-') return null
  if (!/^(?:ago|earlier)$/.test(near(tokens, at + 2))) return null
  const noun = /^(?:quarter|period|month|half)$/.test(near(tokens, at + 3)) ? 1 : 0
  return {
    end: at + 3 + noun,
    start: noun ? i : at,
    expression: { form: 'relative', unit, offset: -1, anchored: true },
    confidence: 0.7,
  }
}

// Reads   two years ago, a week earlier, three days later, ten months from now, more than a decade ago, in five days, 7 days hence,
//         two days after Christmas, the day after, 3 fridays from now, the year before last
// Not     before the war (no length), a year later in life
export const readShift =
  (point: Rule): Rule =>
  (tokens, i) => {
    if (!isLeftFree(tokens, i)) return null
    const { lower } = tokens
    if (lower[i] === 'the' || lower[i] === 'a') {
      // `the week after next`, `the year before last`
      const unit = readPlainUnit(tokens, i + 1)
      const way = unit && !unit.plural && near(tokens, i + 1) ? near(tokens, unit.end) : ''
      const target = way ? near(tokens, unit!.end + 1) : ''
      if (lower[i] === 'the' && ((way === 'after' && target === 'next') || (way === 'before' && target === 'last')))
        return {
          end: unit!.end + 2,
          expression: { form: 'relative', unit: unit!.unit, offset: way === 'after' ? 2 : -2 },
        }
      if (lower[i] === 'the' && /^(?:before|after)$/.test(way)) {
        const base = target ? point(tokens, unit!.end + 1) : null
        const parts = [{ unit: unit!.unit, count: unit!.factor }]
        const sign = way === 'after' ? 1 : -1
        if (base) return { end: base.end, expression: { form: 'shift', parts, sign, base: base.expression } }
        if (!/^\p{L}/u.test(target) || isAlone(tokens, i, unit!.end + 1)) {
          if (unit!.unit === 'second') return null
          return {
            end: unit!.end + 1,
            expression:
              unit!.unit === 'minute' || unit!.unit === 'hour'
                ? { form: 'shift', parts, sign }
                : { form: 'relative', unit: unit!.unit, offset: sign, anchored: true },
          }
        }
      }
      if (lower[i] === 'the') return null
    }
    // `in 1d 2hr`: handled from `in`, which is no part of the span
    const weekdays = readWeekdays(tokens, i)
    if (weekdays) return weekdays
    const length = readLength(tokens, i)
    if (!length || length.hyphen) return null
    const vague = length.parts.every(({ count }) => count === 0)
    const way = near(tokens, length.end)
    const modifier = length.modifier ? { modifier: length.modifier } : {}
    const made = (end: number, sign: -1 | 1, anchored: boolean, base?: TimexExpression) =>
      vague && !base
        ? {
            end,
            expression: { form: 'reference', value: sign < 0 ? 'PAST_REF' : 'FUTURE_REF' } as TimexExpression,
            ...modifier,
          }
        : {
            end,
            expression: {
              form: 'shift',
              parts: length.parts,
              sign,
              ...(anchored && { anchored }),
              ...(base && { base }),
            } as TimexExpression,
            ...modifier,
          }
    if (way === 'ago' || (way === 'back' && length.plural)) return made(length.end + 1, -1, false)
    if (way === 'hence') return made(length.end + 1, 1, false)
    if (way === 'earlier' || way === 'later') return made(length.end + 1, way === 'earlier' ? -1 : 1, true)
    const begins = before(tokens, i) === 'for' && !vague ? readBeginning(tokens, length.end) : 0
    const from = begins ? point(tokens, begins) : null
    if (from) return { end: from.end, expression: { form: 'lasting', from: from.expression, parts: length.parts } }
    if (way === 'out' && isAlone(tokens, i, length.end + 1)) return made(length.end + 1, 1, false)
    if (
      way === 'from' ||
      way === 'since' ||
      way === 'before' ||
      way === 'after' ||
      way === 'following' ||
      way === 'prior'
    ) {
      let at = length.end + 1
      const lasting = way === 'from' && before(tokens, i) === 'for' && near(tokens, at) ? point(tokens, at) : null
      if (lasting && !vague)
        return { end: lasting.end, expression: { form: 'lasting', from: lasting.expression, parts: length.parts } }
      if (way === 'prior') {
        if (near(tokens, at) !== 'to') return null
        at++
      }
      const right = near(tokens, at) === 'right' && near(tokens, at + 1) === 'now' ? 1 : 0
      if (way === 'from' && near(tokens, at + right) === 'now') return made(at + right + 1, 1, false)
      const sign = way === 'before' || way === 'prior' ? -1 : 1
      const base = near(tokens, at) ? point(tokens, at) : null
      if (base && base.expression.form !== 'duration' && base.expression.form !== 'set' && !vague)
        return made(base.end, sign, false, base.expression)
      if (way === 'before' && (!/^\p{L}|^\d/u.test(near(tokens, at)) || isAlone(tokens, i, length.end + 1)))
        return made(length.end + 1, -1, true)
    }
    return null
  }

/** Behind a length: `starting Monday`, `beginning on June 5`, `, from today`: where the point begins; 0 without one. */
function readBeginning(tokens: Tokens, i: number): number {
  const comma = near(tokens, i) === ',' ? 1 : 0
  const lead = near(tokens, i + comma)
  let at = i + comma + 1
  if (!/^(?:starting|beginning)$/.test(lead) && !(comma && lead === 'from')) return 0
  if (/^(?:on|from|in)$/.test(near(tokens, at))) at++
  return near(tokens, at) ? at : 0
}

/** `3 fridays from now`, `2 thursdays ago`. */
function readWeekdays(tokens: Tokens, i: number) {
  const numeral = readNumeral(tokens, i)
  if (!numeral || numeral.scaled || numeral.value === undefined || numeral.value > 60 || !near(tokens, numeral.end))
    return null
  const weekday = parseWeekday(tokens.lower[numeral.end]!.replace(/s$/, '')) ?? null
  if (weekday === null) return null
  const ago = near(tokens, numeral.end + 1) === 'ago'
  const hence = near(tokens, numeral.end + 1) === 'from' && near(tokens, numeral.end + 2) === 'now'
  if (!ago && !hence) return null
  return {
    end: numeral.end + (ago ? 2 : 3),
    expression: {
      form: 'nth',
      nth: ago ? -numeral.value : numeral.value,
      unit: 'day',
      weekday,
      of: { form: 'reference', value: 'PRESENT_REF' },
    } as TimexExpression,
  }
}

/** `in five days`, `within 2 weeks`: what lies ahead when the clause looks ahead, a length otherwise. Begins at the length. */
export const readAhead: Rule = (tokens, i) => {
  const lead = before(tokens, i)
  const within = lead === 'within' ? { within: true } : {}
  if (lead !== 'in' && lead !== 'within' && !(lead === 'after' && !before(tokens, i - 1))) return null
  if (
    before(tokens, i - 1) &&
    /^(?:once|time|late|early|later|first|only|worst|best|record)$/.test(before(tokens, i - 1))
  )
    return null
  const length = readLength(tokens, i)
  if (!length || length.hyphen || length.high !== undefined || length.modifier === 'more-than') return null
  const { parts } = length
  const time = timeBehind(tokens, length.end)
  if (time)
    return {
      end: time,
      expression: { form: 'shift', parts, sign: 1 },
      ...(length.modifier && { modifier: length.modifier }),
    }
  if (parts.some(({ count }) => count === 0) && !isAlone(tokens, i - 1, length.end)) return null
  if (/^(?:of|ago|after|before|later|earlier|from|old|'|straight|to)$/.test(near(tokens, length.end))) return null
  if (length.unit === 'second' && length.article) return null
  return {
    end: length.end,
    expression: {
      form: 'shift',
      parts: parts.map(({ unit, count }) => ({ unit, count: count || 3 })),
      sign: 1,
      ...within,
      ...(!isAlone(tokens, i - 1, length.end) && { ahead: before(tokens, i - 1) ? 'inside' : 'opening' }),
    } as TimexExpression,
    ...(length.modifier && { modifier: length.modifier }),
  }
}

/** `in five years’ time`, `in a week’s time`: the token behind `time`; 0 without it. */
function timeBehind(tokens: Tokens, i: number): number {
  if (near(tokens, i) !== "'") return 0
  const at = near(tokens, i + 1) === 's' ? i + 2 : i + 1
  return near(tokens, at) === 'time' ? at + 1 : 0
}

// Reads   first Monday of October, the last day of the month, the third quarter of last year (with period), the first two weeks of 2021,
//         the second week of March, the 15th day of next month, the end of the week (with its position), the week of April 10
// Not     the first day of school, the second half of the match
export const readNth =
  (point: Rule): Rule =>
  (tokens, i) => {
    const { lower } = tokens
    const at = lower[i] === 'the' ? i + 1 : i
    if (at > i && !near(tokens, at)) return null
    if (lower[at] === 'week' || lower[at] === 'w') {
      const lead =
        lower[at] === 'w'
          ? near(tokens, at + 1) === '/' && near(tokens, at + 2) === 'c'
            ? at + 3
            : 0
          : weekLead(tokens, at + 1)
      const to = lower[at] === 'week' ? weekEnd(tokens, at + 1) : 0
      const last = to && near(tokens, to) ? point(tokens, to) : null
      if (last?.expression.form === 'calendar' && last.expression.day !== undefined)
        return { end: at + 1, expression: { form: 'week-of', of: last.expression, ends: true } }
      const day = lead && near(tokens, lead) ? point(tokens, lead) : null
      if (day && /^(?:calendar|weekday|holiday)$/.test(day.expression.form))
        return {
          end: day.end,
          expression: { form: 'week-of', of: day.expression, ...(near(tokens, at + 1) !== 'of' && { begins: true }) },
        }
      return null
    }
    let nth: number | undefined
    let end = at
    if (lower[at] === 'last' || lower[at] === 'final') {
      nth = -1
      end = at + 1
    } else {
      const ordinal = readOrdinal(tokens, at)
      if (!ordinal) return null
      nth = ordinal.value
      end = ordinal.end
      if (near(tokens, end) === 'to' && near(tokens, end + 1) === 'last') end++
      if (near(tokens, end) === 'last') {
        nth = -ordinal.value
        end++
      }
    }
    if (!near(tokens, end)) return null
    let count: number | undefined
    const numeral = readNumeral(tokens, end)
    if (numeral && numeral.value !== undefined && numeral.value <= 100 && (nth === 1 || nth === -1)) {
      count = numeral.value
      end = numeral.end
    }
    const weekday = parseWeekday(near(tokens, end))
    const unit = weekday === null ? (near(tokens, end) ? readPlainUnit(tokens, end) : null) : null
    if (weekday === null && !unit) return null
    if (count !== undefined && !unit?.plural) return null
    const behind = unit ? unit.end : end + 1
    const joint = near(tokens, behind)
    const lead = joint === 'of' || joint === 'in' || (joint === 'from' && nth > 0) ? behind + 1 : behind
    // `on Friday` of the first week
    const whole = near(tokens, lead) ? (readDefinite(tokens, lead) ?? point(tokens, lead)) : null
    if (!whole || (whole.start !== undefined && whole.start > lead + 1)) return null
    if (lead === behind && !(weekday !== null && /^(?:next|this|last)$/.test(lower[lead]!))) return null
    const form = whole.expression.form
    if (!/^(?:calendar|relative|quarter|half|season|decade|century|holiday|weekday|fiscal|stretch|range)$/.test(form))
      return null
    return {
      end: whole.end,
      expression: {
        form: 'nth',
        nth,
        unit: unit?.unit ?? 'day',
        ...(weekday !== null && { weekday }),
        ...(count !== undefined && { count: count * (unit?.factor ?? 1) }),
        of: whole.expression,
      },
    }
  }

/** Behind `week`: `to`, `ended`, `ending on`, before the day that it ends with. */
function weekEnd(tokens: Tokens, i: number): number {
  const form = near(tokens, i)
  if (form === 'to') return i + 1
  return form === 'ended' || form === 'ending' || form === 'through'
    ? near(tokens, i + 1) === 'on'
      ? i + 2
      : i + 1
    : 0
}

/** Behind `week`: `of`, `beginning`, `starting on`, `commencing`. */
function weekLead(tokens: Tokens, i: number): number {
  const form = near(tokens, i)
  if (form === 'of') return i + 1
  if (/^(?:beginning|starting|commencing)$/.test(form)) return near(tokens, i + 1) === 'on' ? i + 2 : i + 1
  return 0
}

/** `the month`, `the year`, `week`: the one of writing, behind words that ask for one. */
export const readDefinite: Rule = (tokens, i) => {
  const at = tokens.lower[i] === 'the' ? i + 1 : i
  if (at > i && !near(tokens, at)) return null
  if (!/^(?:year|month|week|quarter|decade|day|century|weekend)$/.test(tokens.lower[at] ?? '')) return null
  if (
    /^(?:of|when|before|after|ended|ending|to|earlier|ago|-)$/.test(near(tokens, at + 1)) &&
    near(tokens, at + 1) !== 'to'
  )
    return null
  const unit = readUnit(tokens, at)!
  return { end: at + 1, expression: { form: 'relative', unit: unit.unit, offset: 0 }, confidence: 0.6 }
}

/** The same in free text: only where the clause counts it (`so far in the year`). */
export const readBareDefinite: Rule = (tokens, i) => {
  if (tokens.lower[i] !== 'the') return null
  const alone = isAlone(tokens, i, i + 2)
  const day = readMarketDay(tokens, i)
  if (day) return day
  const opens = !before(tokens, i) && tokens.lower[i + 1] === 'weekend'
  if (!alone && !opens && !/^(?:for|of|in|over|during|throughout|far|at|by)$/.test(before(tokens, i))) return null
  const found = readDefinite(tokens, i)
  if (
    !found ||
    !/^(?:year|month|week|quarter|weekend)$/.test(tokens.lower[i + 1]!) ||
    (alone && tokens.lower[i + 1] !== 'weekend')
  )
    return null
  const next = near(tokens, found.end)
  if (tokens.kind[found.end] === digits || (isGlued(tokens, found.end) && tokens.kind[found.end] === word)) return null
  return /^(?:'|that|’)$/.test(next) ? null : found
}

/** `to end the day at 7,114`, `closed lower for the day`, `later in the day`: the day of writing. */
function readMarketDay(tokens: Tokens, i: number): Reading | null {
  if (near(tokens, i + 1) !== 'day') return null
  const previous = before(tokens, i)
  const ends = /^(?:end|ended|ending|finish|finished|finishing|close|closed|closing|started|began|opened)$/.test(
    previous,
  )
  const within = previous === 'in' && /^(?:later|earlier)$/.test(before(tokens, i, 2))
  const over =
    previous === 'for' &&
    (tokens.kind[i + 2] !== word ||
      !near(tokens, i + 2) ||
      /^(?:and|but|while|as|after|at|on|with)$/.test(near(tokens, i + 2)))
  return (ends || within || over) && !/^(?:of|that|when|before|after|'|-)$/.test(near(tokens, i + 2))
    ? { end: i + 2, expression: { form: 'relative', unit: 'day', offset: 0 }, confidence: 0.5 }
    : null
}

/** `more than`, `about` before what is no length: passes over them. */
export const skipBound = (tokens: Tokens, i: number): number => readBound(tokens, i)?.end ?? i
