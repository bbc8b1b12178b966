import { arrow, dot, plot, text } from '@observablehq/plot'
import { useMemo } from 'preact/hooks'
import type { ActorClaim, Claim } from '../../client/index.ts'
import { colours, Picture, shorten } from './picture.tsx'

const most = 18

/** Who is mentioned how often, and who shares sentences with whom. */
export function Actors({ claims }: { claims: readonly Claim[] }) {
  const { actors, pairs } = useMemo(() => count(claims), [claims])
  const draw = useMemo(() => (width: number) => drawActors(actors, pairs, width), [actors, pairs])
  if (!actors.length) return <p class="notice">No actors found.</p>
  return (
    <Picture
      title="Who, and with whom"
      note="By mentions; arcs join those who share sentences, thicker for more of them."
      draw={draw}
      table={{
        head: ['actor', 'kind', 'mentions', 'shares sentences with'],
        rows: actors.map(({ id, name, kind, mentions }) => [
          name,
          kind,
          mentions,
          pairs
            .filter((pair) => pair.a === id || pair.b === id)
            .map(
              (pair) =>
                `${actors.find((actor) => actor.id === (pair.a === id ? pair.b : pair.a))!.name} (${pair.shared})`,
            )
            .join(', '),
        ]),
      }}
    />
  )
}

type Counted = { id: string; name: string; kind: ActorClaim['kind']; mentions: number }
type Pair = { a: string; b: string; shared: number }

function count(claims: readonly Claim[]): { actors: Counted[]; pairs: Pair[] } {
  const mentions = claims.filter((claim): claim is ActorClaim => claim.type === 'actor')
  const actors = [...Map.groupBy(mentions, ({ actorId }) => actorId)]
    .map(([id, group]) => ({ id, name: group[0]!.name, kind: group[0]!.kind, mentions: group.length }))
    .sort((a, b) => b.mentions - a.mentions)
    .slice(0, most)
  const shown = new Set(actors.map(({ id }) => id))
  const shared = new Map<string, Pair>()
  for (const [, group] of Map.groupBy(mentions, ({ sentence }) => sentence.start)) {
    const ids = [...new Set(group.map(({ actorId }) => actorId))].filter((id) => shown.has(id)).sort()
    for (const [i, a] of ids.entries())
      for (const b of ids.slice(i + 1)) {
        const pair = shared.get(`${a} ${b}`) ?? { a, b, shared: 0 }
        pair.shared++
        shared.set(`${a} ${b}`, pair)
      }
  }
  return { actors, pairs: [...shared.values()].sort((x, y) => y.shared - x.shared) }
}

const symbols = { person: 'circle', organization: 'square', place: 'triangle', event: 'star' } as const

/** Names in a column by mentions, arcs beside it between those who share sentences: no name ever stands on another. */
function drawActors(actors: readonly Counted[], pairs: readonly Pair[], width: number): Element {
  const rank = new Map(actors.map(({ id }, i) => [id, i]))
  const names = width < 480 ? 165 : 230
  const rows = actors.map((actor, i) => ({ ...actor, y: i, label: shorten(actor.name, width < 480 ? 17 : 28) }))
  // from above to below, so that all arcs lie on one side
  const arcs = pairs.map(({ a, b, shared }) => {
    const [from, to] = [rank.get(a)!, rank.get(b)!].sort((x, y) => x - y)
    return { from, to, shared }
  })
  return plot({
    width,
    height: 40 + rows.length * 24,
    marginLeft: names,
    marginRight: 8,
    x: { axis: null, domain: [0, 1] },
    y: { axis: null, domain: [rows.length - 0.4, -0.6] },
    r: { range: [4, 11] },
    symbol: { domain: Object.keys(symbols), range: Object.values(symbols), legend: true },
    style: { background: 'transparent', fontSize: '12px', overflow: 'hidden' },
    marks: [
      arrow(arcs, {
        x1: 0,
        x2: 0,
        y1: 'from',
        y2: 'to',
        bend: 88,
        headLength: 0,
        insetStart: 6,
        insetEnd: 6,
        stroke: 'currentColor',
        strokeOpacity: 0.35,
        strokeWidth: (arc: { shared: number }) => Math.min(6, arc.shared),
        title: (arc: { from: number; to: number; shared: number }) =>
          `${rows[arc.from]!.name} and ${rows[arc.to]!.name}: ${arc.shared}`,
      }),
      dot(rows, {
        x: 0,
        y: 'y',
        r: 'mentions',
        symbol: 'kind',
        fill: colours.actor,
        stroke: 'var(--paper)',
        title: (row: Counted) => `${row.name}: ${row.mentions} mentions`,
      }),
      text(rows, {
        x: 0,
        y: 'y',
        text: (row: Counted & { label: string }) => `${row.label} ${row.mentions}`,
        dx: -15,
        textAnchor: 'end',
        fill: 'currentColor',
      }),
    ],
  })
}
