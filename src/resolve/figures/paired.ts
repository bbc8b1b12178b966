import type { AnchoredDate } from '../anchor-dates.ts'
import type { Binding } from './binding.ts'
import { type NounPhrase, phraseBefore, phraseFrom } from './noun-phrase.ts'
import { saidOf } from './said.ts'
import { isPreposition, type PlacedFigure, type Scene } from './scene.ts'

/** Figures that `respectively` deals out in order, with the phrases and the dates that they are dealt to. */
export type Pairing = {
  readonly figures: readonly PlacedFigure[]
  readonly lists: readonly (readonly NounPhrase[])[]
  readonly dates: readonly AnchoredDate[]
}

const furthest = 40

/** The figures of each `respectively` in a sentence. */
export function findPairings(scene: Scene): ReadonlyMap<PlacedFigure, Pairing> {
  const pairings = new Map<PlacedFigure, Pairing>()
  let from = 0
  for (const { form, index } of scene.tokens) {
    if (form !== 'respectively') continue
    const figures = figuresBefore(scene, Math.max(from, index - furthest), index)
    from = index
    if (figures.length < 2) continue
    const first = Math.max(0, figures[0]!.first - furthest)
    const pairing = {
      figures,
      lists: [...listsWithin(scene, first, figures[0]!.first), ...listsWithin(scene, figures.at(-1)!.last + 1, index)],
      dates: datesAround(scene, figures.at(-1)!.last + 1, figures.length),
    }
    for (const figure of figures) pairings.set(figure, pairing)
  }
  return pairings
}

/** `3%, 5% and 7%`: the last figures within a stretch that nothing but commas, `and` and prepositions part. */
function figuresBefore({ tokens, figures }: Scene, from: number, to: number): PlacedFigure[] {
  const found: PlacedFigure[] = []
  for (let i = to - 1; i >= from; i--) {
    const figure = figures.get(i)
    if (figure) {
      found.unshift(figure)
      i = figure.first
    } else if (found.length && !/^(?:,|and|by|to|at|of|about|for)$/.test(tokens[i]!.form)) break
  }
  return found
}

/** The coordinations of noun phrases in a stretch: `Ford, Opel and the Skoda works`. */
function listsWithin(scene: Scene, from: number, to: number): NounPhrase[][] {
  const { tokens } = scene
  const lists: NounPhrase[][] = []
  for (let i = from; i < to; i++) {
    if (tokens[i]!.form !== 'and' && tokens[i]!.form !== '&') continue
    const right = phraseFrom(scene, i + 1)
    let left = phraseBefore(scene, tokens[i - 1]?.form === ',' ? i - 2 : i - 1)
    if (!right || !left || right.first > i + 3 || right.last >= to) continue
    if (/^(?:and|&)$/.test(tokens[right.last + 1]?.form ?? '')) continue
    const list = [right]
    while (left && list.length < furthest) {
      list.unshift(left)
      // `Marks and Spencer and Tesco`: three, for all that one can tell
      left = /^(?:,|and|&)$/.test(tokens[left.start - 1]?.form ?? '') ? phraseBefore(scene, left.start - 2) : undefined
    }
    lists.push(list)
  }
  return lists
}

/** As many dates as there are figures, parted by commas and `and` alone, right behind the figures. */
function datesAround({ tokens, dates }: Scene, from: number, count: number): AnchoredDate[] {
  const found: AnchoredDate[] = []
  for (let i = from; i < tokens.length && i < from + furthest; i++) {
    const date = dates.get(i)
    if (date) {
      if (found.at(-1) !== date) found.push(date)
    } else if (
      found.length
        ? !/^(?:,|and|in|on)$/.test(tokens[i]!.form)
        : !/^(?:,|respectively|in|on|for|during)$/.test(tokens[i]!.form)
    )
      break
  }
  return found.length === count ? found : []
}

/** The date that a figure is dealt; undefined when there is none. */
export const dateDealt = (placed: PlacedFigure, pairing: Pairing | undefined): AnchoredDate | undefined =>
  pairing?.dates[pairing.figures.indexOf(placed)]

/** What a figure is of in the order of its list; what cannot be dealt out is left out. `first` is what the first of the figures is bound to. */
export function dealOut(scene: Scene, placed: PlacedFigure, { figures, lists }: Pairing, first: Binding): Binding {
  const k = figures.indexOf(placed)
  const { measure: _, verb, subject: __, ...base } = first
  const governor = first.governor?.kind === 'verb' ? first.governor.token.index : undefined
  const before = governor === undefined ? undefined : lists.find((list) => endsBefore(scene, list.at(-1)!, governor))
  const opening = before && scene.tokens[before[0]!.start - 1]
  if (before && !isPreposition(opening)) {
    const own = before.length === figures.length ? memberOf(before, k) : undefined
    if (!own || isOneName(scene, before)) return verb ? { ...base, verb } : base
    const said = saidOf(scene, { phrase: own, token: scene.tokens[own.last]!, sure: false })
    // `Ford and Opel cut 300 and 700 jobs`, `reported profits of`: the names are whose it is
    if (said.measure) return { ...base, ...said }
    const kept = first.measure && !holds(lists, first.measure.phrase.last) ? { measure: first.measure } : {}
    return { ...base, ...(verb && { verb }), ...kept, ...(said.subject && { subject: said.subject }) }
  }
  const dealt = <T>(value: T | undefined, at: number | undefined, move: (phrase: NounPhrase) => T | undefined) => {
    const list = at === undefined ? undefined : lists.find((each) => holds([each], at))
    if (!list || value === undefined) return value
    if (list.length !== figures.length || isOneName(scene, list)) return undefined
    return move(memberOf(list, k))
  }
  const { measure } = first
  // `the prices of oil and gas`: no words of the text name the second of them
  const broken = measure?.of && holds(lists, measure.of.last) && !scene.names.has(measure.of.last) && k > 0
  const ownMeasure = broken
    ? undefined
    : dealt(
        measure,
        measure?.phrase.last,
        (phrase) => saidOf(scene, { phrase, token: scene.tokens[phrase.last]!, sure: false }).measure,
      )
  const subject = dealt(first.subject, first.subject?.token.index, (phrase) => ({
    phrase,
    token: scene.tokens[phrase.last]!,
    sure: false,
  }))
  return { ...base, ...(verb && { verb }), ...(ownMeasure && { measure: ownMeasure }), ...(subject && { subject }) }
}

/** Is there nothing but adverbs and helpers between a phrase and its verb? */
function endsBefore({ tokens }: Scene, { last }: NounPhrase, verb: number): boolean {
  let i = verb - 1
  while (i > last && /^(?:RB|MD|VB|VBZ|VBP|VBD|VBN)$/.test(tokens[i]!.tag)) i--
  return i === last
}

/** `GM's sales and profit`: the owner of the first is that of the others. */
function memberOf(list: readonly NounPhrase[], k: number): NounPhrase {
  const own = list[k]!
  const { owner } = list[0]!
  return own.owner === undefined && owner !== undefined && own.start === own.first ? { ...own, owner } : own
}

/** `Marks and Spencer`: no list. */
const isOneName = ({ names }: Scene, list: readonly NounPhrase[]): boolean => {
  const first = names.get(list[0]!.last)
  return first !== undefined && first === names.get(list.at(-1)!.last)
}

const holds = (lists: readonly (readonly NounPhrase[])[], token: number): boolean =>
  lists.some((list) => list.some(({ start, last }) => start <= token && token <= last))
