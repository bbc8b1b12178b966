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
  for (const match of text.matchAll(/[^\r\n\u2028\u2029]+|\r\n|\r|\n|\u2028|\u2029/g)) {
    const line = trim(text, match.index, match.index + match[0].length)
    if (line.end > line.start) lines.push(line)
    else if (
      !/^(?:\r\n|\r|\n|\u2028|\u2029)$/.test(match[0]) ||
      /(?:\r\n|\n|\r)$/.test(text.slice(Math.max(0, match.index - 2), match.index))
    )
      flush()
  }
  flush()
  return blocks
}

/**
 * Paragraphs of a block. Hard-wrapped prose (every line but the last of about one width and most without a sentence's end)
 * is one paragraph; otherwise each line is its own.
 */
export function splitParagraphs(text: string, block: Block): Span[] {
  const { lines } = block
  if (lines.length < 2) return [block]
  const inner = lines.slice(0, -1)
  const unended = inner.filter(({ end }) => !/[.!?”"’':]/.test(text[end - 1]!)).length
  const wrapped = inner.every(({ start, end }) => end - start >= 50 && end - start <= 120) && unended > inner.length / 2
  return wrapped ? [block] : [...lines]
}
