// Every ISO 4217 currency by code, symbol and name, from Intl (CLDR). Only what CLDR's English lacks is written here.

import { currencyNear } from './named-currencies.ts'
import { indexPhrases, type Phrase } from './phrases.ts'
import {
  readSharedName,
  readSharedSign,
  type SharedReading,
  sharedCurrency,
  sharedNames,
  sharedSignStarts,
} from './shared-currencies.ts'
import { isGlued, isNear, near, type Tokens, tokenize } from './tokens.ts'

const codes = Intl.supportedValuesOf('currency')
const isoCodes = new Set(codes)
/** What the euro and a few others took the place of: ISO 4217, list three, read by name alone in articles of their time. */
const retired = 'DEM FRF ITL ESP NLG BEF LUF ATS FIM GRD IEP PTE SKK SIT EEK LVL LTL HRK ECS XEU'.split(' ')
const part = (currency: string, display: 'symbol' | 'narrowSymbol' | 'name', amount: number) =>
  new Intl.NumberFormat('en', { style: 'currency', currency, currencyDisplay: display, maximumFractionDigits: 0 })
    .formatToParts(amount)
    .find(({ type }) => type === 'currency')!.value

const symbols = new Map<string, string>()
const names = new Map<string, string>()
const lastWords = new Map<string, Set<string>>()
for (const code of [...codes, ...retired]) {
  for (const amount of [1, 2]) {
    const name = part(code, 'name', amount).toLowerCase()
    if (/\(/.test(name)) continue
    names.set(name, code)
    // `Canadian dlrs`, as the wires wrote it
    if (/ dollars?$/.test(name)) names.set(name.replace('dollar', 'dlr'), code)
    const last = name.split(' ').at(-1)!
    // `two gold bars` are no Zimbabwean gold
    if (name !== last && code !== 'XEU' && last !== 'gold')
      lastWords.set(last, (lastWords.get(last) ?? new Set()).add(code))
  }
  const symbol = part(code, 'symbol', 1)
  if (symbol !== code && isoCodes.has(code)) symbols.set(symbol, code)
}
for (const code of codes) {
  const narrow = part(code, 'narrowSymbol', 1)
  if (narrow !== code && !symbols.has(narrow) && /^\p{Sc}$/u.test(narrow)) symbols.set(narrow, code)
}
// Styles of the press that CLDR's English does not carry; those of `sharedSigns` are settled by the country that a text is about.
const pressStyles = {
  USD: 'US$ U.S.$ $US US-$',
  CAD: 'C$ $C CA$ CAD$ Can$ $Can CDN$ Cdn$ $CDN $Cdn',
  AUD: 'AU$ $A AUD$ $AU',
  NZD: '$NZ NZD$',
  SGD: 'S$ SG$ $S SGD$',
  HKD: '$HK HKD$',
  TWD: 'NT$ $NT',
  CNY: 'RMB Rmb',
  MYR: 'RM',
  KES: 'KSh Ksh KShs Kshs KSh. Ksh. KShs. Kshs.',
  UGX: 'USh Ush UShs Ushs UGShs Ugshs',
  TZS: 'TSh Tsh TShs Tshs TZSh',
  GHS: 'GH¢ GH₵ GHc GHC GHȼ',
  BDT: 'Tk Tk.',
  ILS: 'NIS',
  PLN: 'zł',
  CZK: 'Kč',
  NGN: '₦',
  JMD: 'J$',
  TTD: 'TT$',
  BBD: 'BDS$ Bds$',
  XCD: 'EC$',
  FJD: 'FJ$',
  NAD: 'N$',
  ZWG: 'ZiG',
  EGP: 'E£',
  PEN: 'S/',
  PHP: 'Php PhP',
  DKK: 'Dkr DKr',
  SEK: 'Skr SKr',
  NOK: 'Nkr NKr',
}
for (const [code, forms] of Object.entries(pressStyles))
  for (const form of forms.split(' ')) if (isoCodes.has(code)) symbols.set(form, code)
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
  deutschmark: 'DEM',
  'deutsche mark': 'DEM',
  'd-mark': 'DEM',
  lira: 'TRY',
  lire: 'ITL',
  koruna: 'CZK',
  guilder: 'NLG',
  ecu: 'XEU',
  sucre: 'ECS',
  punt: 'IEP',
  dlr: 'USD',
  'u.s. dlr': 'USD',
  'u.s. dollar': 'USD',
}
for (const [word, code] of Object.entries(plain)) {
  names.set(word, code)
  names.set(word === 'pound sterling' ? 'pounds sterling' : `${word}s`, code)
}
for (const [people, code] of [
  ['czech', 'CZK'],
  ['swedish', 'SEK'],
  ['norwegian', 'NOK'],
  ['danish', 'DKK'],
] as const)
  for (const crown of ['crown', 'crowns']) names.set(`${people} ${crown}`, code)
