// What may stand at digits: powers, exponents, fractions, spaced groups.

import { scales, shortScales } from './number-words.ts'
import { digits, isGlued, mark, type Tokens } from './tokens.ts'

/** A power of ten glued to digits: `e14`, `x10^6`, `×10^-4`. */
export function readPower(tokens: Tokens, i: number): { factor: number; end: number } | null {
  const { lower } = tokens
  if (!isGlued(tokens, i)) return null
  let at = i
  // `7e7` may be a name; a sign or decimals make a number of it
  if (lower[at] === 'e' && (/^[-−+]$/.test(lower[at + 1] ?? '') || (lower[at - 2] === '.' && isGlued(tokens, at - 1))))
    at++
  else if (/^[x×]$/.test(lower[at]!) && lower[at + 1] === '10' && isGlued(tokens, at + 2) && lower[at + 2] === '^')
    at += 3
  // `2.48×10−5`: what was raised in print
  else if (lower[at] === '×' && lower[at + 1] === '10' && isGlued(tokens, at + 2) && /^[-−]$/.test(lower[at + 2]!))
    at += 2
  else return null
  const negative = /^[-−]$/.test(lower[at] ?? '')
  if (negative || lower[at] === '+') at++
  if (!isGlued(tokens, at) || tokens.kind[at] !== digits || lower[at]!.length > 2) return null
  const exponent = Number(lower[at])
  return { factor: 10 ** (negative ? -exponent : exponent), end: at + 1 }
}

/** `1.1^23`, `2500^-1`. */
export function readExponent(tokens: Tokens, i: number): { exponent: number; end: number } | null {
  const { lower } = tokens
  const signed = isGlued(tokens, i + 1) && /^[-−+]$/.test(lower[i + 1]!) ? 1 : 0
  const at = i + 1 + signed
  if (!isGlued(tokens, i) || !isGlued(tokens, at) || tokens.kind[at] !== digits || lower[at]!.length > 2) return null
  return { exponent: (signed && lower[i + 1] !== '+' ? -1 : 1) * Number(lower[at]), end: at + 1 }
}

/** `1/2`: one or two digits each, the second the larger and no more than 16, and nothing glued behind. */
export function isFraction(tokens: Tokens, i: number): boolean {
  const [above, slash, below] = [tokens.lower[i], tokens.lower[i + 1], tokens.lower[i + 2]]
  return (
    slash === '/' &&
    isGlued(tokens, i + 1) &&
    isGlued(tokens, i + 2) &&
    tokens.kind[i] === digits &&
    tokens.kind[i + 2] === digits &&
    Number(above) > 0 &&
    Number(above) < Number(below) &&
    [2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 16, 20, 32, 40, 50, 64, 100].includes(Number(below)) &&
    !(isGlued(tokens, i + 3) && /^[/\d]/.test(tokens.lower[i + 3]!))
  )
}

/** `-1/2` behind a whole number, as exchanges and banks write it: halves down to 64ths, which no day of a month is. */
export const isHyphenFraction = (tokens: Tokens, i: number) =>
  tokens.lower[i] === '-' &&
  isGlued(tokens, i) &&
  isGlued(tokens, i + 1) &&
  isFraction(tokens, i + 1) &&
  /^(?:2|4|8|16|32|64)$/.test(tokens.lower[i + 3]!) &&
  Number(tokens.lower[i + 1]) % 2 === 1

/** Units that are written at a number without a space. */
const gluedUnit = /^(?:[kcm]?m|[kcm]?m[23²³]|k?g|t|ha|m?l|[kmgt]?wh?|[kmg]hz|hp|mph|kmh|bn|mn|k)$/

/** `000` of `26 000`: a group of three behind a space. A word may touch it only where it is a unit: `1 500km`. */
export const isSpaced = (tokens: Tokens, i: number) =>
  i < tokens.count &&
  tokens.kind[i] === digits &&
  tokens.lower[i]!.length === 3 &&
  /^[ \u00A0\u202F\u2009]$/.test(tokens.text.slice(tokens.end[i - 1], tokens.start[i])) &&
  !(isGlued(tokens, i + 1) && tokens.kind[i + 1] !== mark && !gluedUnit.test(tokens.lower[i + 1]!))

export const isScaleOrSign = (tokens: Tokens, i: number) => {
  const next = tokens.lower[i] ?? ''
  return next === '%' || next === '€' || scales.has(next) || shortScales.has(next) || /^(?:per|pct|percent)$/.test(next)
}
