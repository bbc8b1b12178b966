import type { ActorKind } from '../../model/actor.ts'
import { findPlaceName } from '../../text/countries.ts'
import { hasTag, isFirstName } from '../../text/lexicon.ts'
import { endsAsBody, hasLegalForm, namesClub, namesPaper } from './bodies.ts'
import { holdsOffice, isWhole, ownWords, trimSmall } from './bounds.ts'
import { type Candidate, type Classified, headOf, textOf } from './candidate.ts'
import { isActingNoun, isPartyName } from './nouns.ts'
import { playsAs } from './runs.ts'
import type { TaggedName, Tagging } from './tagger/index.ts'
import { nameClasses } from './tagger/labels.ts'
import { type Evidence, ruleClassOf, weigh } from './tagger/opinions.ts'
import type { Word } from './words.ts'

/** A candidate with what the rules make of it; null for no actor. */
export type Reading = {
  readonly candidate: Candidate
  readonly read: Classified | null
  /** The tagger found it, or its bounds. */
  readonly added?: boolean
  /** Its kind is not to be voted on. */
  readonly decided?: boolean
}

/** From this one on, a name that the rules saw is dropped. */
const sureOfNone = 0.65

const classes = nameClasses.length
const kinds = nameClasses.slice(0, 4) as readonly ActorKind[]
const isBroken = (words: readonly Word[], { from, to, class: kind }: TaggedName): boolean =>
  !isWhole(words.slice(from, to), kinds[kind] !== 'person') ||
  (kinds[kind] === 'person' && holdsOffice(words.slice(from, to)))

/** From this mean probability on, what the tagger reads as one name is one, whatever the rules made of its parts. */
const sureOfSpan = 0.8
/** Words of the longest name that the tagger is believed: behind it are rows of capitals. */
const longestName = 12
/** From this one on, a name that no rule saw is added. */
const sureOfNew = 0.7
/** Below this confidence a claim is more often wrong than right, unless a rule is as sure as `sureOfRule`. */
const doubtful = 0.34
const sureOfRule = 0.8
/** What names something this surely is kept, though its kind is a guess. */
const surelyNamed = 0.75

/**
 * The second voice: what the tagger reads beside what the rules read. Names that the rules cut or ran together take the tagger's bounds
 * where it is sure; names they missed are added; the kind of a name is the one that both together find likeliest for all its mentions.
 */
export function joinTagger(readings: readonly Reading[], words: readonly Word[], tagging: Tagging): Reading[] {
  return voteKinds(mergeNames(readings, words, tagging), words, tagging)
}

/** The names of both, without overlaps: the tagger's bounds where it is sure, and what only it saw. */
export const mergeNames = (readings: readonly Reading[], words: readonly Word[], tagging: Tagging): Reading[] =>
  addNames(mendBounds(readings, words, tagging), words, tagging)

const first = ({ candidate: { words, title } }: Reading) => (title[0] ?? words[0]!).at
const nameFrom = ({ candidate: { words } }: Reading) => words[0]!.at
const nameTo = ({ candidate: { words } }: Reading) => words.at(-1)!.at + 1

function toReading(words: readonly Word[], { from, to, class: kind, probability }: TaggedName): Reading {
  const own = trimSmall(words.slice(from, to))
  return {
    candidate: { words: own, title: [], shape: 'unknown' },
    read: { kind: kinds[kind]!, confidence: Math.min(0.95, probability) },
    added: true,
  }
}

