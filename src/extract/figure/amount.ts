import type { FigureModifier } from '../../model/claim/figure.ts'
import { parseMonth } from '../../text/calendar.ts'
import { readCurrencyName, readCurrencySign } from '../../text/currencies.ts'
import { exact } from '../../text/number-words.ts'
import { type Numeral, readNumeral } from '../../text/numerals.ts'
import { digits, isGlued, isNear, mark, near, rememberNear, type Tokens, word } from '../../text/tokens.ts'
import { isLeftFree, isRightFree } from './edges.ts'
import { type Hedge, modifierOf, readHedge } from './hedge.ts'
import { type Measure, readMeasure } from './measure.ts'

// What figures share: a hedge, a number or a range of two, each with its scale, and what stands at it.

export type Side = {
  readonly start: number
  readonly end: number
  readonly numeral: Numeral
  readonly negative: boolean
  /** A currency sign or code before it. */
  readonly sign?: { readonly code: string; readonly factor: number }
  readonly measure?: Measure
}

export type Amount = {
  readonly start: number
  readonly end: number
  readonly modifier?: FigureModifier
  /** How far it may be off either way: `5 ± 0.2`. */
  readonly spread?: number
  /** Bounded on both sides: `equal to 5`. */
  readonly equal?: true
  readonly first: Side
  /** The end of a range. */
  readonly second?: Side
}

/** One number at token `i` with its sign, currency and unit. */
export function readSide(tokens: Tokens, i: number): Side | null {
  const { lower } = tokens
  let at = i
  let negative = false
  if (lower[at] === 'minus' || lower[at] === 'negative') {
    negative = true
    at++
  } else if (
    /^[-−]$/.test(lower[at]!) &&
    isLeftFree(tokens, at) &&
    (isGlued(tokens, at + 1) || i === 0 || !isNear(tokens, at))
  ) {
    negative = true
    at++
  }
  if (at > i && !isNear(tokens, at)) return null
  const sign = readCurrencySign(tokens, at)
  if (sign) {
    at = sign.end
    if (!isNear(tokens, at) || tokens.start[at]! - tokens.end[at - 1]! > 1) return null
  }
  if (sign && tokens.kind[at] !== digits && lower[at] !== '.') return null
  const numeral = readNumeral(tokens, at)
  if (!numeral) return null
  const base = { start: i, numeral, negative, ...(sign && { sign: { code: sign.code, factor: sign.factor } }) }
  if (sign) {
    const plain = dotDecimals.has(sign.code) ? asDecimal(numeral) : numeral
    const whole = moneyLetter(tokens, plain) ?? plain
    // `$5.9 billion dollars`: said twice
    const again = readCurrencyName(tokens, whole.end)
    const end =
      again?.code === sign.code && again.factor === 1 && !readCurrencySign(tokens, whole.end) ? again.end : whole.end
    return { ...base, numeral: whole, end }
  }
  // a letter of size may be a unit: `5 m` wide
  const of = numeral.low !== undefined && near(tokens, numeral.end) === 'of' ? 1 : 0
  const measure = numeral.letter ? null : readMeasure(tokens, numeral.end + of, numeral.digits)
  const bare = numeral.letter ? readMeasure(tokens, numeral.bare.end, true) : null
  const scaledMoney = numeral.letter ? readMeasure(tokens, numeral.end, true) : null
  if (scaledMoney?.kind === 'money') return { ...base, measure: scaledMoney, end: scaledMoney.end }
  // `4 m` is a length, `4m` rather four million
  const apart =
    !isGlued(tokens, numeral.bare.end) ||
    /^(?:wide|long|high|tall|deep|away|thick|apart)$/.test(near(tokens, numeral.end))
  if (bare && bare.kind === 'measurement' && (bare.end > numeral.end || (bare.end === numeral.end && apart))) {
    const { letter: _letter, ...rest } = numeral
    return { ...base, numeral: { ...rest, ...numeral.bare, scaled: false }, measure: bare, end: bare.end }
  }
  if (measure?.kind === 'percentage') return { ...base, numeral: asDecimal(numeral), measure, end: measure.end }
  return { ...base, ...(measure && { measure }), end: measure?.end ?? numeral.end }
}

/** Currencies whose countries write a full stop before decimals: there `$1.234` is no thousand. */
const dotDecimals = new Set('USD GBP CAD AUD NZD SGD HKD INR JPY CNY ILS MXN KRW THB MYR PHP'.split(' '))

const asDecimal = (numeral: Numeral): Numeral =>
  numeral.value === undefined && numeral.decimal !== undefined ? { ...numeral, value: numeral.decimal } : numeral

/** `$2.174T`, `$1MM`: letters of size that only money has. */

function moneyLetter(tokens: Tokens, numeral: Numeral): Numeral | null {
  if (numeral.scaled || !isGlued(tokens, numeral.end) || numeral.value === undefined) return null
  const factor = { t: 1e12, mm: 1e6, cr: 1e7 }[tokens.lower[numeral.end]!]
  return factor ? { ...numeral, value: exact(numeral.value * factor), end: numeral.end + 1, scaled: true } : null
}

const isDash = (lower: string) => lower === '-' || lower === '–' || lower === '—'

/** The amount that begins at token `i`, hedge and all; null when none does. */
export const readAmount = rememberNear(readAmountAt)

