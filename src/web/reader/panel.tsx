import type { RefObject } from 'preact'
import { useMemo, useState } from 'preact/hooks'
import type { Claim } from '../../client/index.ts'
import { go, withQuery } from '../address.ts'
import { claimTypes } from '../claim-types.ts'
import { PanelList } from './panel-list.tsx'
import { toRows } from './panel-rows.ts'
import { Pinned } from './pinned.tsx'
import type { Reading } from './reader.tsx'

type Props = {
  reading: Reading
  /** In the order of the text. */
  claims: readonly Claim[]
  hidden: ReadonlySet<string>
  withRejected: boolean
  pinned: Claim | undefined
  stored: boolean
  root: RefObject<HTMLElement | null>
}

/** The claims beside the text: by type, filtered, and the pinned one with all that is known of it. */
export function Panel({ reading, claims, hidden, withRejected, pinned, stored, root }: Props) {
  const [words, setWords] = useState('')
  const rejected = useMemo(() => claims.filter(({ review }) => review?.status === 'rejected').length, [claims])
  const all = useMemo(
    () => toRows(withRejected ? claims : claims.filter(({ review }) => review?.status !== 'rejected')),
    [claims, withRejected],
  )
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
  return (
    <aside class="panel" aria-label="Claims">
      {pinned && <Pinned {...{ reading, stored }} claim={pinned} />}
      <fieldset class="types">
        <legend class="visually-hidden">Types of claims</legend>
        {claimTypes.map((type) => (
          <label key={type} class={type}>
            <input type="checkbox" checked={!hidden.has(type)} onChange={() => toggle(type)} />
            {type}s <small>{counts.get(type)?.length ?? 0}</small>
          </label>
        ))}
      </fieldset>
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
            : `${claims.length} claims in ${all.length} rows, one an actor`}
      </p>
      <PanelList rows={rows} pinned={pinned?.id} root={root} />
    </aside>
  )
}
