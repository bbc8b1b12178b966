import { type DayCustom, findDays, writeDay } from './day-forms.ts'

/** Longer than any day is written, in code units. */
const longestDay = 100

/**
 * The calendar day of a time as written, in the place where it was written: the day of `2023-05-22T23:30:00-04:00` is the 22nd.
 * Reads ISO 8601, RFC 822 and 2822, seconds or milliseconds since 1970 (UTC), and the forms of `findDays`; undefined for the rest, among it
 * 5/6/2023 where no custom tells which is the month.
 */
export function readDay(given: string | Date, custom?: DayCustom): string | undefined {
  const value = (given instanceof Date ? given.toISOString() : given.trim()).slice(0, longestDay)
  const since = /^(?:\d{10}|\d{13})$/.test(value) && new Date(Number(value) * (value.length === 10 ? 1000 : 1))
  if (since) return since.toISOString().slice(0, 10)
  const iso = /^(\d{4})-?(\d\d)-?(\d\d)(?!\d)/.exec(value)
  if (iso) return writeDay(iso[1]!, Number(iso[2]), iso[3]!)
  // RFC 822 wrote the year with two digits; which century they are of is RFC 2822's rule (4.3)
  const mail = /^(?:\p{L}{3},\s*)?(\d{1,2}\s+\p{L}{3})\s+(\d\d)\s+\d\d:\d\d/u.exec(value)
  if (mail) return findDays(`${mail[1]} ${Number(mail[2]) < 50 ? 20 : 19}${mail[2]}`)[0]?.day
  return findDays(value, custom)[0]?.day
}

/** Pages are no older than the web, and 1970-01-01 is what an empty field of a content system becomes. */
const firstDay = '1990-01-01'

/** A day of a page, or undefined where it is what an empty field becomes: 0001-01-01, 1970-01-01. */
export function readPageDay(given: unknown, custom?: DayCustom): string | undefined {
  const day =
    typeof given === 'number' ? readDay(String(given)) : typeof given === 'string' ? readDay(given, custom) : undefined
  return day !== undefined && day >= firstDay ? day : undefined
}

/** Whether a time is told in UTC, so that its day may be another where it was written. */
export const isInUtc = (given: unknown): boolean =>
  typeof given === 'number' ||
  /^\d{10}(?:\d{3})?$|T?\d\d:\d\d(?::\d\d(?:\.\d+)?)?\s*(?:Z|\+00:?00|GMT|UTC)$/i.test(
    String(given).trim().slice(0, longestDay),
  )

/** Whether a time is told with the offset of a place. */
export const hasOffset = (given: unknown): boolean =>
  /[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?\s*[+-](?!00:?00)\d\d:?\d\d$/.test(String(given).trim().slice(0, longestDay))

/** Months as addresses have them: `/2024/mar/01/`. */
const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

/** The day in an address such as `/2024/03/01/`, `/2024-03-01-` or `/20240301-`. */
export function readAddressDay(address: string | undefined): string | undefined {
  const path = address === undefined ? '' : address.slice(0, 2000).replace(/^\w+:\/\/[^/]*|[?#].*$/g, '')
  const found =
    /\/((?:19|20)\d\d)([/-])(\d\d?)\2(\d\d?)(?=[/_-]|$)/.exec(path) ??
    /[/_-]((?:19|20)\d\d)(-?)([01]\d)\2([0-3]\d)(?=[/_.-]|$)/.exec(path)
  if (found) return writeDay(found[1]!, Number(found[3]), found[4]!)
  const named = /\/((?:19|20)\d\d)\/([a-z]{3})\/(\d\d?)(?=\/|$)/i.exec(path)
  const month = named ? months.indexOf(named[2]!.toLowerCase()) + 1 : 0
  return named && month > 0 ? writeDay(named[1]!, month, named[3]!) : undefined
}
