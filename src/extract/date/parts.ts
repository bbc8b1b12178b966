import type { DateModifier } from '../../model/claim/date.ts'
import { type TimexUnit, timexUnits } from '../../model/timex.ts'
import { digitsSource, parseNumber, wordsSource } from '../../text/numerals.ts'

// The words that time expressions share.

export const left = '(?<![\\p{L}\\p{N}_$€£/-]|\\p{N}[.,:])'
export const right = '(?![\\p{L}\\p{N}_]|[.,:/-]\\p{N})'

/** Regular expression source: a unit of time in the group `unit`, singular or plural (case-insensitive use). */
export const unitSource = `(?<unit>${timexUnits.filter((unit) => unit !== 'century').join('|')}|centur(?:y|ie)|fortnight|night|evening|morning|afternoon)(?<plural>s)?`

export function readUnit(word: string): { unit: TimexUnit; factor: number } {
  const unit = word.toLowerCase().replace(/s$/, '')
  if (unit.startsWith('centur')) return { unit: 'century', factor: 1 }
  if (unit === 'fortnight') return { unit: 'week', factor: 2 }
  if (/^(?:night|evening|morning|afternoon)$/.test(unit)) return { unit: 'day', factor: 1 }
  return { unit: unit as TimexUnit, factor: 1 }
}

/** Regular expression source: how many, in the group `count`; vague words among them. */
export const countSource = `(?<count>${digitsSource}|(?:a\\s+)?(?:few|couple(?:\\s+of)?)|several|many|some|(?:${wordsSource})|an?)`

/** Number behind a `countSource`; vague words give null: their number is unknown. */
export function readCount(text: string): number | null {
  if (/^an?$/i.test(text)) return 1
  if (/couple/i.test(text)) return 2
  if (/few|several|many|some/i.test(text)) return null
  return parseNumber(text)
}

const modifiers: readonly (readonly [DateModifier, string])[] = [
  ['start', 'early|(?:the\\s+)?(?:start|beginning)\\s+of|(?:the\\s+)?early\\s+(?:days|months|weeks|part)\\s+of'],
  ['mid', 'mid|(?:the\\s+)?middle\\s+of'],
  ['end', 'late|later|(?:the\\s+)?end\\s+of'],
  ['more-than', '(?:just\\s+|slightly\\s+|a\\s+little\\s+|well\\s+)?(?:more\\s+than|over)|at\\s+least'],
  [
    'less-than',
    '(?:just\\s+|slightly\\s+|a\\s+little\\s+)?(?:less\\s+than|under)|up\\s+to|no\\s+more\\s+than|fewer\\s+than',
  ],
  ['about', 'about|around|roughly|approximately|some|nearly|almost|circa|an\\s+estimated|close\\s+to'],
]
const positions = modifiers
  .slice(0, 3)
  .map(([, source]) => source)
  .join('|')
const bounds = modifiers
  .slice(3)
  .map(([, source]) => source)
  .join('|')
/** Regular expression source: `early`, `mid-`, `the end of`, in the group `position`, optional. */
export const positionSource = `(?:(?<position>${positions})(?:[\\s-]+(?:in\\s+)?))?`
/** Regular expression source: `more than`, `about`, in the group `bound`, optional. */
export const boundSource = `(?:(?<bound>${bounds})\\s+)?`

const compiled = modifiers.map(([modifier, source]) => [modifier, new RegExp(`^(?:${source})$`, 'i')] as const)
export function readModifier(words: string | undefined): { modifier: DateModifier } | Record<string, never> {
  const modifier = words && compiled.find(([, form]) => form.test(words))?.[0]
  return modifier ? { modifier } : {}
}

/** A two- or four-digit year; two digits turn at 50 (`'49` is 2049, `'50` 1950). */
export function readYear(digits: string): number {
  const year = Number(digits.replace(/\D/g, ''))
  return digits.replace(/\D/g, '').length > 2 ? year : year < 50 ? 2000 + year : 1900 + year
}
