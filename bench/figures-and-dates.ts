import { findDates } from '../src/extract/date/index.ts'
import { findFigures } from '../src/extract/figure/index.ts'
import { anchorDates } from '../src/resolve/anchor-dates.ts'
import { dropOverlaps } from '../src/resolve/overlaps.ts'
import { segmentText } from '../src/segment/index.ts'
import { tokenize } from '../src/text/tokens.ts'
import { goldPublishedAt as publishedAt } from '../test/gold-sentences.ts'

/** Figures and dates with their values, without actors and quotes. */
export function readFiguresAndDates(text: string): number {
  const document = segmentText(text)
  const tokens = tokenize(text)
  const kept = dropOverlaps([...findDates(tokens), ...findFigures(tokens, document)])
  const dates = kept.filter((mention) => mention.type === 'date')
  return kept.length + anchorDates(dates, document, { publishedAt }).length
}
