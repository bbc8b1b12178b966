import { parseMonth, parseWeekday } from '../../text/calendar.ts'
import { findPlaceName } from '../../text/countries.ts'
import { hasTag, isFunctionWord, isPastTense, isPluralNoun } from '../../text/lexicon.ts'
import { isSpelledSmall } from '../../text/spelling.ts'
import { digits, isCapital, isGlued, isNear, near, type Tokens, word } from '../../text/tokens.ts'

export const isAged = (tokens: Tokens, i: number): boolean =>
  isNear(tokens, i) &&
  (/^(?:aged|age)$/.test(tokens.lower[i - 1]!) || (tokens.lower[i - 1] === 'of' && tokens.lower[i - 2] === 'age'))

const labels =
  /^(?:article|chapter|page|pages|section|paragraph|room|route|flight|highway|interstate|channel|version|volume|vol|figure|table|appendix|phase|level|grade|number|no|part|step|stage|day|week|psalm|verse|area|zone|type|model|building|apartment|unit|episode|season|round|game|lot|box|p|pp|rule|act|clause|item|line|platform|gate|exit|track|category|resolution|amendment|tel|phone|call|column|footnote|apt|suite|pier|aisle|terminal|ward|precinct|sector|annex|exhibit|slide|lane|junction|seat|row|file|floor|deck|cabin|berth|reactor|turbine|bus|train|tram|class|calle|carrera|avenida|rue|kilometer|kilometre|form|covid)$/

/** What several numbers stand behind: `seats 36, 39 and 40`, `Terminals 2 & 3`, `days 14 and 20`. */
const manyLabels =
  /^(?:articles|chapters|pages|stages|sections|paragraphs|rooms|routes|flights|highways|phases|levels|grades|numbers|nos|parts|steps|days|weeks|zones|terminals|gates|platforms|blocks|lots|rules|seats|rows|reactors|buses|trains|files|decks|wards|sectors|units|floors|lanes|districts|forms)$/

