import type { ActorKind } from '../../model/actor.ts'
import type { ActorMention } from '../../model/mention.ts'
import { type SegmentedText, spanAt } from '../../model/segment.ts'
import { type ClubList, noClubs } from '../../text/clubs.ts'
import { type CompanyList, noCompanies } from '../../text/companies.ts'
import { findPlaceName } from '../../text/countries.ts'
import { hasTag, isCommonWord, isFirstName, isFunctionWord, isSpelledSmall } from '../../text/lexicon.ts'
import { affiliate } from './affiliate.ts'
import { namesBody } from './body-context.ts'
import { type Candidate, type Classified, headOf, type Reading, textOf } from './candidate.ts'
import { classify, type Known } from './classify.ts'
import { mergeNames } from './merge-names.ts'
import { readRole } from './roles.ts'
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

/** Of a name whose kind only a sure neighbour in its list tells. */
const agreedConfidence = 0.65

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

/** The surest kind of each name of several words, and the surnames (and first names) of persons. */
function learn(
  read: readonly { candidate: Candidate; read: Classified | null }[],
): Pick<Known, 'persons' | 'kinds' | 'initials' | 'heads'> {
  const votes = new Map<string, Map<ActorKind, { weight: number; confidence: number }>>()
  const persons = new Set<string>()
  const companies = new Set<string>()
  const others = new Set<string>()
  const surnames = new Set<string>()
  const initials = new Set<string>()
  const heads = new Map<string, string | null>()
  for (const { candidate, read: result } of read) {
    if (!result || candidate.place) continue
    const name = textOf(candidate.words)
    if (result.kind !== 'person' && candidate.words.length > 2)
      initials.add(candidate.words.map(({ text }) => (/^\p{Lu}/u.test(text) ? text[0] : '')).join(''))
    if (candidate.shape === 'organization' && candidate.words.length > 1) {
      const head = headOf(candidate.words)
      heads.set(head, (heads.get(head) ?? name) === name ? name : null)
    }
    // `Apple Inc` tells what `Apple` is
    const short =
      candidate.words.length > 1 &&
      result.kind === 'organization' &&
      /^(?:Inc|Corp|Ltd|Co|Group|Holdings|plc|AG|SA)\.?$/.test(candidate.words.at(-1)!.text)
    if (short) {
      companies.add(textOf(candidate.words.slice(0, -1)))
      // `Lindholm said`, of Lindholm Realty Ltd
      const first = candidate.words[0]!.text
      if (!isFirstName(first) && !isCommonWord(first) && !hasTag(first, 'City', 'Region', 'Country', 'Demonym'))
        companies.add(first)
    }
    if (result.confidence >= (candidate.words.length > 1 ? 0.6 : 2)) {
      const own = votes.get(name) ?? votes.set(name, new Map()).get(name)!
      own.set(result.kind, {
        weight: (own.get(result.kind)?.weight ?? 0) + result.confidence,
        confidence: Math.max(own.get(result.kind)?.confidence ?? 0, result.confidence),
      })
    }
    if (result.kind === 'person' && result.confidence >= 0.7) {
      const last = candidate.words.at(-1)!.text
      // one word by itself proves nothing of its other mentions: bodies speak too
      if (candidate.words.length > 1 || candidate.title.length > 0) persons.add(last)
      if (candidate.words.length > 1) surnames.add(last)
      const given = candidate.words[0]!.text
      if (candidate.words.length > 1 && (isFirstName(given) || !isCommonWord(given))) persons.add(given)
    } else if (result.confidence >= 0.85) others.add(name)
  }
  for (const name of others) if (!surnames.has(name)) persons.delete(name)
  for (const name of companies) persons.delete(name)
  const kinds = new Map<string, { kind: ActorKind; confidence: number; sure?: boolean }>(
    [...votes].map(([name, own]) => {
      const [kind, { confidence }] = [...own].sort((a, b) => b[1].weight - a[1].weight)[0]!
      return [name, { kind, confidence }] as const
    }),
  )
  for (const name of companies) kinds.set(name, { kind: 'organization', confidence: 0.85, sure: true })
  return { persons, kinds, initials, heads: new Set([...heads].flatMap(([head, name]) => (name ? [head] : []))) }
}

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

