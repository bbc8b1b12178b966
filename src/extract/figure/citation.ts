import { digits, isGlued, isNear, type Tokens } from '../../text/tokens.ts'

const isDash = (tokens: Tokens, i: number) => /^[-–]$/.test(tokens.lower[i] ?? '') && isGlued(tokens, i)
const isRange = (tokens: Tokens, i: number) =>
  tokens.kind[i] === digits &&
  isNear(tokens, i) &&
  !isGlued(tokens, i) &&
  isDash(tokens, i + 1) &&
  tokens.kind[i + 2] === digits &&
  isGlued(tokens, i + 2)
const isYearBehind = ({ lower }: Tokens, i: number) =>
  lower[i] === '(' && /^(?:1[5-9]|20)\d\d$/.test(lower[i + 1] ?? '') && lower[i + 2] === ')'

/** `585, 357-362 (2020)`, `395: 1054-62`: the volume at `i` and the pages behind it, as journals are cited. */
const isVolume = (tokens: Tokens, i: number): boolean =>
  tokens.kind[i] === digits &&
  isGlued(tokens, i + 1) &&
  isRange(tokens, i + 2) &&
  (tokens.lower[i + 1] === ':' || (tokens.lower[i + 1] === ',' && isYearBehind(tokens, i + 5)))

/** The volume or the first page of a journal that is cited stands at token `i`. */
export const isCitation = (tokens: Tokens, i: number): boolean => isVolume(tokens, i) || isVolume(tokens, i - 2)
