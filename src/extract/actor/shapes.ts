import { populationOf } from '../../text/cities.ts'
import { findPlaceName, longestPlaceName, type PlaceName } from '../../text/countries.ts'
import { hasTag, isFirstName } from '../../text/lexicon.ts'
import { namesClub, namesPaper } from './bodies.ts'
import { type Candidate, textOf } from './candidate.ts'
import {
  isCompanyPlural,
  isEventNoun,
  isHonorific,
  isLegalForm,
  isOrganizationNoun,
  isPartyName,
  isPlaceNounBefore,
  isPlaceNounBehind,
  isRoleNoun,
  isStorm,
  isTradeNoun,
  isWeakOrganizationNoun,
} from './nouns.ts'
import type { Word } from './words.ts'

export const isKnownPlace = (name: string): boolean =>
  hasTag(name, 'City', 'Region') || (populationOf(name) ?? 0) > 200_000

/** What the form of a whole phrase tells: listed, or headed by a noun that names a kind of thing. */
export function shapeOf(words: readonly Word[]): Candidate | undefined {
  const text = textOf(words)
  const place = findPlaceName(text)
  if (place) return { words, title: [], place, shape: place.kind === 'organization' ? 'organization' : 'place' }
  if (words.length > 1 && hasTag(text, 'Organization', 'SportsTeam')) return { words, title: [], shape: 'organization' }
  if (words.length > 1 && hasTag(text, 'City', 'Region', 'Place', 'Country'))
    return { words, title: [], shape: 'geographic' }
  if (words.length < 2) return undefined
  if (namesClub(words) || namesPaper(words)) return { words, title: [], shape: 'organization' }
  // `Downing St`, `Hurricane Mitch`, `General Election`
  const ends = words.at(-1)!.text
  if (ends === 'St' && !isHonorific(words[0]!.text)) return { words, title: [], shape: 'geographic' }
  if (isStorm(words[0]!.text) && words.length < 4) return { words, title: [], shape: 'event' }
  if (words[0]!.text === 'General' && words.length === 2 && isEventNoun(ends))
    return { words, title: [], shape: 'event' }
  // `St. Louis`
  if (/^St\.?$/.test(words[0]!.text) && populationOf(text) !== undefined)
    return { words, title: [], shape: 'geographic' }
  // `Tom Sheriff`, `Meg Duke`: a given name before a calling is a person's
  if (
    words.length === 2 &&
    isFirstName(words[0]!.text) &&
    isRoleNoun(words[1]!.text) &&
    !isHonorific(words[0]!.text) &&
    !findPlaceName(words[0]!.text) &&
    !isRoleNoun(words[0]!.text)
  )
    return { words, title: [], shape: 'person' }
  const first = words[0]!.text
  const last = words.at(-1)!.text
  const link = words.findIndex((word) => /^(?:of|for|on)$/.test(word.text))
  const head = link > 0 ? words[link - 1]!.text : last
  const headed = isOrganizationNoun(last) && !isWeakOrganizationNoun(last)
  if (!headed && (isHonorific(first) || (isRoleNoun(first) && link !== 1))) return undefined
  if (link > 0 && isRoleNoun(head)) return undefined
  if (/^(?:co|ag|sa|nv|bv)$/i.test(last) || isLegalForm(last) || isPartyName(last))
    return { words, title: [], shape: 'organization' }
  const lead = leadingPlace(words)
  // `Saudi Telecom`
  if (lead?.place.derived && isTradeNoun(last)) return { words, title: [], shape: 'organization' }
  const innerTitle = words.some(
    (word, i) =>
      i > 0 &&
      i < words.length - 1 &&
      (isHonorific(word.text) || isRoleNoun(word.text)) &&
      !isOrganizationNoun(word.text),
  )
  const games =
    head === 'Games' &&
    (findPlaceName(first) !== undefined ||
      /^(?:Olympic|Paralympic|Asian|Commonwealth|World|Winter|Summer|National|Invictus)$/.test(first))
  const open = /^(?:Open|Masters)$/.test(last) && findPlaceName(textOf(words.slice(0, -1))) !== undefined
  if (isEventNoun(head) || games || open) return { words, title: [], shape: 'event' }
  if (
    (isOrganizationNoun(head) || head === 'Games' || isCompanyPlural(head)) &&
    !innerTitle &&
    !(isWeakOrganizationNoun(head) && isFirstName(first)) &&
    !(lead && words.length === 2 && isWeakOrganizationNoun(head))
  )
    return { words, title: [], shape: 'organization' }
  if (
    (isPlaceNounBehind(last) && link < 0 && !isFirstName(first)) ||
    isPlaceNounBefore(first) ||
    (link > 0 && isPlaceNounBehind(head))
  )
    return { words, title: [], shape: 'geographic' }
  return undefined
}

/** The longest listed place that the words begin with. */
export function leadingPlace(words: readonly Word[]): { place: PlaceName; length: number } | undefined {
  for (let length = Math.min(words.length, longestPlaceName); length > 0; length--) {
    const place = findPlaceName(textOf(words.slice(0, length)))
    if (!place) continue
    // a listed place that is also a given name (`Jordan Peele`, `Chad Smith`) leads a name, unless it is the whole of it
    const next = words[length]
    if (
      length === 1 &&
      next &&
      !place.derived &&
      isFirstName(words[0]!.text) &&
      !isRoleNoun(next.text) &&
      !isHonorific(next.text)
    )
      return undefined
    return { place, length }
  }
  return undefined
}
