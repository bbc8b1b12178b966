import type { Span } from '../../model/segment.ts'
import { hasTag, isPastTense } from '../../text/lexicon.ts'
import { hasFiniteVerb, trimClause } from './clause.ts'
import type { Cue } from './cues.ts'

/** `In 2019, according to the bank, profits doubled`; `The plan, he said, would fail`: the sentence without the attribution that interrupts it. */
export function around(text: string, cue: Cue, shown: boolean): Span[] | null {
  const { sentence, start, end, source, order, according, manner, shared } = cue
  if (shared || (!according && manner !== 'saying' && !shown)) return null
  const first = Math.min(start, source.start)
  const last = Math.max(end, source.end)
  if (!according && (order === 'before' ? last !== end : first !== start)) return null
  const before = text.slice(sentence.start, first)
  // a time or place may stand with the attribution: `..., he said on Monday, ...`
  const behind = (
    according
      ? /^\s*,\s+(?=\p{Ll})/u
      : /^(?:\s(?:on|in|at|last|this|to|during)\s[^,.“”"]{2,40}|\s\p{Lu}\p{Ll}+day)?\s*,\s+(?=\p{Ll})/u
  ).exec(text.slice(last, sentence.end))
  if (!behind || !/[\p{L}\p{N}’')],\s*$/u.test(before) || /[“”"]/.test(text.slice(sentence.start, sentence.end)))
    return null
  const rest = trimClause(text, last + behind[0].length, sentence.end)
  const words = text.slice(rest.start, rest.end)
  // `according to Dana Cole, a lawyer who tried such cases`: who the source is
  if (
    /^(?:who|whose|which|where)\s/.test(words) ||
    /^(?:an?|the|one|former|his|her|its)\s[^,;]{0,80}\s(?:who|whose|that|which)\s[^,]*$/.test(words)
  )
    return null
  // `The bank, he said, and left`, `the plan, she said, adding that ...`: what follows is the narrator's
  if (
    !according &&
    /^(?:and|but|or|who|which|adding|noting|citing|referring|pointing|speaking|according|as|while|when|after|before|because|where)\b/.test(
      words,
    )
  )
    return null
  return hasFiniteVerb(` ${words}`) || (!according && (startsVerb(words) || !hasFiniteVerb(before)))
    ? [{ start: sentence.start, end: sentence.start + before.replace(/[\s,]+$/, '').length }, rest]
    : null
}

const startsVerb = (words: string) => {
  const [word = ''] = /^[\p{L}’'-]+/u.exec(words) ?? []
  return isPastTense(word) || hasTag(word, 'PresentTense', 'Copula', 'Modal', 'Auxiliary')
}
