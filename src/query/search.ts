import { ProblemError } from '../model/problem.ts'

export type Term = { readonly words: string; readonly negative: boolean }

/** Words, "phrases" and `-word` of a search. @throws {ProblemError} when nothing is left to look for */
export function parseSearch(parameter: string, text: string): Term[] {
  const terms: Term[] = []
  // NUL ends a string of FTS5 wherever it stands
  for (const match of text
    .replaceAll('\u0000', ' ')
    .matchAll(/(?<minus>(?<![^\s])-)?(?:"(?<phrase>[^"]*)"?|(?<word>[^\s"]+))/g)) {
    const words = (match.groups!.phrase ?? match.groups!.word ?? '').trim()
    if (/[\p{L}\p{N}]/u.test(words)) terms.push({ words, negative: match.groups!.minus !== undefined })
  }
  if (!terms.some((term) => !term.negative)) {
    const detail = terms.length
      ? 'A search needs a word to look for, not only words to leave out.'
      : 'A search needs at least one letter or digit.'
    throw new ProblemError('invalid-parameter', detail, [{ parameter, code: 'no-words', detail }])
  }
  return terms
}

/** An FTS5 expression in which every term is a quoted string: nothing a user writes is syntax. `column` limits it to one column. */
export function toMatch(terms: readonly Term[], column?: string): string {
  const quote = ({ words }: Term) => `"${words.replaceAll('"', '""')}"`
  const wanted = terms
    .filter((term) => !term.negative)
    .map(quote)
    .join(' AND ')
  const unwanted = terms
    .filter((term) => term.negative)
    .map(quote)
    .join(' OR ')
  const expression = unwanted ? `(${wanted}) NOT (${unwanted})` : wanted
  return column ? `${column} : (${expression})` : expression
}

const fold = (text: string) =>
  [...text].map((character) => character.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()[0] ?? '\u0000')

/** Where the positive terms stand in a text, in code points: whole words, whatever their case and diacritics. */
export function findHighlights(text: string, terms: readonly Term[]): { start: number; end: number }[] {
  const points = fold(text)
  const found: { start: number; end: number }[] = []
  const isWord = (character: string | undefined) => character !== undefined && /[\p{L}\p{N}]/u.test(character)
  for (const { words, negative } of terms) {
    if (negative) continue
    const wanted =
      fold(words)
        .join('')
        .match(/[\p{L}\p{N}]+/gu) ?? []
    for (let start = 0; start < points.length; start++) {
      if (isWord(points[start - 1])) continue
      let at = start
      const matches = wanted.every((word, i) => {
        if (i > 0) while (at < points.length && !isWord(points[at])) at++
        const fits = [...word].every((character, k) => points[at + k] === character)
        at += word.length
        return fits && !isWord(points[at])
      })
      if (matches && wanted.length) found.push({ start, end: at })
    }
  }
  return found.sort((a, b) => a.start - b.start)
}
