import type { Baseline, Modality, Period } from '../model/claim/figure.ts'
import type { FigureMention } from '../model/mention.ts'
import type { SegmentedText, Span } from '../model/segment.ts'
import type { Trees } from '../syntax/index.ts'
import type { AnchoredDate } from './anchor-dates.ts'
import type { Referrer } from './attribute-quotes.ts'
import { findBaseline, toBaseline } from './figures/baseline.ts'
import { bindFigure } from './figures/bind.ts'
import type { Binding } from './figures/binding.ts'
import { carriedFrom } from './figures/carried.ts'
import { expectedBy, isExpectation } from './figures/expected.ts'
import { readModality } from './figures/modality.ts'
import { dateDealt, dealOut, findPairings } from './figures/paired.ts'
import { madeBy, ownerOfParts, takerOf } from './figures/parallel.ts'
import { readPeriod } from './figures/period.ts'
import { type PlacedFigure, type Scene, setScene } from './figures/scene.ts'
import { findForecaster, reporterOf, resolveSubject } from './figures/subject.ts'
import { isGrowth } from './figures/words.ts'
import { type LinkedActor, placeMentions } from './link-actors.ts'

/** A figure with what its clause says of it. Spans count UTF-16 code units. */
export type BoundFigure = FigureMention & {
  readonly measure?: string
  readonly measureSpan?: Span
  /** Lemma of the head of `measure`. */
  readonly measureHead?: string
  readonly subject?: LinkedActor
  readonly period?: Period
  readonly baseline?: Baseline
  readonly modality?: Modality
  /** Who expects it, where that is said without reporting any words. */
  readonly forecaster?: Span
}

/** Binds figures to measure, subject, change, period, baseline and modality, each only where their own clause says so. */
export function bindFigures(
  figures: readonly FigureMention[],
  dates: readonly AnchoredDate[],
  document: SegmentedText,
  trees: Trees,
  refer: Referrer,
  actors: readonly LinkedActor[],
): BoundFigure[] {
  const { text } = document
  const ordered = [...figures].sort((a, b) => a.start - b.start)
  const days = [...dates].sort((a, b) => a.start - b.start)
  const named = placeMentions(actors)
  const bound = new Map<FigureMention, BoundFigure>()
  let scene: Scene | undefined
  for (const figure of ordered) {
    const tree = trees.at(figure.start)
    if (!tree) continue
    if (scene?.tree === tree) continue
    scene = setScene(text, tree, ordered, days, named)
    for (const each of bindSentence(scene, document, refer, named)) bound.set(each.of, each.figure)
  }
  return ordered.map((figure) => bound.get(figure) ?? figure)
}

