/** Who reads a form: the whole walk, or a loader of this format. */
export type Reader = 'text' | 'html' | 'markdown' | 'feed' | 'front-matter'

/** A text of any length that a rule may be slow on: pieces, each repeated until it fills its share, between what opens and what closes it. */
export type Form = {
  readonly name: string
  readonly reader: Reader
  readonly before: string
  /** Filled one behind the other, in equal shares. `§` in a piece stands for a name and `¤` for a number that were not there before. */
  readonly pieces: readonly string[]
  readonly after: string
}

/** The text of a form with about so many characters. */
export function writeForm({ before, pieces, after }: Form, size: number): string {
  let fresh = 0
  const share = Math.max(1, (size - before.length - after.length) / pieces.length)
  const written = pieces.map((piece) => {
    if (!/[§¤]/.test(piece)) return piece.repeat(Math.ceil(share / piece.length)).slice(0, share)
    const made: string[] = []
    // pieces behind the first begin anew: they speak of the names of those before
    if (pieces.length > 1) fresh = 0
    for (let length = 0; length < share; length += made.at(-1)!.length) {
      fresh++
      made.push(piece.replaceAll('§', nameFor(fresh)).replaceAll('¤', String(fresh)))
    }
    return made.join('')
  })
  return before + written.join('') + after
}

/** A word that looks like a name, another for each number. */
function nameFor(number: number): string {
  const syllables = ['ba', 'de', 'fi', 'go', 'hu', 'ka', 'le', 'mi', 'no', 'ru']
  const rest = String(number)
    .split('')
    .map((digit) => syllables[Number(digit)])
    .join('')
  return rest[0]!.toUpperCase() + rest.slice(1)
}

/** Choices that come out the same for the same seed (mulberry32). */
export class Choices {
  #state: number

  constructor(seed: number) {
    this.#state = seed >>> 0
  }

  /** From 0 inclusive to 1 exclusive. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }

  below(limit: number): number {
    return Math.floor(this.next() * limit)
  }

  of<T>(list: readonly T[]): T {
    return list[this.below(list.length)]!
  }
}
