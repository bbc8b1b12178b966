import type { Change } from '../../model/claim/figure.ts'
import type { FigureMention } from '../../model/mention.ts'
import type { Span } from '../../model/segment.ts'
import { type FoundBaseline, findBaseline } from './baseline.ts'
import type { Binding } from './binding.ts'
import { carriedFrom } from './carried.ts'
import { isExpectation } from './expected.ts'
import type { PlacedFigure, Scene } from './scene.ts'
import { directionOfComparison, isGrowth, lemmaOfVerb } from './words.ts'

// What the figures of a sentence are compared with, and what they have from one another because of it.

type Bindings = Map<PlacedFigure, Binding>
type Found = (FoundBaseline | undefined)[]

/**
 * Finds the baseline of each figure.
 * @param bindings what each figure is of; those that a comparison tells more of are changed in it
 * @returns `found`, in the order of `placed`; `bases`, the spans of all that is compared with, with their times
 */
export function compareFigures(
  scene: Scene,
  placed: readonly PlacedFigure[],
  bindings: Bindings,
): { found: Found; bases: readonly Span[] } {
  const found: Found = placed.map((each) =>
    each.figure.kind === 'score' ? undefined : findBaseline(scene, each, isCompared(each, bindings.get(each)!)),
  )
  moveTo(scene, placed, bindings, found)
  const bases: Span[] = found.filter((base) => base !== undefined)
  // `up from 1% in 2022 and 3% in 2021`: the second old value with its time
  for (const each of placed)
    if (bindings.get(each)!.how === 'from' && !isWithin(bases, each)) bases.push(withTime(scene, each))
  shareMeasures(scene, placed, bindings, found)
  for (const [i, each] of placed.entries()) {
    const carried = isRate(each) ? undefined : carriedFrom(scene, placed, i, (other) => bindings.get(other)!)
    if (carried) bindings.set(each, { ...bindings.get(each)!, ...carried })
  }
  for (const i of placed.keys())
    found[i] ??= oldValue(scene, placed, i, bindings) ?? oldValueOfNext(scene, placed, i, found)
  return { found, bases }
}

/** Whether a figure tells of a change, a multiple, or what has been reached: `hit $5 from a low of $3`. */
const isCompared = ({ figure }: PlacedFigure, { change, governor }: Binding): boolean =>
  change !== undefined ||
  figure.kind === 'multiple' ||
  (governor?.kind === 'verb' &&
    governor.preposition === undefined &&
    /^(?:hit|reach|touch)$/.test(lemmaOfVerb(governor.token.form)))

/** `was 71%, up from 66%`: that is where it has risen to. */
function moveTo(scene: Scene, placed: readonly PlacedFigure[], bindings: Bindings, found: Found): void {
  for (const [i, each] of placed.entries()) {
    const base = found[i]?.old ? found[i]! : undefined
    const way = base && (directionOfComparison(wordBefore(scene, base.from - 1, each)) ?? wayFrom(base, each))
    const binding = bindings.get(each)!
    // `growth of 7%, up from 6%`: growth is what has risen
    const grows = binding.how === 'by' && binding.measure !== undefined && isGrowth(binding.measure.head)
    if (!way || (binding.change !== undefined && !grows) || isRate(each)) continue
    // `77m euros (£53m), up from`: all that say the same
    for (const same of [each, ...inBracketWith(scene, each)]) {
      bindings.set(same, { ...bindings.get(same)!, change: way, how: 'to' })
      found[placed.indexOf(same)] ??= found[i]
    }
  }
}

/** `reached 6.7%, from 6.5%`: by the two values. */
function wayFrom({ figure: old }: FoundBaseline, { figure }: PlacedFigure): Change | undefined {
  const [before, now] = [old?.figure.number, figure.number]
  if (before === undefined || now === undefined || before === now || old!.figure.kind !== figure.kind) return undefined
  return figure.kind === 'multiple' || old!.figure.currency !== figure.currency
    ? undefined
    : now > before
      ? 'rise'
      : 'fall'
}

/** The figure that another is compared with is of the same measure. */
function shareMeasures(scene: Scene, placed: readonly PlacedFigure[], bindings: Bindings, found: Found): void {
  for (const [i, base] of found.entries()) {
    const other = base?.figure
    if (!other || (other.first - base.from > 1 && !isExpectation(scene, other))) continue
    // `was $20m, an increase of 23% from $16m`: the old value is the first one's
    const nearest = placed.slice(Math.max(0, i - 2), i + 1).findLast((figure) => isAlike(figure.figure, other.figure))
    const against = bindings.get(placed[i]!)!
    if (
      !nearest ||
      (nearest !== placed[i] && bindings.get(nearest)!.measure?.span.start !== against.measure?.span.start)
    )
      continue
    const own = bindings.get(other)!
    // `a loss of $45m, against a profit of $12m`: the same one's
    if (own.measure && !own.subject && !own.governor && against.subject && !isGeneral(scene.text, own.measure.span))
      bindings.set(other, { ...own, subject: against.subject })
    const old = base.old && against.change ? { change: against.change, how: 'from' as const } : {}
    if (own.measure && !own.change && own.measure.span.start === against.measure?.span.start)
      bindings.set(other, { ...own, ...old })
    if (own.measure || own.verb) continue
    bindings.set(other, {
      ...own,
      ...(against.measure && { measure: against.measure }),
      ...(against.verb && { verb: against.verb }),
      ...(against.subject && !own.subject && { subject: against.subject }),
      ...old,
    })
  }
}