function bindSentence(
  scene: Scene,
  document: SegmentedText,
  refer: Referrer,
  named: ReturnType<typeof placeMentions>,
): { of: FigureMention; figure: BoundFigure }[] {
  const { text } = scene
  const placed = [...new Set(scene.figures.values())]
  const bindings = new Map<PlacedFigure, Binding>()
  const pairings = findPairings(scene)
  for (const each of placed) {
    const binding = bindFigure(scene, each, (other) => bindings.get(other))
    const taker = takerOf(scene, each)
    const owner = madeBy(scene, each) ?? ownerOfParts(scene, each)
    // the clause behind `the $4bn it has received` is its own: nothing of the verb before is said of it
    const own = taker ? { subject: taker } : owner ? { ...binding, subject: owner } : binding
    bindings.set(each, withOwnChange(each, own))
  }
  // `3% and 7% respectively`: when all of them are bound, each gets its own
  for (const { figures } of new Set(pairings.values())) {
    const first = bindings.get(figures[0]!)!
    for (const each of figures) bindings.set(each, dealOut(scene, each, pairings.get(each)!, first))
  }
  const found = placed.map((each) =>
    each.figure.kind === 'score'
      ? undefined
      : findBaseline(scene, each, bindings.get(each)!.change !== undefined || each.figure.kind === 'multiple'),
  )
  // `was 71%, up from 66%`: that is where it has risen to
  for (const [i, each] of placed.entries()) {
    const way = found[i]?.old ? /^(?:up|down)$/.exec(wordBefore(scene, found[i]!.from - 1, each)) : null
    const binding = bindings.get(each)!
    // `growth of 7%, up from 6%`: growth is what has risen
    const grows = binding.how === 'by' && binding.measure !== undefined && isGrowth(binding.measure.head)
    if (!way || (binding.change !== undefined && !grows) || isRate(each)) continue
    // `77m euros (£53m), up from`: all that say the same
    for (const same of [each, ...inBracketWith(scene, each)]) {
      bindings.set(same, { ...bindings.get(same)!, change: way[0] === 'up' ? 'rise' : 'fall', how: 'to' })
      found[placed.indexOf(same)] ??= found[i]
    }
  }
  const bases: Span[] = found.filter((base) => base !== undefined)
  // `up from 1% in 2022 and 3% in 2021`: the second old value with its time
  for (const each of placed)
    if (
      bindings.get(each)!.how === 'from' &&
      !bases.some(({ start, end }) => start <= each.figure.start && each.figure.end <= end)
    )
      bases.push({ start: each.figure.start, end: endOfTime(scene, each) })
  // the figure that another is compared with is of the same measure
  for (const [i, base] of found.entries()) {
    const other = base?.figure
    if (!other || (other.first - base.from > 1 && !isExpectation(scene, other))) continue
    // `was $20m, an increase of 23% from $16m`: the old value is the first one's
    const alike = (figure: PlacedFigure) => isAlike(figure.figure, other.figure)
    const nearest = placed.slice(Math.max(0, i - 2), i + 1).findLast(alike)
    if (
      !nearest ||
      (nearest !== placed[i] &&
        bindings.get(nearest)!.measure?.span.start !== bindings.get(placed[i]!)!.measure?.span.start)
    )
      continue
    const [against, own] = [bindings.get(placed[i]!)!, bindings.get(other)!]
    // `a loss of $45m, against a profit of $12m`: the same one's
    if (own.measure && !own.subject && !own.governor && against.subject && !isGeneral(text, own.measure.span))
      bindings.set(other, { ...own, subject: against.subject })
    if (own.measure || own.verb) continue
    bindings.set(other, {
      ...own,
      ...(against.measure && { measure: against.measure }),
      ...(against.verb && { verb: against.verb }),
      ...(against.subject && !own.subject && { subject: against.subject }),
      ...(base.old && against.change && { change: against.change, how: 'from' as const }),
    })
  }
  for (const [i, each] of placed.entries()) {
    const carried = isRate(each) ? undefined : carriedFrom(scene, placed, i, (other) => bindings.get(other)!)
    if (carried) bindings.set(each, { ...bindings.get(each)!, ...carried })
  }
  return placed.map((each, i) => {
    const { figure } = each
    const { measure, verb, subject, change, how, governor } = bindings.get(each)!
    const isBase = bases.some(({ start, end }) => start <= figure.start && figure.end <= end)
    const base = isBase ? undefined : found[i]
    const age = isAge(figure, text)
    const span = age ? undefined : (measure?.span ?? verb)
    // `30-year-old Ada Berg`, `an 11-year-old girl`: whose age it is stands behind it
    const behind =
      age && /[\s-]olds?$/i.test(text.slice(figure.start, figure.end)) ? scene.tokens[each.last + 1] : undefined
    const attributive = behind !== undefined && /^(?:NN|JJ)/.test(behind.tag)
    const aged = attributive ? scene.names.get(behind.index)?.actor : undefined
    const actor = attributive
      ? aged?.kind === 'person'
        ? aged
        : undefined
      : subject
        ? resolveSubject(scene, subject, document, refer, named)
        : reporterOf(scene, measure, governor)
    // an age is of the day of writing, whatever the clause tells of the person
    const period = age
      ? undefined
      : readPeriod(
          scene,
          {
            placed: each,
            governor,
            how,
            shares: (other) =>
              governor !== undefined && bindings.get(other)?.governor?.token.index === governor.token.index,
          },
          bases,
          change !== undefined,
          dateDealt(each, pairings.get(each)),
        )
    const modality = readModality(scene, each, governor)
    const forecaster = expectedBy(scene, each) ?? findForecaster(scene, governor)
    return {
      of: figure,
      figure: {
        ...figure,
        ...(age && { kind: 'measurement' as const, unit: 'year', measure: 'age', measureHead: 'age' }),
        ...(span && {
          measure: text.slice(span.start, span.end),
          measureSpan: { start: span.start, end: span.end },
          measureHead: measure?.head ?? verb!.lemma,
        }),
        ...(actor && { subject: actor }),
        ...(change && { change }),
        ...(change && how && { how }),
        ...(period && (period.from || period.to) && { period }),
        ...(base && { baseline: toBaseline(text, base) }),
        ...(modality && { modality }),
        ...(forecaster && { forecaster }),
      },
    }
  })
}

/** Where a figure ends with the date right behind it. */
function endOfTime({ dates }: Scene, { figure, last }: PlacedFigure): number {
  const date = dates.get(last + 1) ?? dates.get(last + 2) ?? dates.get(last + 3)
  return date && date.start >= figure.end ? date.end : figure.end
}

/** Values of one kind; a bare number may leave its currency to the one before it. */
const isAlike = (one: FigureMention, other: FigureMention): boolean =>
  one.kind === other.kind || (one.kind === 'money' && other.kind === 'count' && other.unit === undefined)

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

const isRate = ({ figure }: PlacedFigure) => figure.kind === 'rank' || figure.kind === 'score'

/** `36 years old`, `a 17-year-old`, `aged 45`. */
const isAge = ({ start, end, kind }: FigureMention, text: string): boolean =>
  (kind === 'count' || kind === 'measurement') &&
  (/years?[\s-]olds?$/i.test(text.slice(start, end)) ||
    /^[\s-]years?[\s-]olds?(?![\p{L}])/iu.test(text.slice(end, end + 12)) ||
    /(?<![\p{L}])aged\s(?:about\s|just\s|only\s)?$/iu.test(text.slice(Math.max(0, start - 12), start)))

/** What the figure's own words say of its direction (`sixfold increase`) comes first; where the tree tells none, the words around it do. */
function withOwnChange({ figure }: PlacedFigure, binding: Binding): Binding {
  if (figure.change) return { ...binding, change: figure.change, ...(figure.how && { how: figure.how }) }
  return binding
}

/** `a global average of 68 percent`: nobody's own. */
const isGeneral = (text: string, { start, end }: Span): boolean =>
  /(?<!\p{L})(?:average|mean|median|norm|global|world|national|industry|nationwide)(?!\p{L})/iu.test(
    text.slice(start, end),
  )
