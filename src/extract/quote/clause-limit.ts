import { spansBetween } from '../../model/segment.ts'
import type { Cue } from './cues.ts'

/** Where what a cue reports ends at the latest: its sentence, or the next attribution that is not part of it. */
export function clauseLimit(text: string, cue: Cue, cues: readonly Cue[]): number {
  for (const other of spansBetween(cues, cue.start + 1, cue.sentence.end)) {
    if (other.sentence.start !== cue.sentence.start) continue
    // `denied it; according to auditors, he spent $3m`
    if (other.according && /;\s+$/.test(text.slice(cue.end, other.start)))
      return cue.end + text.slice(cue.end, other.start).trimEnd().length - 1
    if (other.according) continue
    if (other.shared)
      return cue.end + text.slice(cue.end, other.start).replace(/[\s,]*(?:and|but|then|also|later|\s)*$/i, '').length
    // `Berg, who wrote the letter, said it failed`: the clause that holds this one goes on
    if (other.order === 'before' && other.source.start <= cue.source.start && other.source.end < cue.start)
      return cue.end + text.slice(cue.end, other.start).trimEnd().replace(/,$/, '').length
    // `said why it failed, but the mayor says ...`: the second half is somebody else's
    const between = /(?:;\s+(?:(?:but|and)\s+)?|,\s+(?:but|and|while|whereas|though|although)\s+)$/.exec(
      text.slice(cue.end, Math.max(cue.end, other.source.start)),
    )
    if (between && other.order === 'before') return cue.end + between.index
    // `say the economy is worse, a poll shows`: the sentence's own attribution
    const closing = /,\s+$/.exec(text.slice(cue.end, Math.max(cue.end, other.source.start)))
    if (closing && other.order === 'before' && /^[.!?]?$/.test(text.slice(other.end, cue.sentence.end).trim()))
      return cue.end + closing.index
  }
  // `the tool, which the firm says cuts costs, is on sale`
  if (/,\s(?:which|who)\s+(?:the\s)?$/.test(text.slice(Math.max(0, cue.source.start - 12), cue.source.start))) {
    const closed = /,\s(?=(?:is|are|was|were|has|have|had|will|would|can|could|may|said|says|\p{Ll}+ed)\s)/u.exec(
      text.slice(cue.end, cue.sentence.end),
    )
    if (closed) return cue.end + closed.index
  }
  // `argue that as voters learned more about him, Moreno lost`: nor is the clause that theirs is put before
  if (
    cue.manner === 'thinking' &&
    subordinate.test(text.slice(Math.max(cue.sentence.start, cue.source.start - 12), cue.source.start))
  ) {
    const main = /^[^,“”"]*,\s+(?=\p{L})/u.exec(text.slice(cue.end, cue.sentence.end))
    if (main) return cue.end + main[0].replace(/,\s+$/, '').length
  }
  // `While the club stressed that he was fit, reporters asked`: the main clause is nobody's words
  if (
    /^[\s“"]*(?:while|although|though|as|when|after|before|if|since|because|even though)\s/i.test(
      text.slice(cue.sentence.start, cue.sentence.start + 20),
    )
  ) {
    const lead = text.slice(cue.sentence.start, cue.start)
    const main = lead.includes(',') ? null : /^[^,“”"]*,\s+(?=\p{L})/u.exec(text.slice(cue.end, cue.sentence.end))
    if (main) return cue.end + main[0].replace(/,\s+$/, '').length
  }
  return cue.sentence.end
}

const subordinate = /(?<![\p{L}])(?:as|when|once|whether|if|while|until|before|after|though|although)\s+$/iu
