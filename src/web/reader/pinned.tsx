import type { ActorClaim, Claim } from '../../client/index.ts'
import { go, withQuery } from '../address.ts'
import { Comparable } from '../compare/comparable.tsx'
import { ReviewBar } from '../review/review-bar.tsx'
import { ClaimLinks } from '../take-away/claim-links.tsx'
import { Meaning } from './meaning-table.tsx'

type Props = {
  claim: Claim
  stored: boolean
  actors: readonly ActorClaim[]
  /** Why its sentence is worth checking, where that was asked. */
  worth: string | undefined
  change: (claim: Claim) => void
  /** Called when a verdict was given. */
  done: (claim: Claim) => void
}

/** The pinned claim with all that is known of it and all that can be done with it: in the panel, or on a sheet at the bottom of a small window. */
export function Pinned({ claim, stored, actors, worth, change, done }: Props) {
  return (
    <section class={`pinned ${claim.type}`} aria-label="Pinned claim" key={claim.id}>
      <button type="button" class="quiet close" aria-label="Let go" onClick={() => go(withQuery({}), true)}>
        ×
      </button>
      <Meaning claim={claim} />
      {worth && <p class="about">Worth checking: {worth}</p>}
      {stored && (claim.type === 'figure' || claim.type === 'quote') && <Comparable key={claim.id} claim={claim} />}
      {stored && <ReviewBar key={claim.id} {...{ claim, actors, change, done }} />}
      {stored && <ClaimLinks key={claim.id} claim={claim} />}
    </section>
  )
}

/** Addresses come from pages: only those of the web become links. */
export const isWeb = (url: string): boolean => /^https?:\/\//i.test(url)
