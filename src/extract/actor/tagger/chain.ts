import { labelCount as L } from './labels.ts'

/**
 * Weights of the tagger, as they lie in their file: an open-addressed table from 32-bit hashes of features to rows of eight-bit weights, one a
 * label. A slot holds 16 bits of the hash, which tell a feature from others.
 */
export type ChainWeights = {
  readonly marks: Uint16Array
  readonly slots: Uint32Array
  readonly rows: Int8Array
  /** From each label (the last row: from the start) to each, in the units of the rows. */
  readonly transitions: Int16Array
  /** e to the power of minus one unit, times 2^30: exponentials are powers of it, so that they are the same on every machine. */
  readonly decay: number
}

/** Row of a feature in the weights, times the number of labels; -1 for a feature that has none. */
function findRow({ marks, slots }: ChainWeights, hash: number): number {
  const mask = marks.length - 1
  const mark = hash >>> 16 || 1
  for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
    const held = marks[slot]!
    if (held === 0) return -1
    if (held === mark) return slots[slot]!
  }
}

/** The weights of features, summed for each label. */
export function sumRows(weights: ChainWeights, features: Int32Array): Int16Array {
  const sums = new Int16Array(L)
  for (const feature of features) {
    const row = findRow(weights, feature)
    if (row >= 0) for (let y = 0; y < L; y++) sums[y]! += weights.rows[row + y]!
  }
  return sums
}

/** Scores and probabilities of the labels of words, computed in whole numbers, and in doubles by the four operations that IEEE 754 fixes. */
export class Lattice {
  readonly #weights: ChainWeights
  readonly #powers: Float64Array
  readonly #steps: Float64Array
  #scores = new Int32Array(64 * L)
  #psi = new Float64Array(64 * L)
  #alpha = new Float64Array(64 * L)
  /** Probability of each label of each word of the sequence run last. */
  marginals = new Float64Array(64 * L)

  constructor(weights: ChainWeights) {
    this.#weights = weights
    this.#powers = new Float64Array(4096)
    let power = 1
    for (let k = 0; k < this.#powers.length; k++, power *= weights.decay / 2 ** 30) this.#powers[k] = power
    this.#steps = new Float64Array((L + 1) * L)
    for (let i = 0; i < this.#steps.length; i++) {
      const units = weights.transitions[i]!
      this.#steps[i] = units > 0 ? 1 / this.#powers[Math.min(units, 1000)]! : this.#powers[Math.min(-units, 4095)]!
    }
  }

  /** Makes room for a sequence of `n` words, with no scores. */
  begin(n: number): void {
    if (n * L > this.#scores.length) {
      const size = 2 * n * L
      this.#scores = new Int32Array(size)
      this.#psi = new Float64Array(size)
      this.#alpha = new Float64Array(size)
      this.marginals = new Float64Array(size)
    }
    this.#scores.fill(0, 0, n * L)
  }

  /** Adds the weights of a word's features. */
  score(t: number, features: Int32Array, count: number): void {
    const { rows } = this.#weights
    const at = t * L
    for (let k = 0; k < count; k++) {
      const row = findRow(this.#weights, features[k]!)
      if (row >= 0) for (let y = 0; y < L; y++) this.#scores[at + y]! += rows[row + y]!
    }
  }

  /** Adds sums of weights that were made before. */
  add(t: number, sums: Int16Array): void {
    const at = t * L
    for (let y = 0; y < L; y++) this.#scores[at + y]! += sums[y]!
  }

  /** Probabilities of the labels of a sequence of `n` words whose features were added. */
  run(n: number): void {
    const [scores, psi, alpha, steps] = [this.#scores, this.#psi, this.#alpha, this.#steps]
    for (let t = 0; t < n; t++) {
      let most = scores[t * L]!
      for (let y = 1; y < L; y++) if (scores[t * L + y]! > most) most = scores[t * L + y]!
      let total = 0
      for (let y = 0; y < L; y++) {
        const own = this.#powers[Math.min(4095, most - scores[t * L + y]!)]!
        psi[t * L + y] = own
        let sum = 0
        if (t === 0) sum = steps[L * L + y]!
        else for (let x = 0; x < L; x++) sum += alpha[(t - 1) * L + x]! * steps[x * L + y]!
        alpha[t * L + y] = own * sum
        total += own * sum
      }
      for (let y = 0; y < L; y++) alpha[t * L + y]! /= total
    }
    const marginals = this.marginals
    // backwards; what is kept of the words behind is beta times psi
    const behind = new Float64Array(L)
    const beta = new Float64Array(L).fill(1)
    for (let t = n - 1; t >= 0; t--) {
      let total = 0
      for (let y = 0; y < L; y++) total += marginals[t * L + y] = alpha[t * L + y]! * beta[y]!
      for (let y = 0; y < L; y++) marginals[t * L + y]! /= total
      if (t === 0) break
      for (let y = 0; y < L; y++) behind[y] = psi[t * L + y]! * beta[y]!
      let sum = 0
      for (let x = 0; x < L; x++) {
        beta[x] = 0
        for (let y = 0; y < L; y++) beta[x]! += steps[x * L + y]! * behind[y]!
        sum += beta[x]!
      }
      for (let x = 0; x < L; x++) beta[x]! /= sum
    }
  }
}
