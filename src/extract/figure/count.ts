import { parseMonth, parseWeekday } from '../../text/calendar.ts'
import { findPlaceName } from '../../text/countries.ts'
import { hasTag, isAdjective, isFunctionWord, isPluralNoun, tagsOf, toSingular } from '../../text/lexicon.ts'
import { digits, isGlued, isNear, type Tokens, word } from '../../text/tokens.ts'
import { type Amount, amountOf, readAmount } from './amount.ts'
import { numbersOf } from './measured.ts'
import type { FigureReading, FigureRule } from './reading.ts'

const near = (tokens: Tokens, i: number) => (isNear(tokens, i) ? tokens.lower[i]! : '')
const surface = (tokens: Tokens, i: number) => tokens.text.slice(tokens.start[i], tokens.end[i])
const isUpper = (tokens: Tokens, i: number) => /^\p{Lu}/u.test(surface(tokens, i))

// Reads   at least 238 people, 20 million, three rival bidders, 10,000 to 15,000 troops, 12-member, a dozen countries, tens of thousands of people,
//         a population of 5m, 50 or more, >30
// Not     years, list numbers, G7, Boeing 747, Article 5, [3], 10:30, `one` as a pronoun, `the two` without a noun, ages after a name
export const readCount: FigureRule = (tokens, i) => {
  const amount = readAmount(tokens, i)
  if (!amount) return null
  const { first, second, modifier } = amount
  // what is measured is no count, whatever else was read in it
  if (first.sign || first.measure || second?.sign || second?.measure) return null
  const numbers = numbersOf(amount)
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
  if (!second && isPhone(tokens, first.start, end)) return null
  if (letter && near(tokens, end) && tokens.kind[end] === word && isUpper(tokens, end)) return null
  // `573.15K`: hardly thousands
  const kelvin = numeral.scaled && tokens.forms[end - 1]?.written === 'K' && (numeral.bare.value ?? 0) % 1 !== 0
  if (second && isRun(tokens, amount)) return null
  if (isTailOfRatio(tokens, first.start)) return null
  const hedged = modifier !== undefined || amount.equal === true
  const scaled = numeral.scaled || last.scaled
  const vague = numeral.value === undefined && numeral.low !== undefined
  const yearLike =
    !hedged && !scaled && !second && numeral.digits && !numeral.fractional && isYear(tokens.lower[first.start]!)
  const of = vague && near(tokens, end) === 'of' ? end + 1 : end
  const noun = readNoun(tokens, of, value === 1)
  if (noun && !(yearLike && !(/00$/.test(tokens.lower[first.start]!) && noun.words === 1))) {
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
    return { ...place, ...(unsure || kelvin ? (modifier ? { modifier } : {}) : numbers), ...open, unit: noun.unit }
  }
  const unit = isOfPopulation(tokens, i) ? { unit: 'person' } : isAged(tokens, i) ? { unit: 'year' } : {}
  if (second && isFromTo(tokens, amount)) return splitChange(amount)
  if (!numeral.digits && !scaled && !hedged && !first.negative && !numeral.fractional && !isPartOf(tokens, end)) {
    return isWhole(tokens, amount) || second ? { ...place, ...numbers, confidence: 0.5 } : null
  }
  if (letter)
    return {
      ...place,
      ...unit,
      ...(unit.unit ? numbers : isWhole(tokens, amount) ? numbers : modifier && { modifier }),
      confidence: 0.4,
    }
  const plain = numeral.digits && !scaled && !hedged
  if (plain && !second && isModel(tokens, first.start, end)) return null
  if (
    plain &&
    !second &&
    !isWhole(tokens, amount) &&
    (yearLike || isListNumber(tokens, i, end) || isAge(tokens, i, end))
  )
    return null
  if (kelvin) return { ...place, ...unit, confidence: 0.4 }
  return { ...place, ...numbers, ...unit, confidence: plain ? 0.6 : 0.8 }
}

