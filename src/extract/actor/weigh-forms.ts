import { hasTag, isFirstName } from '../../text/lexicon.ts'
import { type ArticleNames, isMarked } from './article-names.ts'
import { endsAsBody, hasLegalForm, namesClub, namesPaper } from './bodies.ts'
import { type Candidate, headOf, type Reading, textOf } from './candidate.ts'
import { none } from './judge-reading.ts'
import { isActingNoun, isPartyName } from './nouns.ts'
import type { Tagging } from './tagger/index.ts'
import type { Evidence } from './tagger/opinions.ts'
import { surnameLevel } from './tagger/word-codes.ts'
import type { Word } from './words.ts'

/** A club, newspaper, bank or ministry by its form or a list. */
const namesActor = (words: readonly Word[]): boolean =>
  isActingNoun(headOf(words)) || hasTag(textOf(words), 'SportsTeam') || namesClub(words) || namesPaper(words)

/** A company's word that is no surname as well, as far as is known of words: `Infosys`, but not `Marsh`. */
function mayBeCompany(priors: number): boolean {
  const [surname, body] = [surnameLevel(priors), (priors >> 4) & 3]
  return priors === 0 || body === 3 || (body === 2 && surname < 3)
}

/** Given name and surname by what is known of 120,000 words, where the rules see a person. */
function namesPerson(
  words: readonly Word[],
  read: Reading['read'],
  shape: Candidate['shape'],
  { factsOf }: Tagging,
): boolean {
  if (words.length < 2 || words.length > 3 || read?.kind !== 'person' || shape !== 'unknown') return false
  const [first, last] = [factsOf(words[0]!.text).priors, factsOf(words.at(-1)!.text).priors]
  // bodies and places are named after persons
  const elsewhere = Math.max((last >> 4) & 3, (last >> 6) & 3)
  return elsewhere < 2 && ((first & 3) >= 2 || (surnameLevel(first) >= 2 && surnameLevel(last) >= 2))
}

/** A single word in the plural, with an article, that is no surname. */
function isTeam(own: readonly Word[], title: readonly Word[], words: readonly Word[], { factsOf }: Tagging): boolean {
  const [{ text, gap, at }] = own as readonly [Word]
  if (own.length > 1 || title.length > 0 || gap !== ' ' || !/\p{Ll}s$/u.test(text)) return false
  const isSurname = (word: string) => surnameLevel(factsOf(word).priors) > 1
  return /^the$/i.test(words[at - 1]?.text ?? '') && !isSurname(text) && !isSurname(text.slice(0, -1))
}

const [person, body, place] = [0, 1, 2]

/** Weights of a person and, with `places`, of a place go to a body, but for a tenth. */
function turnToBody(weights: number[], places: boolean): void {
  weights[body]! += 0.9 * (weights[person]! + (places ? weights[place]! : 0))
  weights[person]! *= 0.1
  if (places) weights[place]! *= 0.1
}

/** Weighs the kinds of a name anew by what its form, lists and the rest of the article say of it. */
export function weighForms(
  weights: number[],
  { candidate, read }: Reading,
  { opinion, priors }: Evidence,
  names: ArticleNames,
  words: readonly Word[],
  tagging: Tagging,
): void {
  const { words: own, shape, title } = candidate
  const name = textOf(own)
  const single = own.length === 1
  // `Mrs May`: a title leaves no doubt that somebody is named
  if (title.length > 0) weights[none]! *= 0.1
  // nor does a listed given name before another: what is dropped there are titles of works
  else if (opinion === 'person-sure') weights[none]! *= read?.attested ? 0.05 : 0.4
  else if (names.attested.has(name)) weights[none]! *= 0.15
  // letters that speak, and that persons belong to, are a body's
  if (isInitials(name) && names.attested.has(name)) turnToBody(weights, true)
  // `Orbex hired 40 engineers`; a surname may be that of somebody who did
  if (names.acting.has(name) && opinion !== 'person-sure' && (!single || surnameLevel(priors) < 3)) {
    turnToBody(weights, true)
    weights[none]! *= 0.15
  }
  // a club, a bank, a ministry is no place, and seldom nothing
  if (shape === 'organization' && !single && namesActor(own)) {
    // the tagger takes a town's club for the town
    weights[place]! *= isActingNoun(headOf(own)) ? 0.15 : 0.02
    weights[none]! *= 0.25
  }
  if (
    single
      ? mayBeCompany(priors) && tagging.isCompany(name)
      : own.every(({ text }) => tagging.isCompany(text)) || tagging.isCompany(name)
  ) {
    weights[body]! *= 6
    weights[none]! *= 0.4
  }
  // `Moody's`: the mark is the company's own where the name never stands without it
  const marked = single && own[0]!.possessive && tagging.isCompany(`${name}'s`) && !names.bare.has(name)
  // a village's club may have a surname's name
  const club = tagging.clubOf(name) === 'only' && (!single || (surnameLevel(priors) < 2 && (priors & 3) < 2))
  if (club || marked) {
    turnToBody(weights, true)
    weights[none]! *= 0.1
  }
  if (!single && endsAsBody(own)) {
    weights[read?.kind === 'place' ? place : body]! += 0.9 * weights[person]!
    weights[person]! *= 0.1
    if (hasLegalForm(own)) for (const other of [place, none]) weights[other]! *= 0.1
  }
  // `Elon Musk`: both words are known as persons' names, and the rules see one
  else if (namesPerson(own, read, shape, tagging)) weights[person]! *= 2
  // `the Sabres`: no person, but for a family's
  if (isTeam(own, title, words, tagging)) turnToBody(weights, false)
  // `the film “Bambi”`, `“Mary Poppins”`: what only stands in marks is a work's title
  if (!names.unmarked.has(name) && isMarked({ candidate, read }, words)) weights[none]! *= 6
  // `Marsh & McLennan`; behind a colon two persons are credited
  const signed =
    own.length > 2 && !own[0]!.gap.includes(':') && own.some(({ text }) => text === '&') && !isFirstName(own[0]!.text)
  if (signed || (single && isPartyName(name))) turnToBody(weights, false)
}

/** Letters of a body's name by themselves. */
export const isInitials = (name: string): boolean => /^\p{Lu}{3,6}$/u.test(name)
