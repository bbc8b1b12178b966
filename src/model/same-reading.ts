import type { Claim } from './claim/index.ts'

/** Fields that say where a claim stands, who read it and how sure that was: not what it means. Ids of actors follow from their names. */
const besideTheMeaning = new Set([
  'id',
  'articleId',
  'actorId',
  'sentence',
  'section',
  'extractor',
  'confidence',
  'review',
])

/**
 * Whether everything that a claim was read as still holds for how its words are read now. Fields that have come to it since change nothing.
 */
export const isStillReadAs = (before: Claim, now: Claim): boolean => holds(before, now)

function holds(before: unknown, now: unknown): boolean {
  if (typeof before !== 'object' || before === null) return before === now
  if (typeof now !== 'object' || now === null) return false
  return Object.entries(before).every(
    ([name, value]) => besideTheMeaning.has(name) || holds(value, (now as Record<string, unknown>)[name]),
  )
}
