import type { Classified } from './candidate.ts'

/** What the rest of the article knows: kinds of longer names by their last and first word, and names seen with a strong kind. */
export type Known = {
  readonly persons: ReadonlySet<string>
  readonly kinds: ReadonlyMap<string, Pick<Classified, 'kind' | 'confidence' | 'sure'>>
  /** Words that the article capitalises inside a sentence too. */
  readonly inside: ReadonlySet<string>
  /** Words that it writes small somewhere: their capital elsewhere is no name's. */
  readonly small: ReadonlySet<string>
  /** Names of ships, works and products. */
  readonly things: ReadonlySet<string>
  /** Head nouns of which it names one body: `Church`. */
  readonly heads: ReadonlySet<string>
  /** Initials of organisations that it names in full. */
  readonly initials: ReadonlySet<string>
}
