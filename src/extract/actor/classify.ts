import { populationOf } from '../../text/cities.ts'
import { findPlaceName } from '../../text/countries.ts'
import { findCurrency } from '../../text/currencies.ts'
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
import { findRegions, isDirection } from '../../text/regions.ts'
import { isReportingVerb } from '../../text/reporting.ts'
import { bodyContext, namesBody } from './body-context.ts'
import { type Candidate, type Classified, headOf, textOf } from './candidate.ts'
import {
  actsAsMany,
  actsLikePerson,
  besidePlaceNoun,
  changesLikeFigure,
  commonEnding,
  inPlaceContext,
  insidePlace,
  isCalledPlace,
  isLocated,
  leadsTeam,
  namesMedium,
  officerBehind,
  ownsPersonally,
  personContext,
  playsMatch,
  wordBefore,
} from './context.ts'
import { classifyInitials } from './initials.ts'
import {
  governmentSeats,
  isFacilityNoun,
  isOrganizationNoun,
  isPartyName,
  isRoleNoun,
  isStateBody,
  isTradeNoun,
  worldParts,
} from './nouns.ts'
import { isFeast, isLanguageOrBelief, isLeaving, isModel, isNumbered, isUnitOrPeriod, namesThing } from './things.ts'
import type { Word } from './words.ts'

/** What the rest of the article knows: kinds of longer names by their last and first word, and names seen with a strong kind. */
export type Known = {
  readonly persons: ReadonlySet<string>
  readonly kinds: ReadonlyMap<string, Pick<Classified, 'kind' | 'confidence' | 'sure'>>
  /** Words that the article capitalises inside a sentence too. */
  readonly inside: ReadonlySet<string>
  /** Words that it writes small somewhere: their capital elsewhere is no name's. */
  readonly small: ReadonlySet<string>
  /** Names of ships, works and products. */
  readonly things: ReadonlySet<string>
  /** Head nouns of which it names one body: `Church`. */
  readonly heads: ReadonlySet<string>
  /** Initials of organisations that it names in full. */
  readonly initials: ReadonlySet<string>
}

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

function classifyPhrase({ words }: Candidate, name: string, before: string, after: string): Classified | null {
  const first = words[0]!.text
  const last = words.at(-1)!.text
  if (hasTag(name, 'Person')) return { kind: 'person', confidence: 0.95 }
  // a headline: no person has six names
  if (isFirstName(first) && words.length > 5 && words.every(({ capital }) => capital)) return null
  if (isFirstName(first) && !(isCommonWord(last) && tagsOf(last).size > 0 && words.length > 2))
    return { kind: 'person', confidence: 0.92, ...(personContext(before, after) && { attested: true }) }
  if (
    (/^(?:\p{Lu}\.)*\p{Lu}\.?$/u.test(first) && (first.includes('.') || first.length === 1)) ||
    words.some((word, i) => i > 0 && i < words.length - 1 && /^\p{Lu}\.?$/u.test(word.text))
  )
    return { kind: 'person', confidence: 0.85 }
  // `the Boston Bruins`, `Manchester Rovers`: no person has an article, and a plural behind a place is a team
  const article = /\bthe\s$/i.test(before)
  const placed =
    findPlaceName(textOf(words.slice(0, -1))) ?? hasTag(textOf(words.slice(0, -1)), 'City', 'Region', 'Place')
  if ((placed && /s$/.test(last)) || (article && /s$/.test(last) && !isFirstName(first)))
    return { kind: 'organization', confidence: 0.75 }
  if (bodyContext(before, after)) return { kind: 'organization', confidence: 0.85, acts: true }
  if (personContext(before, after)) return { kind: 'person', confidence: 0.85, attested: true }
  if (isNumbered(after)) return null
  if (isTradeNoun(last) && !isCommonWord(first) && !isFirstName(first)) return { kind: 'organization', confidence: 0.8 }
  if (populationOf(name) !== undefined) return { kind: 'place', confidence: 0.75 }
  if (words.some((word) => /^(?:de|del|van|von|bin|ibn|al|el|da|di)$/.test(word.text)))
    return { kind: 'person', confidence: 0.7 }
  const common = words.filter((word) => isCommonWord(word.text) && tagsOf(word.text).size > 0).length
  const tail = findPlaceName(last) ?? (hasTag(last, 'City', 'Region', 'Country') ? true : undefined)
  if (words.some((word) => word.text === '&' || /^\p{Lu}{2,}$/u.test(word.text) || isOrganizationNoun(word.text)))
    return { kind: 'organization', confidence: 0.7 }
  if (
    /^(?:New|North|South|East|West|Central|Upper|Lower|Greater|San|Santa|Los|Las|Fort|Port|Saint|St)$/.test(
      first.replace('.', ''),
    )
  )
    return { kind: 'place', confidence: 0.75 }
  if (common === words.length)
    return words[0]!.first && words.length === 2 && !isFunctionWord(last)
      ? null
      : { kind: 'organization', confidence: 0.5 }
  if (tail) return { kind: 'organization', confidence: 0.55 }
  if (common > 0 && isCommonWord(last)) return { kind: 'organization', confidence: 0.6 }
  // `economists at Nordea`, `an analyst with Acme`: people of a calling work for bodies
  const calling = /\b(?:at|for|with)\s$/.test(before) ? wordBefore(before, 2) : undefined
  if (calling && isRoleNoun(toSingular(calling))) return { kind: 'organization', confidence: 0.7 }
  if (inPlaceContext(before) && !/^\s+(?:said|says|told)/.test(after))
    return words.length === 2 ? { kind: 'place', confidence: 0.5 } : { kind: 'organization', confidence: 0.5 }
  if (article) return { kind: 'organization', confidence: 0.55 }
  return words.length <= 3 ? { kind: 'person', confidence: 0.7 } : { kind: 'organization', confidence: 0.5 }
}

