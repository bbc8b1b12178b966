import type { SegmentedText } from '../model/segment.ts'
import { splitBlocks, splitParagraphs } from './paragraphs.ts'
import { findQuotations } from './quotations.ts'
import { findSections } from './sections.ts'
import { splitSentences } from './sentences.ts'

/** Cuts a normalized text into sections, paragraphs, sentences and marked quotations. Spans count UTF-16 code units, in text order. */
export function segmentText(text: string): SegmentedText {
  const blocks = splitBlocks(text)
  const paragraphs = blocks.flatMap((block) => splitParagraphs(text, block))
  return {
    text,
    sections: findSections(text, blocks),
    paragraphs,
    sentences: paragraphs.flatMap((paragraph) => splitSentences(text, paragraph)),
    quotations: findQuotations(text, paragraphs),
  }
}
