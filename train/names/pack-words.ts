import type { WordCodes } from '../../src/extract/actor/tagger/word-codes.ts'
import { hashWord } from '../../src/text/hash.ts'
import { wordClasses } from './word-priors.ts'

/** Two bits a class: seldom, now and then, often, mostly. */
export const levelOf = (share: number): number => (share < 0.15 ? 0 : share < 0.4 ? 1 : share < 0.7 ? 2 : 3)

export function packWords(
  words: readonly string[],
  groups: Int32Array,
  families: Int32Array,
  shares: Float32Array,
): WordCodes {
  const slots = 1 << 18
  const codes = {
    marks: new Uint16Array(slots),
    groups: new Uint16Array(slots),
    priors: new Uint16Array(slots),
    families: Uint8Array.from(families),
  }
  words.forEach((word, i) => {
    const hash = hashWord(word)
    const mark = hash >>> 16 || 1
    let slot = Math.imul(hash, 0x9e3779b1) >>> 14
    while (codes.marks[slot] !== 0 && codes.marks[slot] !== mark) slot = (slot + 1) & (slots - 1)
    // of two words that look alike to the table the more frequent one stays
    if (codes.marks[slot] === mark) return
    codes.marks[slot] = mark
    codes.groups[slot] = groups[i]!
    codes.priors[slot] = wordClasses.reduce(
      (sum, _, o) => sum | (levelOf(shares[i * wordClasses.length + o]!) << (2 * o)),
      0,
    )
  })
  return codes
}
