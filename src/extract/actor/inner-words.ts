import { findPlaceName } from '../../text/countries.ts'
import { isFirstName, isFunctionWord, tagsOf } from '../../text/lexicon.ts'
import { isCommonWord, isSpelledSmall } from '../../text/spelling.ts'
import { isOrganizationNoun, isRoleNoun } from './nouns.ts'
import type { Word } from './words.ts'

/** `Robert “Bobby” Tamm`: how many words a nickname in marks has, if one stands at `i` between two names of a person; else 0. */
export function nicknameAt(run: readonly Word[], words: readonly Word[], i: number): number {
  if (!/^ ["“‘'«]$/.test(words[i]!.gap)) return 0
  const last = run.at(-1)!
  if (!isFirstName(last.text) && (isCommonWord(last.text) || isSpelledSmall(last.text))) return 0
  for (let length = 1; length <= 3; length++) {
    const behind = words[i + length]
    if (!behind || !words[i + length - 1]!.capital) return 0
    if (/^["”’'»] $/.test(behind.gap))
      return behind.capital &&
        !isRoleNoun(behind.text) &&
        !isOrganizationNoun(behind.text) &&
        !isFunctionWord(behind.text)
        ? length
        : 0
    if (behind.gap !== ' ') return 0
  }
  return 0
}

/** `Minister | for Digital, Culture and Sport | Lucy Fern`: how many words from `i` on say what an office is for, when its holder stands behind; else 0. */
export function portfolioAt(office: Word, words: readonly Word[], i: number): number {
  const { text, gap } = words[i]!
  if (!/^(?:for|of)$/.test(text) || gap !== ' ' || !isRoleNoun(office.text)) return 0
  let end = i + 1
  let subjects = 0
  for (; end < words.length && end - i < 14; end++) {
    const word = words[end]!
    if (!/^(?: |, )$/.test(word.gap)) return 0
    if (/^(?:and|of|for|the|on|&)$/.test(word.text)) continue
    if (!word.capital || word.possessive || !isSubject(word.text)) break
    subjects++
  }
  const holder = words[end]
  // more than one subject, else the office is read like any other
  return subjects > 1 && holder?.capital && holder.gap === ' ' && !isFunctionWord(words[end - 1]!.text) ? end - i : 0
}

const isSubject = (word: string): boolean =>
  !isFirstName(word) && (isSpelledSmall(word) || (isCommonWord(word) && tagsOf(word).size > 0))

/** Words of a listed place's name with small words inside (`Trinidad and Tobago`) from `i` on; 0 for none. */
export function listedAt(words: readonly Word[], i: number): number {
  let text = words[i]!.text
  let inner = false
  for (let length = 2; length <= 6; length++) {
    const word = words[i + length - 1]
    if (word?.gap !== ' ' || words[i + length - 2]!.possessive) return 0
    if (!word.capital) {
      if (!/^(?:and|of|the|da|de|la)$/.test(word.text)) return 0
      inner = true
    }
    text += ` ${word.text}`
    if (inner && word.capital && isListedPlace(text)) return length
  }
  return 0
}

const isListedPlace = (text: string): boolean => {
  const place = findPlaceName(text)
  return place !== undefined && place.kind === 'place'
}
