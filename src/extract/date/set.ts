import type { TimexExpression, TimexUnit } from '../../model/timex.ts'
import { parseMonth, parseWeekday } from '../../text/calendar.ts'
import { readOrdinal } from '../../text/number-words.ts'
import { readNumeral } from '../../text/numerals.ts'
import { digits, isCapital, near } from '../../text/tokens.ts'
import { before, dayParts, type Rule, readPlainUnit } from './words.ts'

// Reads   every Monday, each year, every two weeks, every other day, annually, weekly, a year behind an amount, once a month, twice a week,
//         Tuesdays, Friday mornings, 19th of every month, every morning, any year
// Not     Weekly (a newspaper), daily news as a name

const frequency = new Map<string, readonly [TimexUnit, number]>(
  Object.entries({
    hourly: ['hour', 1],
    daily: ['day', 1],
    everyday: ['day', 1],
    nightly: ['day', 1],
    weekly: ['week', 1],
    biweekly: ['week', 2],
    fortnightly: ['week', 2],
    monthly: ['month', 1],
    bimonthly: ['month', 2],
    quarterly: ['month', 3],
    semiannual: ['year', 0.5],
    semiannually: ['year', 0.5],
    biannually: ['year', 0.5],
    yearly: ['year', 1],
    annually: ['year', 1],
    biennially: ['year', 2],
  }),
)

const rateLead =
  /^(?:thousand|million|billion|trillion|hundred|times|once|twice|thrice|people|persons|tonnes|tons|barrels|dollars|euros|pounds|yen|percent|%|bn|m|k|hours|days|cents|deaths|cases|units|cars|points|bpd|visitors|passengers)$/

/** True for words, other than ordinals, that a set begins with. */
export const isSetWord = (lower: string): boolean =>
  frequency.has(lower) ||
  /^(?:every|each|any|once|twice|thrice|per)$/.test(lower) ||
  parseWeekday(lower.replace(/s$/, '')) !== null

export const readSet: Rule = (tokens, i) => {
  const { lower } = tokens
  const form = lower[i]!
  if (form === 'every' || form === 'each' || form === 'any') return readEvery(tokens, i)
  const adverb = frequency.get(form)
  if (adverb) {
    if (isCapital(tokens, i) && i > 0 && !/^[.!?"“]$/.test(before(tokens, i)) && before(tokens, i)) return null
    return { end: i + 1, expression: { form: 'set', unit: adverb[0], count: adverb[1] }, confidence: 0.8 }
  }
  if (/^(?:once|twice|thrice)$/.test(form) && /^(?:an?|per|every|each)$/.test(near(tokens, i + 1))) {
    const unit = readPlainUnit(tokens, i + 2)
    return unit && near(tokens, i + 2) && !unit.plural
      ? {
          end: unit.end,
          start: form === 'once' ? i : i + 1,
          expression: { form: 'set', unit: unit.unit, count: unit.factor },
          confidence: 0.8,
        }
      : null
  }
  if (form === 'a' || form === 'an' || form === 'per') {
    const unit = readPlainUnit(tokens, i + 1)
    const previous = before(tokens, i)
    if (
      !unit ||
      unit.plural ||
      !near(tokens, i + 1) ||
      !/^(?:day|week|month|quarter|year|hour|minute|second)$/.test(lower[i + 1]!)
    )
      return null
    if (!(tokens.kind[i - 1] === digits || rateLead.test(previous)) || !previous) return null
    // `in 2019 a year ...`: a year is no amount
    if (tokens.kind[i - 1] === digits && form !== 'per' && /^(?:1[89]|20)\d\d$/.test(previous)) return null
    if (form !== 'per' && /^(?:ago|later|earlier|before|after|from|of)$/.test(near(tokens, unit.end))) return null
    return { end: unit.end, expression: { form: 'set', unit: unit.unit, count: unit.factor }, confidence: 0.8 }
  }
  // `Tuesdays`, `Friday mornings`
  const plural = /s$/.test(form) ? parseWeekday(form.slice(0, -1)) : null
  if (plural !== null && form.length > 5 && isCapital(tokens, i))
    return { end: i + 1, expression: { form: 'set', unit: 'week', count: 1, weekday: plural } }
  const weekday = parseWeekday(form)
  if (weekday !== null && /s$/.test(near(tokens, i + 1)) && dayParts.has(lower[i + 1]!))
    return {
      end: i + 2,
      expression: { form: 'set', unit: 'week', count: 1, weekday, clock: { part: dayParts.get(lower[i + 1]!)! } },
    }
  // `19th of every month`
  const day = form === 'the' ? readOrdinal(tokens, i + 1) : readOrdinal(tokens, i)
  if (
    day &&
    near(tokens, day.end) === 'of' &&
    /^(?:every|each)$/.test(near(tokens, day.end + 1)) &&
    near(tokens, day.end + 2) === 'month' &&
    day.value <= 31
  )
    return { end: day.end + 3, expression: { form: 'set', unit: 'month', count: 1, day: day.value } }
  return null
}

const readEvery: Rule = (tokens, i) => {
  const { lower } = tokens
  let at = i + 1
  let count = 1
  if (
    /^(?:other|second|alternate)$/.test(near(tokens, at)) &&
    near(tokens, at + 1) &&
    (readPlainUnit(tokens, at + 1) || parseWeekday(lower[at + 1]!) !== null)
  ) {
    count = 2
    at++
  } else if (/^(?:single|and|given)$/.test(near(tokens, at))) at++
  const numeral = near(tokens, at) ? readNumeral(tokens, at) : null
  if (numeral && numeral.value !== undefined && numeral.value > 0) {
    count = numeral.value
    at = numeral.end
  } else if (/^few$/.test(near(tokens, at))) {
    count = 0
    at++
  }
  if (!near(tokens, at)) return null
  const made = (end: number, expression: TimexExpression) => ({ end, expression, confidence: 0.8 })
  const unit = readPlainUnit(tokens, at)
  if (unit) {
    if (lower[i] === 'any' && unit.unit !== 'year') return null
    if (lower[at] === 'night' || lower[at] === 'nights')
      return made(unit.end, { form: 'set', unit: 'day', count, clock: { part: 'NI' } })
    if (lower[at] === 'second' || lower[at] === 'half') return null
    return made(unit.end, { form: 'set', unit: unit.unit, count: count * unit.factor })
  }
  if (lower[i] === 'any') return null
  const part = dayParts.get(lower[at]!)
  if (part) return made(at + 1, { form: 'set', unit: 'day', count, clock: { part } })
  const weekday = parseWeekday(lower[at]!.replace(/s$/, '')) ?? parseWeekday(lower[at]!)
  if (weekday !== null) {
    const partOf = dayParts.get(near(tokens, at + 1))
    return made(partOf ? at + 2 : at + 1, {
      form: 'set',
      unit: 'week',
      count,
      weekday,
      ...(partOf && { clock: { part: partOf } }),
    })
  }
  const month = parseMonth(lower[at]!)
  if (month !== null && isCapital(tokens, at)) return made(at + 1, { form: 'set', unit: 'year', count, month })
  return null
}
