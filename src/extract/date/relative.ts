import type { Tokens } from '../../text/tokens.ts'
import { readBound } from './words.ts'

/** `more than`, `about` before what is no length: passes over them. */
export const skipBound = (tokens: Tokens, i: number): number => readBound(tokens, i)?.end ?? i
