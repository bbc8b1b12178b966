import type { SyntaxToken } from '../../syntax/index.ts'

// What a token is by its tag.

export const isNoun = (token: SyntaxToken | undefined): boolean => token !== undefined && /^NN/.test(token.tag)
export const isVerb = (token: SyntaxToken | undefined): boolean => token !== undefined && /^VB/.test(token.tag)
/** `to`, `by`, `of` and so on. */
export const isPreposition = (token: SyntaxToken | undefined): boolean =>
  token !== undefined && (token.tag === 'IN' || token.tag === 'TO')
