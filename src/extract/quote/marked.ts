import type { QuoteMention } from '../../model/mention.ts'
import {
  beforeMark,
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
import { readLead, readPlainAttribution } from './plain-attribution.ts'
import { isTitle } from './titles.ts'

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
    const signed = whole ? signatureOf(document, quotation) : undefined
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

/** A whole sentence or more: begins with a capital and ends like a sentence or like one that its attribution goes on from. */
function isWhole(text: string, { start, end }: Span): boolean {
  const content = text.slice(start, end).trim()
  const opening = /^[[(“‘'"…\s.]*[\p{Lu}\p{N}]/u.test(content)
  const words = content.split(/\s+/).length
  const closes = /[.!?,…—–-][”’'"]?$/.test(content) || /^(?:[”"’'»]|'')\s*[,.]/.test(text.slice(end, end + 4))
  const intoSentence =
    /(?<![\p{L}])(?:the|a|an|of|his|her|its|their|as|called|named|titled|entitled|dubbed|so-called|word|words|term|phrase|in|on|for)\s*(?:[“"‘'«]|''|``)$/iu.test(
      text.slice(Math.max(0, start - 14), start),
    )
  return (
    opening && !intoSentence && ((closes && words > 1) || (/[.!?][”’'"]?$/.test(content) && words >= 1) || words > 7)
  )
}

/** How far from a quotation, in code units, its cue may stand: sentences and paragraphs may be as long as their text. */
const furthest = 2000

/** The cue of a quotation: right behind it, right before it, or the nearest in the sentence it stands in. */
function cueOf(document: SegmentedText, quotation: Quotation, cues: readonly Cue[]): Cue | undefined {
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
      return false
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
    (/^[\s“"«]*$/.test(text.slice(paragraph.start, first.start)) ||
      /[:]\s*(?:[“"«‘']|''|``)$/.test(text.slice(Math.max(0, first.start - 4), first.start)))
  ) {
    // a paragraph that ends in a colon introduces the quotation of the next
    const introduced = document.paragraphs[firstFrom(document.paragraphs, paragraph.start) - 1]
    if (introduced && text[introduced.end - 1] === ':')
      return near(Math.max(introduced.start, introduced.end - furthest), introduced.end).at(-1)
  }
  return undefined
}

/** Words that a noun phrase has not: a clause of its own stands between a quotation and its cue. */
const holdsClause = (gap: string) =>
  /(?<![\p{L}])(?:but|that|which|who|when|while|whilst|although|though|because|if|after|before|since|until|where|as|is|was|are|were|he|she|they|it|we|I)(?![\p{L}])/u.test(
    gap,
  ) ||
  [...gap.matchAll(/(?<![\p{L}])\p{Ll}+/gu)].some(
    ([word]) => isPastTense(word) && !hasTag(word, 'Adjective', 'Noun', 'Singular'),
  )

/** `He called it a mistake. “I was wrong.”`: who is reported in the sentence before a whole one in marks goes on in it. */
function cueBefore(document: SegmentedText, quotation: Quotation, cues: readonly Cue[]): Cue | undefined {
  const { text, sentences, paragraphs } = document
  const paragraph = spanAt(paragraphs, quotation.start)!
  const at = firstFrom(sentences, quotation.start - 1)
  const own = sentences[at]
  const before = sentences[at - 1]
  if (!own || !before || before.start < paragraph.start || !/^[\s“"«]*$/.test(text.slice(own.start, quotation.start)))
    return undefined
  if (/[”"»]$/.test(text.slice(before.start, before.end))) return undefined
  const last = spansBetween(cues, before.start, before.end).at(-1)
  return last && last.manner === 'saying' ? last : undefined
}

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
