import { axisX, barX, plot, ruleX, text } from '@observablehq/plot'
import { useMemo } from 'preact/hooks'
import type { Claim, FigureClaim } from '../../client/index.ts'
import { formatQuantity } from '../meaning.ts'
import { colours, Picture, shorten } from './picture.tsx'

type Amount = { readonly claim: FigureClaim; readonly value: number }

/** Figures beside those of the same unit: only like is compared with like. Units with one figure are left to the table of claims. */
export function Figures({ claims }: { claims: readonly Claim[] }) {
  const groups = useMemo(() => {
    const amounts = claims.flatMap((claim): Amount[] => {
      if (claim.type !== 'figure' || claim.kind === 'rank') return []
      const value =
        claim.number ??
        (claim.low !== undefined && claim.high !== undefined ? (claim.low + claim.high) / 2 : (claim.low ?? claim.high))
      return value === undefined ? [] : [{ claim, value }]
    })
    return [...Map.groupBy(amounts, ({ claim }) => claim.currency ?? claim.unit ?? claim.kind)]
      .filter(([, group]) => group.length > 1)
      .sort(([, a], [, b]) => b.length - a.length)
      .slice(0, 8)
  }, [claims])
  if (!groups.length) return <p class="notice">No two figures with the same unit.</p>
  return (
    <>
      {groups.map(([unit, group]) => (
        <Group key={unit} unit={unit} group={group} />
      ))}
    </>
  )
}

function Group({ unit, group }: { unit: string; group: readonly Amount[] }) {
  const rows = useMemo(() => [...group].sort((a, b) => b.value - a.value).slice(0, 40), [group])
  const draw = useMemo(() => (width: number) => drawBars(rows, width), [rows])
  return (
    <Picture
      title={`How much: ${unit}`}
      draw={draw}
      table={{
        head: ['figure', 'of what', 'change', 'words'],
        rows: rows.map(({ claim }) => [formatQuantity(claim), claim.measure ?? '', claim.change ?? '', claim.surface]),
      }}
    />
  )
}

function drawBars(rows: readonly Amount[], width: number): Element {
  const data = rows.map(({ claim, value }, i) => ({
    y: String(i),
    value,
    label: `${claim.change === 'rise' ? '▲ ' : claim.change === 'fall' ? '▼ ' : ''}${formatQuantity(claim)} ${shorten(claim.measure ?? '', Math.round(width / 16))}`,
    title: claim.sentence.text,
  }))
  const greatest = Math.max(...data.map(({ value }) => Math.abs(value)))
  return plot({
    width,
    height: 34 + data.length * 36,
    marginLeft: 8,
    marginRight: 24,
    x: { domain: [Math.min(0, ...data.map(({ value }) => value)), greatest || 1], nice: true },
    y: { axis: null, domain: data.map(({ y }) => y), padding: 0 },
    style: { background: 'transparent', fontSize: '12px' },
    marks: [
      axisX({ ticks: Math.max(2, Math.round(width / 140)), tickFormat: 's', label: null }),
      ruleX([0]),
      barX(data, { x: 'value', y: 'y', fill: colours.figure, insetTop: 20, insetBottom: 4, title: 'title' }),
      text(data, { x: 0, y: 'y', text: 'label', dx: 4, dy: -9, textAnchor: 'start', fill: 'currentColor' }),
    ],
  })
}
