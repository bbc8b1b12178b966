import { findPlaceName } from '../../text/countries.ts'
import { hasTag, isPastTense } from '../../text/lexicon.ts'
import { isRoleNoun } from './nouns.ts'

// Evidence from the words right before and behind a name.

/** Endings of English nouns, verbs and adverbs that names seldom have. */
export const commonEnding =
  /(?:s|tion|sion|ment|ness|ity|ship|age|ance|ence|ing|ly|ed|ure|cy|ics|ery|ory|ance|hood|dom|able|ible|ful|less|ous|ive|al)$/

/** The word is what a verb of doing is said of, or stands where persons do (`by X`, `when X went`). */
export function actsLikePerson(before: string, after: string): boolean {
  const verb = /^\s(?:(?:also|then|later|never|now|still|often)\s)?(\p{Ll}+)/u.exec(after)?.[1] ?? ''
  return (
    isPastTense(verb) ||
    /^(?:was|had|has|is)$/.test(verb) ||
    /\b(?:by|when|that|because|while|who|whom|with|and|after|before)\s$/.test(before) ||
    /^[’']s\s\p{Ll}/u.test(after)
  )
}

/** `the city of X`, `north of X`, `X station`. */
export const besidePlaceNoun = (before: string, after: string) =>
  /\b(?:city|town|village|villagers|state|province|county|district|region|island|plains?|hills?|port|capital|suburbs?|north|south|east|west|outskirts|mayor|governor|people|residents?|department|département|municipality|streets)\sof\s(?:the\s)?$/i.test(
    before,
  ) ||
  /^\s(?:river|station|road|valley|coast|airport|region|province|district|suburb|peninsula|island)\b/.test(after) ||
  /^(?:,)?\sa\s(?:city|town|village|suburb|district|region)\b/.test(after)

/** A speech verb, an age or an apposition with a role next to the name. */
export function personContext(before: string, after: string): boolean {
  const next = /^,?\s+(?:also\s+|later\s+|then\s+)?(\p{Ll}+)/u.exec(after)?.[1]
  // `Economists at Nordea said`: who speaks stands before the preposition
  const personal =
    !/\b(?:at|of|for|from|with|in)\s(?:the\s)?$/i.test(before) &&
    next !== undefined &&
    /^(?:said|says|wrote|writes|tweeted|argued|added|explained|recalled|thinks|believes|insisted|joked|noted|told|admitted|smiled|laughed)$/.test(
      next,
    )
  const apposition =
    /^,\s+(?:(?:a|an|the|his|her|their|[\p{Lu}][\p{L}]+[’']s)\s+)?(?:[\p{L}-]+\s+){0,4}?([\p{Ll}\p{Lu}][\p{Ll}-]+)(?=[\s,.])/u.exec(
      after,
    )
  const role = apposition !== null && [...apposition[0].matchAll(/[\p{L}-]+/gu)].some((match) => isRoleNoun(match[0]))
  const roleBefore = /([\p{L}-]+),?\s$/u.exec(before)?.[1]
  return (
    personal ||
    /^,\s\d{1,3}(?:,|\s+of\b)/.test(after) ||
    /^\s\(\d{1,3}\)/.test(after) ||
    role ||
    (roleBefore !== undefined && isRoleNoun(roleBefore) && !/\p{Lu}/u.test(roleBefore[0]!)) ||
    /^,?\s+who\b/.test(after) ||
    [...(/^\s(?:is|was)\s(?:an?|the)\s(?:[\p{L}-]+\s){0,4}/u.exec(after)?.[0].matchAll(/[\p{L}-]+/gu) ?? [])].some(
      (match) => isRoleNoun(match[0]),
    )
  )
}

/** A comma and a listed country or state stand behind, and no apposition begins with it. */
export function insidePlace(after: string): boolean {
  const next = /^,\s(?<place>\p{Lu}[\p{L}.]+(?:\s\p{Lu}[\p{L}.]+){0,2})(?![’'\p{L}]|\s\p{Lu})/u.exec(after)?.groups
    ?.place
  if (!next) return false
  const listed = next.replace(/(?<=\p{Ll})\.$/u, '')
  const place = findPlaceName(listed)
  return (
    (place !== undefined && !place.derived && place.kind === 'place') ||
    hasTag(listed, 'Region') ||
    /^(?:\p{Lu}\.){2}$/u.test(listed)
  )
}

/** A preposition or verb of place stands before. */
export const inPlaceContext = (before: string) =>
  /\b(?:in|near|from|at|outside|across|throughout|around|into|toward|towards|visit|visited|leave|leaving|left|reached|entered|via)\s(?:the\s)?$/i.test(
    before,
  )
