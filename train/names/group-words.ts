import type { Vectors } from './read-vectors.ts'

/** Nearest centre of each row, by inner product. */
function assign(values: Float32Array, rows: number, size: number, centres: Float32Array): Int32Array {
  const count = centres.length / size
  const nearest = new Int32Array(rows)
  for (let row = 0; row < rows; row++) {
    const from = row * size
    let best = -Infinity
    for (let c = 0; c < count; c++) {
      const at = c * size
      let a = 0
      let b = 0
      let k = 0
      for (; k + 1 < size; k += 2) {
        a += values[from + k]! * centres[at + k]!
        b += values[from + k + 1]! * centres[at + k + 1]!
      }
      if (k < size) a += values[from + k]! * centres[at + k]!
      if (a + b > best) {
        best = a + b
        nearest[row] = c
      }
    }
  }
  return nearest
}

/** Spherical k-means from evenly spread rows: the same rows give the same centres. */
export function findCentres(values: Float32Array, size: number, count: number, rounds: number): Float32Array {
  const rows = values.length / size
  let centres = new Float32Array(count * size)
  for (let c = 0; c < count; c++) {
    const row = Math.floor((c * rows) / count)
    centres.set(values.subarray(row * size, (row + 1) * size), c * size)
  }
  for (let round = 0; round < rounds; round++) {
    const nearest = assign(values, rows, size, centres)
    const moved = new Float32Array(count * size)
    for (let row = 0; row < rows; row++)
      for (let k = 0; k < size; k++) moved[nearest[row]! * size + k]! += values[row * size + k]!
    for (let c = 0; c < count; c++) {
      let length = 0
      for (let k = 0; k < size; k++) length += moved[c * size + k]! ** 2
      // an empty group keeps its centre
      if (length === 0) moved.set(centres.subarray(c * size, (c + 1) * size), c * size)
      else for (let k = 0; k < size; k++) moved[c * size + k]! /= Math.sqrt(length)
    }
    centres = moved
  }
  return centres
}

/** Words into 1,024 groups, and these into 128 families; the centres are found on the most frequent 30,000. */
export function groupWords({ words, size, values }: Vectors): { groups: Int32Array; families: Int32Array } {
  const centres = findCentres(values.subarray(0, Math.min(words.length, 30_000) * size), size, 1024, 6)
  const wider = findCentres(centres, size, 128, 12)
  return { groups: assign(values, words.length, size, centres), families: assign(centres, 1024, size, wider) }
}
