import { lazy, Suspense } from 'preact/compat'
import { type Actor, getActor, listActorClaims, listActors, listClaims } from '../client/index.ts'
import { at } from './address.ts'
import { ClaimRows } from './claim-rows.tsx'
import { Rows, sayCount, useList } from './list.tsx'
import { Notice } from './notice.tsx'
import { take, useRequest } from './requests.ts'
import { ListFiles } from './take-away/list-files.tsx'
import { useTitle } from './title.ts'

const Timeline = lazy(() => import('./pictures/timeline.tsx').then(({ Timeline }) => ({ default: Timeline })))

/** One actor across all articles. */
export function ActorView({ id }: { id: string }) {
  const request = useRequest(id, () => take(getActor({ path: { actorId: id } })))
  useTitle(request.state === 'here' ? request.data.name : undefined)
  if (request.state !== 'here') return <Notice of={request} what="the actor" />
  const actor = request.data
  const others = actor.aliases.filter((alias) => alias !== actor.name)
  return (
    <article class="actor-view">
      <h1>{actor.name}</h1>
      <p class="about">{[actor.kind, actor.role, actor.affiliation].filter(Boolean).join(' · ')}</p>
      <p class="about">
        {actor.mentionCount} {actor.mentionCount === 1 ? 'mention' : 'mentions'} in {actor.articleCount}{' '}
        {actor.articleCount === 1 ? 'article' : 'articles'}
        {others.length > 0 && <> · also {others.join(', ')}</>}
      </p>
      <Namesakes actor={actor} />
      <ClaimsOf
        id={id}
        relation="source"
        title="Said"
        what="quotes"
        nothing="No quotes are attributed to this actor."
      />
      <ClaimsOf
        id={id}
        relation="subject"
        title="Figures said of it"
        what="figures"
        nothing="No figures about this actor."
      />
      <Dates id={id} />
    </article>
  )
}

/** Others that the articles call by the same name: who reads on must know which one this is. */
function Namesakes({ actor }: { actor: Actor }) {
  const request = useRequest(actor.id, () => take(listActors({ query: { name: [actor.name], limit: 50 } })))
  const others = request.state === 'here' ? request.data.items.filter(({ id }) => id !== actor.id) : []
  if (!others.length) return null
  return (
    <section class="namesakes" aria-label="Others of this name">
      <p>
        <b>{others.length === 1 ? 'One other is' : `${others.length} others are`} called that.</b> Nothing in the
        articles says that they are the same:
      </p>
      <ul>
        {others.map(({ id, name, kind, role, affiliation, articleCount }) => (
          <li key={id}>
            <a href={at(`/actors/${id}`)}>{name}</a>{' '}
            <small>
              {[kind, role, affiliation, `${articleCount} ${articleCount === 1 ? 'article' : 'articles'}`]
                .filter(Boolean)
                .join(' · ')}
            </small>
          </li>
        ))}
      </ul>
    </section>
  )
}

type ClaimsProps = { id: string; relation: 'source' | 'subject'; title: string; what: string; nothing: string }
function ClaimsOf({ id, relation, title, what, nothing }: ClaimsProps) {
  const list = useList(`${id} ${relation}`, (query) =>
    take(
      listActorClaims({
        path: { actorId: id },
        query: { ...query, relation: [relation], limit: 50, order: '-published', expand: ['article'] },
      }),
    ),
  )
  return (
    <section aria-labelledby={relation}>
      <h2 id={relation}>
        {title} ({sayCount(list.count)})
      </h2>
      <Rows of={list} what={what} nothing={nothing}>
        {(pages) => (
          <>
            <ListFiles path={`/v1/actors/${id}/claims`} query={{ relation, order: '-published' }} name={what} />
            <ClaimRows pages={pages} />
          </>
        )}
      </Rows>
    </section>
  )
}

function Dates({ id }: { id: string }) {
  const list = useList(id, (query) =>
    take(listClaims({ query: { ...query, actor: [id], type: ['date'], limit: 200 } })),
  )
  if (list.request.state === 'here' && !list.request.data[0]!.items.length) return null
  return (
    <section aria-label="Dates">
      <Rows of={list} what="dates" nothing="">
        {(pages) => (
          <Suspense fallback={<p class="notice">Drawing …</p>}>
            <Timeline claims={pages.flatMap(({ items }) => items)} title="Dates in the same sentences" />
          </Suspense>
        )}
      </Rows>
    </section>
  )
}
