import { labelCount as L } from '../../src/extract/actor/tagger/labels.ts'
import { minimize } from '../minimize.ts'
import type { Examples } from './examples.ts'

/** Weights of a linear chain: rows of labels for the features that were seen often enough, and from label (or from the start: the last row) to label. */
export type Chain = { readonly hashes: Int32Array; readonly rows: Float64Array; readonly transitions: Float64Array }

/** Fits a conditional random field to the sequences of the documents that `use` takes. `ridge` and `lasso` are the weights of the squared and the absolute norm. */
export function trainChain(
  { sequences, labels, offsets, features, documents }: Examples,
  use: (document: number) => boolean,
  { least, lasso, ridge, rounds }: { least: number; lasso: number; ridge: number; rounds: number },
  report: (line: string) => void,
): Chain {
  const counts = new Map<number, number>()
  const used = sequences.filter(([from]) => use(documents[from]!))
  for (const [from, to] of used)
    for (let k = offsets[from]!; k < offsets[to]!; k++) counts.set(features[k]!, (counts.get(features[k]!) ?? 0) + 1)
  const rowOf = new Map<number, number>()
  for (const [hash, count] of counts) if (count >= least) rowOf.set(hash, rowOf.size)
  counts.clear()
  const rows = new Int32Array(features.length)
  for (const [from, to] of used)
    for (let k = offsets[from]!; k < offsets[to]!; k++) rows[k] = (rowOf.get(features[k]!) ?? -1) * L
  const base = rowOf.size * L
  const size = base + (L + 1) * L
  const longest = Math.max(...used.map(([from, to]) => to - from))
  report(`${used.length} sequences, ${rowOf.size} features`)
  const psi = new Float64Array(longest * L)
  const alpha = new Float64Array(longest * L)
  const beta = new Float64Array(longest * L)
  const norm = new Float64Array(longest)
  const step = new Float64Array((L + 1) * L)
  const sums = new Float64Array(L)

  const objective = (w: Float64Array, g: Float64Array): number => {
    let loss = 0
    for (let i = 0; i < size; i++) {
      g[i] = 2 * ridge * w[i]!
      loss += ridge * w[i]! * w[i]!
    }
    for (let i = 0; i < step.length; i++) step[i] = Math.exp(w[base + i]!)
    for (const [from, to] of used) {
      const n = to - from
      for (let t = 0; t < n; t++) {
        sums.fill(0)
        for (let k = offsets[from + t]!; k < offsets[from + t + 1]!; k++) {
          const row = rows[k]!
          if (row >= 0) for (let y = 0; y < L; y++) sums[y]! += w[row + y]!
        }
        let most = -Infinity
        for (let y = 0; y < L; y++) if (sums[y]! > most) most = sums[y]!
        const gold = labels[from + t]!
        loss -= sums[gold]! - most
        loss -= w[base + (t === 0 ? L : labels[from + t - 1]!) * L + gold]!
        let total = 0
        for (let y = 0; y < L; y++) {
          const own = Math.exp(sums[y]! - most)
          psi[t * L + y] = own
          let sum = 0
          if (t === 0) sum = step[L * L + y]!
          else for (let x = 0; x < L; x++) sum += alpha[(t - 1) * L + x]! * step[x * L + y]!
          alpha[t * L + y] = own * sum
          total += own * sum
        }
        norm[t] = total
        loss += Math.log(total)
        for (let y = 0; y < L; y++) alpha[t * L + y]! /= total
      }
      for (let t = n - 1; t >= 0; t--) {
        for (let x = 0; x < L; x++) {
          if (t === n - 1) beta[t * L + x] = 1
          else {
            let sum = 0
            for (let y = 0; y < L; y++) sum += step[x * L + y]! * psi[(t + 1) * L + y]! * beta[(t + 1) * L + y]!
            beta[t * L + x] = sum / norm[t + 1]!
          }
        }
        for (let y = 0; y < L; y++) sums[y] = alpha[t * L + y]! * beta[t * L + y]!
        sums[labels[from + t]!]! -= 1
        for (let k = offsets[from + t]!; k < offsets[from + t + 1]!; k++) {
          const row = rows[k]!
          if (row >= 0) for (let y = 0; y < L; y++) g[row + y]! += sums[y]!
        }
        const before = t === 0 ? L : labels[from + t - 1]!
        g[base + before * L + labels[from + t]!]! -= 1
        for (let y = 0; y < L; y++) {
          const own = (psi[t * L + y]! * beta[t * L + y]!) / norm[t]!
          if (t === 0) g[base + L * L + y]! += step[L * L + y]! * own
          else for (let x = 0; x < L; x++) g[base + x * L + y]! += alpha[(t - 1) * L + x]! * step[x * L + y]! * own
        }
      }
    }
    return loss
  }
  const w = minimize(size, objective, {
    lasso,
    rounds,
    report: (round, value) => {
      if (round % 10 === 0) report(`round ${round}: ${value.toFixed(0)}`)
    },
  })
  return { hashes: Int32Array.from(rowOf.keys()), rows: w.subarray(0, base), transitions: w.subarray(base) }
}
