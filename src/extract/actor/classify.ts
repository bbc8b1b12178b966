import { populationOf } from '../../text/cities.ts'
import { findCurrency } from '../../text/currencies.ts'
import { hasTag, isFirstName } from '../../text/lexicon.ts'
import { isDirection } from '../../text/regions.ts'
import { isSpelledSmall } from '../../text/spelling.ts'
import { type Candidate, type Classified, headOf, textOf } from './candidate.ts'
import { classifyPhrase } from './classify-phrase.ts'
import { classifyWord } from './classify-word.ts'
import { actsAsMany, insidePlace, isLocated, leadsTeam, namesMedium, personContext, playsMatch } from './context.ts'
import type { Known } from './known.ts'
import { governmentSeats, isFacilityNoun, worldParts } from './nouns.ts'
import { isFeast, isLanguageOrBelief, isLeaving, isModel, isUnitOrPeriod, namesThing } from './things.ts'

/** Decides what a candidate names by its form, the words around it and the rest of the article. Null: no actor. */
export function classify(candidate: Candidate, text: string, known: Known): Classified | null {
  const { words, title, shape, place } = candidate
  const name = textOf(words)
  const start = (title[0] ?? words[0]!).start
  const end = words.at(-1)!.end
  if (
    place &&
    (text[end] === '$' || (words.length === 1 && isUnitOrPeriod(name, text.slice(Math.max(0, start - 3), start))))
  )
    return null
  if (place)
    return { kind: place.kind, confidence: 0.97, canonical: place.canonical, ...(place.derived && { derived: true }) }
  // a sign of money, not a name: `Rs 2 lakh`, `US$`
  if (
    words.length === 1 &&
    findCurrency(name) &&
    /^(?:\$|[\s\u00A0]?\d)/.test(text.slice(words[0]!.end, words[0]!.end + 4))
  )
    return null
  if (isLanguageOrBelief(name) || isFeast(name) || isLeaving(name) || words.some((word) => isModel(word.text)))
    return null
  // `3.2 GHz`, `12 TWh`, `Q3 FY24`
  if (words.every((word) => isUnitOrPeriod(word.text, ''))) return null
  if (words.length === 1 && isUnitOrPeriod(name, text.slice(Math.max(0, start - 3), start))) return null
  if (words.some((word) => /["“‘'«]$/u.test(word.gap) && word !== words[0])) return { kind: 'person', confidence: 0.93 }
  const seat = governmentSeats.get(name)
  if (seat) return { kind: 'organization', confidence: 0.95, affiliation: seat }
  const before = text.slice(Math.max(0, start - 60), start)
  const after = text.slice(end, end + 60)
  if (
    worldParts.has(name) &&
    /\bthe\s$/i.test(before) &&
    !/^\s+(?:of|side|coast|end|bank|wing|wall|gate|door)\b/.test(after) &&
    !/^\s\p{Lu}/u.test(after)
  )
    return { kind: 'place', confidence: 0.85, canonical: `the ${name}` }
  if (words.length === 1 && (worldParts.has(name) || isDirection(name))) return null
  // adjectives of regions (`Central Asian`, `Western European`) describe; only those of countries stand for an actor
  if (
    /^(?:Asian|European|African|American|Western|Eastern|Northern|Southern)s?$/.test(words.at(-1)!.text) &&
    shape !== 'organization' &&
    shape !== 'event'
  )
    return null
  if (namesThing(candidate, before)) return null
  if (
    title.length === 0 &&
    shape !== 'person' &&
    shape !== 'event' &&
    playsMatch(before, after) &&
    (leadsTeam(after) || (!known.persons.has(name) && !isFirstName(words[0]!.text)))
  )
    return {
      kind: 'organization',
      confidence: 0.85,
      ...(leadsTeam(after) || mayPlay(candidate, name) ? { sure: true } : { plays: true }),
    }
  if (title.length === 0 && shape !== 'event' && namesMedium(before, after))
    return { kind: 'organization', confidence: 0.9, sure: true }
  if (
    title.length === 0 &&
    words[0]!.first &&
    words.length < 4 &&
    !/s$/.test(name) &&
    shape !== 'event' &&
    actsAsMany(after) &&
    (words.length > 1 || hasTag(name, 'City', 'Region') || populationOf(name) !== undefined || !isSpelledSmall(name))
  )
    return { kind: 'organization', confidence: 0.85, sure: true }
  if (shape === 'organization')
    return isFacilityNoun(headOf(words)) && isLocated(before, after)
      ? { kind: 'place', confidence: 0.85 }
      : { kind: 'organization', confidence: 0.92 }
  // by annotation in GUM and CrossNER, 316 of 370 are events, but few of the prizes (4 of 182)
  if (shape === 'event') return { kind: 'event', confidence: /^Awards?$/.test(headOf(words)) ? 0.3 : 0.85 }
  if (shape === 'geographic' && words.length === 2 && personContext(before, after))
    return { kind: 'person', confidence: 0.75 }
  if (shape === 'geographic') return { kind: 'place', confidence: 0.88 }
  if (shape === 'role') return null
  // `Irving, Texas`; `Sydney, Australia`: a place inside a place
  if (title.length === 0 && words.length <= 3 && insidePlace(after) && !words.at(-1)!.possessive)
    return { kind: 'place', confidence: 0.85 }
  if (shape === 'person') return { kind: 'person', confidence: 0.95 }
  // `a Democrat`, `an Oscar`: one of many, not the one
  if (words.length === 1 && /\b(?:a|an)\s$/i.test(before) && !/^\s\p{Lu}/u.test(after)) return null
  if (known.things.has(name)) return null
  const stored = known.kinds.get(name)
  if (stored)
    return {
      kind: stored.kind,
      confidence: stored.confidence,
      ...(stored.sure && { sure: true }),
      ...(personContext(before, after) && { attested: true }),
    }
  return words.length > 1
    ? classifyPhrase(candidate, name, before, after)
    : classifyWord(candidate, name, before, after, known)
}

/** A town, or what a list knows as a team: `Federer beat Nadal` has the same form. */
const mayPlay = ({ words, shape }: Candidate, name: string): boolean =>
  shape === 'organization' ||
  ((hasTag(name, 'City', 'Region', 'Place', 'SportsTeam', 'Organization') || populationOf(name) !== undefined) &&
    !isFirstName(words[0]!.text))
