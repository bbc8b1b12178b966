// Numbers as English-language news writes them: digits with any grouping, words, and scale words, read off tokens.

import { isFraction, isHyphenFraction, isScaleOrSign, isSpaced, readExponent, readPower } from './digit-forms.ts'
import { isFunctionWord } from './lexicon.ts'
import { exact, halves, readPart, scales, shortScales } from './number-words.ts'
import { readWords } from './spoken-numerals.ts'
import { digits, isGlued, isNear, mark, near, rememberNear, type Tokens, word } from './tokens.ts'

/** A number as it stands in the text, up to and without token `end`. */
export type Numeral = {
  readonly end: number
  /** Absent where the reading is unsure (`1.234` people) or the words are vague. */
  readonly value?: number
  /** Where `1.234` leaves it open: the value if the full stop is a decimal mark. */
  readonly decimal?: number
  /** Ends of a vague number: `dozens`, `tens of thousands`. */
  readonly low?: number
  readonly high?: number
  /** Written in digits, at least in part. */
  readonly digits: boolean
  /** Carries a word or letter of size (`million`, `bn`, `dozen`). */
  readonly scaled: boolean
  /** The lone letter that its size hangs on (`5m`, `3 b`), if so: it may be a unit. */
  readonly letter?: string
  /** Value and end without the letter or the scale. */
  readonly bare: { readonly value?: number; readonly end: number }
  /** Has a decimal mark or a fraction. */
  readonly fractional: boolean
}

/** The number that begins at token `i`, with its scale; null when there is none. */
export const readNumeral = rememberNear(readNumeralAt)

function readNumeralAt(tokens: Tokens, i: number): Numeral | null {
  const type = tokens.kind[i]
  if (type === digits) return readDigits(tokens, i)
  if (type === word) return readWords(tokens, i)
  const mark1 = tokens.lower[i]!
  if (halves.has(mark1)) return withScale(tokens, i + 1, halves.get(mark1)!, true)
  if (mark1 === '.' && tokens.kind[i + 1] === digits && isGlued(tokens, i + 1))
    return withScale(tokens, i + 2, Number(`0.${tokens.lower[i + 1]}`), true)
  return null
}

const group = (tokens: Tokens, i: number, sizes: readonly number[]) =>
  i < tokens.count && tokens.kind[i] === digits && isGlued(tokens, i) && sizes.includes(tokens.lower[i]!.length)

/** Digits: US `1,234.5`, Indian `2,50,000`, spaced `26 000`, European `1.234,5`, Swiss `1'234`, plain `1234.5`, `2 1/2`, `8-1/2`, `3½`. */
function readDigits(tokens: Tokens, i: number): Numeral {
  const { lower } = tokens
  const first = lower[i]!
  let text = first
  let end = i + 1
  let fractional = false
  let unsure = false
  const separator = isGlued(tokens, end) && tokens.kind[end] === mark ? lower[end]! : ''
  if (first.length <= 3) {
    if (separator === ',' || separator === "'") {
      // groups of three, or two and three as India writes them; what does not end in a group of three is none
      const parts: string[] = []
      let at = end
      while (parts.length < 8 && lower[at] === separator && isGlued(tokens, at) && group(tokens, at + 1, [2, 3])) {
        parts.push(lower[at + 1]!)
        at += 2
      }
      const indian = parts.slice(0, -1).every((part) => part.length === 2)
      const western = parts.every((part) => part.length === 3)
      if (parts.at(-1)?.length === 3 && (western || (indian && first.length <= 2))) {
        text += parts.join('')
        end = at
      } else if (separator === ',' && parts.length <= 1 && group(tokens, end + 1, [1, 2])) {
        // `3,5 percent`: a decimal comma, or the start of a list; the caller's unit tells
        text += `.${lower[end + 1]}`
        end += 2
        fractional = true
        unsure = !isScaleOrSign(tokens, end)
      }
    } else if (separator === '.') {
      let at = end
      let parts = 0
      let whole = text
      while (parts < 8 && lower[at] === '.' && isGlued(tokens, at) && group(tokens, at + 1, [3])) {
        whole += lower[at + 1]!
        at += 2
        parts++
      }
      const comma = parts > 0 && lower[at] === ',' && isGlued(tokens, at) && group(tokens, at + 1, [1, 2])
      if (parts > 1 || comma) {
        text = comma ? `${whole}.${lower[at + 1]}` : whole
        fractional = comma
        end = comma ? at + 2 : at
      } else if (parts === 1 && first !== '0') unsure = true
    } else if (!separator) {
      let at = end
      let whole = text
      while (at - end < 6 && isSpaced(tokens, at)) whole += lower[at++]!
      if (at > end && !(at < tokens.count && isGlued(tokens, at) && /^[:/-]$/.test(lower[at]!))) {
        text = whole
        end = at
      }
    }
  }
  // decimals; a second full stop makes it a version or a date
  if (!fractional && lower[end] === '.' && group(tokens, end + 1, [1, 2, 3, 4, 5, 6, 7, 8])) {
    if (!(lower[end + 2] === '.' && group(tokens, end + 3, [1, 2, 3, 4]))) {
      text += `.${lower[end + 1]}`
      end += 2
      fractional = true
    }
  }
  if (!fractional && near(tokens, end) === 'point' && near(tokens, end + 1) !== '' && tokens.kind[end + 1] === digits) {
    // `1 point 1`
    text += `.${lower[end + 1]}`
    end += 2
    fractional = true
  }
  let value = Number(text)
  // `12.32e+14`, `1.3x10^6`, `2.48×10^5`
  const power = readPower(tokens, end)
  if (power) return withScale(tokens, power.end, exact(value * power.factor), true, true, unsure)
  const raised = lower[end] === '^' ? readExponent(tokens, end) : null
  if (raised) return withScale(tokens, raised.end, exact(value ** raised.exponent), true, true, unsure)
  const half = end < tokens.count ? halves.get(lower[end]!) : undefined
  if (half !== undefined && !fractional && tokens.start[end]! - tokens.end[end - 1]! <= 1) {
    value += half
    end++
    fractional = true
  } else if (
    !fractional &&
    isFraction(tokens, end) &&
    tokens.start[end]! - tokens.end[end - 1]! <= 2 &&
    !isGlued(tokens, end)
  ) {
    value += Number(lower[end]) / Number(lower[end + 2])
    end += 3
    fractional = true
  } else if (!fractional && value > 0 && isHyphenFraction(tokens, end)) {
    value += Number(lower[end + 1]) / Number(lower[end + 3])
    end += 4
    fractional = true
  } else if (!fractional && end === i + 1 && isFraction(tokens, i)) {
    value /= Number(lower[i + 2])
    end = i + 3
    fractional = true
  }
  return withScale(tokens, end, value, true, fractional, unsure)
}