names.set('stg', 'GBP')
/** Hundredths that English names without their currency, and the currency they are hundredths of. */
const hundredths = new Map([
  ['cent', 'USD'],
  ['cents', 'USD'],
  ['cts', 'USD'],
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
  const shared = sharedCurrency(form)
  if (shared) return shared
  const whole = hundredths.get(word)
  return whole ? { code: whole, factor: 0.01 } : undefined
}

/** A currency as it stands at a number: ISO 4217 code, factor to whole units, and the token behind it. */
export type CurrencyReading = { readonly code: string; readonly factor: number; readonly end: number }

type Sign = { readonly code: string; readonly factor: number; readonly words: readonly string[] }
const signIndex = new Map<string, Sign[]>()
const addSign = (symbol: string, code: string, factor: number) => {
  const words = tokenize(symbol).forms.map(({ written }) => written)
  signIndex.set(words[0]!, [...(signIndex.get(words[0]!) ?? []), { code, factor, words }])
}
for (const [symbol, code] of symbols) addSign(symbol, code, 1)
for (const code of codes) addSign(code, code, 1)
// `MSEK 120`, `15 MEUR`, `KEUR 300`: size and code in one word, as Nordic and German companies report
for (const code of 'USD EUR GBP SEK NOK DKK CHF AUD CAD'.split(' '))
  for (const [letter, factor] of [
    ['M', 1e6],
    ['K', 1e3],
    ['T', 1e3],
    ['BN', 1e9],
  ] as const)
    addSign(letter + code, code, factor)
for (const list of signIndex.values()) list.sort((a, b) => b.words.length - a.words.length)

/** True for a token that a currency's symbol or code begins with, in its own case. */
export const isSignStart = (written: string): boolean => signIndex.has(written) || sharedSignStarts.has(written)

/** A symbol or code at token `i`, as it may stand before a number: `$`, `US$`, `U.S.$`, `Rs.`, `EUR`, `R5bn`'s letter. Case matters. */
export function readCurrencySign(tokens: Tokens, i: number): CurrencyReading | null {
  const own = readOwnSign(tokens, i)
  if (own?.code === 'COP' && isConference(tokens, own.end)) return null
  return own ?? readSharedSign(tokens, i)
}

/** `COP26`, `COP 15`: a conference of the parties; nobody writes fewer than a hundred pesos so. */
const isConference = (tokens: Tokens, i: number): boolean =>
  /^[1-9]\d?$/.test(tokens.lower[i] ?? '') &&
  !(/^[.,]$/.test(tokens.lower[i + 1] ?? '') && isGlued(tokens, i + 1) && /^\d/.test(tokens.lower[i + 2] ?? '')) &&
  !/^(?:thousand|million|billion|trillion|m|bn)$/.test(tokens.lower[i + 1] ?? '')

function readOwnSign(tokens: Tokens, i: number): CurrencyReading | null {
  const list = i < tokens.count ? signIndex.get(tokens.forms[i]!.written) : undefined
  if (!list) return null
  for (const { code, factor, words } of list) {
    let k = 1
    while (k < words.length && isGlued(tokens, i + k) && tokens.forms[i + k]!.written === words[k]) k++
    if (k === words.length) return { code, factor, end: i + k }
  }
  return null
}

/** Currencies whose hundredths are cents (CLDR), and how they are named before that word. */
const inCents = new Map([
  ['USD', 'us u.s. american'],
  ['EUR', 'euro'],
  ['AUD', 'australian'],
  ['CAD', 'canadian'],
  ['NZD', 'nz'],
  ['SGD', 'singapore'],
  ['HKD', 'hk'],
  ['ZAR', 'rand'],
  ['KES', 'kenyan'],
])
for (const [code, owners] of inCents)
  for (const owner of owners.split(' ')) for (const cent of ['cent', 'cents']) hundredths.set(`${owner} ${cent}`, code)

for (const name of sharedNames) {
  names.delete(name)
  hundredths.delete(name)
}
const nameIndex = indexPhrases<{ code: string; factor: number }>([
  ...[...names].map(([form, code]): Phrase<{ code: string; factor: number }> => [form, { code, factor: 1 }]),
  ...[...hundredths].map(([form, code]): Phrase<{ code: string; factor: number }> => [form, { code, factor: 0.01 }]),
])
/** A currency's name, code or sign at token `i`, as it may stand behind a number: `euros`, `US dollars`, `cents`, `USD`, `€`. */
export function readCurrencyName(tokens: Tokens, i: number): CurrencyReading | null {
  if (!isNear(tokens, i)) return null
  // `Reds 1 won the match`
  if (
    tokens.lower[i] === 'won' &&
    /^(?:the|his|her|their|its|all|both|gold|silver|bronze|against)$/.test(near(tokens, i + 1))
  )
    return null
  const sign = readOwnSign(tokens, i)
  if (sign) return sign
  const shared = readSharedName(tokens, i)
  // `lifted by 10 cents to €1.30`: hundredths of what is written beside them
  if (shared && /^cents?$/.test(tokens.lower[i]!)) return { ...shared, code: centsOf(tokens, i, shared) }
  if (shared) return shared
  const found = nameIndex.read(tokens, i)
  return found ? { ...found.value, end: found.end } : null
}

/** A sign so many tokens away says whose cents they are, whatever country is named. */
const close = 60

function centsOf(tokens: Tokens, i: number, { code, owned }: SharedReading): string {
  const beside = currencyNear(tokens, i, readOwnSign)
  return beside && inCents.has(beside.code) && (!owned || beside.distance <= close) ? beside.code : code
}
