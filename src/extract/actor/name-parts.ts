import { parseMonth, parseWeekday } from '../../text/calendar.ts'
import { findPlaceName } from '../../text/countries.ts'
import { hasTag, isFirstName, isFunctionWord, tagsOf } from '../../text/lexicon.ts'
import { isReportingVerb } from '../../text/reporting.ts'
import { isCommonWord, isSpelledAsName, isSpelledSmall } from '../../text/spelling.ts'
import {
  isEventNoun,
  isHonorific,
  isOrganizationNoun,
  isPlaceNounBefore,
  isPlaceNounBehind,
  isPortfolioNoun,
  isRoleNoun,
  isStorm,
} from './nouns.ts'
import type { Word } from './words.ts'

/** A capital counts for a name unless the word is first in its sentence and common, or is one that English always capitalises. */
export function isNamePart(
  word: Word,
  seenInside: ReadonlySet<string>,
  next: Word | undefined,
  before: Word | undefined,
  second: Word | undefined,
): boolean {
  const { text } = word
  if (/^(?:I|A|(?:I|You|He|She|It|We|They|There|That|What|Who|Let|Here)['’]\p{L}+|\p{L}+n['’]t)$/u.test(text))
    return false
  if (parseWeekday(text) !== null || /^No-one$/.test(text)) return false
  // `July-to-September`
  if (text.includes('-') && parseMonth(text.slice(0, text.indexOf('-'))) !== null) return false
  if (parseMonth(text) !== null) return namesPerson(word, next, before)
  if (word.first && commands(word, next, seenInside)) return false
  if (text.length === 1 && !/^ ?$|^\. ?$/.test(next?.gap ?? 'x')) return false
  if (!word.first)
    return (
      !(isFunctionWord(text) && text.length > 3 && !/^(?:US|UN|Will|May|Mark|An|So|Do|No)$/.test(text)) ||
      hasTag(text, 'LastName', 'MaleName', 'FemaleName')
    )
  if (/^\p{Lu}{2,}/u.test(text) || text.includes('.')) return true
  if (findPlaceName(text) || isHonorific(text)) return true
  // `Inner Mongolia`
  if (/^(?:Inner|Outer|Greater)$/.test(text) && next?.capital && next.gap === ' ' && findPlaceName(next.text))
    return true
  // `Will Kerrigan said`, but not `Will Kerrigan say?`
  if (isFunctionWord(text))
    return (
      isFirstName(text) &&
      next?.capital === true &&
      next.gap === ' ' &&
      !isSpelledSmall(next.text) &&
      !findPlaceName(next.text) &&
      second !== undefined &&
      (second.capital || !hasTag(second.text, 'Infinitive', 'Adverb', 'Pronoun'))
    )
  if (seenInside.has(text)) return true
  if ((isFirstName(text) || isSpelledAsName(text)) && next?.capital && next.gap === ' ') return true
  // `Berg told reporters`: a word that is known by its spelling only, and speaks
  if (
    tagsOf(text).size === 0 &&
    !/s$/.test(text) &&
    next?.gap === ' ' &&
    /(?:ed|said|told|wrote|says)$/.test(next.text) &&
    isReportingVerb(next.text)
  )
    return true
  if (isCommonWord(text)) {
    // a common word first in its sentence begins a name only when it heads one: `President Biden`, `Bank of England`
    const joins = next?.capital && next.gap === ' ' && !isFunctionWord(next.text)
    const heads = isRoleNoun(text) || isOrganizationNoun(text) || isPlaceNounBefore(text) || isStorm(text)
    return Boolean(
      (joins &&
        (heads ||
          seenInside.has(text) ||
          isOrganizationNoun(next!.text) ||
          isPortfolioNoun(next!.text) ||
          /^C[EFOT]O$/.test(next!.text) ||
          hasTag(text, 'Singular', 'Noun', 'Uncountable') ||
          (hasTag(text, 'Adjective') && !seenInside.has(next!.text)))) ||
        (heads && next?.text === 'of'),
    )
  }
  return (
    tagsOf(text).size > 0 || seenInside.has(text) || text.length > 2 || (next?.capital === true && next.gap === ' ')
  )
}

/** `Theresa May`, `Mrs May`, `April Osei`, `August Wilson`: a month that stands where persons' names do. */
function namesPerson(word: Word, next: Word | undefined, before: Word | undefined): boolean {
  const surname =
    before?.capital &&
    /^(?: |\. )$/.test(word.gap) &&
    !before.possessive &&
    (isHonorific(before.text) ||
      ((isFirstName(before.text) ||
        (before.text.length > 3 && isSpelledAsName(before.text) && !isFunctionWord(before.text))) &&
        parseMonth(before.text) === null &&
        parseWeekday(before.text) === null)) &&
    !/^\p{N}/u.test(next?.text ?? '')
  if (surname) return true
  if (!givenMonth.test(word.text) || !next?.capital || next.gap !== ' ' || isTimeNoun.test(next.text)) return false
  if (findPlaceName(next.text) || parseMonth(next.text) !== null || parseWeekday(next.text) !== null) return false
  if (
    before &&
    !word.first &&
    /^(?:in|since|until|till|by|during|of|from|to|last|next|this|early|mid|late|each|every|before|after|through|between|on)$/i.test(
      before.text,
    )
  )
    return false
  return !isEventNoun(next.text)
}

/** Months that are given names too. */
const givenMonth = /^(?:April|May|June|August)$/

const isTimeNoun = /^(?:Day|Days|Holiday|Holidays|Fools?|Bank|Sunday|Week|Weekend)$/

/** `Contact Ada Berg`, `Ask Bill Frost`: a plain word first in its sentence, before a given name, is no part of the name. */
const commands = (word: Word, next: Word | undefined, seenInside: ReadonlySet<string>): boolean =>
  next?.capital === true &&
  next.gap === ' ' &&
  isFirstName(next.text) &&
  !isFirstName(word.text) &&
  !seenInside.has(word.text) &&
  isSpelledSmall(word.text) &&
  !isRoleNoun(word.text) &&
  !isHonorific(word.text) &&
  !isOrganizationNoun(word.text) &&
  !isEventNoun(word.text) &&
  !isPlaceNounBehind(word.text) &&
  !isPlaceNounBefore(word.text) &&
  !hasTag(word.text, 'Adjective')
