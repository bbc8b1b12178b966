// Signs and names that several currencies share, and letters that are a currency only where a text says so: `Rs`, `Sh`, `R`, `pesos`, `cents`.
// Whose they are is told by the country named nearest; where none is, the one that the press means without saying, or nobody's.

import { isSpaced } from './digit-forms.ts'
import { countryNear } from './named-countries.ts'
import { digits, isGlued, isNear, near, type Tokens, word } from './tokens.ts'

type Shared = {
  /** Country (ISO 3166) to currency (ISO 4217). */
  readonly owners: Readonly<Record<string, string>>
  /** Whose it is where no owner is named. */
  readonly otherwise?: string
  readonly factor?: number
  /** A letter or two that mean many things: money only before a scale, thousands or hundredths, or where its country is named. */
  readonly weak?: true
}

const rupee: Shared = {
  owners: { IN: 'INR', PK: 'PKR', LK: 'LKR', NP: 'NPR', MU: 'MUR', SC: 'SCR', BT: 'INR' },
  otherwise: 'INR',
}
const shilling: Shared = { owners: { KE: 'KES', TZ: 'TZS', UG: 'UGX', SO: 'SOS' } }
const krone: Shared = { owners: { SE: 'SEK', NO: 'NOK', DK: 'DKK', IS: 'ISK' } }
const weak = (owners: Shared['owners'], otherwise?: string): Shared => ({
  owners,
  weak: true,
  ...(otherwise && { otherwise }),
})

const signs: Readonly<Record<string, Shared>> = {
  'Rs Rs. Re Re.': rupee,
  'Sh Shs Sh. Shs.': shilling,
  'kr Kr kr. Kr.': krone,
  R: weak({ ZA: 'ZAR' }, 'ZAR'),
  N: weak({ NG: 'NGN' }, 'NGN'),
  K: weak({ ZM: 'ZMW', MW: 'MWK', PG: 'PGK', MM: 'MMK' }),
  P: weak({ PH: 'PHP', BW: 'BWP' }),
  D: weak({ GM: 'GMD' }),
  B: weak({ TH: 'THB' }),
  E: weak({ SZ: 'SZL' }),
  M: weak({ LS: 'LSL' }),
  Q: weak({ GT: 'GTQ' }),
  L: weak({ HN: 'HNL' }),
  'Dh Dhs Dh. Dhs.': weak({ AE: 'AED', MA: 'MAD' }, 'AED'),
  'SR SAR': weak({ SA: 'SAR' }, 'SAR'),
  'QR QAR': weak({ QA: 'QAR' }, 'QAR'),
  KD: weak({ KW: 'KWD' }, 'KWD'),
  BD: weak({ BH: 'BHD' }, 'BHD'),
  RO: weak({ OM: 'OMR' }, 'OMR'),
  JD: weak({ JO: 'JOD' }, 'JOD'),
  TL: weak({ TR: 'TRY' }, 'TRY'),
  Br: weak({ ET: 'ETB', BY: 'BYN' }),
  LE: weak({ EG: 'EGP' }, 'EGP'),
  Le: weak({ SL: 'SLE' }),
  Ft: weak({ HU: 'HUF' }),
  'Rp Rp.': weak({ ID: 'IDR' }, 'IDR'),
  MT: weak({ MZ: 'MZN' }),
}

const names: Readonly<Record<string, Shared>> = {
  'rupee rupees rs': rupee,
  'shilling shillings': shilling,
  'pound pounds': { owners: { GB: 'GBP', EG: 'EGP', LB: 'LBP', SY: 'SYP', SD: 'SDG', SS: 'SSP' }, otherwise: 'GBP' },
  kr: krone,
  'krone kroner': { owners: { NO: 'NOK', DK: 'DKK' } },
  'krona kronor kronur': { owners: { SE: 'SEK', IS: 'ISK' }, otherwise: 'SEK' },
  'peso pesos': {
    owners: { MX: 'MXN', AR: 'ARS', CL: 'CLP', CO: 'COP', PH: 'PHP', UY: 'UYU', CU: 'CUP', DO: 'DOP' },
  },
  'dinar dinars': {
    owners: { KW: 'KWD', JO: 'JOD', IQ: 'IQD', DZ: 'DZD', TN: 'TND', LY: 'LYD', RS: 'RSD', BH: 'BHD' },
  },
  'dirham dirhams': { owners: { AE: 'AED', MA: 'MAD' }, otherwise: 'AED' },
  'riyal riyals rial rials': { owners: { SA: 'SAR', QA: 'QAR', YE: 'YER', OM: 'OMR', IR: 'IRR' } },
  'kwacha kwachas': { owners: { ZM: 'ZMW', MW: 'MWK' } },
  'manat manats': { owners: { AZ: 'AZN', TM: 'TMT' } },
  'cent cents': { owners: { ZA: 'ZAR', IE: 'EUR', KE: 'KES' }, otherwise: 'USD', factor: 0.01 },
  // words of everyday English, or units, where their country is not named
  'dram drams': { owners: { AM: 'AMD' } },
  'real reals reais': { owners: { BR: 'BRL' } },
  'sol soles': { owners: { PE: 'PEN' } },
  'colon colons': { owners: { CR: 'CRC' } },
  'crown crowns': { owners: { CZ: 'CZK', SE: 'SEK', NO: 'NOK', DK: 'DKK', IS: 'ISK' } },
  c: { owners: { ZA: 'ZAR', IE: 'EUR', AU: 'AUD', NZ: 'NZD' }, factor: 0.01 },
}

