import type { Claim } from '../client/index.ts'

/** The types of claims, in the order in which the page shows them. */
export const claimTypes = ['quote', 'figure', 'date', 'actor'] as const satisfies readonly Claim['type'][]
export type ClaimType = (typeof claimTypes)[number]
