import { useState } from 'preact/hooks'
import type { ActorClaim, Claim } from '../../client/index.ts'
import { at, go, withQuery } from '../address.ts'
import { citations } from '../citations.ts'
import { Comparable } from '../compare/comparable.tsx'
import { ReviewBar } from '../review/review-bar.tsx'
import { linkToPassage } from '../text-fragment.ts'
import { toCodeUnits } from '../text-offsets.ts'
import { Meaning } from './meaning-table.tsx'
import type { Reading } from './reader.tsx'

type Props = {
  claim: Claim
  reading: Reading
  stored: boolean
  actors: readonly ActorClaim[]
  change: (claim: Claim) => void
  /** Called when a verdict was given. */
  done: (claim: Claim) => void
}

/** The pinned claim with all that is known of it and all that can be done with it: in the panel, or on a sheet at the bottom of a small window. */
export function Pinned({ claim, reading, stored, actors, change, done }: Props) {
  const [said, setSaid] = useState('')
  const { article, text } = reading
  const link = `${location.origin}${location.pathname}#claim-${claim.id}`
  const json = `${location.origin}${at(`/v1/claims/${claim.id}`)}`
  const copy = async (what: string, words: string) => {
    try {
      await navigator.clipboard.writeText(words)
      setSaid(`${what} copied.`)
    } catch {
      setSaid(words)
    }
  }
  const today = new Date().toISOString().slice(0, 10)
  const units = toCodeUnits(text)
  const actor = actorOf(claim)
  return (
    <section class={`pinned ${claim.type}`} aria-label="Pinned claim" key={claim.id}>
      <Meaning claim={claim} />
      {stored && claim.type === 'figure' && <Comparable key={claim.id} claim={claim} />}
      {stored && <ReviewBar key={claim.id} {...{ claim, actors, change, done }} />}
      {stored && (
        <div class="actions">
          <button type="button" onClick={() => copy('Link', link)}>
            Copy link
          </button>
          {Object.entries(citations).map(([style, cite]) => (
            <button
              key={style}
              type="button"
              title={`Copy a citation in the style of ${style}`}
              onClick={() => copy(`Citation (${style})`, cite({ claim, article, link, today }))}
            >
              Cite {style}
            </button>
          ))}
          <button type="button" onClick={() => copy('Command', `curl -s '${json}'`)}>
            Copy curl
          </button>
          <a href={json}>JSON</a>
          {actor && <a href={at(`/actors/${actor}`)}>Actor</a>}
          {article.url && isWeb(article.url) && (
            <a href={linkToPassage(article.url, text, units(claim.start), units(claim.end))} rel="noreferrer">
              In the original
            </a>
          )}
        </div>
      )}
      <p class="said" role="status">
        {said}
      </p>
      <button type="button" class="quiet close" aria-label="Let go" onClick={() => go(withQuery({}), true)}>
        ×
      </button>
    </section>
  )
}

/** Addresses come from pages: only those of the web become links. */
export const isWeb = (url: string): boolean => /^https?:\/\//i.test(url)

function actorOf(claim: Claim): string | undefined {
  if (claim.type === 'actor') return claim.actorId
  if (claim.type === 'figure') return claim.subject?.actorId
  return claim.type === 'quote' ? claim.source?.actorId : undefined
}