/** A number that belongs to a name, a label or a longer code: `Boeing 747`, `Article 5`, `#3`, `page 4`. */
export function isLabel(tokens: Tokens, start: number, end: number): boolean {
  const next = isGlued(tokens, end) ? tokens.lower[end]! : ''
  if (start > 0 && isGlued(tokens, start) && /^[#№/@=]$/.test(tokens.lower[start - 1]!)) return true
  // `[3]`, but not `[119.4 million]`
  const short = end === start + 1 && tokens.forms[start]!.written.length < 4
  // `that week 24,219 cases`: nobody numbers so far
  if (/^\d{1,3}(?:,\d{3})+/.test(tokens.text.slice(tokens.start[start], tokens.end[end - 1]))) return false
  if (
    (next === ']' && short) ||
    (next === ':' && isGlued(tokens, end + 1)) ||
    (next === '/' && isGlued(tokens, end + 1)) ||
    next === '°'
  )
    return true
  if (!isNear(tokens, start)) return false
  if (isOfMany(tokens, start, end)) return true
  let at = start - 1
  if (tokens.lower[at] === '.' && isGlued(tokens, at)) at--
  const previous = tokens.lower[at] ?? ''
  if (tokens.kind[at] !== word) return false
  if (labels.test(previous) || (at < start - 1 && isBill(tokens, at, end))) return true
  if (at !== start - 1 || !/^\p{Ll}?\p{Lu}/u.test(tokens.forms[at]!.written) || isFunctionWord(previous)) return false
  // a sentence's first word is capital for that alone
  const begins = !isNear(tokens, at) || /^[.!?"“”:|•]$/.test(tokens.lower[at - 1]!)
  if (begins && !isNumberedName(tokens, at, end)) return false
  return !(
    hasTag(previous, 'City', 'Region', 'Country') ||
    findPlaceName(previous) ||
    parseWeekday(previous) !== null ||
    parseMonth(previous) !== null
  )
}

/** `Apollo 11 landed`, `Windows 11 users`: a sentence begins with a name, or with a noun that could not stand there without the number. */
const isNumberedName = (tokens: Tokens, at: number, end: number): boolean => {
  const first = tokens.lower[at]!
  const behind = near(tokens, end)
  if (end !== at + 2 || !/^\d{1,4}$/.test(tokens.lower[at + 1]!) || behind === '' || tokens.kind[end] !== word)
    return false
  if (hasTag(first, 'Actor', 'Adjective', 'Date', 'Value') || isPastTense(first)) return false
  return isPluralNoun(first) ? isPluralNoun(behind) : !isSpelledSmall(first) && !isPluralNoun(behind)
}

/** `H.R. 3684`, `H. Res. 24`, `S. 1260`: what parliaments number, by an abbreviation that ends in the word at `at`. */
const isBill = (tokens: Tokens, at: number, end: number): boolean =>
  /^(?:\p{Lu}|\p{Lu}\p{Ll}{1,3})$/u.test(tokens.forms[at]!.written) &&
  isNear(tokens, at + 2) &&
  tokens.kind[at + 2] === digits &&
  !isPluralNoun(near(tokens, end)) &&
  !/^(?:inc|ltd|corp|co|jr|sr|st|bros)$/.test(tokens.lower[at]!) &&
  !(tokens.lower[at - 1] === '.' && /^[ud]$/.test(tokens.lower[at - 2]!)) &&
  parseMonth(tokens.lower[at]!) === null &&
  parseWeekday(tokens.lower[at]!) === null

/** `World Championships Oregon 22`: two digits of a year behind a place that games are named after. */
export const isGames = (tokens: Tokens, start: number, end: number): boolean =>
  /^\d\d$/.test(tokens.lower[start]!) &&
  isNear(tokens, start) &&
  isCapital(tokens, start - 1) &&
  isCapital(tokens, start - 2) &&
  hasTag(tokens.lower[start - 1]!, 'City', 'Region', 'Country') &&
  /^(?:|[.,;]|in|on|at|after|and|with|for|by|when|where)$/.test(near(tokens, end))

/** A number of a row that a label in the plural begins. */
function isOfMany({ lower, kind }: Tokens, start: number, end: number): boolean {
  let at = start - 1
  // `in classes 4 artists`: so many of those
  if (kind[at] === word && !/^(?:and|or)$/.test(lower[at]!) && !/^(?:,|and|&|or|to|-|–)$/.test(lower[end] ?? ''))
    return false
  for (let n = 0; n < 8 && /^(?:,|and|&|or)$/.test(lower[at] ?? ''); n++) {
    while (/^(?:,|and|&|or)$/.test(lower[at] ?? '')) at--
    if (kind[at] !== digits) return false
    at--
  }
  return manyLabels.test(lower[at] ?? '')
}

/** `Boeing’s 787`, `the 787 Dreamliner`, `777-200LR`, `the S&P 500`: a number that is a name or part of one. */
export function isModel(tokens: Tokens, start: number, end: number): boolean {
  if (tokens.lower[end] === '-' && isGlued(tokens, end) && isGlued(tokens, end + 1)) return true
  if (
    isNear(tokens, end) &&
    tokens.kind[end] === word &&
    isCapital(tokens, end) &&
    !isFunctionWord(tokens.lower[end]!) &&
    parseWeekday(tokens.lower[end]!) === null
  )
    return true
  const owner =
    isNear(tokens, start) &&
    tokens.lower[start - 1] === 's' &&
    tokens.lower[start - 2] === "'" &&
    isCapital(tokens, start - 3) &&
    parseMonth(tokens.lower[start - 3]!) === null
  return owner || /^(?:final|first|new|long-range)$/.test(isNear(tokens, start) ? tokens.lower[start - 1]! : '')
}

export const isYear = (form: string) => /^(?:1[0-9]|20)\d\d$/.test(form)

/** The same without the years that no press has written in. */
export const isModernYear = (form: string) => /^(?:1[5-9]|20)\d\d$/.test(form)

export const isListNumber = (tokens: Tokens, start: number, end: number) =>
  (!isNear(tokens, start) ||
    /\n\s*$/.test(tokens.text.slice(Math.max(0, tokens.start[start]! - 8), tokens.start[start]))) &&
  isGlued(tokens, end) &&
  /^[.)\]:]$/.test(tokens.lower[end]!) &&
  isNear(tokens, end + 1)

/** `Anna Ruiz, 61, owns`, `Anna Ruiz, now 61,`. */
export function isAge(tokens: Tokens, start: number, end: number): boolean {
  const at = tokens.lower[start - 1] === 'now' ? start - 1 : start
  return (
    near(tokens, start) !== '' &&
    tokens.lower[at - 1] === ',' &&
    at > 1 &&
    tokens.kind[at - 2] === word &&
    (isCapital(tokens, at - 2) || hasTag(tokens.lower[at - 2]!, 'Actor')) &&
    near(tokens, end) === ','
  )
}
