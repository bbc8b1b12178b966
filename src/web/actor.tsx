import { lazy, Suspense } from 'preact/compat'
import { type Claim, getActor, listActorClaims, listClaims, walkItems } from '../client/index.ts'
import { at } from './address.ts'
import { formatQuantity } from './meaning.ts'
import { Notice } from './notice.tsx'
import { take, useRequest } from './requests.ts'

const Timeline = lazy(() => import('./pictures/timeline.tsx').then(({ Timeline }) => ({ default: Timeline })))

/** Claims kept for the view: an actor of a thousand articles is not read whole. */
const most = 600

/** One actor across all articles. */
export function ActorView({ id }: { id: string }) {
  const request = useRequest(id, async () => {
    const actor = await take(getActor({ path: { actorId: id } }))
    const claims: Claim[] = []
    for await (const claim of walkItems(listActorClaims, {
      path: { actorId: id },
      query: { relation: ['source', 'subject'], limit: 200 },
    })) {
      claims.push(claim)
      if (claims.length >= most) break
    }
    const dates = await take(listClaims({ query: { actor: [id], type: ['date'], limit: 200 } }))
    return { actor, claims, dates: dates.items }
  })
  if (request.state !== 'here') return <Notice of={request} what="the actor" />
  const { actor, claims, dates } = request.data
  const quotes = claims.filter((claim) => claim.type === 'quote')
  const figures = claims.filter((claim) => claim.type === 'figure')
  const others = actor.aliases.filter((alias) => alias !== actor.name)
  return (
    <article class="actor-view">
      <h1>{actor.name}</h1>
      <p class="about">{[actor.kind, actor.role, actor.affiliation].filter(Boolean).join(' · ')}</p>
      <p class="about">
        {actor.mentionCount} mentions in {actor.articleCount} {actor.articleCount === 1 ? 'article' : 'articles'}
        {others.length > 0 && <> · also {others.join(', ')}</>}
      </p>
      <section aria-labelledby="said">
        <h2 id="said">Said ({quotes.length})</h2>
        <ClaimLinks claims={quotes} nothing="No quotes are attributed to this actor." />
      </section>
      <section aria-labelledby="figures">
        <h2 id="figures">Figures said of it ({figures.length})</h2>
        <ClaimLinks claims={figures} nothing="No figures about this actor." />
      </section>
      {dates.length > 0 && (
        <section aria-label="Dates">
          <Suspense fallback={<p class="notice">Drawing …</p>}>
            <Timeline claims={dates} title="Dates in the same sentences" />
          </Suspense>
        </section>
      )}
    </article>
  )
}

function ClaimLinks({ claims, nothing }: { claims: readonly Claim[]; nothing: string }) {
  if (!claims.length) return <p class="notice">{nothing}</p>
  return (
    <ul class="found">
      {claims.map((claim) => (
        <li key={claim.id} class={claim.type}>
          <a href={at(`/articles/${claim.articleId}#claim-${claim.id}`)}>{claim.surface}</a>
          {claim.type === 'figure' && <p>{[formatQuantity(claim), claim.measure].filter(Boolean).join(' · ')}</p>}
          <p class="about">{claim.sentence.text}</p>
        </li>
      ))}
    </ul>
  )
}