/** `two of its members`, `three of CERN’s experiments`: so many out of a known number. */
const isPartOf = (tokens: Tokens, end: number): boolean =>
  near(tokens, end) === 'of' &&
  (/^(?:the|its|their|his|her|them|those|these|our|us)$/.test(near(tokens, end + 1)) ||
    (near(tokens, end + 1) !== '' && isUpper(tokens, end + 1)))

/** `aged 14`, `at the age of seventeen`. */
const isAged = (tokens: Tokens, i: number): boolean =>
  isNear(tokens, i) &&
  (/^(?:aged|age)$/.test(tokens.lower[i - 1]!) || (tokens.lower[i - 1] === 'of' && tokens.lower[i - 2] === 'age'))

const changing =
  /^(?:rose|risen|rises?|rising|fell|fallen|falls?|falling|up|down|climbed|dropped|jumped|slipped|sank|soared|grew|grown|increased|increase|increasing|decreased|decrease|declined|decline|plunged|tumbled|cut|raised|lowered|reduced|expanded|shrank|widened|narrowed|went|moved|drop|rise|growth)$/
/** `increased from 9 to 10`: where it began and where it ended, not what lies between. */
function isFromTo(tokens: Tokens, { first }: Amount): boolean {
  if (near(tokens, first.end) !== 'to' || near(tokens, first.start - 1) !== 'from' || !isNear(tokens, first.start))
    return false
  for (let k = 2; k <= 6 && isNear(tokens, first.start - k + 1); k++) {
    if (/^[.;,]$/.test(tokens.lower[first.start - k]!)) return false
    if (changing.test(tokens.lower[first.start - k]!)) return true
  }
  return false
}
function splitChange({ first, second }: Amount): FigureReading[] {
  return [first, second!].map((side) => ({
    start: side.start,
    end: side.end,
    name: 'figure.count',
    kind: 'count' as const,
    number: amountOf(side)!,
    confidence: 0.7,
  }))
}

/** `+1`, `(212) 555-0199`: parts of a phone number. */
function isPhone(tokens: Tokens, start: number, end: number): boolean {
  if (isGlued(tokens, start) && tokens.lower[start - 1] === '+') return true
  const closes = tokens.lower[end] === ')' && tokens.lower[start - 1] === '('
  return (
    closes &&
    tokens.kind[end + 1] === digits &&
    isNear(tokens, end + 1) &&
    /^[-.]$/.test(tokens.lower[end + 2] ?? '') &&
    tokens.kind[end + 3] === digits
  )
}

/** A line that is nothing but the number. */
const isWhole = (tokens: Tokens, { start, end }: Amount) =>
  (start === 0 || !isNear(tokens, start)) &&
  (!isNear(tokens, end) || (end + 1 >= tokens.count && tokens.kind[end] !== word))

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

const isOfPopulation = (tokens: Tokens, i: number): boolean => {
  for (let k = 1; k <= 6 && isNear(tokens, i - k + 1); k++) {
    const form = tokens.lower[i - k]!
    if (/^[.;]$/.test(form)) return false
    if (/^populations?$/.test(form)) return true
  }
  return false
}

type Noun = { readonly unit: string; readonly end: number; readonly words: number }

