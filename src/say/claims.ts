import type { DateClaim } from '../model/claim/date.ts'
import type { FigureClaim } from '../model/claim/figure.ts'
import type { Claim } from '../model/claim/index.ts'
import { sayDays, sayDuration, sayValue } from './days.ts'
import { sayFraction, sayMoney, sayNumber, sayRank, symbolOf } from './numbers.ts'
import { sayUnit, standsAtNumber } from './units.ts'

type Quantity = Pick<
  FigureClaim,
  'kind' | 'number' | 'low' | 'high' | 'against' | 'currency' | 'unit' | 'per' | 'modifier'
>

const bounds: Readonly<Record<string, string>> = {
  'at-least': 'at least',
  'at-most': 'at most',
  'more-than': 'more than',
  'less-than': 'less than',
  about: 'about',
  start: 'start of',
  mid: 'middle of',
  end: 'end of',
  before: 'before',
  after: 'after',
}

/** How much a figure says, with its unit and bound: `more than $24 billion`, `20 million people`, `5–7%`, `52–48`. */
export function sayQuantity(figure: Quantity): string {
  const { kind, number, low, high, modifier } = figure
  if (kind === 'rank') return sayRanks(figure)
  // a bound tells an end as well: the number itself is what the words say
  const value = number ?? (low !== undefined && high !== undefined ? undefined : (low ?? high))
  const bound = modifier
    ? `${bounds[modifier] ?? modifier} `
    : value !== undefined && number === undefined
      ? `${low === undefined ? 'up to' : 'from'} `
      : ''
  if (value !== undefined) return bound + sayAmount(figure, value)
  if (low === undefined || high === undefined) return 'no single number'
  return bound + sayRange(figure, low, high)
}

function sayRanks({ number, low, high, modifier }: Quantity): string {
  if (number !== undefined) return modifier === 'at-most' ? `among the first ${sayNumber(number)}` : sayRank(number)
  return low !== undefined && high !== undefined ? `${sayRank(low)}–${sayRank(high)}` : 'no single number'
}

function sayAmount({ kind, currency, unit, per, against }: Quantity, value: number): string {
  const behind = per ? ` per ${per}` : ''
  if (against !== undefined) return `${sayNumber(value)}–${sayNumber(against)}`
  if (currency) return sayMoney(value, currency) + behind
  if (kind === 'fraction') return [sayFraction(value), unit && `of ${sayUnit(unit, false)}`].filter(Boolean).join(' ')
  if (kind === 'ratio') return value < 1 ? sayFraction(value) : `${sayNumber(value)} to 1`
  if (kind === 'multiple') return `${sayNumber(value)} times`
  return withUnit(sayNumber(value), unit, value === 1) + behind
}

function sayRange(figure: Quantity, low: number, high: number): string {
  const { currency, unit, per, kind } = figure
  const behind = per ? ` per ${per}` : ''
  const [from, to] = [low, high].map((value) => (currency ? sayMoney(value, currency) : sayNumber(value))) as [
    string,
    string,
  ]
  const scale = / (?:million|billion|trillion)$/.exec(to)?.[0] ?? ''
  // `$4–5 billion`: what both ends share is said once
  const short = scale && from.endsWith(scale) ? from.slice(0, -scale.length) : from
  const sign = currency ? symbolOf(currency) : ''
  const range = `${short}–${sign && to.startsWith(sign) ? to.slice(sign.length).trimStart() : to}`
  return (currency ? range : kind === 'multiple' ? `${range} times` : withUnit(range, unit, false)) + behind
}

function withUnit(number: string, unit: string | undefined, isOne: boolean): string {
  if (!unit) return number
  if (unit === 'percent') return `${number}%`
  const said = sayUnit(unit, isOne)
  return standsAtNumber(said) ? number + said : `${number} ${said}`
}

/** When a date is: `8–9 June 2023`, `10 years`, `now`; its words where it has no value that can be said. */
export function sayDate({ kind, iso, duration, from, to, modifier, surface }: DateClaim): string {
  const bound = modifier ? `${bounds[modifier] ?? modifier} ` : ''
  const days = from || to ? sayDays(from, to) : undefined
  const value = iso && sayValue(iso)
  if (days) return bound + [days, value && /\d:\d/.test(value) ? value : undefined].filter(Boolean).join(', ')
  if (kind === 'set')
    return duration ? `${value ? `${value}s, ` : ''}every ${sayDuration(duration).replace(/^1 /, '')}` : surface
  if (duration) return bound + sayDuration(duration)
  return value ? bound + value : `“${surface}”, not resolved`
}

const changes: Readonly<Record<string, string>> = {
  'rise by': 'rose by this',
  'rise to': 'rose to this',
  'rise from': 'rose from this',
  'fall by': 'fell by this',
  'fall to': 'fell to this',
  'fall from': 'fell from this',
  rise: 'a rise',
  fall: 'a fall',
}
/** Which way it went, and what the figure is of it: `rose to this`. */
export const sayChange = ({ change, how }: FigureClaim): string | undefined =>
  change && (changes[how ? `${change} ${how}` : change] ?? change)

/** The value of a claim with the days that it holds for, in a few words: `$24 billion, 2022`. */
export function sayClaim(claim: Claim): string {
  if (claim.type === 'figure')
    return [sayQuantity(claim), sayDays(claim.period?.from, claim.period?.to)].filter(Boolean).join(', ')
  if (claim.type === 'date') return sayDate(claim)
  return claim.type === 'actor' ? claim.name : (claim.content ?? claim.surface)
}
