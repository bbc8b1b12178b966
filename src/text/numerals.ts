// Numbers as English-language news writes them: digits with any grouping, words, and scale words, read off tokens.

import { digits, isGlued, isNear, mark, rememberNear, type Tokens, word } from './tokens.ts'

const ones =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
const small = new Map<string, number>([
  ['nought', 0],
  ['naught', 0],
  ...ones.map((name, i) => [name, i] as const),
  ...tens.map((name, i) => [name, 20 + 10 * i] as const),
])
const scales = new Map<string, number>(
  Object.entries({ hundred: 1e2, thousand: 1e3, lakh: 1e5, million: 1e6, crore: 1e7, billion: 1e9, trillion: 1e12 }),
)
scales.set('quadrillion', 1e15)
scales.set('lac', 1e5)
for (const form of ['koti', 'krore', 'karor']) scales.set(form, 1e7)
for (const [name, scale] of [...scales]) scales.set(`${name}s`, scale)
/** Scales that stand behind digits only. A lone letter may be a unit as well. */
const shortScales = new Map<string, number>(
  Object.entries({
    k: 1e3,
    mln: 1e6,
    mil: 1e6,
    mio: 1e6,
    mn: 1e6,
    m: 1e6,
    bln: 1e9,
    bn: 1e9,
    b: 1e9,
    trn: 1e12,
    tln: 1e12,
    tn: 1e12,
    cr: 1e7,
  }),
)
const halves = new Map([
  ['½', 1 / 2],
  ['¼', 1 / 4],
  ['¾', 3 / 4],
  ['⅓', 1 / 3],
  ['⅔', 2 / 3],
  ['⅕', 1 / 5],
  ['⅙', 1 / 6],
  ['⅛', 1 / 8],
  ['⅜', 3 / 8],
  ['⅝', 5 / 8],
  ['⅞', 7 / 8],
])

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

/** A decimal text's value to 15 digits, so that `2.3` million is exactly 2300000. */
export const exact = (value: number): number => (Number.isSafeInteger(value) ? value : Number(value.toPrecision(15)))

/** True for words that can begin a number; those that need more behind them (`a`, `half`) are tried by `readNumeral` alike. */
export const isNumberWord = (lower: string): boolean =>
  small.has(lower) ||
  scales.has(lower) ||
  lower === 'half' ||
  lower === 'quarter' ||
  lower === 'dozen' ||
  vague.has(lower)

/** Words that name a number without saying which, and the two counts that they lie between. */
const vague = new Map<string, number>([
  ['dozens', 12],
  ['scores', 20],
  ['tens', 10],
  ['hundreds', 100],
  ['thousands', 1e3],
  ['lakhs', 1e5],
  ['millions', 1e6],
  ['crores', 1e7],
  ['billions', 1e9],
  ['trillions', 1e12],
])

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

const near1 = (tokens: Tokens, i: number) => (isNear(tokens, i) ? tokens.lower[i]! : '')
const group = (tokens: Tokens, i: number, sizes: readonly number[]) =>
  i < tokens.count && tokens.kind[i] === digits && isGlued(tokens, i) && sizes.includes(tokens.lower[i]!.length)

/** Digits: US `1,234.5`, Indian `2,50,000`, spaced `26 000`, European `1.234,5`, Swiss `1'234`, plain `1234.5`, `2 1/2`, `3½`. */
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
  if (
    !fractional &&
    near1(tokens, end) === 'point' &&
    near1(tokens, end + 1) !== '' &&
    tokens.kind[end + 1] === digits
  ) {
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
  } else if (!fractional && end === i + 1 && isFraction(tokens, i)) {
    value /= Number(lower[i + 2])
    end = i + 3
    fractional = true
  }
  return withScale(tokens, end, value, true, fractional, unsure)
}

