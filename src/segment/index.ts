import type { LoadedSection } from '../model/article.ts'
import type { SegmentedText } from '../model/segment.ts'
import { splitBlocks, splitParagraphs } from './paragraphs.ts'
import { findQuotations } from './quotations.ts'
import { findSections } from './sections.ts'
import { splitSentences } from './sentences.ts'

/**
 * Cuts a normalized text into sections, paragraphs, sentences and marked quotations. Spans count UTF-16 code units, in text order.
 * @param told parts whose kind the markup told, in text order: they need no guess
 */
export function segmentText(text: string, told: readonly LoadedSection[] = []): SegmentedText {
  const blocks = splitBlocks(text)
  const paragraphs = blocks.flatMap((block) => splitParagraphs(text, block))
  return {
    text,
    sections: findSections(text, blocks, told),
    paragraphs,
    sentences: paragraphs.flatMap((paragraph) => splitSentences(text, paragraph)),
    quotations: findQuotations(text, paragraphs),
  }
}
