import type { QuoteMention } from '../../model/mention.ts'
import {
  beforeMark,
  behindMark,
  firstFrom,
  type Quotation,
  type SegmentedText,
  type Span,
  spanAt,
} from '../../model/segment.ts'
import { cueBefore, cueOf, isWhole } from './cue-of.ts'
import type { Cue } from './cues.ts'
import { findNextSpeaker } from './next-speaker.ts'
import { readLead, readPlainAttribution } from './plain-attribution.ts'
import { isTitle } from './titles.ts'

/** A grade or a rating, the scales of Fitch, Moody's and Standard & Poor's among them: `the 'A' median`, `cut to 'BBB-'`. Nobody's words. */
const mark = /^(?:A{1,3}|B{1,3}|C{1,3}|[ABC]aa?|[A-F])[123]?[+−–-]?$/

/** Marked quotations with their kind and, where the text names one, their cue and source; `used` are the cues they took. */
export function readMarked(
  document: SegmentedText,
  cues: readonly Cue[],
): { mentions: QuoteMention[]; used: ReadonlySet<Cue> } {
  const { text, paragraphs } = document
  const used = new Set<Cue>()
  const mentions: QuoteMention[] = []
  let previous: { mention: QuoteMention; paragraph: number } | undefined
  const { quotations } = document
  for (let i = 0; i < quotations.length; i++) {
    const quotation = quotations[i]!
    const content = text.slice(quotation.start, quotation.end)
    if (!/[\p{L}\p{N}]/u.test(content)) continue
    if (mark.test(content)) continue
    // `Robert “Bobby” Tamm`
    if (isNickname(text, quotation)) continue
    const title = isTitle(text, quotation, beforeMark(quotation), behindMark(quotation))
    const cue = title ? undefined : cueOf(document, quotation, cues)
    const next = quotations[i + 1]
    const whole = !title && isWhole(text, quotation)
    const paragraph = firstFrom(paragraphs, quotation.start + 1) - 1
    // `“No,” he said, “never.”`: one quotation, interrupted by its attribution
    if (cue && next && interrupts(text, quotation, next, cue)) {
      const parts = [...partsOf(quotation), ...partsOf(next)]
      used.add(cue)
      const opens =
        /^[^\p{L}\p{N}]*[\p{Lu}\p{N}]/u.test(content) && /[.!?…]$/.test(text.slice(quotation.start, next.end))
      const mention = toMention(
        { start: quotation.start, end: next.end },
        whole || opens ? 'direct' : 'partial',
        cue,
        parts,
      )
      mentions.push(mention)
      previous = { mention, paragraph }
      i++
      continue
    }
    if (cue) {
      used.add(cue)
      const mention = toMention(
        quotation,
        whole ? 'direct' : 'partial',
        cue,
        quotation.parts.length > 1 ? quotation.parts : undefined,
      )
      mentions.push(mention)
      previous = { mention, paragraph }
      continue
    }
    const told = whole
      ? (readPlainAttribution(document, quotation) ?? readLead(document, quotation, beforeMark(quotation)))
      : undefined
    if (told) {
      const mention: QuoteMention = {
        type: 'quote',
        extractor: 'quote.attributed',
        confidence: 0.75,
        start: quotation.start,
        end: quotation.end,
        kind: 'direct',
        ...told,
        ...(quotation.parts.length > 1 && { parts: quotation.parts }),
      }
      mentions.push(mention)
      previous = { mention, paragraph }
      continue
    }
    const signed = whole ? (signatureOf(document, quotation) ?? findNextSpeaker(document, quotation)) : undefined
    const reported = whole && !signed ? cueBefore(document, quotation, cues) : undefined
    if (reported) {
      const mention = { ...toMention(quotation, 'direct', reported), extractor: 'quote.continued', confidence: 0.65 }
      mentions.push(mention)
      previous = { mention, paragraph }
      continue
    }
    const goesOn =
      !signed &&
      whole &&
      previous?.mention.source &&
      paragraph - previous.paragraph <= 1 &&
      continues(document, previous.mention, quotation)
    const mention: QuoteMention = {
      type: 'quote',
      extractor: goesOn ? 'quote.continued' : 'quote.marked',
      confidence: goesOn ? 0.7 : whole ? 0.6 : 0.8,
      start: quotation.start,
      end: quotation.end,
      kind: whole ? 'direct' : 'scare',
      ...(signed && { source: signed, confidence: 0.75 }),
      ...(goesOn &&
        previous!.mention.source && {
          source: previous!.mention.source,
          ...(previous!.mention.cue && { cue: previous!.mention.cue }),
        }),
    }
    mentions.push(mention)
    if (goesOn) previous = { mention, paragraph }
  }
  return { mentions, used }
}

