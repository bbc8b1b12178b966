/** Words that stand next to each other. */
export type Term = {
  /** Folded. */
  readonly words: readonly string[]
  /** The same as one word, for compounds (`e-mail`: `email`). */
  readonly compound: string | undefined
  /** In quotation marks: these very words, not their other forms. */
  readonly isExact: boolean
  /** Whether the last word is the beginning of one. */
  readonly isPrefix: boolean
}
/** What a search looks for. */
export type Expression =
  | { readonly kind: 'term'; readonly term: Term }
  | { readonly kind: 'any'; readonly of: readonly Expression[] }
  | { readonly kind: 'all'; readonly of: readonly Expression[]; readonly without: readonly Expression[] }
