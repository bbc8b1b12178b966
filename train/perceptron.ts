/**
 * Weights of an averaged perceptron. `weights` are as learned so far; their mean over all steps is what is kept (Collins 2002). All numbers
 * are whole, so that the order of additions does not matter.
 */
export class Perceptron {
  readonly weights: Int32Array
  readonly #sums: Float64Array
  readonly #corrections: Uint8Array
  readonly #patience: number
  #step = 1

  /**
   * @param patience at how many corrections a feature gets a weight, if `due` is asked: rare ones then crowd out no others (Goldberg and
   *   Elhadad 2011, "Learning Sparser Perceptron Models")
   */
  constructor(size: number, patience = 1) {
    this.weights = new Int32Array(size)
    this.#sums = new Float64Array(size)
    this.#patience = patience
    this.#corrections = new Uint8Array(patience > 1 ? 1 << 24 : 0)
  }

  /** Those features of a correction, numbers of 24 bits, that have been part of enough of them. */
  *due(features: Int32Array): Generator<number> {
    for (const feature of features) {
      const count = this.#corrections[feature]!
      if (count + 1 < this.#patience) this.#corrections[feature] = count + 1
      else yield feature
    }
  }

  /** One decision has been made. */
  tick(): void {
    this.#step++
  }

  add(place: number, value: number): void {
    this.weights[place]! += value
    this.#sums[place]! += value * this.#step
  }

  /** The mean of each weight over the steps so far. */
  average(): Float64Array {
    return Float64Array.from(this.weights, (weight, i) => weight - this.#sums[i]! / this.#step)
  }
}

/** A random order of `count` things that is the same for the same seed (mulberry32, Fisher and Yates). */
export function shuffle(count: number, seed: number): Int32Array {
  const random = randomFrom(seed)
  const order = Int32Array.from({ length: count }, (_, i) => i)
  for (let i = count - 1; i > 0; i--) {
    const k = random() % (i + 1)
    const kept = order[i]!
    order[i] = order[k]!
    order[k] = kept
  }
  return order
}

/** Whole numbers of 32 bits, the same for the same seed. */
export function randomFrom(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return (t ^ (t >>> 14)) >>> 0
  }
}
