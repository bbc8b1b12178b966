import { parseMonth, parseWeekday } from '../../text/calendar.ts'
import { findPlaceName } from '../../text/countries.ts'
import { hasTag, isAdjective, isFunctionWord, isPluralNoun, tagsOf, toSingular } from '../../text/lexicon.ts'
import type { Pattern } from '../pattern.ts'
import { amountSource, readAmount, rightEdge } from './amount.ts'

// Reads   at least 238 people, 20 million, three rival bidders, 10,000 to 15,000 troops, 12-member, a dozen countries, a population of 5m
// Not     years, list numbers, G7, Boeing 747, Article 5, [3], 10:30, `one` as a pronoun, `the two` without a noun, ages after a name

export const count: Pattern = {
  name: 'figure.count',
  form: new RegExp(amountSource({}) + rightEdge, 'gu'),
  read(match, { text }) {
    const { n1, s1, n2, s2, hedge } = match.groups!
    const end = match.index + match[0].length
    const amount = readAmount(match.groups!)
    if (!amount) return null
    const digits = /\d/.test(n1!)
    const scaled = Boolean(s1 ?? s2) || /(?:hundred|thousand|million|billion|trillion|dozen)/i.test(n1!)
    if (/^one$/i.test(n1!) && !s1) return null
    if (digits && isLabel(text, match.index, end)) return null
    // a lone letter behind digits may be a scale or a unit: only what is counted tells
    const letter = [s1, s2].some((scale) => scale !== undefined && /^[mb]$/i.test(scale))
    if (letter && /[\s-][mb]$/i.test(match[0])) return null
    // years, phone numbers and the second half of `one in five` are no counts
    if (n2 !== undefined && ((isYear(n1!) && isYear(n2)) || (/^\d{3}$/.test(n1!) && /^\d{4}$/.test(n2)))) return null
    if (
      /(?:\d|one|two|three|four|five|six|seven|eight|nine|ten)\s+(?:in|out\s+of)(?:\s+every)?\s$/i.test(
        text.slice(Math.max(0, match.index - 24), match.index),
      )
    )
      return null
    const yearLike = !hedge && !scaled && !n2 && isYear(n1!)
    const noun = readNoun(text, end, amount.number === 1)
    if (noun && !(yearLike && !(/00$/.test(n1!) && text.slice(end + 1, noun.end).split(/\s/).length === 1)))
      return { type: 'figure', kind: 'count', ...amount, unit: noun.unit, end: noun.end }
    const unit = /\bpopulations?\b[^.;]{0,30}$/i.test(text.slice(Math.max(0, match.index - 40), match.index))
      ? { unit: 'person' }
      : {}
    if (
      !digits &&
      !scaled &&
      !hedge &&
      !/^\s+of\s+(?:the|its|their|his|her|them|those|these|our)\b/.test(text.slice(end))
    )
      return null
    if (letter) return { type: 'figure', kind: 'count', ...unit, ...(unit.unit && amount), confidence: 0.4 }
    const plain = digits && !scaled && !hedge
    if (plain && !n2 && (yearLike || isListNumber(text, match.index, end) || isAge(text, match.index, end))) return null
    return { type: 'figure', kind: 'count', ...amount, ...unit, confidence: plain ? 0.6 : 0.8 }
  },
}

/** Up to two adjectives and the plural noun right behind a number, or a hyphen and a singular noun (`12-member`). */
function readNoun(text: string, end: number, singular: boolean): { unit: string; end: number } | null {
  const rest = text.slice(end, end + 80)
  const hyphened = /^-(\p{Ll}{3,})(?![\p{L}\p{N}])/u.exec(rest)
  if (
    hyphened &&
    !isPluralNoun(hyphened[1]!) &&
    (tagsOf(hyphened[1]!).size === 0 || hasTag(hyphened[1]!, 'Singular', 'Actor', 'Noun', 'Uncountable'))
  )
    return { unit: hyphened[1]!, end: end + hyphened[0].length }
  const words = /^(?:[ \u00A0\u202F\n]([\p{L}][\p{L}\p{M}\d'’-]*)){1,5}/u.exec(rest)?.[0] ?? ''
  let at = end
  let used = 0
  for (const part of words.matchAll(/[ \u00A0\u202F\n]([\p{L}][\p{L}\p{M}\d'’-]*)/gu)) {
    const word = part[1]!
    at += part[0].length
    if (/^\p{Ll}/u.test(word) && (singular ? hasTag(word, 'Singular', 'Actor') : isCounted(word)))
      return { unit: toSingular(word), end: at }
    // names may stand between a number and what it counts: `four Rolls-Royce engines`
    const name = /^\p{Lu}/u.test(word) && !isFunctionWord(word)
    const adjective = name || isAdjective(word) || hasTag(word, 'Actor', 'Demonym')
    if (
      ++used > 3 ||
      isFunctionWord(word) ||
      !(
        adjective ||
        (/^\p{Ll}/u.test(word) && hasTag(word, 'Singular', 'Noun', 'Uncountable')) ||
        (/^\p{Ll}[\p{Ll}-]+$/u.test(word) && tagsOf(word).size === 0)
      )
    )
      return null
  }
  return null
}

/** A number that belongs to a name, a label or a longer code: `Boeing 747`, `Article 5`, `#3`, `page 4`. */
function isLabel(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 40), start)
  const previous = /(?:^|[^\p{L}\p{N}])([\p{L}\p{N}’'.-]+)[\s\u00A0]$/u.exec(before)?.[1]
  if (
    /[[#№:/@=]$/.test(before) ||
    /^[\]%:/°]\S?/.test(text.slice(end, end + 2)) ||
    /^(?:st|nd|rd|th)\b/.test(text.slice(end, end + 3))
  )
    return /[[#№:/@=]$/.test(before) || !/^:\s/.test(text.slice(end, end + 2))
  if (!previous) return false
  if (
    /^(?:article|chapter|page|pages|section|paragraph|room|route|flight|highway|interstate|channel|version|volume|vol|figure|table|appendix|phase|level|grade|number|no|part|step|day|week|psalm|verse|area|zone|type|model|building|apartment|unit|episode|season|round|game|lot|box|p|pp)\.?$/i.test(
      previous,
    )
  )
    return true
  return (
    /^\p{Ll}?\p{Lu}[\p{L}\p{N}’'.-]*$/u.test(previous) &&
    !isFunctionWord(previous) &&
    !/(?:^|[.!?]\s)\S+\s$/.test(before) &&
    !(
      hasTag(previous, 'City', 'Region', 'Country') ||
      findPlaceName(previous) ||
      parseWeekday(previous) ||
      parseMonth(previous)
    )
  )
}

const isYear = (digits: string) => /^(?:1[0-9]|20)\d\d$/.test(digits)
const isListNumber = (text: string, start: number, end: number) =>
  /(?:^|\n)\s*[([]?$/.test(text.slice(Math.max(0, start - 8), start)) && /^[.)\]:]/.test(text.slice(end))
const isAge = (text: string, start: number, end: number) =>
  /\p{Lu}[\p{L}’'-]+,\s$/u.test(text.slice(Math.max(0, start - 24), start)) && /^,/.test(text.slice(end))

/** Behind a number an `-s` form is a noun even where it could be a verb; a few nouns have no plural of their own. */
const isCounted = (word: string) =>
  isPluralNoun(word) ||
  (/\p{Ll}s$/u.test(word) && hasTag(word, 'PresentTense')) ||
  /^(?:aircraft|spacecraft|staff|personnel|police|cattle|sheep|fish|offspring|crew)$/.test(word)
