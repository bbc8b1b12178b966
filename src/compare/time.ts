/** When a figure holds, and when it was told. Days are ISO 8601; `against` says what a change is compared with. */
export type Time = {
  readonly from: string | undefined
  readonly to: string | undefined
  readonly against: 'year' | 'nearer' | undefined
  readonly published: string | undefined
}

/** Days between articles that tell the same news. */
export const sameNews = 10
/** How much of two periods together has to be in both. */
const samePeriod = 0.8
const dayLength = 86_400_000
/** Days that are kept: the figures of a comparison are of few. */
const mostKept = 10_000
const kept = new Map<string, number>()
export function dayNumber(day: string): number {
  const known = kept.get(day)
  if (known !== undefined) return known
  if (kept.size >= mostKept) kept.clear()
  const number = Math.floor(Date.parse(day) / dayLength)
  kept.set(day, number)
  return number
}

export const isDated = ({ from, to }: Time): boolean => from !== undefined || to !== undefined
export const compareText = (a = '', b = ''): number => (a < b ? -1 : a > b ? 1 : 0)

/**
 * Whether figures are of the same time: of one period, or out of articles of the same days where one of them states none. Days of the news itself
 * (`killed on Saturday`) are none of their own: articles of the same days mean the same by them.
 */
export function isOfSameTime(a: Time, b: Time): boolean {
  if (a.against && b.against && a.against !== b.against) return false
  // most figures of a comparison: what follows says the same of them, in many times the time
  if (a.from === b.from && a.to === b.to && a.published === b.published) return a.published !== undefined || isDated(a)
  const isNews = a.published !== undefined && b.published !== undefined && isNear(a.published, b.published)
  if (!hasPeriod(a) || !hasPeriod(b)) return isNews
  return isSamePeriod(a, b)
}

const isNear = (a: string, b: string) => Math.abs(dayNumber(a) - dayNumber(b)) <= sameNews

/** Whether it holds for a time other than that of the news. */
function hasPeriod(time: Time): boolean {
  const { from, to, published } = time
  if (!isDated(time)) return false
  if (published === undefined) return true
  return [from ?? to!, to ?? from!].some((day) => Math.abs(dayNumber(day) - dayNumber(published)) > sameNews)
}

function isSamePeriod(a: Time, b: Time): boolean {
  if (a.from === b.from && a.to === b.to) return true
  if (!a.from || !a.to || !b.from || !b.to) return false
  const [aFrom, aTo, bFrom, bTo] = [a.from, a.to, b.from, b.to].map(dayNumber) as [number, number, number, number]
  const both = Math.min(aTo, bTo) - Math.max(aFrom, bFrom) + 1
  return both / (Math.max(aTo, bTo) - Math.min(aFrom, bFrom) + 1) >= samePeriod
}
