import type { Binding, Known } from './binding.ts'
import { isClosingBracket, isNoun, isOpeningBracket, isVerb, type PlacedFigure, type Scene } from './scene.ts'

// What figures that stand beside each other tell of one another: in a list, as multiples, as new and old values.

/** `France with 83,938 tourists, Italy with 47,401 and Spain at 6%`: whose each of a list is. */
export function listed(scene: Scene, { first, figure }: PlacedFigure): Binding | undefined {
  const { tokens, names } = scene
  const link = tokens[first - 1]?.form
  if (link !== 'with' && !(link === 'at' && figure.kind === 'percentage')) return undefined
  const name = names.get(first - 2)
  if (!name) return undefined
  let i = first - 2
  while (names.get(i) === name) i--
  if (tokens[i]?.form === 'the') i--
  const lead = tokens[i]
  const joins =
    lead !== undefined &&
    /^(?:,|and)$/.test(lead.form) &&
    (scene.figures.has(i - 1) || scene.figures.has(i - 2) || scene.dates.has(i - 1))
  const opens = lead !== undefined && /^(?:is|are|was|were|remain|remains|remained)$/.test(lead.form)
  return joins || opens ? { subject: { token: tokens[first - 2]!, sure: true } } : undefined
}

/** `$6bn, almost double the $3bn of a year before`: the figure that is a multiple of this one. */
export function doubledBy(scene: Scene, placed: PlacedFigure): PlacedFigure | undefined {
  const { tokens, figures } = scene
  if (tokens[placed.first - 1]?.form !== 'the') return undefined
  if (!/^(?:double|twice|half|triple|treble|quadruple)$/.test(tokens[placed.first - 2]?.form ?? '')) return undefined
  let at = placed.first - 3
  while (at > 0 && (figures.has(at) || tokens[at]!.tag === 'RB' || tokens[at]!.form === ',')) {
    if (figures.get(at)?.figure.kind === placed.figure.kind) break
    at--
  }
  return sameKindBefore(scene, placed, at)
}

/** `$16bn in loans, in addition to the $13bn it has had`: the figure that this one comes on top of. */
export function toppedBy(scene: Scene, placed: PlacedFigure): PlacedFigure | undefined {
  const { tokens } = scene
  const at = tokens[placed.first - 1]?.form === 'the' ? placed.first - 2 : placed.first - 1
  const words = `${tokens[at - 1]?.form} ${tokens[at]?.form}`
  if (!/^(?:addition to|top of|\S+ besides)$/.test(words)) return undefined
  return nearestAlike(scene, placed, at - 2)
}

/** The nearest figure of the kind before token `end`, whatever else stands between. */
function nearestAlike({ figures }: Scene, { figure }: PlacedFigure, end: number): PlacedFigure | undefined {
  for (let i = end; i > 0 && i > end - 16; i--) {
    const other = figures.get(i)
    if (other) return other.figure.kind === figure.kind || figure.unit === undefined ? other : undefined
  }
  return undefined
}

/** What the nearest figure of the same kind that has moved is of. */
export function changedBefore(
  { tokens, figures }: Scene,
  { first, figure }: PlacedFigure,
  before: Known,
): Binding | undefined {
  for (let i = first - 1; i > 0 && i > first - 24; i--) {
    if (/^[;:]$/.test(tokens[i]!.form)) return undefined
    const other = figures.get(i)
    const bound = other?.figure.kind === figure.kind ? before(other) : undefined
    if (bound?.change) return bound
  }
  return undefined
}

/** The nearest figure of the same kind and unit in the clause that ends at token `end`. */
export function sameKindBefore(
  { tokens, figures }: Scene,
  { figure }: PlacedFigure,
  end: number,
): PlacedFigure | undefined {
  for (let i = end; i > 0 && i > end - 16; i--) {
    const other = figures.get(i)
    if (other) return other.figure.kind === figure.kind && other.figure.unit === figure.unit ? other : undefined
    if (/^[,;:]$/.test(tokens[i]!.form)) return undefined
  }
  return undefined
}

/** `75 miles (120 km)`, `$5m (£4m)`, `2 moles per litre (6 mg per litre)`: the figure that the one in brackets says again in another unit. */
export function saidAgain({ tokens, figures }: Scene, { first, last, figure }: PlacedFigure): PlacedFigure | undefined {
  if (!/^(?:measurement|money)$/.test(figure.kind) || !isOpeningBracket(tokens[first - 1])) return undefined
  const isOfNoun = (i: number) => isNoun(tokens[i]) || /^(?:of|per|a|cubic|square)$/.test(tokens[i]?.form ?? '')
  let end = last + 1
  while (end < last + 4 && isOfNoun(end)) end++
  if (!isClosingBracket(tokens[end])) return undefined
  let i = first - 2
  while (i > first - 9 && !figures.has(i) && isOfNoun(i)) i--
  const other = figures.get(i)
  return other?.figure.kind === figure.kind ? other : undefined
}

const parting =
  /^(?:[;:]|than|from|which|who|whose|that|where|when|while|but|after|before|since|against|including|out)$/

/** `will own 53%, others 23% and staff 24%`: the first of a list of figures of one kind that share a verb. */
export function headOfList({ tokens, figures }: Scene, { first, figure }: PlacedFigure): PlacedFigure | undefined {
  let head: PlacedFigure | undefined
  let joins = false
  for (let i = first - 1; i > 0 && i > first - 40; i--) {
    const other = figures.get(i)
    if (other) {
      if (other.figure.kind !== figure.kind || !joins) return head
      head = other
      joins = false
      i = other.first
      continue
    }
    if (isVerb(tokens[i]) || parting.test(tokens[i]!.form)) return head
    joins ||= /^(?:,|and|or)$/.test(tokens[i]!.form)
  }
  return head
}
