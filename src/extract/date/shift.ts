import type { TimexExpression } from '../../model/timex.ts'
import { parseWeekday } from '../../text/calendar.ts'
import { hasTag } from '../../text/lexicon.ts'
import { readNumeral } from '../../text/numerals.ts'
import { hasBefore, isGlued, near, type Tokens, word } from '../../text/tokens.ts'
import { readLength } from './length.ts'
import { before, isAlone, isLeftFree, type Rule, readPlainUnit } from './words.ts'

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
      // `a few minutes later`: after what was told, which may be past as well
      vague && anchored && sign > 0
        ? { end, expression: { form: 'stretch', unit: length.unit, count: 0, sign } as TimexExpression, ...modifier }
        : vague && !base
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
    // `15 minutes later than the others`: how far apart, not when
    if (/^(?:earlier|later)$/.test(way) && near(tokens, length.end + 1) === 'than') return null
    if (way === 'earlier' || way === 'later') return made(length.end + 1, way === 'earlier' ? -1 : 1, true)
    const begins = before(tokens, i) === 'for' && !vague ? readBeginning(tokens, length.end) : 0
    const from = begins ? point(tokens, begins) : null
    if (from) return { end: from.end, expression: { form: 'lasting', from: from.expression, parts: length.parts } }
    if (way === 'out' && isAlone(tokens, i, length.end + 1)) return made(length.end + 1, 1, false)
    // `a week on Monday`, but not `three times a week on Monday`
    if (
      way === 'on' &&
      length.unit === 'week' &&
      !/^(?:once|twice|times|days?|hours?|for|pounds|dollars|euros)$/.test(before(tokens, i))
    ) {
      const day = near(tokens, length.end + 1) ? point(tokens, length.end + 1) : null
      if (day?.expression.form === 'weekday') return made(day.end, 1, false, { ...day.expression, step: 1 })
    }
    if (
      way === 'from' ||
      way === 'since' ||
      way === 'before' ||
      way === 'after' ||
      way === 'following' ||
      way === 'prior'
    ) {
      // `grew 20 percent a year since 1980`
      if (way === 'since' && length.article && !/^(?:is|been|s|was|than|marks|marked)$/.test(before(tokens, i)))
        return null
      let at = length.end + 1
      const lasting = way === 'from' && before(tokens, i) === 'for' && near(tokens, at) ? point(tokens, at) : null
      if (lasting && !vague)
        return { end: lasting.end, expression: { form: 'lasting', from: lasting.expression, parts: length.parts } }
      if (way === 'prior') {
        // `61 just six years prior`
        if (near(tokens, at) !== 'to') return vague || tokens.kind[at] === word ? null : made(at, -1, true)
        at++
      }
      const right = near(tokens, at) === 'right' && near(tokens, at + 1) === 'now' ? 1 : 0
      if (way === 'from' && near(tokens, at + right) === 'now') return made(at + right + 1, 1, false)
      const sign = way === 'before' || way === 'prior' ? -1 : 1
      const base = near(tokens, at) ? point(tokens, at) : null
      if (base && base.expression.form !== 'duration' && base.expression.form !== 'set' && !vague)
        return made(base.end, sign, false, base.expression)
      // `two days after the vote of 3 May`
      const event = base || vague ? null : afterEvent(tokens, at, point)
      if (event) return made(event.end, sign, false, event.expression)
      if (way === 'before' && (!/^\p{L}|^\d/u.test(near(tokens, at)) || isAlone(tokens, i, length.end + 1)))
        return made(length.end + 1, -1, true)
    }
    return null
  }

/** `the vote of 3 May`, `his arrest on July 14`: the date of what a noun phrase names. */
function afterEvent(tokens: Tokens, i: number, point: Rule) {
  if (!/^(?:the|an?|his|her|its|their)$/.test(near(tokens, i))) return null
  for (let at = i + 1; at < i + 5 && near(tokens, at) && tokens.kind[at] === word; at++)
    if (at > i + 1 && /^(?:of|on|in)$/.test(tokens.lower[at]!)) {
      const base = near(tokens, at + 1) ? point(tokens, at + 1) : null
      return base?.expression.form === 'calendar' ? base : null
    }
  return null
}

/** A line that is nothing but `+15 minutes`, `-2hr5min`. */
export const readSigned: Rule = (tokens, i) => {
  const sign = tokens.lower[i] === '+' ? 1 : tokens.lower[i] === '-' ? -1 : 0
  const length = sign && isGlued(tokens, i + 1) ? readLength(tokens, i + 1) : null
  return length && isAlone(tokens, i, length.end)
    ? { end: length.end, expression: { form: 'shift', parts: length.parts, sign: sign as -1 | 1 }, confidence: 0.6 }
    : null
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

/** `the first increase in 12 years`, `its highest level in a decade`: the time behind it, up to token `i`. */
const isRecord = (tokens: Tokens, i: number): boolean =>
  hasBefore(
    tokens,
    i,
    6,
    (form) =>
      form === 'first' || (/est$/.test(form) && form.length > 4 && form !== 'latest' && hasTag(form, 'Superlative')),
    /^(?:[.,;:!?]|will|would|should|to|by)$/,
  )

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
  if (isRecord(tokens, i - 1)) return null
  const length = readLength(tokens, i)
  if (!length || length.hyphen || length.high !== undefined || length.modifier === 'more-than') return null
  // `After six years in New York, she is home`
  if (lead === 'after' && !isAlone(tokens, i - 1, length.end)) return null
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
