// Countries that a text names, by name, people or city: whose currency a sign means.

import { countryOfCity } from './cities.ts'
import { findPlaceName } from './countries.ts'
import { isCapital, isNear, type Tokens, word } from './tokens.ts'

type Named = { readonly at: number; readonly country: string }

// texts are read one after another: the last one's names are enough
let of: Tokens | undefined
let last: readonly Named[] = []

/** Names longer than this have shorter forms. */
const longest = 3

function namedIn(tokens: Tokens): readonly Named[] {
  if (of === tokens) return last
  const found: Named[] = []
  for (let i = 0; i < tokens.count; i++) {
    if (tokens.kind[i] !== word || !isCapital(tokens, i)) continue
    for (let words = longest; words > 0; words--) {
      if (!isRun(tokens, i, words)) continue
      const form = tokens.text.slice(tokens.start[i], tokens.end[i + words - 1])
      const country = findPlaceName(form)?.country ?? countryOfCity(form)
      if (!country) continue
      found.push({ at: i, country })
      i += words - 1
      break
    }
  }
  of = tokens
  last = found
  return found
}

function isRun(tokens: Tokens, i: number, words: number): boolean {
  if (i + words > tokens.count) return false
  for (let k = 1; k < words; k++)
    if (tokens.kind[i + k] !== word || !isNear(tokens, i + k) || !isCapital(tokens, i + k)) return false
  return true
}

/** A name so many tokens before is the nearest, whatever follows. */
const recent = 40
/** How many names either way are looked at. */
const reach = 64

/** Which of the countries is named nearest to token `i`; undefined where none is. */
export function countryNear(tokens: Tokens, i: number, wanted: Readonly<Record<string, string>>): string | undefined {
  const named = namedIn(tokens)
  let low = 0
  let high = named.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (named[middle]!.at < i) low = middle + 1
    else high = middle
  }
  let best: Named | undefined
  for (let k = Math.max(0, low - reach); k < Math.min(named.length, low + reach); k++) {
    const each = named[k]!
    if (!wanted[each.country]) continue
    // what was named just before counts, rather than what the next sentence begins with
    if (each.at > i && best && i - best.at <= recent) break
    if (!best || Math.abs(each.at - i) < Math.abs(best.at - i)) best = each
  }
  return best?.country
}
