import { hashWord } from '../../../text/hash.ts'

/**
 * What unlabelled text and lists of names tell of 120,000 words, as codes: the group of words that keep the same company, and how often
 * such a word is a first name, last name, organisation, place, event, other name, or plain word (0 seldom to 3 mostly, two bits each).
 * An open-addressed table: a slot holds 16 bits of the word's hash, which tell it from others (one unknown word in some 100,000 is mistaken).
 */
export type WordCodes = {
  readonly marks: Uint16Array
  readonly groups: Uint16Array
  readonly priors: Uint16Array
  /** The larger group that each group belongs to. */
  readonly families: Uint8Array
}

/** How likely a word is a surname by its classes, in four steps. */
export const surnameLevel = (priors: number): number => (priors >> 2) & 3

/** Slot of a word of small letters in the table, or -1. */
export function findWord({ marks }: WordCodes, word: string): number {
  const hash = hashWord(word)
  const mask = marks.length - 1
  const mark = hash >>> 16 || 1
  for (let slot = Math.imul(hash, 0x9e3779b1) >>> 14; ; slot++) {
    const held = marks[slot & mask]!
    if (held === 0) return -1
    if (held === mark) return slot & mask
  }
}
