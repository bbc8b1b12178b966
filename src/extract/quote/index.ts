import type { QuoteMention } from '../../model/mention.ts'
import type { SegmentedText } from '../../model/segment.ts'
import { maySpeak } from '../../text/speakers.ts'
import { findCues } from './cues.ts'
import { readIndirect } from './indirect.ts'
import { readMarked } from './marked.ts'
import { readNounCues } from './noun-cues.ts'
import { readTranscript } from './transcript.ts'

/** Quotations of a text, marked and reported, in text order. One attribution gives one quote: marked words win, and the clause around them is told too where they are less than half of it. */
export function findQuotes(document: SegmentedText): QuoteMention[] {
  const cues = findCues(document)
  const spoken = readTranscript(document)
  const { mentions, used } = readMarked(document, cues)
  // inside a speaker's words, what is marked or reported stays; the words themselves are not told twice
  const starts = new Set(spoken.map(({ start }) => start))
  const marked = mentions.filter(({ start, source }) => !starts.has(start) || source)
  const taken = new Set(marked.map(({ start }) => start))
  const told = [...spoken.filter(({ start }) => !taken.has(start)), ...marked, ...readIndirect(document, cues, used)]
  return [...told, ...readNounCues(document)]
    .flatMap((quote) => withPossibleSource(document.text, quote) ?? [])
    .sort((a, b) => a.start - b.start || b.end - a.end)
}

/** A quote without a source that nobody can be; undefined where it was told by that source alone. */
function withPossibleSource(text: string, quote: QuoteMention): QuoteMention | undefined {
  const { source, cue, ...words } = quote
  if (!source || maySpeak(text, source, cue)) return quote
  if (quote.kind === 'indirect') return undefined
  return quote.kind === 'partial' ? { ...words, kind: 'scare' } : words
}
