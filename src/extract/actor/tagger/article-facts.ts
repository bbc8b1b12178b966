import type { Word } from '../words.ts'
import type { WordFacts } from './word-facts.ts'

/** What the article as a whole shows of a form, one bit each. */
export const seen = {
  small: 1,
  inside: 2,
  behindTitle: 4,
  behindFirstName: 8,
  beforeSpeech: 16,
  behindPlaceWord: 32,
  behindArticle: 64,
  owner: 128,
  beforeBodyNoun: 256,
  inBrackets: 512,
  listed: 1024,
  beforeWho: 2048,
} as const

const speech = /^(?:said|says|told|added|wrote|tweeted|argued|explained|insisted|noted|recalled|joked)$/
const placeWords = /^(?:in|near|at|from|across|outside|around|into|toward|towards|via|to)$/i
const bodyNoun =
  /^(?:inc|corp|ltd|plc|group|shares|stock|executives|spokes\p{Ll}+|party|officials|members|employees)$/iu

/** Bits of `seen` for every form of the article, by its exact spelling. */
export function readArticle(words: readonly Word[], facts: readonly WordFacts[]): Map<string, number> {
  const bits = new Map<string, number>()
  for (let i = 0; i < words.length; i++) {
    const { text, capital, first, possessive, gap } = words[i]!
    if (!capital) {
      if (text.length > 3) {
        const name = text[0]!.toUpperCase() + text.slice(1)
        bits.set(name, (bits.get(name) ?? 0) | seen.small)
      }
      continue
    }
    let own = first ? 0 : seen.inside
    const near = gap === ' ' || gap === '. '
    const before = words[i - 1]
    const after = words[i + 1]
    if (before && near) {
      const lists = facts[i - 1]!.lists
      if (lists & titleBits) own |= seen.behindTitle
      if (before.capital && lists & nameBits) own |= seen.behindFirstName
      if (placeWords.test(before.text)) own |= seen.behindPlaceWord
      if (/^the$/i.test(before.text)) own |= seen.behindArticle
    }
    if (after && (after.gap === ' ' || after.gap === ', ')) {
      if (speech.test(after.text)) own |= seen.beforeSpeech
      if (after.text === 'who') own |= seen.beforeWho
      if (bodyNoun.test(after.text)) own |= seen.beforeBodyNoun
    }
    if (possessive) own |= seen.owner
    if (gap.endsWith('(') && after?.gap.startsWith(')')) own |= seen.inBrackets
    bits.set(text, (bits.get(text) ?? 0) | own)
  }
  return bits
}

const titleBits = (1 << 19) | (1 << 20)
const nameBits = 1 | 2 | 4
