import type { QuoteMention } from '../../model/mention.ts'
import { type SegmentedText, type Span, spansBetween } from '../../model/segment.ts'
import { isReportingNoun } from '../../text/reporting.ts'
import { around } from './around-cue.ts'
import { accordingContent, clauseBefore } from './before-cue.ts'
import { bounded, finite, hasFiniteVerb, startsClause, trimClause } from './clause.ts'
import type { Cue } from './cues.ts'
import { readSpeechAct } from './speech-acts.ts'

/** Reported words without marks: `said that ...`, `..., he added`, `according to X, ...`. Cues taken by marked words are not read again. */
export function readIndirect(document: SegmentedText, cues: readonly Cue[], used: ReadonlySet<Cue>): QuoteMention[] {
  const { text } = document
  const mentions: QuoteMention[] = []
  for (const cue of cues) {
    if (used.has(cue)) continue
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
          : (thatBehind(text, cue) ?? clauseBefore(text, cue))
    const act = clause || cue.order === 'behind' ? null : readSpeechAct(text, cue, trimClause(text, cue.end, limit).end)
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
    mentions.push({
      type: 'quote',
      extractor: act ? 'quote.speech-act' : 'quote.indirect',
      confidence: marked ? 0.6 : act || cue.manner === 'thinking' ? 0.65 : 0.8,
      kind: 'indirect',
      start: content.start,
      end: content.end,
      cue: { start: cue.start, end: cue.end },
      source: cue.source,
      ...(parts && { parts }),
    })
  }
  return mentions
}