/** A capital inside a word, but for those of surnames: `McKay`, `DeVito`. */
const camelCase = /^(?!(?:Mc|Mac|De|Di|Du|La|Le|Van|Von|Fitz|O[’'])\p{Lu})\p{L}*\p{Ll}\p{Lu}/u
const sharesOfBody =
  /^(?:[’']s)?\s(?:shares|stock)\s(?:were|was|had|have|has|closed|rose|fell|jumped|dropped|slid|gained|lost|climbed|slipped|surged|plunged|tumbled|traded)\b/

/** `Researchers said`: first in its sentence any noun may speak, and `Office said` ends a longer name. */
const mayBeAttested = ({ text, first }: Word, known: Known): boolean =>
  (!first || known.inside.has(text) || !commonEnding.test(text)) && !isCommonWord(text) && !isOrganizationNoun(text)

function classifyWord(
  { words }: Candidate,
  name: string,
  before: string,
  after: string,
  known: Known,
): Classified | null {
  const word = words[0]!
  const tags = tagsOf(name)
  const city = tags.has('City') || tags.has('Region')
  if (known.persons.has(name) && !(city && inPlaceContext(before)))
    return {
      kind: 'person',
      confidence: 0.9,
      ...(mayBeAttested(word, known) && personContext(before, after) && { attested: true }),
    }
  const acronym = /^\p{Lu}[\p{Lu}&\d]{1,6}s?$/u.test(name) || /^(?:\p{Lu}\.){2,}$/u.test(name)
  if (acronym && known.initials.has(name.replaceAll('.', ''))) return { kind: 'organization', confidence: 0.9 }
  if (acronym) return classifyInitials(name, before, after)
  // `by The Guardian`: a capital on the article inside a sentence makes a name of any word
  if (
    /(?:^|\s)The\s$/u.test(before) &&
    !/^\s\p{Lu}/u.test(after) &&
    (/[\p{Ll},]\sThe\s$/u.test(before) ||
      (isReportingVerb(/^\s(\p{Ll}+)/u.exec(after)?.[1] ?? '') && !isRoleNoun(name)))
  )
    return { kind: 'organization', confidence: 0.65 }
  if (isPartyName(name) && (!word.first || word.possessive)) return { kind: 'organization', confidence: 0.75 }
  if (tags.has('City') || tags.has('Country') || tags.has('Region')) return { kind: 'place', confidence: 0.85 }
  if (tags.has('Organization') || tags.has('SportsTeam'))
    return word.first && !tags.has('ProperNoun') && /^\p{Lu}\p{Ll}+$/u.test(name) && isCommonWord(name)
      ? null
      : { kind: 'organization', confidence: 0.8 }
  if (/\p{L}\.(?:com|org|net|io|info|tv|news|ai|fm|\p{Ll}{2}|co\.\p{Ll}{2})$/u.test(name))
    return { kind: 'organization', confidence: 0.85, sure: true }
  if (!isFirstName(name) && !known.small.has(name.toLowerCase()) && bodyContext(before, after)) {
    const sure = namesBody(before, after) && populationOf(name) === undefined && !tags.has('LastName')
    return { kind: 'organization', confidence: 0.88, ...(sure ? { sure } : { acts: true }) }
  }
  if (isCalledPlace(after) && !isFirstName(name)) return { kind: 'place', confidence: 0.88, sure: true }
  // `analysts at Nordea`: people of a calling work for bodies
  const calling = /\b(?:at|with)\s$/.test(before) ? wordBefore(before, 2) : undefined
  if (calling && isRoleNoun(toSingular(calling)) && !isFirstName(name) && !city)
    return { kind: 'organization', confidence: 0.85 }
  // `Swedbank`, `Citibank`
  if (/^\p{L}{3,}(?:bank|corp)$/u.test(name) && populationOf(name) === undefined)
    return { kind: 'organization', confidence: 0.85 }
  // `OpenAI said`, `Acme shares fell`
  if (camelCase.test(name) || sharesOfBody.test(after)) return { kind: 'organization', confidence: 0.85 }
  // `Safaricom chief executive Peter Ndegwa`: what has officers is a body
  if (officerBehind(after)) return { kind: 'organization', confidence: 0.85 }
  if (personContext(before, after))
    return { kind: 'person', confidence: 0.75, ...(mayBeAttested(word, known) && { attested: true }) }
  if (findRegions(name).length > 0 && (!isFirstName(name) || inPlaceContext(before)))
    return { kind: 'place', confidence: 0.8 }
  if (isFirstName(name) && inPlaceContext(before) && (populationOf(name) ?? 0) > 100_000)
    return { kind: 'place', confidence: 0.8 }
  if (isFirstName(name) || tags.has('LastName') || tags.has('Person')) return { kind: 'person', confidence: 0.75 }
  if (tags.has('Place')) return { kind: 'place', confidence: 0.75 }
  if (ownsPersonally(after)) return { kind: 'person', confidence: 0.7 }
  const population = tags.size > 0 || known.small.has(name.toLowerCase()) ? undefined : populationOf(name)
  const acts = actsLikePerson(before, after)
  // a big city may act for its government; a small one that acts is a person of that name
  if (population !== undefined && (inPlaceContext(before) || !acts || population > 1_000_000))
    return { kind: 'place', confidence: population > 200_000 ? 0.8 : 0.7 }
  // `the Church`, in an article that names one church
  if (known.heads.has(name) && !word.first && /\bthe\s$/i.test(before) && !/^\s\p{Lu}/u.test(after))
    return { kind: 'organization', confidence: 0.85, sure: true }
  if (isOrganizationNoun(name))
    return !word.first &&
      (/\b(?:the|[’']s)\s$/iu.test(before) || /^(?:congress|parliament|duma|knesset|bundestag)$/i.test(name))
      ? { kind: 'organization', confidence: isStateBody(name) && /\bthe\s$/.test(before) ? 0.85 : 0.7 }
      : null
  if (isRoleNoun(name)) return null
  if (isCommonWord(name) && tags.size > 0)
    return !word.first && /\bthe\s$/i.test(before) && tags.has('PastTense') && /^[’'\s]/.test(after) && name.length <= 4
      ? { kind: 'organization', confidence: 0.85 }
      : null
  // inside a sentence a word of every day is a name where it acts or owns: `Shell said`, `Target’s sales`
  if (isSpelledSmall(name) && (!acts || changesLikeFigure(after)) && !word.possessive)
    return /s$/.test(name) && !word.first && /\bthe\s$/.test(before) && !/^\s(?:of|\p{Lu})/u.test(after)
      ? { kind: 'organization', confidence: 0.6 }
      : null
  if ((word.first && isCommonWord(name)) || known.small.has(name.toLowerCase())) return null
  if (/(?:ism|ist|ists|ian|ians|ans|ish|ic|ese)$/.test(name) && !inPlaceContext(before)) return null
  if (inPlaceContext(before) && !/^[’']s?\s+\p{Ll}+(?:er|or|ist)\b/u.test(after))
    return { kind: 'place', confidence: 0.6 }
  if (besidePlaceNoun(before, after)) return { kind: 'place', confidence: 0.6 }
  if (/^\p{L}*\p{Ll}\p{Lu}/u.test(name) || name.includes('&')) return { kind: 'organization', confidence: 0.6 }
  // `Spotify's chief executive`, `Acme's parent`: what has officers is a body
  if (
    /^[’']s\s(?:[\p{Ll}-]+\s){0,2}?(?:chief|executive|chairman|chairwoman|spokes\p{Ll}+|founder|co-founder|parent|shares?|shareholders?|board|headquarters|employees|customers|ceo)\b/iu.test(
      after,
    )
  )
    return { kind: 'organization', confidence: 0.75 }
  if (/\d/.test(name)) return null
  // first in its sentence any word has a capital (`Sales fell`): a name is unlike the words that end as English nouns do
  if (word.first && !known.inside.has(name) && !word.possessive)
    return acts && name.length > 3 && (isSpelledAsName(name) || !commonEnding.test(name))
      ? { kind: 'person', confidence: 0.55 }
      : null
  return acts && !/\bthe\s$/i.test(before)
    ? { kind: 'person', confidence: 0.55 }
    : { kind: 'organization', confidence: 0.5 }
}
