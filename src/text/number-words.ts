// Words of numbers, of size, order and part, and what they stand for.

import { digits, isGlued, isNear, type Tokens } from './tokens.ts'

const ones =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )

export const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')

export const small = new Map<string, number>([
  ['nought', 0],
  ['naught', 0],
  ...ones.map((name, i) => [name, i] as const),
  ...tens.map((name, i) => [name, 20 + 10 * i] as const),
])

export const scales = new Map<string, number>(
  Object.entries({ hundred: 1e2, thousand: 1e3, lakh: 1e5, million: 1e6, crore: 1e7, billion: 1e9, trillion: 1e12 }),
)
scales.set('quadrillion', 1e15)
scales.set('lac', 1e5)
for (const form of ['koti', 'krore', 'karor']) scales.set(form, 1e7)
for (const form of ['quintillion', 'sextillion']) scales.set(form, form === 'quintillion' ? 1e18 : 1e21)
for (const [name, scale] of [...scales]) scales.set(`${name}s`, scale)

/** Scales that stand behind digits only. A lone letter may be a unit as well. */
export const shortScales = new Map<string, number>(
  Object.entries({
    k: 1e3,
    mln: 1e6,
    mil: 1e6,
    mlns: 1e6,
    mio: 1e6,
    mn: 1e6,
    m: 1e6,
    bln: 1e9,
    blns: 1e9,
    bil: 1e9,
    bn: 1e9,
    b: 1e9,
    trn: 1e12,
    trln: 1e12,
    trlns: 1e12,
    tril: 1e12,
    tln: 1e12,
    tn: 1e12,
    cr: 1e7,
    crs: 1e7,
  }),
)

/** Those of them that stand behind number words as well. */
export const pressScales = new Map([...shortScales].filter(([form]) => /^(?:mln|mn|bln|bn|trn|trln|tn)$/.test(form)))

export const halves = new Map([
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

/** Words that name a number without saying which, and the step that they count in. */
export const vague = new Map<string, number>([
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

/** True for what may stand behind the first digits of a number and belong to it: marks and digits, sizes, `and a half`, `point 5`. */
export const goesOnDigits = (lower: string): boolean =>
  /^[^\p{L}]/u.test(lower) ||
  scales.has(lower) ||
  shortScales.has(lower) ||
  /^(?:dozens?|point|and|e|x|crs?)$/.test(lower)

/** Half, a half, a quarter, three quarters, five ninths, fifty-four hundredths: what may follow `and` within a number. */
export function readPart(tokens: Tokens, i: number): { value: number; end: number } | null {
  const near = (k: number) => (isNear(tokens, k) ? tokens.lower[k]! : '')
  if (near(i) === 'half') return { value: 0.5, end: i + 1 }
  if (/^(?:a|an|one)$/.test(near(i))) {
    const half = tokens.lower[i + 1] === '-' && isGlued(tokens, i + 1) ? i + 2 : i + 1
    if (near(half) === 'half') return { value: 0.5, end: half + 1 }
  }
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

/** What a vague step says: two of it or more. */
export const spread = (step: number) => ({ low: 2 * step })

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
    return isGlued(tokens, i + 1) && isOrdinalSuffix(suffix!) && tokens.lower[i]!.length < 4
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

/** True for a word that is an ordinal by itself. */
export const isOrdinalWord = (lower: string): boolean => ordinals.has(lower)

/** What stands behind the digits of an ordinal. */
export const isOrdinalSuffix = (lower: string): boolean => /^(?:st|nd|rd|th)$/.test(lower)
