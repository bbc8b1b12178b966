// Names of football clubs, from a list: those that name nothing else, and those that are a town's or a word's too.
import { populationOf } from './cities.ts'
import { findPlaceName } from './countries.ts'
import { hasTag, isFirstName } from './lexicon.ts'
import { isCommonWord, isSpelledSmall } from './spelling.ts'

/** Is a name a club's by itself (`only`), or a town's or plain word's as well (`shared`)? Undefined for no club, and for what may be a person. */
export type ClubList = (name: string) => 'only' | 'shared' | undefined

export const noClubs: ClubList = () => undefined

/** A list of clubs from their names. */
export function createClubList(names: readonly string[]): ClubList {
  const listed = new Set(names)
  return (name) => {
    if (!listed.has(name) || findPlaceName(name)) return undefined
    if (hasTag(name, 'City', 'Region', 'Place') || (populationOf(name) ?? 0) > 0) return 'shared'
    if (name.includes(' ')) return 'only'
    if (isSpelledSmall(name) || isCommonWord(name)) return 'shared'
    return isFirstName(name) || hasTag(name, 'LastName', 'Person') ? undefined : 'only'
  }
}
