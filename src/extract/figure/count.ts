import { findCurrency } from '../../text/currencies.ts'
import { isAdjective, isFunctionWord, isPluralNoun } from '../../text/lexicon.ts'
import { digits, hasBefore, isCapital, isGlued, isNear, near, type Tokens, word } from '../../text/tokens.ts'
import { isCountedYear, isYearly } from '../counted-year.ts'
import { isSeat } from '../seat.ts'
import { type Amount, readAmount } from './amount.ts'
import { isBareCount } from './bare-count.ts'
import { isCitation } from './citation.ts'
import { readNoun } from './count-noun.ts'
import { sharedScale, splitFromTo } from './from-to.ts'
import { isAge, isAged, isGames, isLabel, isListNumber, isModel, isModernYear, isYear } from './labels.ts'
import { numbersOf } from './measured.ts'
import { isPhone } from './phone.ts'
import type { FigureReading, FigureRule } from './reading.ts'

// Reads   at least 238 people, 20 million, three rival bidders, 10,000 to 15,000 troops, 12-member, a dozen countries, tens of thousands of people,
//         a population of 5m, 50 or more, >30
// Not     years, list numbers, G7, Boeing 747, Article 5, [3], 10:30, `one` as a pronoun, `the two` without a noun, ages after a name
export const readCount: FigureRule = (tokens, i) => {
  const amount = readAmount(tokens, i)
  if (!amount) return readVagueLine(tokens, i)
  const { first, second, modifier } = amount
  // what is measured is no count, whatever else was read in it
  if (first.sign || first.measure || second?.sign || second?.measure) return null
  const shared = sharedScale(tokens, amount)
  const numbers = shared === undefined ? numbersOf(amount) : { ...numbersOf(amount), number: shared }
  if (!numbers) return null
  const { numeral } = first
  const last = second?.numeral ?? numeral
  const { end } = amount
  const value = numbers.number
  if (!numeral.digits && value === 1 && tokens.lower[first.start] === 'one' && !numeral.scaled) return null
  if (numeral.digits && isLabel(tokens, first.start, end)) return null
  const place = { start: amount.start, end, name: 'figure.count', kind: 'count' as const }
  // a lone letter behind digits may be a scale or a unit: only what is counted tells
  const letter = numeral.letter !== undefined || last.letter !== undefined
  if (letter && !isGlued(tokens, last.end - 1)) return null
  if (
    numeral.digits &&
    (isPhone(tokens, first.start) || isCitation(tokens, first.start) || isSeat(tokens, first.start))
  )
    return null
  const people = letter && near(tokens, end) !== '' && readNoun(tokens, end, false)?.words === 1
  if (letter && near(tokens, end) && tokens.kind[end] === word && isCapital(tokens, end) && !people) return null
  // `573.15K`: hardly thousands
  const kelvin = numeral.scaled && tokens.forms[end - 1]?.written === 'K' && (numeral.bare.value ?? 0) % 1 !== 0
  if (second && (isRun(tokens, amount) || isHouses(tokens, end))) return null
  if (isTailOfRatio(tokens, first.start)) return null
  // `at 10 pm cadets`: an hour
  if (numeral.digits && /^[ap]m$/.test(near(tokens, end))) return null
  // `their test scores have risen`: no twenties
  if (tokens.lower[end - 1] === 'scores' && near(tokens, end) !== 'of' && !isBareCount(tokens, first.start, end))
    return null
  const hedged = modifier !== undefined || amount.equal === true
  const scaled = numeral.scaled || last.scaled
  const vague = numeral.value === undefined && numeral.low !== undefined
  const yearLike =
    !hedged && !scaled && !second && numeral.digits && !numeral.fractional && isYear(tokens.lower[first.start]!)
  const of = vague && near(tokens, end) === 'of' ? end + 1 : end
  const noun = readNoun(tokens, of, value === 1)
  const apart = second ? splitFromTo(tokens, amount) : null
  if (apart)
    return apart.map((each, k) => ({
      ...each,
      ...(noun && { unit: noun.unit, end: k === 0 ? each.end : noun.end }),
      name: 'figure.count',
      kind: 'count' as const,
      confidence: 0.7,
    }))
  // `the 400m hurdles`: how far it is
  if (letter && noun && /^(?:hurdle|relay|sprint|freestyle|butterfly|backstroke|final|heat)$/.test(noun.unit))
    return null
  if (noun && modifier && !second && noun.end > end && isOfYear(tokens, first.start, end, noun.unit)) return null
  const counts =
    !yearLike || (/00$/.test(tokens.lower[first.start]!) && noun?.words === 1) || isCountedYear(tokens, first.start)
  if (noun && counts) {
    // `1.234 people` is a decimal of nothing that comes in parts
    const unsure = numeral.digits && numeral.value === undefined && !vague
    const more =
      !modifier && near(tokens, noun.end) === 'or'
        ? { more: 'at-least', fewer: 'at-most', less: 'at-most' }[near(tokens, noun.end + 1)]
        : undefined
    const open =
      more && near(tokens, noun.end + 2) !== 'than'
        ? { modifier: more as 'at-least' | 'at-most', end: noun.end + 2 }
        : { end: noun.end }
    // `1.1 bilion dollars`: what stands between may be a size
    const odd = noun.words > 1 && !isCapital(tokens, of) && findCurrency(noun.unit) !== undefined
    return {
      ...place,
      ...(unsure || kelvin || odd ? (modifier ? { modifier } : {}) : numbers),
      ...open,
      unit: noun.unit,
    }
  }
  const unit = isOfPopulation(tokens, i) ? { unit: 'person' } : isAged(tokens, i) ? { unit: 'year' } : {}
  if (!numeral.digits && !scaled && !hedged && !first.negative && !numeral.fractional && !isPartOf(tokens, end)) {
    if (isBareCount(tokens, first.start, end)) return { ...place, ...numbers, confidence: 0.6 }
    return isWhole(tokens, amount) || second ? { ...place, ...numbers, confidence: 0.5 } : null
  }
  if (letter)
    return {
      ...place,
      ...unit,
      ...(unit.unit || isWhole(tokens, amount) || isOfThem(tokens, end) ? numbers : modifier && { modifier }),
      confidence: 0.4,
    }
  const plain = numeral.digits && !scaled && !hedged
  if (plain && !second && isAttributive(tokens, first.start, end)) return null
  if (plain && !second && (!numeral.fractional || tokens.lower[end] === '-') && isModel(tokens, first.start, end))
    return null
  if (
    plain &&
    !second &&
    !isWhole(tokens, amount) &&
    (yearLike || isListNumber(tokens, i, end) || isAge(tokens, i, end))
  )
    return null
  if (plain && !second && isGames(tokens, first.start, end)) return null
  if (kelvin) return { ...place, ...unit, confidence: 0.4 }
  return { ...place, ...numbers, ...unit, confidence: plain ? 0.6 : 0.8 }
}