/** A power of ten glued to digits: `e14`, `x10^6`, `×10^-4`. */
function readPower(tokens: Tokens, i: number): { factor: number; end: number } | null {
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
function readExponent(tokens: Tokens, i: number): { exponent: number; end: number } | null {
  const { lower } = tokens
  const signed = isGlued(tokens, i + 1) && /^[-−+]$/.test(lower[i + 1]!) ? 1 : 0
  const at = i + 1 + signed
  if (!isGlued(tokens, i) || !isGlued(tokens, at) || tokens.kind[at] !== digits || lower[at]!.length > 2) return null
  return { exponent: (signed && lower[i + 1] !== '+' ? -1 : 1) * Number(lower[at]), end: at + 1 }
}

/** `1/2`: one or two digits each, the second the larger and no more than 16, and nothing glued behind. */
function isFraction(tokens: Tokens, i: number): boolean {
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

const isSpaced = (tokens: Tokens, i: number) =>
  i < tokens.count &&
  tokens.kind[i] === digits &&
  tokens.lower[i]!.length === 3 &&
  /^[ \u00A0\u202F\u2009]$/.test(tokens.text.slice(tokens.end[i - 1], tokens.start[i])) &&
  !(isGlued(tokens, i + 1) && tokens.kind[i + 1] !== mark)

const isScaleOrSign = (tokens: Tokens, i: number) => {
  const next = tokens.lower[i] ?? ''
  return next === '%' || next === '€' || scales.has(next) || shortScales.has(next) || /^(?:per|pct|percent)$/.test(next)
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
  const bare = { end: from, ...(unsure ? {} : { value }) }
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
  }
  if (end === from && isNear(tokens, end) && tokens.kind[end] === word) {
    const name = tokens.lower[end]!
    const short = shortScales.get(name)
    const free = !(isGlued(tokens, end + 1) && (tokens.kind[end + 1] === digits || tokens.lower[end + 1] === '/'))
    const dozen = name === 'dozen' || name === 'dozens'
    if (dozen) {
      factor = 12
      end++
    } else if (short !== undefined && free && (name.length > 1 || tokens.start[end]! - tokens.end[end - 1]! <= 1)) {
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
  return {
    end,
    ...(known ? { value: exact(value * factor) } : { decimal: exact(value * factor) }),
    digits: inDigits,
    scaled,
    ...(letter !== undefined && scaled && { letter }),
    bare,
    fractional,
  }
}

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

/** Number words: `twenty-one hundred`, `two and a half million`, `a dozen`, `half a million`, `tens of thousands`, `a few hundred`. */
function readWords(tokens: Tokens, i: number): Numeral | null {
  const { lower } = tokens
  const first = lower[i]!
  const made = (end: number, rest: Partial<Numeral>, scaled: boolean): Numeral => ({
    end,
    digits: false,
    scaled,
    fractional: false,
    bare: { end, ...(rest.value !== undefined && { value: rest.value }) },
    ...rest,
  })
  const near = (k: number) => (isNear(tokens, k) ? lower[k]! : '')
  const several = vague.get(first)
  if (several !== undefined) {
    let step = several
    let end = i + 1
    if (near(end) === 'of' && vague.has(near(end + 1)) && vague.get(lower[end + 1]!)! > several) {
      step *= vague.get(lower[end + 1]!)!
      end += 2
    }
    if (first === 'tens' && end === i + 1) return null
    return made(end, spread(step), true)
  }
  const lead = first === 'a' || first === 'an' ? i + 1 : i
  const head = lead > i ? near(lead) : first
  if (head === 'few' || head === 'couple' || head === 'several') {
    if (head !== 'several' && lead === i) return null
    let at = lead + 1
    if (near(at) === 'of') at++
    const name = near(at)
    const step = name === 'dozen' ? 12 : scales.get(name)
    if (step === undefined) return null
    return head === 'couple'
      ? made(at + 1, { value: 2 * step }, true)
      : made(at + 1, { low: 2 * step, high: 10 * step - 1 }, true)
  }
  if (head === 'half' && near(lead + 1) === '-' && near(lead + 2) === 'dozen') return made(lead + 3, { value: 6 }, true)
  if (head === 'half' || head === 'quarter') {
    const of = near(lead + 1) === 'of' && near(lead + 2) === 'a' ? 1 : 0
    const at = near(lead + 1 + of) === 'a' ? lead + 2 + of : lead + 1
    const name = near(at)
    const step = name === 'dozen' ? 12 : scales.get(name)
    return step === undefined || step === 100 ? null : made(at + 1, { value: step / (head === 'half' ? 2 : 4) }, true)
  }
  let total = 0
  let current = 0
  let last = 0 // 1 a one or teen, 2 a ten, 3 hundred, 4 a larger scale
  let lastScale = Number.POSITIVE_INFINITY
  let scaled = false
  let end = i
  let at = lead
  if (lead === i && scales.has(first)) {
    // `hundred thousand dollars`: only before a larger scale
    const next = scales.get(near(i + 1))
    if (next === undefined || next <= scales.get(first)!) return null
    current = 1
  }
  if (lead > i) {
    if (!(scales.has(head) || head === 'dozen')) return null
    current = 1
  }
  let fractional = false
  for (let steps = 0; steps < 16; steps++) {
    let skip = 0
    if (end > i) {
      const joint = near(at)
      if (joint === '-' && isGlued(tokens, at))
        skip = isGlued(tokens, at + 1) && last !== 1 ? 1 : scales.has(lower[at + 1] ?? '') ? 1 : 0
      else if (joint === 'and' && (last >= 3 || last === 2)) skip = 1
      if ((joint === '-' || joint === 'and') && !skip && joint !== 'and') break
      if (joint === 'and') {
        // `two and a half million`, `one and three quarters`
        const rest = readPart(tokens, at + 1)
        // `seven and half of the rest` are two
        const apart =
          rest &&
          near(rest.end) === 'of' &&
          /^(?:the|all|its|their|these|those|his|her|our|them)$/.test(near(rest.end + 1))
        if (rest && !apart) {
          const scale = scales.get(near(rest.end))
          fractional = true
          end = rest.end
          if (scale !== undefined && last < 3) {
            current = (current + rest.value) * scale
            scaled = true
            end++
          } else if (scale !== undefined && last === 4 && scale < lastScale) {
            // `one billion and a quarter million`
            current += rest.value * scale
            end++
          } else current += last === 4 && current === 0 ? rest.value * lastScale : rest.value
          break
        }
        if (!skip) break
      }
    }
    const name = at + skip < tokens.count && (at + skip === i || isNear(tokens, at + skip)) ? lower[at + skip]! : ''
    const value = small.get(name)
    const scale = scales.get(name)
    if (value !== undefined) {
      const fits = value >= 10 ? last === 0 || last >= 3 : last === 0 || last >= 2
      if (!fits || (last === 2 && value === 0)) break
      current += value
      last = value >= 20 ? 2 : 1
    } else if ((name === 'dozen' || name === 'dozens') && current > 0 && current < 20 && total === 0 && last <= 1) {
      current *= 12
      last = 4
      lastScale = 12
      scaled = true
    } else if (
      scale !== undefined &&
      current > 0 &&
      (scale === 100 ? last !== 3 && last !== 4 : scale < lastScale || total === 0)
    ) {
      if (scale === 100) {
        current *= 100
        last = 3
      } else {
        total += current * scale
        current = 0
        last = 4
        lastScale = scale
      }
      scaled = true
    } else break
    at += skip + 1
    end = at
  }
  if (end === i || (lead > i && end === lead)) return null
  const decimals = near(end) === 'point' && !fractional ? readDecimals(tokens, end + 1) : null
  if (decimals) {
    const value = Number(`${total + current}.${decimals.text}`)
    return made(decimals.end, { value, fractional: true, bare: { end: decimals.end, value } }, scaled)
  }
  return made(end, { value: exact(total + current), fractional, bare: { end, value: exact(total + current) } }, scaled)
}

/** Digits in words behind `point`: `zero four`, `seventy-one`. */
function readDecimals(tokens: Tokens, i: number): { text: string; end: number } | null {
  let text = ''
  let at = i
  for (; text.length < 8; at++) {
    const digit = isNear(tokens, at) ? small.get(tokens.lower[at]!) : undefined
    if (digit === undefined || (digit > 9 && text)) break
    const one = digit >= 20 && tokens.lower[at + 1] === '-' ? small.get(tokens.lower[at + 2] ?? '') : undefined
    text += digit + (one ?? 0)
    if (one !== undefined) at += 2
  }
  return text ? { text, end: at } : null
}

/** Half, a half, a quarter, three quarters, five ninths, fifty-four hundredths: what may follow `and` within a number. */
function readPart(tokens: Tokens, i: number): { value: number; end: number } | null {
  const near = (k: number) => (isNear(tokens, k) ? tokens.lower[k]! : '')
  if (near(i) === 'half') return { value: 0.5, end: i + 1 }
  if ((near(i) === 'a' || near(i) === 'an' || near(i) === 'one') && near(i + 1) === 'half')
    return { value: 0.5, end: i + 2 }
  if (near(i) === 'quarter') return { value: 0.25, end: i + 1 }
  let count = near(i) === 'a' ? 1 : small.get(near(i))
  if (count === undefined || count === 0) return null
  let at = i + 1
  const hyphen = tokens.lower[at] === '-' && isGlued(tokens, at) ? 1 : 0
  const one = count >= 20 ? small.get(near(at + hyphen)) : undefined
  if (one !== undefined && one < 10) {
    count += one
    at += hyphen + 1
  }
  if (tokens.lower[at] === '-' && isGlued(tokens, at)) at++
  const part = denominators.get(near(at))
  return part !== undefined && count < part ? { value: count / part, end: at + 1 } : null
}

/** Honest ends of a vague step: from two of it to just under two of the step that the next word would name. */
const spread = (step: number) => ({ low: 2 * step, high: 20 * step - 1 })

const ordinals = new Map<string, number>(
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'
    .split(' ')
    .map((name, i) => [name, i + 1]),
)
ordinals.set('thirtieth', 30)
for (const [i, name] of tens.entries()) ordinals.set(name.replace(/y$/, 'ieth'), 20 + 10 * i)
ordinals.set('hundredth', 100)

/** What one is parted into, singular and plural: `third`, `quarters`, `hundredths`. */
const denominators = new Map<string, number>([
  ['quarter', 4],
  ['quarters', 4],
])
for (const [name, value] of ordinals) if (value > 2) denominators.set(name, value).set(`${name}s`, value)
/** What `third`, `tenths` or `quarters` part one into; undefined for other words. */
export const readDenominatorWord = (lower: string): number | undefined => denominators.get(lower)

/** An ordinal that begins at token `i`: `3rd`, `twelfth`, `twenty-first`; null when there is none. */
export function readOrdinal(tokens: Tokens, i: number): { readonly value: number; readonly end: number } | null {
  if (tokens.kind[i] === digits) {
    const suffix = tokens.lower[i + 1]
    return isGlued(tokens, i + 1) && /^(?:st|nd|rd|th)$/.test(suffix!) && tokens.lower[i]!.length < 4
      ? { value: Number(tokens.lower[i]), end: i + 2 }
      : null
  }
  const name = tokens.lower[i] ?? ''
  const own = ordinals.get(name)
  if (own !== undefined) return { value: own, end: i + 1 }
  const ten = small.get(name)
  if (ten === undefined || ten < 20) return null
  const at = tokens.lower[i + 1] === '-' ? i + 2 : i + 1
  const rest = isNear(tokens, at) ? ordinals.get(tokens.lower[at]!) : undefined
  return rest !== undefined && rest < 10 ? { value: ten + rest, end: at + 1 } : null
}

/** True for a word that can begin an ordinal. */
export const isOrdinalWord = (lower: string): boolean => ordinals.has(lower)
