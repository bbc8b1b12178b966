import type { Span } from '../model/segment.ts'
import { parseMonth, parseWeekday } from '../text/calendar.ts'
import { findCurrency } from '../text/currencies.ts'
import { hasTag } from '../text/lexicon.ts'
import { isSpelledSmall } from '../text/spelling.ts'

// A sentence ends at . ! ? (with what closes behind it) before white space and something that can begin a sentence. A row of marks is
// looked at once, from its first.
const boundary = /(?<![.!?…])[.!?…]+[”"’')\]»“‘«]*(?=[\s\u00A0]+[“"‘'([«„»‚]*[\p{Lu}\p{N}\p{Sc}])/gu
// Abbreviations that the word list has not, and that stand before a capital without ending a sentence.
const abbreviation =
  /^(?:[a-z]|mr|mrs|ms|dr|prof|sen|rep|gov|gen|lt|col|sgt|capt|cmdr|rev|hon|st|mt|ft|jr|sr|no|nos|vs|vol|inc|ltd|corp|co|u\.s|u\.k|u\.n|e\.g|i\.e|a\.m|p\.m|d\.c|ph\.d|etc|approx|est)$/i
const mayEnd = /^(?:inc|ltd|corp|co|jr|sr|u\.s|u\.k|u\.n|d\.c|ph\.d|etc)$/i

/**
 * Length of the longest sentence, in UTF-16 code units: the longest of 9,091 in the suites has 716. Each claim holds its sentence, so that without
 * a limit the claims of a list that never ends would grow with the square of its length.
 */
const longest = 2000

/**
 * Sentences of one paragraph, without the white space around them. A quotation of several sentences is cut like any other text, and what has no
 * end within 2,000 code units at its last semicolon, comma or space.
 */
export function splitSentences(text: string, paragraph: Span): Span[] {
  const sentences: Span[] = []
  let start = paragraph.start
  const push = (end: number) => {
    let left = trim(text, start, end)
    while (left.start < left.end) {
      const cut = left.end - left.start > longest ? cutBefore(text, left.start + longest) : left.end
      sentences.push(trim(text, left.start, cut))
      left = trim(text, cut, left.end)
    }
    start = end
  }
  // cut out first: a search in the whole text would run on to its next sentence from every line that has none
  for (const match of text.slice(paragraph.start, paragraph.end).matchAll(boundary)) {
    const at = paragraph.start + match.index
    const end = at + match[0].length
    if (match[0] === '.' && isAbbreviation(text, start, at)) continue
    push(end)
  }
  push(paragraph.end)
  return sentences
}

/** Where a sentence that is too long ends: behind a mark or at a space close before `end`, or else between two characters. */
function cutBefore(text: string, end: number): number {
  const from = end - longest / 20
  const near = text.slice(from, end)
  for (const mark of ['; ', ', ', ' ']) {
    const at = near.lastIndexOf(mark)
    if (at >= 0) return from + at + 1
  }
  return /[\uD800-\uDBFF]$/.test(near) ? end - 1 : end
}

function isAbbreviation(text: string, start: number, dot: number): boolean {
  const before = text.slice(Math.max(start, dot - 24), dot)
  const word = /(?:^|[\s(“"‘'–—-])((?:\p{L}\.)*[\p{L}]+)$/u.exec(before)?.[1]
  if (!word) return false
  // `Rs. 3 crore`
  if (/^\.[\s\u00A0]*\d/.test(text.slice(dot, dot + 4)) && findCurrency(word)) return true
  if (parseMonth(word) !== null && word.length < 5 && /^\.[\s\u00A0]+\d/.test(text.slice(dot, dot + 4))) return true
  const next = /^\.[\s\u00A0]+[“"‘'([«„»‚]*(\p{L}+)?/u.exec(text.slice(dot, dot + 40))?.[1] ?? ''
  // `No. 10` is a number, `said no.` an answer
  if (/^nos?$/i.test(word)) return /^\.[\s\u00A0]+\d/.test(text.slice(dot, dot + 4))
  if (/^\p{Lu}$/u.test(word)) return /^\p{Lu}/u.test(next) && !hasTag(next, 'Determiner', 'Pronoun', 'Preposition')
  // `M.K. Stalin`: initials stand before a surname, unless they name a body (`the F.B.I. Agents came`)
  if (/^(?:\p{Lu}\.)+\p{Lu}$/u.test(word) && !mayEnd.test(word))
    return (
      /^\p{Lu}/u.test(next) &&
      !isSpelledSmall(next) &&
      !hasTag(next, 'Determiner', 'Pronoun', 'Preposition', 'Conjunction', 'QuestionWord')
    )
  // `7 p.m. (1330 GMT) on Friday`, `3 p.m. EDT`, `9 a.m. Monday`
  if (/^[ap]\.m$/i.test(word)) {
    const zoned = /^\p{Lu}{2,4}$/u.test(next) || parseWeekday(next) !== null || parseMonth(next) !== null
    return zoned || /^\.[\s\u00A0]+\(\d/.test(text.slice(dot, dot + 8))
  }
  if (mayEnd.test(word))
    return (
      !hasTag(next, 'Determiner', 'Pronoun', 'Preposition', 'Conjunction', 'Adverb', 'QuestionWord') &&
      /^(?:u\.s|u\.k|u\.n|co|corp|inc)$/i.test(word)
    )
  return (
    abbreviation.test(word) ||
    (hasTag(word, 'Abbreviation') && hasTag(word, 'Honorific', 'Month', 'Place') && /^\p{Lu}/u.test(word))
  )
}

export function trim(text: string, start: number, end: number): Span {
  while (start < end && /\s/.test(text[start]!)) start++
  while (end > start && /\s/.test(text[end - 1]!)) end--
  return { start, end }
}
