import type { DateModifier } from '../../model/claim/date.ts'
import type { DayPart, SeasonCode, Step, TimexExpression, TimexUnit } from '../../model/timex.ts'
import { isNumberWord, isOrdinalWord } from '../../text/number-words.ts'
import { isGlued, isNear, mark, near, type Tokens, word } from '../../text/tokens.ts'

// The words of time expressions, and how rules look at tokens.

/** What a rule read: where it ends (token, exclusive) and what it means. `start` where it begins later than it was asked to. */
export type Reading = {
  readonly end: number
  readonly expression: TimexExpression
  readonly start?: number
  readonly modifier?: DateModifier
  readonly confidence?: number
}

/** A rule: reads the form that begins at token `i`, or gives null. It looks at a bounded number of tokens. */
export type Rule = (tokens: Tokens, i: number) => Reading | null

/** The token before `i`, if near; else ''. */
export const before = (tokens: Tokens, i: number, back = 1): string => {
  for (let k = 0; k < back; k++) if (!isNear(tokens, i - k)) return ''
  return tokens.lower[i - back]!
}
/** The whole of a line or text: nothing else stands there, so nobody can mean another sense of the word. */
export const isAlone = (tokens: Tokens, i: number, end: number): boolean => {
  let last = end
  while (last < tokens.count && tokens.kind[last] === mark && isNear(tokens, last)) last++
  return (i === 0 || !isNear(tokens, i)) && !isNear(tokens, last)
}

const spelled = (entries: Record<string, string>): Map<string, TimexUnit> =>
  new Map(
    Object.entries(entries).flatMap(([unit, forms]) =>
      forms.split(' ').map((form) => [form, unit as TimexUnit] as const),
    ),
  )
const unitForms = spelled({
  second: 'second seconds sec secs',
  minute: 'minute minutes min mins',
  hour: 'hour hours hr hrs',
  day: 'day days night nights',
  weekday: 'weekday weekdays',
  weekend: 'weekend weekends wkend wkends',
  week: 'week weeks wk wks fortnight fortnights',
  month: 'month months',
  quarter: 'quarter quarters qtr qtrs',
  season: 'season seasons',
  year: 'year years yr yrs',
  decade: 'decade decades',
  century: 'century centuries',
})
const letterUnits = spelled({ second: 's', minute: 'm', hour: 'h', day: 'd', week: 'w', year: 'y' })

export type UnitWord = {
  readonly unit: TimexUnit
  readonly factor: number
  readonly plural: boolean
  readonly end: number
}

/** True for words that numbers and ordinals begin with. */
export const isNumeric = (lower: string): boolean =>
  isNumberWord(lower) || isOrdinalWord(lower) || /^(?:few|couple|several)$/.test(lower)

/** True for a word or letter that is a unit of time. */
export const isUnitWord = (lower: string): boolean => unitForms.has(lower) || letterUnits.has(lower)

/** A unit of time at token `i`; letters (`3y`) only where they are glued to their number. */
export function readUnit(tokens: Tokens, i: number): UnitWord | null {
  const form = tokens.lower[i] ?? ''
  const unit = unitForms.get(form)
  // `its last SEC filing`
  if (unit && form === 'sec' && tokens.forms[i]!.written === 'SEC') return null
  if (unit)
    return {
      unit,
      factor: form.startsWith('fortnight') ? 2 : 1,
      plural: form.endsWith('s') && form !== 's',
      // `hrs.` ends in a full stop only where the sentence goes on
      end: i + 1,
    }
  if ((form === 'week' || form === 'wk') && near(tokens, i + 1) === 'end')
    return { unit: 'weekend', factor: 1, plural: false, end: i + 2 }
  const letter = isGlued(tokens, i) ? letterUnits.get(form) : undefined
  return letter ? { unit: letter, factor: 1, plural: true, end: i + 1 } : null
}
/** `week-end`, `week end`: one word in three spellings. */
export function readPlainUnit(tokens: Tokens, i: number): UnitWord | null {
  const form = tokens.lower[i] ?? ''
  if (form === 'week') {
    const next = near(tokens, i + 1)
    if (next === 'end' || (next === '-' && near(tokens, i + 2) === 'end'))
      return { unit: 'weekend', factor: 1, plural: false, end: next === '-' ? i + 3 : i + 2 }
  }
  return unitForms.has(form) ? readUnit(tokens, i) : null
}

