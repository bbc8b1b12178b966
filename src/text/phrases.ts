import { isGlued, isNear, type Tokens, tokenize } from './tokens.ts'

/** Words, and what they stand for. */
export type Phrase<T> = readonly [form: string, value: T]
export type PhraseMatch<T> = { readonly value: T; readonly end: number }

const none: readonly never[] = []

/** Looks phrases up in tokens: by their first word, longest first, case and the width of white space aside. */
export function indexPhrases<T>(phrases: Iterable<Phrase<T>>): {
  /** The longest phrase that begins at token `i`. */
  readonly read: (tokens: Tokens, i: number) => PhraseMatch<T> | null
  /** All that begin there, longest first. */
  readonly readAll: (tokens: Tokens, i: number) => readonly PhraseMatch<T>[]
  readonly begins: (lower: string) => boolean
} {
  type Entry = { readonly words: readonly string[]; readonly glued: readonly boolean[]; readonly value: T }
  const entries = new Map<string, Entry[]>()
  for (const [form, value] of phrases) {
    const parts = tokenize(form)
    if (parts.count === 0) continue
    const entry = { words: [...parts.lower], glued: parts.lower.map((_, k) => isGlued(parts, k)), value }
    const list = entries.get(parts.lower[0]!)
    if (list) list.push(entry)
    else entries.set(parts.lower[0]!, [entry])
  }
  for (const list of entries.values()) list.sort((a, b) => b.words.length - a.words.length)
  const fits = ({ words, glued }: Entry, tokens: Tokens, i: number) => {
    for (let k = 1; k < words.length; k++)
      if (tokens.lower[i + k] !== words[k] || !(glued[k] ? isGlued(tokens, i + k) : isNear(tokens, i + k))) return false
    return true
  }
  return {
    read(tokens, i) {
      const list = entries.get(tokens.lower[i] ?? '')
      if (!list) return null
      for (const entry of list) if (fits(entry, tokens, i)) return { value: entry.value, end: i + entry.words.length }
      return null
    },
    readAll(tokens, i) {
      const list = entries.get(tokens.lower[i] ?? '')
      if (!list) return none
      return list.filter((each) => fits(each, tokens, i)).map(({ value, words }) => ({ value, end: i + words.length }))
    },
    begins: (lower) => entries.has(lower),
  }
}
