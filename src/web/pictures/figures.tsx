import { axisX, axisY, barX, dot, plot, ruleX, ruleY, text } from '@observablehq/plot'
import { useMemo } from 'preact/hooks'
import type { Claim, FigureClaim } from '../../client/index.ts'
import { sayChange, sayQuantity } from '../../say/claims.ts'
import { sayDays } from '../../say/days.ts'
import { symbolOf } from '../../say/numbers.ts'
import { sayUnit } from '../../say/units.ts'
import { addressOf } from './address-of.ts'
import { useGrowing } from './growing.tsx'
import { colours, Picture, shorten } from './picture.tsx'

export type Amount = { readonly claim: FigureClaim; readonly value: number }

/** The number that a figure is drawn at: of a range its middle. */
export function amountOf({ number, low, high }: FigureClaim): number | undefined {
  return number ?? (low !== undefined && high !== undefined ? (low + high) / 2 : (low ?? high))
}

/** Figures of one measure and unit on one scale: only like is compared with like. Those that stand alone are left to the panel. */
export function Figures({ claims }: { claims: readonly Claim[] }) {
  const { groups, alone } = useMemo(() => groupFigures(claims), [claims])
  const { shown, note } = useGrowing(groups.length, 8, 'measures that are given more than once')
  if (!groups.length)
    return <p class="notice">No two of the {alone} figures are of the same measure in the same unit.</p>
  return (
    <>
      {groups.slice(0, shown).map((group) => (
        <Group key={keyOf(group[0]!.claim)} group={group} />
      ))}
      {note && <p class="about">{note}</p>}
      {alone > 0 && (
        <p class="about">
          {alone} more {alone === 1 ? 'figure stands' : 'figures stand'} alone: nothing else has their measure and unit.
        </p>
      )}
    </>
  )
}

function groupFigures(claims: readonly Claim[]): { groups: Amount[][]; alone: number } {
  const amounts = claims.flatMap((claim): Amount[] => {
    const value = claim.type === 'figure' && claim.kind !== 'rank' ? amountOf(claim) : undefined
    return value === undefined ? [] : [{ claim: claim as FigureClaim, value }]
  })
  const all = [...Map.groupBy(amounts, ({ claim }) => keyOf(claim)).values()]
  const groups = all.filter((group) => group.length > 1 && hasMeasure(group[0]!.claim))
  return {
    groups: groups.sort((a, b) => b.length - a.length),
    alone: amounts.length - groups.reduce((sum, group) => sum + group.length, 0),
  }
}

/** What a count is of is its unit: people, ships. Of the rest the measure says it. */
const hasMeasure = ({ measureHead, measure, kind, unit }: FigureClaim) =>
  Boolean(measureHead ?? measure ?? (kind === 'count' ? unit : undefined))
const keyOf = ({ measureHead, measure, currency, unit, kind, per }: FigureClaim) =>
  [measureHead ?? measure?.toLowerCase() ?? '', currency ?? unit ?? kind, per].join('|')

function titleOf({ measure, measureHead, currency, unit, kind }: FigureClaim): string {
  const counted = currency ? symbolOf(currency) : unit === 'percent' ? '%' : unit ? sayUnit(unit, false) : kind
  const words = measureHead ?? measure
  return words && words !== unit ? `${words[0]!.toUpperCase()}${words.slice(1)}, ${counted}` : `How many ${counted}`
}

