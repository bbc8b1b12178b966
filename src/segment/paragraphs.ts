import type { Span } from '../model/segment.ts'
import { trim } from './sentences.ts'

/** A block stands between blank lines; its paragraphs are its lines when they end like sentences, else the block is one. */
export type Block = Span & { readonly lines: readonly Span[] }

/** Cuts a text at blank lines. Works for LF, CRLF and CR, and for white space on the blank line. */
export function splitBlocks(text: string): Block[] {
  const blocks: Block[] = []
  let lines: Span[] = []
  const flush = () => {
    if (lines.length) blocks.push({ start: lines[0]!.start, end: lines.at(-1)!.end, lines })
    lines = []
  }
  const add = (start: number, end: number) => {
    const line = trim(text, start, end)
    if (line.end > line.start) lines.push(line)
    else flush()
  }
  let from = 0
  // from end to end of a line: a pattern that runs over a line of many MB keeps a place to go back to for each of its characters
  for (const { 0: lineEnd, index } of text.matchAll(/\r\n|[\r\n\u2028\u2029]/g)) {
    if (index > from) add(from, index)
    else if (/[\n\r]/.test(text[index - 1] ?? '')) flush()
    from = index + lineEnd.length
  }
  if (from < text.length) add(from, text.length)
  flush()
  return blocks
}

/**
 * Paragraphs of a block. In hard-wrapped prose (lines of about one width, most without a sentence's end) they begin at indented lines and
 * behind short lines that end a sentence; otherwise each line is its own.
 */
export function splitParagraphs(text: string, block: Block): Span[] {
  const { lines } = block
  if (lines.length < 2) return [block]
  const inner = lines.slice(0, -1)
  const widths = inner.map(({ start, end }) => end - start).sort((a, b) => a - b)
  const widest = widths.at(-1)!
  const unended = inner.filter(({ end }) => !/[.!?”"’':]/.test(text[end - 1]!)).length
  const wrapped = widths[widths.length >> 1]! >= 50 && widest <= 120 && unended > inner.length / 2
  if (!wrapped) return [...lines]
  const isIndented = ({ start }: Span) => /[ \t]{2}$/.test(text.slice(Math.max(0, start - 2), start))
  const indents = lines.filter(isIndented).length <= lines.length / 2
  const paragraphs: Span[] = []
  lines.forEach((line, i) => {
    const before = lines[i - 1]
    const ended =
      before &&
      before.end - before.start < 0.7 * widest &&
      /[.!?][”"’')\]]*$/.test(text.slice(Math.max(0, before.end - 3), before.end))
    if (before && !ended && !(indents && isIndented(line)))
      paragraphs.push({ start: paragraphs.pop()!.start, end: line.end })
    else paragraphs.push({ start: line.start, end: line.end })
  })
  return paragraphs
}
