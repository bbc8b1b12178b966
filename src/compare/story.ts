import type { Claim } from '../model/claim/index.ts'
import { nameKey } from './names.ts'
import { splitWords, toComparedWords } from './same-words.ts'

/** What an article is about, as far as that tells whether another one tells the same news. */
export type Story = {
  /** The names that it has most often, as they are compared. */
  readonly names: readonly string[]
  /** The words that its claims' sentences have most often. */
  readonly words: readonly string[]
}

const mostNames = 10
const mostWords = 40
/** What two articles of the same news have in common at least: two names, or one and so many words, or half of those of a short one. */
const least = { names: 2, words: 3 } as const

/** @param claims of an article's body, rejected ones left out */
export function readStory(claims: readonly Claim[]): Story {
  const names = claims.flatMap((claim) => (claim.type === 'actor' ? nameKey(claim) : [])).filter(Boolean)
  const sentences = new Map(claims.map(({ sentence }) => [sentence.start, sentence.text]))
  const words = [...sentences.values()].flatMap((text) => [
    ...new Set(toComparedWords(splitWords(text).words).map(({ word }) => word)),
  ])
  return { names: mostUsual(names, mostNames), words: mostUsual(words, mostWords) }
}

function mostUsual(things: readonly string[], most: number): string[] {
  const counts = [...Map.groupBy(things, (thing) => thing)].map(([thing, all]) => [thing, all.length] as const)
  return counts
    .sort(([, a], [, b]) => b - a)
    .slice(0, most)
    .map(([thing]) => thing)
}

/** How much two articles have in common; 0 where they do not tell the same news. */
export function compareStories(a: Story, b: Story): number {
  const names = countShared(a.names, b.names)
  const words = countShared(a.words, b.words)
  const enough = Math.min(least.words, Math.ceil(Math.min(a.words.length, b.words.length) / 2))
  if (names === 0 || (names < least.names && words < enough)) return 0
  return 2 * names + words
}

function countShared(a: readonly string[], b: readonly string[]): number {
  const known = new Set(a)
  return b.filter((one) => known.has(one)).length
}
