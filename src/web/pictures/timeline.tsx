import { axisX, dot, link, plot, text } from '@observablehq/plot'
import { useMemo } from 'preact/hooks'
import type { Claim, DateClaim } from '../../client/index.ts'
import { sayDays } from '../../say/days.ts'
import { addressOf } from './address-of.ts'
import { useGrowing } from './growing.tsx'
import { colours, Picture, shorten } from './picture.tsx'

/** Dates of the same days: one row. */
type Dated = { readonly date: DateClaim; readonly times: number }

/** When an article's dates are: points and ranges in the order of time, the same days once; what the rule is less sure of is paler, and open ends run to the edge. */
export function Timeline({ claims, title = 'When' }: { claims: readonly Claim[]; title?: string }) {
  const all = useMemo(() => {
    const known = claims
      .filter((claim): claim is DateClaim => claim.type === 'date' && Boolean(claim.from ?? claim.to))
      .sort((a, b) => ((a.from ?? a.to)! < (b.from ?? b.to)! ? -1 : 1))
    const same = Map.groupBy(known, ({ from, to }) => `${from}/${to}`)
    return [...same.values()].map((group): Dated => ({ date: group[0]!, times: group.length }))
  }, [claims])
  const { shown, note } = useGrowing(all.length, 60, 'dates')
  const dates = useMemo(() => all.slice(0, shown), [all, shown])
  const draw = useMemo(() => (width: number) => drawTimeline(dates, width), [dates])
  if (!all.length) return <p class="notice">No dates resolved to days.</p>
  return (
    <Picture
      title={title}
      note={note}
      draw={draw}
      height={heightOf(dates.length)}
      table={{
        head: ['words', 'when', 'from', 'to', 'times', 'sure'],
        rows: all.map(({ date: { surface, from, to, confidence }, times }) => [
          surface,
          sayDays(from, to),
          from,
          to,
          times,
          `${Math.round(confidence * 100)}%`,
        ]),
        links: all.map(({ date }) => addressOf(date)),
      }}
    />
  )
}

const day = 86_400_000
const heightOf = (rows: number) => 44 + rows * 22

function drawTimeline(dates: readonly Dated[], width: number): Element {
  const all = dates.flatMap(({ date: { from, to } }) => [from, to].filter(Boolean).map((iso) => Date.parse(iso!)))
  const margin = Math.max(20 * day, (Math.max(...all) - Math.min(...all)) * 0.04)
  const [least, last] = [Math.min(...all) - margin, Math.max(...all) + margin]
  const rows = dates.map(({ date, times }, i) => {
    const from = date.from ? Date.parse(date.from) : least
    const to = date.to ? Date.parse(date.to) : last
    const count = times > 1 ? ` ×${times}` : ''
    return {
      y: i,
      from: new Date(from),
      to: new Date(to),
      middle: new Date((from + to) / 2),
      sure: date.confidence,
      label: shorten(date.surface, 26) + count,
      point: to - from < (last - least) / 150,
      title: `${date.surface}: ${sayDays(date.from, date.to)}${count}`,
      href: addressOf(date),
    }
  })
  const points = rows.filter(({ point }) => point)
  const ranges = rows.filter(({ point }) => !point)
  // the words stand where there is room: behind it, before it, or over what fills the width
  const part = (time: Date) => (time.getTime() - least) / (last - least)
  const behind = rows.filter(({ to }) => part(to) < 0.68)
  const before = rows.filter(({ from, to }) => part(to) >= 0.68 && part(from) > 0.32)
  const over = rows.filter(({ from, to }) => part(to) >= 0.68 && part(from) <= 0.32)
  return plot({
    width,
    height: heightOf(rows.length),
    marginLeft: 16,
    marginRight: 16,
    x: { type: 'utc', domain: [new Date(least), new Date(last)] },
    y: { axis: null, domain: [rows.length, -1] },
    style: { background: 'transparent', fontSize: '12px' },
    marks: [
      axisX({ ticks: Math.max(3, Math.round(width / 110)), label: null }),
      link(ranges, {
        x1: 'from',
        x2: 'to',
        y1: 'y',
        y2: 'y',
        stroke: colours.date,
        strokeWidth: 6,
        strokeOpacity: 'sure',
        title: 'title',
        href: 'href',
      }),
      dot(points, { x: 'middle', y: 'y', r: 5, fill: colours.date, fillOpacity: 'sure', title: 'title', href: 'href' }),
      text(behind, { x: 'to', y: 'y', text: 'label', dx: 9, textAnchor: 'start', fill: 'currentColor' }),
      text(before, { x: 'from', y: 'y', text: 'label', dx: -9, textAnchor: 'end', fill: 'currentColor' }),
      text(over, { x: 'middle', y: 'y', text: 'label', dy: -10, fill: 'currentColor' }),
    ],
  })
}