function readAmountAt(tokens: Tokens, i: number): Amount | null {
  const hedge = readHedge(tokens, i)
  let at = hedge ? hedge.end : i
  const between = tokens.lower[at] === 'between'
  if (between) at++
  if (at > i && !isNear(tokens, at)) return null
  if (!isLeftFree(tokens, hedge || between ? i : at)) return null
  const first = readSide(tokens, at)
  if (!first) return null
  const modifier = { ...modifierOf(hedge), ...(hedge?.value === 'equal' && { equal: true as const }) }
  const opposite = hedge && !between ? readOpposite(tokens, i, hedge.value, first) : null
  if (opposite) return opposite
  const spread = between ? null : readSpread(tokens, first)
  if (spread) return { start: i, ...modifier, ...spread }
  const second = readSecond(tokens, first, between)
  if (second) {
    const whole = { start: i, end: second.end, ...modifier, first, second }
    return isRightFree(tokens, second.end) ? whole : between ? null : single(tokens, i, first, modifier)
  }
  return between ? null : single(tokens, i, first, modifier)
}

/** Behind a number: `± 0.2 km`, `+/- 1e-5 km`, `plus or minus 3 percent`; the unit behind it is of both. */
function readSpread(tokens: Tokens, first: Side): Pick<Amount, 'first' | 'spread' | 'end'> | null {
  const { lower } = tokens
  let at = first.end
  if (!isNear(tokens, at)) return null
  if (lower[at] === '±') at++
  else if (lower[at] === '+' && lower[at + 1] === '/' && /^[-−]$/.test(lower[at + 2] ?? '')) at += 3
  else if (lower[at] === 'plus' && near(tokens, at + 1) === 'or' && near(tokens, at + 2) === 'minus') at += 3
  else return null
  const off = isNear(tokens, at) ? readSide(tokens, at) : null
  const spread = off && !off.negative && !off.sign ? amountOf(off) : undefined
  if (!off || spread === undefined || !isRightFree(tokens, off.end)) return null
  const [a, b] = [kindOf(first), kindOf(off)]
  // `5% ± 3 km` is two
  if (a && b && a.name !== b.name) return null
  const measure = first.measure ?? off.measure
  return { first: { ...first, ...(measure && { measure }) }, spread, end: off.end }
}

/** `more than 10 and less than 40`: a range told by its two bounds. */
function readOpposite(tokens: Tokens, start: number, modifier: Hedge, first: Side): Amount | null {
  if (modifier !== 'more-than' && modifier !== 'at-least') return null
  let at = first.end
  if (near(tokens, at) === ',') at++
  if (/^(?:and|but)$/.test(near(tokens, at))) at++
  if (at === first.end || !isNear(tokens, at)) return null
  const other = readHedge(tokens, at)
  if (!other || (other.value !== 'less-than' && other.value !== 'at-most')) return null
  const second = readSide(tokens, other.end)
  if (
    !second ||
    !isRightFree(tokens, second.end) ||
    kindOf(first)?.name !== kindOf(second)?.name ||
    !endsOf(first, second)
  )
    return null
  return { start, end: second.end, first, second }
}

function single(
  tokens: Tokens,
  start: number,
  first: Side,
  modifier: { readonly modifier?: FigureModifier; readonly equal?: true },
): Amount | null {
  // `1 m x 2 m`: two lengths
  const crossed = first.measure !== undefined && near(tokens, first.end) === 'x'
  if (!crossed && !isRightFree(tokens, first.end)) return null
  const rest = readRest(tokens, first.end)
  return rest && (!modifier.modifier || modifier.modifier === 'about')
    ? { start, end: rest.end, modifier: rest.modifier, first }
    : { start, end: first.end, ...modifier, first }
}

/** Behind a number: `or more`, `or less`, `+`. */
function readRest(tokens: Tokens, end: number): { modifier: FigureModifier; end: number } | null {
  const form = near(tokens, end)
  if (form === '+' && isGlued(tokens, end) && !(isGlued(tokens, end + 1) && tokens.kind[end + 1] !== mark))
    return { modifier: 'at-least', end: end + 1 }
  if (form !== 'or' && form !== 'and') return null
  const next = near(tokens, end + 1)
  const than = near(tokens, end + 2) === 'than'
  // `200 or more than` ends its sentence, `5000 or more than 4500` begins another bound
  const closes = than && (!near(tokens, end + 3) || tokens.kind[end + 3] === mark)
  if (/^(?:more|higher|greater|above|over)$/.test(next) && (!than || closes))
    return { modifier: 'at-least', end: closes ? end + 3 : end + 2 }
  if (form === 'or' && /^(?:less|fewer|lower|below|under)$/.test(next) && (!than || closes))
    return { modifier: 'at-most', end: closes ? end + 3 : end + 2 }
  return form === 'or' && next === 'so' ? { modifier: 'about', end: end + 2 } : null
}

/** The other end of a range that `first` begins: `3-4 billion`, `40 and 50 percent` behind `between`, `10,000 to 15,000`. */
function readSecond(tokens: Tokens, first: Side, between: boolean): Side | null {
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
  (/^(?:1[5-9]|20)\d\d$/.test(tokens.lower[start]!) || parseMonth(near(tokens, start - 1)) !== null) &&
  (numeral.scaled || numeral.fractional || /^(?:in|during|since|of|by|until|through)$/.test(near(tokens, start - 1)))

function kindOf(side: Side): { kind: string; name: string } | null {
  if (side.sign) return { kind: 'money', name: side.sign.code }
  if (!side.measure) return null
  const { measure } = side
  return { kind: measure.kind, name: measure.kind === 'money' ? measure.code : measure.unit }
}

/** Value of a side, its sign and currency factor in. */
export function amountOf({ numeral, negative, sign, measure }: Side): number | undefined {
  if (numeral.value === undefined) return undefined
  const factor = sign?.factor ?? (measure?.kind === 'money' ? measure.factor : 1)
  return exact((negative ? -1 : 1) * numeral.value * factor)
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
