import type { FigureClaim } from '../model/claim/figure.ts'
import type { Claim } from '../model/claim/index.ts'
import { splitWords, toComparedWords } from './same-words.ts'

type Mention = Extract<Claim, { type: 'actor' }>

/** What the words around a figure say of what it is, each with its weight, 1 at most. */
export type Context = Readonly<Record<string, number>>

/** Words so far away weigh half. */
const halfDistance = 4
/** Words behind the end of a clause are as far as if so many words stood between. */
const clauseDistance = 5
/** Words that are kept: the heaviest. */
const mostWords = 16
const clauseEnd = /[;:,–—()]|\b(?:and|but|while|whereas|although|as|with|after|before|which|who)\b/gi

/**
 * The words of a figure's sentence by their distance to it, and those that it measures or counts. Names are left out: they say whose it is, not what.
 * @param mentions of actors in the sentence
 */
export function readContext(claim: FigureClaim, mentions: readonly Mention[]): Context {
  const { sentence, measure, unit, kind } = claim
  const points = [...sentence.text]
  const unitsTo = (point: number) => points.slice(0, Math.max(0, point)).join('').length
  const [from, to] = [unitsTo(claim.start - sentence.start), unitsTo(claim.end - sentence.start)]
  const named = mentions.map(
    ({ start, end }) => [unitsTo(start - sentence.start), unitsTo(end - sentence.start)] as const,
  )
  const { words, starts } = splitWords(sentence.text)
  const first = starts.findIndex((start) => start >= from)
  const behind = starts.findIndex((start) => start >= to)
  const last = behind === -1 ? words.length : behind
  const ends = [...sentence.text.matchAll(clauseEnd)].map(({ index }) => index)
  const weights = new Map<string, number>()
  const weigh = (word: string, weight: number) => weights.set(word, Math.max(weight, weights.get(word) ?? 0))
  for (const { word, at } of toComparedWords(words)) {
    const start = starts[at]!
    if (named.some(([begin, end]) => begin <= start && start < end)) continue
    // its own noun comes below; units and currencies are dimensions
    if (start >= from && start < to) continue
    const isBefore = start < from
    const distance = isBefore ? first - at : at - last + 1
    const crossed = ends.filter((end) => (isBefore ? start < end && end < from : to <= end && end < start)).length
    weigh(word, 1 / (1 + (distance + crossed * clauseDistance) / halfDistance))
  }
  const isLives = unit === 'life' || unit === 'live'
  const own = `${measure ?? ''} ${kind === 'count' && !isLives ? (unit ?? '') : ''}`
  for (const { word } of toComparedWords(splitWords(own).words)) weigh(word, 1)
  // lives are counted when they are lost
  if (isLives) weigh('dead', 1)
  const heaviest = [...weights].sort(([, a], [, b]) => b - a).slice(0, mostWords)
  return Object.fromEntries(heaviest.map(([word, weight]) => [word, Number(weight.toFixed(3))]))
}
