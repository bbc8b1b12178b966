import type { AnchoredDate } from '../anchor-dates.ts'
import { type Binding, type Known, sameThing } from './binding.ts'
import { isOpeningBracket, openingBefore, type PlacedFigure, type Scene } from './scene.ts'

// The same thing at other times, in brackets behind a figure: `sales of $5m (2022: $4m; 2021: $3m)`.

/** How far behind its opening bracket such a figure stands. */
const reach = 24

/** The time and the colon that a figure in brackets stands behind. */
export function headOf(scene: Scene, { first }: PlacedFigure): AnchoredDate | undefined {
  const { tokens, dates } = scene
  const date = tokens[first - 1]?.form === ':' ? dates.get(first - 2) : undefined
  if (!date) return undefined
  let at = first - 2
  while (dates.get(at - 1) === date) at--
  return isOpeningBracket(tokens[at - 1]) || /^[;,]$/.test(tokens[at - 1]?.form ?? '') ? date : undefined
}

/** Whether a time heads a figure, and so is of that figure alone. @param last its last token */
export function headsFigure(scene: Scene, last: number): boolean {
  const figure = scene.tokens[last + 1]?.form === ':' ? scene.figures.get(last + 2) : undefined
  return figure !== undefined && headOf(scene, figure) !== undefined
}

/** What a figure with a time at its head is of: what the figure before the bracket is. Undefined for any other. */
export function headed(scene: Scene, placed: PlacedFigure, known: Known): Binding | undefined {
  if (!headOf(scene, placed)) return undefined
  const { tokens, figures } = scene
  const open = openingBefore(tokens, placed.first - 3, placed.first - reach)
  if (open === undefined) return undefined
  const before = figures.get(open - 1)
  return before?.figure.kind === placed.figure.kind ? sameThing(known(before)) : {}
}
