/** Turns offsets in UTF-16 code units (JavaScript's) into code points (SQLite's, Python's, the W3C's). */
export type OffsetMap = (codeUnit: number) => number

/**
 * The map for one text. Costs one pass; a text without characters beyond U+FFFF gets the identity.
 * An offset inside a surrogate pair counts as the pair's start.
 */
export function mapToCodePoints(text: string): OffsetMap {
  const pairs: number[] = []
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit >= 0xd800 && unit < 0xdc00 && i + 1 < text.length) pairs.push(++i)
  }
  if (pairs.length === 0) return (offset) => offset
  return (offset) => offset - countBelow(pairs, offset)
}

/** The way back: offsets in code points to UTF-16 code units. Costs one pass. */
export function mapToCodeUnits(text: string): OffsetMap {
  // by code point, where each character beyond U+FFFF stands
  const wide: number[] = []
  let point = 0
  for (let i = 0; i < text.length; i++, point++)
    if (text.codePointAt(i)! > 0xffff) {
      wide.push(point)
      i++
    }
  return (offset) => offset + countBelow(wide, offset)
}

/** How many of these, which are in order, stand before `offset`. */
function countBelow(pairs: readonly number[], offset: number): number {
  let low = 0
  let high = pairs.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (pairs[middle]! < offset) low = middle + 1
    else high = middle
  }
  return low
}

/** The characters from code point `start` to code point `end`; both ends may lie outside the text. */
export function sliceCodePoints(text: string, start: number, end: number): string {
  let unit = 0
  let point = 0
  let from = -1
  while (unit <= text.length) {
    if (point === Math.max(0, start)) from = unit
    if (point >= end || unit === text.length) break
    unit += text.codePointAt(unit)! > 0xffff ? 2 : 1
    point++
  }
  return from < 0 ? '' : text.slice(from, unit)
}

/** Length in code points. */
export function countCodePoints(text: string): number {
  return mapToCodePoints(text)(text.length)
}
