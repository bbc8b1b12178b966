import type { AnchoredDate } from '../anchor-dates.ts'
import { addDays, isoDay, timeOf } from '../interval.ts'
import { isFiniteVerb, type PlacedFigure, type Scene } from './scene.ts'

// Dates that stand side by side: two that are one stretch, and pairs of a figure and a date.

/** How many tokens may stand between a figure and the date it is paired with. */
const near = 9

/** `5% in 2010 and 7% in 2014`, `with 15 in May and June with 23`: the date of the figure on its other side. */
export function isOfPair(scene: Scene, first: number, last: number, placed: PlacedFigure): boolean {
  const { tokens, figures, dates } = scene
  const leads = last < placed.first
  const [from, to] = leads ? [last + 1, placed.first] : [placed.last + 1, first]
  if (to - from > 3 || !tokens.slice(from, to).every(({ form }) => /^(?:,|and|or|to|by|in|on)$/.test(form)))
    return false
  if (!tokens.slice(from, to).some(({ form }) => /^(?:and|or|,)$/.test(form))) return false
  const [otherFigure, ownDate] = leads
    ? [reachOf(scene, first - 1, -1, figures), reachOf(scene, placed.last + 1, 1, dates)]
    : [reachOf(scene, last + 1, 1, figures), reachOf(scene, placed.first - 1, -1, dates)]
  return otherFigure && ownDate
}

/** Whether one of a kind stands near, with no verb and no mark between. */
function reachOf({ tokens }: Scene, at: number, step: -1 | 1, placed: ReadonlyMap<number, unknown>): boolean {
  for (let i = at; i >= 0 && i < tokens.length && Math.abs(i - at) < near; i += step) {
    if (placed.has(i)) return true
    if (isFiniteVerb(tokens[i]) || /^(?:[,;:.]|as|than|over|from|compared)$/.test(tokens[i]!.form)) return false
  }
  return false
}

/** How many dates are joined at most. */
const links = 12

/**
 * `in December 2007 and January 2008`, `both Wednesday and Thursday`: one stretch, where the second begins as the first ends.
 * @param last the last token of the date
 */
export function joinNext({ text, dates }: Scene, date: AnchoredDate, last: number): AnchoredDate {
  let joined = date
  let at = last
  for (let n = 0; n < links; n++) {
    while (dates.get(at + 1) === dates.get(at)) at++
    const i = [2, 3, 4].map((steps) => at + steps).find((step) => dates.has(step))
    const next = i === undefined ? undefined : dates.get(i)
    if (i === undefined || !next?.from || !next.to || !joined.to) break
    if (!/^,?\s(?:(?:and|or)\s)?(?:in\s|on\s|both\s)?$/.test(text.slice(joined.end, next.start))) break
    if (isoDay(addDays(timeOf(joined.to), 1)) !== next.from) break
    joined = { ...joined, kind: 'range', to: next.to, end: next.end }
    at = i
  }
  return joined
}
