import type { RefObject } from 'preact'
import { useMemo, useState } from 'preact/hooks'
import type { ActorClaim, Claim } from '../../client/index.ts'
import { go, withQuery } from '../address.ts'
import { claimTypes } from '../claim-types.ts'
import type { Beside } from '../compare/beside.ts'
import { type Queue, queues, sayReasons, type Worth } from '../review/queue.ts'
import { PanelList } from './panel-list.tsx'
import { toQueueRows, toRows } from './panel-rows.ts'
import { Pinned } from './pinned.tsx'
import type { Reading } from './reader.tsx'

type Props = {
  reading: Reading
  /** In the order in which they are gone through. */
  claims: readonly Claim[]
  queue: Queue
  /** What other articles say of the same thing. */
  beside: ReadonlyMap<string, Beside>
  worth: Worth
  hidden: ReadonlySet<string>
  withRejected: boolean
  pinned: Claim | undefined
  stored: boolean
  root: RefObject<HTMLElement | null>
  change: (claim: Claim) => void
}

/** The claims beside the text: by type, filtered, and the pinned one with all that is known of it. */
export function Panel({
  reading,
  claims,
  queue,
  beside,
  worth,
  hidden,
  withRejected,
  pinned,
  stored,
  root,
  change,
}: Props) {
  const [words, setWords] = useState('')
  const rejected = useMemo(() => claims.filter(({ review }) => review?.status === 'rejected').length, [claims])
  const checked = useMemo(() => claims.filter(({ review }) => review).length, [claims])
  const actors = useMemo(() => claims.filter((claim): claim is ActorClaim => claim.type === 'actor'), [claims])
  const all = useMemo(() => {
    const shown = withRejected ? claims : claims.filter(({ review }) => review?.status !== 'rejected')
    return queue === 'text' ? toRows(shown) : toQueueRows(shown)
  }, [claims, withRejected, queue])
  const counts = useMemo(() => Map.groupBy(claims, ({ type }) => type), [claims])
  const wanted = words.trim().toLowerCase()
  const types = [...hidden].join()
  const rows = useMemo(
    () => all.filter(({ claims: [{ type }], searched }) => !hidden.has(type) && searched.includes(wanted)),
    [all, wanted, types],
  )
  const toggle = (type: string) => {
    const next = new Set(hidden)
    if (!next.delete(type)) next.add(type)
    go(withQuery({ hide: [...next].join(',') }) + location.hash, true)
  }
  /** In a queue, on to the next that nobody has checked. */
  const goOn = (reviewed: Claim) => {
    const next = queue === 'text' ? undefined : claims.find(({ id, review }) => !review && id !== reviewed.id)
    if (next) go(`${withQuery({})}#claim-${next.id}`, true)
  }
  return (
    <aside class="panel" aria-label="Claims">
      {pinned && <Pinned {...{ stored, actors, change }} claim={pinned} worth={reasonsOf(pinned, worth)} done={goOn} />}
      <fieldset class="types">
        <legend class="visually-hidden">Types of claims</legend>
        {claimTypes.map((type) => (
          <label key={type} class={type}>
            <input type="checkbox" checked={!hidden.has(type)} onChange={() => toggle(type)} />
            {type}s <small>{counts.get(type)?.length ?? 0}</small>
          </label>
        ))}
      </fieldset>
      {stored && (
        <div class="checked">
          <span role="status">
            {checked} of {claims.length} checked
          </span>
          <label>
            <span class="visually-hidden">Order</span>
            <select
              value={queue}
              onChange={({ currentTarget: { value } }) =>
                go(withQuery({ queue: value === 'text' ? undefined : value }) + location.hash, true)
              }
            >
              {Object.entries(queues).map(([value, name]) => (
                <option key={value} value={value}>
                  {name}
                </option>
              ))}
            </select>
          </label>
          <progress value={checked} max={claims.length || 1} aria-label="Claims checked" />
        </div>
      )}
      {rejected > 0 && (
        <label class="rejected-ones">
          <input
            type="checkbox"
            checked={withRejected}
            onChange={() => go(withQuery({ rejected: withRejected ? undefined : 'shown' }) + location.hash, true)}
          />
          {rejected} rejected
        </label>
      )}
      <input
        type="search"
        aria-label="Filter the claims"
        placeholder="Filter the claims"
        value={words}
        onInput={(event) => setWords(event.currentTarget.value)}
      />
      <p class="about how-many" role="status">
        {!reading.complete
          ? `${claims.length} claims so far …`
          : wanted || rows.length < all.length
            ? `${rows.length} of ${all.length} rows`
            : queue === 'text'
              ? `${claims.length} claims in ${all.length} rows, one an actor`
              : `${claims.length} claims`}
      </p>
      <PanelList {...{ rows, beside, root }} pinned={pinned?.id} />
    </aside>
  )
}

function reasonsOf({ sentence, type }: Claim, worth: Worth): string | undefined {
  const reasons = type === 'figure' && worth.get(sentence.start)?.reasons
  return reasons ? sayReasons(reasons) : undefined
}
