import type { ActorKind } from '../../model/actor.ts'
import type { PlaceName } from '../../text/countries.ts'
import type { Word } from './words.ts'

/** One name inside a run: its words, the title before it, and what its own form says of its kind. */
export type Candidate = {
  readonly words: readonly Word[]
  readonly title: readonly Word[]
  /** Place or people named right before the title or name: `Kazakh President X`. */
  readonly before?: PlaceName
  readonly place?: PlaceName
  /** What the holder of the title belongs to: `Acme` in `Acme CEO Dana Cole`. */
  readonly owner?: string
  /** The office before the name, where it is no part of the mention: `Mayor of London`. */
  readonly office?: readonly Word[]
  readonly shape: 'place' | 'organization' | 'event' | 'person' | 'geographic' | 'role' | 'unknown'
}

/** What a candidate was found to name, and how sure that is. */
export type Classified = {
  /** What stands around it leaves no doubt that something is named: it speaks, is somebody, or is of an age. */
  readonly attested?: boolean
  readonly kind: ActorKind
  readonly confidence: number
  readonly canonical?: string
  readonly derived?: boolean
  /** It plays a match, as towns, teams and tennis players do. */
  readonly plays?: boolean
  /** It does, or is called, what only bodies do or are. */
  readonly acts?: boolean
  /** The article itself leaves no doubt: the short name of a company that it names in full. */
  readonly sure?: boolean
  readonly affiliation?: string
  /** More likely wrong than right: dropped, unless a list that it stands in tells its kind. */
  readonly doubted?: boolean
}

/** A candidate with what the rules make of it; null for no actor. */
export type Reading = {
  readonly candidate: Candidate
  readonly read: Classified | null
  /** The tagger found it, or its bounds. */
  readonly added?: boolean
  /** Its kind is not to be voted on. */
  readonly decided?: boolean
}

/** The words with what stands between them; a name that a line's end cuts is one name. */
export function textOf(words: readonly Word[]): string {
  let text = words[0]?.text ?? ''
  for (let i = 1; i < words.length; i++) {
    const [before, word] = [words[i - 1]!, words[i]!]
    if (before.possessive) text += `${before.apostrophe ?? '’'}s`
    text += (word.gap === '\n' ? ' ' : word.gap) + word.text
  }
  return text
}

/** The head noun of a name: before `of` or `for`, or last. */
export function headOf(words: readonly Word[]): string {
  const link = words.findIndex((word) => /^(?:of|for)$/.test(word.text))
  return words.at(link > 0 ? link - 1 : -1)!.text
}