/** Up to three adjectives and the plural noun right behind a number, or a hyphen and a singular noun (`12-member`). */
function readNoun(tokens: Tokens, end: number, singular: boolean): Noun | null {
  if (tokens.lower[end] === '-' && isGlued(tokens, end) && isGlued(tokens, end + 1) && tokens.kind[end + 1] === word) {
    const name = tokens.lower[end + 1]!
    const free = !isGlued(tokens, end + 2) || (tokens.kind[end + 2] === 3 && tokens.lower[end + 2] !== '-')
    const aged = name === 'year' && tokens.lower[end + 2] === '-' && /^olds?$/.test(tokens.lower[end + 3] ?? '')
    if (aged) return { unit: 'year', end: end + 4, words: 1 }
    if (
      free &&
      name.length > 2 &&
      !isUpper(tokens, end + 1) &&
      !isPluralNoun(name) &&
      (tagsOf(name).size === 0 || hasTag(name, 'Singular', 'Actor', 'Noun', 'Uncountable')) &&
      !/^(?:old|long|plus|ish)$/.test(name)
    )
      return { unit: name, end: end + 2, words: 1 }
    return null
  }
  // `a 19 year old`
  if (near(tokens, end) === 'year' && near(tokens, end + 1) === 'old') return { unit: 'year', end: end + 2, words: 2 }
  let at = end
  // `18 777s`: what is counted has a number for its name
  if (isNear(tokens, end) && tokens.kind[end] === digits && tokens.lower[end + 1] === 's' && isGlued(tokens, end + 1))
    return { unit: tokens.lower[end]!, end: end + 2, words: 1 }
  for (let used = 0; used <= 5 && isNear(tokens, at) && !(used === 0 && isGlued(tokens, at)); used++) {
    // `60 Boeing 787 aircraft`: the number is of the model
    if (used > 0 && tokens.kind[at] === digits && isUpper(tokens, at - 1) && !isGlued(tokens, at)) {
      at++
      continue
    }
    if (tokens.kind[at] !== word) return null
    // `Rolls-Royce`, `well-known`: one word
    let next = at + 1
    while (
      tokens.lower[next] === '-' &&
      isGlued(tokens, next) &&
      isGlued(tokens, next + 1) &&
      tokens.kind[next + 1] === word &&
      next - at < 6
    )
      next += 2
    while (
      isGlued(tokens, next) &&
      next - at < 8 &&
      (tokens.kind[next] === digits ||
        (tokens.lower[next] === '-' && isGlued(tokens, next + 1)) ||
        (tokens.kind[next] === word && tokens.kind[next - 1] === digits))
    )
      next++
    const form = tokens.text.slice(tokens.start[at], tokens.end[next - 1])
    const lower = form.toLowerCase()
    if (
      /^\p{Ll}/u.test(form) &&
      (singular ? hasTag(form, 'Singular', 'Actor') || lower === 'person' : isCounted(form))
    ) {
      if (!/^(?:years|months|weeks|days|hours|minutes|seconds|decades|centuries|times)$/.test(lower) || used > 0)
        return { unit: toSingular(form), end: next, words: used + 1 }
      // an age
      if (/^(?:years|months|weeks)$/.test(lower) && near(tokens, next) === 'of' && near(tokens, next + 1) === 'age')
        return { unit: toSingular(form), end: next + 2, words: 3 }
      if (lower === 'years' && near(tokens, next) === 'old') return { unit: 'year', end: next + 1, words: 2 }
      return lower === 'times' ? { unit: 'time', end: next, words: 1 } : { unit: toSingular(form), end: next, words: 1 }
    }
    // `eight A330s`
    if (/^\p{Lu}[\p{L}-]*\d+s$/u.test(form)) return { unit: form.slice(0, -1), end: next, words: used + 1 }
    const name = /^\p{Lu}/u.test(form) && !isFunctionWord(form)
    const adjective = name || isAdjective(form) || hasTag(form, 'Actor', 'Demonym')
    // `stock market indexes`: a verb's form right before the noun is a noun too
    const loose =
      /^\p{Ll}/u.test(form) &&
      (hasTag(form, 'Singular', 'Noun', 'Uncountable') ||
        (used > 0 && hasTag(form, 'Infinitive') && isNear(tokens, next) && isPluralNoun(tokens.lower[next]!)))
    const further = /^(?:more|extra|such)$/.test(form)
    if (
      used >= 5 ||
      (isFunctionWord(form) && !further) ||
      !(adjective || loose || further || (/^\p{Ll}[\p{Ll}-]+$/u.test(form) && tagsOf(form).size === 0))
    )
      return null
    at = next
  }
  return null
}

