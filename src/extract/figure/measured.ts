import { readCurrencyName } from '../../text/currencies.ts'
import { toSingular } from '../../text/lexicon.ts'
import { exact } from '../../text/number-words.ts'
import { digits, isGlued, isNear, mark, type Tokens, word } from '../../text/tokens.ts'
import { readUnitOfMeasure } from '../../text/units.ts'
import {
  type Amount,
  amountOf,
  endsOf,
  isLeftFree,
  isRightFree,
  modifierOf,
  readAmount,
  readHedge,
  readPercent,
  type Side,
} from './amount.ts'
import type { FigureReading, FigureRule } from './reading.ts'

const near = (tokens: Tokens, i: number) => (isNear(tokens, i) ? tokens.lower[i]! : '')

/** Number fields of an amount: a number, or the ends of a range; words alone where the reading is unsure; null when it is no amount. */
export function numbersOf({
  first,
  second,
  modifier,
  equal,
}: Amount): Pick<FigureReading, 'number' | 'low' | 'high' | 'modifier'> | null {
  const bounded = modifier ? { modifier } : {}
  if (second) {
    const ends = endsOf(first, second)
    return ends && { ...ends, ...bounded }
  }
  const { low, high } = first.numeral
  const number = amountOf(first)
  if (number === undefined) return { ...(low !== undefined && { low, high: high! }), ...bounded }
  return { number, ...bounded, ...(equal && { low: number, high: number }) }
}

const changed =
  /^(?:from|rose|risen|fell|fallen|up|down|climbed|dropped|gained|lost|added|jumped|slipped|slid|sank|surged|soared|grew|shed|declined|increased|decreased|advanced|edged|plunged|tumbled|eased|by)$/

/** `from 10% to 15%`, `fell 3p to 187p`, both whole: what it changed from, by and to rather than a range. */
const isFromTo = (tokens: Tokens, { first, second }: Amount): boolean =>
  second !== undefined &&
  isNear(tokens, first.start) &&
  changed.test(tokens.lower[first.start - 1]!) &&
  near(tokens, first.end) === 'to' &&
  (first.sign !== undefined || (first.measure !== undefined && first.measure.kind !== 'measurement'))

// Reads   25%, 25 per cent, more than 3.5 percent, between 40 and 50 percent, 10%-15%, two percentage points, 25 basis points;
//         $24bn, US$1.2 billion, at least €40, $3-4 billion, between £5 and £6m, EUR 450m, 45 million USD, 30 cents, 5 crore rupees, $1.35 a share;
//         40 km, nearly 3,000 tonnes, 3 GW, 10-foot, between 5 and 7 hectares, 1.2 million barrels per day, -5 °C
// Not     a percentage without a number; US$ alone; words before a one-letter unit (`five m`); a capital that begins a name (`5 C Street`)
export const readMeasured: FigureRule = (tokens, i) => {
  const amount = readAmount(tokens, i)
  if (!amount) return null
  if (isFromTo(tokens, amount)) {
    const { first, second } = amount
    const both = [first, second!].map((side) => measured(tokens, { start: side.start, end: side.end, first: side }))
    return both.every((each) => each !== null) ? (both as FigureReading[]) : null
  }
  return measured(tokens, amount)
}

// Reads   half a mile, half-litre, a quarter of a gallon, three-quarters of an inch; a dollar, a litre where a line is nothing else
export const readPartOfUnit: FigureRule = (tokens, i) => {
  const hedge = readHedge(tokens, i)
  const at = hedge?.end ?? i
  if (!isLeftFree(tokens, i)) return null
  const form = tokens.lower[at]!
  const article = form === 'a' || form === 'an'
  const head = article ? near(tokens, at + 1) : form
  let end = article ? at + 2 : at + 1
  let number = { half: 0.5, quarter: 0.25 }[head]
  if (
    number === undefined &&
    form === 'three' &&
    /^quarters$/.test(near(tokens, tokens.lower[at + 1] === '-' ? at + 2 : at + 1))
  ) {
    number = 0.75
    end = tokens.lower[at + 1] === '-' ? at + 3 : at + 2
  }
  if (number === undefined) {
    if (!article) return null
    const unit = readUnitOfMeasure(tokens, at + 1)
    const currency = unit ? null : readCurrencyName(tokens, at + 1)
    const found = unit ?? currency
    if (!found) return null
    // `a gallon of beer`; `$3 a gallon of` is a price, `a ton of fun` no weight
    const of = unit && near(tokens, found.end) === 'of' && !/^(?:ton|tons|t|degree|bar|cup)$/.test(near(tokens, at + 1))
    const priced = isNear(tokens, i) && !/^\p{Ll}/u.test(tokens.lower[i - 1]!)
    if (isNear(tokens, found.end) ? !of || priced : isNear(tokens, i)) return null
    return {
      start: i,
      end: found.end,
      name: unit ? 'figure.measurement' : 'figure.money',
      kind: unit ? 'measurement' : 'money',
      number: currency ? currency.factor : 1,
      ...(unit ? { unit: unit.code } : { currency: found.code }),
      confidence: 0.6,
    }
  }
  if (near(tokens, end) === '-') end++
  if (near(tokens, end) === 'of') end++
  if (/^an?$/.test(near(tokens, end))) end++
  const percent = readPercent(tokens, end)
  if (percent && isRightFree(tokens, percent.end))
    return {
      start: i,
      end: percent.end,
      name: 'figure.percent',
      kind: 'percentage',
      number,
      unit: percent.value,
      ...modifierOf(hedge),
    }
  const unit = readUnitOfMeasure(tokens, end)
  if (!unit || tokens.end[unit.end - 1]! - tokens.start[end]! < 2 || !isRightFree(tokens, unit.end)) return null
  return {
    start: i,
    end: unit.end,
    name: 'figure.measurement',
    kind: 'measurement',
    number,
    unit: unit.code,
    ...modifierOf(hedge),
  }
}

