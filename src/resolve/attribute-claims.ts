import type { QuoteMention } from '../model/mention.ts'
import { firstFrom, type Span } from '../model/segment.ts'

/** Finds the quotes of sources whose words a stretch of the text stands in, the innermost of nested ones first. */
export type Attributor = (span: Span) => readonly QuoteMention[]

/** A stretch of somebody's words, and the one that it lies in. */
type Stretch = Span & { readonly quote: QuoteMention; readonly within: Stretch | undefined }

/** Words within words within words: nobody writes deeper, and no text may make looking up slow. */
const deepest = 8

/** An attributor over the quotes of one text. Quotes without a source say nobody's words. */
export function createAttributor(quotes: readonly QuoteMention[]): Attributor {
  const spoken = quotes
    .filter(({ source }) => source)
    .flatMap((quote) => (quote.parts ?? [quote]).map(({ start, end }) => ({ start, end, quote })))
    .sort((a, b) => a.start - b.start || b.end - a.end)
  const stretches: Stretch[] = []
  let top: Stretch | undefined
  for (const each of spoken) {
    while (top && top.end <= each.start) top = top.within
    top = { ...each, within: top }
    stretches.push(top)
  }
  const led = quotes.filter(isLed).sort((a, b) => a.cue!.end - b.cue!.end)
  return (span) => {
    let at: Stretch | undefined = stretches[firstFrom(stretches, span.start + 1) - 1]
    const around: QuoteMention[] = []
    for (let steps = 0; at && steps < deepest; steps++, at = at.within) if (span.end <= at.end) around.push(at.quote)
    if (around.length > 0) return around
    // `said the firm had lost $5m and was “finished”`: the clause that the marked words end
    const clause = led[firstFromEnd(led, span.start) - 1]
    return clause && span.end <= clause.start ? [clause] : []
  }
}

/** Words inside a sentence behind their source and cue. */
const isLed = ({ kind, source, cue, start }: QuoteMention): boolean =>
  kind === 'partial' && source !== undefined && cue !== undefined && source.end <= cue.start && cue.end <= start

/** How many of the quotes have their cue end at or before an offset. */
function firstFromEnd(quotes: readonly QuoteMention[], offset: number): number {
  let [low, high] = [0, quotes.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (quotes[middle]!.cue!.end <= offset) low = middle + 1
    else high = middle
  }
  return low
}
