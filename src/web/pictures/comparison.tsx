import { axisX, axisY, dot, plot, ruleX, text } from '@observablehq/plot'
import { useMemo } from 'preact/hooks'
import type { Comparison } from '../../client/index.ts'
import { sayDay, sayDays } from '../../say/days.ts'
import { at } from '../address.ts'
import { outletOf } from '../compare/comparison-card.tsx'
import { sayFigure, sayTopic } from '../compare/say.ts'
import { colours, Picture, shorten } from './picture.tsx'

const height = 280
const tick = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 3 })

/** A dot an outlet over the period, with a line for what its words allow; each leads to its claim. */
export function ComparisonPicture({ comparison }: { comparison: Comparison }) {
  const rows = useMemo(() => toRows(comparison), [comparison])
  const draw = useMemo(() => (width: number) => drawDots(rows, width), [rows])
  return (
    <Picture
      title={sayTopic(comparison)}
      withoutTitle
      draw={draw}
      height={height}
      table={{
        head: [
          'figure',
          'number',
          'at least',
          'at most',
          'outlet',
          'published',
          'period',
          'verdict',
          'sentence',
          'claim',
        ],
        rows: rows.map(({ said, value, low, high, outlet, published, days, verdict, sentence, id }) => [
          said,
          value,
          low,
          high,
          outlet,
          published,
          days,
          verdict,
          sentence,
          id,
        ]),
        links: rows.map(({ href }) => href),
      }}
    />
  )
}

type Row = ReturnType<typeof toRows>[number]
function toRows(comparison: Comparison) {
  return comparison.periods.flatMap(({ period, verdict, claims }) =>
    claims.flatMap((claim) => {
      const { admits, publishedAt } = claim
      const value = claim.number ?? middle(admits.low, admits.high)
      const day = middle(time(period?.from), time(period?.to)) ?? time(publishedAt)
      if (value === undefined) return []
      // falls are negative where changes are compared
      const sign = admits.high !== undefined && admits.high < 0 ? -1 : 1
      return [
        {
          id: claim.claimId,
          href: at(`/articles/${claim.articleId}#claim-${claim.claimId}`),
          said: sayFigure(claim, comparison),
          value: Math.abs(value) * (value < 0 ? -1 : sign),
          low: admits.low,
          high: admits.high,
          outlet: outletOf(claim),
          published: publishedAt,
          days: sayDays(period?.from, period?.to),
          at: day === undefined ? undefined : new Date(day),
          verdict,
          sentence: claim.sentence.trim(),
        },
      ]
    }),
  )
}

const time = (day: string | undefined) => (day === undefined ? undefined : Date.parse(day))
const middle = (a: number | undefined, b: number | undefined) =>
  a !== undefined && b !== undefined ? (a + b) / 2 : (a ?? b)

function drawDots(rows: readonly Row[], width: number): Element {
  const dated = rows.filter(({ at }) => at !== undefined)
  const times = new Set(dated.map(({ at }) => at!.getTime()))
  // of one time (or none that is known) an outlet stands beside the other
  const byTime = times.size > 1
  const data = (byTime ? dated : rows).map((row) => ({
    ...row,
    x: byTime ? row.at! : shorten(row.outlet, 22),
    title: `${row.outlet}: ${row.said}${row.published ? `, ${sayDay(row.published)}` : ''}. ${row.sentence}`,
  }))
  // outlets that say the same stand side by side, with one label behind the last
  const places = [...Map.groupBy(data, ({ x, value }) => `${x.valueOf()}|${value}`).values()]
  const most = Math.max(...places.map(({ length }) => length))
  const labels = places.map((group) => ({ ...group[0]!, nth: group.length - 1, label: labelOf(group, byTime) }))
  const ends = data.flatMap(({ value, low, high }) => [value, low ?? value, high ?? value])
  const [least, greatest] = [Math.min(...ends), Math.max(...ends)]
  const margin = (greatest - least || Math.abs(greatest) || 1) * 0.12
  return plot({
    width,
    height,
    marginLeft: 56,
    marginRight: byTime ? Math.min(150, width / 4) : 20,
    marginBottom: 34,
    x: byTime ? { type: 'utc', inset: 16 } : { type: 'point', domain: [...new Set(data.map(({ x }) => x as string))] },
    y: { domain: [least - margin, greatest + margin], nice: true, grid: true },
    style: { background: 'transparent', fontSize: '12px' },
    marks: [
      axisX({ label: null, ...(byTime ? { ticks: Math.max(2, Math.round(width / 120)) } : { lineWidth: 8 }) }),
      axisY({ ticks: 5, tickFormat: (value) => tick.format(value), label: null }),
      ruleX(data, {
        x: 'x',
        y1: ({ value, low, high }: Row) => low ?? (high === undefined ? value : least - margin),
        y2: ({ value, low, high }: Row) => high ?? (low === undefined ? value : greatest + margin),
        stroke: colours.figure,
        strokeOpacity: 0.35,
        strokeWidth: 4,
      }),
      ...Array.from({ length: most }, (_, nth) => [
        dot(
          places.flatMap((group) => group.slice(nth, nth + 1)),
          {
            x: 'x',
            y: 'value',
            dx: nth * step,
            r: 5,
            fill: ({ verdict }: Row) => (verdict === 'differ' ? colours.figure : colours.actor),
            symbol: ({ verdict }: Row) => (verdict === 'differ' ? 'diamond' : 'circle'),
            title: 'title',
            href: 'href',
          },
        ),
        text(
          labels.filter((label) => label.nth === nth),
          { x: 'x', y: 'value', text: 'label', dx: 9 + nth * step, textAnchor: 'start', fill: 'currentColor' },
        ),
      ]).flat(),
    ],
  })
}

/** Pixels between dots of the same place. */
const step = 11

function labelOf(rows: readonly Row[], named: boolean): string {
  const outlets = [...new Set(rows.map(({ outlet }) => outlet))]
  const names = outlets.length > 2 ? `${outlets.length} outlets` : outlets.map((one) => shorten(one, 14)).join(', ')
  return named ? `${names} ${rows[0]!.said}` : rows[0]!.said
}
