import type { Span } from '../../model/segment.ts'
import { hasTag, isPastTense, tagsOf } from '../../text/lexicon.ts'

/** Pronouns, articles, names and bare plurals begin clauses; prepositions, infinitives and objects of other verbs do not. */
export function startsClause(clause: string, saying: boolean): boolean {
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
  if (hasTag(first, 'Infinitive', 'Modal', 'Copula', 'PastTense') && !hasTag(first, 'Singular', 'Plural', 'Noun'))
    return false
  if (/^\p{Lu}/u.test(first)) return true
  return (
    saying &&
    (hasTag(first, 'Plural', 'Uncountable', 'Adjective', 'Singular', 'Actor') || tagsOf(first).size === 0) &&
    !hasTag(second, 'Preposition')
  )
}

/** Auxiliaries and copulas: what makes a clause of words without a doubt. */
export const finite =
  /(?<![\p{L}])(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|shall|does|do|did|isn’t|isn't|wasn’t|wasn't|don’t|don't|doesn’t|doesn't|didn’t|didn't|won’t|won't|can’t|can't|cannot|[\p{L}]+[’'](?:ll|d|re|ve|m))(?![\p{L}])/iu

/** True where one of the first words is a finite verb, as far as the word list knows. */
export function hasFiniteVerb(clause: string): boolean {
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

/** Without the white space around it and the full stop at the end. */
export function trimClause(text: string, start: number, end: number): Span {
  while (start < end && /\s/.test(text[start]!)) start++
  while (end > start && /[\s.]/.test(text[end - 1]!)) end--
  return { start, end }
}
