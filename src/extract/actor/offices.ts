import { findPlaceName } from '../../text/countries.ts'
import { hasTag, isFirstName, isFunctionWord, tagsOf, toSingular } from '../../text/lexicon.ts'
import { isCommonWord, isSpelledSmall } from '../../text/spelling.ts'
import {
  isEventNoun,
  isHonorific,
  isOrganizationNoun,
  isPlaceNounBehind,
  isPortfolioNoun,
  isRoleNoun,
} from './nouns.ts'
import type { Word } from './words.ts'

export const isPartOfOffice = (word: string): boolean =>
  isRoleNoun(word) ||
  (isSpelledSmall(word) &&
    !findPlaceName(word) &&
    !isFirstName(word) &&
    !/^(?:House|Senate|Congress|Parliament|Commission|Council|Court|City|State)$/.test(word))

/** Where a title stands inside a run, with what its holder belongs to before it: `Apple CEO Tim Cook`, `Polk County Sheriff Don Hall`; -1 for none. */
export function innerTitle(words: readonly Word[]): number {
  const last = words.at(-1)!.text
  const named = words.length > 2 && isFirstName(words.at(-2)!.text)
  if (!named && (isOrganizationNoun(last) || isEventNoun(last) || isPlaceNounBehind(last))) return -1
  // `Chief Financial Officer`, `Acme Chief Technology Officer`: one office from its first word on
  const chief = words.findIndex((_, i) => officerBehindChief(words, i) > 0)
  if (chief >= 0) return chief > 0 && !roleAdjective.test(words[chief - 1]!.text) ? chief : -1
  return words.findIndex((word, i) => {
    if (
      i === 0 ||
      i === words.length - 1 ||
      !words[i + 1]!.capital ||
      isRoleNoun(words[i - 1]!.text) ||
      isHonorific(words[i - 1]!.text)
    )
      return false
    if (!(isHonorific(word.text) || isRoleNoun(word.text)) || isOrganizationNoun(word.text) || isFirstName(word.text))
      return false
    // `Foreign Minister`, `Prime Minister`, `Vice President`: the word before belongs to the title
    const before = words[i - 1]!.text
    // `Deputy District Attorney`
    if (
      words.slice(0, i).every((part) => isRoleNoun(part.text) || ofOffice.test(part.text)) &&
      isRoleNoun(words[0]!.text)
    )
      return false
    if (isPortfolioNoun(word.text) && !findPlaceName(before) && i === 1) return false
    return (
      // `Acme CEO`: letters take no word before them into the office, but for an adjective
      (/^\p{Lu}{3}$/u.test(word.text) && !hasTag(before, 'Adjective') && !roleAdjective.test(before)) ||
      !(isCommonWord(before) || roleAdjective.test(before)) ||
      isOrganizationNoun(before) ||
      isPlaceNounBehind(before)
    )
  })
}

/** The place of `Officer` in `Chief Financial Officer`, which begins at `i`, with a name behind it; 0 where no such office does. */
function officerBehindChief(words: readonly Word[], i: number): number {
  if (words[i]!.text !== 'Chief') return 0
  for (let k = i + 2; k <= i + 3 && k < words.length - 1; k++) if (words[k]!.text === 'Officer') return k
  return 0
}

/** Words of an office before its noun that are bodies' or common words otherwise. */
export const inOffice = /^(?:Press|Majority|Minority|Deputy|Vice|Assistant|Senior|Executive|Managing)$/

const ofOffice = /^(?:District|City|County|State|Police|Fire|Public)$/

const roleAdjective = /^(?:Prime|Vice|Deputy|Foreign|Chief|Former|First|Acting|Interim|New|Then)$/

export const isOffice = (word: string) => isRoleNoun(word) || isRoleNoun(toSingular(word))

/** Words that make up the title at the start: `Prime Minister`, `Minister of Foreign Affairs`, `Mr.`; 0 for none. */
export function titleLength(words: readonly Word[]): number {
  let length = 0
  for (let i = 0; i < words.length; i++) {
    const { text } = words[i]!
    const officer = officerBehindChief(words, i)
    if (officer || isHonorific(text)) {
      i = officer || i
      length = i + 1
      continue
    }
    if (
      isRoleNoun(text) &&
      !(
        isFirstName(text) &&
        i === 0 &&
        words.length === 2 &&
        !/^(?:King|Queen|Prince|Princess|Pope|Judge|Major)$/.test(text)
      )
    ) {
      length = i + 1
      // `Secretary of State John Kerry`, `Minister of Foreign Affairs`: the office runs on over common nouns
      if (words[i + 1]?.text === 'of' || words[i + 1]?.text === 'for') {
        let end = i + 2
        while (
          words[end] &&
          (isCommonWord(words[end]!.text) ||
            isSpelledSmall(words[end]!.text) ||
            isFunctionWord(words[end]!.text) ||
            findPlaceName(words[end]!.text)) &&
          !isFirstName(words[end]!.text)
        )
          end++
        while (end > i + 2 && isFunctionWord(words[end - 1]!.text)) end--
        // an adjective wants its noun: `Minister of Foreign Affairs`
        if (end > i + 2 && words[end] && hasTag(words[end - 1]!.text, 'Adjective')) end++
        if (end > i + 2) {
          length = end
          i = end - 1
        }
      }
    } else if (
      !(i === 0 && words[i + 1] && isPortfolioNoun(words[i + 1]!.text)) &&
      !(isCommonWord(text) && tagsOf(text).size > 0) &&
      // `Chief Election Commissioner`
      !(length > 0 && isSpelledSmall(text) && !isFirstName(text) && isRoleNoun(words[i + 1]?.text ?? '')) &&
      !/^(?:Vice|Deputy|Prime|Former|Foreign|Chief|Acting|Senior|Associate|Interim)$/.test(text)
    )
      break
  }
  return length
}
