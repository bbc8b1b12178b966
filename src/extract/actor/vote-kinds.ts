import { findPlaceName } from '../../text/countries.ts'
import { learnNames } from './article-names.ts'
import { ownWords } from './bounds.ts'
import { type Reading, textOf } from './candidate.ts'
import { judgeReading, kinds, none } from './judge-reading.ts'
import { sureOfNew } from './merge-names.ts'
import type { Tagging } from './tagger/index.ts'
import { confidenceAt, powerOf, stepsOf, weigh } from './tagger/opinions.ts'
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
    const confidence = tagging.join.confidence[confidenceAt(best, share)]! / 100
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

/** What the mentions of a name say: weights of the outcomes summed, and of the kinds multiplied, in steps of a logarithm. */
type Vote = { readonly sums: number[]; readonly steps: number[]; mentions: number }

/** What the mentions of each name say together. */
class Votes {
  readonly #votes = new Map<string, Vote>()

  add(name: string, weights: readonly number[]): void {
    let vote = this.#votes.get(name)
    if (!vote) {
      vote = { sums: weights.map(() => 0), steps: kinds.map(() => 0), mentions: 0 }
      this.#votes.set(name, vote)
    }
    const shares = toShares(weights)
    weights.forEach((weight, k) => {
      vote.sums[k]! += weight
      if (k < none) vote.steps[k]! += stepsOf(shares[k]!)
    })
    vote.mentions++
  }

  /** Probabilities of the kinds, and last of no actor, by name. */
  count(): Map<string, number[]> {
    return new Map([...this.#votes].map(([name, vote]) => [name, toOutcome(vote)]))
  }
}

/**
 * Whether it is an actor, the mentions say on average. Of the kinds they are witnesses: each further one makes the likeliest surer, but
 * by less than if it knew nothing of the others, so that the product counts as that of the fourth root of their number.
 */
function toOutcome({ sums, steps, mentions }: Vote): number[] {
  const least = Math.min(...steps)
  // roots of whole numbers are the same on every machine
  const damped = Math.sqrt(mentions * Math.sqrt(mentions))
  const likely = toShares(steps.map((count) => powerOf(Math.round((count - least) / damped))))
  const shares = toShares(sums)
  return [...likely.map((share) => share * (1 - shares[none]!)), shares[none]!]
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