const signOf = new Map<string, Shared>()
for (const [forms, shared] of Object.entries(signs)) for (const form of forms.split(' ')) signOf.set(form, shared)
const nameOf = new Map<string, Shared>()
for (const [forms, shared] of Object.entries(names)) for (const form of forms.split(' ')) nameOf.set(form, shared)

/** Tokens that a shared sign begins with, in their own case. */
export const sharedSignStarts: ReadonlySet<string> = new Set([...signOf.keys()].filter((form) => !form.endsWith('.')))

export type SharedReading = {
  readonly code: string
  readonly factor: number
  readonly end: number
  /** Whether the text names the country whose it is. */
  readonly owned: boolean
}

/** A shared sign before the digits behind it, with its owner; null where it is nobody's. */
export function readSharedSign(tokens: Tokens, i: number): SharedReading | null {
  const shared = i < tokens.count ? signOf.get(tokens.forms[i]!.written) : undefined
  if (!shared) return null
  let at = i + 1
  if (tokens.lower[at] === '.' && isGlued(tokens, at) && signOf.has(`${tokens.forms[i]!.written}.`)) at++
  if (at >= tokens.count || tokens.kind[at] !== digits || !isNear(tokens, at)) return null
  if (tokens.start[at]! - tokens.end[at - 1]! > 1) return null
  const glued = isGlued(tokens, at)
  const named = countryNear(tokens, i, shared.owners)
  const code = named ? shared.owners[named]! : shared.otherwise
  if (!code) return null
  if (shared.weak) {
    const letter = tokens.forms[i]!.length === 1
    if (letter && !glued) return null
    const strong = isMoneyLike(tokens, at)
    // `N500` in Lagos; `the R61`, `N95 masks`, `R2` are a road, a norm, a coefficient
    const road = near(tokens, i) && /^(?:the|route|road|highway|motorway|junction)$/.test(tokens.lower[i - 1] ?? '')
    if (!strong && !(named && tokens.lower[at]!.length >= (letter ? 3 : 1) && !road)) return null
  }
  return { code, factor: 1, end: at, owned: named !== undefined }
}

const scale =
  /^(?:m|mn|mln|mil|million|b|bn|bln|bil|billion|t|tn|trn|trln|trillion|k|thousand|lakh|lakhs|lac|lacs|crore|crores|cr)$/

/** Digits as sums are written: thousands, hundredths, a word of size behind them. */
function isMoneyLike(tokens: Tokens, at: number): boolean {
  let end = at + 1
  const grouped = () =>
    tokens.lower[end] === ',' &&
    isGlued(tokens, end) &&
    isGlued(tokens, end + 1) &&
    /^\d{3}$/.test(tokens.lower[end + 1] ?? '')
  let money = false
  // `R50 000`
  for (let n = 0; n < 5 && tokens.lower[at]!.length <= 3 && isSpaced(tokens, end); n++) {
    money = true
    end++
  }
  for (let n = 0; n < 5 && grouped(); n++) {
    money = true
    end += 2
  }
  if (
    tokens.lower[end] === '.' &&
    isGlued(tokens, end) &&
    isGlued(tokens, end + 1) &&
    tokens.kind[end + 1] === digits
  ) {
    if (tokens.lower[end + 1]!.length === 2) money = true
    end += 2
  }
  const hyphen = tokens.lower[end] === '-' && isGlued(tokens, end) ? 1 : 0
  const next = near(tokens, end + hyphen)
  const lone = next.length === 1
  const behind = end + hyphen + 1
  const cut = isGlued(tokens, behind) && (tokens.kind[behind] === digits || tokens.kind[behind] === word)
  return money || (scale.test(next) && (!lone || isGlued(tokens, end)) && !cut)
}

/** Names that only `readSharedName` reads. */
export const sharedNames: ReadonlySet<string> = new Set(nameOf.keys())

/** A shared name behind a number, with its owner; null where it is nobody's. */
export function readSharedName(tokens: Tokens, i: number): SharedReading | null {
  const shared = tokens.kind[i] === word ? nameOf.get(tokens.lower[i]!) : undefined
  if (!shared) return null
  // `65c` alone is glued
  if (tokens.lower[i] === 'c' && !(isGlued(tokens, i) && tokens.forms[i]!.written === 'c')) return null
  const named = countryNear(tokens, i, shared.owners)
  const code = named ? shared.owners[named] : shared.otherwise
  return code ? { code, factor: shared.factor ?? 1, end: i + 1, owned: named !== undefined } : null
}

/** What a shared sign (unless it is but a letter or two) or name stands for where nothing tells whose it is. */
export function sharedCurrency(form: string): { readonly code: string; readonly factor: number } | undefined {
  const shared = signOf.get(form) ?? nameOf.get(form.toLowerCase())
  const code = shared && !shared.weak ? shared.otherwise : undefined
  return code ? { code, factor: shared?.factor ?? 1 } : undefined
}
