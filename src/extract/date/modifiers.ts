import type { DateModifier } from '../../model/claim/date.ts'
import { isGlued, isNear, near, type Tokens } from '../../text/tokens.ts'
import { before } from './words.ts'

// Words before a time expression that narrow it: which part of it (`early`, `the end of`), and bounds (`more than`, `about`).

const phrases: readonly (readonly [DateModifier, string])[] = [
  [
    'start',
    'early in|early|the early|start of|beginning of|the start of|the beginning of|very early|the early days of|the early part of',
  ],
  [
    'mid',
    'mid|the mid|middle of|the middle of|midway through|mid-to-late|mid to late|mid-late|early-to-mid|early to mid',
  ],
  ['end', 'late in|late|the late|end|end of|the end of|very late|the latter part of|the close of|the tail end of'],
]
const bounds: readonly (readonly [DateModifier, string])[] = [
  [
    'more-than',
    'more than|over|well over|just over|slightly more than|a little more than|a little over|just more than|at least|no less than|longer than|upwards of',
  ],
  [
    'less-than',
    'less than|under|just under|a little under|a little less than|slightly less than|up to|no more than|not more than|at most|fewer than|a maximum of|as little as',
  ],
  ['about', 'about|around|roughly|approximately|approx|some|nearly|almost|close to|an estimated|circa|an average of'],
]
type Phrases = ReadonlyMap<string, readonly (readonly [words: readonly string[], modifier: DateModifier])[]>
/** Phrases by their first word, longest first. */
function index(list: typeof phrases): Phrases {
  const made = new Map<string, (readonly [string[], DateModifier])[]>()
  for (const [modifier, forms] of list)
    for (const form of forms.split('|')) {
      const words = form.replaceAll('-', ' - ').split(' ')
      made.set(words[0]!, [...(made.get(words[0]!) ?? []), [words, modifier] as const])
    }
  for (const forms of made.values()) forms.sort((a, b) => b[0].length - a[0].length)
  return made
}
const positionPhrases = index(phrases)
const boundPhrases = index(bounds)

/** True for a word that a bound begins with. */
export const isBound = (lower: string): boolean => boundPhrases.has(lower)

function readPhrase(tokens: Tokens, i: number, list: Phrases): { modifier: DateModifier; end: number } | null {
  for (const [words, modifier] of list.get(tokens.lower[i] ?? '') ?? [])
    if (words.every((form, k) => (k === 0 ? tokens.lower[i] : near(tokens, i + k)) === form))
      return { modifier, end: i + words.length }
  return null
}
/** `early`, `mid-`, `the end of`. A hyphen behind it belongs to it. */
export function readPosition(tokens: Tokens, i: number): { modifier: DateModifier; end: number } | null {
  const found = readPhrase(tokens, i, positionPhrases)
  if (!found) return null
  const hyphen =
    tokens.lower[found.end] === '-' &&
    (isGlued(tokens, found.end) || (tokens.lower[i] === 'mid' && isNear(tokens, found.end)))
  // `end-June`, `by end 2023`; elsewhere `end` is what is done
  const bare = found.end === i + 1 && tokens.lower[i] === 'end'
  if (bare && !hyphen && !/^(?:by|until|till|at|since)$/.test(before(tokens, i))) return null
  return hyphen ? { ...found, end: found.end + 1 } : found
}
/** `more than`, `about`, `just over`; of `one less than a year ago` and `3% more than a month before` the number is less or more. */
export function readBound(tokens: Tokens, i: number): { modifier: DateModifier; end: number } | null {
  const found = readPhrase(tokens, i, boundPhrases)
  return found && /than$/.test(found.modifier) && numbers.test(before(tokens, i)) ? null : found
}
const numbers = /^(?:one|two|three|four|five|six|seven|eight|nine|ten|percent|cent|points?|%|\d+)$/
