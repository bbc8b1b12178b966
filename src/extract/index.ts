import type { Mention } from '../model/mention.ts'
import type { SegmentedText } from '../model/segment.ts'
import { findActors } from './actor/index.ts'
import { datePatterns } from './date/index.ts'
import { figurePatterns } from './figure/index.ts'
import { runPattern } from './pattern.ts'
import { findQuotes } from './quote/index.ts'

/** Every mention of the four types, overlaps and all. Dates come before figures: of two readings of equal length the first is kept. */
export function extractMentions(document: SegmentedText): Mention[] {
  const patterns = [...datePatterns, ...figurePatterns]
  return [
    ...findActors(document),
    ...findQuotes(document),
    ...patterns.flatMap((pattern) => runPattern(pattern, document)),
  ]
}
