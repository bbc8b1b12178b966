import { findActors, readByRules } from '../../src/extract/actor/index.ts'
import { judgeReading } from '../../src/extract/actor/judge-reading.ts'
import { mergeNames } from '../../src/extract/actor/merge-names.ts'
import { createNameTagger, type TaggerWeights } from '../../src/extract/actor/tagger/index.ts'
import {
  type JoinWeights,
  outcomes,
  priorClasses,
  priorRows,
  ruleClasses,
} from '../../src/extract/actor/tagger/opinions.ts'
import { segmentText } from '../../src/segment/index.ts'
import { loadClubs, loadCompanies } from '../../src/weights/index.ts'
import { minimize } from '../minimize.ts'
import type { AnnotatedText } from './read-corpus.ts'

const n = outcomes.length
const kinds: Readonly<Record<string, number>> = { PER: 0, ORG: 1, LOC: 2, EVT: 3 }
/** The natural logarithm of one step of 31/32. */
const step = Math.log(32 / 31)

/** Tagger and rules as equals: where fitting starts. */
export const evenJoin: JoinWeights = {
  scale: 256,
  bias: new Int16Array(ruleClasses.length * n),
  word: new Int16Array(priorClasses * 3 * n),
  confidence: Uint8Array.from({ length: 50 }, (_, i) => 2 * i + 1),
}

/**
 * What a word's classes are expected to count, before the texts are asked: the fit is held close to it, since a few hundred names of one word
 * tell little of what 120,000 words can be. In natural logarithms, by class, outcome, and for the levels 2 and 3.
 */
const expectations: readonly (readonly [cls: number, outcome: number, two: number, three: number])[] = [
  [0, 0, 0.2, 0.4],
  [1, 0, 0.5, 0.8],
  [2, 0, -0.8, -1.2],
  [2, 1, 1.2, 1.8],
  [3, 2, 0.5, 0.9],
  [5, 4, 0.1, 0.3],
  [6, 4, 0.2, 0.5],
]
const known = ruleClasses.indexOf('organization-known')
const context = ruleClasses.indexOf('person-context')
const expected = new Map<number, number>([
  // the form of a company's name, whatever stands around it
  [known * n, -1.5],
  [known * n + 1, 2],
  [known * n + 4, -1],
  // an apposition that says what somebody is
  [context * n, 2],
  [context * n + 4, -1],
  ...expectations.flatMap(([cls, outcome, two, three]) =>
    [two, three].map((value, k) => [(ruleClasses.length + cls * 3 + 1 + k) * n + outcome, value] as const),
  ),
])

/** A name as the rules and the tagger read it, and what the annotation says it is. */
type Judged = { readonly shares: readonly number[]; readonly rows: readonly number[]; readonly gold: number }

function judge(weights: TaggerWeights, texts: readonly AnnotatedText[]): Judged[] {
  const tag = createNameTagger(weights, loadCompanies(), loadClubs())
  return texts.flatMap(({ text, names }) => {
    const { words, readings } = readByRules(segmentText(text, []), tag.isCompany, tag.clubOf)
    const tagging = tag(words)
    return mergeNames(readings, words, tagging).flatMap((reading): Judged[] => {
      const judged = judgeReading(reading, tagging)
      if (!judged) return []
      const own = reading.candidate.words
      const name = names.find((one) => one[0] < own.at(-1)!.end && own[0]!.start < one[1])
      const rows = [
        ruleClasses.indexOf(judged.opinion),
        ...priorRows(judged.priors).map((row) => row + ruleClasses.length),
      ]
      return [{ shares: judged.shares, rows, gold: name ? (kinds[name[2]] ?? n - 1) : n - 1 }]
    })
  })
}

/** Learns how much the tagger's word and each opinion of the rules count, and what the outcome's probability is worth. */
export function fitJoin(weights: TaggerWeights, texts: readonly AnnotatedText[]): JoinWeights {
  const judged = judge(weights, texts)
  const size = 1 + (ruleClasses.length + priorClasses * 3) * n
  const w = minimize(
    size,
    (at, gradient) => {
      let loss = 0
      for (let i = 0; i < size; i++) {
        const from = i === 0 ? 0.7 : (expected.get(i - 1) ?? 0)
        const weight = i > ruleClasses.length * n || expected.has(i - 1) ? 12 : 1
        loss += 0.5 * weight * (at[i]! - from) ** 2
        gradient[i] = weight * (at[i]! - from)
      }
      for (const { shares, rows, gold } of judged) {
        const logs = shares.map((share) => Math.log(Math.max(share, 3e-4)))
        const scores = logs.map((log, k) => rows.reduce((sum, row) => sum + at[1 + row * n + k]!, at[0]! * log))
        const most = Math.max(...scores)
        const powers = scores.map((score) => Math.exp(score - most))
        const sum = powers.reduce((a, b) => a + b, 0)
        loss -= Math.log(powers[gold]! / sum)
        powers.forEach((power, k) => {
          const error = power / sum - (k === gold ? 1 : 0)
          gradient[0]! += error * logs[k]!
          for (const row of rows) gradient[1 + row * n + k]! += error
        })
      }
      return loss
    },
    { lasso: 0, rounds: 60 },
  )
  const steps = Int16Array.from(w.subarray(1), (value) => Math.round(value / step))
  const join = {
    scale: Math.round(256 * w[0]!),
    bias: steps.subarray(0, ruleClasses.length * n),
    word: steps.subarray(ruleClasses.length * n),
    confidence: evenJoin.confidence,
  }
  return { ...join, confidence: calibrate({ ...weights, join }, texts) }
}

/** Steps of confidence that never fall (isotonic regression, by pooling neighbours): the share that was right of the claims with such a probability. */
function calibrate(weights: TaggerWeights, texts: readonly AnnotatedText[]): Uint8Array {
  const tag = createNameTagger(weights, loadCompanies(), loadClubs())
  const right = new Float64Array(50)
  const all = new Float64Array(50)
  for (const { text, names } of texts)
    for (const { nameStart, end, kind, confidence, extractor } of findActors(segmentText(text, []), tag)) {
      if (extractor !== 'actor.name') continue
      const name = names.find((one) => one[0] < end && nameStart < one[1])
      const bin = Math.min(49, Math.floor(confidence * 50))
      all[bin]!++
      if (name && outcomes[kinds[name[2]] ?? n - 1] === kind) right[bin]!++
    }
  // a little of the probability itself where few claims speak
  const pools: { sum: number; weight: number; bins: number }[] = []
  for (let bin = 0; bin < 50; bin++) {
    pools.push({ sum: right[bin]! + 2 * ((bin + 0.5) / 50), weight: all[bin]! + 2, bins: 1 })
    while (pools.length > 1) {
      const [a, b] = [pools.at(-2)!, pools.at(-1)!]
      if (a.sum / a.weight <= b.sum / b.weight) break
      pools.splice(-2, 2, { sum: a.sum + b.sum, weight: a.weight + b.weight, bins: a.bins + b.bins })
    }
  }
  return Uint8Array.from(
    pools.flatMap(({ sum, weight, bins }) => new Array<number>(bins).fill(Math.round((100 * sum) / weight))),
  )
}
