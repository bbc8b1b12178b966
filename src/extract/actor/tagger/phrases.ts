import { longCities } from '../../../text/cities.ts'
import { findPlaceName } from '../../../text/countries.ts'
import { phrasesTagged } from '../../../text/lexicon.ts'
import { longRegions } from '../../../text/regions.ts'
import type { Word } from '../words.ts'
import type { Stretch } from './stretches.ts'

/** For each word, which listed name of several words it is part of, and where in it: 0 for none. */
export type PhraseFinder = (words: readonly Word[], stretches: readonly Stretch[]) => Uint8Array

const longest = 5
const kinds = ['Organization', 'SportsTeam', 'City', 'Region', 'Country', 'Place', 'Person'] as const

/** A finder over the lists of packages. Only words that begin a listed name are looked at further. */
export function createPhraseFinder(): PhraseFinder {
  const phrases = new Map<string, number>()
  kinds.forEach((kind, k) => {
    for (const phrase of phrasesTagged(kind)) phrases.set(phrase, k + 1)
  })
  for (const city of longCities()) phrases.set(city.toLowerCase(), 3)
  for (const region of longRegions()) phrases.set(region.toLowerCase(), 4)
  const openers = new Set([...phrases.keys()].map((phrase) => phrase.slice(0, phrase.indexOf(' '))))
  return (words, stretches) => {
    const found = new Uint8Array(words.length)
    for (const { from, to } of stretches)
      for (let i = from; i < to; ) {
        const length = lengthAt(words, i, to)
        i += length || 1
      }
    return found

    function lengthAt(all: readonly Word[], i: number, to: number): number {
      const first = all[i]!.text.toLowerCase()
      let text = all[i]!.text
      let end = i + 1
      let best = 0
      let kind = 0
      const opens = openers.has(first)
      for (; end < to && end - i < longest && all[end]!.gap === ' ' && !all[end - 1]!.possessive; end++) {
        text += ` ${all[end]!.text}`
        const own = (opens && phrases.get(text.toLowerCase())) || (findPlaceName(text) && 8)
        if (own) {
          best = end + 1 - i
          kind = own
        }
        if (!opens && end - i > 1) break
      }
      if (best) for (let k = 0; k < best; k++) found[i + k] = kind * 4 + (k === 0 ? 1 : k === best - 1 ? 2 : 3)
      return best
    }
  }
}
