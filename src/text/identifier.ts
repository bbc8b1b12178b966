import { hash } from 'node:crypto'

/** SHA-256 of a text as UTF-8, in hexadecimal. */
export const hashText = (text: string): string => hash('sha256', text, 'hex')

/** A short stable identifier: a prefix and 64 bits of the SHA-256 of what makes the thing itself. */
export const identify = (prefix: 'art' | 'clm' | 'act', ...parts: readonly (string | number)[]): string =>
  `${prefix}_${hashText(parts.join('\u0000')).slice(0, 16)}`

/** An article is its url; without one, its text. */
export const identifyArticle = (url: string | undefined, text: string): string =>
  url ? identify('art', 'url', url) : identify('art', 'text', hashText(text))
