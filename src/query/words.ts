import type { Dialect } from '../store/dialect.ts'
import type { ClaimChoice } from './choice.ts'
import { type Condition, toCondition, wordsOf } from './conditions.ts'
import { followsWords, type Phase } from './orders.ts'

/** Whether the full-text index leads to the claims, in the order that it has. */
export const leadsByWords = ({ words }: ClaimChoice, order: string) => words.length > 0 && followsWords(order)

export function wordConditions(
  dialect: Dialect,
  { words, met }: ClaimChoice,
  byWords: boolean,
  match?: Phase['match'],
): Condition[] {
  if (!byWords) return words.map((one) => toCondition(dialect, one, 'claims', met.has(one)))
  // a search goes by its words of all kinds together
  return [dialect.leadWords('claims', words.map(wordsOf), match)!]
}
