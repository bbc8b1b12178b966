import type { SyntaxToken } from '../../syntax/index.ts'
import { isAuxiliary, repairAlone, repairHeadline, repairPlainPast } from './repair-clauses.ts'
import { asNoun } from './repair-nouns.ts'
import { asVerb } from './repair-verbs.ts'
import { isNoun, isPreposition } from './tags.ts'
import { directionOf, lemmaOfVerb } from './words.ts'

/**
 * Tags that words around them contradict: an `-s` form before a finite verb is a noun (`copper exports fell`), a past of change behind a noun no
 * noun itself (`the economy shrank`).
 */
export function repairTags(words: readonly SyntaxToken[]): readonly SyntaxToken[] {
  const tokens = repairPlainPast(repairHeadline(words.map(repairAlone)))
  const known = tokens.map((token, i) => {
    const known = asVerb(token, i, tokens) ?? asNoun(token, i, tokens)
    if (known) return known
    // `reviewed downwards`
    if (/^(?:up|down|back|for|out|in)wards$/.test(token.form) && isNoun(token))
      return { ...token, tag: 'RB', label: 'advmod' }
    // `with investment growing 17%`
    if (
      token.tag === 'VBG' &&
      isNoun(tokens[i - 1]) &&
      tokens[i + 1]?.collapsed?.as === 'percent' &&
      directionOf(lemmaOfVerb(token.form))
    )
      return { ...token, label: 'acl' }
    // `prices for processed foods`
    if (token.tag === 'VBN' && isPreposition(tokens[i - 1]) && /^NNS?$/.test(tokens[i + 1]?.tag ?? ''))
      return { ...token, tag: 'JJ', label: 'amod' }
    // `increase existing lines`, `an overall increase`
    if (/^(?:existing|overall)$/.test(token.form) && isNoun(tokens[i + 1]))
      return { ...token, tag: 'JJ', label: 'amod' }
    // `wages there grew`
    if (token.tag === 'EX' && isNoun(tokens[i - 1])) return { ...token, tag: 'RB' }
    return token
  })
  return known.map((token, i) =>
    token.tag === 'VBZ' &&
    /[^s]s$/.test(token.form) &&
    !isAuxiliary(token.form) &&
    /^(?:VBD|MD|VBZ)$/.test(known[i + 1]?.tag ?? '')
      ? { ...token, tag: 'NNS' }
      : token,
  )
}