function mendBounds(readings: readonly Reading[], words: readonly Word[], { names, shares }: Tagging): Reading[] {
  const mended: Reading[] = []
  let n = 0
  for (let i = 0; i < readings.length; i++) {
    const reading = readings[i]!
    while (n < names.length && names[n]!.to <= nameFrom(reading)) n++
    const name = names[n]
    if (
      !name ||
      reading.decided ||
      name.from >= nameTo(reading) ||
      name.probability < sureOfSpan ||
      name.to - name.from > longestName ||
      isBroken(words, name)
    ) {
      mended.push(reading)
      continue
    }
    const [from, to] = [nameFrom(reading), nameTo(reading)]
    // the same, or with its title
    if (name.to === to && name.from <= from && name.from >= first(reading)) {
      mended.push(reading)
      continue
    }
    // `United | States Hamdullah Mohib`: it would cut the name before
    const cuts = mended.length > 0 && nameTo(mended.at(-1)!) > name.from
    if (name.from <= from && name.to >= to && !cuts) {
      // all that it covers gives way to it
      let last = i
      while (readings[last + 1] && nameTo(readings[last + 1]!) <= name.to) last++
      // `Washington Chris Gregoire`: two names side by side, if the second begins with a given name
      if (last > i && name.probability < 0.97 && isFirstName(readings[last]!.candidate.words[0]!.text)) {
        for (; i < last; i++) mended.push({ ...readings[i]!, decided: true })
        mended.push(readings[last]!)
        n++
        continue
      }
      const partly = readings[last + 1] !== undefined && first(readings[last + 1]!) < name.to
      const title = first(reading) < name.from ? reading.candidate.title : []
      if (name.class < kinds.length && !partly && title.every((word) => word.at < name.from)) {
        const made = toReading(words, name)
        mended.push({
          ...made,
          candidate: {
            ...made.candidate,
            title,
            ...(reading.candidate.before && { before: reading.candidate.before }),
          },
        })
        i = last
        continue
      }
    } else if (
      name.from >= from &&
      name.to <= to &&
      name.class < kinds.length &&
      /^(?:unknown|person)$/.test(reading.candidate.shape)
    ) {
      let outside = 0
      for (let k = from; k < to; k++)
        if (k < name.from || k >= name.to)
          for (let c = 0; c < classes; c++) outside = Math.max(outside, shares[k * classes + c]!)
      if (outside < 0.2) {
        mended.push(toReading(words, name))
        continue
      }
    }
    mended.push(reading)
  }
  return mended
}

function addNames(readings: readonly Reading[], words: readonly Word[], { names }: Tagging): Reading[] {
  const all: Reading[] = []
  let n = 0
  const addBefore = (from: number, behind: number) => {
    for (; n < names.length && names[n]!.from < from; n++) {
      const name = names[n]!
      if (
        name.class < kinds.length &&
        name.probability >= sureOfNew &&
        name.to - name.from <= longestName &&
        !isBroken(words, name) &&
        name.from >= behind &&
        name.to <= from
      )
        all.push(toReading(words, name))
    }
  }
  let behind = 0
  for (const reading of readings) {
    addBefore(first(reading), behind)
    all.push(reading)
    behind = nameTo(reading)
    while (n < names.length && names[n]!.from < behind) n++
  }
  addBefore(words.length, behind)
  return all
}

/** Mean probability of each kind over the words of a name; last what is left: no actor. */
function sharesOf(reading: Reading, { shares }: Tagging): number[] {
  const sums = new Array<number>(kinds.length + 1).fill(0)
  const { words } = reading.candidate
  for (const { at } of words) for (let k = 0; k < kinds.length; k++) sums[k]! += shares[at * classes + k]!
  let rest = 1
  for (let k = 0; k < kinds.length; k++) rest -= sums[k]! /= words.length
  sums[kinds.length] = Math.max(0, rest)
  return sums
}

/** What speaks for what a name is. Undefined for what a list decides. */
export function judgeReading(reading: Reading, tagging: Tagging): Evidence | undefined {
  const { candidate, read, added } = reading
  if (candidate.place || read?.derived || read?.affiliation || read?.sure || reading.decided) return undefined
  const [only, other] = candidate.words
  const shares = sharesOf(reading, tagging)
  // an event's noun decides, unless the tagger is sure of something else
  if (candidate.shape === 'event' && Math.max(shares[0]!, shares[1]!, shares[2]!) < 0.95) return undefined
  // so does the office that stands behind a body
  if (candidate.shape === 'organization' && !other && Math.max(shares[0]!, shares[2]!) < 0.85) return undefined
  return {
    shares,
    opinion: ruleClassOf(candidate, read, added === true),
    priors: other ? 0 : tagging.factsOf(only!.text).priors,
  }
}

