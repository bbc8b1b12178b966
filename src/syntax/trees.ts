import { firstFrom, type SegmentedText, type Span, spanAt } from '../model/segment.ts'
import type { Collapsed, Parser, Tree } from './tree.ts'

/** The trees of a text, each made when it is first asked for. */
export type Trees = {
  /** The tree of the sentence at an offset (UTF-16 code units); undefined outside sentences. */
  readonly at: (offset: number) => Tree | undefined
}

/** Longest stretch that is one tree, in code units: a longer sentence is a list, a table or no sentence, and is parsed in stretches. */
export const longest = 1000

/**
 * @param collapsed sorted, disjoint spans that are one token each
 */
export function createTrees(parse: Parser, { text, sentences }: SegmentedText, collapsed: readonly Collapsed[]): Trees {
  const made = new Map<number, Tree>()
  return {
    at: (offset) => {
      const sentence = spanAt(sentences, offset)
      if (!sentence || offset < sentence.start || offset >= sentence.end) return undefined
      const stretch = cutStretch(text, sentence, offset, collapsed)
      let tree = made.get(stretch.start)
      if (!tree) {
        const from = firstFrom(collapsed, stretch.start)
        tree = parse(text, stretch, collapsed.slice(from, firstFrom(collapsed, stretch.end)))
        made.set(stretch.start, tree)
      }
      return tree
    },
  }
}

/** The sentence, or of one that is too long the stretch around the offset: cut at every multiple of `longest`, there at a gap between words. */
function cutStretch(text: string, sentence: Span, offset: number, collapsed: readonly Collapsed[]): Span {
  if (sentence.end - sentence.start <= longest) return sentence
  const cutAt = (k: number): number => {
    const from = sentence.start + k * longest
    if (k <= 0) return sentence.start
    if (from >= sentence.end) return sentence.end
    const across = collapsed[firstFrom(collapsed, from) - 1]
    let at = across && across.end > from ? Math.min(across.end, from + longest / 4) : from
    const limit = Math.min(sentence.end, at + longest / 4)
    while (at < limit && !/\s/.test(text[at]!)) at++
    return at
  }
  let k = Math.floor((offset - sentence.start) / longest)
  if (offset < cutAt(k)) k--
  return { start: cutAt(k), end: cutAt(k + 1) }
}
