// Every ISO 4217 currency by code, symbol and name, from Intl (CLDR). Only what CLDR's English lacks is written here.

import { toAlternatives } from './alternatives.ts'

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
  'u.s. dollar': 'USD',
}
for (const [word, code] of Object.entries(plain)) {
  names.set(word, code)
  names.set(word === 'pound sterling' ? 'pounds sterling' : `${word}s`, code)
}
/** Hundredths that English names without their currency, and the currency they are hundredths of. */
const hundredths = new Map([
  ['cent', 'USD'],
  ['cents', 'USD'],
  ['pence', 'GBP'],
  ['penny', 'GBP'],
  ['¢', 'USD'],
])

/** Regular expression source: a currency symbol that stands before its number (`$`, `US$`, `Rs.`). */
export const currencySymbolSource = toAlternatives(symbols.keys())
/** Regular expression source: an ISO 4217 code. */
export const currencyCodeSource = toAlternatives(isoCodes)
/** Regular expression source (case-insensitive use): a currency's name, or that of its hundredth. */
export const currencyNameSource = toAlternatives([...names.keys(), ...hundredths.keys()])

/** ISO 4217 code and the factor that brings the amount to whole units (0.01 for cents); undefined for an unknown word. */
export function findCurrency(form: string): { readonly code: string; readonly factor: number } | undefined {
  const word = form.toLowerCase().replace(/\s+/g, ' ')
  const code = symbols.get(form) ?? (isoCodes.has(form) ? form : undefined) ?? names.get(word)
  if (code) return { code, factor: 1 }
  const whole = hundredths.get(word)
  return whole ? { code: whole, factor: 0.01 } : undefined
}
