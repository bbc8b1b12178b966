import { exact } from '../../text/number-words.ts'
import { digits, isGlued, isNear, mark, near, type Tokens } from '../../text/tokens.ts'
import { type Amount, readAmount } from './amount.ts'
import { amountOf } from './side.ts'

const lateScales = new Map(
  Object.entries({ million: 1e6, billion: 1e9, trillion: 1e12, thousand: 1e3, mn: 1e6, bn: 1e9 }),
)

/** `75 USD million`: the scale behind the code. */
export function lateScale(
  tokens: Tokens,
  { first, second, end }: Amount,
  number: number | undefined,
): { number: number; end: number } | null {
  const factor = lateScales.get(near(tokens, end))
  return factor && number !== undefined && !second && !first.sign && !first.numeral.scaled
    ? { number: exact(number * factor), end: end + 1 }
    : null
}

/** `20 dollars 43 cents`, `15 dollars 50`, `20 dollars and 15` where nothing goes on: one sum. */
export function addHundredths(
  tokens: Tokens,
  amount: Amount,
  number: number | undefined,
): { number: number; end: number } | null {
  if (number === undefined || amount.second || amount.first.sign || !Number.isInteger(number)) return null
  const at = near(tokens, amount.end) === 'and' ? amount.end + 1 : amount.end
  if (!isNear(tokens, at)) return null
  const rest = readAmount(tokens, at)
  if (!rest || rest.second || rest.modifier || rest.first.sign) return null
  const { measure, numeral } = rest.first
  const sum = (hundredths: number, end: number) => ({ number: exact(number + hundredths), end })
  if (measure?.kind === 'money' && measure.factor !== 1) {
    const cents = amountOf(rest.first)
    return cents !== undefined && cents < 1 ? sum(cents, rest.end) : null
  }
  const bare = !measure && numeral.end === at + 1 && /^\d\d$/.test(tokens.lower[at]!)
  const closes =
    !isNear(tokens, rest.end) || (tokens.kind[rest.end] === mark && !/^[-–/:%]$/.test(tokens.lower[rest.end]!))
  return bare && closes ? sum(numeral.value! / 100, rest.end) : null
}

/** Units that make one length, weight or volume together, and how many of the last in each row. */
const families: readonly Readonly<Record<string, number>>[] = [
  { mile: 63_360, yard: 36, ft: 12, inch: 1 },
  { km: 1_000_000, m: 1000, cm: 10, mm: 1 },
  { stone: 224, pound: 16, ounce: 1 },
  { kg: 1_000_000, g: 1000, mg: 1 },
  { L: 1000, mL: 1 },
]

/** `2 km, 300 m`, `3 pounds and 5 ounces`: one quantity, counted in its finest unit; heights (`5 feet 4 inches`) in feet, as people do. */
export function addFinerUnits(
  tokens: Tokens,
  amount: Amount,
  unit: string,
  number: number | undefined,
): { number: number; unit: string; end: number } | null {
  const family = families.find((each) => each[unit] !== undefined)
  if (number === undefined || amount.second || !family) return null
  // `6-foot-4`
  const hyphened =
    unit === 'ft' && tokens.lower[amount.end] === '-' && isGlued(tokens, amount.end) && isGlued(tokens, amount.end + 1)
  const inches = hyphened && tokens.kind[amount.end + 1] === digits ? Number(tokens.lower[amount.end + 1]) : Number.NaN
  if (inches < 12 && !isGlued(tokens, amount.end + 2))
    return { number: exact(number + inches / 12), unit, end: amount.end + 2 }
  let sum: { number: number; unit: string; end: number } = { number, unit, end: amount.end }
  for (let n = 0; n < 3; n++) {
    const joint = /^(?:,|and)$/.test(near(tokens, sum.end)) ? 1 : 0
    const at = sum.end + joint
    const rest = isNear(tokens, at) ? readAmount(tokens, at) : null
    const next = rest && !rest.second && !rest.modifier ? rest.first : null
    // `12 ft 2 in`: where feet stand before it, `in` is inches
    const bare = next && !next.measure && sum.unit === 'ft' && near(tokens, next.end) === 'in'
    const finer = bare ? 'inch' : next?.measure?.kind === 'measurement' ? next.measure.unit : ''
    const value = next ? amountOf(next) : undefined
    const steps = family[sum.unit]! / (family[finer] ?? Number.POSITIVE_INFINITY)
    if (value === undefined || value < 0 || !(steps > 1)) break
    // more than the coarser unit holds is another quantity: `2 km, 3000 m`; yards and feet are told loosely
    if (value >= steps && !(sum.unit === 'yard' && value < 10)) break
    sum = {
      number: exact(sum.number * steps + value),
      unit: finer,
      end: bare ? next.end + 1 : rest!.end,
    }
  }
  if (sum.end === amount.end) return null
  return unit === 'ft' ? { ...sum, number: exact(sum.number / family.ft!), unit } : sum
}
