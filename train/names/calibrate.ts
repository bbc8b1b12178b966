import { judgeReading, kinds } from '../../src/extract/actor/judge-reading.ts'
import { confidenceAt, confidenceSteps } from '../../src/extract/actor/tagger/opinions.ts'
import { voteKinds } from '../../src/extract/actor/vote-kinds.ts'
import { type BlindPart, readNames } from './blind-names.ts'

/** Steps of confidence, by kind, of taggers whose join says probabilities as they are: the share that was right of the names of that kind and probability. */
export function calibrate(parts: readonly BlindPart[]): Uint8Array {
  const right = new Float64Array(kinds.length * confidenceSteps)
  const all = new Float64Array(right.length)
  for (const part of parts)
    for (const { words, tagging, goldOf, readings } of readNames(part))
      for (const reading of voteKinds(readings, words, tagging)) {
        if (!reading.read || !judgeReading(reading, tagging)) continue
        const kind = kinds.indexOf(reading.read.kind)
        const at = confidenceAt(kind, reading.read.confidence)
        all[at]!++
        if (goldOf(reading) === kind) right[at]!++
      }
  return Uint8Array.from(
    kinds.flatMap((_, kind) => {
      const [from, to] = [kind * confidenceSteps, (kind + 1) * confidenceSteps]
      return risingSteps(right.subarray(from, to), all.subarray(from, to))
    }),
  )
}

/** Shares in hundredths that never fall (isotonic regression, by pooling neighbours). */
function risingSteps(right: Float64Array, all: Float64Array): number[] {
  const pools: { sum: number; weight: number; bins: number }[] = []
  for (let bin = 0; bin < all.length; bin++) {
    // a little of the probability itself where few names speak
    pools.push({ sum: right[bin]! + (2 * (bin + 0.5)) / all.length, weight: all[bin]! + 2, bins: 1 })
    while (pools.length > 1) {
      const [a, b] = [pools.at(-2)!, pools.at(-1)!]
      if (a.sum / a.weight <= b.sum / b.weight) break
      pools.splice(-2, 2, { sum: a.sum + b.sum, weight: a.weight + b.weight, bins: a.bins + b.bins })
    }
  }
  return pools.flatMap(({ sum, weight, bins }) => new Array<number>(bins).fill(Math.round((100 * sum) / weight)))
}
