import type { ActorMention } from '../../model/mention.ts'
import { type SegmentedText, spanAt } from '../../model/segment.ts'
import { type ClubList, noClubs } from '../../text/clubs.ts'
import { type CompanyList, noCompanies } from '../../text/companies.ts'
import { hasTag, isFirstName, isFunctionWord } from '../../text/lexicon.ts'
import { isCommonWord, isSpelledSmall } from '../../text/spelling.ts'
import { addAcronyms } from './acronyms.ts'
import { affiliate } from './affiliate.ts'
import { namesBody } from './body-context.ts'
import { type Candidate, type Reading, textOf } from './candidate.ts'
import { classify } from './classify.ts'
import type { Known } from './known.ts'
import { learn } from './learn-kinds.ts'
import { agreedConfidence, agreeInLists, toMention } from './mentions.ts'
import { mergeNames } from './merge-names.ts'
import { findRuns } from './runs.ts'
import { splitRun } from './split.ts'
import type { NameTagger, Tagging } from './tagger/index.ts'
import { findTerms, namesThing, shortName } from './things.ts'
import { voteKinds } from './vote-kinds.ts'
import { readWords, type Word } from './words.ts'

/** Names of persons, organisations, places and events, each with its kind: by rules and lists, and by the tagger of names, if one is given. */
export function findActors(document: SegmentedText, tagNames?: NameTagger): ActorMention[] {
  const { text } = document
  const { words, readings } = readByRules(document, tagNames?.isCompany, tagNames?.clubOf)
  const joined = tagNames ? joinReadings(readings, words, tagNames(words)) : readings
  const mentions = joined.flatMap(({ candidate, read }) => (read ? [toMention(document, candidate, read)] : []))
  const terms = findTerms(text)
  const named = terms.size > 0 ? mentions.filter(({ name }) => !terms.has(name)) : mentions
  const doubted = new Set(joined.flatMap(({ candidate, read }) => (read?.doubted ? [candidate.words[0]!.start] : [])))
  const agreed = agreeInLists(text, named).filter(
    ({ nameStart, confidence }) => !doubted.has(nameStart) || confidence >= agreedConfidence,
  )
  return affiliate(text, addAcronyms(text, agreed))
}

/**
 * The second voice: what the tagger reads beside what the rules read. Names that the rules cut or ran together take the tagger's bounds
 * where it is sure; names they missed are added; the kind of a name is the one that both together find likeliest for all its mentions.
 */
const joinReadings = (readings: readonly Reading[], words: readonly Word[], tagging: Tagging): Reading[] =>
  voteKinds(mergeNames(readings, words, tagging), words, tagging)

/** What rules and lists make of the names of a text. Two readings: the second knows the names of the first. */
export function readByRules(
  document: SegmentedText,
  isCompany: CompanyList = noCompanies,
  clubOf: ClubList = noClubs,
): { words: readonly Word[]; readings: readonly Reading[] } {
  const { text } = document
  const words = readWords(document)
  const inside = new Set<string>()
  const small = new Set<string>()
  for (const word of words)
    if (!word.capital) small.add(word.text)
    else if (!word.first || opensName(word, words[word.at + 1]) || opensAsBody(text, word)) inside.add(word.text)
  const candidates = findRuns(words, inside, isCompany, clubOf).flatMap(splitRun)
  const first = candidates.map((candidate) => ({
    candidate,
    read: classify(candidate, text, { ...nothing, inside, small }),
  }))
  const titled = candidates.map((candidate) => isHeadline(document, candidate))
  const thingly = candidates.map((candidate) =>
    namesThing(candidate, text.slice(Math.max(0, candidate.words[0]!.start - 40), candidate.words[0]!.start)),
  )
  const things = new Set(
    candidates.filter((_, i) => thingly[i]).flatMap((candidate) => [textOf(candidate.words), shortName(candidate)]),
  )
  const known = { ...learn(first.filter((_, i) => !titled[i])), things, inside, small }
  const readings = candidates.map((candidate, i) => {
    // what its own form or a list decides, the rest of the article does not change
    const read = candidate.shape === 'unknown' ? classify(candidate, text, known) : first[i]!.read
    return {
      candidate,
      read: titled[i] && !isKnown(candidate, known) ? null : read,
      ...(read === null && thingly[i] && candidate.words.length > 1 && { decided: true }),
    }
  })
  return { words, readings }
}

/** `Xi Jinping met them`: first in its sentence, but no word that English writes small, and a capital behind it. */
const opensName = ({ text }: Word, next: Word | undefined): boolean =>
  next?.capital === true && next.gap === ' ' && !isSpelledSmall(text) && !isFunctionWord(text) && !isCommonWord(text)

/** `Kestrel, a maker of satellites, said`: first in its sentence, and called a body right behind. */
const opensAsBody = (text: string, { text: word, end, first, possessive }: Word): boolean =>
  first && !possessive && text[end] === ',' && !/s$/.test(word) && namesBody('', text.slice(end, end + 60))

const none: ReadonlySet<string> = new Set()

const nothing = { persons: none, kinds: new Map(), things: none, initials: none, heads: none }

/** In a line where most words have capitals, a capital proves nothing: only names that the rest of the text knows count. */
function isHeadline({ text, sentences }: SegmentedText, candidate: Candidate): boolean {
  const sentence = spanAt(sentences, candidate.words[0]!.start)
  if (!sentence || sentence.end - sentence.start > 300 || /[.!?:;,”"]$/.test(text.slice(sentence.start, sentence.end)))
    return false
  const words = text.slice(sentence.start, sentence.end).match(/\p{L}{4,}/gu) ?? []
  return words.length >= 4 && words.filter((word) => /^\p{Lu}/u.test(word)).length > words.length * 0.6
}

const isKnown = ({ words, place }: Candidate, known: Known) =>
  place !== undefined ||
  known.kinds.has(textOf(words)) ||
  (words.length === 1 && known.persons.has(words[0]!.text)) ||
  words.some((word) => hasTag(word.text, 'City', 'Country', 'Region')) ||
  isFirstName(words[0]!.text)
