import type { Span } from '../../model/segment.ts'
import { hasTag, isPastTense, isPluralNoun, tagsOf } from '../../text/lexicon.ts'

/** `about 300 people`, `at least 40 homes`, `between 20 and 30`: a number with its bound is a noun phrase. */
export const bounded =
  /^(?:about|around|roughly|approximately|nearly|almost|some|at\s+(?:least|most)|as\s+(?:many|much|few|little)\s+as|up\s+to|more\s+than|fewer\s+than|less\s+than|no\s+(?:more|fewer|less)\s+than|over|under|between|only|just|well\s+over|an\s+estimated|close\s+to)\s+(?:[$€£₹¥]|\p{Lu}{1,3}\$)?(?:\d|(?:a\s+)?(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\p{Ll}+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|dozen|half|third|quarter|hundred|hundreds|thousand|thousands|million|millions|dozens|scores|tens)(?![\p{L}]))/iu

const isGerund = (word: string) =>
  /^\p{Ll}{2,}ing$/u.test(word) &&
  !/^(?:something|anything|nothing|everything|during|regarding|according|following|including|concerning)$/.test(word)

/** Pronouns, articles, names and bare plurals begin clauses; prepositions, infinitives and objects of other verbs do not. */
export function startsClause(clause: string, saying: boolean): boolean {
  if (bounded.test(clause)) return true
  const [first = '', second = ''] = clause.match(/[\p{L}\p{N}’'-]+/gu) ?? []
  if (
    /^(?:he|she|they|it|we|i|there|this|these|those|such|no|nothing|nobody|everyone|everything|people|some|many|most|all|both|any|anyone|someone|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\p{Ll}+teen|twenty|more|each|every)$/iu.test(
      first,
    ) ||
    /^(?:he|she|they|it|we|i|there|that|what)[’'](?:s|d|ll|re|ve|m)$/i.test(first)
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
  if (saying && isGerund(first) && finite.test(clause.slice(0, 120))) return true
  if (saying && /^\p{Ll}/u.test(first) && isPluralNoun(first)) return true
  // `said taxes would rise`
  if (saying && /^\p{Ll}{3,}s$/u.test(first) && finite.test(clause.split(/\s+/, 5).join(' '))) return true
  if (hasTag(first, 'Infinitive', 'Modal', 'Copula', 'PastTense') && !hasTag(first, 'Singular', 'Plural', 'Noun'))
    return false
  if (/^\p{Lu}/u.test(first)) return true
  // `said same-store sales rose`
  if (saying && /^\p{Ll}{3,}-\p{Ll}{3,}$/u.test(first)) return true
  return (
    saying &&
    (hasTag(first, 'Plural', 'Uncountable', 'Adjective', 'Singular', 'Actor') || tagsOf(first).size === 0) &&
    !hasTag(second, 'Preposition')
  )
}

/** Auxiliaries and copulas: what makes a clause of words without a doubt. */
export const finite =
  /(?<![\p{L}])(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|shall|does|do|did|isn’t|isn't|wasn’t|wasn't|don’t|don't|doesn’t|doesn't|didn’t|didn't|won’t|won't|can’t|can't|cannot|[\p{L}]+[’'](?:ll|d|re|ve|m))(?![\p{L}])/iu

const particle =
  /^(?:to|down|up|out|off|over|away|back|by|in|on|at|from|into|with|for|the|a|an|his|her|its|their|him|it|them|after|before|during|when|as)$/

/** True where one of the first words is a finite verb, as far as the word list knows. */
export function hasFiniteVerb(clause: string): boolean {
  if (finite.test(clause)) return true
  if (/^(?:he|she|it|there|that|what)[’']s\b/i.test(clause)) return true
  const words = (clause.match(/[\p{L}’'-]+|\d[\d.,]*/gu) ?? []).slice(1, 24)
  return words.some((word, i) => {
    if (!/^\p{Ll}/u.test(word)) return false
    const tags = tagsOf(word)
    const before = words[i - 1] ?? ''
    if (/^(?:the|a|an|of|to|in|his|her|their|its|for|by|with)$/i.test(before)) return false
    const next = words[i + 1] ?? ''
    // `the toll stands at 300`: forms that nouns have too
    if (standing.test(word) && /^(?:at|in|on|by|to|the|an?|about|around|more|less|some|nearly|\d)/.test(next))
      return true
    // `the cinema burned down`, `Acme failed to keep records`: pasts that the word list knows as adjectives
    if (
      /\p{Ll}{2}ed$/u.test(word) &&
      tags.has('Adjective') &&
      (!next || particle.test(next)) &&
      !hasTag(before, 'Copula')
    )
      return true
    return isPastTense(word) || (tags.has('PresentTense') && !tags.has('Plural'))
  })
}

const standing =
  /^(?:stands|remains|costs|rises|falls|drops|stays|runs|holds|hits|tops|leads|faces|ranks|totals|exceeds|amounts|accounts|grows|needs|lacks|owes|owns|employs)$/

/** Without the white space around it and the full stop at the end. */
export function trimClause(text: string, start: number, end: number): Span {
  while (start < end && /\s/.test(text[start]!)) start++
  while (end > start && /[\s.]/.test(text[end - 1]!)) end--
  return { start, end }
}
