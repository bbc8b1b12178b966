import { type SegmentedText, type Span, spanAt } from '../../model/segment.ts'
import { findPlaceName } from '../../text/countries.ts'
import { hasTag, isFirstName, isFunctionWord } from '../../text/lexicon.ts'
import { isCommonWord, isSpelledSmall } from '../../text/spelling.ts'

/** A word as the reader of names sees it: possessive mark cut off, compounds of place names cut at their hyphen. */
export type Word = Span & {
  readonly text: string
  /** Starts with a capital letter, and is no hashtag. */
  readonly capital: boolean
  /** First of its sentence, or behind an opening mark, colon or dash: its capital says nothing. */
  readonly first: boolean
  /** Stood with `'s`. */
  readonly possessive: boolean
  /** The apostrophe of that mark, as it is written. */
  readonly apostrophe?: string
  /** What stands between the word before (its possessive mark included) and this one. */
  readonly gap: string
  /** Its place among the words of the text. */
  readonly at: number
}

const form =
  /(?:\p{Lu}\.){2,}(?:\p{Lu}(?![\p{L}.]))?|\p{Lu}\.(?=[\s\u00A0]?\p{Lu})|[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:(?:['’&.-](?=[\p{L}\p{N}]))[\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*|&/gu

/** All words of a text, in order. */
export function readWords({ text, sentences }: SegmentedText): Word[] {
  const words: Word[] = []
  const starts = new Set(sentences.map((sentence) => sentence.start))
  const shouted = sentences.filter(({ start, end }) => isShouted(text.slice(start, end)))
  let end = 0
  let address = false
  for (const match of text.matchAll(form)) {
    const loud = shouted.length > 0 && spanAt(shouted, match.index) !== undefined
    for (const part of cut(loud ? quieten(match[0]) : match[0], match.index)) {
      const gap = text.slice(end, part.start)
      const before = text.slice(Math.max(0, part.start - 3), part.start)
      const first = starts.has(part.start) || /[“"‘«(:•*–—-]\s?$|['[]$/.test(before) || end === 0
      // `pic.example.com/Xy9`: what follows a host is no name
      address = gap === '/' && (address || isHost.test(words.at(-1)?.text ?? ''))
      const capital = /^\p{Lu}/u.test(part.text) && !/[#@]$/.test(gap) && !address
      words.push({ ...part, capital, first, gap, at: words.length })
      end = part.end + (part.possessive ? 2 : 0)
    }
  }
  return words
}

const isHost = /\p{Ll}\.\p{Ll}{2,6}$/u

/** Wire copy and headlines in capitals: at least four words, and no small letter. */
const isShouted = (sentence: string): boolean =>
  !/\p{Ll}/u.test(sentence) && (sentence.match(/\p{Lu}{2,}/gu)?.length ?? 0) > 3

/** A word in capitals as it would be written otherwise, as far as lists know: `KILLED` small, `TINUBU` and `KANO` with a capital, `NATO` as it is. */
function quieten(word: string): string {
  if (findPlaceName(word) || hasTag(word, 'Organization', 'Acronym') || !/^\p{Lu}/u.test(word)) return word
  const small = word.toLowerCase()
  const name = word[0]! + small.slice(1)
  if (findPlaceName(name) || isFirstName(small) || hasTag(small, 'City', 'Region', 'LastName'))
    return isFunctionWord(small) ? small : name
  return isSpelledSmall(small) || isCommonWord(small) || isFunctionWord(small) ? small : name
}

type Part = Span & { text: string; possessive: boolean; apostrophe?: string }

function cut(word: string, start: number): Part[] {
  if (!/['’-]/.test(word)) return [{ text: word, start, end: start + word.length, possessive: false }]
  const own = /^(.+?)['’]s$/u.exec(word)
  const text = own ? own[1]! : word
  const possessive = Boolean(own)
  // `Delhi-bound`, `US-backed`: the name ends at the hyphen
  const compound =
    /^(\p{Lu}[\p{L}.]+)-((?:based|bound|led|backed|born|related|owned|run|controlled|style|era|trained|listed|funded|made|held|occupied|sponsored)\p{Ll}*)$/u.exec(
      text,
    )
  if (compound)
    return [
      { text: compound[1]!, start, end: start + compound[1]!.length, possessive: false },
      { text: compound[2]!, start: start + compound[1]!.length + 1, end: start + text.length, possessive },
    ]
  const hyphen = text.indexOf('-')
  if (hyphen > 0 && /^\p{Lu}/u.test(text)) {
    const [left, right] = [text.slice(0, hyphen), text.slice(hyphen + 1)]
    const place = findPlaceName(left) ?? findPlaceName(`${left}.`)
    if (
      !findPlaceName(text) &&
      ((place && (findPlaceName(right) || place.derived || /^\p{Ll}/u.test(right))) ||
        (/^\p{Lu}/u.test(right) && findPlaceName(right)?.derived))
    )
      return [
        { text: left, start, end: start + hyphen, possessive: false },
        ...cut(right, start + hyphen + 1).map((part) => ({ ...part, possessive })),
      ]
  }
  // `pro-Western`, `ex-President`: the prefix keeps the word from being a name
  return [{ text, start, end: start + text.length, possessive, ...(own && { apostrophe: word.at(-2)! }) }]
}
