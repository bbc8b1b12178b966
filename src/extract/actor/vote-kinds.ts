import { findPlaceName } from '../../text/countries.ts'
import { learnNames } from './article-names.ts'
import { ownWords } from './bounds.ts'
import { type Reading, textOf } from './candidate.ts'
import { judgeReading, kinds, none } from './judge-reading.ts'
import { sureOfNew } from './merge-names.ts'
import type { Tagging } from './tagger/index.ts'
import { weigh } from './tagger/opinions.ts'
import { isInitials, weighForms } from './weigh-forms.ts'
import type { Word } from './words.ts'

/** From this one on, a name that the rules saw is dropped. */
const sureOfNone = 0.65
/** Below this confidence a claim is more often wrong than right, unless a rule is sure of it. */
const doubtful = 0.34
/** What names something this surely is kept, though its kind is a guess. */
const surelyNamed = 0.75
/** Words before a place. */
const placed = /^(?:in|near|outside|across|around|throughout)$/i

/** One name, one kind in an article: that which is likeliest over all its mentions, a surname's together with the full name's. */
export function voteKinds(readings: readonly Reading[], words: readonly Word[], tagging: Tagging): Reading[] {
  const votes = new Votes()
  const known = learnNames(readings, words, tagging)
  const names = readings.map((reading) => {
    const judged = judgeReading(reading, tagging)
    if (!judged) return undefined
    const weights = weigh(tagging.join, judged)
    weighForms(weights, reading, judged, known, words, tagging)
    const own = reading.candidate.words
    const name = textOf(own)
    votes.add(name, weights)
    // a person's full name speaks for the surname
    if (own.length > 1 && weights[0]! > 0.5) {
      votes.add(own.at(-1)!.text, weights)
      if (own.length > 2) votes.add(textOf(own.slice(-2)), weights)
    }
    return name
  })
  const outcomes = votes.count()
  addSurnames(readings, outcomes)
  return readings.map((reading, i) => {
    const name = names[i]
    if (name === undefined) return reading
    const settled = known.sure.get(name)
    if (settled && !placed.test(words[reading.candidate.words[0]!.at - 1]?.text ?? ''))
      return { ...reading, read: { ...reading.read, kind: settled, confidence: 0.85 } }
    const shares = outcomes.get(name)!
    if (shares[none]! > sureOfNone) return { ...reading, read: null }
    const best = shares.indexOf(Math.max(...shares.slice(0, none)))
    const share = shares[best]!
    const kind = kinds[best]!
    const confidence = tagging.join.confidence[Math.min(49, Math.floor(50 * share))]! / 100
    if (reading.read === null && share < (known.read.has(name) ? (kind === 'event' ? 0.5 : 0.35) : sureOfNew))
      return reading
    const doubted =
      confidence < doubtful && !known.firm.has(name) && !isInitials(name) && 1 - shares[none]! < surelyNamed
    return {
      ...reading,
      candidate: kind === 'person' ? ownWords(reading.candidate) : reading.candidate,
      read: { ...reading.read, kind, confidence, ...(doubted && { doubted }) },
    }
  })
}

/** What the mentions of each name say together. */
class Votes {
  readonly #sums = new Map<string, number[]>()

  add(name: string, weights: readonly number[]): void {
    const sums = this.#sums.get(name) ?? this.#sums.set(name, new Array<number>(none + 1).fill(0)).get(name)!
    weights.forEach((weight, k) => {
      sums[k]! += weight
    })
  }

  /** Probabilities of the kinds, and last of no actor, by name. */
  count(): Map<string, number[]> {
    return new Map([...this.#sums].map(([name, sums]) => [name, toShares(sums)]))
  }
}

function toShares(weights: readonly number[]): number[] {
  const sum = weights.reduce((a, b) => a + b, 0)
  return weights.map((weight) => weight / sum)
}

/** `Kipchoge`, read as a person, speaks for `Eliud Kipchoge` too, where nothing but doubt says otherwise. */
function addSurnames(readings: readonly Reading[], outcomes: Map<string, number[]>): void {
  const done = new Set<string>()
  for (const { candidate } of readings) {
    const { words, shape } = candidate
    const name = textOf(words)
    if (shape !== 'unknown' || words.length < 2 || words.length > 3 || done.has(name)) continue
    done.add(name)
    if (words.some(({ text, possessive }) => possessive || !/^\p{Lu}\p{Ll}/u.test(text) || findPlaceName(text)))
      continue
    const [surname, own] = [outcomes.get(words.at(-1)!.text), outcomes.get(name)]
    if (surname && own && surname[0]! > 0.8 && Math.max(own[0]!, own[1]!, own[2]!) < 0.6)
      outcomes.set(name, toShares([own[0]! + 1, ...own.slice(1)]))
  }
}
