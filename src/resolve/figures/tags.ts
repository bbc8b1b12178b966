import type { SyntaxToken } from '../../syntax/index.ts'

// What a token is by its tag.

export const isNoun = (token: SyntaxToken | undefined): boolean => token !== undefined && /^NN/.test(token.tag)
export const isVerb = (token: SyntaxToken | undefined): boolean => token !== undefined && /^VB/.test(token.tag)
/** `fell`, `falls`, `will`: what makes a clause. */
export const isFiniteVerb = (token: SyntaxToken | undefined): boolean =>
  token !== undefined && /^(?:VBD|VBZ|VBP|MD)$/.test(token.tag)
export const isOpeningBracket = (token: SyntaxToken | undefined): boolean =>
  /^(?:\(|\[|-l[rs]b-)$/.test(token?.form ?? '')
export const isClosingBracket = (token: SyntaxToken | undefined): boolean =>
  /^(?:\)|\]|-r[rs]b-)$/.test(token?.form ?? '')
/** The opening bracket that the tokens from `from` back to `end` stand behind, with no other bracket between. */
export function openingBefore(tokens: readonly SyntaxToken[], from: number, end: number): number | undefined {
  let at = from
  while (at > 0 && at > end && !isOpeningBracket(tokens[at]) && !isClosingBracket(tokens[at])) at--
  return isOpeningBracket(tokens[at]) ? at : undefined
}
/** `to`, `by`, `of` and so on. */
export const isPreposition = (token: SyntaxToken | undefined): boolean =>
  token !== undefined && (token.tag === 'IN' || token.tag === 'TO')