function measured(tokens: Tokens, amount: Amount): FigureReading | null {
  const side = amount.second ?? amount.first
  const sign = amount.first.sign ?? side.sign
  const { measure } = side
  const numbers = numbersOf(amount)
  if (!numbers || (!sign && !measure)) return null
  const place = { start: amount.start, end: amount.end }
  if (sign || measure?.kind === 'money') {
    const currency = sign?.code ?? (measure?.kind === 'money' ? measure.code : '')
    const late = lateScale(tokens, amount, numbers.number)
    const whole = late ?? addHundredths(tokens, amount, numbers.number)
    const end = whole?.end ?? amount.end
    const { numeral } = side
    // `€1.234`: a decimal or a thousand
    const unsure = numeral.value === undefined && numeral.low === undefined
    return {
      ...place,
      end,
      name: 'figure.money',
      kind: 'money',
      ...(unsure ? pickModifier(numbers) : numbers),
      ...(whole && { number: whole.number }),
      currency,
      ...readPer(tokens, end),
      confidence: 0.97,
    }
  }
  if (measure?.kind === 'percentage')
    return { ...place, name: 'figure.percent', kind: 'percentage', ...numbers, unit: measure.unit, confidence: 0.97 }
  if (measure?.kind !== 'measurement' || !isUnit(tokens, amount, side, measure.form)) return null
  const below =
    /^(?:deg|Cel|\[degF\])$/.test(measure.unit) &&
    near(tokens, amount.end) === 'below' &&
    /^(?:zero|freezing)$/.test(near(tokens, amount.end + 1))
  if (below && numbers.number !== undefined && near(tokens, amount.end + 1) === 'zero')
    return {
      ...place,
      end: amount.end + 2,
      name: 'figure.measurement',
      kind: 'measurement',
      ...numbers,
      number: -numbers.number,
      unit: measure.unit,
    }
  return {
    ...place,
    name: 'figure.measurement',
    kind: 'measurement',
    ...numbers,
    unit: measure.unit,
    ...addFinerUnits(tokens, amount, measure.unit, numbers.number),
  }
}

const pickModifier = ({ modifier }: Pick<FigureReading, 'modifier'>) => (modifier ? { modifier } : {})

/** `75 USD million`: the scale behind the code. */
function lateScale(
  tokens: Tokens,
  { first, second, end }: Amount,
  number: number | undefined,
): { number: number; end: number } | null {
  const factor = { million: 1e6, billion: 1e9, trillion: 1e12, thousand: 1e3, mn: 1e6, bn: 1e9 }[near(tokens, end)]
  return factor && number !== undefined && !second && !first.sign && !first.numeral.scaled
    ? { number: exact(number * factor), end: end + 1 }
    : null
}

/** `20 dollars 43 cents`, `15 dollars 50`, `20 dollars and 15` where nothing goes on: one sum. */
function addHundredths(
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
function addFinerUnits(
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

/** `a share`, `per barrel`, `an hour`, `per capita`, `/hour` behind a price: what it is the price of. The span leaves it out. */
function readPer(tokens: Tokens, end: number): { per: string } | Record<string, never> {
  const lead = near(tokens, end)
  const slash = lead === '/' && isGlued(tokens, end) && isGlued(tokens, end + 1)
  if (!(slash || /^(?:a|an|per|each)$/.test(lead)) || !isNear(tokens, end + 1) || tokens.kind[end + 1] !== word)
    return {}
  const noun = tokens.lower[end + 1]!
  if (/^(?:earlier|ago|later|before|after)$/.test(near(tokens, end + 2))) return {}
  if (lead === 'per') return { per: noun === 'capita' || noun === 'head' ? 'person' : toSingular(noun) }
  return slash ||
    /^(?:share|barrel|bushel|tonne|ton|ounce|gallon|litre|liter|pound|kilo|kilogram|day|week|month|quarter|year|hour|minute|night|head|person|piece|unit|seat|ticket|mile|bottle|pint|acre|day|game)$/.test(
      noun,
    )
    ? { per: toSingular(noun) }
    : {}
}

/** A letter or word that may be something else than a unit. */
function isUnit(tokens: Tokens, amount: Amount, side: Side, form: string): boolean {
  const { end } = amount
  const next = near(tokens, end)
  const glued = tokens.end[side.numeral.bare.end - 1] === tokens.start[side.numeral.bare.end]
  // `5m` is five million as often as five metres: only a word of size tells
  if (
    form === 'm' &&
    glued &&
    !/^(?:wide|long|high|tall|deep|away|above|below|thick|apart|sprint|race|dash|hurdles|freestyle|x)$/.test(next)
  )
    return false
  // `5 C Street`, `3 F Troop`: a name; `2 in the car`: a preposition
  if (
    /^[A-Z]$/.test(form) &&
    next &&
    tokens.kind[end] === word &&
    form !== 'C' &&
    form !== 'F' &&
    form !== 'W' &&
    form !== 'V' &&
    form !== 'L'
  )
    return false
  if (/^[A-Z]$/.test(form) && next && tokens.kind[end] === word && tokens.text[tokens.start[end]!]! !== next[0])
    return false
  if (form === 'ms' || form === 'pm' || form === 'mi') return form === 'mi' || !next
  return true
}
