import type { Vectors } from './read-vectors.ts'

/** What a word may be: classes in the order of the codes. */
export const wordClasses = ['first', 'last', 'organization', 'place', 'event', 'other', 'plain'] as const
export type WordClass = (typeof wordClasses)[number]

const hidden = 64
/** What an example of the class counts for: words of the rarer classes are in few lists. */
const weights: Readonly<Record<WordClass, number>> = {
  first: 1,
  last: 1,
  organization: 4,
  place: 1.5,
  event: 4,
  other: 2,
  plain: 1,
}

/** Deterministic order of 0..n-1. */
export function shuffle(n: number, seed: number): Int32Array {
  const order = Int32Array.from({ length: n }, (_, i) => i)
  let state = seed | 1
  for (let i = n - 1; i > 0; i--) {
    state = (Math.imul(state, 1664525) + 1013904223) | 0
    const j = (state >>> 8) % (i + 1)
    ;[order[i], order[j]] = [order[j]!, order[i]!]
  }
  return order
}

/**
 * A net of one hidden layer from a word's vector to how likely it is of each class, taught by lists of names: so that words that are in
 * no list, but keep the company of those that are, have a class too. Gives seven numbers from 0 to 1 a word.
 */
export function learnPriors(
  { words, size, values }: Vectors,
  lists: ReadonlyMap<string, ReadonlySet<WordClass>>,
): Float32Array {
  const outs = wordClasses.length
  const taught = words.flatMap((word, i) => (lists.has(word) ? [i] : []))
  const first = new Float32Array(hidden * (size + 1))
  const second = new Float32Array(outs * (hidden + 1))
  let state = 12345
  const chance = () => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0
    return (state >>> 8) / 0x1000000 - 0.5
  }
  for (let i = 0; i < first.length; i++) first[i] = chance() * 0.4
  for (let i = 0; i < second.length; i++) second[i] = chance() * 0.2
  const inner = new Float32Array(hidden)
  const outer = new Float32Array(outs)
  const run = (row: number) => {
    for (let h = 0; h < hidden; h++) {
      let sum = first[h * (size + 1) + size]!
      for (let k = 0; k < size; k++) sum += first[h * (size + 1) + k]! * values[row * size + k]!
      inner[h] = Math.tanh(sum)
    }
    for (let o = 0; o < outs; o++) {
      let sum = second[o * (hidden + 1) + hidden]!
      for (let h = 0; h < hidden; h++) sum += second[o * (hidden + 1) + h]! * inner[h]!
      outer[o] = 1 / (1 + Math.exp(-sum))
    }
  }
  const back = new Float32Array(hidden)
  for (let epoch = 0; epoch < 12; epoch++) {
    const rate = 0.2 * 0.8 ** epoch
    for (const i of shuffle(taught.length, epoch + 1)) {
      const row = taught[i]!
      const own = lists.get(words[row]!)!
      run(row)
      back.fill(0)
      for (let o = 0; o < outs; o++) {
        const has = own.has(wordClasses[o]!)
        const error = rate * (has ? weights[wordClasses[o]!] * (1 - outer[o]!) : -outer[o]!)
        for (let h = 0; h < hidden; h++) {
          back[h]! += error * second[o * (hidden + 1) + h]!
          second[o * (hidden + 1) + h]! += error * inner[h]!
        }
        second[o * (hidden + 1) + hidden]! += error
      }
      for (let h = 0; h < hidden; h++) {
        const error = back[h]! * (1 - inner[h]! ** 2)
        for (let k = 0; k < size; k++) first[h * (size + 1) + k]! += error * values[row * size + k]!
        first[h * (size + 1) + size]! += error
      }
    }
  }
  const priors = new Float32Array(words.length * outs)
  words.forEach((word, i) => {
    run(i)
    const own = lists.get(word)
    // what a list says and what the company says, half and half
    for (let o = 0; o < outs; o++)
      priors[i * outs + o] = own ? 0.5 * outer[o]! + (own.has(wordClasses[o]!) ? 0.5 : 0) : outer[o]!
  })
  return priors
}
