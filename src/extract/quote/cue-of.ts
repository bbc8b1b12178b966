import {
  behindMark,
  firstFrom,
  type Quotation,
  type SegmentedText,
  type Span,
  spanAt,
  spansBetween,
} from '../../model/segment.ts'
import { hasTag, isPastTense } from '../../text/lexicon.ts'
import type { Cue } from './cues.ts'

// Which cue marked words belong to.

/** How far from a quotation, in code units, its cue may stand: sentences and paragraphs may be as long as their text. */
export const furthest = 2000

/** The cue of a quotation: right behind it, right before it, or the nearest in the sentence it stands in. */
export function cueOf(document: SegmentedText, quotation: Quotation, cues: readonly Cue[]): Cue | undefined {
  const { text } = document
  const near = (from: number, to: number) =>
    spansBetween(cues, from, to).filter(
      (cue) =>
        (cue.manner !== 'thinking' || !isWhole(text, quotation)) &&
        Math.min(cue.start, cue.source.start) >= from &&
        Math.max(cue.end, cue.source.end) <= to,
    )
  const last = quotation.parts.at(-1)!
  const paragraph = spanAt(document.paragraphs, last.start)!
  const followed = document.quotations[firstFrom(document.quotations, last.end + 1)]?.start ?? Number.POSITIVE_INFINITY
  const behind = near(last.end, Math.min(paragraph.end + 1, followed, last.end + furthest)).find((cue) => {
    const first = Math.min(cue.start, cue.source.start)
    const gap = text.slice(behindMark(quotation), first)
    if (/[.…]$/.test(text.slice(last.start, last.end)) && !/[—–-]/.test(gap) && /^\s*\p{Lu}/u.test(gap + text[first]))
      return isAttributionAlone(text, cue, gap)
    // `“not likely” and 12 percent said`: the next one's attribution
    if (/^[,\s]*(?:and|while|yet|so)\s/.test(gap)) return false
    // `” survivor Ann Wu told`, `” White House spokesman Robert Gibbs said`: a role may stand before the name
    return /^[,\s—–-]*(?:(?:[\p{L}][\p{L}’'.-]*|&)\s+){0,8}$/u.test(gap) && !holdsClause(gap)
  })
  if (behind) return behind
  const first = quotation.parts[0]!
  const sentence = spanAt(document.sentences, first.start)!
  const start = Math.min(sentence.start, first.start)
  const before = near(Math.max(start, first.start - furthest), first.start).filter(
    (cue) => cue.sentence.start === sentence.start || cue.sentence.start === start,
  )
  const ahead = before.at(-1)
  const inner =
    ahead &&
    /[”"]/.test(text.slice(ahead.end, first.start - 1)) &&
    isWhole(text, quotation) &&
    !/[,:]\s*$/.test(text.slice(first.start - 4, first.start - 1))
  if (ahead && !inner) return ahead
  // `“We expect Iran to meet its duties” under the treaty, Crowley said`: a sentence may go on behind whole ones
  if (!isWhole(text, quotation) || /^(?:[”"»]|'')\s\p{Ll}/u.test(text.slice(last.end, last.end + 4))) {
    const after = near(last.end, Math.min(sentence.end + 1, paragraph.end + 1, last.end + furthest)).filter(
      (cue) => cue.sentence.start === sentence.start,
    )
    // words inside a sentence that its end attributes: `the “worst” year, officials said.`
    const trailing = after.find((cue) => /,\s*$/.test(text.slice(last.end, Math.min(cue.start, cue.source.start))))
    if (trailing) return trailing
  }
  if (
    isWhole(text, quotation) &&
    (/^[\s“"«„»‚]*$/.test(text.slice(paragraph.start, first.start)) ||
      /[:]\s*(?:[“"«‘'„»‚]|''|``)$/.test(text.slice(Math.max(0, first.start - 4), first.start)))
  ) {
    // a paragraph that ends in a colon introduces the quotation of the next
    const introduced = document.paragraphs[firstFrom(document.paragraphs, paragraph.start) - 1]
    if (introduced && text[introduced.end - 1] === ':')
      return near(Math.max(introduced.start, introduced.end - furthest), introduced.end).at(-1)
  }
  return undefined
}

/** `“We need more.” Rask says.`: who says it and nothing more. */
const isAttributionAlone = (text: string, { start, end, source, sentence, manner }: Cue, gap: string): boolean =>
  manner === 'saying' &&
  /^\s$/.test(gap) &&
  /^\s$/.test(text.slice(Math.min(end, source.end), Math.max(start, source.start))) &&
  /^[.!?]*\s*$/.test(text.slice(Math.max(end, source.end), sentence.end))

/** Words that a noun phrase has not: a clause of its own stands between a quotation and its cue. */
export const holdsClause = (gap: string) =>
  /(?<![\p{L}])(?:but|that|which|who|when|while|whilst|although|though|because|if|after|before|since|until|where|as|is|was|are|were|he|she|they|it|we|I)(?![\p{L}])/u.test(
    gap,
  ) ||
  [...gap.matchAll(/(?<![\p{L}])\p{Ll}+/gu)].some(
    ([word]) => isPastTense(word) && !hasTag(word, 'Adjective', 'Noun', 'Singular'),
  )

/**
 * `He called it a mistake. “I was wrong.”`: who is reported in the sentence before a whole one in marks goes on in it; in the paragraph before,
 * where the words in marks are a paragraph of their own and nobody else is reported there.
 */
export function cueBefore(document: SegmentedText, quotation: Quotation, cues: readonly Cue[]): Cue | undefined {
  const { text, sentences, paragraphs } = document
  const paragraph = spanAt(paragraphs, quotation.start)!
  const at = firstFrom(sentences, quotation.start - 1)
  const own = sentences[at]
  const before = sentences[at - 1]
  if (!own || !before || !/^[\s“"«„»‚]*$/.test(text.slice(own.start, quotation.start))) return undefined
  if (before.start < paragraph.start) {
    const previous = paragraphs[firstFrom(paragraphs, paragraph.start) - 1]
    if (!previous || text.slice(behindMark(quotation), paragraph.end).trim() || before.end < previous.end - 2)
      return undefined
    if (/[”"»:]\s*$/.test(text.slice(before.start, before.end))) return undefined
    const reports = spansBetween(cues, before.start, before.end).filter(({ manner }) => manner === 'saying')
    const [first] = reports
    const one =
      first &&
      reports.every(
        ({ source }) =>
          text.slice(source.start, source.end) === text.slice(first.source.start, first.source.end) ||
          /^(?:he|she|they|it)$/i.test(text.slice(source.start, source.end)),
      )
    return one && first.order === 'before' && first.source.start - before.start < 120 ? first : undefined
  }
  if (/[”"»]$/.test(text.slice(before.start, before.end))) return undefined
  const last = spansBetween(cues, before.start, before.end).at(-1)
  return last && last.manner === 'saying' ? last : undefined
}

/** A whole sentence or more: begins with a capital and ends like a sentence or like one that its attribution goes on from. */
export function isWhole(text: string, { start, end }: Span): boolean {
  const content = text.slice(start, end).trim()
  const opening = /^[[(“‘'"„»‚…\s.]*[\p{Lu}\p{N}]/u.test(content)
  const words = content.split(/\s+/).length
  const closes = /[.!?,…—–-][”’'"]?$/.test(content) || /^(?:[”"’'»“«‘]|'')\s*[,.]/.test(text.slice(end, end + 4))
  const intoSentence =
    /(?<![\p{L}])(?:the|a|an|of|his|her|its|their|as|called|named|titled|entitled|dubbed|so-called|word|words|term|phrase|in|on|for)\s*(?:[“"‘'«„»‚]|''|``)$/iu.test(
      text.slice(Math.max(0, start - 14), start),
    )
  return (
    opening && !intoSentence && ((closes && words > 1) || (/[.!?][”’'"]?$/.test(content) && words >= 1) || words > 7)
  )
}
