import { hash } from 'node:crypto'
import type { Claim } from '../model/claim/index.ts'
import type { QuoteClaim } from '../model/claim/quote.ts'
import { comparedClaims } from './comparable.ts'
import { nameKey } from './names.ts'

/** Words of a run: as few as two speakers hardly have in common by chance. */
const runLength = 4
/** Runs of a quotation that are kept; what is longer is found by its beginning. */
const mostRuns = 60
/** Two quotations are of the same words when they share so many runs, or so much of the shorter one. */
const least = { runs: 3, share: 0.6 } as const

/** A quotation as it is compared. */
export type Quotation = { readonly claimId: string; readonly speaker: string; readonly runs: readonly string[] }

export const contentOf = ({ content, surface }: QuoteClaim): string => content ?? surface

/** Words as quotations are compared by: lower case, without marks, apostrophes in one form. */
export const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .match(/[\p{L}\p{N}]+(?:'[\p{L}]+)*/gu) ?? []

/** The quotations of an article whose speaker is known, and that are long enough to be told from others. */
export function findQuotations(claims: readonly Claim[]): Quotation[] {
  const body = comparedClaims(claims)
  const actors = new Map(body.flatMap((claim) => (claim.type === 'actor' ? [[claim.actorId, claim] as const] : [])))
  return body.flatMap((claim) => {
    if (claim.type !== 'quote' || claim.kind === 'scare') return []
    const actor = claim.source?.actorId === undefined ? undefined : actors.get(claim.source.actorId)
    const runs = toRuns(wordsOf(contentOf(claim)))
    if (!actor || runs.length === 0) return []
    const speaker = nameKey(actor)
    // a run belongs to its speaker: one look finds the words of this one alone
    return {
      claimId: claim.id,
      speaker,
      runs: runs.map((run) => hash('sha256', `${speaker}\n${run}`, 'base64url').slice(0, 12)),
    }
  })
}

function toRuns(words: readonly string[]): string[] {
  const runs = new Set<string>()
  for (let at = 0; at + runLength <= words.length && runs.size < mostRuns; at++)
    runs.add(words.slice(at, at + runLength).join(' '))
  return [...runs]
}

/** Whether two quotations are of the same words. @param shared runs that both have @param one how many one has, @param other the other */
export const areSameWords = (shared: number, one: number, other: number): boolean =>
  shared >= least.runs || shared >= least.share * Math.min(one, other)