/** The scale behind a number, `hundred thousand` and `lakh crore` included. */
function withScale(
  tokens: Tokens,
  from: number,
  value: number,
  inDigits: boolean,
  fractional = true,
  unsure = false,
): Numeral {
  const bare = { end: from, value: unsure ? undefined : value }
  let end = from
  let factor = 1
  let letter: string | undefined
  for (let n = 0; n < 2 && isNear(tokens, end); n++) {
    const hyphen = tokens.lower[end] === '-' && isGlued(tokens, end) ? 1 : 0
    if (hyphen && n > 0) break
    const name = tokens.lower[end + hyphen] ?? ''
    const long = scales.get(name)
    if (long === undefined) break
    // `5 thousands` is no number of English, `2 crores` is
    factor *= long
    end += hyphen + 1
    // `2.3 lakh cr`, `₹50 thousand cr`
    if (n === 0 && /^crs?$/.test(near(tokens, end)) && long < 1e7) {
      factor *= 1e7
      end++
      break
    }
  }
  if (end === from && isNear(tokens, end) && tokens.kind[end] === word) {
    const name = tokens.lower[end]!
    const short = shortScales.get(name)
    const free = !(isGlued(tokens, end + 1) && (tokens.kind[end + 1] === digits || tokens.lower[end + 1] === '/'))
    const dozen = name === 'dozen' || name === 'dozens'
    if (dozen) {
      factor = 12
      end++
    } else if (short !== undefined && free && (name.length > 1 || isAtScale(tokens, end, value))) {
      // `10M` is ten million; `5m` may be five metres, `221B` a house
      const small = tokens.text[tokens.start[end]!] === name || (name === 'b' && !fractional && value < 1000)
      if (name.length === 1 && name !== 'k' && small) letter = name
      if (name !== 'k' || isGlued(tokens, end)) {
        factor = short
        end++
      }
    }
  }
  const part = !fractional || end > from ? readPartBehind(tokens, end) : null
  if (part && !letter)
    return {
      end: part.end,
      value: exact((value + (end > from ? 0 : part.value)) * factor + (end > from ? part.value * factor : 0)),
      digits: inDigits,
      scaled: end > from,
      bare,
      fractional: true,
    }
  const rest = end > from && factor >= 100 && !letter ? readRest(tokens, end, factor) : null
  if (rest)
    return {
      end: rest.end,
      value: exact(value * factor + rest.value),
      digits: inDigits,
      scaled: true,
      bare,
      fractional,
    }
  const scaled = end > from
  const known = !unsure || (scaled && factor > 1 && !letter)
  const whole = exact(value * factor)
  return {
    end,
    value: known ? whole : undefined,
    decimal: known ? undefined : whole,
    digits: inDigits,
    scaled,
    letter: scaled ? letter : undefined,
    bare,
    fractional,
  }
}

/** A lone letter of size is glued to its number or one space away; `100,000 B warrants` are of a class. */
const isAtScale = (tokens: Tokens, i: number, value: number): boolean =>
  isGlued(tokens, i) ||
  (tokens.start[i]! - tokens.end[i - 1]! <= 1 &&
    (value < 1000 || !isNear(tokens, i + 1) || tokens.kind[i + 1] !== word || isFunctionWord(tokens.lower[i + 1]!)))

/** `3 million and a quarter`, `4 and a half`: behind digits only what no unit of its own follows. */
function readPartBehind(tokens: Tokens, i: number): { value: number; end: number } | null {
  if (!isNear(tokens, i) || tokens.lower[i] !== 'and') return null
  const part = readPart(tokens, i + 1)
  const next = part && isNear(tokens, part.end) ? tokens.lower[part.end]! : ''
  return part && next !== 'of' && !scales.has(next) ? part : null
}

/** What goes on behind a scale in digits: `4 thousand 3 hundred and 21`, `6 crore and two hundred`; always less than the scale. */
function readRest(tokens: Tokens, i: number, below: number): { value: number; end: number } | null {
  const and = isNear(tokens, i) && tokens.lower[i] === 'and' ? 1 : 0
  const at = i + and
  if (!isNear(tokens, at)) return null
  const next = tokens.kind[at] === digits && tokens.lower[at]!.length > 3 ? null : readNumeral(tokens, at)
  if (!next || next.value === undefined || next.value <= 0 || next.value >= below || next.letter || next.fractional)
    return null
  // two numbers side by side are two numbers, unless both carry a scale or `and` joins the last
  return next.scaled || (and && below <= 1000 && next.value < 100) ? { value: next.value, end: next.end } : null
}
