import type { QuoteMention } from '../../model/mention.ts'
import type { SegmentedText } from '../../model/segment.ts'
import { findCues } from './cues.ts'
import { readIndirect } from './indirect.ts'
import { readMarked } from './marked.ts'

/** Quotations of a text, marked and reported, in text order. One attribution gives one quote: marked words win over the clause around them. */
export function findQuotes(document: SegmentedText): QuoteMention[] {
  const cues = findCues(document)
  const { mentions, used } = readMarked(document, cues)
  return [...mentions, ...readIndirect(document, cues, used)].sort((a, b) => a.start - b.start || b.end - a.end)
}
