// Every ISO 4217 currency by code, symbol and name, from Intl (CLDR). Only what CLDR's English lacks is written here.

import { indexPhrases, type Phrase } from './phrases.ts'
import type { Tokens } from './tokens.ts'
import { isGlued, isNear, mark, word } from './tokens.ts'

const codes = Intl.supportedValuesOf('currency')
const isoCodes = new Set(codes)
const part = (currency: string, display: 'symbol' | 'narrowSymbol' | 'name', amount: number) =>
  new Intl.NumberFormat('en', { style: 'currency', currency, currencyDisplay: display, maximumFractionDigits: 0 })
    .formatToParts(amount)
    .find(({ type }) => type === 'currency')!.value

const symbols = new Map<string, string>()
const names = new Map<string, string>()
const lastWords = new Map<string, Set<string>>()
for (const code of codes) {
  for (const amount of [1, 2]) {
    const name = part(code, 'name', amount).toLowerCase()
    if (/\(/.test(name)) continue
    names.set(name, code)
    const last = name.split(' ').at(-1)!
    if (name !== last) lastWords.set(last, (lastWords.get(last) ?? new Set()).add(code))
  }
  const symbol = part(code, 'symbol', 1)
  if (symbol !== code) symbols.set(symbol, code)
}
for (const code of codes) {
  const narrow = part(code, 'narrowSymbol', 1)
  if (narrow !== code && !symbols.has(narrow) && /^\p{Sc}$/u.test(narrow)) symbols.set(narrow, code)
}
// Styles of the press that CLDR's English does not carry.
const pressStyles = {
  US$: 'USD',
  'U.S.$': 'USD',
  C$: 'CAD',
  S$: 'SGD',
  AU$: 'AUD',
  Rs: 'INR',
  'Rs.': 'INR',
  RMB: 'CNY',
  RM: 'MYR',
}
for (const [symbol, code] of Object.entries(pressStyles)) symbols.set(symbol, code)
// A bare last word names one currency only, or the one that English text means without a country.
for (const [word, owners] of lastWords) if (owners.size === 1 && !names.has(word)) names.set(word, [...owners][0]!)
const plain = {
  dollar: 'USD',
  pound: 'GBP',
  rupee: 'INR',
  ruble: 'RUB',
  rouble: 'RUB',
  yuan: 'CNY',
  renminbi: 'CNY',
  won: 'KRW',
  sterling: 'GBP',
  'pound sterling': 'GBP',
  yen: 'JPY',
  ringgit: 'MYR',
  'american dollar': 'USD',
  shekel: 'ILS',
  franc: 'CHF',
  'u.s. dollar': 'USD',
}
for (const [word, code] of Object.entries(plain)) {
  names.set(word, code)
  names.set(word === 'pound sterling' ? 'pounds sterling' : `${word}s`, code)
}
const signs = new Set([...symbols.keys()].filter((symbol) => /^\p{Sc}/u.test(symbol)).map((symbol) => symbol[0]!))
const initials = new Set([...symbols.keys(), ...isoCodes].map((symbol) => symbol[0]!))
/** Hundredths that English names without their currency, and the currency they are hundredths of. */
const hundredths = new Map([
  ['cent', 'USD'],
  ['cents', 'USD'],
  ['pence', 'GBP'],
  ['penny', 'GBP'],
  ['¢', 'USD'],
  ['paise', 'INR'],
  ['sen', 'MYR'],
])

/** ISO 4217 code and the factor that brings the amount to whole units (0.01 for cents); undefined for an unknown word. */
export function findCurrency(form: string): { readonly code: string; readonly factor: number } | undefined {
  const word = form.toLowerCase().replace(/\s+/g, ' ')
  const code = symbols.get(form) ?? (isoCodes.has(form) ? form : undefined) ?? names.get(word)
  if (code) return { code, factor: 1 }
  const whole = hundredths.get(word)
  return whole ? { code: whole, factor: 0.01 } : undefined
}

/** A currency as it stands at a number: ISO 4217 code, factor to whole units, and the token behind it. */
export type CurrencyReading = { readonly code: string; readonly factor: number; readonly end: number }

const longestSymbol = 5
/** A symbol or code at token `i`, as it may stand before a number: `$`, `US$`, `U.S.$`, `Rs.`, `EUR`. Case matters. */
export function readCurrencySign(tokens: Tokens, i: number): CurrencyReading | null {
  const first = tokens.text[tokens.start[i]!]!
  if (tokens.kind[i] === mark ? !signs.has(first) : !(tokens.kind[i] === word && initials.has(first))) return null
  for (let last = Math.min(i + longestSymbol, tokens.count) - 1; last >= i; last--) {
    let glued = true
    for (let k = i + 1; k <= last && glued; k++) glued = isGlued(tokens, k)
    if (!glued) continue
    const found = findCurrency(tokens.text.slice(tokens.start[i], tokens.end[last]))
    const form = tokens.text.slice(tokens.start[i], tokens.end[last])
    if (found && found.factor === 1 && (symbols.has(form) || isoCodes.has(form))) return { ...found, end: last + 1 }
  }
  return null
}

const nameIndex = indexPhrases<{ code: string; factor: number }>([
  ...[...names].map(([form, code]): Phrase<{ code: string; factor: number }> => [form, { code, factor: 1 }]),
  ...[...hundredths].map(([form, code]): Phrase<{ code: string; factor: number }> => [form, { code, factor: 0.01 }]),
])
/** A currency's name, code or sign at token `i`, as it may stand behind a number: `euros`, `US dollars`, `cents`, `USD`, `€`. */
export function readCurrencyName(tokens: Tokens, i: number): CurrencyReading | null {
  if (!isNear(tokens, i)) return null
  const sign = readCurrencySign(tokens, i)
  if (sign) return sign
  const found = nameIndex.read(tokens, i)
  return found ? { ...found.value, end: found.end } : null
}
