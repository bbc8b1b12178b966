import { populationOf } from '../../text/cities.ts'
import { isFirstName, tagsOf, toSingular } from '../../text/lexicon.ts'
import { findRegions } from '../../text/regions.ts'
import { isReportingVerb } from '../../text/reporting.ts'
import { isCommonWord, isSpelledAsName, isSpelledSmall } from '../../text/spelling.ts'
import { bodyContext, namesBody } from './body-context.ts'
import type { Candidate, Classified } from './candidate.ts'
import {
  actsLikePerson,
  besidePlaceNoun,
  changesLikeFigure,
  commonEnding,
  inPlaceContext,
  isCalledPlace,
  officerBehind,
  ownsPersonally,
  personContext,
  wordBefore,
} from './context.ts'
import { classifyInitials } from './initials.ts'
import type { Known } from './known.ts'
import { isOrganizationNoun, isPartyName, isRoleNoun, isStateBody } from './nouns.ts'
import type { Word } from './words.ts'

/** A capital inside a word, but for those of surnames: `McKay`, `DeVito`. */
const camelCase = /^(?!(?:Mc|Mac|De|Di|Du|La|Le|Van|Von|Fitz|O[’'])\p{Lu})\p{L}*\p{Ll}\p{Lu}/u

const sharesOfBody =
  /^(?:[’']s)?\s(?:shares|stock)\s(?:were|was|had|have|has|closed|rose|fell|jumped|dropped|slid|gained|lost|climbed|slipped|surged|plunged|tumbled|traded)\b/

/** `Researchers said`: first in its sentence any noun may speak, and `Office said` ends a longer name. */
const mayBeAttested = ({ text, first }: Word, known: Known): boolean =>
  (!first || known.inside.has(text) || !commonEnding.test(text)) && !isCommonWord(text) && !isOrganizationNoun(text)

export function classifyWord(
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
