import { isCapital, isGlued, isNear, near, type Tokens, word } from '../text/tokens.ts'

/** Tokens on either side in which another seat says that this is one. */
const reach = 8
const places =
  /^(?:seats?|seated|sat|sitting|rows?|aisle|gates?|berths?|cabins?|apartments?|flats?|rooms?|blocks?|platforms?|exits?|stands?|plots?|stalls?)$/

const isSeatCode = (tokens: Tokens, i: number, letter: RegExp) =>
  /^\d{1,3}$/.test(tokens.lower[i] ?? '') &&
  isGlued(tokens, i + 1) &&
  tokens.kind[i + 1] === word &&
  letter.test(tokens.lower[i + 1]!) &&
  isCapital(tokens, i + 1)

/** `seat 14C`, `in 22F, next to 9B`: digits with a letter glued behind, at token `i`, that say which seat, row or door. */
export function isSeat(tokens: Tokens, i: number): boolean {
  if (!isSeatCode(tokens, i, /^[a-k]$/)) return false
  const named = near(tokens, i) && /^(?:in|and|or|number|,)$/.test(tokens.lower[i - 1]!) ? i - 2 : i - 1
  if (named >= 0 && isNear(tokens, named + 1) && places.test(tokens.lower[named]!)) return true
  // of two, one has a letter that is no degree
  const other = /^[cf]$/.test(tokens.lower[i + 1]!) ? /^[abdeg-k]$/ : /^[a-k]$/
  for (let at = i - 1; at >= i - reach && !isStop(tokens, at); at--) if (isSeatCode(tokens, at, other)) return true
  for (let at = i + 2; at <= i + reach && !isStop(tokens, at); at++) if (isSeatCode(tokens, at, other)) return true
  return false
}

const isStop = (tokens: Tokens, at: number) => !near(tokens, at) || /^[.;!?]$/.test(tokens.lower[at]!)