function Group({ group }: { group: readonly Amount[] }) {
  const timed = useMemo(
    () =>
      group.filter(({ claim }) => claim.period?.from ?? claim.period?.to).length === group.length &&
      new Set(group.map(({ claim }) => `${claim.period!.from}/${claim.period!.to}`)).size > 1,
    [group],
  )
  const sorted = useMemo(() => [...group].sort((a, b) => b.value - a.value), [group])
  const { shown, note } = useGrowing(group.length, 40, 'figures')
  const rows = useMemo(() => sorted.slice(0, shown), [sorted, shown])
  const draw = useMemo(
    () => (width: number) => (timed ? drawPeriods(sorted, width) : drawBars(rows, width)),
    [rows, timed],
  )
  return (
    <Picture
      title={titleOf(group[0]!.claim)}
      note={timed ? undefined : note}
      draw={draw}
      height={timed ? periodsHeight : heightOf(rows.length)}
      table={{
        head: ['figure', 'of what', 'change', 'period', 'words', 'sentence'],
        rows: sorted.map(({ claim }) => [
          sayQuantity(claim),
          claim.measure,
          sayChange(claim),
          sayDays(claim.period?.from, claim.period?.to),
          claim.surface,
          claim.sentence.text.trim(),
        ]),
        links: sorted.map(({ claim }) => addressOf(claim)),
      }}
    />
  )
}

const heightOf = (rows: number) => 34 + rows * 36
const arrow = ({ change }: FigureClaim) => (change === 'rise' ? '▲ ' : change === 'fall' ? '▼ ' : '')
const tick = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 2 })

function drawBars(rows: readonly Amount[], width: number): Element {
  const data = rows.map(({ claim, value }, i) => ({
    y: String(i),
    value,
    label: `${arrow(claim)}${sayQuantity(claim)} ${shorten(claim.measure ?? '', Math.round(width / 16))}`,
    title: `${sayQuantity(claim)}: ${claim.sentence.text.trim()}`,
    href: addressOf(claim),
  }))
  const greatest = Math.max(...data.map(({ value }) => Math.abs(value)))
  return plot({
    width,
    height: heightOf(data.length),
    marginLeft: 8,
    marginRight: 24,
    x: { domain: [Math.min(0, ...data.map(({ value }) => value)), greatest || 1], nice: true },
    y: { axis: null, domain: data.map(({ y }) => y), padding: 0 },
    style: { background: 'transparent', fontSize: '12px' },
    marks: [
      axisX({ ticks: Math.max(2, Math.round(width / 140)), tickFormat: (value) => tick.format(value), label: null }),
      ruleX([0]),
      barX(data, {
        x: 'value',
        y: 'y',
        fill: colours.figure,
        insetTop: 20,
        insetBottom: 4,
        title: 'title',
        href: 'href',
      }),
      text(data, { x: 0, y: 'y', text: 'label', dx: 4, dy: -9, textAnchor: 'start', fill: 'currentColor' }),
    ],
  })
}

const periodsHeight = 260

/** Each figure over the middle of its period; those of the same value and days are one dot. */
function drawPeriods(rows: readonly Amount[], width: number): Element {
  const same = Map.groupBy(rows, ({ claim, value }) => `${value}|${claim.period!.from}|${claim.period!.to}`)
  const data = [...same.values()].map((group) => {
    const [{ claim, value }] = group as [Amount]
    const { from, to } = claim.period!
    const times = group.length > 1 ? ` ×${group.length}` : ''
    return {
      value,
      at: new Date((Date.parse(from ?? to!) + Date.parse(to ?? from!)) / 2),
      label: `${arrow(claim)}${sayQuantity(claim)}${times}`,
      title: `${sayQuantity(claim)}, ${sayDays(from, to)}${times}: ${claim.sentence.text.trim()}`,
      href: addressOf(claim),
    }
  })
  return plot({
    width,
    height: periodsHeight,
    marginLeft: 56,
    marginRight: 70,
    x: { type: 'utc', inset: 14 },
    y: { zero: true, nice: true, grid: true },
    style: { background: 'transparent', fontSize: '12px' },
    marks: [
      axisX({ ticks: Math.max(2, Math.round(width / 120)), label: null }),
      axisY({ ticks: 5, tickFormat: (value) => tick.format(value), label: null }),
      ruleY([0]),
      dot(data, { x: 'at', y: 'value', r: 5, fill: colours.figure, title: 'title', href: 'href' }),
      text(data, { x: 'at', y: 'value', text: 'label', dx: 8, textAnchor: 'start', fill: 'currentColor' }),
    ],
  })
}
