import type { Span } from '../model/segment.ts'
import type { Collapsed, CollapsedKind } from './tree.ts'

/** A token before it is tagged. Spans count UTF-16 code units of the whole text. */
export type RawToken = Span & { readonly form: string; readonly collapsed: Collapsed | undefined }

// Words that stay whole before a hyphen, as the English Web Treebank has them: `non-commercial`, `e-mail`; others are cut: `ten - year`.
const prefix =
  /^(?:e|x|co|re|ex|un|non|pre|pro|sub|anti|semi|mid|multi|mini|neo|inter|intra|over|post|psycho|cross|de|bi)$/i
const abbreviation =
  /^(?:\p{L}|(?:\p{L}\.)+\p{L}|mr|mrs|ms|dr|st|sr|jr|prof|gen|sen|rep|gov|lt|col|sgt|capt|rev|hon|inc|corp|co|ltd|bros|vs|etc|no|jan|feb|mar|apr|aug|sept?|oct|nov|dec|ph\.d|e\.g|i\.e|u\.s|u\.n|approx|dept|est|fig|al)$/iu
const contraction = /(?:n['’]t|['’](?:s|ll|re|ve|d|m))$/i
const opening = /^(?!['’]s(?!\p{L}))(?:[“”"„«»‘’'`([{<*#~]|-{2,}|\.{2,}|…|[—–]|[$€£¥₹₽₩](?=\d)|-(?=[$€£]|\D))/u
const closing = /(?:[“”"„«»‘’'`)\]}>*,;:?!~]|-{2,}|\.{2,}|…|[—–%]|\.)$/u
/** Where a chunk without marks around it is cut inside: before and behind dashes, slashes and hyphens between letters or digits. */
const inner =
  /[—–/]|-{2,}|\.{3,}|…|(?<=[\p{L}\p{N}.'’])-(?=[\p{L}\p{N}])|(?<=\p{N})%|(?<=\p{L})[$€£](?=\d)|[()[\]“”"](?=.)/gu

/**
 * Cuts a sentence into words as Universal Dependencies does for English: marks, `'s`, `n't`, hyphens and symbols are tokens of their own.
 * A collapsed span is one token, together with the dot of an abbreviation it ends in.
 */
export function tokenizeSentence(text: string, sentence: Span, collapsed: readonly Collapsed[]): RawToken[] {
  const tokens: RawToken[] = []
  let at = sentence.start
  for (const span of collapsed) {
    if (span.start < at || span.end > sentence.end || span.end <= span.start) continue
    cutChunks(text, at, span.start, tokens)
    let { end } = span
    if (span.as === 'name' && text[end] === '.' && end < sentence.end - 1 && isAbbreviated(text, span)) end++
    tokens.push({
      start: span.start,
      end,
      form: formOfCollapsed(text.slice(span.start, end), span.as),
      collapsed: span,
    })
    at = end
  }
  cutChunks(text, at, sentence.end, tokens)
  return tokens
}

const isAbbreviated = (text: string, { start, end }: Span) => {
  const last = /[\p{L}.]+$/u.exec(text.slice(Math.max(start, end - 12), end))?.[0]
  return last !== undefined && abbreviation.test(last)
}

/** What the parser sees of a collapsed span. */
export function formOfCollapsed(words: string, as: CollapsedKind): string {
  if (as === 'name') return lowerForm(/[^\s]+$/.exec(words.trimEnd())?.[0] ?? words)
  if (as === 'money') return '$'
  if (as === 'percent') return '%'
  if (as === 'number') return '0'
  const last = /\p{L}+$/u.exec(words)?.[0].toLowerCase()
  return last !== undefined && pointing.has(last) ? last : 'DATE'
}
const pointing = new Set(
  'ago earlier later before after today yesterday tomorrow tonight now recently currently'.split(' '),
)

const lowerForm = (word: string): string => word.toLowerCase().replaceAll('’', "'")

function cutChunks(text: string, from: number, to: number, tokens: RawToken[]): void {
  const push = (start: number, end: number) => {
    if (end > start) tokens.push({ start, end, form: lowerForm(text.slice(start, end)), collapsed: undefined })
  }
  for (const { 0: chunk, index } of text.slice(from, to).matchAll(/\S+/g)) {
    const base = from + index
    if (/^[\p{L}\p{N}]+$/u.test(chunk)) {
      cutWord(chunk, base, push)
      continue
    }
    let start = 0
    let end = chunk.length
    for (let match = opening.exec(chunk); match; match = opening.exec(chunk.slice(start, end))) {
      push(base + start, base + start + match[0].length)
      start += match[0].length
    }
    const behind: Span[] = []
    for (let k = 0; k < 40 && end > start; k++) {
      const rest = chunk.slice(start, end)
      const match = closing.exec(rest)
      if (!match) break
      const last = base + end >= to && !/\S/.test(text.slice(to, to + 1))
      if (match[0] === '.' && (isWholeWithDot(rest.slice(0, -1)) || (!last && abbreviation.test(rest.slice(0, -1)))))
        break
      if (/['’]/.test(match[0]) && rest.length > 1 && /^['’]\d/.test(rest)) break
      behind.push({ start: base + end - match[0].length, end: base + end })
      end -= match[0].length
    }
    cutInside(chunk.slice(start, end), base + start, push)
    for (const { start, end } of behind.reverse()) push(start, end)
  }
}

/** `U.S.`, `p.m.`: the dot is part of the word even at the end of a sentence. */
const isWholeWithDot = (word: string): boolean =>
  /^(?:\p{L}\.)+\p{L}$/u.test(word) || /^(?:inc|corp|co|ltd|jr|sr)$/i.test(word)

function cutInside(chunk: string, base: number, push: (start: number, end: number) => void): void {
  let from = 0
  const whole = /@|:\/\/|^www\./.test(chunk)
  for (const { 0: mark, index } of whole ? [] : chunk.matchAll(inner)) {
    if (index < from) continue
    const before = chunk.slice(from, index)
    if (mark === '-' && prefix.test(before)) continue
    if (mark === '/' && /\d$/.test(before) && /^\d/.test(chunk.slice(index + 1))) continue
    cutWord(before, base + from, push)
    push(base + index, base + index + mark.length)
    from = index + mark.length
  }
  if (whole) push(base, base + chunk.length)
  else cutWord(chunk.slice(from), base + from, push)
}

/** Cuts `don't`, `cannot`, `5pm`, `$5bn` in two. */
function cutWord(word: string, base: number, push: (start: number, end: number) => void): void {
  const clitic = contraction.exec(word)?.index || undefined
  const two = /^(?:(?<can>can)not|(?<first>gon|wan|got)(?:na|ta))$/i.exec(word)?.groups
  const unit = /^(?<number>[\d.,]*\d)\p{L}{1,3}$/u.exec(word)?.groups
  const counted = unit && !/(?:st|nd|rd|th|s|d)$/i.test(word) ? unit.number!.length : undefined
  const at = clitic ?? two?.can?.length ?? two?.first?.length ?? counted ?? word.length
  push(base, base + at)
  push(base + at, base + word.length)
}
