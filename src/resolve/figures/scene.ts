import type { FigureMention } from '../../model/mention.ts'
import { firstFrom, type Span } from '../../model/segment.ts'
import { headOfSpan, type SyntaxToken, type Tree, tokensIn } from '../../syntax/index.ts'
import type { AnchoredDate } from '../anchor-dates.ts'
import type { PlacedMention } from '../link-actors.ts'
import type { NounPhrase } from './noun-phrase.ts'
import { repairTags } from './repair-tags.ts'
import { indexNames } from './words.ts'

/** The tree of a figure's sentence, with what stands at each of its tokens. */
export type Scene = {
  readonly text: string
  readonly tree: Tree
  readonly tokens: readonly SyntaxToken[]
  readonly figures: ReadonlyMap<number, PlacedFigure>
  readonly dates: ReadonlyMap<number, AnchoredDate>
  readonly names: ReadonlyMap<number, PlacedMention>
  /** Adjectives of places: `Japanese`. */
  readonly demonyms: ReadonlyMap<number, PlacedMention>
  /** Names of stock indexes, with the numbers in them. */
  readonly indexes: ReadonlyMap<number, PlacedIndex>
}

export type PlacedIndex = { readonly phrase: NounPhrase; readonly span: Span }

/** A figure and the tokens that it is: `first` to `last`, and the one that the rest hangs on. */
export type PlacedFigure = {
  readonly figure: FigureMention
  readonly first: number
  readonly last: number
  readonly head: SyntaxToken
}

/** Sets a scene. All lists are sorted by where they begin. */
export function setScene(
  text: string,
  tree: Tree,
  figures: readonly FigureMention[],
  dates: readonly AnchoredDate[],
  names: readonly PlacedMention[],
): Scene {
  const within = <T extends Span>(list: readonly T[]) =>
    list.slice(firstFrom(list, tree.start), firstFrom(list, tree.end))
  const placedFigures = new Map<number, PlacedFigure>()
  for (const figure of within(figures)) {
    const own = tokensIn(tree, figure)
    const head = headOfSpan(tree, figure)
    if (!own.length || !head) continue
    const placed = { figure, first: own[0]!.index, last: own.at(-1)!.index, head }
    for (const { index } of own) placedFigures.set(index, placed)
  }
  const placedDates = new Map<number, AnchoredDate>()
  for (const date of within(dates)) for (const { index } of tokensIn(tree, date)) placedDates.set(index, date)
  const placedNames = new Map<number, PlacedMention>()
  const demonyms = new Map<number, PlacedMention>()
  for (const name of within(names))
    for (const { index } of tokensIn(tree, name)) (name.mention.derived ? demonyms : placedNames).set(index, name)
  return {
    text,
    tree,
    tokens: repairTags(tree.tokens),
    figures: placedFigures,
    dates: placedDates,
    names: placedNames,
    demonyms,
    indexes: placeIndexes(text, tree),
  }
}

function placeIndexes(text: string, tree: Tree): Map<number, PlacedIndex> {
  const placed = new Map<number, PlacedIndex>()
  for (const { 0: name, index } of text.slice(tree.start, tree.end).matchAll(indexNames)) {
    const span = { start: tree.start + index, end: tree.start + index + name.length }
    const own = tokensIn(tree, span)
    const [head, last] = [own[0], own.at(-1)]
    if (!head || !last) continue
    const start = tree.tokens[head.index - 1]?.tag === 'DT' ? head.index - 1 : head.index
    const at = { phrase: { first: head.index, last: last.index, start }, span }
    for (const token of own) placed.set(token.index, at)
  }
  return placed
}

export {
  isClosingBracket,
  isFiniteVerb,
  isNoun,
  isOpeningBracket,
  isPreposition,
  isVerb,
  openingBefore,
} from './tags.ts'
