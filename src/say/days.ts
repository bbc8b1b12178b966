const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

type Day = { readonly year: number; readonly month: number; readonly day: number }
const read = (iso: string): Day | undefined => {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)/.exec(iso) ?? []
  return year ? { year: Number(year), month: Number(month), day: Number(day) } : undefined
}
const lastOf = ({ year, month }: Day) => new Date(Date.UTC(year, month, 0)).getUTCDate()
const monthOf = ({ month }: Day) => months[month - 1]!

/** One calendar day: `8 June 2023`. What is no day comes back as it is. */
export function sayDay(iso: string): string {
  const day = read(iso)
  return day ? `${day.day} ${monthOf(day)} ${day.year}` : iso
}

/** A stretch of days, as short as it can be said: `2022`, `2010–2015`, `July 2022`, `8–9 June 2023`, `from 8 June 2023`. Both ends are days, the last one included. */
export function sayDays(from: string | undefined, to: string | undefined): string | undefined {
  if (!from || !to) return from ? `from ${sayDay(from)}` : to && `to ${sayDay(to)}`
  const [a, b] = [read(from), read(to)]
  if (!a || !b) return from === to ? from : `${from} – ${to}`
  const wholeMonths = a.day === 1 && b.day === lastOf(b)
  const sameYear = a.year === b.year
  if (wholeMonths && a.month === 1 && b.month === 12) return sameYear ? `${a.year}` : `${a.year}–${b.year}`
  if (wholeMonths && sameYear)
    return a.month === b.month ? `${monthOf(a)} ${a.year}` : `${monthOf(a)}–${monthOf(b)} ${a.year}`
  if (wholeMonths) return `${monthOf(a)} ${a.year} – ${monthOf(b)} ${b.year}`
  if (from === to) return sayDay(from)
  if (sameYear && a.month === b.month) return `${a.day}–${b.day} ${monthOf(a)} ${a.year}`
  return sameYear ? `${a.day} ${monthOf(a)} – ${sayDay(to)}` : `${sayDay(from)} – ${sayDay(to)}`
}

const spans = { Y: 'year', M: 'month', W: 'week', D: 'day' } as const
const times = { H: 'hour', M: 'minute', S: 'second' } as const
const larger: Readonly<Record<string, string>> = { DE: 'decade', CE: 'century', ML: 'millennium' }

/** An ISO 8601 or TIMEX3 duration: `10 years`, `2 hours 30 minutes`, `some weeks`. */
export function sayDuration(iso: string): string {
  const [, days = '', clock = ''] = /^P([^T]*)(?:T(.+))?$/.exec(iso) ?? []
  const say = (amount: string, unit: string) =>
    amount === 'X'
      ? `some ${pluralOf(unit)}`
      : `${Number(amount).toLocaleString('en')} ${amount === '1' ? unit : pluralOf(unit)}`
  const read = (text: string, units: Readonly<Record<string, string>>) =>
    [...text.matchAll(/([\d.]+|X)(DE|CE|ML|[YMWDHS])/g)].map(([, amount, unit]) =>
      say(amount!, larger[unit!] ?? units[unit!]!),
    )
  const said = [...read(days, spans), ...read(clock, times)]
  return said.length ? said.join(' ') : iso
}
const pluralOf = (unit: string) => (unit === 'century' ? 'centuries' : unit === 'millennium' ? 'millennia' : `${unit}s`)

const references: Readonly<Record<string, string>> = {
  PRESENT_REF: 'now',
  PAST_REF: 'in the past',
  FUTURE_REF: 'in the future',
}
const seasons: Readonly<Record<string, string>> = { SP: 'spring', SU: 'summer', FA: 'autumn', WI: 'winter' }
const weekdays = ['', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

/** What a value says beyond its days: a time of day, or a date whose year is not known. Undefined where there is nothing to add or no way to say it. */
export function sayValue(iso: string): string | undefined {
  if (references[iso]) return references[iso]
  const { time } = /T(?<time>\d\d(?::\d\d)*)/.exec(iso)?.groups ?? {}
  if (time) return time.includes(':') ? time : `${time}:00`
  const weekday = /WXX-(?<n>[1-7])$/.exec(iso)?.groups
  if (weekday) return weekdays[Number(weekday.n)]
  const season = /-(?<part>SP|SU|FA|WI)$/.exec(iso)?.groups
  if (season) return seasons[season.part!]
  const yearless = (one: string) => {
    const { month, day } = /^XXXX-(?<month>\d\d)(?:-(?<day>\d\d))?$/.exec(one)?.groups ?? {}
    return month && `${day ? `${Number(day)} ` : ''}${months[Number(month) - 1]}`
  }
  const ends = iso.split('/').map(yearless)
  return ends.every(Boolean) ? ends.join(' – ') : undefined
}