/** Behind a number an `-s` form is a noun even where it could be a verb; a few nouns have no plural of their own. */
const isCounted = (form: string) =>
  isPluralNoun(form) ||
  (/\p{Ll}s$/u.test(form) &&
    hasTag(form, 'PresentTense') &&
    !/^(?:is|has|was|does|says|goes|adds|includes|seems)$/.test(form)) ||
  /^(?:aircraft|spacecraft|staff|personnel|police|cattle|sheep|fish|offspring|crew)$/.test(form)

const labels =
  /^(?:article|chapter|page|pages|section|paragraph|room|route|flight|highway|interstate|channel|version|volume|vol|figure|table|appendix|phase|level|grade|number|no|part|step|day|week|psalm|verse|area|zone|type|model|building|apartment|unit|episode|season|round|game|lot|box|p|pp|rule|act|clause|item|line|platform|gate|exit|track|category|resolution|amendment|tel|phone|call|column|footnote|apt|suite|pier|aisle|terminal|ward|precinct|sector|annex|exhibit|slide|lane)$/

/** A number that belongs to a name, a label or a longer code: `Boeing 747`, `Article 5`, `#3`, `page 4`. */
function isLabel(tokens: Tokens, start: number, end: number): boolean {
  const next = isGlued(tokens, end) ? tokens.lower[end]! : ''
  if (start > 0 && isGlued(tokens, start) && /^[[#№/@=]$/.test(tokens.lower[start - 1]!)) return true
  if (
    next === ']' ||
    (next === ':' && isGlued(tokens, end + 1)) ||
    (next === '/' && isGlued(tokens, end + 1)) ||
    next === '°'
  )
    return true
  if (!isNear(tokens, start)) return false
  let at = start - 1
  if (tokens.lower[at] === '.' && isGlued(tokens, at)) at--
  const previous = tokens.lower[at] ?? ''
  if (tokens.kind[at] !== word) return false
  if (labels.test(previous)) return true
  if (at !== start - 1 || !/^\p{Ll}?\p{Lu}/u.test(surface(tokens, at)) || isFunctionWord(previous)) return false
  // a sentence's first word is capital for that alone
  if (!isNear(tokens, at) || /^[.!?"“”:|•]$/.test(tokens.lower[at - 1]!)) return false
  return !(
    hasTag(previous, 'City', 'Region', 'Country') ||
    findPlaceName(previous) ||
    parseWeekday(previous) !== null ||
    parseMonth(previous) !== null
  )
}

/** `Boeing’s 787`, `the 787 Dreamliner`, `777-200LR`, `the S&P 500`: a number that is a name or part of one. */
function isModel(tokens: Tokens, start: number, end: number): boolean {
  if (tokens.lower[end] === '-' && isGlued(tokens, end) && isGlued(tokens, end + 1)) return true
  if (isNear(tokens, end) && tokens.kind[end] === word && isUpper(tokens, end) && !isFunctionWord(tokens.lower[end]!))
    return true
  const owner =
    isNear(tokens, start) &&
    tokens.lower[start - 1] === 's' &&
    tokens.lower[start - 2] === "'" &&
    isUpper(tokens, start - 3)
  return owner || /^(?:final|first|new|long-range)$/.test(isNear(tokens, start) ? tokens.lower[start - 1]! : '')
}

const isYear = (form: string) => /^(?:1[0-9]|20)\d\d$/.test(form)
const isListNumber = (tokens: Tokens, start: number, end: number) =>
  (!isNear(tokens, start) ||
    /\n\s*$/.test(tokens.text.slice(Math.max(0, tokens.start[start]! - 8), tokens.start[start]))) &&
  isGlued(tokens, end) &&
  /^[.)\]:]$/.test(tokens.lower[end]!) &&
  isNear(tokens, end + 1)
const isAge = (tokens: Tokens, start: number, end: number) =>
  near(tokens, start) !== '' &&
  tokens.lower[start - 1] === ',' &&
  start > 1 &&
  tokens.kind[start - 2] === word &&
  (isUpper(tokens, start - 2) || hasTag(tokens.lower[start - 2]!, 'Actor')) &&
  near(tokens, end) === ','
