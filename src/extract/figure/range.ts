// Two sides that make a range, and its ends.

import { parseMonth } from '../../text/calendar.ts'
import { readCurrencySign } from '../../text/currencies.ts'
import { exact } from '../../text/number-words.ts'
import { isGlued, isNear, near, type Tokens, word } from '../../text/tokens.ts'
import { isModernYear } from './labels.ts'
import { amountOf, readSide, type Side } from './side.ts'

const isDash = (lower: string) => lower === '-' || lower === '–' || lower === '—'

/** The other end of a range that `first` begins: `3-4 billion`, `40 and 50 percent` behind `between`, `10,000 to 15,000`. */
export function readSecond(tokens: Tokens, first: Side, between: boolean): Side | null {
  const { lower } = tokens
  let at = first.end
  let joint = near(tokens, at)
  // `eight- to 16-meter`
  if (joint === '-' && isGlued(tokens, at) && /^(?:to|or)$/.test(near(tokens, at + 1))) {
    at++
    joint = lower[at]!
  }
  const dash = isDash(joint)
  if (between ? !(joint === 'and' || dash || joint === 'to') : !(dash || /^(?:to|or|through|thru)$/.test(joint)))
    return null
  let next = at + 1
  if (/^(?:about|around|nearly|~|approximately|some)$/.test(near(tokens, next)) && joint !== 'or') next++
  if (!isNear(tokens, next)) return null
  if (dash && tokens.kind[next] === word && !first.measure && !readCurrencySign(tokens, next)) return null
  const second = readSide(tokens, next)
  if (!second) return null
  // `two or three`: neighbours; `10 bln or 10 tln` are two numbers
  const ends = endsOf(first, second)
  if (!ends || (joint === 'or' && ends.high > 3 * ends.low)) return null
  if (second.negative && dash) return null
  // `rose in 1986 to 60 million`, `fell in 2022 to 1,400`
  if (joint === 'to' && !first.sign && !first.measure && isDateBefore(tokens, first, second)) return null
  const [a, b] = [kindOf(first), kindOf(second)]
  if (a && b && (a.kind !== b.kind || a.name !== b.name)) return null
  // `$3 to 5 people`, `10% to 500 jobs`: what the first has the second must have, unless it is a currency sign
  if (a && !b && !first.sign) return null
  if (first.numeral.fractional && !first.numeral.scaled && first.numeral.value === undefined) return null
  return second
}

/** A day of a month, or a number that looks like a year, led like one or followed by what no range from it would end in. */
const isDateBefore = (tokens: Tokens, { start, end }: Side, { numeral }: Side): boolean =>
  end === start + 1 &&
  (isModernYear(tokens.lower[start]!) || parseMonth(near(tokens, start - 1)) !== null) &&
  (numeral.scaled || numeral.fractional || /^(?:in|during|since|of|by|until|through)$/.test(near(tokens, start - 1)))

/** What stands at a side: a currency, percent, a unit. */
export function kindOf(side: Side): { kind: string; name: string } | null {
  if (side.sign) return { kind: 'money', name: side.sign.code }
  if (!side.measure) return null
  const { measure } = side
  return { kind: measure.kind, name: measure.kind === 'money' ? measure.code : measure.unit }
}

/** Low and high end of a range in their own values; null when the two make none. `$3-4 billion`: the scale of the second holds for the first. */
export function endsOf(first: Side, second: Side): { readonly low: number; readonly high: number } | null {
  const high = amountOf(second)
  let low = amountOf(first)
  if (low === undefined || high === undefined) return null
  const { value, bare, scaled } = second.numeral
  if (scaled && bare.value && value !== undefined) {
    const factor = value / bare.value
    if (!first.numeral.scaled && Math.abs(low) < Math.min(1000, bare.value)) low = exact(low * factor)
    // `five hundred to six hundred million`
    else if (first.numeral.scaled && Math.abs(low) < 1000 && factor >= 1e5 && bare.value < 10 && low < bare.value * 100)
      low = exact(low * (factor / 100))
  }
  if (second.measure?.kind === 'money' && !first.sign && !first.measure) low = exact(low * second.measure.factor)
  return low < high ? { low, high } : null
}