/** A line that is nothing but `a couple`, `a few`, `few`, `several`. */
function readVagueLine(tokens: Tokens, i: number): FigureReading | null {
  const at = tokens.lower[i] === 'a' ? i + 1 : i
  const form = at > i ? near(tokens, at) : tokens.lower[i]!
  if (!/^(?:couple|few|several)$/.test(form) || isNear(tokens, i) || isNear(tokens, at + 1)) return null
  const place = { start: i, end: at + 1, name: 'figure.count', kind: 'count' as const, confidence: 0.4 }
  return form === 'couple' ? { ...place, number: 2 } : { ...place, low: 3, high: 9 }
}

/** `below 2019 levels`, `estimated 1986 results`: a year behind a word of place, since nobody rounds to 2019. */
const isOfYear = (tokens: Tokens, i: number, end: number, unit: string): boolean =>
  end === i + 1 &&
  isModernYear(tokens.lower[i]!) &&
  /^(?:under|below|over|above|about|around|near|estimated|average)$/.test(near(tokens, i - 1)) &&
  isNear(tokens, i) &&
  (!tokens.lower[i]!.endsWith('0') || isYearly(unit))

/** `two of its members`, `three of CERN’s experiments`: so many out of a known number. */
const isPartOf = (tokens: Tokens, end: number): boolean =>
  near(tokens, end) === 'of' &&
  (/^(?:the|its|their|his|her|them|those|these|our|us)$/.test(near(tokens, end + 1)) ||
    (near(tokens, end + 1) !== '' && isCapital(tokens, end + 1)))

