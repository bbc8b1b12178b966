// One side of an amount: a number with its sign, currency and unit.

import { readCurrencyName, readCurrencySign } from '../../text/currencies.ts'
import { tagsOf } from '../../text/lexicon.ts'
import { exact } from '../../text/number-words.ts'
import { type Numeral, readNumeral } from '../../text/numerals.ts'
import { digits, isGlued, isNear, near, type Tokens, word } from '../../text/tokens.ts'
import { isLeftFree } from './edges.ts'
import { type Measure, readMeasure } from './measure.ts'

export type Side = {
  readonly start: number
  readonly end: number
  readonly numeral: Numeral
  readonly negative: boolean
  /** A currency sign or code before it. */
  readonly sign?: { readonly code: string; readonly factor: number }
  readonly measure?: Measure
}

/** One number at token `i` with its sign, currency and unit. */
export function readSide(tokens: Tokens, i: number): Side | null {
  const { lower } = tokens
  let at = i
  let negative = false
  if (lower[at] === 'minus' || lower[at] === 'negative') {
    negative = true
    at++
    // `minus-94`
    if (lower[at] === '-' && isGlued(tokens, at) && isGlued(tokens, at + 1) && tokens.kind[at + 1] === digits) at++
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
  if (sign) {
    const plain = dotDecimals.has(sign.code) ? asDecimal(numeral) : numeral
    const whole = moneyScale(tokens, plain, sign.code) ?? plain
    if (isUnknownScale(tokens, whole)) return null
    // `$5.9 billion dollars`: said twice; `$5 pesos`: whose dollar sign it is
    const again = readCurrencyName(tokens, whole.end)
    const pesos =
      /^pesos?$/.test(near(tokens, whole.end)) && /^\$$/.test(tokens.lower[sign.end - 1] ?? '') ? again : undefined
    if (pesos) return { start: i, end: pesos.end, numeral: whole, negative, sign: pesos, measure: undefined }
    const end =
      again?.code === sign.code && again.factor === 1 && !readCurrencySign(tokens, whole.end) ? again.end : whole.end
    return { start: i, end, numeral: whole, negative, sign, measure: undefined }
  }
  const side = (end: number, measure: Measure | undefined, of = numeral): Side => ({
    start: i,
    end,
    numeral: of,
    negative,
    sign: undefined,
    measure,
  })
  // a letter of size may be a unit: `5 m` wide
  const of = numeral.low !== undefined && near(tokens, numeral.end) === 'of' ? 1 : 0
  const measure = numeral.letter ? null : readMeasure(tokens, numeral.end + of, numeral.digits)
  const bare = numeral.letter ? readMeasure(tokens, numeral.bare.end, true) : null
  const scaledMoney = numeral.letter ? readMeasure(tokens, numeral.end, true) : null
  if (scaledMoney?.kind === 'money') return side(scaledMoney.end, scaledMoney)
  // `4 m` is a length, `4m` rather four million
  const apart =
    !isGlued(tokens, numeral.bare.end) ||
    /^(?:wide|long|high|tall|deep|away|thick|apart)$/.test(near(tokens, numeral.end))
  if (bare && bare.kind === 'measurement' && (bare.end > numeral.end || (bare.end === numeral.end && apart))) {
    const { letter: _letter, ...rest } = numeral
    return side(bare.end, bare, { ...rest, ...numeral.bare, scaled: false })
  }
  const dotted = measure?.kind === 'percentage' || (measure?.kind === 'money' && dotDecimals.has(measure.code))
  return measure ? side(measure.end, measure, dotted ? asDecimal(numeral) : numeral) : side(numeral.end, undefined)
}

/** Currencies whose countries write a full stop before decimals: there `$1.234` is no thousand. */
const dotDecimals = new Set('USD GBP CAD AUD NZD SGD HKD INR JPY CNY ILS MXN KRW THB MYR PHP'.split(' '))

const asDecimal = (numeral: Numeral): Numeral =>
  numeral.value === undefined && numeral.decimal !== undefined ? { ...numeral, value: numeral.decimal } : numeral

/** `$2.174T`, `$1MM`, `$3 mill`, `₹12 L`: sizes that only money has. */
function moneyScale(tokens: Tokens, numeral: Numeral, code: string): Numeral | null {
  if (numeral.scaled || !isNear(tokens, numeral.end) || numeral.value === undefined) return null
  const name = tokens.lower[numeral.end]!
  const glued = isGlued(tokens, numeral.end)
  const made = (factor: number) => ({
    ...numeral,
    value: exact(numeral.value! * factor),
    end: numeral.end + 1,
    scaled: true,
  })
  if (isGlued(tokens, numeral.end + 1) && tokens.kind[numeral.end + 1] === word) return null
  // lakh and crore, as `L` and `Cr`
  if (rupees.has(code) && tokens.forms[numeral.end]!.written === 'L') return made(1e5)
  const factor = scales.get(name) ?? (glued ? gluedScales.get(name) : undefined)
  return factor ? made(factor) : null
}

/** Short names of scales that only money has. */
const scales = new Map([
  ['cr', 1e7],
  ['mill', 1e6],
  ['mills', 1e6],
  ['tril', 1e12],
])
/** Those that are units or symbols unless they touch the number: `$5t`, `$5mm`. */
const gluedScales = new Map([
  ['t', 1e12],
  ['mm', 1e6],
])
const rupees = new Set(['INR', 'PKR', 'LKR', 'NPR', 'BDT'])

/** `$4 gazillion`, `Rs 5 krr`: a size that nobody knows; a number without it would be wrong by as much. */
function isUnknownScale(tokens: Tokens, { end, scaled }: Numeral): boolean {
  const next = near(tokens, end)
  if (scaled || !next || tokens.kind[end] !== word || /^p/.test(next)) return false
  if (/illi(?:on|ard)s?$/.test(next)) return true
  return /^[bcdfghjklmnqrstvwxz]{2,5}$/.test(next) && tagsOf(next).size === 0 && !readMeasure(tokens, end, true)
}

/** Value of a side, its sign and currency factor in. */
export function amountOf({ numeral, negative, sign, measure }: Side): number | undefined {
  if (numeral.value === undefined) return undefined
  const factor = sign?.factor ?? (measure?.kind === 'money' ? measure.factor : 1)
  return exact((negative ? -1 : 1) * numeral.value * factor)
}
