import type { Admitted } from './admitted.ts'

/** A figure among those of its topic. Days are ISO 8601. */
export type Placed = {
  readonly claim: number
  readonly article: number
  readonly admitted: Admitted
  readonly from: string | undefined
  readonly to: string | undefined
  readonly against: 'year' | 'nearer' | undefined
  readonly published: string | undefined
}

export const verdicts = ['differ', 'agree', 'single'] as const
export type Verdict = (typeof verdicts)[number]
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

/** Days between articles that tell the same news. */
const sameNews = 10
/** Figures that are further apart than so many times are of different things more often than they contradict each other. */
const furthest = 10
/** How much of two periods together has to be in both. */
const samePeriod = 0.8
const dayLength = 86_400_000
const dayNumber = (day: string) => Math.floor(Date.parse(day) / dayLength)

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
    const cell = cells.findLast((each) => each.every((other) => isOfSameTime(figure, other)))
    if (cell) cell.push(figure)
    else cells.push([figure])
  }
  return cells.map(toCell).sort((a, b) => compareText(timeOf(a), timeOf(b)))
}

const isDated = ({ from, to }: Placed) => from !== undefined || to !== undefined
const compareText = (a = '', b = '') => (a < b ? -1 : a > b ? 1 : 0)
const timeOf = ({ from, to, figures }: Cell) => to ?? from ?? figures[0]!.published

function isOfSameTime(a: Placed, b: Placed): boolean {
  if (a.against && b.against && a.against !== b.against) return false
  if (!isWithinReach(a.admitted.value, b.admitted.value)) return false
  if (isDated(a) && isDated(b)) return isSamePeriod(a, b)
  if (a.published === undefined || b.published === undefined) return false
  return Math.abs(dayNumber(a.published) - dayNumber(b.published)) <= sameNews
}

const isWithinReach = (a: number, b: number) =>
  a * b <= 0 || Math.max(Math.abs(a), Math.abs(b)) <= furthest * Math.min(Math.abs(a), Math.abs(b))

function isSamePeriod(a: Placed, b: Placed): boolean {
  if (a.from === b.from && a.to === b.to) return true
  if (!a.from || !a.to || !b.from || !b.to) return false
  const [aFrom, aTo, bFrom, bTo] = [dayNumber(a.from), dayNumber(a.to), dayNumber(b.from), dayNumber(b.to)]
  const both = Math.min(aTo, bTo) - Math.max(aFrom, bFrom) + 1
  return both / (Math.max(aTo, bTo) - Math.min(aFrom, bFrom) + 1) >= samePeriod
}

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
  const slack = 1e-9 * Math.max(Math.abs(a.admitted.value), Math.abs(b.admitted.value))
  const canBoth = a.admitted.low <= b.admitted.high + slack && b.admitted.low <= a.admitted.high + slack
  if (canBoth || a.article === b.article) return undefined
  const absolute = Math.abs(a.admitted.value - b.admitted.value)
  const size = Math.max(Math.abs(a.admitted.value), Math.abs(b.admitted.value))
  return { absolute, relative: size === 0 ? 0 : Math.min(1, absolute / size) }
}
