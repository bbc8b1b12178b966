import type { FigureMention, Mention } from '../model/mention.ts'
import type { SegmentedText } from '../model/segment.ts'
import { type Collapsed, createTrees, type Parser, type Trees } from '../syntax/index.ts'
import { isNumberWord, scales, shortScales } from '../text/number-words.ts'

/** The trees of a text whose names, dates and figures are one token each; of a count or a measurement the number, so that its unit is a noun. */
export function plantTrees(parse: Parser, document: SegmentedText, mentions: readonly Mention[]): Trees {
  const { text } = document
  const spans: Collapsed[] = []
  for (const mention of mentions)
    if (mention.type === 'actor') spans.push({ start: mention.start, end: mention.end, as: 'name' })
    else if (mention.type === 'date') spans.push({ start: mention.start, end: mention.end, as: 'date' })
    else if (mention.type === 'figure') {
      const span = collapseFigure(text, mention)
      if (span) spans.push(span)
    }
  spans.sort((a, b) => a.start - b.start || b.end - a.end)
  const disjoint: Collapsed[] = []
  let end = 0
  for (const span of spans) {
    if (span.start < end) continue
    disjoint.push(span)
    end = span.end
  }
  return createTrees(parse, document, disjoint)
}

function collapseFigure(text: string, { start, end, kind }: FigureMention): Collapsed | undefined {
  if (kind === 'money') return { start, end, as: 'money' }
  if (kind === 'percentage' || kind === 'fraction' || kind === 'ratio') return { start, end, as: 'percent' }
  if (kind === 'rank' || kind === 'score') return undefined
  let last = 0
  for (const { 0: word, index } of text.slice(start, end).matchAll(/[\p{L}\d][\p{L}\d.,]*/gu)) {
    const lower = word.toLowerCase()
    if (/\d$/.test(word) || isNumberWord(lower) || scales.has(lower) || shortScales.has(lower))
      last = index + word.length
    // `10km`: the unit goes with its number
    else if (/^\d/.test(word)) last = index + word.length
  }
  return last > 0 ? { start, end: start + last, as: 'number' } : undefined
}
