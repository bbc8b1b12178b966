import { findPlaceName } from '../../text/countries.ts'
import { isFirstName, toSingular } from '../../text/lexicon.ts'
import { isCommonWord } from '../../text/spelling.ts'
import {
  isEventNoun,
  isOrganizationNoun,
  isPlaceNounBefore,
  isPlaceNounBehind,
  isRoleNoun,
  worldParts,
} from './nouns.ts'
import type { Word } from './words.ts'

/** Consecutive words that may make up one name, titles and places before it included. */
export type Run = readonly Word[]

/** Words of the longest run: what a run is asked takes time in the square of its words, and no name with its titles has half as many. */
export const longestRun = 40

const particle = /^(?:de|del|della|di|da|dos|das|du|van|von|der|den|ter|bin|bint|ibn|al|el|la|le|ben|abu|y|zu|af|av)$/

const joint = /^(?:of|for|and|&|on|in|de|du|des)$/

/** Small words that go on with a name: particles before a capital, and `of`, `for`, `and` inside organisations and offices. Null for none. */
export function joinAhead(run: readonly Word[], words: readonly Word[], i: number): Word[] | null {
  const word = words[i]!
  const last = run.at(-1)!
  const next = words[i + 1]
  if (!next || !/^ $/.test(next.gap) || !/^ $/.test(word.gap)) return null
  if (particle.test(word.text)) {
    const after = next.capital
      ? next
      : particle.test(next.text) && words[i + 2]?.capital && words[i + 2]!.gap === ' '
        ? next
        : null
    if (after && !findPlaceName(last.text)) return after.capital ? [word] : [word, after]
  }
  // `Marks & Spencer`: the sign joins names where the word would part them
  if (
    word.text === '&' &&
    next.capital &&
    !last.possessive &&
    ((run.length === 1 && !isFirstName(last.text) && !(isCommonWord(last.text) && isCommonWord(next.text))) ||
      /^(?:Co|Company|Sons|Partners|Associates|Daughters)$/.test(next.text) ||
      isLegalEnd(reach(words, i + 1).at(-1)!.text))
  )
    return [word]
  if (!joint.test(word.text)) return null
  const article = next.text === 'the'
  const target = article ? words[i + 2] : next
  if (!target?.capital || (article && target.gap !== ' ') || target.first) return null
  const link = article ? [word, next] : [word]
  const head = run.findLast((part) => part.capital)!
  const headNoun =
    isOrganizationNoun(head.text) ||
    (/s$/.test(head.text) && isOrganizationNoun(toSingular(head.text))) ||
    isEventNoun(head.text) ||
    (isPlaceNounBehind(head.text) && run.length === 1) ||
    isPlaceNounBefore(head.text)
  if (word.text === 'of') {
    if (isRoleNoun(head.text)) return link
    return headNoun ||
      (isPlaceNounBehind(head.text) && /^(?:State|States|Republic|Kingdom|Emirate|Emirates)$/.test(head.text)) ||
      /^(?:Statue|Order|Book|Day|Bay|Isle|Duke|Duchess|Earl|Art|Arts|Sons|Daughters|Friends|Knights|Rights|People|Doctors|Plains|Hall|Museum|Academy|Faculty|School)$/.test(
        head.text,
      )
      ? link
      : null
  }
  if (/^(?:for|on|in|de|du|des)$/.test(word.text))
    return headNoun && !isWeakPlace(head.text) && word.text !== 'in' ? link : null
  // `and`: inside a longer name whose parts are no names by themselves and whose end is a head noun
  if (article)
    return run.some(({ text }) => text === 'of') &&
      findPlaceName(last.text) &&
      (findPlaceName(target.text) || worldParts.has(target.text)) &&
      headsState(run)
      ? link
      : null
  const behind = reach(words, i + 1)
  const ends = behind.at(-1)!
  const whole = [...run.map((part) => part.text)].join(' ')
  if (
    findPlaceName(last.text) ||
    findPlaceName(whole) ||
    findPlaceName(behind.map((part) => part.text).join(' ')) ||
    isFirstName(run[0]!.text)
  )
    return null
  const inside = run.some((part) => /^(?:of|for|on)$/.test(part.text))
  if (inside && behind.length <= 3 && isCommonWord(next.text) && isCommonWord(last.text)) return link
  return run.length <= 2 &&
    (isOrganizationNoun(ends.text) || isEventNoun(ends.text) || endsAgency.test(ends.text)) &&
    behind.length >= 2 &&
    isCommonWord(last.text) &&
    // `Securities and Exchange Commission`, but not `Finance Ministry and Central Bank`
    (!isOrganizationNoun(last.text) ||
      (/^(?:Securities|Commodities|Futures|Services|Industries|Entertainment|Media|Energy|Technology|Communications|Insurance)$/.test(
        last.text,
      ) &&
        isCommonWord(next.text)))
    ? link
    : null
}

const isLegalEnd = (word: string) => /^(?:Co|Inc|Corp|Ltd|LLC|plc)$/i.test(word)

/** `Customs and Border Protection`: what an agency is for, last in its name. */
const endsAgency = /^(?:Protection|Enforcement|Prevention|Aeronautics|Excise)$/

const headsState = (run: readonly Word[]) =>
  run.some(({ text }) => /^(?:State|Republic|Emirate|Kingdom|Council|League|Federation)$/.test(text))

const isWeakPlace = (word: string) => isPlaceNounBehind(word) && !isOrganizationNoun(word)

/** The capitalised words from `i` on. */
function reach(words: readonly Word[], i: number): Word[] {
  let end = i + 1
  while (end - i < longestRun && words[end]?.capital && words[end]!.gap === ' ' && !words[end - 1]!.possessive) end++
  return words.slice(i, end)
}
