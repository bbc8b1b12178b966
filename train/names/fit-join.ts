import { judgeReading, kinds } from '../../src/extract/actor/judge-reading.ts'
import {
  confidenceSteps,
  type JoinWeights,
  outcomes,
  priorClasses,
  priorRows,
  ruleClasses,
} from '../../src/extract/actor/tagger/opinions.ts'
import { minimize } from '../minimize.ts'
import { type BlindPart, readNames } from './blind-names.ts'

const n = outcomes.length
/** The natural logarithm of one step of 31/32. */
const step = Math.log(32 / 31)

/** Tagger and rules as equals: where fitting starts. */
export const evenJoin: JoinWeights = {
  scale: 256,
  bias: new Int16Array(ruleClasses.length * n),
  word: new Int16Array(priorClasses * 3 * n),
  confidence: Uint8Array.from({ length: kinds.length * confidenceSteps }, (_, i) => 2 * (i % confidenceSteps) + 1),
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
type Judged = {
  readonly shares: readonly number[]
  readonly rows: readonly number[]
  readonly gold: number
}

const judge = (part: BlindPart): Judged[] =>
  [...readNames(part)].flatMap(({ readings, tagging, goldOf }) =>
    readings.flatMap((reading): Judged[] => {
      const judged = judgeReading(reading, tagging)
      if (!judged) return []
      const rows = [
        ruleClasses.indexOf(judged.opinion),
        ...priorRows(judged.priors).map((row) => row + ruleClasses.length),
      ]
      return [{ shares: judged.shares, rows, gold: goldOf(reading) }]
    }),
  )

/** Learns how much the tagger's word and each opinion of the rules count. */
export function fitJoin(part: BlindPart): JoinWeights {
  const judged = judge(part)
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
  return {
    scale: Math.round(256 * w[0]!),
    bias: steps.subarray(0, ruleClasses.length * n),
    word: steps.subarray(ruleClasses.length * n),
    confidence: evenJoin.confidence,
  }
}
