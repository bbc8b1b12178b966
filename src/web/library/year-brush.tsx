import { useRef, useState } from 'preact/hooks'
import { listClaimFacets } from '../../client/index.ts'
import { go, withQuery } from '../address.ts'
import { take, useRequest } from '../requests.ts'
import { type Asked, toFacetQuery } from './query.ts'

const height = 44

/** The years that claims are about, as bars to draw a range over; the same range can be typed. */
export function YearBrush({ asked }: { asked: Asked }) {
  const open = new Map([...asked].filter(([name]) => name !== 'from' && name !== 'to'))
  const request = useRequest(
    JSON.stringify([...open]),
    async () =>
      (await take(listClaimFacets({ query: { ...toFacetQuery(open), by: ['year'], limit: 200 } }))).facets[0]!.values,
  )
  const [drawn, setDrawn] = useState<readonly [number, number]>()
  const place = useRef<SVGSVGElement>(null)
  const from = asked.get('from')?.[0]
  const to = asked.get('to')?.[0]
  const set = (from: string, to: string) => {
    const isOfArticles = new URLSearchParams(location.search).get('show') === 'articles'
    go(withQuery({ from, to, ...(isOfArticles && { show: undefined }) }), true)
  }
  const counts = new Map(request.state === 'here' ? request.data.map(({ value, count }) => [Number(value), count]) : [])
  const years = spread(
    [...counts.keys()].filter(Number.isFinite).sort((a, b) => a - b),
    counts,
  )
  const most = Math.max(1, ...years.map((year) => counts.get(year) ?? 0))
  const yearAt = (event: PointerEvent) => {
    const { left, width } = place.current!.getBoundingClientRect()
    const i = Math.floor(((event.clientX - left) / width) * years.length)
    return years[Math.max(0, Math.min(years.length - 1, i))]!
  }
  const chosen = drawn
    ? ([...drawn].sort((a, b) => a - b) as [number, number])
    : ([
        Number(from?.slice(0, 4) || Number.NEGATIVE_INFINITY),
        Number(to?.slice(0, 4) || Number.POSITIVE_INFINITY),
      ] as const)
  return (
    <fieldset class="facet years">
      <legend>About the years</legend>
      {years.length > 1 && (
        <svg
          ref={place}
          viewBox={`0 0 ${years.length} ${height}`}
          preserveAspectRatio="none"
          aria-hidden="true"
          onPointerDown={(event) => {
            place.current!.setPointerCapture(event.pointerId)
            const year = yearAt(event)
            setDrawn([year, year])
          }}
          onPointerMove={(event) => drawn && setDrawn([drawn[0], yearAt(event)])}
          onPointerUp={(event) => {
            if (!drawn) return
            const [a, b] = [drawn[0], yearAt(event)].sort((x, y) => x - y)
            setDrawn(undefined)
            set(String(a), String(b))
          }}
        >
          {years.map((year, i) => {
            const size = Math.max(((counts.get(year) ?? 0) / most) * height, counts.has(year) ? 2 : 0)
            return (
              <rect
                key={year}
                class={year >= chosen[0] && year <= chosen[1] ? 'in' : 'out'}
                x={i + 0.08}
                width={0.84}
                y={height - size}
                height={size}
              >
                <title>{`${year}: ${counts.get(year) ?? 0}`}</title>
              </rect>
            )
          })}
        </svg>
      )}
      {years.length > 1 && (
        <p class="ends" aria-hidden="true">
          <span>{years[0]}</span>
          <span>{years.at(-1)}</span>
        </p>
      )}
      <div class="range">
        <label>
          <span class="visually-hidden">About the years from</span>
          <input
            value={from ?? ''}
            placeholder="from"
            inputMode="numeric"
            size={6}
            onChange={({ currentTarget: { value } }) => set(value.trim(), to && value.trim() > to ? '' : (to ?? ''))}
          />
        </label>
        –
        <label>
          <span class="visually-hidden">About the years to</span>
          <input
            value={to ?? ''}
            placeholder="to"
            inputMode="numeric"
            size={6}
            onChange={({ currentTarget: { value } }) =>
              set(from && value.trim() && from > value.trim() ? '' : (from ?? ''), value.trim())
            }
          />
        </label>
        {(from || to) && (
          <button type="button" class="quiet" aria-label="All years" onClick={() => set('', '')}>
            ×
          </button>
        )}
      </div>
    </fieldset>
  )
}

/** Years that are drawn: those in a row that hold nearly all claims, so that one date of the Middle Ages does not press all others together. */
function spread(years: readonly number[], counts: ReadonlyMap<number, number>): number[] {
  if (years.length < 2) return [...years]
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0)
  let [low, high] = [0, years.length - 1]
  // the scarcer end goes while there are more years than bars can show
  for (let left = total * 0.03; years[high]! - years[low]! > 60 && low < high; ) {
    const [first, last] = [counts.get(years[low]!)!, counts.get(years[high]!)!]
    const cost = Math.min(first, last)
    if (cost > left) break
    left -= cost
    if (first <= last) low++
    else high--
  }
  const [from, to] = [Math.max(years[low]!, years[high]! - 120), years[high]!]
  return Array.from({ length: to - from + 1 }, (_, i) => from + i)
}
