import type { Quotation } from '../../model/segment.ts'
import { isFunctionWord } from '../../text/lexicon.ts'

const called =
  /(?:[’']s|(?:^|[\s(])(?:film|movie|documentary|musical|drama|comedy|book|novel|memoir|thriller|album|song|single|track|play|opera|ballet|show|series|sitcom|soap|programme|program|podcast|magazine|newspaper|painting|sculpture|exhibition|poem|essay|article|paper|game|videogame|hymn|anthem|called|titled|entitled|named|dubbed|labell?ed|branded|of|on|in|hit|classic|blockbuster|bestseller|sequel|starring|wrote|directed|watched|sang|recorded|released))\s*$/iu
const worldly =
  /^\s*,?\s*(?:which|whose|starring|directed|written|published|released|by|and|is|was|has|opens|opened|tells|premiered|won|follows|stars)(?![\p{L}])/u

/**
 * `The play “House of Salt,” which retells a feud`; `on NBC's “Meet the Press”`: the name of a work or a programme. Every word but the small ones
 * has a capital, and the words around it speak of a work or leave room for nothing but a name.
 */
export function isTitle(text: string, { start, end }: Quotation, opening: number, behind: number): boolean {
  const content = text.slice(start, end).replace(/[,.]$/, '')
  if (content.length > 80 || /[.!?;:]\s/.test(content)) return false
  const words = content.match(/[\p{L}\p{N}’'-]+/gu) ?? []
  if (words.length === 0 || words.length > 10) return false
  const capital = words.every((word, i) => /^[\p{Lu}\p{N}]/u.test(word) || (i > 0 && isSmall(word)))
  if (!capital || (words.length === 1 && isFunctionWord(words[0]!.toLowerCase()))) return false
  const before = text.slice(Math.max(0, opening - 24), opening)
  if (called.test(before)) return true
  // `told “Fox and Friends”`: whom
  if (words.length > 1 && /(?:^|\s)t(?:old|ells?|elling)\s+$/.test(before)) return true
  return (
    words.length > 1 &&
    words.slice(1).some((word) => /^\p{Lu}/u.test(word)) &&
    worldly.test(text.slice(behind, behind + 24))
  )
}

const isSmall = (word: string) =>
  /^(?:a|an|the|of|in|on|at|for|to|and|or|but|with|from|by|as|is|into|de|la|le)$/.test(word)