const adverbial =
  /^(?:\s*(?:,\s*)?(?:(?:on|last|this|in|at|by|during|after|before|to|of|with)\s+(?:[\p{L}\p{N}’'.-]+\s+){0,5}?[\p{L}\p{N}’'.-]+(?=\s*,?\s*that\b)|(?:on|last|this)\s+\p{Lu}\p{Ll}+day|(?:late\s+|early\s+)?(?:\p{Lu}\p{Ll}+day)(?:\s+(?:morning|afternoon|evening|night))?|yesterday|today|earlier|later|recently|publicly|(?:in|on|at|via|during)\s+(?:a|an|the|his|her|its|their)\s+(?:[\p{L}-]+\s){0,3}(?:statement|interview|speech|letter|tweet|post|report|email|e-mail|release|conference|briefing|ruling|filing|memo|note|address|paper|study|article|Twitter|Facebook)|in\s+(?:January|February|March|April|May|June|July|August|September|October|November|December|\d{4})|(?:(?:the|a|an|his|her|their|its)\s+(?:[\p{Ll}-]+\s){0,2}[\p{Ll}-]+(?=\s+(?:that|he|she|they|it|we|I|there|the|an?|his|her|their|its|this|these|\p{Lu})[\s’'])|reporters|journalists|lawmakers|investors|viewers|parliament|Congress|the\s+court|the\s+BBC|CNN|him|her|them|me|us|(?:the\s+)?\p{Lu}[\p{L}.’'-]+(?:\s+(?:of\s+)?\p{Lu}[\p{L}.’'-]+){0,4})))*\s*,?/u

/** Where what a cue reports ends at the latest: its sentence, or the next attribution that is not part of it. */
function clauseLimit(text: string, cue: Cue, cues: readonly Cue[]): number {
  for (const other of spansBetween(cues, cue.start + 1, cue.sentence.end)) {
    if (other.sentence.start !== cue.sentence.start || other.according) continue
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

/** `As the Tribune reported, rents fell`: the clause behind the comma. */
function clauseIntroduced(text: string, cue: Cue): Span | null {
  const lead = text.slice(cue.sentence.start, cue.source.start)
  if (!/^[\s“"]*(?:(?:But|And|Yet)\s)?[Aa]s\s(?:the\s)?$/.test(lead) || cue.manner === 'thinking') return null
  if (/^(?:I|we|you)$/i.test(text.slice(cue.source.start, cue.source.end))) return null
  const comma = /^(?:\s(?:on|in|at|last|this)\s[^,.“”"]{2,40}|\s\p{Lu}\p{Ll}+day)?,\s+(?=\P{Lu}|\p{Lu})/u.exec(
    text.slice(cue.end, cue.sentence.end),
  )
  if (!comma) return null
  const clause = trimClause(text, cue.end + comma[0].length, cue.sentence.end)
  const words = text.slice(clause.start, clause.end)
  return hasFiniteVerb(` ${words}`) && !/[“”"]/.test(words) ? clause : null
}

/** A document that shows something: `Rents fell, the survey found`. */
const isShown = (text: string, cue: Cue): boolean =>
  documentary.test(text.slice(cue.start, cue.end)) && isDocument(text.slice(cue.source.start, cue.source.end))

/** `reported by the agency that prices rose`: the clause behind the agent of a passive. */
function thatBehind(text: string, { source, sentence }: Cue): Span | null {
  const that = /^\s*,?\s*(?=that\s)/.exec(text.slice(source.end, source.end + 12))
  return that ? trimClause(text, source.end + that[0].length, sentence.end) : null
}

/** `Rents rose, the office said last week; a flat costs $900`: the clause of the cue is over, and what was said stood before it. */
const over =
  /^\s*(?:(?:on|in|at|last|this|late|early|earlier|later|yesterday|today|\p{Lu}\p{Ll}+day)(?![\p{L}])(?:\s[\p{L}\d.’'-]+){0,4})?\s*;/u

/** The clause behind a cue: with `that`, or beginning with something that can be a subject and holding a finite verb. */
function clauseBehind(text: string, cue: Cue, limit: number): Span | null {
  const rest = text.slice(cue.end, limit)
  const closing = over.exec(rest)?.[0]
  if (closing && !/\sthat\s/.test(closing) && !hasFiniteVerb(closing)) return null
  const that = /^(?:(?!\bthat\b)(?:[^.;:“”"]|[“"]\p{Lu}[^“”"]{1,40}[”"])){0,100}?\s*,?\s*\bthat\b(?=[\s,])/u.exec(rest)
  // `claimed, without evidence, that ...`
  const aside = that && /^,\s[^,]{3,50},\s+$/.test(that[0].slice(0, -4))
  if (aside) return trimClause(text, cue.end + that[0].length - 4, limit)
  if (that && skipsOnlyAdverbials(rest.slice(0, that[0].length - 4), text.slice(cue.start, cue.end)))
    return trimClause(text, cue.end + that[0].length - 4, limit)
  const skipped =
    told.test(text.slice(cue.start, cue.end)) ||
    /^\s*(?:on|last|this|in|late|early|\p{Lu}\p{Ll}+day|yesterday|today|earlier|to\s+reporters)/u.test(rest)
      ? (adverbial.exec(rest)?.[0].length ?? 0)
      : (/^\s*,?\s*/.exec(rest)?.[0].length ?? 0)
  const start = cue.end + skipped + (/^\s*/.exec(text.slice(cue.end + skipped, limit))?.[0].length ?? 0)
  const clause = text.slice(start, limit)
  const verb = text.slice(cue.start, cue.end)
  if (/^(?:whether|if|how|why|what|when|where|who)\b/.test(clause) && isNegated(text, cue)) return null
  // `will decide whether`: not yet said
  if (/^decide$/i.test(verb)) return null
  if (/^(?:whether|if|how|why|what|when|where|who)\b/.test(clause))
    return /^(?:ask|wonder|explain|know|understand|decide|describ|said|say|told|tell|reveal|learn|find)/i.test(verb)
      ? trimClause(text, start, limit)
      : null
  const shown = isShown(text, cue)
  // `It has revoked 6,000 visas, a spokesman said, two-thirds of them for crimes`: what follows only adds to the words before
  if (
    /^,/.test(rest) &&
    /,\s*$/.test(text.slice(Math.max(0, cue.source.start - 3), cue.source.start)) &&
    !hasFiniteVerb(` ${clause}`)
  )
    return null
  // `had written 14 novels`
  if (/^written$/i.test(verb)) return null
  // `vowed he and his crew would never quit`: a subject of its own and a verb beyond doubt
  const own = /^(?:he|she|they|it|we|I|there)[\s’']/u.test(clause) && finite.test(clause.slice(0, 80))
  if (cue.manner === 'stating' && !shown && !own) return null
  if (!startsClause(clause, cue.manner === 'saying' || shown)) return null
  // behind `said` nearly everything is a clause, whether or not its verb is known
  const plainly =
    (/^(?:said|says?)$/i.test(verb) ||
      (/^(?:claims?|claimed|argues?|insists?|alleges?)$/i.test(verb) && /^(?:\p{Lu}|the\s)/u.test(clause)) ||
      (/^(?:told|tells?)$/i.test(verb) && skipped > 1)) &&
    clause.split(/\s+/).length > 3
  if (!hasFiniteVerb(clause) && !plainly) return null
  // `added 4,000 jobs in March, ...`, `revealed a profit that rose`: an object, whatever is said of it
  if (!plainly && !shown && (/^(?:\d|an?\s)/i.test(clause) || bounded.test(clause))) {
    const object = /^.*?(?=,\s|\s(?:that|which|who)\s|\sand\s(?:have|has|had|are|were|is|was)\s|$)/su.exec(clause)![0]
    // `May` is a month
    if (!hasFiniteVerb(object.replace(/\p{Lu}[\p{L}’'.-]*/gu, '-'))) return null
  }
  // `expect the first cut` has an object, `expect they will cut` a clause
  if (
    cue.manner === 'thinking' &&
    !shown &&
    !finite.test(clause.split(/\s+/).slice(0, 8).join(' ')) &&
    !/^(?:he|she|they|it|we|i|there|\p{Lu}[\p{L}’']*)[\s’']/u.test(clause)
  )
    return null
  return trimClause(text, start, limit)
}

/** `did not say whether`, `would not explain why`, `declined to`: nothing was said. */
const isNegated = (text: string, { start }: Cue): boolean =>
  /(?:n[’']t|(?<![\p{L}])not|(?<![\p{L}])never|(?<![\p{L}])without)\s+(?:\p{Ll}+ly\s+)?$/u.test(
    text.slice(Math.max(0, start - 24), start),
  )

/** `the poll shows Clinton leads`: what documents do without `that`. */
const documentary =
  /^(?:shows?|showed|indicates?|indicated|suggests?|suggested|reveals?|revealed|finds?|found|reports?|reported|confirms?|confirmed)$/i

const isDocument = (words: string) =>
  /(?:^|\s)(?:polls?|surveys?|stud(?:y|ies)|reports?|data|figures|results?|documents?|records?|research|analys[ie]s|papers?|emails?|e-mails?|statistics|numbers|tests?|filings?|memos?|letters?|media|agency|news|newspapers?|outlets?)$/i.test(
    words,
  )

const told = /^(?:told|tells?|telling|assured?|assures|reminded|warned|advised|informed|convinced)$/i

const adverb =
  /^,?\s*(?:on|in|at|during|after|before|to|via|by|with|from|for|last|this|late|early|earlier|later|yesterday|today|also|again|publicly|recently|repeatedly|previously|\p{Lu}\p{Ll}+day|\p{Ll}+ly)\b/u

/** Between a cue and its `that`: nothing, a time or place, or whom it was told; not an object that `that` goes on to describe. */
function skipsOnlyAdverbials(words: string, verb: string): boolean {
  const skipped = words.trim()
  if (skipped === '' || skipped === ',') return true
  // `laughed at his insistence that`: what the noun says
  if (isReportingNoun(/\p{L}+$/u.exec(skipped)?.[0] ?? '')) return false
  return (
    !/[.;]/.test(skipped) &&
    skipped.split(/\s+/).length <= (/^(?:at|in|on|during)\s/.test(skipped) ? 14 : 8) &&
    (adverb.test(skipped) || told.test(verb))
  )
}
