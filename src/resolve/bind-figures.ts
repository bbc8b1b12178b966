import type { Baseline, Modality, Period } from '../model/claim/figure.ts'
import type { FigureMention } from '../model/mention.ts'
import type { SegmentedText, Span } from '../model/segment.ts'
import type { SyntaxToken, Trees } from '../syntax/index.ts'
import type { AnchoredDate } from './anchor-dates.ts'
import type { Referrer } from './attribute-quotes.ts'
import type { Chooser, Option, Question } from './choice/chooser.ts'
import { listMeasures, type Prior } from './choice/measure-options.ts'
import { listSubjects } from './choice/subject-options.ts'
import { toBaseline } from './figures/baseline.ts'
import { headOfList, saidAgain, toppedBy } from './figures/beside.ts'
import { bindFigure } from './figures/bind.ts'
import type { Binding } from './figures/binding.ts'
import { compareFigures } from './figures/comparisons.ts'
import { expectedBy } from './figures/expected.ts'
import type { Subject } from './figures/find-subject.ts'
import { readModality } from './figures/modality.ts'
import { dateDealt, dealOut, findPairings } from './figures/paired.ts'
import { madeBy, ownerOfParts, takerOf } from './figures/parallel.ts'
import { readPeriod } from './figures/period.ts'
import { findForecaster, reporterOf } from './figures/reporter.ts'
import { type PlacedFigure, type Scene, setScene } from './figures/scene.ts'
import { resolveSubject } from './figures/subject.ts'
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

/**
 * Binds figures to measure, subject, change, period, baseline and modality, each only where their own clause says so. What rules leave open of
 * measure and subject, the chooser answers.
 */
export function bindFigures(
  figures: readonly FigureMention[],
  dates: readonly AnchoredDate[],
  document: SegmentedText,
  trees: Trees,
  refer: Referrer,
  actors: readonly LinkedActor[],
  chooser: Chooser,
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
    for (const each of bindSentence(scene, document, refer, named, chooser)) bound.set(each.of, each.figure)
  }
  return ordered.map((figure) => bound.get(figure) ?? figure)
}

function bindSentence(
  scene: Scene,
  document: SegmentedText,
  refer: Referrer,
  named: ReturnType<typeof placeMentions>,
  chooser: Chooser,
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
    const topped = taker && toppedBy(scene, each)
    const measure = topped && bindings.get(topped)?.measure
    const own = taker
      ? { subject: taker, ...(measure && { measure }) }
      : owner
        ? { ...binding, subject: owner }
        : binding
    bindings.set(each, withOwnChange(each, own))
  }
  // `3% and 7% respectively`: when all of them are bound, each gets its own
  for (const { figures } of new Set(pairings.values())) {
    const first = bindings.get(figures[0]!)!
    for (const each of figures) bindings.set(each, dealOut(scene, each, pairings.get(each)!, first))
  }
  const { found, bases } = compareFigures(scene, placed, bindings)
  const meantBy = new Map<SyntaxToken, LinkedActor | undefined>()
  /** Whom a name, pronoun or noun means, asked once for all figures. */
  const resolve = (option: Subject) => {
    if (!meantBy.has(option.token)) meantBy.set(option.token, resolveSubject(scene, option, document, refer, named))
    return meantBy.get(option.token)
  }
  let prior: Prior | undefined
  return placed.map((each, i) => {
    const { figure } = each
    const { measure, verb, subject, change, how, governor } = bindings.get(each)!
    const isBase = bases.some(({ start, end }) => start <= figure.start && figure.end <= end)
    const base = isBase ? undefined : found[i]
    const age = isAge(figure, text)
    // what ages, ranks and scores are of, their own words say
    const open = age || figure.kind === 'rank' || figure.kind === 'score' ? undefined : chooser
    const said = age ? undefined : measure ? measure : verb && { span: verb, head: verb.lemma }
    const of = ask(open, 'measure', figure, said, () => listMeasures(scene, each, prior))
    const span = of?.span
    // `30-year-old Ada Berg`, `an 11-year-old girl`: whose age it is stands behind it
    const behind =
      age && /[\s-]olds?$/i.test(text.slice(figure.start, figure.end)) ? scene.tokens[each.last + 1] : undefined
    const attributive = behind !== undefined && /^(?:NN|JJ)/.test(behind.tag)
    const aged = attributive ? scene.names.get(behind.index)?.actor : undefined
    const owner = attributive
      ? aged?.kind === 'person'
        ? aged
        : undefined
      : subject
        ? resolveSubject(scene, subject, document, refer, named)
        : reporterOf(scene, measure, governor)
    const { actor } =
      ask(open, 'subject', figure, owner && { actor: owner }, () =>
        listSubjects(scene, each, {
          measure: span && { ...span, head: of.head! },
          prior,
          named,
          resolve,
        }),
      ) ?? {}
    prior = { placed: each, words: span && text.slice(span.start, span.end), subject: actor }
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
    const told = saidAgain(scene, each) ?? each
    const moodOf = (other: PlacedFigure) => {
      const { governor, how } = bindings.get(other)!
      return readModality(scene, other, governor, how)
    }
    const head = bindings.get(told)!.governor ? undefined : headOfList(scene, told)
    const modality = moodOf(told) ?? (head && moodOf(head))
    const forecaster =
      expectedBy(scene, told) ?? findForecaster(scene, bindings.get(head ?? told)!.governor, figure.kind === 'count')
    return {
      of: figure,
      figure: {
        ...figure,
        ...(age && { kind: 'measurement' as const, unit: 'year', measure: 'age', measureHead: 'age' }),
        ...(span && {
          measure: text.slice(span.start, span.end),
          measureSpan: { start: span.start, end: span.end },
          measureHead: of.head!,
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

/** What the rules say of a figure, or where they say nothing what the chooser does. */
function ask<T extends object>(
  chooser: Chooser | undefined,
  question: Question,
  figure: FigureMention,
  said: T | undefined,
  list: () => readonly (Option & T)[],
): T | undefined {
  if (!chooser || (said && !chooser.learning)) return said
  const options = list()
  const chosen = options[chooser.choose(question, figure, options)]
  return said ?? chosen
}

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