/** A club, newspaper, bank or ministry by its form or a list. */
const namesActor = (words: readonly Word[]): boolean =>
  isActingNoun(headOf(words)) || hasTag(textOf(words), 'SportsTeam') || namesClub(words) || namesPaper(words)

/** Words before a place. */
const placed = /^(?:in|near|outside|across|around|throughout)$/i

/** How likely a word is a surname, in four steps. */
const surnameLevel = (priors: number): number => (priors >> 2) & 3

/** A company's word that is no surname as well, as far as is known of words: `Infosys`, but not `Marsh`. */
function mayBeCompany(priors: number): boolean {
  const [surname, body] = [surnameLevel(priors), (priors >> 4) & 3]
  return priors === 0 || body === 3 || (body === 2 && surname < 3)
}

/** Letters of a body's name by themselves. */
const initials = /^\p{Lu}{3,6}$/u

/** Given name and surname by what is known of 120,000 words, where the rules see a person. */
function namesPerson(words: readonly Word[], { read, candidate }: Reading, { factsOf }: Tagging): boolean {
  if (words.length < 2 || words.length > 3 || read?.kind !== 'person' || candidate.shape !== 'unknown') return false
  const [first, last] = [factsOf(words[0]!.text).priors, factsOf(words.at(-1)!.text).priors]
  // bodies and places are named after persons
  const elsewhere = Math.max((last >> 4) & 3, (last >> 6) & 3)
  return elsewhere < 2 && ((first & 3) >= 2 || (surnameLevel(first) >= 2 && surnameLevel(last) >= 2))
}

/** A single word in the plural, with an article, that is no surname. */
function isTeam({ candidate: { words: own, title } }: Reading, words: readonly Word[], { factsOf }: Tagging): boolean {
  const [{ text, gap, at }] = own as readonly [Word]
  if (own.length > 1 || title.length > 0 || gap !== ' ' || !/\p{Ll}s$/u.test(text)) return false
  const isSurname = (word: string) => surnameLevel(factsOf(word).priors) > 1
  return /^the$/i.test(words[at - 1]?.text ?? '') && !isSurname(text) && !isSurname(text.slice(0, -1))
}

/** The name fills a pair of quotation marks. */
const isMarked = ({ candidate: { words: own } }: Reading, words: readonly Word[]): boolean =>
  /["“‘«]$/.test(own[0]!.gap) && /^[,.!?]?["”’»]/.test(words[own.at(-1)!.at + 1]?.gap ?? '')

/** Clubs that are named by nothing else, or who plays where, say that an article is about football. */
function isFootball(readings: readonly Reading[], words: readonly Word[], { clubOf }: Tagging): boolean {
  const clubs = new Set(
    readings.map(({ candidate }) => textOf(candidate.words)).filter((name) => clubOf(name) === 'only'),
  )
  return clubs.size > 1 || words.some(({ text }) => footballer.test(text))
}
const footballer = /^(?:striker|midfielder|goalkeeper|footballer|winger|matchday|Bundesliga|Eredivisie|UEFA)s?$/

