import { useId, useState } from 'preact/hooks'
import { listActors } from '../../client/index.ts'
import { at, go } from '../address.ts'
import { take, useRequest } from '../requests.ts'
import { toggleValue } from './query.ts'

/** Finds an actor by the beginning of any of its names. */
export function ActorSearch() {
  const [words, setWords] = useState('')
  const id = useId()
  const wanted = words.trim()
  const request = useRequest(`actor ${wanted}`, async () =>
    wanted.length < 2 ? [] : (await take(listActors({ query: { name__prefix: wanted, limit: 8 } }))).items,
  )
  const found = request.state === 'here' ? request.data : []
  const choose = (actor: string) => {
    setWords('')
    go(`${at('/')}?${toggleValue('actor', actor)}`, true)
  }
  return (
    <div class="actor-search">
      <label class="visually-hidden" for={id}>
        Find an actor
      </label>
      <input
        id={id}
        type="text"
        autoComplete="off"
        placeholder="Find an actor"
        value={words}
        onInput={(event) => setWords(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && found[0]) choose(found[0].id)
          if (event.key === 'Escape') setWords('')
        }}
      />
      {wanted.length > 1 && (
        <ul class="suggestions">
          {found.map(({ id, name, kind, role, affiliation, articleCount }) => (
            <li key={id}>
              <button type="button" onClick={() => choose(id)}>
                {name} <small>{[kind, role, affiliation, `${articleCount} art.`].filter(Boolean).join(' · ')}</small>
              </button>
            </li>
          ))}
          {request.state === 'here' && !found.length && <li class="about">Nobody is called that.</li>}
        </ul>
      )}
    </div>
  )
}
