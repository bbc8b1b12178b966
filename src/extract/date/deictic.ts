import type { Step, TimexExpression } from '../../model/timex.ts'
import { readNumeral } from '../../text/numerals.ts'
import { isCapital, isGlued, near, type Tokens, word } from '../../text/tokens.ts'
import { readLength } from './length.ts'
import { before, dayParts, isAlone, isLeftFree, type Rule, readPlainUnit, readStep } from './words.ts'

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
  if (isCapital(tokens, i) && isProgramme(tokens, i, i + 1)) return null
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

/** `Radio 4's Today programme`, `ABC's “This Week”`: capitals in a sentence, behind an owner or a mark, or before what is broadcast. */
export function isProgramme(tokens: Tokens, i: number, end: number): boolean {
  if (/^(?:programme|program|show|newspaper|magazine|podcast|presenter|host|anchor|co|fm)$/.test(near(tokens, end)))
    return true
  // `Tomorrow Group`: a company
  if (
    /^(?:group|media|holdings|technologies|ltd|limited|inc|plc|foundation|network|institute|trust)$/.test(
      near(tokens, end),
    ) &&
    isCapital(tokens, end) &&
    // `Today Group A meets`
    !/^\p{L}$|^\d+$/u.test(near(tokens, end + 1))
  )
    return true
  const marked = /^["“‘']$/.test(tokens.lower[i - 1] ?? '') && isGlued(tokens, i)
  const at = marked ? i - 1 : i
  const owner = before(tokens, at) === 's' && tokens.lower[at - 2] === "'" && isCapital(tokens, at - 3)
  // `Bob's “Today”`, `on “This Week”`, closed right behind it
  const closed = marked && /^["”’'.,]$/.test(near(tokens, end))
  return owner || (closed && /^(?:on|of|s|programme|show)$/.test(before(tokens, at)))
}

const verbLeads =
  /^(?:will|would|to|can|cannot|could|may|might|must|should|shall|not|t|ll|did|does|do|typically|usually|often|generally|normally|that|which)$/

// Reads   last year, this week, next month, the previous decade, last night, the current quarter, earlier this month, that same year, last week-end,
//         the last two decades, the past 10 years, next few weeks, 5 upcoming years, the past decade, the week after next
// Not     last in line, the last year of school, this second
export const readDeictic: Rule = (tokens, i) => {
  const { lower } = tokens
  if (!isLeftFree(tokens, i)) return null
  if (isCapital(tokens, i) && near(tokens, i + 1) && isCapital(tokens, i + 1) && isProgramme(tokens, i, i + 2))
    return null
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
  // `will last two weeks`: the verb; `said that last week`: no verb
  const leads = before(tokens, at)
  // `in May last year`: the month
  const month = leads === 'may' && isCapital(tokens, at - 1) && /\p{L}|\d/u.test(before(tokens, at, 2))
  const verb = !month && verbLeads.test(leads) && !(leads === 'that' && readPlainUnit(tokens, behind)?.plural === false)
  if (step.word === 'last' && !the && at === i && verb) return null
  // `the next day`, `the next morning`: after the day that was spoken of
  const theNext = the && step.word === 'next'
  const part = dayParts.get(lower[behind]!)
  if (part && lower[behind] !== 'night' && !lower[behind]!.endsWith('s')) {
    const offset = step.step
    return {
      end: behind + 1,
      expression: {
        form: 'at',
        day: { form: 'relative', unit: 'day', offset, ...((step.anchored || theNext) && { anchored: true }) },
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
  if (lower[single] === 'night')
    return {
      end: unit.end,
      expression: {
        form: 'at',
        day: {
          form: 'relative',
          unit: 'day',
          offset: step.step,
          ...((step.anchored || theNext) && { anchored: true }),
        },
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
  // `the coming year`, `over the next decade`: from now on, not by the calendar
  if (
    (the && step.word === 'coming') ||
    (theNext && /^(?:over|during|within|throughout)$/.test(before(tokens, i)) && !/^(?:day|weekend)$/.test(unit.unit))
  )
    return { end: unit.end, expression: { form: 'stretch', unit: unit.unit, count: unit.factor, sign: 1 } }
  return {
    end: unit.end,
    start: the ? at : i,
    expression: {
      form: 'relative',
      unit: unit.unit,
      offset: step.step * unit.factor,
      ...((step.anchored || (theNext && unit.unit === 'day')) && { anchored: true }),
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
  // `the last two years of his life`: they need not be over now
  if (
    name === 'last' &&
    near(tokens, length.end) === 'of' &&
    /^(?:his|her|their|its|the|a|my|our)$/.test(near(tokens, length.end + 1))
  )
    return { end: length.end, expression: { form: 'duration', parts: length.parts } as TimexExpression }
  return {
    end: length.end,
    expression: {
      form: 'stretch',
      unit,
      count,
      sign: (step < 0 ? -1 : 1) as -1 | 1,
      ...(/^(?:previous|prior|preceding)$/.test(name) && { anchored: true }),
    } as TimexExpression,
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