export const dayParts = new Map<string, DayPart>([
  ['morning', 'MO'],
  ['mornings', 'MO'],
  ['noontime', 'MI'],
  ['lunchtime', 'MI'],
  ['afternoon', 'AF'],
  ['afternoons', 'AF'],
  ['evening', 'EV'],
  ['evenings', 'EV'],
  ['night', 'NI'],
  ['nights', 'NI'],
  ['daytime', 'DT'],
  ['nighttime', 'NI'],
])

export const seasons = new Map<string, SeasonCode>([
  ['spring', 'SP'],
  ['summer', 'SU'],
  ['autumn', 'FA'],
  ['fall', 'FA'],
  ['winter', 'WI'],
])

export const steps: ReadonlyMap<string, Step> = new Map<string, Step>([
  ['last', -1],
  ['past', -1],
  ['previous', -1],
  ['prior', -1],
  ['preceding', -1],
  ['this', 0],
  ['current', 0],
  ['same', 0],
  ['that', 0],
  ['next', 1],
  ['coming', 1],
  ['following', 1],
  ['upcoming', 1],
  ['subsequent', 1],
])
/** `last`, `this`, `next` and their kin; what follows the text rather than the day of writing is `anchored`. */
export function readStep(
  tokens: Tokens,
  i: number,
): { readonly step: Step; readonly end: number; readonly word: string; readonly anchored: boolean } | null {
  const first = tokens.lower[i] ?? ''
  const step = steps.get(first)
  if (step === undefined || (first === 'that' && /^(?:last|next|this)$/.test(near(tokens, i + 1)))) return null
  const anchored = /^(?:that|same|previous|prior|preceding|following|subsequent)$/.test(first)
  // `this past Friday`, `this coming week`, `that same year`
  // (`said that last month`: `that` is no determiner)
  const second =
    first === 'this' || (first === 'that' && near(tokens, i + 1) === 'same')
      ? steps.get(near(tokens, i + 1))
      : undefined
  if (second !== undefined && near(tokens, i + 1) !== 'this')
    return { step: second, end: i + 2, word: tokens.lower[i + 1]!, anchored }
  return { step, end: i + 1, word: first, anchored }
}

/** True when nothing that token `i` could be the tail of is glued to it. */
export function isLeftFree(tokens: Tokens, i: number): boolean {
  if (!isGlued(tokens, i)) return true
  if (tokens.kind[i - 1] !== mark) return false
  const previous = tokens.lower[i - 1]!
  if (/^[_$€£#@=+%\\]$/.test(previous)) return false
  // after these a number or name goes on, unless they stand free of what is before them
  if (!isGlued(tokens, i - 1) || tokens.kind[i - 2] === mark) return true
  return /^[.,:]$/.test(previous) ? tokens.kind[i - 2] === word && previous !== '.' : !/^[/'&-]$/.test(previous)
}

/** True when nothing that would make more of it is glued behind the token before `end`. */
export function isRightFree(tokens: Tokens, end: number): boolean {
  if (end >= tokens.count || !isGlued(tokens, end)) return true
  if (tokens.kind[end] !== mark) return false
  const next = tokens.lower[end]!
  if (next === '_' || next === '%') return false
  return !(
    /^[.,:/-]$/.test(next) &&
    isGlued(tokens, end + 1) &&
    tokens.kind[end + 1] !== mark &&
    tokens.kind[end + 1] !== word
  )
}

/** `that May`, `that summer`: of the year that was spoken of. */
export const inThatYear = (part: TimexExpression): TimexExpression => ({
  form: 'within',
  part,
  whole: { form: 'relative', unit: 'year', offset: 0, anchored: true },
})
