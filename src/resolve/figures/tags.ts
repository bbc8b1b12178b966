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
/** `to`, `by`, `of` and so on. */
export const isPreposition = (token: SyntaxToken | undefined): boolean =>
  token !== undefined && (token.tag === 'IN' || token.tag === 'TO')
