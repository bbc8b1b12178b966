import { toSingular } from '../../text/lexicon.ts'
import { exact } from '../../text/number-words.ts'
import { hasBefore, isGlued, isNear, near, type Tokens, word } from '../../text/tokens.ts'
import { isSeat } from '../seat.ts'
import { type Amount, readAmount } from './amount.ts'
import { isFromTo, isVaryingFrom, withScaleOf } from './from-to.ts'
import { isModernYear } from './labels.ts'
import { endsOf } from './range.ts'
import type { FigureReading, FigureRule } from './reading.ts'
import { amountOf, type Side } from './side.ts'
import { addFinerUnits, addHundredths, lateScale } from './sums.ts'

/** Number fields of an amount: a number, or the ends of a range; words alone where the reading is unsure; null when it is no amount. */
export function numbersOf({
  first,
  second,
  modifier,
  equal,
  spread,
}: Amount): Pick<FigureReading, 'number' | 'low' | 'high' | 'modifier'> | null {
  const bounded = modifier ? { modifier } : {}
  if (second) {
    const ends = endsOf(first, second)
    return ends && (isOpenScale(first, second) ? bounded : { ...ends, ...bounded })
  }
  const { low, high } = first.numeral
  const number = amountOf(first)
  if (number === undefined) return { ...(low !== undefined && { low, high: high! }), ...bounded }
  if (spread !== undefined) return { number, low: exact(number - spread), high: exact(number + spread), ...bounded }
  if (equal) return { number, ...bounded, low: number, high: number }
  return modifier ? { number, modifier } : { number }
}

/** `800 to 1.2 million people`: 800, or 800 thousand? */
const isOpenScale = ({ numeral: low, sign }: Side, { numeral: high }: Side): boolean =>
  !sign &&
  !low.scaled &&
  high.scaled &&
  Boolean(high.bare.value && high.value! / high.bare.value > 9e5 && low.value! < 1000 && low.value! >= high.bare.value)

const changed =
  /^(?:from|rose|risen|fell|fallen|up|down|climbed|dropped|gained|lost|added|jumped|slipped|slid|sank|surged|soared|grew|shed|declined|increased|decreased|advanced|edged|plunged|tumbled|eased|raised|lowered|cut|by)$/

/** `from 10% to 15%`, `fell by about 3p to 187p`, both whole: what it changed from, by and to rather than a range. */
function isWholeFromTo(tokens: Tokens, { start, first, second }: Amount): boolean {
  const whole = first.sign !== undefined || first.measure !== undefined
  if (!second || !whole || near(tokens, first.end) !== 'to' || !isNear(tokens, start)) return false
  if (isVaryingFrom(tokens, start)) return false
  const previous = tokens.lower[start - 1]!
  if (changed.test(previous) && start === first.start)
    return first.measure?.kind !== 'measurement' || previous !== 'from'
  // `fell by about two to 45 miles`, `raised prices $5 to $123`: too far apart for a range
  const ends = endsOf(first, second)
  return ends !== null && ends.high > 3 * ends.low && hasBefore(tokens, start, 4, (form) => changed.test(form))
}

// Reads   25%, 25 per cent, more than 3.5 percent, between 40 and 50 percent, 10%-15%, two percentage points, 25 basis points;
//         $24bn, US$1.2 billion, at least €40, $3-4 billion, between £5 and £6m, EUR 450m, 45 million USD, 30 cents, 5 crore rupees, $1.35 a share;
//         40 km, nearly 3,000 tonnes, 3 GW, 10-foot, between 5 and 7 hectares, 1.2 million barrels per day, -5 °C
// Not     a percentage without a number; US$ alone; words before a one-letter unit (`five m`); a capital that begins a name (`5 C Street`)
export const readMeasured: FigureRule = (tokens, i) => {
  const amount = readAmount(tokens, i)
  if (!amount) return null
  const shared = readSharedEnd(tokens, amount)
  if (shared) return shared
  if (isWholeFromTo(tokens, amount)) {
    const { start, first, modifier } = amount
    const behind = readAmount(tokens, first.end + 1)
    const { second: side } = amount
    const both = [
      measured(tokens, { start, end: first.end, first, ...(modifier && { modifier }) }),
      measured(tokens, behind && !behind.second ? behind : { start: side!.start, end: side!.end, first: side! }),
    ]
    return both.every((each) => each !== null) ? (both as FigureReading[]) : null
  }
  return measured(tokens, amount)
}

/** `from 6.1 to 8 billion euros`, `from 24.2 to 33-35 billion euros`: the scale and the unit of the new value hold for the old one. */
function readSharedEnd(tokens: Tokens, amount: Amount): FigureReading[] | null {
  const { start, first, second, modifier } = amount
  if (first.sign || first.measure || first.numeral.scaled || near(tokens, first.end) !== 'to') return null
  if (!isFromTo(tokens, amount) || near(tokens, start - 1) !== 'from') return null
  const behind = readAmount(tokens, first.end + 1)
  const target: Amount | null =
    behind?.second || !second ? behind : { start: second.start, end: second.end, first: second }
  if (!target) return null
  const end = target.second ?? target.first
  const value = measured(tokens, target)
  const number = withScaleOf(first, end)
  if (number === undefined || !value) return null
  const { low: _low, high: _high, modifier: _modifier, start: _start, end: _end, per: _per, ...kept } = value
  return [{ ...kept, start, end: first.end, number, ...(modifier && { modifier }) }, value]
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
    !/^(?:wide|long|high|tall|deep|away|above|below|thick|apart|sprint|race|dash|hurdles|freestyle|butterfly|backstroke|breaststroke|medley|relay|bridge|tunnel|tower|mast|wall|fence|pier|runway|pool|chimney|statue|crater|yacht|cliff|peak|mountain|x)$/.test(
      next,
    )
  )
    return false
  if (/^[A-Z]$/.test(form) && isSeat(tokens, amount.first.start)) return false
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
  // `the 2022 cup`: a year's
  if (/^cups?$/.test(form) && isModernYear(tokens.lower[amount.first.start]!)) return false
  if (form === 'ms' || form === 'pm' || form === 'mi') return form === 'mi' || !next
  return true
}
