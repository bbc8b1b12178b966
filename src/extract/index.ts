import type { Mention } from '../model/mention.ts'
import type { SegmentedText } from '../model/segment.ts'
import { tokensOf } from '../text/tokens.ts'
import { findActors } from './actor/index.ts'
import type { NameTagger } from './actor/tagger/index.ts'
import { findDates } from './date/index.ts'
import { findFigures } from './figure/index.ts'
import { findQuotes } from './quote/index.ts'

/** Every mention of the four types, overlaps and all. Dates come before figures: of two readings of equal length the first is kept. */
export function extractMentions(document: SegmentedText, tagNames?: NameTagger): Mention[] {
  const tokens = tokensOf(document)
  return [
    ...findActors(document, tagNames),
    ...findQuotes(document),
    ...findDates(tokens),
    ...findFigures(tokens, document),
  ]
}
