import { populationOf } from '../../../text/cities.ts'
import { findPlaceName } from '../../../text/countries.ts'
import { hashWord } from '../../../text/hash.ts'
import { tagsOf } from '../../../text/lexicon.ts'
import { findRegions } from '../../../text/regions.ts'
import { isSpelledAsName, isSpelledSmall } from '../../../text/spelling.ts'
import { isEventNoun, isHonorific, isOrganizationNoun, isPlaceNounBehind, isRoleNoun } from '../nouns.ts'
import { findWord, type WordCodes } from './word-codes.ts'

/** What is known of a form by itself, as numbers. Hashes are 32 bits. */
export type WordFacts = {
  readonly exact: number
  readonly lower: number
  readonly shape: number
  /** Hashes of the first two and three letters, and of the last two, three and four. */
  readonly affixes: Int32Array
  /** Group and family of the words that keep its company; 0 for a word that is in no table. */
  readonly group: number
  readonly family: number
  /** Two bits a class. */
  readonly priors: number
  /** One bit a list. */
  readonly lists: number
}

const tags = [
  'FirstName',
  'MaleName',
  'FemaleName',
  'LastName',
  'Person',
  'City',
  'Region',
  'Country',
  'Place',
  'Organization',
  'SportsTeam',
  'Demonym',
  'Month',
  'WeekDay',
  'Unit',
  'ProperNoun',
] as const

/** Capitals, small letters and digits, each run written once. */
const shapeOf = (word: string): string =>
  word
    .replace(/\p{Lu}{2,}/gu, 'AA')
    .replace(/\p{Lu}/gu, 'A')
    .replace(/[\p{Ll}\p{Lo}\p{M}]+/gu, 'a')
    .replace(/\p{N}+/gu, '0')
    .slice(0, 12)

export function readFacts(word: string, codes: WordCodes): WordFacts {
  const lower = word.toLowerCase().replaceAll('’', "'")
  const slot = findWord(codes, lower)
  const group = slot < 0 ? 0 : codes.groups[slot]! + 1
  const place = findPlaceName(word)
  const name = tagsOf(word)
  let lists = 0
  tags.forEach((tag, i) => {
    if (name.has(tag)) lists |= 1 << i
  })
  const population = /^\p{Lu}/u.test(word) ? (populationOf(word) ?? 0) : 0
  for (const [i, holds] of [
    place !== undefined && !place.derived,
    place?.derived === true,
    isOrganizationNoun(word),
    isRoleNoun(word),
    isHonorific(word),
    isEventNoun(word),
    isPlaceNounBehind(word),
    isSpelledSmall(word),
    isSpelledAsName(word),
    population > 0,
    population > 300_000,
    population > 2_000_000,
    findRegions(word).length > 0,
  ].entries())
    if (holds) lists |= 1 << (i + tags.length)
  return {
    exact: hashWord(word),
    lower: hashWord(lower),
    shape: hashWord(shapeOf(word)),
    affixes: Int32Array.of(
      hashWord(lower.slice(0, 2)),
      hashWord(lower.slice(0, 3)),
      hashWord(lower.slice(-2)),
      hashWord(lower.slice(-3)),
      hashWord(lower.slice(-4)),
    ),
    group,
    family: slot < 0 ? 0 : codes.families[codes.groups[slot]!]! + 1,
    priors: slot < 0 ? 0 : codes.priors[slot]!,
    lists,
  }
}

/** Facts are asked for again and again: kept for the last 30,000 forms. */
export function rememberFacts(codes: WordCodes): (word: string) => WordFacts {
  const known = new Map<string, WordFacts>()
  return (word) => {
    const found = known.get(word)
    if (found) return found
    const made = readFacts(word, codes)
    if (known.size >= 30_000) known.clear()
    known.set(word, made)
    return made
  }
}