/** `rose from $3m in May to $4m`: the value before, with its time. */
function oldValue(
  scene: Scene,
  placed: readonly PlacedFigure[],
  at: number,
  bindings: Bindings,
): FoundBaseline | undefined {
  const { tokens } = scene
  const each = placed[at]!
  // `from £4 (€6) to £5 (€7)`: the one in the same currency
  const before = placed.slice(Math.max(0, at - 3), at).filter((old) => bindings.get(old)!.how === 'from')
  const old = before.findLast(({ figure }) => figure.currency === each.figure.currency) ?? before.at(-1)
  if (!old || !(isAlike(old.figure, each.figure) || isAlike(each.figure, old.figure))) return undefined
  const { change, how } = bindings.get(each)!
  if (how !== 'to' || change === undefined || change !== bindings.get(old)!.change) return undefined
  const between = tokens.slice(old.last + 1, each.first)
  if (!between.some(({ form }) => form === 'to') || between.some(({ form }) => /^(?:[;:.]|and|but|while)$/.test(form)))
    return undefined
  return { ...withTime(scene, old), figure: old, from: old.first, old: true }
}

/** `was $7m, down 5% from $9m`: what the change right behind it is from. */
function oldValueOfNext(
  { tokens, text }: Scene,
  placed: readonly PlacedFigure[],
  at: number,
  found: Found,
): FoundBaseline | undefined {
  const [each, next, base] = [placed[at]!, placed[at + 1], found[at + 1]]
  const old = base?.old ? base.figure : undefined
  if (!next || !old || each.figure.kind === 'percentage' || next.figure.kind !== 'percentage') return undefined
  if (!isAlike(each.figure, old.figure) || each.figure.unit !== old.figure.unit) return undefined
  // nothing but the way that it has gone
  const words = text.slice(tokens[each.last]!.end, tokens[next.first]!.start)
  return /^,\s(?:(?:up|down|an?)\s)?$/.test(words) ? base : undefined
}

const isWithin = (spans: readonly Span[], { figure }: PlacedFigure): boolean =>
  spans.some(({ start, end }) => start <= figure.start && figure.end <= end)

/** A figure with the date right behind it: `3% in 2021`, `90 per cent per week in May`. */
function withTime({ tokens, dates }: Scene, { figure, last }: PlacedFigure): Span {
  for (let i = last + 1; i < last + 6; i++) {
    const date = dates.get(i)
    if (date && date.kind !== 'set' && date.start >= figure.end) return { start: figure.start, end: date.end }
    if (
      !date &&
      !/^(?:in|on|at|for|during|per|the|a|an|early|late|week|month|year|day|hour)$/.test(tokens[i]?.form ?? '')
    )
      break
  }
  return { start: figure.start, end: figure.end }
}

/** Values of one kind; a bare number may leave its currency or unit to the one before or behind it. */
const isAlike = (one: FigureMention, other: FigureMention): boolean =>
  one.kind === other.kind ||
  (one.kind === 'money' && other.kind === 'count' && other.unit === undefined) ||
  (one.kind === 'count' && one.unit === undefined && /^(?:percentage|money|measurement)$/.test(other.kind))

/** The word right before `from`, adverbs apart: `, up sharply from`. */
function wordBefore({ tokens, figures }: Scene, from: number, placed: PlacedFigure): string {
  let i = from - 1
  while (i > placed.last && tokens[i]!.tag === 'RB' && !/^(?:up|down)$/.test(tokens[i]!.form)) i--
  return figures.has(i) ? '' : (tokens[i]?.form ?? '')
}

/** The amounts that a bracketed one translates: `77m euros (£53m; $100m)`. */
function inBracketWith({ tokens, figures }: Scene, last: PlacedFigure): PlacedFigure[] {
  const same: PlacedFigure[] = []
  let first = last.first
  for (let n = 0; n < 4 && /^(?:\(|-lrb-|;)$/.test(tokens[first - 1]?.form ?? ''); n++) {
    const other = figures.get(first - 2)
    if (!other) break
    same.push(other)
    first = other.first
  }
  return same
}

export const isRate = ({ figure }: PlacedFigure): boolean => figure.kind === 'rank' || figure.kind === 'score'

/** `a global average of 68 percent`: nobody's own. */
const isGeneral = (text: string, { start, end }: Span): boolean =>
  /(?<!\p{L})(?:average|mean|median|norm|global|world|national|industry|nationwide)(?!\p{L})/iu.test(
    text.slice(start, end),
  )