function toMention(span: Span, kind: 'direct' | 'partial', cue: Cue, parts?: readonly Span[]): QuoteMention {
  return {
    type: 'quote',
    extractor: 'quote.marked',
    confidence: kind === 'direct' ? 0.92 : 0.85,
    start: span.start,
    end: span.end,
    kind,
    cue: { start: cue.start, end: cue.end },
    source: cue.source,
    ...(parts && { parts }),
  }
}

/** `“...” — Ada Berg, mayor`: the name behind a dash that signs a quotation. */
function signatureOf({ text, paragraphs }: SegmentedText, quotation: Quotation): Span | undefined {
  const { end } = quotation
  const mark = behindMark(quotation)
  const paragraph = spanAt(paragraphs, end)
  // a signature may stand in a line of its own
  const next = paragraphs[firstFrom(paragraphs, end)]
  const limit = (paragraph && paragraph.end <= mark ? next?.end : paragraph?.end) ?? end
  const rest = text.slice(mark, Math.max(mark, Math.min(limit, end + 140)))
  const dashed =
    /^\s*(?:[-–—―~]|--)\s*(?<name>(?:(?:the|The)\s)?\p{Lu}[\p{L}\p{M}.’'-]*(?:\s(?:(?:of|de|van|von|bin|al|the|and|&)\s)?\p{Lu}[\p{L}\p{M}.’'-]*){0,4})(?=\s*(?:,|\(|\n|$))/u.exec(
      rest,
    )
  if (!dashed) return undefined
  const start = mark + dashed[0].length - dashed.groups!.name!.length
  return { start, end: start + dashed.groups!.name!.length }
}

/** A name between names. */
const isNickname = (text: string, quotation: Quotation): boolean =>
  quotation.end - quotation.start <= 24 &&
  /^\p{Lu}[\p{L}.’' -]*$/u.test(text.slice(quotation.start, quotation.end)) &&
  /\p{Lu}[\p{L}.’'-]*\s$/u.test(text.slice(Math.max(0, beforeMark(quotation) - 24), beforeMark(quotation))) &&
  /^\s\p{Lu}\p{Ll}/u.test(text.slice(behindMark(quotation), behindMark(quotation) + 3))

const partsOf = ({ parts }: Quotation): Span[] => parts.map(({ start, end }) => ({ start, end }))

/** Does only the attribution, ended by a comma, stand between the two quotations? */
function interrupts(text: string, first: Quotation, second: Quotation, cue: Cue): boolean {
  const between = text.slice(behindMark(first), beforeMark(second))
  if (between.length > 120 || cue.start < first.end || cue.start > second.start) return false
  return (
    /[,—–]\s*$/.test(between) &&
    !/\n/.test(between) &&
    !/(?<![\p{L}])(?:that|and|but|of|as)\s*,?\s*$/u.test(between) &&
    /^\p{Ll}|^[“"]?\p{Ll}/u.test(text.slice(second.start, second.start + 2)) === true
  )
}

/** A whole quotation goes on with the speaker before it when nothing but short narration stands between. */
function continues({ text }: SegmentedText, previous: QuoteMention, quotation: Quotation): boolean {
  const end = Math.max(previous.end, previous.cue?.end ?? 0, previous.source?.end ?? 0)
  const between = text.slice(end, quotation.start)
  return between.length < 200 && !/[“”"].{20,}[“”"]/s.test(between) && (between.match(/[.!?](?=\s)/g) ?? []).length <= 1
}
