import { axisX, dot, link, plot, text } from '@observablehq/plot'
import { useMemo } from 'preact/hooks'
import type { Claim, DateClaim } from '../../client/index.ts'
import { colours, Picture, shorten } from './picture.tsx'

const most = 60

/** When an article's dates are: points and ranges in the order of time; what the rule is less sure of is paler, and open ends run to the edge. */
export function Timeline({ claims, title = 'When' }: { claims: readonly Claim[]; title?: string }) {
  const [dates, rest] = useMemo(() => {
    const known = claims
      .filter((claim): claim is DateClaim => claim.type === 'date' && Boolean(claim.from ?? claim.to))
      .sort((a, b) => ((a.from ?? a.to)! < (b.from ?? b.to)! ? -1 : 1))
    return [known.slice(0, most), known.length - most]
  }, [claims])
  const draw = useMemo(() => (width: number) => drawTimeline(dates, width), [dates])
  if (!dates.length) return <p class="notice">No dates resolved to days.</p>
  return (
    <Picture
      title={title}
      note={rest > 0 ? `The first ${most} of ${most + rest} dates.` : undefined}
      draw={draw}
      table={{
        head: ['words', 'ISO 8601', 'from', 'to', 'sure'],
        rows: dates.map(({ surface, iso, from, to, confidence }) => [
          surface,
          iso ?? '',
          from ?? '',
          to ?? '',
          `${Math.round(confidence * 100)}%`,
        ]),
      }}
    />
  )
}

const day = 86_400_000

function drawTimeline(dates: readonly DateClaim[], width: number): Element {
  const all = dates.flatMap(({ from, to }) => [from, to].filter(Boolean).map((iso) => Date.parse(iso!)))
  const margin = Math.max(20 * day, (Math.max(...all) - Math.min(...all)) * 0.04)
  const [least, last] = [Math.min(...all) - margin, Math.max(...all) + margin]
  const rows = dates.map((date, i) => {
    const from = date.from ? Date.parse(date.from) : least
    const to = date.to ? Date.parse(date.to) : last
    return {
      y: i,
      from: new Date(from),
      to: new Date(to),
      middle: new Date((from + to) / 2),
      sure: date.confidence,
      label: shorten(date.surface, 26),
      point: to - from < (last - least) / 150,
      title: `${date.surface} = ${date.iso ?? ''}`,
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
    height: 44 + rows.length * 22,
    marginLeft: 16,
    marginRight: 16,
    x: { type: 'utc', domain: [new Date(least), new Date(last)] },
    y: { axis: null, domain: [rows.length, -1] },
    style: { background: 'transparent', fontSize: '12px' },
    marks: [
      axisX({ ticks: Math.max(3, Math.round(width / 110)) }),
      link(ranges, {
        x1: 'from',
        x2: 'to',
        y1: 'y',
        y2: 'y',
        stroke: colours.date,
        strokeWidth: 6,
        strokeOpacity: 'sure',
        title: 'title',
      }),
      dot(points, { x: 'middle', y: 'y', r: 5, fill: colours.date, fillOpacity: 'sure', title: 'title' }),
      text(behind, { x: 'to', y: 'y', text: 'label', dx: 9, textAnchor: 'start', fill: 'currentColor' }),
      text(before, { x: 'from', y: 'y', text: 'label', dx: -9, textAnchor: 'end', fill: 'currentColor' }),
      text(over, { x: 'middle', y: 'y', text: 'label', dy: -10, fill: 'currentColor' }),
    ],
  })
}
