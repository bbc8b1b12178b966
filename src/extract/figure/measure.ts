import { readCurrencyName } from '../../text/currencies.ts'
import { indexPhrases } from '../../text/phrases.ts'
import { digits, isGlued, isNear, mark, near, type Tokens, word } from '../../text/tokens.ts'
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
  ['pc', 'percent'],
  ['p.c.', 'percent'],
  ['per-cent', 'percent'],
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
  const letters = percent && /^p$|^pc$/.test(tokens.lower[at]!)
  // `5.2pc`; `12 PC games` are of computers
  if (percent && !(letters && !(inDigits && tokens.forms[at]!.written === tokens.lower[at]))) {
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
  const stones = inDigits && isGlued(tokens, end) ? readStones(tokens, end) : null
  if (stones) return stones
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
  const goesOn = near(tokens, unit.end) !== '' && tokens.kind[unit.end] !== mark && near(tokens, unit.end) !== 'x'
  // `3,400 in-person participants`
  if (form === 'in' && tokens.lower[unit.end] === '-' && isGlued(tokens, unit.end)) return null
  if (form === 'in' && ((goesOn && !(inDigits && isGlued(tokens, end))) || (hyphen && isGlued(tokens, unit.end))))
    return null
  // `16 F-35 fighters`, `3 C-130s`: the letter begins a name
  if (
    /^\p{Lu}{1,3}$/u.test(form) &&
    tokens.lower[unit.end] === '-' &&
    isGlued(tokens, unit.end) &&
    isGlued(tokens, unit.end + 1) &&
    tokens.kind[unit.end + 1] === digits
  )
    return null
  if (!isWordEnd(tokens, unit.end) || (form.length <= 1 && form !== '°' && !inDigits)) return null
  return { kind: 'measurement', unit: unit.code, end: closes ? unit.end + 1 : unit.end, form }
}

const moneyWords =
  /^(?:spent|spend|spends|spending|paid|pays?|paying|costs?|costing|price|prices|priced|fined|fine|earns?|earned|charged?|owed?|owes|worth|bet|fees?|fares?|tickets?|salary|wages?|rent|donated|raised|sold|bought|saved?|borrowed|bill|bills|budget|debts?)$/
const weightWords =
  /^(?:weigh|weighs|weighed|weighing|weight|lost|gained|heavy|heavier|lift|lifts|lifted|lifting|baby|bag|boxer|fighter|wrestler|jockey|lineman|linebacker|fish|salmon|tuna|marlin|bass|trout|cod|shark|bear|dog|puppy|cat|newborn|infant|twins|calf|pumpkin|alligator|python|parcel|luggage|barbell|dumbbell|deadlift|squat|slimmed|shed|scales|body|frame|cocaine|heroin|fentanyl|marijuana|cannabis|drugs|meat|beef|rice|sugar|flour)$/

const isWordEnd = (tokens: Tokens, end: number) =>
  !isGlued(tokens, end) ||
  (tokens.kind[end] === mark && !/^[_^]$/.test(tokens.lower[end]!)) ||
  tokens.kind[end - 1] === mark

/** `12st 4lb`, `31st 6lb`: stones, where no ordinal is written so or pounds follow. */
function readStones(tokens: Tokens, end: number): Measure | null {
  if (tokens.lower[end] !== 'st' || !isWordEnd(tokens, end + 1)) return null
  const number = tokens.lower[end - 1]!
  const ordinal = /(?:^|[^1])1$/.test(number)
  const pounds =
    isNear(tokens, end + 1) &&
    tokens.kind[end + 1] === digits &&
    tokens.lower[end + 1]!.length <= 2 &&
    /^(?:lbs?|pounds?)$/.test(near(tokens, end + 2))
  return pounds || !ordinal ? { kind: 'measurement', unit: 'stone', end: end + 1, form: 'st' } : null
}

/** `20 million pounds` is money; `a twenty-pound bag`, `lost 20 pounds`, `two pounds of meat` are weights. */
function isMoneyPound(tokens: Tokens, end: number, at: number): boolean {
  if (!/^pounds?$/.test(tokens.lower[at]!)) return true
  if (
    at > end ||
    near(tokens, at + 1) === 'of' ||
    /^(?:heavier|lighter|overweight|bag|sack)$/.test(near(tokens, at + 1))
  )
    return false
  // `3 pounds 4 ounces`
  if (tokens.kind[at + 1] === digits && /^(?:ounces?|oz)$/.test(near(tokens, at + 2))) return false
  if (isNear(tokens, at) && /^(?:million|billion|trillion|bn|mn|m)$/.test(tokens.lower[end - 1]!)) return true
  // the nearest word that speaks of money or of weight
  for (let k = 1; k < 12 && isNear(tokens, end - k); k++) {
    if (moneyWords.test(tokens.lower[end - k]!)) return true
    if (weightWords.test(tokens.lower[end - k]!)) return false
  }
  return true
}
