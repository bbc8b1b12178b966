import { findPlaceName } from '../../text/countries.ts'
import { isFirstName } from '../../text/lexicon.ts'
import { isSpelledSmall } from '../../text/spelling.ts'
import type { Candidate } from './candidate.ts'
import {
  isCountryman,
  isEventNoun,
  isHonorific,
  isLegalForm,
  isOrganizationNoun,
  isPlaceNounBehind,
  isRoleNoun,
} from './nouns.ts'
import { isModel } from './things.ts'
import type { Word } from './words.ts'

// Which of the names that the tagger reads are names as a text means them.

/** Small words that stand inside names, of several languages. */
const insideNames =
  /^(?:of|for|and|the|in|on|at|to|de|del|della|di|da|dos|das|du|des|van|von|der|den|ter|bin|bint|ibn|al|el|la|le|les|ben|abu|y|e|et|und|zu|zur|af|av|sans|sur|pour|a|an|by|with|vs|n)$/
/** Words that only titles of works and headlines write with a capital inside. */
const inTitles =
  /^(?:Of|In|As|Is|To|With|About|How|Why|What|When|Her|His|Their|Not|Are|Was|Made|Says|Said|Makes|Gets|Asked)$/
/** Words of a person's name at most. */
const longestPerson = 5
/** Holders of an office: behind a body's name they are not part of it. */
const officer =
  /^(?:Officer|Minister|Secretary|President|CEO|CFO|COO|Chairman|Chairwoman|Chancellor|Spokes(?:man|woman|person)|Senator|Ambassador|Administrator|Premier|Governor|Mayor)$/

/** A name neither begins nor ends with a small word: `Heathrow airport` is Heathrow. */
export function trimSmall(words: readonly Word[]): readonly Word[] {
  let [from, to] = [0, words.length]
  while (to - from > 1 && /^(?:The|the|a|an|of|and|for|in|\p{N}.*)$/u.test(words[from]!.text)) from++
  const isModelBehindSmall = () => to - from > 2 && isModel(words[to - 1]!.text) && isPlainSmall(words[to - 2]!.text)
  while (to - from > 1 && (isPlainSmall(words[to - 1]!.text) || isScore(words[to - 1]!.text) || isModelBehindSmall()))
    to--
  return words.slice(from, to)
}

/** `Fulham 2-1`: what a match ended with. */
const isScore = (word: string): boolean => /^\d{1,3}[-–]\d{1,3}$/.test(word)

/** `airport`, but not `iPhone` nor `al-Shabaab`. */
const isPlainSmall = (word: string): boolean => /^\p{Ll}[\p{Ll}-]*$/u.test(word)

/** False for what the tagger took for one name and is more, or none: a clause (`Acme sues Zenith`), an owner with what it owns, a model; `mayList`: commas may stand inside. */
export function isWhole(all: readonly Word[], mayList: boolean): boolean {
  const words = trimSmall(all)
  // `Nash, Reiziger` are two; `Bureau of Alcohol, Tobacco and Firearms` is one
  if (
    words.some(
      ({ gap, text }, i) =>
        i > 0 && (/[;:()]/.test(gap) || (!mayList && gap.includes(',') && !/^[JS]r\.?$/.test(text))),
    )
  )
    return false
  const last = words.at(-1)!.text
  if (words.some(({ text }) => isModel(text))) return false
  // `the MLA said`
  if (words.length === 1 && /^\p{Lu}{2,}$/u.test(last) && isRoleNoun(last)) return false
  if (!mayList && words.length > longestPerson) return false
  if (words.length > 1 && officer.test(last) && !words.some(({ text }) => text === 'of')) return false
  return words.every((word, i) => {
    if (i === words.length - 1) return true
    if (i > 0 && isPlainSmall(word.text) && !insideNames.test(word.text)) return false
    if (i > 0 && (isLegalForm(word.text) || inTitles.test(word.text))) return false
    // `Ford Motor’s Lincoln` is two names, `Luhansk People’s Republic` and `Land’s End` are one
    return !(
      word.possessive &&
      (i > 0 || /^\p{Lu}{2,}$/u.test(word.text) || findPlaceName(word.text) !== undefined) &&
      !isSpelledSmall(word.text) &&
      !headsName(last)
    )
  })
}

const headsName = (word: string): boolean => isOrganizationNoun(word) || isEventNoun(word) || isPlaceNounBehind(word)

/** `US President Barack Obama`, `NASA Administrator`: some annotators take office and country for part of a person's name. */
export const holdsOffice = (words: readonly Word[]): boolean =>
  words.length > 1 &&
  !isFirstName(words[0]!.text) &&
  words.some(
    ({ text }, i) =>
      isRoleNoun(text) || isHonorific(text) || (i === 0 && (isCountryman(text) || findPlaceName(text)?.derived)),
  )

/** `CBS Sports NFL Insider Jason La Canfora`, `Citation Index Professor Chomsky`: a person's name begins with the given name behind letters or a body's noun, or behind the title. */
export function ownWords(candidate: Candidate): Candidate {
  const { words } = candidate
  if (words.length < 3 || candidate.title.length > 0 || isFirstName(words[0]!.text)) return candidate
  const honorific = words.findLastIndex(({ text }, i) => i > 0 && i < words.length - 1 && isHonorific(text))
  if (honorific > 0)
    return { ...candidate, title: words.slice(honorific, honorific + 1), words: words.slice(honorific + 1) }
  const given = words.findIndex(({ text }, i) => i < words.length - 1 && isFirstName(text))
  const isFit = ({ text }: Word) => /^\p{Lu}{2,}$/u.test(text) || isOrganizationNoun(text)
  return given > 0 && words.slice(0, given).some(isFit) ? { ...candidate, words: words.slice(given) } : candidate
}
