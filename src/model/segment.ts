import type { SectionKind } from './section.ts'

/** A half-open stretch of the text. Inside the walk it counts UTF-16 code units; outside, code points. */
export type Span = { readonly start: number; readonly end: number }

/** Words between quotation marks, marks left out; `parts` are its paragraphs when it runs over several. */
export type Quotation = Span & {
  readonly parts: readonly Span[]
  readonly mark: 'double' | 'single'
  /** How many code units its closing mark has: two where single marks stand for a double one (`''No.''`). */
  readonly width?: 2
}

/** Where the text goes on behind the closing mark of a quotation. */
export const behindMark = ({ end, width }: Quotation): number => end + (width ?? 1)

/** Where the opening mark of a quotation stands. */
export const beforeMark = ({ start, width }: Quotation): number => start - (width ?? 1)

/** A text cut into sections, paragraphs, sentences and marked quotations: what every extractor reads. */
export type SegmentedText = {
  readonly text: string
  readonly sections: readonly (Span & { readonly kind: SectionKind })[]
  readonly paragraphs: readonly Span[]
  readonly sentences: readonly Span[]
  readonly quotations: readonly Quotation[]
}

/** The innermost of sorted, disjoint spans that holds `offset`, or the last one before it; undefined for an empty list. */
export function spanAt<T extends Span>(spans: readonly T[], offset: number): T | undefined {
  let low = 0
  let high = spans.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (spans[middle]!.start <= offset) low = middle
    else high = middle - 1
  }
  return spans[low]
}

/** The part of `span` within `back` before and `ahead` behind an offset: a bound on what a rule looks at, since a sentence may be as long as its text. */
export const windowOf = (span: Span, offset: number, back: number, ahead: number): Span => ({
  start: Math.max(span.start, offset - back),
  end: Math.min(span.end, offset + ahead),
})

/** Those of sorted spans that begin at `from` or later and before `to`. */
export function spansBetween<T extends Span>(spans: readonly T[], from: number, to: number): T[] {
  return spans.slice(firstFrom(spans, from), firstFrom(spans, to))
}

/** Index of the first of sorted spans that begins at `offset` or later. */
export function firstFrom(spans: readonly Span[], offset: number): number {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (spans[middle]!.start < offset) low = middle + 1
    else high = middle
  }
  return low
}
