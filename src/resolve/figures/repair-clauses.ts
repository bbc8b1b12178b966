import type { SyntaxToken } from '../../syntax/index.ts'
import { isCommonWord } from '../../text/spelling.ts'
import { isFiniteVerb, isNoun } from './tags.ts'
import { isVerbForm } from './words.ts'

// Tags that a whole clause contradicts, and what the rules about single tokens ask of it.

const modal = /^(?:can|could|may|might|will|would|shall|should|must|ought|need|dare|wo|ca|'ll|'d|’ll|’d)$/

/** What no word can be by itself: `Output stayed` begins with no modal, `Dow falls` with no adverb. */
export function repairAlone(token: SyntaxToken): SyntaxToken {
  if (token.tag === 'MD' && !modal.test(token.form)) return { ...token, tag: 'NN', label: 'nsubj' }
  if (token.index === 0 && token.tag === 'RB' && /^\p{Lu}/u.test(token.text) && !isCommonWord(token.form))
    return { ...token, tag: 'NNP' }
  return token
}

/** `The bank forecast prices to rise`, `Acme cut 300 jobs`: without another finite verb in the sentence, a past that looks like a noun is one. */
export function repairPlainPast(tokens: readonly SyntaxToken[]): readonly SyntaxToken[] {
  if (tokens.some(isFiniteVerb)) return tokens
  const verb = tokens.findIndex(
    (token, i) =>
      /^(?:forecast|cut|set|beat|shed|bid|shot|shut)$/.test(token.form) &&
      (/^(?:NN|VB|VBN)$/.test(token.tag) || (token.form === 'forecast' && token.tag === 'IN')) &&
      isNoun(tokens[i - 1]) &&
      (/^(?:DT|PRP\$|JJ|NNS?|\$|CD|RP)$/.test(tokens[i + 1]?.tag ?? '') ||
        /^(?:up|down|off|out)$/.test(tokens[i + 1]?.form ?? '') ||
        tokens[i + 1]?.collapsed?.as === 'percent'),
  )
  return verb < 0 ? tokens : tokens.map((token, i) => (i === verb ? { ...token, tag: 'VBD', label: 'root' } : token))
}

/** Whether a finite verb stands near a participle in its clause. */
export function hasFinite(tokens: readonly SyntaxToken[], at: number): boolean {
  for (const step of [-1, 1])
    for (let i = at + step; i >= 0 && i < tokens.length && Math.abs(i - at) < 16; i += step) {
      if (/^(?:[,;:.]|and|but|while)$/.test(tokens[i]!.form)) break
      if (isFiniteVerb(tokens[i])) return true
    }
  return false
}

/** `Airbus wins order`, `car sales plunge by 4%`, `Ford cutting 300 jobs`: a headline's verb, which a tagger takes for a noun. */
export function repairHeadline(tokens: readonly SyntaxToken[]): readonly SyntaxToken[] {
  if (tokens.length > 30 || /^[.!?]$/.test(tokens.at(-1)?.form ?? '.')) return tokens
  if (tokens.some(isFiniteVerb)) return tokens
  const verb = tokens.findIndex((token, i) => {
    const [before, next] = [tokens[i - 1], tokens[i + 1]]
    if (!isNoun(before) || !next || !isVerbForm(token.form)) return false
    if (/^(?:VBG|NN)$/.test(token.tag) && /ing$/.test(token.form))
      return before!.tag.startsWith('NNP') && /^(?:CD|DT|\$|NN|JJ)/.test(next.tag)
    if (token.tag === 'NNS' || token.tag === 'NNPS')
      return /[^s]s$/.test(token.form) && /^(?:CD|DT|\$|NN|JJ)/.test(next.tag)
    return (
      /^(?:NN|VB|JJ|RB)$/.test(token.tag) &&
      /^NNP?S$/.test(before!.tag) &&
      (next.form === 'by' || /^(?:CD|\$)/.test(next.tag))
    )
  })
  return verb < 0 ? tokens : tokens.map((token, i) => (i === verb ? { ...token, tag: 'VBZ', label: 'root' } : token))
}
export const isOwner = (token: SyntaxToken | undefined) => token?.tag === 'PRP$' || token?.tag === 'POS'
export const isAuxiliary = (form: string) => /^(?:is|was|has|does|'s)$/.test(form)
