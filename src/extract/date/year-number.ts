import { readNumeral } from '../../text/numerals.ts'
import { digits, isGlued, near, type Tokens } from '../../text/tokens.ts'

/** A year as a number, its era counted in: `bc` years have no ISO day. */
export type YearNumber = { readonly value: number; readonly end: number; readonly bc?: boolean }

/**
 * A year at token `i`: `2021`, `'96`, `345 BC`, `88 AD`, `nineteen eighty-six`, `two thousand and ten`. Two digits without an
 * apostrophe and fewer than four before an era only where a month or day stands before (`dated`).
 */
export function readYear(tokens: Tokens, i: number, dated: boolean): YearNumber | null {
  const { lower } = tokens
  const form = lower[i] ?? ''
  if (tokens.kind[i] === digits) {
    const era = readEra(tokens, i + 1)
    if (form.length <= 4 && era) {
      if (era.bc) return { value: Number(form), end: era.end, bc: true }
      return { value: Number(form) - era.less, end: era.end }
    }
    if (form.length === 4 && /^[12]/.test(form)) return { value: Number(form), end: i + 1 }
    if (dated && form.length === 4 && form.startsWith('3000')) return { value: 3000, end: i + 1 }
    const last = i + 1 >= tokens.count || !/^\p{L}/u.test(near(tokens, i + 1))
    if (dated && form.length === 2 && Number(form) > 31 && last && !isGlued(tokens, i + 1))
      return { value: 1900 + Number(form), end: i + 1 }
    return null
  }
  if (form === "'" && tokens.kind[i + 1] === digits && isGlued(tokens, i + 1) && lower[i + 1]!.length === 2) {
    const short = Number(lower[i + 1])
    return isGlued(tokens, i + 2) && tokens.kind[i + 2] === 1
      ? null
      : { value: short < 50 ? 2000 + short : 1900 + short, end: i + 2 }
  }
  return readYearWords(tokens, i)
}

function readEra(tokens: Tokens, i: number): { bc: boolean; less: number; end: number } | null {
  const form = near(tokens, i)
  const capital = tokens.text[tokens.start[i] ?? 0] !== form[0]
  if (!capital) return null
  if (form === 'bc' || form === 'bce') return { bc: true, less: 0, end: i + 1 }
  if (form === 'ad' || form === 'ce') return { bc: false, less: 0, end: i + 1 }
  // the Buddhist era of Thailand runs 543 years ahead
  if (form === 'be' && tokens.text.slice(tokens.start[i], tokens.end[i]) === 'BE')
    return { bc: false, less: 543, end: i + 1 }
  if ((form === 'b' || form === 'a') && tokens.lower[i + 1] === '.') {
    const second = tokens.lower[i + 2]
    if (!isGlued(tokens, i + 2) || second !== (form === 'b' ? 'c' : 'd')) return null
    let end = i + 3
    if (tokens.lower[end] === '.' && isGlued(tokens, end)) end++
    if (form === 'b' && tokens.lower[end] === 'e' && isGlued(tokens, end)) end += 2
    return { bc: form === 'b', less: 0, end }
  }
  return null
}

/** `nineteen eighty-six`, `twenty twenty`, `nineteen hundred ninety three`, `two thousand and fifteen`. */
function readYearWords(tokens: Tokens, i: number): YearNumber | null {
  const first = readNumeral(tokens, i)
  if (!first || first.digits || first.fractional || first.value === undefined) return null
  if (first.value >= 1000 && first.value < 2100)
    return first.value === 1000 ? null : { value: first.value, end: first.end }
  if (!(first.value >= 15 && first.value <= 20) || first.scaled) return null
  const second = near(tokens, first.end) ? readNumeral(tokens, first.end) : null
  if (!second || second.digits || second.scaled || second.value === undefined || second.value < 10 || second.value > 99)
    return null
  return { value: first.value * 100 + second.value, end: second.end }
}