function toMention(document: SegmentedText, candidate: Candidate, read: Classified): ActorMention {
  const { words, title, before, owner, office } = candidate
  const nameStart = words[0]!.start
  const start = title[0]?.start ?? nameStart
  const end = words.at(-1)!.end
  const person = read.kind === 'person'
  const around = person ? readRole(document.text, start, end) : {}
  const role =
    title.length && !title.every(({ text: word }) => /^(?:mr|mrs|ms|miss|mx|dr|sir|dame|madam)\.?$/i.test(word))
      ? textOf(title)
      : office
        ? textOf(office)
        : around.role
  const affiliation =
    read.affiliation ?? around.affiliation ?? (person && role ? (owner ?? before?.canonical) : undefined)
  return {
    type: 'actor',
    extractor: candidate.place ? 'actor.place' : 'actor.name',
    confidence: read.confidence,
    start,
    end,
    nameStart,
    kind: read.kind,
    name: textOf(words),
    ...(title.length && { title: textOf(title) }),
    ...(role && person && { role }),
    ...(affiliation && { affiliation }),
    ...(read.canonical && { canonical: read.canonical }),
    ...(read.derived && { derived: true }),
  }
}

/** `Reston, Herndon and Leesburg`: an unsure member of a list is of the kind of a sure one beside it. */
function agreeInLists(text: string, mentions: readonly ActorMention[]): ActorMention[] {
  const joined = (left: ActorMention | undefined, right: ActorMention | undefined) =>
    left !== undefined && right !== undefined && /^(?:,|,? (?:and|or|&)|,) $/.test(text.slice(left.end, right.start))
  return mentions.map((mention, i) => {
    if (mention.confidence > 0.6 || mention.title) return mention
    const beside = [mentions[i - 1], mentions[i + 1]].filter((other, k) =>
      k === 0 ? joined(other, mention) : joined(mention, other),
    )
    const sure = beside.find((other) => other!.confidence >= 0.75 && !other!.derived && !other!.title)
    return sure ? { ...mention, kind: sure.kind, confidence: agreedConfidence } : mention
  })
}

/** `Center for European Policy Analysis (CEPA)`: the initials are a second name of what stands before the bracket, and of its kind. */
function addAcronyms(text: string, mentions: readonly ActorMention[]): ActorMention[] {
  const acronyms = new Map<string, ActorMention>()
  const named = mentions.map((mention) => {
    const bracket = /^\s\((?:the\s+)?["“]?(?<acronym>[\p{Lu}][\p{L}\d&.-]{1,9})["”]?\)/u.exec(
      text.slice(mention.end, mention.end + 20),
    )
    const acronym = bracket?.groups?.acronym
    if (!acronym || !initialsMatch(mention.name, acronym) || findPlaceName(acronym)) return mention
    acronyms.set(acronym, mention)
    return { ...mention, acronym }
  })
  if (acronyms.size === 0) return named
  const known = named.map((mention) => {
    const full = acronyms.get(mention.name)
    return full && full !== mention ? { ...mention, kind: full.kind, confidence: full.confidence } : mention
  })
  const missing = [...text.matchAll(/(?<![\p{L}\p{N}])\p{Lu}[\p{L}\d&.-]{1,9}(?![\p{L}\p{N}])/gu)].flatMap(
    (match): ActorMention[] => {
      const full = acronyms.get(match[0])
      const end = match.index + match[0].length
      const before = spanAt(known, end - 1)
      if (!full || (before && before.start < end && match.index < before.end)) return []
      return [
        {
          type: 'actor',
          extractor: 'actor.acronym',
          confidence: full.confidence,
          start: match.index,
          end,
          nameStart: match.index,
          kind: full.kind,
          name: match[0],
        },
      ]
    },
  )
  return [...known, ...missing].sort((a, b) => a.start - b.start)
}

/** Do the capitals of a name, in order, give the acronym (small words may be skipped or counted)? */
function initialsMatch(name: string, acronym: string): boolean {
  const letters = acronym.replace(/[^\p{L}]/gu, '').toUpperCase()
  const words = name.split(/[\s-]+/)
  const capitals = words
    .filter((word) => /^\p{Lu}/u.test(word))
    .map((word) => word[0])
    .join('')
  const all = words.map((word) => word[0]!.toUpperCase()).join('')
  return (
    letters.length > 1 &&
    (capitals === letters ||
      all === letters ||
      (capitals[0] === letters[0] && capitals.startsWith(letters)) ||
      runsThrough(name.toUpperCase(), letters))
  )
}

/** `VW` for Volkswagen, `SIA` for Singapore Airlines, `Afreximbank` for the African Export-Import Bank: the letters stand in the name in their order, the first of them first. */
function runsThrough(name: string, letters: string): boolean {
  if (name[0] !== letters[0]) return false
  let at = 0
  for (const letter of name) if (letter === letters[at]) at++
  return at === letters.length
}
