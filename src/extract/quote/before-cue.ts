import type { Span } from '../../model/segment.ts'
import { contentStart } from '../../text/dateline.ts'
import { hasTag, isPastTense } from '../../text/lexicon.ts'
import { bounded, finite, hasFiniteVerb, trimClause } from './clause.ts'
import type { Cue } from './cues.ts'

// The words before an attribution, and whether they are what was said.

/**
 * `..., he said.`: the sentence before a cue at its end, the attribution and its comma left out; `shown` where a document shows it, `marked`
 * where words in marks may stand in it.
 */
export function clauseBefore(text: string, cue: Cue, shown = false, marked = false): Span | null {
  const first = Math.min(cue.start, cue.source.start)
  const from = contentStart(text, cue.sentence.start, first)
  const before = text
    .slice(from, first)
    .replace(/(?<=[\s])the\s+$/iu, '')
    // `..., as reported by the bureau`, but not `..., as she said`
    .replace(/(?<=,\s)as\s(?:(?:first|previously|earlier)\s)?$/u, (as) => (cue.order === 'behind' ? '' : as))
    // `..., trade body IATA said`
    .replace(/(?<=,\s)(?:[\p{Ll}-]+\s){1,3}$/u, (role) =>
      /\p{Lu}/u.test(text[first] ?? '') && !hasVerb(role) ? '' : role,
    )
  if (!(marked ? /[,—–][”"’]?\s*$/ : /[,—–]\s*$/).test(before) || (cue.manner === 'thinking' && !shown)) return null
  const behind = text.slice(Math.max(cue.end, cue.source.end), cue.sentence.end)
  if (
    !/^(?:[\s,]*(?:on|in|at|to|during|after|who|a|an|the|last|this|[\p{Lu}][\p{L}]+|[\p{Ll}]+)[^.!?]{0,90})?[.!?…]?[”"’']?$/u.test(
      behind,
    )
  )
    return null
  // `In his speech, a plea for markets, he tells a joke`
  if (/^t(?:ell|old)/i.test(text.slice(cue.start, cue.end)) && /^\s(?:an?|one|the)\s/.test(behind)) return null
  const clause = before.replace(/[\s,—–]+$/, '')
  if (
    (!marked && /[“”"]/.test(clause)) ||
    clause.split(/\s+/).length < 2 ||
    (cue.manner !== 'saying' &&
      (!hasFiniteVerb(` ${clause}`) ||
        !/^[\s,]*(?:(?:on|in|at|to|during|after|last|this|who|today|yesterday|earlier)\b|\p{Lu}\p{Ll}+day|[.!?…]|$)/u.test(
          behind,
        ))) ||
    (!bounded.test(clause) &&
      /^(?:when|while|as|after|before|if|although|though|because|since|in|on|at|during|despite|asked|pressed|questioned)\b[^,]*$/i.test(
        clause,
      )) ||
    (/^\p{L}+ing\b[^,]*$/u.test(clause) && !finite.test(clause))
  )
    return null
  return { start: from, end: from + clause.length }
}

/** Does a clause begin, and not go on: `According to police, a third of them, or 24m, is lost`, `a man, 40, was shot`? */
const startsAnew = (clause: string): boolean =>
  hasFiniteVerb(clause) &&
  !/^(?:or|and|up|down)\s|^[^,]{1,60},\s+(?:is|are|was|were|has|have|had|will|would|\p{Ll}+ed)\s/u.test(clause)

/** `, an NGO observing the vote, `, `, a firm that tracks sales, `, `, which owns it, `: more of whoever was just named. */
const apposition =
  /^,\s(?:(?:an?|one)\s(?<noun>[^,“”]{1,100}?)(?:\s(?:that|which|who|whose)\s[^,“”]{1,100})?|(?:which|who|whose)\s[^,“”]{1,100}),\s+/u

/** `According to X, ...` and `..., according to X`. */
export function accordingContent(text: string, cue: Cue, marked = false): Span | null {
  const { sentence, source } = cue
  const before = text.slice(sentence.start, cue.start)
  if (/(?:^|;)[\s“"]*(?:(?:but|and|yet|still|however|meanwhile),?\s*)?$/i.test(before)) {
    // appositions and the second half of `expert, Niva Yau,` stand between the source and its comma
    const rest = text.slice(source.end, sentence.end)
    const aside = apposition.exec(rest)
    const comma =
      aside && !hasFiniteVerb(` ${aside.groups!.noun ?? ''}`) && startsAnew(rest.slice(aside[0].length))
        ? aside
        : /^(?:[^,“”]*|,[^,“”]{1,80}),\s*/.exec(rest)
    // `According to Rathbun the property was returned`
    const bare = /^\s+(?=[\p{L}\p{N}])(?!(?:who|which|that)\b)/u.exec(rest)
    if (bare && (comma ? finite.test(comma[0]) : hasFiniteVerb(rest)))
      return trimClause(text, source.end + bare[0].length, sentence.end)
    if (!comma) return null
    return trimClause(text, source.end + comma[0].length, sentence.end)
  }
  const from = contentStart(text, sentence.start, cue.start)
  const clause = text.slice(from, cue.start).replace(/[\s,—–]+$/, '')
  return (!marked && /[“”"]/.test(clause)) || !hasFiniteVerb(` ${clause}`)
    ? null
    : { start: from, end: from + clause.length }
}

export const hasVerb = (words: string) =>
  words
    .trim()
    .split(' ')
    .some(
      (each) =>
        isPastTense(each) || hasTag(each, 'Copula', 'Modal', 'Auxiliary', 'Conjunction', 'Preposition', 'Pronoun'),
    )
