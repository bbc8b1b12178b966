import { parseMonth, parseWeekday } from '../../text/calendar.ts'
import type { ClubList } from '../../text/clubs.ts'
import type { CompanyList } from '../../text/companies.ts'
import { findPlaceName } from '../../text/countries.ts'
import {
  hasTag,
  isCommonWord,
  isFirstName,
  isFunctionWord,
  isSpelledAsName,
  isSpelledSmall,
  tagsOf,
  toSingular,
} from '../../text/lexicon.ts'
import { isReportingVerb } from '../../text/reporting.ts'
import {
  isEventNoun,
  isHonorific,
  isOrganizationNoun,
  isPlaceNounBefore,
  isPlaceNounBehind,
  isPortfolioNoun,
  isRoleNoun,
  isStorm,
  worldParts,
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
export function findRuns(
  words: readonly Word[],
  seenInside: ReadonlySet<string>,
  isCompany: CompanyList,
  clubOf: ClubList,
): Run[] {
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
    const nickname = last ? nicknameAt(run, words, i) : 0
    if (nickname > 0) {
      run.push(...words.slice(i, i + nickname + 1))
      i += nickname
      continue
    }
    const portfolio = last ? portfolioAt(last, words, i) : 0
    if (portfolio > 0) {
      run.push(...words.slice(i, i + portfolio))
      i += portfolio - 1
      continue
    }
    // `Sheffield Wednesday`: no day
    if (last && parseWeekday(word.text) !== null && word.gap === ' ' && clubOf(`${last.text} ${word.text}`)) {
      run.push(word)
      continue
    }
    const place = word.capital ? listedAt(words, i) : 0
    if (place > 0) {
      if (!last || last.possessive || !/^ $/.test(word.gap)) flush()
      run.push(...words.slice(i, i + place))
      i += place - 1
      continue
    }
    // `the Musicians' Union`: several own the head noun
    if (last && /^['’] $/.test(word.gap) && last.capital && ownsBody(last, word)) {
      run.push(word)
      continue
    }
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
      !(
        word.capital &&
        (isOrganizationNoun(word.text) || /^(?:Republic|State|Day)$/.test(word.text)) &&
        isCommonWord(last.text) &&
        tagsOf(last.text).size > 0
      )
    )
      flush()
    if (
      word.capital &&
      (isNamePart(word, seenInside, words[i + 1], words[i - 1], words[i + 2]) ||
        (word.first &&
          (isCompany(word.text) || playsAs(word, words[i + 1], clubOf) || opensClub(word, words[i + 1], clubOf))))
    ) {
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

const ownsBody = (owners: Word, body: Word): boolean =>
  /\p{Ll}s$/u.test(owners.text) &&
  body.capital &&
  /^(?:Union|Association|Federation|Guild|League|Alliance|Party|Council|Club|Confederation|Society|Fund|Network|Trust)$/.test(
    body.text,
  ) &&
  isCommonWord(owners.text) &&
  !findPlaceName(owners.text)

/** `Arsenal said`: a word that is a club's name too, and acts without an article. */
export const playsAs = ({ text }: Word, next: Word | undefined, clubOf: ClubList): boolean =>
  next?.gap === ' ' && !next.capital && !/s$/.test(text) && isReportingVerb(next.text) && clubOf(text) === 'shared'

/** `Real Madrid`, first in a sentence. */
const opensClub = ({ text }: Word, next: Word | undefined, clubOf: ClubList): boolean =>
  next?.gap === ' ' && next.capital && clubOf(`${text} ${next.text}`) !== undefined

/** A capital counts for a name unless the word is first in its sentence and common, or is one that English always capitalises. */
function isNamePart(
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

/** `Robert “Bobby” Tamm`: how many words a nickname in marks has, if one stands at `i` between two names of a person; else 0. */
function nicknameAt(run: readonly Word[], words: readonly Word[], i: number): number {
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
function portfolioAt(office: Word, words: readonly Word[], i: number): number {
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
function listedAt(words: readonly Word[], i: number): number {
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
