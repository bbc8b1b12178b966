import type { FigureModifier } from '../../model/claim/figure.ts'
import { isGlued, isNear, mark, near, rememberNear, type Tokens, word } from '../../text/tokens.ts'
import { isLeftFree, isRightFree } from './edges.ts'
import { type Hedge, readHedge } from './hedge.ts'
import { endsOf, kindOf, readSecond } from './range.ts'
import { amountOf, readSide, type Side } from './side.ts'

// What figures share: a hedge, a number or a range of two, each with its scale, and what stands at it.

export type Amount = {
  readonly start: number
  readonly end: number
  readonly modifier?: FigureModifier
  /** How far it may be off either way: `5 ± 0.2`. */
  readonly spread?: number
  /** Bounded on both sides: `equal to 5`. */
  readonly equal?: true
  readonly first: Side
  /** The end of a range. */
  readonly second?: Side
}

/** The amount that begins at token `i`, hedge and all; null when none does. */
export const readAmount = rememberNear(readAmountAt)

function readAmountAt(tokens: Tokens, i: number): Amount | null {
  const hedge = readHedge(tokens, i)
  let at = hedge ? hedge.end : i
  const between = tokens.lower[at] === 'between'
  if (between) at++
  if (at > i && !isNear(tokens, at)) return null
  if (!isLeftFree(tokens, hedge || between ? i : at)) return null
  const first = readSide(tokens, at)
  if (!first) return null
  const equal = hedge?.value === 'equal' || undefined
  const modifier = hedge && hedge.value !== 'equal' ? hedge.value : undefined
  const opposite = hedge && !between ? readOpposite(tokens, i, hedge.value, first) : null
  if (opposite) return opposite
  const spread = between ? null : readSpread(tokens, first)
  if (spread) return { start: i, modifier, equal, ...spread }
  const second = readSecond(tokens, first, between)
  if (second) {
    if (isRightFree(tokens, second.end)) return { start: i, end: second.end, modifier, equal, first, second }
  }
  return between ? null : single(tokens, i, first, modifier, equal)
}

/** Behind a number: `± 0.2 km`, `+/- 1e-5 km`, `plus or minus 3 percent`; the unit behind it is of both. */
function readSpread(tokens: Tokens, first: Side): Pick<Amount, 'first' | 'spread' | 'end'> | null {
  const { lower } = tokens
  let at = first.end
  if (!isNear(tokens, at)) return null
  if (lower[at] === '±') at++
  else if (lower[at] === '+' && lower[at + 1] === '/' && /^[-−]$/.test(lower[at + 2] ?? '')) at += 3
  else if (lower[at] === 'plus' && near(tokens, at + 1) === 'or' && near(tokens, at + 2) === 'minus') at += 3
  else return null
  const off = isNear(tokens, at) ? readSide(tokens, at) : null
  const spread = off && !off.negative && !off.sign ? amountOf(off) : undefined
  if (!off || spread === undefined || !isRightFree(tokens, off.end)) return null
  const [a, b] = [kindOf(first), kindOf(off)]
  // `5% ± 3 km` is two
  if (a && b && a.name !== b.name) return null
  const measure = first.measure ?? off.measure
  return { first: { ...first, ...(measure && { measure }) }, spread, end: off.end }
}

/** `more than 10 and less than 40`: a range told by its two bounds. */
function readOpposite(tokens: Tokens, start: number, modifier: Hedge, first: Side): Amount | null {
  if (modifier !== 'more-than' && modifier !== 'at-least') return null
  let at = first.end
  if (near(tokens, at) === ',') at++
  if (/^(?:and|but)$/.test(near(tokens, at))) at++
  if (at === first.end || !isNear(tokens, at)) return null
  const other = readHedge(tokens, at)
  if (!other || (other.value !== 'less-than' && other.value !== 'at-most')) return null
  const second = readSide(tokens, other.end)
  if (
    !second ||
    !isRightFree(tokens, second.end) ||
    kindOf(first)?.name !== kindOf(second)?.name ||
    !endsOf(first, second)
  )
    return null
  return { start, end: second.end, first, second }
}

function single(
  tokens: Tokens,
  start: number,
  first: Side,
  modifier: FigureModifier | undefined,
  equal: true | undefined,
): Amount | null {
  // `1 m x 2 m`: two lengths
  const crossed = first.measure !== undefined && near(tokens, first.end) === 'x'
  if (!crossed && !isRightFree(tokens, first.end)) return null
  const rest = readRest(tokens, first.end)
  return rest && (!modifier || modifier === 'about')
    ? { start, end: rest.end, modifier: rest.modifier, first }
    : { start, end: first.end, modifier, equal, first }
}

/** Behind a number: `or more`, `or less`, `+`. */
function readRest(tokens: Tokens, end: number): { modifier: FigureModifier; end: number } | null {
  const form = near(tokens, end)
  if (form === '+' && isGlued(tokens, end) && !(isGlued(tokens, end + 1) && tokens.kind[end + 1] !== mark))
    return { modifier: 'at-least', end: end + 1 }
  // `100,000-plus pilgrims`
  if (form === '-' && isGlued(tokens, end) && near(tokens, end + 1) === 'plus' && !isGlued(tokens, end + 2))
    return { modifier: 'at-least', end: end + 2 }
  if (form !== 'or' && form !== 'and') return null
  const next = near(tokens, end + 1)
  const than = near(tokens, end + 2) === 'than'
  // `in September 1986 and higher prices`: another thing
  const apart = form === 'and' && near(tokens, end + 2) !== '' && tokens.kind[end + 2] === word
  // `200 or more than` ends its sentence, `5000 or more than 4500` begins another bound
  const closes = than && (!near(tokens, end + 3) || tokens.kind[end + 3] === mark)
  if (
    /^(?:more|higher|greater|above|over)$/.test(next) &&
    (!than || closes) &&
    !(apart && /^(?:more|higher|greater)$/.test(next))
  )
    return { modifier: 'at-least', end: closes ? end + 3 : end + 2 }
  if (form === 'or' && /^(?:less|fewer|lower|below|under)$/.test(next) && (!than || closes))
    return { modifier: 'at-most', end: closes ? end + 3 : end + 2 }
  return form === 'or' && next === 'so' ? { modifier: 'about', end: end + 2 } : null
}
