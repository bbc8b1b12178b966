import type { Verdict } from '../model/comparison.ts'
import type { Admitted } from './admitted.ts'
import { compareText, isDated, isOfSameTime, type Time } from './time.ts'

/** A figure among those of its topic. Days are ISO 8601. */
export type Placed = Time & {
  readonly claim: number
  readonly article: number
  readonly admitted: Admitted
  /** Whose it is, where the text says so. */
  readonly owner: string | undefined
}

/** `relative`: of the smaller number's size; 1 at most. */
export type Difference = { readonly absolute: number; readonly relative: number }

/** Figures of one topic and one time. */
export type Cell = {
  readonly from: string | undefined
  readonly to: string | undefined
  readonly verdict: Verdict
  readonly difference: Difference | undefined
  readonly figures: readonly Placed[]
}

/**
 * Puts the figures of a topic side by side where they are of the same time: of one period, or, where one of them states none, out of articles
 * of the same days. Cells come in the order of time.
 */
export function compareFigures(figures: readonly Placed[]): Cell[] {
  const cells: Placed[][] = []
  const sorted = [...figures].sort(
    (a, b) =>
      Number(isDated(b)) - Number(isDated(a)) ||
      compareText(a.to ?? a.from ?? a.published, b.to ?? b.from ?? b.published) ||
      compareText(a.from, b.from) ||
      a.claim - b.claim,
  )
  for (const figure of sorted) {
    const cell = cells.findLast((each) => each.every((other) => isComparable(figure, other)))
    if (cell) cell.push(figure)
    else cells.push([figure])
  }
  return cells.map(toCell).sort((a, b) => compareText(timeOf(a), timeOf(b)))
}

const timeOf = ({ from, to, figures }: Cell) => to ?? from ?? figures[0]!.published
/** Figures that are further apart than so many times are of different things more often than they contradict each other. */
const furthest = 3
const isComparable = (a: Placed, b: Placed) =>
  isOfSameTime(a, b) &&
  isWithinReach(a.admitted.value, b.admitted.value) &&
  // figures of two subjects contradict nobody
  !(a.owner && b.owner && a.owner !== b.owner && !canBoth(a.admitted, b.admitted))

const isWithinReach = (a: number, b: number) =>
  a * b <= 0 || Math.max(Math.abs(a), Math.abs(b)) <= furthest * Math.min(Math.abs(a), Math.abs(b))

function toCell(figures: readonly Placed[]): Cell {
  const dated = figures.find(isDated)
  const difference = measureDifference(figures)
  const verdict = new Set(figures.map(({ article }) => article)).size < 2 ? 'single' : difference ? 'differ' : 'agree'
  return {
    from: dated?.from,
    to: dated?.to,
    verdict,
    difference: verdict === 'differ' ? difference : undefined,
    figures,
  }
}

/** How far the figures of different articles lie apart, where any two of them cannot both be right; undefined where all can. */
function measureDifference(figures: readonly Placed[]): Difference | undefined {
  const highest = (of: readonly Placed[]) =>
    of.reduce((best, each) => (each.admitted.low > best.admitted.low ? each : best), of[0]!)
  const lowest = (of: readonly Placed[]) =>
    of.reduce((best, each) => (each.admitted.high < best.admitted.high ? each : best), of[0]!)
  const but = (one: Placed) => figures.filter(({ article }) => article !== one.article)
  // if any two disagree, so do the one with the highest lower end and the lowest upper end of another article, or the other way round
  const [high, low] = [highest(figures), lowest(figures)]
  const [lowOfOthers, highOfOthers] = [but(high), but(low)]
  if (lowOfOthers.length === 0) return undefined
  return (
    compareTwo(high, lowest(lowOfOthers)) ?? (highOfOthers.length ? compareTwo(highest(highOfOthers), low) : undefined)
  )
}

/** How far two figures lie apart; undefined where both can be right, or both are out of one article. */
export function compareTwo(a: Placed, b: Placed): Difference | undefined {
  if (a.article === b.article || canBoth(a.admitted, b.admitted)) return undefined
  const absolute = Math.abs(a.admitted.value - b.admitted.value)
  const size = Math.max(Math.abs(a.admitted.value), Math.abs(b.admitted.value))
  return { absolute, relative: size === 0 ? 0 : Math.min(1, absolute / size) }
}

/** Intervals that only touch are no agreement (`3%` ends where `4%` begins), unless one figure is the very end of the other. */
function canBoth(a: Admitted, b: Admitted): boolean {
  const slack = 1e-9 * Math.max(Math.abs(a.value), Math.abs(b.value))
  const holds = ({ low, high }: Admitted, value: number) => low <= value + slack && value <= high + slack
  const shared = Math.min(a.high, b.high) - Math.max(a.low, b.low)
  return shared > slack || holds(a, b.value) || holds(b, a.value)
}
