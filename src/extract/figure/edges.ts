import { digits, isGlued, isNear, mark, type Tokens, word } from '../../text/tokens.ts'

const isTimes = (tokens: Tokens, i: number): boolean => tokens.lower[i] === '×' || tokens.lower[i] === '^'

/** True when no number or name goes on at token `i`: it is not the tail of `A4`, `1.2`, `F-16`, `#3`. */
export function isLeftFree(tokens: Tokens, i: number): boolean {
  if (i === 0) return true
  if (tokens.kind[i] === mark && /^[<>≤≥≈]$/.test(tokens.lower[i]!))
    return tokens.lower[i - 1] !== '<' && tokens.lower[i - 1] !== '>'
  if (!isGlued(tokens, i))
    return !(
      (isTimes(tokens, i - 1) || (tokens.lower[i - 1] === 'x' && tokens.kind[i - 2] === digits)) &&
      tokens.start[i]! - tokens.end[i - 1]! <= 1
    )
  const previous = tokens.lower[i - 1]!
  if (tokens.kind[i - 1] !== mark) return false
  if (/^[_$€¥#/\\^×£₹]$/.test(previous)) return false
  return !(/^[.,:+−–-]$/.test(previous) && isGlued(tokens, i - 1) && tokens.kind[i - 2] !== mark)
}

/** True when no number or name goes on behind the token before `end`. */
export function isRightFree(tokens: Tokens, end: number): boolean {
  if (end >= tokens.count) return true
  const next = tokens.lower[end]!
  if (isTimes(tokens, end) && tokens.start[end]! - tokens.end[end - 1]! <= 1) return false
  if (!isGlued(tokens, end)) return !(next === 'x' && isNear(tokens, end) && tokens.kind[end + 1] === digits)
  if (tokens.kind[end] !== mark) return false
  if (next === '_') return false
  return !(
    /^[.,:/]$/.test(next) &&
    isGlued(tokens, end + 1) &&
    tokens.kind[end + 1] === digits &&
    !(next === ',' && tokens.kind[end - 1] === word)
  )
}
