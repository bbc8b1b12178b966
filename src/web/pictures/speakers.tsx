import { useMemo } from 'preact/hooks'
import type { Claim, QuoteClaim } from '../../client/index.ts'
import { at } from '../address.ts'
import { addressOf } from './address-of.ts'
import { shorten } from './picture.tsx'

/** Who said what: actors with their quotations, the most quoted first. */
export function Speakers({ claims }: { claims: readonly Claim[] }) {
  const speakers = useMemo(() => {
    const quotes = claims.filter((claim): claim is QuoteClaim => claim.type === 'quote' && claim.source !== null)
    return [...Map.groupBy(quotes, ({ source }) => source!.actorId ?? source!.surface)].sort(
      ([, a], [, b]) => b.length - a.length,
    )
  }, [claims])
  if (!speakers.length) return null
  const greatest = speakers[0]![1].length
  return (
    <figure class="picture">
      <figcaption>
        <h2>Who said what</h2>
      </figcaption>
      <dl class="speakers">
        {speakers.map(([id, quotes]) => {
          const { actorId, name, surface } = quotes[0]!.source!
          return (
            <div key={id}>
              <dt>
                {actorId ? <a href={at(`/actors/${actorId}`)}>{name ?? surface}</a> : surface}{' '}
                <small>{quotes.length}</small>
                <span class="bar" style={{ width: `${(100 * quotes.length) / greatest}%` }} />
              </dt>
              {quotes.map((quote) => (
                <dd key={quote.id}>
                  <a href={addressOf(quote)}>{shorten(quote.content ?? quote.surface, 180)}</a>
                  {quote.cue && <small> ({quote.cue})</small>}
                </dd>
              ))}
            </div>
          )
        })}
      </dl>
    </figure>
  )
}
