import type { QuoteMention } from '../../model/mention.ts'
import { beforeMark, type SegmentedText, type Span, spansBetween } from '../../model/segment.ts'
import { around } from './around-cue.ts'
import { accordingContent, clauseBefore } from './before-cue.ts'
import { hasFiniteVerb, trimClause } from './clause.ts'
import { clauseBehind } from './clause-behind.ts'
import { clauseLimit } from './clause-limit.ts'
import type { Cue } from './cues.ts'
import { isShown } from './shown.ts'
import { readSpeechAct } from './speech-acts.ts'

/**
 * Reported words without marks: `said that ...`, `..., he added`, `according to X, ...`. A cue that marked words took is read again where they
 * are the smaller part of what is reported: `said he was “grappling” with the size of the bill`.
 */
export function readIndirect(document: SegmentedText, cues: readonly Cue[], used: ReadonlySet<Cue>): QuoteMention[] {
  const { text } = document
  const mentions: QuoteMention[] = []
  for (const cue of cues) {
    if (used.has(cue)) {
      const whole = clauseAround(document, cue, clauseLimit(text, cue, cues))
      if (whole) mentions.push(toMention(cue, whole, 'quote.indirect', 0.6))
      continue
    }
    const parts = around(text, cue, isShown(text, cue))
    const limit = clauseLimit(text, cue, cues)
    const clause = parts
      ? { start: parts[0]!.start, end: parts[1]!.end }
      : cue.according
        ? accordingContent(text, cue)
        : cue.order === 'before'
          ? (clauseIntroduced(text, cue) ??
            clauseBehind(text, cue, limit) ??
            clauseBefore(text, cue, isShown(text, cue)))
          : (thatBehind(text, cue) ?? clauseIntroduced(text, cue) ?? clauseBefore(text, cue))
    const act = clause || cue.order === 'behind' ? null : readSpeechAct(text, cue, actLimit(text, cue, limit))
    // `454 points, but closed at 8,962`: no number says anything
    if (!/\p{L}/u.test(text.slice(cue.source.start, cue.source.end))) continue
    const content = clause ?? act
    if (!content || content.end - content.start < 8) continue
    // `it is hard to blame anyone for that.`, but not a clause cut behind its `that`
    const words = text.slice(content.start, content.end)
    if (/^\s*:/.test(words) || (/\sthat$/.test(words) && !/^[.!?]/.test(text.slice(content.end, content.end + 1))))
      continue
    const marked = spansBetween(document.quotations, content.start - 1, content.end + 1).some(
      (quotation) => quotation.mark === 'double' && quotation.end <= content.end + 1,
    )
    const confidence = marked ? 0.6 : act || cue.manner === 'thinking' ? 0.65 : 0.8
    mentions.push({
      ...toMention(cue, content, act ? 'quote.speech-act' : 'quote.indirect', confidence),
      ...(parts && { parts }),
    })
  }
  return mentions
}

/** Where a promise or request ends: a semicolon begins another statement. */
function actLimit(text: string, { end }: Cue, limit: number): number {
  const semicolon = text.slice(end, limit).search(/;\s/)
  return trimClause(text, end, semicolon < 0 ? limit : end + semicolon).end
}

const toMention = (cue: Cue, { start, end }: Span, extractor: string, confidence: number): QuoteMention => ({
  type: 'quote',
  extractor,
  confidence,
  kind: 'indirect',
  start,
  end,
  cue: { start: cue.start, end: cue.end },
  source: cue.source,
})

/** The reported clause around marked words that are less than half of it; null where the marks are what was said. */
function clauseAround(document: SegmentedText, cue: Cue, limit: number): Span | null {
  const { text, quotations } = document
  const { source, order, according, shared } = cue
  const from = shared ? cue.start : Math.min(cue.start, source.start)
  // `“No,” he said, “...”`
  const clause = according
    ? accordingContent(text, cue, true)
    : ((order === 'before' && !closing.test(text.slice(Math.max(0, from - 3), from))
        ? clauseBehind(text, cue, limit)
        : null) ?? clauseBefore(text, cue, false, true))
  if (!clause) return null
  const inside = spansBetween(quotations, clause.start, clause.end)
  const [first] = inside
  const last = inside.at(-1)
  // what begins or ends outside the clause is no part of it, what a colon leads to is said for itself
  if (!first || !last || last.end > clause.end + 2 || clause.start > first.start - 2) return null
  if (/:\s*$/.test(text.slice(clause.start, beforeMark(first)))) return null
  const marked = inside.reduce((sum, { start, end }) => sum + end - start, 0)
  return marked * 2 < clause.end - clause.start ? clause : null
}
const closing = /[”"’'»]\s*$/

/** `As the Tribune reported, rents fell`: the clause behind the comma. */
function clauseIntroduced(text: string, cue: Cue): Span | null {
  const cited = cue.order === 'behind'
  const lead = text.slice(cue.sentence.start, cited ? cue.start : cue.source.start)
  if (
    !/^[\s“"]*(?:(?:But|And|Yet)\s)?[Aa]s\s(?:the\s|(?:first|previously|earlier)\s)?$/.test(lead) ||
    cue.manner === 'thinking'
  )
    return null
  const end = cited ? cue.source.end : cue.end
  if (/^(?:I|we|you)$/i.test(text.slice(cue.source.start, cue.source.end))) return null
  const comma = /^(?:\s(?:on|in|at|last|this)\s[^,.“”"]{2,40}|\s\p{Lu}\p{Ll}+day)?,\s+(?=\P{Lu}|\p{Lu})/u.exec(
    text.slice(end, cue.sentence.end),
  )
  if (!comma) return null
  const clause = trimClause(text, end + comma[0].length, cue.sentence.end)
  const words = text.slice(clause.start, clause.end)
  return hasFiniteVerb(` ${words}`) && !/[“”"]/.test(words) ? clause : null
}

/** `reported by the agency that prices rose`: the clause behind the agent of a passive. */
function thatBehind(text: string, { source, sentence }: Cue): Span | null {
  const that = /^\s*,?\s*(?=that\s)/.exec(text.slice(source.end, source.end + 12))
  return that ? trimClause(text, source.end + that[0].length, sentence.end) : null
}
