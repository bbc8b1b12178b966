import { arrow, dot, plot, text } from '@observablehq/plot'
import { useMemo } from 'preact/hooks'
import type { ActorClaim, Claim } from '../../client/index.ts'
import { at } from '../address.ts'
import { useGrowing } from './growing.tsx'
import { colours, Picture, shorten } from './picture.tsx'

/** Actors that are drawn at first. */
const step = 18

/** Who is mentioned how often, and who shares sentences with whom. */
export function Actors({ claims }: { claims: readonly Claim[] }) {
  const all = useMemo(() => rank(claims), [claims])
  const { shown, note } = useGrowing(all.length, step, 'actors')
  const actors = useMemo(() => all.slice(0, shown), [all, shown])
  const pairs = useMemo(() => pair(claims, actors), [claims, actors])
  const draw = useMemo(() => (width: number) => drawActors(actors, pairs, width), [actors, pairs])
  if (!actors.length) return <p class="notice">No actors found.</p>
  return (
    <Picture
      title="Who, and with whom"
      note={<>By mentions; arcs join those who share sentences, thicker for more of them. {note}</>}
      draw={draw}
      height={heightOf(actors.length)}
      table={{
        links: actors.map(({ id }) => at(`/actors/${id}`)),
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

const mentionsOf = (claims: readonly Claim[]) => claims.filter((claim): claim is ActorClaim => claim.type === 'actor')

/** All actors, the most mentioned first. */
const rank = (claims: readonly Claim[]): Counted[] =>
  [...Map.groupBy(mentionsOf(claims), ({ actorId }) => actorId)]
    .map(([id, group]) => ({ id, name: group[0]!.name, kind: group[0]!.kind, mentions: group.length }))
    .sort((a, b) => b.mentions - a.mentions)

/** Who of them stands in a sentence with whom, and how often. */
function pair(claims: readonly Claim[], actors: readonly Counted[]): Pair[] {
  const shown = new Set(actors.map(({ id }) => id))
  const shared = new Map<string, Pair>()
  for (const [, group] of Map.groupBy(mentionsOf(claims), ({ sentence }) => sentence.start)) {
    const ids = [...new Set(group.map(({ actorId }) => actorId))].filter((id) => shown.has(id)).sort()
    for (const [i, a] of ids.entries())
      for (const b of ids.slice(i + 1)) {
        const known = shared.get(`${a} ${b}`) ?? { a, b, shared: 0 }
        known.shared++
        shared.set(`${a} ${b}`, known)
      }
  }
  return [...shared.values()].sort((x, y) => y.shared - x.shared)
}

/** The legend above, and a row an actor. */
const heightOf = (rows: number) => 76 + rows * 24

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
        title: (row: Counted) => `${row.name}: ${row.mentions} ${row.mentions === 1 ? 'mention' : 'mentions'}`,
        href: ({ id }: Counted) => at(`/actors/${id}`),
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
