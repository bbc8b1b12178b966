import type { Mention } from '../model/mention.ts'
import type { SegmentedText, Span } from '../model/segment.ts'

type WithoutProvenance<M> = M extends Mention
  ? Omit<M, 'extractor' | 'confidence' | 'start' | 'end'> & Partial<Span> & { confidence?: number }
  : never

/** What a pattern read: a mention without its name tag; span and confidence only where they differ from the match and 0.9. */
export type Draft = WithoutProvenance<Mention>

/**
 * One form of words that states one kind of thing. `form` is global and runs over the whole, uncut text; `read` gives `null`
 * for "not mine". Edges are lookarounds, so that a refused `123` can never come back as `23`.
 */
export type Pattern = {
  readonly name: string
  readonly form: RegExp
  readonly read: (match: RegExpExecArray, document: SegmentedText) => Draft | readonly Draft[] | null
}

/**
 * Runs one pattern over a text; mentions come in text order and may overlap those of other patterns. Where `read` refuses a match, the
 * search goes on one character behind its start: what it swallowed may hold another (`in 2022 to 5.1 percent`).
 */
export function runPattern(pattern: Pattern, document: SegmentedText): Mention[] {
  const mentions: Mention[] = []
  const form = new RegExp(pattern.form)
  for (let match = form.exec(document.text); match; match = form.exec(document.text)) {
    const drafts = pattern.read(match, document)
    if (drafts === null || match[0] === '') {
      form.lastIndex = match.index + 1
      continue
    }
    for (const draft of Array.isArray(drafts) ? drafts : [drafts]) {
      const place = { start: match.index, end: match.index + match[0].length, confidence: 0.9 }
      const found = { ...place, ...draft, extractor: pattern.name } as Mention
      if (found.end > found.start) mentions.push(found)
    }
  }
  return mentions
}
