import type { QuoteMention } from '../../model/mention.ts'
import { type SegmentedText, type Span, spansBetween } from '../../model/segment.ts'
import { hasTag, isPastTense, tagsOf } from '../../text/lexicon.ts'
import type { Cue } from './cues.ts'

/** Reported words without marks: `said that ...`, `..., he added`, `according to X, ...`. Cues taken by marked words are not read again. */
export function readIndirect(document: SegmentedText, cues: readonly Cue[], used: ReadonlySet<Cue>): QuoteMention[] {
  const { text } = document
  const mentions: QuoteMention[] = []
  for (const cue of cues) {
    if (used.has(cue)) continue
    const parts = cue.according ? aroundAccording(text, cue) : null
    const content = parts
      ? { start: parts[0]!.start, end: parts[1]!.end }
      : cue.according
        ? accordingContent(text, cue)
        : cue.order === 'before'
          ? (clauseBehind(text, cue, cues) ?? clauseBefore(text, cue))
          : clauseBefore(text, cue)
    if (!content || content.end - content.start < 8) continue
    const marked = spansBetween(document.quotations, content.start - 1, content.end + 1).some(
      (quotation) => quotation.mark === 'double' && quotation.end <= content.end + 1,
    )
    mentions.push({
      type: 'quote',
      extractor: 'quote.indirect',
      confidence: marked ? 0.6 : cue.manner === 'thinking' ? 0.65 : 0.8,
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
  /^(?:\s*,?\s*(?:(?:on|last|this|in|at|by|during|after|before|to|of|with)\s+(?:[\p{L}\p{N}’'.-]+\s*){1,6}?(?=\s*,?\s*that\b)|(?:on|last|this)\s+\p{Lu}\p{Ll}+day|(?:late\s+|early\s+)?(?:\p{Lu}\p{Ll}+day)(?:\s+(?:morning|afternoon|evening|night))?|yesterday|today|earlier|later|recently|publicly|(?:in|on|at|via|during)\s+(?:a|an|the|his|her|its|their)\s+(?:[\p{L}-]+\s){0,3}(?:statement|interview|speech|letter|tweet|post|report|email|e-mail|release|conference|briefing|ruling|filing|memo|note|address|paper|study|article|Twitter|Facebook)|in\s+(?:January|February|March|April|May|June|July|August|September|October|November|December|\d{4})|(?:reporters|journalists|lawmakers|investors|viewers|parliament|Congress|the\s+court|the\s+BBC|CNN|him|her|them|me|us|(?:the\s+)?\p{Lu}[\p{L}.’'-]+(?:\s+(?:of\s+)?\p{Lu}[\p{L}.’'-]+){0,4}))\s*,?)*/u

/** The clause behind a cue: with `that`, or beginning with something that can be a subject and holding a finite verb. */
function clauseBehind(text: string, cue: Cue, cues: readonly Cue[]): Span | null {
  const next = spansBetween(cues, cue.start + 1, cue.sentence.end).find(
    (other) => other.shared && other.sentence.start === cue.sentence.start,
  )
  let limit = cue.sentence.end
  if (next)
    limit = cue.end + text.slice(cue.end, next.start).replace(/[\s,]*(?:and|but|then|also|later|\s)*$/i, '').length
  const rest = text.slice(cue.end, limit)
  const that = /^(?:(?!\bthat\b)[^.;:“”"]){0,60}?\s*,?\s*\bthat\b(?=[\s,])/u.exec(rest)
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
  if (/^(?:whether|if|how|why|what|when|where|who)\b/.test(clause))
    return /^(?:ask|wonder|explain|know|understand|decide|describ|said|say|told|tell|reveal|learn|find)/i.test(verb)
      ? trimClause(text, start, limit)
      : null
  if (cue.manner === 'stating' || !startsClause(clause, cue.manner === 'saying') || !hasFiniteVerb(clause)) return null
  // `expect the first cut` has an object, `expect they will cut` a clause
  if (
    cue.manner === 'thinking' &&
    !finite.test(clause) &&
    !/^(?:he|she|they|it|we|i|there|\p{Lu}[\p{L}’']*)[\s’']/u.test(clause)
  )
    return null
  return trimClause(text, start, limit)
}

const told = /^(?:told|tells?|telling|assured?|assures|reminded|warned|advised|informed|convinced)$/i
const adverb =
  /^,?\s*(?:on|in|at|during|after|before|to|via|by|with|from|for|last|this|late|early|earlier|later|yesterday|today|also|again|publicly|recently|repeatedly|previously|\p{Lu}\p{Ll}+day|\p{Ll}+ly)\b/u

/** Between a cue and its `that`: nothing, a time or place, or whom it was told; not an object that `that` goes on to describe. */
function skipsOnlyAdverbials(words: string, verb: string): boolean {
  const skipped = words.trim()
  if (skipped === '' || skipped === ',') return true
  return !/[.;]/.test(skipped) && skipped.split(/\s+/).length <= 8 && (adverb.test(skipped) || told.test(verb))
}

/** Pronouns, articles, names and bare plurals begin clauses; prepositions, infinitives and objects of other verbs do not. */
function startsClause(clause: string, saying: boolean): boolean {
  const [first = '', second = ''] = clause.match(/[\p{L}\p{N}’'-]+/gu) ?? []
  if (
    /^(?:he|she|they|it|we|i|there|this|these|those|such|no|nothing|nobody|everyone|everything|people|some|many|most|all|both|any|anyone|someone|one|two|more|each|every)$/i.test(
      first,
    ) ||
    /^(?:he|she|they|it|we|i|there)[’'](?:s|d|ll|re|ve|m)$/i.test(first)
  )
    return true
  if (
    /^(?:to|in|on|at|for|with|of|by|from|about|against|as|into|over|under|after|before|when|while|because|if|although|so|and|or|but)$/i.test(
      first,
    )
  )
    return (
      saying &&
      /^(?:in|on|at|after|before|when|while|because|if|although|as|for|under|with)$/i.test(first) &&
      /,/.test(clause.slice(0, 80))
    )
  if (/^(?:the|a|an|his|her|their|its|our|my|your|\d)/i.test(first)) return true
  if (/^\p{Lu}/u.test(first)) return true
  return (
    saying &&
    (hasTag(first, 'Plural', 'Uncountable', 'Adjective', 'Singular', 'Actor') || tagsOf(first).size === 0) &&
    !hasTag(second, 'Preposition')
  )
}

const finite =
  /(?<![\p{L}])(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|shall|does|do|did|isn’t|isn't|wasn’t|wasn't|don’t|don't|doesn’t|doesn't|didn’t|didn't|won’t|won't|can’t|can't|cannot|[\p{L}]+[’'](?:ll|d|re|ve|m))(?![\p{L}])/iu

function hasFiniteVerb(clause: string): boolean {
  if (finite.test(clause)) return true
  if (/^(?:he|she|it|there|that|what)[’']s\b/i.test(clause)) return true
  const words = (clause.match(/[\p{L}’'-]+/gu) ?? []).slice(1, 24)
  return words.some((word, i) => {
    if (!/^\p{Ll}/u.test(word)) return false
    const tags = tagsOf(word)
    const before = words[i - 1] ?? ''
    if (/^(?:the|a|an|of|to|in|his|her|their|its|for|by|with)$/i.test(before)) return false
    return isPastTense(word) || (tags.has('PresentTense') && !tags.has('Plural'))
  })
}

/** `..., he said.`: the sentence before a cue at its end, the attribution and its comma left out. */
function clauseBefore(text: string, cue: Cue): Span | null {
  const from = cue.sentence.start
  const first = Math.min(cue.start, cue.source.start)
  const before = text.slice(from, first)
  if (!/[,—–]\s*$/.test(before) || cue.manner === 'thinking') return null
  const behind = text.slice(Math.max(cue.end, cue.source.end), cue.sentence.end)
  if (
    !/^(?:[\s,]*(?:on|in|at|to|during|after|who|a|an|the|last|this|[\p{Lu}][\p{L}]+|[\p{Ll}]+)[^.!?]{0,90})?[.!?…]?[”"’']?$/u.test(
      behind,
    )
  )
    return null
  const clause = before.replace(/[\s,—–]+$/, '')
  if (
    /[“”"]/.test(clause) ||
    clause.split(/\s+/).length < 2 ||
    (cue.manner !== 'saying' && !hasFiniteVerb(` ${clause}`)) ||
    /^(?:when|while|as|after|before|if|although|though|because|since|in|on|at|during|despite)\b[^,]*$/i.test(clause)
  )
    return null
  return { start: from, end: from + clause.length }
}

/** `In 2019, according to the bank, profits doubled.`: the sentence without what interrupts it. */
function aroundAccording(text: string, { sentence, start, source }: Cue): Span[] | null {
  const before = text.slice(sentence.start, start)
  const behind = /^\s*,\s+(?=\p{Ll})/u.exec(text.slice(source.end, sentence.end))
  if (!behind || !/[\p{L}\p{N}],\s*$/u.test(before) || /[“”"]/.test(text.slice(sentence.start, sentence.end)))
    return null
  const last = trimClause(text, source.end + behind[0].length, sentence.end)
  return hasFiniteVerb(` ${text.slice(last.start, last.end)}`)
    ? [{ start: sentence.start, end: sentence.start + before.replace(/[\s,]+$/, '').length }, last]
    : null
}

/** `According to X, ...` and `..., according to X`. */
function accordingContent(text: string, cue: Cue): Span | null {
  const { sentence, source } = cue
  const before = text.slice(sentence.start, cue.start)
  if (/^[\s“"]*(?:(?:but|and|yet|still|however|meanwhile),?\s*)?$/i.test(before)) {
    // appositions and the second half of `expert, Niva Yau,` stand between the source and its comma
    const rest = text.slice(source.end, sentence.end)
    const comma = /^(?:[^,“”]*|,[^,“”]{1,80}),\s*/.exec(rest)
    if (!comma) return null
    return trimClause(text, source.end + comma[0].length, sentence.end)
  }
  const clause = before.replace(/[\s,—–]+$/, '')
  return /[“”"]/.test(clause) || !hasFiniteVerb(` ${clause}`)
    ? null
    : { start: sentence.start, end: sentence.start + clause.length }
}

/** Without the white space around it and the full stop at the end. */
function trimClause(text: string, start: number, end: number): Span {
  while (start < end && /\s/.test(text[start]!)) start++
  while (end > start && /[\s.]/.test(text[end - 1]!)) end--
  return { start, end }
}
