import { findPlaceName } from '../../text/countries.ts'
import { hasTag, isFirstName, isFunctionWord } from '../../text/lexicon.ts'
import { isCommonWord } from '../../text/spelling.ts'
import { textOf } from './candidate.ts'
import { isEventNoun, isOrganizationNoun, isPlaceNounBehind, isRoleNoun } from './nouns.ts'
import { isKnownPlace, shapeOf } from './shapes.ts'
import type { Word } from './words.ts'

/** Words of a body or place that stands before a person's name without a title between: `NASA Bill Ingalls`, `Washington Chris Gregoire`; 0 for none. */
export function leadingOwner(words: readonly Word[]): number {
  const [owner, given] = words
  if (words.length < 3 || !isFirstName(given!.text) || isFirstName(owner!.text) || isCommonWord(words[2]!.text))
    return 0
  if (isRoleNoun(owner!.text)) return 0
  return /^\p{Lu}{3,6}$/u.test(owner!.text) || hasTag(owner!.text, 'City', 'Region') ? 1 : 0
}

/** `University of Havana | Ada Berg`: where a person's name begins behind the place that a body is of; 0 for none. */
export function personBehindPlace(words: readonly Word[]): number {
  const of = words.findIndex(({ text }) => text === 'of')
  const given = of < 1 ? -1 : words.findIndex(({ text }, i) => i > of + 1 && isFirstName(text))
  const name = given < 0 ? [] : words.slice(given)
  const last = name.at(-1)?.text
  const named =
    name.length > 1 &&
    name.length < 5 &&
    name.every(({ capital, text }) => capital && !isOrganizationNoun(text) && !isRoleNoun(text)) &&
    !isEventNoun(last!) &&
    !isPlaceNounBehind(last!)
  const place = textOf(words.slice(of + 1, given))
  return named && (findPlaceName(place) || isKnownPlace(place)) ? given : 0
}

/** `of the ANC`, `of Acme Group`: what an office belongs to, and nobody's name behind it. */
export function isBody(words: readonly Word[]): boolean {
  const own = trimEdges(words)
  return own.length === 1 ? /^\p{Lu}{2,}$/u.test(own[0]!.text) : shapeOf(own)?.shape === 'organization'
}

/** Function words and conjunctions at either end are no part of a name. */
export function trimEdges(words: readonly Word[]): readonly Word[] {
  let start = 0
  let end = words.length
  while (
    end > start &&
    (!words[end - 1]!.capital ||
      (end - start > 1 &&
        /^(?:In|On|At|By|For|From|The|An?|And|But|Or|As|To|With|Of|After|Before|When|While)$/.test(
          words[end - 1]!.text,
        )))
  )
    end--
  while (
    start < end &&
    (!words[start]!.capital ||
      /^(?:The|A|An)$/.test(words[start]!.text) ||
      (words[start]!.first && isFunctionWord(words[start]!.text) && !findPlaceName(words[start]!.text)))
  )
    start++
  return words.slice(start, end)
}
