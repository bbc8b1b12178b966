import type { Claim } from '../../client/index.ts'
import { summarise } from '../meaning.ts'

/** A row of the panel: a claim, or an actor with all its mentions. */
export type Row = {
  readonly claims: readonly [Claim, ...Claim[]]
  readonly words: string
  readonly means: string
  /** What the words of the filter are looked for in. */
  readonly searched: string
}

/** Claims as they are to be checked, one a row: each mention of an actor is checked by itself. */
export const toQueueRows = (claims: readonly Claim[]): Row[] => claims.map((claim) => toRow([claim], claim.surface))

/** The claims of a text as rows: quotes, figures and dates in the order of the text, then actors, the most mentioned first. */
export function toRows(claims: readonly Claim[]): Row[] {
  const rows: Row[] = []
  const actors = new Map<string, Claim[]>()
  for (const claim of claims) {
    if (claim.type !== 'actor') rows.push(toRow([claim], claim.surface))
    else if (!actors.get(claim.actorId)?.push(claim)) actors.set(claim.actorId, [claim])
  }
  const ranked = [...actors.values()].sort((a, b) => b.length - a.length)
  return [...rows, ...ranked.map((mentions) => toRow(mentions as [Claim, ...Claim[]], nameOf(mentions)))]
}

const nameOf = ([first]: readonly Claim[]) => (first!.type === 'actor' ? first!.name : first!.surface)

/** Rows of claims that were made already: another order or another filter does not say them anew. */
const made = new WeakMap<Claim, Row>()

function toRow(claims: readonly [Claim, ...Claim[]], words: string): Row {
  const known = claims.length === 1 ? made.get(claims[0]) : undefined
  if (known?.words === words) return known
  const told = claims.find((claim) => claim.type === 'actor' && claim.role) ?? claims[0]
  const meaning = summarise(told)
  const means = told.type === 'actor' ? [told.kind, told.role, told.affiliation].filter(Boolean).join(' · ') : meaning
  const forms = claims.length > 1 ? [...new Set(claims.map(({ surface }) => surface))].join(' ') : ''
  const row = { claims, words, means, searched: `${words} ${meaning} ${means} ${forms}`.toLowerCase() }
  if (claims.length === 1) made.set(claims[0], row)
  return row
}
