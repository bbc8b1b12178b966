import { digits, near, type Tokens, word } from './tokens.ts'

/** What stands before the word that tells whether a rule may begin: nothing, an article that rules pass over, or digits. */
export type Lead = '' | 'the' | 'a' | 'digits'

/**
 * True for words that a rule may begin with. Behind digits and articles it is the next word that tells: `near` in `the near future`,
 * `days` in `10 days`; it is '' where none stands near.
 */
export type Opens = (lower: string, lead: Lead) => boolean

/** More words than a language has, and few enough to keep. */
const mostWords = 20_000

/**
 * Rules by the words that they may begin with: one look tells which of them are worth trying at a token, in the order given. At marks, and at
 * long runs of digits, all are.
 */
export function indexOpenings<R>(
  openings: readonly (readonly [rule: R, opens: Opens])[],
): (tokens: Tokens, i: number) => readonly R[] {
  const all = openings.map(([rule]) => rule)
  const known: Readonly<Record<Lead, Map<string, readonly R[]>>> = {
    '': new Map(),
    the: new Map(),
    a: new Map(),
    digits: new Map(),
  }
  return (tokens, i) => {
    const own = tokens.lower[i] ?? ''
    const kind = tokens.kind[i]
    if (kind !== word && (kind !== digits || own.length > 4)) return all
    const lead = kind === digits ? 'digits' : own === 'the' ? 'the' : own === 'a' || own === 'an' ? 'a' : ''
    const lower = lead === '' ? own : (near(tokens, i + 1) ?? '')
    const found = known[lead].get(lower)
    if (found) return found
    const made = openings.filter(([, opens]) => opens(lower, lead)).map(([rule]) => rule)
    if (known[lead].size < mostWords) known[lead].set(lower, made)
    return made
  }
}
