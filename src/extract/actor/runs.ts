import { parseWeekday } from '../../text/calendar.ts'
import type { ClubList } from '../../text/clubs.ts'
import type { CompanyList } from '../../text/companies.ts'
import { findPlaceName } from '../../text/countries.ts'
import { tagsOf } from '../../text/lexicon.ts'
import { isReportingVerb } from '../../text/reporting.ts'
import { isCommonWord } from '../../text/spelling.ts'
import { listedAt, nicknameAt, portfolioAt } from './inner-words.ts'
import { joinAhead, longestRun, type Run } from './join-ahead.ts'
import { isNamePart } from './name-parts.ts'
import { isOrganizationNoun } from './nouns.ts'
import type { Word } from './words.ts'

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