/** One name, one kind in an article: that which is likeliest over all its mentions, a surname's together with the full name's. */
function voteKinds(readings: readonly Reading[], words: readonly Word[], tagging: Tagging): Reading[] {
  const votes = new Map<string, number[]>()
  // names that the rules see somewhere: where they saw none, less is asked of the tagger
  const read = new Set(readings.flatMap((reading) => (reading.read ? [textOf(reading.candidate.words)] : [])))
  // `Arsenal beat Brentford`: what leaves no doubt of one mention leaves none of the others
  const sure = new Map<string, ActorKind>()
  for (const { candidate, read: found } of readings) {
    const [only, other] = candidate.words
    if (found?.sure || (found?.plays && !other && surnameLevel(tagging.factsOf(only!.text).priors) < 2))
      sure.set(textOf(candidate.words), found.kind)
  }
  const football = isFootball(readings, words, tagging)
  for (const { candidate } of readings) {
    const [only, other] = candidate.words
    const name = textOf(candidate.words)
    if (
      (football && tagging.clubOf(name) === 'shared') ||
      (!other && only!.first && playsAs(only!, words[only!.at + 1], tagging.clubOf))
    )
      sure.set(name, 'organization')
  }
  const firm = new Set(
    readings.flatMap(({ candidate, read: own }) =>
      own && own.confidence >= sureOfRule ? [textOf(candidate.words)] : [],
    ),
  )
  const attested = new Set(
    readings.flatMap(({ candidate, read: own }) => (own?.attested ? [textOf(candidate.words)] : [])),
  )
  const bare = new Set(words.flatMap(({ text, possessive }) => (possessive ? [] : [text])))
  const unmarked = new Set(
    readings.flatMap((reading) => (isMarked(reading, words) ? [] : [textOf(reading.candidate.words)])),
  )
  const add = (name: string, weights: readonly number[]) => {
    const vote = votes.get(name) ?? votes.set(name, [0, 0, 0, 0, 0]).get(name)!
    weights.forEach((weight, k) => {
      vote[k]! += weight
    })
  }
  const names = readings.map((reading) => {
    const judged = judgeReading(reading, tagging)
    if (!judged) return undefined
    const weights = weigh(tagging.join, judged)
    // `Mrs May`: a title leaves no doubt that somebody is named
    if (reading.candidate.title.length > 0) weights[kinds.length]! *= 0.1
    // nor does a listed given name before another: what is dropped there are titles of works
    else if (judged.opinion === 'person-sure') weights[kinds.length]! *= reading.read?.attested ? 0.05 : 0.4
    else if (attested.has(textOf(reading.candidate.words))) weights[kinds.length]! *= 0.15
    const { words: own, shape } = reading.candidate
    // letters that speak, and that persons belong to, are a body's
    if (own.length === 1 && initials.test(own[0]!.text) && attested.has(own[0]!.text)) {
      weights[1]! += 0.9 * (weights[0]! + weights[2]!)
      for (const other of [0, 2]) weights[other]! *= 0.1
    }
    // a club, a bank, a ministry is no place, and seldom nothing
    if (shape === 'organization' && own.length > 1 && namesActor(own)) {
      // the tagger takes a town's club for the town
      weights[2]! *= isActingNoun(headOf(own)) ? 0.15 : 0.02
      weights[kinds.length]! *= 0.25
    }
    if (
      own.length === 1
        ? mayBeCompany(judged.priors) && tagging.isCompany(own[0]!.text)
        : own.every(({ text }) => tagging.isCompany(text)) || tagging.isCompany(textOf(own))
    ) {
      weights[1]! *= 6
      weights[kinds.length]! *= 0.4
    }
    // `Moody's`: the mark is the company's own where the name never stands without it
    const marked = own.length === 1 && own[0]!.possessive && tagging.isCompany(`${own[0]!.text}'s`)
    // a village's club may have a surname's name
    const club =
      tagging.clubOf(textOf(own)) === 'only' &&
      (own.length > 1 || (surnameLevel(judged.priors) < 2 && (judged.priors & 3) < 2))
    if (club || (marked && !bare.has(own[0]!.text))) {
      weights[1]! += 0.9 * (weights[0]! + weights[2]!)
      for (const other of [0, 2, kinds.length]) weights[other]! *= 0.1
    }
    if (own.length > 1 && endsAsBody(own)) {
      const kind = reading.read?.kind === 'place' ? 2 : 1
      weights[kind]! += 0.9 * weights[0]!
      weights[0]! *= 0.1
      if (hasLegalForm(own)) for (const other of [2, kinds.length]) weights[other]! *= 0.1
    }
    // `Elon Musk`: both words are known as persons' names, and the rules see one
    else if (namesPerson(own, reading, tagging)) weights[0]! *= 2
    // `the Sabres`: no person, but for a family's
    if (isTeam(reading, words, tagging)) {
      weights[1]! += 0.9 * weights[0]!
      weights[0]! *= 0.1
    }
    // `the film “Bambi”`, `“Mary Poppins”`: what only stands in marks is a work's title
    if (isMarked(reading, words) && !unmarked.has(textOf(own))) weights[kinds.length]! *= 6
    // `Marsh & McLennan`; behind a colon two persons are credited
    const signed =
      own.length > 2 && !own[0]!.gap.includes(':') && own.some(({ text }) => text === '&') && !isFirstName(own[0]!.text)
    if (signed || (own.length === 1 && isPartyName(own[0]!.text))) {
      weights[1]! += 0.9 * weights[0]!
      weights[0]! *= 0.1
    }
    const name = textOf(own)
    add(name, weights)
    // a person's full name speaks for the surname
    if (own.length > 1 && weights[0]! > 0.5) {
      add(own.at(-1)!.text, weights)
      if (own.length > 2) add(textOf(own.slice(-2)), weights)
    }
    return name
  })
  addSurnames(readings, votes)
  return readings.map((reading, i) => {
    const name = names[i]
    if (name === undefined) return reading
    const settled = sure.get(name)
    if (settled && !placed.test(words[nameFrom(reading) - 1]?.text ?? ''))
      return { ...reading, read: { ...reading.read, kind: settled, confidence: 0.85 } }
    const vote = votes.get(name)!
    const sum = vote.reduce((a, b) => a + b, 0)
    if (vote[kinds.length]! > sureOfNone * sum) return { ...reading, read: null }
    const best = vote.indexOf(Math.max(...vote.slice(0, kinds.length)))
    const share = vote[best]! / sum
    const kind = kinds[best]!
    const confidence = tagging.join.confidence[Math.min(49, Math.floor(50 * share))]! / 100
    if (reading.read === null && share < (read.has(name) ? (kind === 'event' ? 0.5 : 0.35) : sureOfNew)) return reading
    const named = 1 - vote[kinds.length]! / sum
    const doubted = confidence < doubtful && !firm.has(name) && !initials.test(name) && named < surelyNamed
    return {
      ...reading,
      candidate: kind === 'person' ? ownWords(reading.candidate) : reading.candidate,
      read: { ...reading.read, kind, confidence, ...(doubted && { doubted }) },
    }
  })
}

/** `Kipchoge`, read as a person, speaks for `Eliud Kipchoge` too, where nothing but doubt says otherwise. */
function addSurnames(readings: readonly Reading[], votes: ReadonlyMap<string, number[]>): void {
  const done = new Set<string>()
  for (const { candidate } of readings) {
    const { words, shape } = candidate
    const name = textOf(words)
    if (shape !== 'unknown' || words.length < 2 || words.length > 3 || done.has(name)) continue
    done.add(name)
    if (words.some(({ text, possessive }) => possessive || !/^\p{Lu}\p{Ll}/u.test(text) || findPlaceName(text)))
      continue
    const surname = votes.get(words.at(-1)!.text)
    const own = votes.get(name)
    if (!surname || !own) continue
    const [sum, mine] = [surname, own].map((vote) => vote.reduce((a, b) => a + b, 0)) as [number, number]
    if (surname[0]! > 0.8 * sum && own[0]! < 0.6 * mine && Math.max(own[1]!, own[2]!) < 0.6 * mine) own[0]! += mine
  }
}
