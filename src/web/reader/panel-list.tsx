import type { RefObject } from 'preact'
import { memo } from 'preact/compat'
import { useEffect, useRef, useState } from 'preact/hooks'
import { go, readAddress, withQuery } from '../address.ts'
import { type Beside, sayBeside } from '../compare/beside.ts'
import { marksOf } from './marks-of.ts'
import type { Row } from './panel-rows.ts'

/** Rows that are drawn at first, and with each step down the list. */
const step = 120

type Props = {
  rows: readonly Row[]
  pinned: string | undefined
  beside: ReadonlyMap<string, Beside>
  root: RefObject<HTMLElement | null>
}

/** The rows of the panel, drawn as far as one has scrolled; the row of the pinned claim is brought into view in the list, never in the window. */
export const PanelList = memo(({ rows, pinned, beside, root }: Props) => {
  const list = useRef<HTMLUListElement>(null)
  const [most, setMost] = useState(step)
  const place = pinned === undefined ? -1 : rows.findIndex(({ claims }) => claims.some(({ id }) => id === pinned))
  const shown = Math.max(most, place + 20)
  useEffect(() => {
    const item = place >= 0 && list.current?.children[place]
    if (!(item instanceof HTMLElement) || !list.current) return
    const { offsetTop, offsetHeight } = item
    const { scrollTop, clientHeight } = list.current
    if (offsetTop < scrollTop || offsetTop + offsetHeight > scrollTop + clientHeight)
      list.current.scrollTop = offsetTop - clientHeight / 3
  }, [pinned, place])
  const grow = () => setMost((before) => Math.max(before, shown) + step)
  const light = (event: Event, on: boolean) => {
    const ids = (event.target as Element).closest<HTMLElement>('[data-item]')?.dataset.item
    for (const id of ids?.split(' ') ?? [])
      for (const mark of (root.current && marksOf(root.current, id)) ?? []) mark.classList.toggle('hot', on)
  }
  return (
    <ul
      ref={list}
      class="items"
      onMouseOver={(event) => light(event, true)}
      onMouseOut={(event) => light(event, false)}
      onFocus={(event) => light(event, true)}
      onBlur={(event) => light(event, false)}
      onScroll={({ currentTarget: { scrollTop, clientHeight, scrollHeight } }) =>
        shown < rows.length && scrollTop + clientHeight > scrollHeight - 400 && grow()
      }
    >
      {rows.slice(0, shown).map((row) => (
        <Item
          key={row.claims[0].id}
          row={row}
          beside={beside.get(row.claims[0].id)}
          isPinned={row.claims.some(({ id }) => id === pinned)}
        />
      ))}
      {shown < rows.length && (
        <li class="more">
          <button type="button" class="quiet" onClick={grow}>
            {rows.length - shown} more
          </button>
        </li>
      )}
    </ul>
  )
})

/** Of an actor the next mention with each click. */
function open({ claims }: Row): void {
  const now = readAddress().hash
  const at = claims.findIndex(({ id }) => now === `claim-${id}`)
  go(`${withQuery({ show: undefined })}#claim-${claims[(at + 1) % claims.length]!.id}`, true)
}

type ItemProps = { row: Row; beside: Beside | undefined; isPinned: boolean }
const Item = memo(({ row, beside, isPinned }: ItemProps) => {
  const { claims, words, means } = row
  const [{ id, type, review }] = claims
  return (
    <li
      class={`${type}${review ? ` ${review.status}` : ''}${isPinned ? ' chosen' : ''}`}
      data-item={claims.map((claim) => claim.id).join(' ')}
    >
      <a
        href={`#claim-${id}`}
        aria-current={isPinned ? 'true' : undefined}
        onClick={(event) => {
          event.preventDefault()
          open(row)
        }}
      >
        <span class="words">
          {words}
          {type === 'actor' && <small> ×{claims.length}</small>}
        </span>
        <span class="means">
          {review && `${review.status} · `}
          {beside && <b>{sayBeside(beside)} · </b>}
          {means}
        </span>
      </a>
    </li>
  )
})
