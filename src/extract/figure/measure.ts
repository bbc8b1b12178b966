import { readCurrencyName } from '../../text/currencies.ts'
import { indexPhrases } from '../../text/phrases.ts'
import { isGlued, isNear, mark, near, type Tokens, word } from '../../text/tokens.ts'
import { readUnitOfMeasure } from '../../text/units.ts'

/** What stands behind a number and says what it counts. */
export type Measure =
  | { readonly kind: 'percentage'; readonly unit: string; readonly end: number }
  | { readonly kind: 'money'; readonly code: string; readonly factor: number; readonly end: number }
  | { readonly kind: 'measurement'; readonly unit: string; readonly end: number; readonly form: string }

/** One number with what stands at it. */
const percentForms = indexPhrases<string>([
  ['%', 'percent'],
  ['percent', 'percent'],
  ['per cent', 'percent'],
  ['pct', 'percent'],
  ['percentage points', 'percentage point'],
  ['percentage point', 'percentage point'],
  ['percentage - points', 'percentage point'],
  ['percentage-point', 'percentage point'],
  ['percent points', 'percentage point'],
  ['basis points', 'basis point'],
  ['basis point', 'basis point'],
  ['basis-point', 'basis point'],
  ['bps', 'basis point'],
  ['bp', 'basis point'],
])

/** A percent sign or word at token `i`, with its unit. */
export const readPercent = percentForms.read

/** Percent sign, currency or unit behind a number, a hyphen between them included (`10-foot`). */
export function readMeasure(tokens: Tokens, end: number, inDigits: boolean): Measure | null {
  if (!isNear(tokens, end)) return null
  const hyphen =
    tokens.lower[end] === '-' &&
    (isGlued(tokens, end) || tokens.start[end + 1]! - tokens.end[end]! <= 1) &&
    isNear(tokens, end + 1)
  const at = hyphen ? end + 1 : end
  const percent = percentForms.read(tokens, at)
  if (percent) {
    const plain =
      tokens.kind[percent.end - 1] !== word || !isGlued(tokens, percent.end) || tokens.kind[percent.end] === mark
    return plain ? { kind: 'percentage', unit: percent.value, end: percent.end } : null
  }
  // `187p`: pence
  if (
    tokens.lower[end] === 'p' &&
    inDigits &&
    isGlued(tokens, end) &&
    isWordEnd(tokens, end + 1) &&
    !(tokens.lower[end + 1] === '.' && tokens.lower[end + 2] === 'm' && isGlued(tokens, end + 2))
  )
    return { kind: 'money', code: 'GBP', factor: 0.01, end: end + 1 }
  const bracket = /^[([{]$/.test(tokens.lower[end]!) ? end + 1 : 0
  const currency = readCurrencyName(tokens, at)
  const unit = readUnitOfMeasure(tokens, bracket || at)
  const closes = bracket > 0 && unit && unit.end === bracket + 1 && /^[)\]}]$/.test(near(tokens, unit.end))
  if (bracket && !closes) return null
  const money = currency && isWordEnd(tokens, currency.end) ? currency : null
  if (money && !(unit && unit.end >= money.end && !isMoneyPound(tokens, end, at)))
    return { kind: 'money', code: money.code, factor: money.factor, end: money.end }
  if (!unit) return null
  const form = tokens.text.slice(tokens.start[bracket || at], tokens.end[unit.end - 1])
  // `2 in the car`: inches only where nothing goes on
  if (form === 'in' && near(tokens, unit.end) && tokens.kind[unit.end] !== mark && near(tokens, unit.end) !== 'x')
    return null
  if (!isWordEnd(tokens, unit.end) || (form.length <= 1 && form !== '°' && !inDigits)) return null
  return { kind: 'measurement', unit: unit.code, end: closes ? unit.end + 1 : unit.end, form }
}

const isWordEnd = (tokens: Tokens, end: number) =>
  !isGlued(tokens, end) ||
  (tokens.kind[end] === mark && !/^[_^]$/.test(tokens.lower[end]!)) ||
  tokens.kind[end - 1] === mark

/** `20 million pounds` is money; `a twenty-pound bag`, `lost 20 pounds`, `two pounds of meat` are weights. */
function isMoneyPound(tokens: Tokens, end: number, at: number): boolean {
  if (!/^pounds?$/.test(tokens.lower[at]!)) return true
  if (
    at > end ||
    near(tokens, at + 1) === 'of' ||
    /^(?:heavier|lighter|overweight|bag|sack)$/.test(near(tokens, at + 1))
  )
    return false
  for (let k = 1; k < 8 && isNear(tokens, end - k); k++)
    if (
      /^(?:weigh|weighs|weighed|weighing|weight|lost|gained|heavy|lift|lifted|baby|bag)$/.test(tokens.lower[end - k]!)
    )
      return false
  return true
}