/** `22m of its watches`: so many out of what can be counted, not metres of it. */
const isOfThem = (tokens: Tokens, end: number): boolean =>
  near(tokens, end) === 'of' &&
  /^(?:its|their|his|her|the|our|these|those|them|us|whom|which)$/.test(near(tokens, end + 1))

/** `its 767 replacement`, `a 911 call`: three digits between an owner or article and one thing are a name of it. */
const isAttributive = (tokens: Tokens, i: number, end: number): boolean =>
  end === i + 1 &&
  tokens.lower[i]!.length === 3 &&
  /^(?:its|their|his|her|our|a|an|s)$/.test(near(tokens, i) ? tokens.lower[i - 1]! : '') &&
  tokens.kind[end] === word &&
  near(tokens, end) !== '' &&
  !isPluralNoun(tokens.lower[end]!) &&
  /^\p{Ll}{3,}$/u.test(tokens.forms[end]!.written) &&
  !isFunctionWord(tokens.lower[end]!) &&
  !isAdjective(tokens.lower[end]!)

/** A line that is nothing but the number. */
const isWhole = (tokens: Tokens, { start, end }: Amount) =>
  (start === 0 || !isNear(tokens, start)) &&
  (!isNear(tokens, end) || (end + 1 >= tokens.count && tokens.kind[end] !== word))

/** `22-24 Rope Street`: houses. */
function isHouses(tokens: Tokens, end: number): boolean {
  for (let at = end; at < end + 4 && near(tokens, at) !== '' && isCapital(tokens, at); at++)
    if (
      at > end &&
      /^(?:street|road|avenue|lane|boulevard|drive|terrace|square|place|crescent|quay|court|row|way|st|rd|ave)$/.test(
        tokens.lower[at]!,
      )
    )
      return true
  return false
}

/** Years and phone numbers are no ranges. */
function isRun(tokens: Tokens, { first, second }: Amount): boolean {
  const [a, b] = [tokens.lower[first.start]!, tokens.lower[second!.start]!]
  if (isYear(a) && isYear(b) && first.end === first.start + 1 && second!.end === second!.start + 1) return true
  return /^\d{3}$/.test(a) && /^\d{4}$/.test(b)
}

/** The second half of `one in five` is no count. */
function isTailOfRatio(tokens: Tokens, i: number): boolean {
  const previous = near(tokens, i) && i > 0 ? tokens.lower[i - 1]! : ''
  const at = previous === 'every' ? i - 2 : i - 1
  const joint = tokens.lower[at] ?? ''
  const head = joint === 'of' && tokens.lower[at - 1] === 'out' ? at - 2 : joint === 'in' ? at - 1 : -1
  return (
    head >= 0 &&
    (/^(?:one|two|three|four|five|six|seven|eight|nine|ten)$/.test(tokens.lower[head]!) ||
      (tokens.kind[head] === digits && previous !== 'in' && joint === 'of'))
  )
}

const isOfPopulation = (tokens: Tokens, i: number): boolean =>
  hasBefore(tokens, i, 6, (form) => /^populations?$/.test(form), /^[.;]$/)
