import type { Clock } from '../../model/timex.ts'
import { parseMonth, parseWeekday } from '../../text/calendar.ts'
import { holidaysBeginning } from '../../text/holidays.ts'
import { readNumeral } from '../../text/numerals.ts'
import { digits, hasBefore, isCapital, isGlued, mark, near, type Tokens, word } from '../../text/tokens.ts'
import { isSeat } from '../seat.ts'
import { readPartOfDay } from './day-part.ts'
import { before, dayParts, isAlone } from './words.ts'
import { skipZone, zones, zoneWithin } from './zone.ts'

/** A time of day: the token it ends before. `bare` is a lone number, which is a time only where its neighbours say so. */
export type ClockReading = {
  readonly end: number
  readonly clock: Clock
  readonly bare?: boolean
  readonly start?: number
}

// Reads   10:30 a.m., 5 p.m., 330 pm, 9a, noon, midnight, 14:00, 14:00:30, 10.30am GMT, 15h30, half past three, ten to noon, 8 o'clock, 8 in the evening
// Not     scores (3:2), $1.35, verses (3:16), ratios

/** `am`, `p.m.`, `a m`, `p`: which half of the day, and where it ends. */
function readHalf(tokens: Tokens, i: number): { pm: boolean; end: number } | null {
  const form = near(tokens, i)
  if (form === 'am' || form === 'pm' || form === 'ampm') {
    const dot = tokens.lower[i + 1] === '.' && isGlued(tokens, i + 1) && tokens.text[tokens.start[i]! - 1] === '.'
    return { pm: form === 'pm', end: dot ? i + 2 : i + 1 }
  }
  if (form !== 'a' && form !== 'p') return null
  const dot = near(tokens, i + 1) === '.' ? 1 : 0
  if (near(tokens, i + 1 + dot) === 'm') {
    const end = i + 2 + dot
    return {
      pm: form === 'p',
      end: near(tokens, end) === '.' && (dot === 1 || isGlued(tokens, end)) && dot ? end + 1 : end,
    }
  }
  // `3p` is three pence and `12A` a seat as well: such a letter wants words that announce a time
  const previous = before(tokens, i - 1)
  const led =
    (form === 'a' && !isCapital(tokens, i)) ||
    !previous ||
    (/^(?:at|@|from|until|till|-|:)$/.test(previous) && !hasBefore(tokens, i - 1, 10, isPrice, /^[.;]$/))
  return led && !isSeat(tokens, i - 1) && isGlued(tokens, i) && !(isGlued(tokens, i + 1) && tokens.kind[i + 1] !== mark)
    ? { pm: form === 'p', end: i + 1 }
    : null
}

const isPrice = (form: string) =>
  /^(?:shares?|stock|stocks|price|prices|priced|pricing|closed?|closing|rose|fell|rises?|falls?|up|down|costs?|costing|sells?|selling|sold|litre|pint|dividend|stamp|duty|£|pence|p|penny|traded|trading|valued|jumped|dropped|slipped|climbed|cut|raised)$/.test(
    form,
  )

export const clockWords = new Map<string, number>([
  ['noon', 12],
  ['noonish', 12],
  ['midday', 12],
  ['midnight', 0],
])

/** A time of day at token `i`; `led` when the words before it announce one (`at`, a day). */
export function readClock(tokens: Tokens, i: number, led = false): ClockReading | null {
  const found = readPast(tokens, i) ?? readHours(tokens, i, led)
  if (!found) return null
  const zone = zoneWithin(tokens, i + 1, found.end)
  return readPartOfDay(tokens, zone === undefined ? found : { ...found, clock: { ...found.clock, zone } })
}

