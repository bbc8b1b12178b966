import { parseMonth, parseWeekday } from '../../text/calendar.ts'
import { findPlaceName } from '../../text/countries.ts'
import { hasTag, isCommonWord, isFirstName, isFunctionWord, isSpelledAsName, tagsOf } from '../../text/lexicon.ts'
import { isReportingVerb } from '../../text/reporting.ts'
import {
  isEventNoun,
  isHonorific,
  isOrganizationNoun,
  isPlaceNounBefore,
  isPlaceNounBehind,
  isPortfolioNoun,
  isRoleNoun,
} from './nouns.ts'
import type { Word } from './words.ts'

/** Consecutive words that may make up one name, titles and places before it included. */
export type Run = readonly Word[]

/** Words of the longest run: what a run is asked takes time in the square of its words, and no name with its titles has half as many. */
const longestRun = 40

const particle = /^(?:de|del|della|di|da|dos|das|du|van|von|der|den|ter|bin|bint|ibn|al|el|la|le|ben|abu|y|zu|af|av)$/
const joint = /^(?:of|for|and|&|on|in|de|du|des)$/

/**
 * Cuts the words of a text into runs of capitalised ones, small words inside names kept where the words around them allow it.
 * `seenInside` are the words that the text capitalises inside a sentence too.
 */
export function findRuns(words: readonly Word[], seenInside: ReadonlySet<string>): Run[] {
  const runs: Run[] = []
  let run: Word[] = []
  const flush = () => {
    if (run.length) runs.push(run)
    run = []
  }
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!
    if (run.length >= longestRun) flush()
    const last = run.at(-1)
    if (
      last &&
      (!/^[ \u00A0\u202F]$|^\.? ?$|^\n$/.test(word.gap) ||
        (word.gap.startsWith('.') &&
          !/^(?:\p{Lu}|Mr|Mrs|Ms|Dr|St|Gen|Sen|Rep|Gov|Lt|Col|Sgt|Capt|Prof|Rev|Adm|Maj|Jr|Sr|Mt|Ft|No)$/u.test(
            last.text,
          )))
    )
      flush()
    // `New People's Party`, `Children's Hospital`: a common noun that owns a head noun is part of the name
    else if (
      last?.possessive &&
      !(word.capital && isOrganizationNoun(word.text) && isCommonWord(last.text) && tagsOf(last.text).size > 0)
    )
      flush()
    if (word.capital && isNamePart(word, seenInside, words[i + 1])) {
      if (word.first && run.length) flush()
      run.push(word)
      continue
    }
    if (run.length === 0) continue
    const tail = joinAhead(run, words, i)
    if (tail === null) {
      flush()
      continue
    }
    run.push(...tail)
    i += tail.length - 1
  }
  flush()
  return runs
}

/** A capital counts for a name unless the word is first in its sentence and common, or is one that English always capitalises. */
function isNamePart(word: Word, seenInside: ReadonlySet<string>, next: Word | undefined): boolean {
  const { text } = word
  if (/^(?:I|I['’]\p{L}+|A)$/u.test(text) || parseMonth(text) !== null || parseWeekday(text) !== null)
    return (
      parseMonth(text) !== null && !word.first && Boolean(next?.capital) && isFirstName(text) && /^ $/.test(next!.gap)
    )
  if (text.length === 1 && !/^ ?$|^\. ?$/.test(next?.gap ?? 'x')) return false
  if (!word.first)
    return (
      !(isFunctionWord(text) && text.length > 3 && !/^(?:US|UN|Will|May|Mark|An|So|Do|No)$/.test(text)) ||
      hasTag(text, 'LastName', 'MaleName', 'FemaleName')
    )
  if (/^\p{Lu}{2,}/u.test(text) || text.includes('.')) return true
  if (findPlaceName(text) || isHonorific(text)) return true
  if (isFunctionWord(text)) return false
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
    const heads = isRoleNoun(text) || isOrganizationNoun(text) || isPlaceNounBefore(text)
    return Boolean(
      (joins &&
        (heads ||
          seenInside.has(text) ||
          isOrganizationNoun(next!.text) ||
          isPortfolioNoun(next!.text) ||
          hasTag(text, 'Singular', 'Noun', 'Uncountable') ||
          (hasTag(text, 'Adjective') && !seenInside.has(next!.text)))) ||
        (heads && next?.text === 'of'),
    )
  }
  return tagsOf(text).size > 0 || seenInside.has(text) || text.length > 2
}

/** Small words that go on with a name: particles before a capital, and `of`, `for`, `and` inside organisations and offices. Null for none. */
function joinAhead(run: readonly Word[], words: readonly Word[], i: number): Word[] | null {
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
  if (!joint.test(word.text)) return null
  const article = next.text === 'the'
  const target = article ? words[i + 2] : next
  if (!target?.capital || (article && target.gap !== ' ') || target.first) return null
  const link = article ? [word, next] : [word]
  const head = run.findLast((part) => part.capital)!
  const headNoun =
    isOrganizationNoun(head.text) ||
    isEventNoun(head.text) ||
    (isPlaceNounBehind(head.text) && run.length === 1) ||
    isPlaceNounBefore(head.text)
  if (word.text === 'of') {
    if (isRoleNoun(head.text)) return link
    return headNoun ||
      /^(?:Statue|Order|Book|Day|Bay|Isle|Duke|Duchess|Earl|Art|Arts|Sons|Daughters|Friends|Knights|Rights|People|Doctors|Plains|Hall|Museum|Academy|Faculty|School)$/.test(
        head.text,
      )
      ? link
      : null
  }
  if (/^(?:for|on|in|de|du|des)$/.test(word.text))
    return headNoun && !isWeakPlace(head.text) && word.text !== 'in' ? link : null
  // `and`: inside a longer name whose parts are no names by themselves and whose end is a head noun
  if (article) return null
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
    (isOrganizationNoun(ends.text) || isEventNoun(ends.text)) &&
    behind.length >= 2 &&
    isCommonWord(last.text) &&
    !isOrganizationNoun(last.text)
    ? link
    : null
}

const isWeakPlace = (word: string) => isPlaceNounBehind(word) && !isOrganizationNoun(word)

/** The capitalised words from `i` on. */
function reach(words: readonly Word[], i: number): Word[] {
  let end = i + 1
  while (end - i < longestRun && words[end]?.capital && words[end]!.gap === ' ' && !words[end - 1]!.possessive) end++
  return words.slice(i, end)
}
