import type { Claim } from '../../client/index.ts'

/** Orders in which claims can be gone through. */
export const queues = { text: 'In the order of the text', doubtful: 'Doubtful first' } as const
export type Queue = keyof typeof queues

/** Claims in the order in which they are to be checked; what is checked already comes last in a queue. */
export function toQueue(claims: readonly Claim[], queue: Queue): readonly Claim[] {
  if (queue === 'text') return claims
  return [...claims].sort(
    (a, b) => Number(Boolean(a.review)) - Number(Boolean(b.review)) || a.confidence - b.confidence || a.start - b.start,
  )
}