/** `half past three`, `quarter to noon`, `20 minutes past 3 pm`. */
function readPast(tokens: Tokens, i: number): ClockReading | null {
  const { lower } = tokens
  let at = lower[i] === 'a' && near(tokens, i + 1) === 'quarter' ? i + 1 : i
  let minutes: number | undefined
  if (lower[at] === 'half') {
    minutes = 30
    at++
  } else if (lower[at] === 'quarter') {
    minutes = 15
    at++
  } else {
    const numeral = readNumeral(tokens, i)
    if (!numeral || numeral.fractional || numeral.scaled || !(numeral.value! > 0 && numeral.value! < 60)) return null
    minutes = numeral.value!
    at = numeral.end
    if (/^(?:minutes?|mins?)$/.test(near(tokens, at))) at++
  }
  // `half-past seven`
  if (at > i && at <= i + 2 && lower[at] === '-' && isGlued(tokens, at) && near(tokens, at + 1) === 'past') at++
  const joint = near(tokens, at)
  if (!/^(?:past|to|before|till|after|from)$/.test(joint)) return null
  const hour = readHours(tokens, at + 1, true)
  if (!hour || hour.clock.hour === undefined || hour.clock.minute !== undefined) return null
  // `15 to 20` is a range, `ten after one` hardly a time: without a mark of the clock only `past` is sure
  const spelled = /^(?:minutes?|mins?)$/.test(lower[at - 1]!) || tokens.kind[i] !== digits
  if (!hour.bare && joint === 'to' && !spelled && !clockWords.has(lower[at + 1]!)) return null
  if (hour.bare && joint !== 'past' && lower[i] !== 'half' && lower[at - 1] !== 'quarter') return null
  const back = joint === 'to' || joint === 'before' || joint === 'till'
  const clock = back
    ? { ...hour.clock, hour: (hour.clock.hour + 23) % 24, minute: 60 - minutes }
    : { ...hour.clock, minute: minutes }
  return { end: hour.end, clock }
}

function readHours(tokens: Tokens, i: number, led: boolean): ClockReading | null {
  const { lower } = tokens
  const named = clockWords.get(lower[i] ?? '')
  if (named !== undefined) return { end: skipZone(tokens, i + 1), clock: { hour: named } }
  if (lower[i] === 'mid' && /^(?:day|night)$/.test(near(tokens, i + 1)))
    return { end: i + 2, clock: { hour: lower[i + 1] === 'day' ? 12 : 0 } }
  return tokens.kind[i] === digits ? readDigitHours(tokens, i, led) : readWordHours(tokens, i, led)
}

function readDigitHours(tokens: Tokens, i: number, led: boolean): ClockReading | null {
  const { lower } = tokens
  const first = lower[i]!
  if (first.length > 4) return null
  let hour = Number(first)
  let minute: number | undefined
  let second: number | undefined
  let end = i + 1
  const two = (k: number) =>
    tokens.kind[k] === digits && isGlued(tokens, k) && lower[k]!.length === 2 && Number(lower[k]) < 60
  const joint = isGlued(tokens, end) ? lower[end] : ''
  let shape: 'colon' | 'dot' | 'h' | 'run' | 'hour' = 'hour'
  if (first.length <= 2 && joint === ':' && two(end + 1)) {
    shape = 'colon'
    minute = Number(lower[end + 1])
    end += 2
    if (lower[end] === ':' && isGlued(tokens, end) && two(end + 1)) {
      second = Number(lower[end + 1])
      end += 2
      if (lower[end] === '.' && isGlued(tokens, end) && tokens.kind[end + 1] === digits && isGlued(tokens, end + 1))
        end += 2
    }
  } else if (first.length <= 2 && joint === '.' && two(end + 1)) {
    shape = 'dot'
    minute = Number(lower[end + 1])
    end += 2
  } else if (first.length <= 2 && joint === 'h') {
    shape = 'h'
    end++
    if (two(end)) minute = Number(lower[end++])
  } else if (first.length >= 3) {
    shape = 'run'
    hour = Math.floor(Number(first) / 100)
    minute = Number(first) % 100
    if (minute > 59) return null
  }
  if (lower[end] === 'ish' && isGlued(tokens, end)) end++
  if (near(tokens, end) === 'o' && near(tokens, end + 1) === "'" && near(tokens, end + 2) === 'clock') {
    end += 3
    led = true
    shape = shape === 'hour' ? 'colon' : shape
  } else if (
    /^(?:oclock|o)$/.test(near(tokens, end)) &&
    (lower[end] === 'oclock' || near(tokens, end + 1) === 'clock')
  ) {
    end += lower[end] === 'o' ? 2 : 1
    led = true
    shape = shape === 'hour' ? 'colon' : shape
  }
  const half = readHalf(tokens, end)
  if (half) {
    // `524p`, as shares are priced
    if (shape === 'run' && lower[half.end - 1] === 'p' && !isAlone(tokens, i, half.end)) return null
    if (hour < 1 || hour > (lower[i]!.startsWith('0') ? 12 : 24)) return null
    if (hour > 12 && !half.pm) return null
    const clock = { hour: (hour % 12) + (half.pm || hour > 12 ? 12 : 0), ...parts(minute, second) }
    return { end: skipZone(tokens, half.end), clock }
  }
  if (hour > 24 || (hour === 24 && minute)) return null
  // what is glued behind would make something else of it: `15:30%`, `10:30:99`, `1:0.5`
  const zulu = lower[end] === 'z' && isGlued(tokens, end) && !isGlued(tokens, end + 1)
  if (isGlued(tokens, end) && !zulu && (tokens.kind[end] !== mark || /^[%:]$/.test(lower[end]!))) return null
  const clock = {
    hour: hour % 24,
    ...parts(minute, second),
    ...(hour >= 1 && hour <= 12 && first.length < 4 && !/^0/.test(first) && { twelve: true }),
  }
  const zone = skipZone(tokens, end)
  if (shape === 'colon') return zone === end && !half && isVerse(tokens, i) ? null : { end: zone, clock }
  if (shape === 'h' && (minute !== undefined || /^(?:at|from|-|@)$/.test(before(tokens, i)) || zone > end))
    return { end: zone, clock }
  if (shape === 'dot') return led && first.length <= 2 ? { end: zone, clock, bare: true } : null
  if (shape === 'run' && first.length === 4 && zone > end) return { end: zone, clock }
  if (shape === 'run')
    return led && first.length === 4 && (Number(first) < 1300 || /^at$/.test(before(tokens, i)))
      ? { end: zone, clock, bare: true }
      : // `rose to about 145 today`: a price
        led && first.length === 3 && minute! % 5 === 0 && !/^(?:about|around|near)$/.test(before(tokens, i))
        ? { end: zone, clock, bare: true }
        : null
  if (zone > end && led) return { end: zone, clock }
  return shape === 'hour' && led && hour > 0 ? { end, clock, bare: true } : null
}

