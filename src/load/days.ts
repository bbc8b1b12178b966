import { parseMonth } from '../text/calendar.ts'

/** Longer than any day is written, in code units. */
const longestDay = 100

/**
 * The calendar day of a time as written, in the place where it was written: the day of `2023-05-22T23:30:00-04:00` is the 22nd.
 * Reads ISO 8601, also with slashes, RFC 822 and 2822, seconds or milliseconds since 1970 (UTC), days with the month as a word, and days
 * in figures alone where only one of the first two can be the month; undefined for the rest, among it 5/6/2023, which could be two.
 */
export function readDay(given: string | Date): string | undefined {
  const value = (given instanceof Date ? given.toISOString() : given.trim()).slice(0, longestDay)
  const since = /^(?:\d{10}|\d{13})$/.test(value) && new Date(Number(value) * (value.length === 10 ? 1000 : 1))
  if (since) return since.toISOString().slice(0, 10)
  const iso = /^(\d{4})-?(\d\d)-?(\d\d)(?!\d)/.exec(value) ?? /^(\d{4})[/.](\d\d?)[/.](\d\d?)(?!\d)/.exec(value)
  if (iso) return write(iso[1]!, Number(iso[2]), iso[3]!)
  const worded =
    /(?<![\d:])(?<day>\d{1,2})(?:st|nd|rd|th)?[\s.-]+(?<month>\p{L}{3})\p{L}*[\s.,-]+(?<year>\d{4})/u.exec(value) ??
    /(?<month>\p{L}{3})\p{L}*\.?\s+(?<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?<year>\d{4})/u.exec(value) ??
    // RFC 822 wrote the year with two digits; which century they are of is RFC 2822's rule (4.3)
    /^(?:\p{L}{3},\s*)?(?<day>\d{1,2})\s+(?<month>\p{L}{3})\s+(?<year>\d\d)\s+\d\d:\d\d/u.exec(value)
  if (worded) {
    const { day, month, year } = worded.groups as { day: string; month: string; year: string }
    const number = parseMonth(month)
    const whole = year.length === 4 ? year : `${Number(year) < 50 ? 20 : 19}${year}`
    return number === null ? undefined : write(whole, number, day)
  }
  const figures = /^(\d\d?)[/.-](\d\d?)[/.-](\d{4})(?!\d)/.exec(value)
  if (!figures) return undefined
  const [first, second] = [Number(figures[1]), Number(figures[2])]
  if (first === second || (first > 12 && second <= 12)) return write(figures[3]!, second, figures[1]!)
  return second > 12 && first <= 12 ? write(figures[3]!, first, figures[2]!) : undefined
}

const write = (year: string, month: number, day: string) =>
  `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`

/** Pages are no older than the web, and 1970-01-01 is what an empty field of a content system becomes. */
const firstDay = '1990-01-01'

/** A day of a page, or undefined where it is what an empty field becomes: 0001-01-01, 1970-01-01. */
export function readPageDay(given: unknown): string | undefined {
  const day =
    typeof given === 'number' ? readDay(String(given)) : typeof given === 'string' ? readDay(given) : undefined
  return day !== undefined && day >= firstDay ? day : undefined
}

/** A time that is told in UTC, whose day where it was written may be another one. */
const inUtc = /T?\d\d:\d\d(?::\d\d(?:\.\d+)?)?\s*(?:Z|\+00:?00|GMT|UTC)$/i

/**
 * The day of publication of a page: that of the first voice, unless it is told in UTC and another voice tells the day at the place of
 * writing, a day apart at most.
 * @param voices what the page says, most trusted first
 * @param local the days among them that are told as in the place itself, such as the one in the address
 */
export function chooseDay(voices: readonly unknown[], local: readonly unknown[]): string | undefined {
  const first = voices.find((voice) => readPageDay(voice) !== undefined)
  const day = readPageDay(first)
  if (day === undefined || typeof first === 'number') return day
  if (!inUtc.test(String(first).trim().slice(0, longestDay))) return day
  for (const voice of [...voices, ...local]) {
    const other = readPageDay(voice)
    if (other === undefined || Math.abs(Date.parse(other) - Date.parse(day)) > 86_400_000) continue
    if (local.includes(voice) || /[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?\s*[+-](?!00:?00)\d\d:?\d\d$/.test(String(voice)))
      return other
  }
  return day
}

/** The day in an address such as `/2024/03/01/` or `/2024-03-01-`. */
export function readAddressDay(address: string | undefined): string | undefined {
  const found = address && /\/((?:19|20)\d\d)([/-])(\d\d?)\2(\d\d?)(?=[/-]|$)/.exec(address)
  return found ? write(found[1]!, Number(found[3]), found[4]!) : undefined
}
