import type { Claim, Section } from '../client/index.ts'

/** A piece of text: plain words, or a mark with pieces inside. Marks nest; where two cross, the later one is cut into two pieces. */
export type Piece =
  | string
  | {
      readonly claim: Claim
      readonly first: boolean
      /** A few signs that stand over its end. */
      readonly note: string | undefined
      readonly pieces: readonly Piece[]
    }
export type Paragraph = {
  readonly start: number
  /** Its words without any mark. */
  readonly text: string
  readonly pieces: readonly Piece[]
  /** Which marks it has, with what reviews say of them: what has the same signature looks the same. */
  readonly signature: string
  /** How many marks. */
  readonly count: number
}
export type Part = { readonly kind: Section['kind']; readonly paragraphs: readonly Paragraph[] }

type Span = { readonly claim: Claim; readonly start: number; readonly end: number; readonly first: boolean }
type Node = { readonly span: Span | null; readonly start: number; readonly end: number; readonly children: Node[] }

/**
 * The sections of a text as paragraphs with their marks.
 * @param at from the service's code points to the code units of `text`
 * @param notes signs over the ends of marks, by the ids of claims
 */
export function layOut(
  text: string,
  sections: readonly Section[],
  claims: readonly Claim[],
  at: (point: number) => number,
  notes: ReadonlyMap<string, string> = new Map(),
): Part[] {
  const spans = claims
    .map((claim): Span => ({ claim, start: at(claim.start), end: at(claim.end), first: true }))
    .sort((a, b) => a.start - b.start || b.end - a.end)
  let next = 0
  return sections.map(({ kind, start, end }) => {
    const paragraphs: Paragraph[] = []
    const waiting: Span[] = []
    for (const [from, to] of splitParagraphs(text, at(start), at(end))) {
      while (next < spans.length && spans[next]!.start < to) waiting.push(spans[next++]!)
      // a quotation of several paragraphs goes on in the next one
      const here = waiting.splice(0).filter((span) => span.end > from)
      waiting.push(...here.filter((span) => span.end > to).map((span) => ({ ...span, start: to, first: false })))
      const cut = here.map((span) => ({ ...span, start: Math.max(span.start, from), end: Math.min(span.end, to) }))
      paragraphs.push({
        start: from,
        text: text.slice(from, to),
        pieces: toPieces(text, nest(cut, from, to), notes),
        signature: here
          .map(({ claim }) => `${claim.id}${claim.review?.status ?? ''}${notes.get(claim.id) ?? ''}`)
          .join(' '),
        count: here.length,
      })
    }
    return { kind, paragraphs }
  })
}

function splitParagraphs(text: string, start: number, end: number): [number, number][] {
  const found: [number, number][] = []
  const breaks = /\s*\n\s*\n\s*|\s*\n\s*/g
  breaks.lastIndex = start
  let from = start
  for (let match = breaks.exec(text); match && match.index < end; match = breaks.exec(text)) {
    if (match.index > from) found.push([from, match.index])
    from = breaks.lastIndex
  }
  if (from < end) found.push([from, end])
  return found.filter(([a, b]) => text.slice(a, b).trim())
}

/** Spans in text order as a tree. */
function nest(spans: readonly Span[], start: number, end: number): Node {
  const root: Node = { span: null, start, end, children: [] }
  const queue = [...spans].sort((a, b) => a.start - b.start || b.end - a.end)
  const open = [root]
  while (queue.length) {
    const span = queue.shift()!
    while (open.length > 1 && open.at(-1)!.end <= span.start) open.pop()
    const parent = open.at(-1)!
    if (span.end > parent.end) {
      const rest = { ...span, start: parent.end, first: false }
      const place = queue.findIndex(
        (other) => other.start > rest.start || (other.start === rest.start && other.end < rest.end),
      )
      queue.splice(place < 0 ? queue.length : place, 0, rest)
    }
    const node: Node = { span, start: span.start, end: Math.min(span.end, parent.end), children: [] }
    parent.children.push(node)
    open.push(node)
  }
  return root
}

function toPieces(text: string, node: Node, notes: ReadonlyMap<string, string>): Piece[] {
  const pieces: Piece[] = []
  let from = node.start
  for (const child of node.children) {
    if (child.start > from) pieces.push(text.slice(from, child.start))
    const { claim, first } = child.span!
    pieces.push({ claim, first, note: first ? notes.get(claim.id) : undefined, pieces: toPieces(text, child, notes) })
    from = child.end
  }
  if (from < node.end) pieces.push(text.slice(from, node.end))
  return pieces
}