/** `First Corinthians 9:25`, `Lakers 3:16`: a name before it makes a verse or a score of it, but for days, months and what announces a time. */
function isVerse(tokens: Tokens, i: number): boolean {
  const previous = before(tokens, i)
  if (!previous || tokens.kind[i - 1] !== word || previous.length < 3 || !isCapital(tokens, i - 1)) return false
  if (!before(tokens, i - 1) || /^[.!?:;|"“]$/.test(before(tokens, i - 1))) return false
  return !(
    parseWeekday(previous) !== null ||
    parseMonth(previous) !== null ||
    dayParts.has(previous) ||
    holidaysBeginning(previous).length > 0 ||
    /^(?:today|tomorrow|tonight|yesterday|from|until|till|at|before|after|eve|day|between)$/.test(previous) ||
    zones.has(previous)
  )
}

const parts = (minute: number | undefined, second: number | undefined) => ({
  ...(minute !== undefined && { minute }),
  ...(second !== undefined && { second }),
})

/** `three thirty`, `nine fifty nine a m`, `eight o'clock`, `seven` (where a time is due). */
function readWordHours(tokens: Tokens, i: number, led: boolean): ClockReading | null {
  const hour = readNumeral(tokens, i)
  if (!hour || hour.scaled || hour.fractional || !(hour.value! >= 1 && hour.value! <= 12)) return null
  let end = hour.end
  let minute: number | undefined
  const rest = near(tokens, end) ? readNumeral(tokens, end) : null
  if (rest && !rest.digits && !rest.scaled && rest.value! >= 10 && rest.value! < 60) {
    minute = rest.value!
    end = rest.end
  }
  let sure = false
  if (near(tokens, end) === 'o' && near(tokens, end + 1) === "'" && near(tokens, end + 2) === 'clock') {
    end += 3
    sure = true
  } else if (near(tokens, end) === 'oclock') {
    end++
    sure = true
  }
  const half = readHalf(tokens, end)
  if (half && (half.end > end + 1 || /^[ap]m$/.test(tokens.lower[end]!)))
    return {
      end: skipZone(tokens, half.end),
      clock: { hour: (hour.value! % 12) + (half.pm ? 12 : 0), ...parts(minute, undefined) },
    }
  if (!sure && !led) return null
  const clock = { hour: hour.value! % 24, ...parts(minute, undefined), twelve: true }
  return sure ? { end, clock } : { end, clock, bare: true }
}
