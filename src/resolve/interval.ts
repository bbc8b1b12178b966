// Calendar arithmetic in UTC on whole days; months count from 1.

export type Interval = { readonly iso?: string; readonly from?: string; readonly to?: string }

const day = 86_400_000
export const pad = (number: number, width = 2) => String(number).padStart(width, '0')
const isoDays = new Map<number, string>()
export function isoDay(time: number): string {
  const known = isoDays.get(time)
  if (known !== undefined) return known
  const made = new Date(time).toISOString().slice(0, 10)
  // articles speak of the same days again and again
  if (isoDays.size >= 10_000) isoDays.clear()
  isoDays.set(time, made)
  return made
}
export const utc = (year: number, month = 1, dayOf = 1) => {
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, dayOf)
  return date.getTime()
}
export const addDays = (time: number, days: number) => time + days * day
/** Same day of another month; the 31st becomes the last day of a shorter month. */
export function addMonths(time: number, months: number): number {
  const date = new Date(time)
  const clock = ((time % day) + day) % day
  const first = utc(date.getUTCFullYear(), date.getUTCMonth() + 1 + months, 1)
  const last = new Date(utc(new Date(first).getUTCFullYear(), new Date(first).getUTCMonth() + 2, 0)).getUTCDate()
  return addDays(first, Math.min(date.getUTCDate(), last) - 1) + clock
}
export const timeOf = (iso: string): number => Date.parse(`${iso}T00:00:00Z`)
export const yearOf = (time: number): number => new Date(time).getUTCFullYear()
export const monthNumber = (time: number): number => new Date(time).getUTCMonth() + 1
/** 1 (Monday) to 7, as ISO 8601 counts. */
export const weekdayOf = (time: number) => new Date(time).getUTCDay() || 7

const inYears = (year: number) => year >= 1 && year <= 9999

export const dayInterval = (time: number, clock?: string): Interval => {
  const iso = isoDay(time)
  return { iso: clock ? `${iso}T${clock}` : iso, from: iso, to: iso }
}
/** A moment to the second. */
export const secondInterval = (time: number): Interval => {
  const [day, clock] = new Date(time).toISOString().split('T') as [string, string]
  return { iso: `${day}T${clock.slice(0, 8)}`, from: day, to: day }
}
export const monthInterval = (year: number, month: number): Interval => ({
  iso: isoDay(utc(year, month)).slice(0, 7),
  from: isoDay(utc(year, month)),
  to: isoDay(addDays(utc(year, month + 1), -1)),
})
export const yearInterval = (year: number): Interval =>
  inYears(year) ? { iso: pad(year, 4), from: `${pad(year, 4)}-01-01`, to: `${pad(year, 4)}-12-31` } : {}
export const quarterInterval = (year: number, quarter: number): Interval => ({
  iso: `${pad(year, 4)}-Q${quarter}`,
  from: isoDay(utc(year, 3 * quarter - 2)),
  to: isoDay(addDays(utc(year, 3 * quarter + 1), -1)),
})
export const halfInterval = (year: number, half: number): Interval => ({
  iso: `${pad(year, 4)}-H${half}`,
  from: isoDay(utc(year, 6 * half - 5)),
  to: isoDay(addDays(utc(year, 6 * half + 1), -1)),
})
export const decadeInterval = (year: number): Interval => ({
  iso: `${pad(Math.floor(year / 10), 3)}X`,
  from: `${pad(year, 4)}-01-01`,
  to: `${pad(year + 9, 4)}-12-31`,
})
/** The 19th century is 1801 to 1900 by the book and 18XX in TIMEX3; news means the 1800s. */
export const centuryInterval = (century: number): Interval => ({
  iso: `${pad(century - 1)}XX`,
  ...(century > 1 && { from: `${pad(century - 1)}00-01-01` }),
  to: `${pad(century - 1)}99-12-31`,
})
/** Meteorological seasons of the northern hemisphere; winter ends in the year after it began. */
export function seasonInterval(year: number, season: 'SP' | 'SU' | 'FA' | 'WI'): Interval {
  const month = { SP: 3, SU: 6, FA: 9, WI: 12 }[season]
  return {
    iso: `${pad(year, 4)}-${season}`,
    from: isoDay(utc(year, month)),
    to: isoDay(addDays(utc(year, month + 3), -1)),
  }
}
/** The meteorological season that holds a day. */
export function seasonOf(time: number): Interval {
  const month = monthNumber(time)
  const year = month < 3 ? yearOf(time) - 1 : yearOf(time)
  return seasonInterval(
    year,
    month >= 3 && month < 6 ? 'SP' : month >= 6 && month < 9 ? 'SU' : month >= 9 && month < 12 ? 'FA' : 'WI',
  )
}
/** The ISO 8601 week (Monday to Sunday) that holds a day. */
export function weekInterval(time: number): Interval {
  const monday = addDays(time, 1 - weekdayOf(time))
  const thursday = addDays(monday, 3)
  const year = new Date(thursday).getUTCFullYear()
  const week = Math.floor((thursday - utc(year)) / day / 7) + 1
  return { iso: `${pad(year, 4)}-W${pad(week)}`, from: isoDay(monday), to: isoDay(addDays(monday, 6)) }
}
export function weekendInterval(time: number): Interval {
  const saturday = addDays(time, 6 - weekdayOf(time))
  return { iso: `${weekInterval(time).iso}-WE`, from: isoDay(saturday), to: isoDay(addDays(saturday, 1)) }
}
