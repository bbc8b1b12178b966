let formatter: Intl.NumberFormat | undefined
/** Made when the first number is said: it takes some milliseconds. */
const plain = {
  format: (value: number): string => {
    formatter ??= new Intl.NumberFormat('en', { maximumSignificantDigits: 12 })
    return formatter.format(value)
  },
}
const scales = [
  [1e12, 'trillion'],
  [1e9, 'billion'],
  [1e6, 'million'],
] as const

/** A number as people write it: `24 billion`, `5,300.5`. Nothing is rounded: a number that a scale word would make longer stays in digits. */
export function sayNumber(value: number): string {
  const sign = value < 0 ? '−' : ''
  const size = Math.abs(value)
  for (const [scale, word] of scales) {
    if (size < scale) continue
    const scaled = size / scale
    return hasDecimals(scaled, 3) ? `${sign}${plain.format(scaled)} ${word}` : sign + plain.format(size)
  }
  return sign + plain.format(size)
}

const factors = new Map(
  Object.entries({
    thousand: 1e3,
    k: 1e3,
    million: 1e6,
    m: 1e6,
    mn: 1e6,
    billion: 1e9,
    bn: 1e9,
    trillion: 1e12,
    tn: 1e12,
  }),
)

/** The number that somebody types as it is said: `20`, `−3.5`, `5,300`, `$24 billion`, `2.5m`. Undefined where it is none. */
export function readNumber(text: string): number | undefined {
  const form = /^(?<sign>[-−]?)\s*\p{Sc}?\s*(?<digits>\d[\d,]*(?:\.\d+)?|\.\d+)\s*(?<scale>[a-z]*)\s*%?$/iu
  const { sign, digits, scale } = form.exec(text.trim())?.groups ?? {}
  const factor = scale ? factors.get(scale.toLowerCase()) : 1
  if (digits === undefined || factor === undefined) return undefined
  const value = Number((Number(digits.replaceAll(',', '')) * factor).toPrecision(15))
  return sign ? -value : value
}

/** An amount of money: `$24 billion`, `€1.50`, `NGN 5 billion`. */
export function sayMoney(value: number, currency: string): string {
  const sign = value < 0 ? '−' : ''
  const size = Math.abs(value)
  const cents = size < 1e6 && !Number.isInteger(size) && hasDecimals(size, 2)
  const digits = cents ? size.toFixed(2).replace(/\B(?=(?:\d{3})+\.)/g, ',') : sayNumber(size)
  const symbol = symbolOf(currency)
  return sign + symbol + (/[A-Z]$/.test(symbol) ? ' ' : '') + digits
}

/** The sign of a currency where it has one that is its own (`$`, `A$`, `€`), else its code. */
export function symbolOf(currency: string): string {
  const known = symbols.get(currency) ?? findSymbol(currency)
  symbols.set(currency, known)
  return known
}
const symbols = new Map<string, string>()
function findSymbol(currency: string): string {
  try {
    const parts = new Intl.NumberFormat('en', { style: 'currency', currency }).formatToParts(1)
    return parts.find(({ type }) => type === 'currency')!.value
  } catch {
    return currency
  }
}

const parts: Readonly<Record<number, readonly [one: string, more: string]>> = {
  2: ['half', 'halves'],
  3: ['third', 'thirds'],
  4: ['quarter', 'quarters'],
  5: ['fifth', 'fifths'],
  6: ['sixth', 'sixths'],
  8: ['eighth', 'eighths'],
  10: ['tenth', 'tenths'],
}
const small = ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']

/** A part of a whole: `one third`, `three quarters`, `7/12`, `1 in 20`; a number that is no simple fraction as a number. */
export function sayFraction(value: number): string {
  for (let below = 2; below <= 100; below++) {
    const above = Math.round(value * below)
    if (above < 1 || above >= below || Math.abs(value - above / below) > 1e-6) continue
    const names = parts[below]
    if (names) return below === 2 ? 'half' : `${small[above]} ${names[above === 1 ? 0 : 1]}`
    return above === 1 ? `1 in ${below}` : `${above}/${below}`
  }
  if (value > 0 && value < 1 && Math.abs(1 / value - Math.round(1 / value)) < 1e-6)
    return `1 in ${sayNumber(Math.round(1 / value))}`
  return sayNumber(value)
}

const ordinals = new Intl.PluralRules('en', { type: 'ordinal' })
const endings: Readonly<Record<string, string>> = { one: 'st', two: 'nd', few: 'rd', other: 'th' }
/** A place in an order: `3rd`. */
export const sayRank = (value: number): string => `${plain.format(value)}${endings[ordinals.select(value)]}`

const hasDecimals = (value: number, most: number) => Math.abs(value - Number(value.toFixed(most))) < 1e-9 * value
