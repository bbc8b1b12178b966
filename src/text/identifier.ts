import { hash } from 'node:crypto'
import { addressKey } from './address.ts'

/** SHA-256 of a text as UTF-8, in hexadecimal. */
export const hashText = (text: string): string => hash('sha256', text, 'hex')

/** A short stable identifier: a prefix and 64 bits of the SHA-256 of what makes the thing itself. */
export const identify = (prefix: 'art' | 'act', ...parts: readonly (string | number)[]): string =>
  `${prefix}_${hashText(parts.join('\u0000')).slice(0, 16)}`

/** An article is its url, however that is spelled (see `addressKey`); without one, its text. */
export const identifyArticle = (url: string | undefined, text: string): string =>
  url ? identify('art', 'url', addressKey(url)) : identify('art', 'text', hashText(text))

/** A claim's identifier: the first four digits of its article's, which say where it is kept, and 64 bits of what makes it the claim it is. */
export const identifyClaim = (articleId: string, ...parts: readonly (string | number)[]): string =>
  `clm_${articleId.slice(4, 8)}${hashText([articleId, ...parts].join('\u0000')).slice(0, 16)}`
