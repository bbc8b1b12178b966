// Currencies that a text writes with their own sign or code: what its `cents` are hundredths of.

import type { Tokens } from './tokens.ts'

type Named = { readonly at: number; readonly code: string }

// texts are read one after another: the last one's signs are enough
let of: Tokens | undefined
let last: readonly Named[] = []

/**
 * The currency whose sign stands nearest to token `i`, and how many tokens away; undefined where none does.
 * @param read the sign at a token and the token behind it, asked once for a text
 */
export function currencyNear(
  tokens: Tokens,
  i: number,
  read: (tokens: Tokens, i: number) => { readonly code: string; readonly end: number } | null,
): { readonly code: string; readonly distance: number } | undefined {
  if (of !== tokens) {
    const found: Named[] = []
    for (let at = 0; at < tokens.count; ) {
      const sign = read(tokens, at)
      if (sign) found.push({ at, code: sign.code })
      at = sign ? sign.end : at + 1
    }
    of = tokens
    last = found
  }
  let low = 0
  let high = last.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (last[middle]!.at < i) low = middle + 1
    else high = middle
  }
  let best: { readonly code: string; readonly distance: number } | undefined
  for (const named of [last[low - 1], last[low]]) {
    const distance = named && Math.abs(named.at - i)
    if (distance !== undefined && (!best || distance < best.distance)) best = { code: named!.code, distance }
  }
  return best
}
