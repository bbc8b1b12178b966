import { MoonPhase, SearchMoonPhase } from 'astronomy-engine'
import { gregorianEaster, orthodoxEaster } from 'date-easter'
import { type HolidayRule, holidayRules } from './holidays.ts'

const day = 86_400_000
const utc = (year: number, month: number, date: number) => {
  const made = new Date(0)
  made.setUTCFullYear(year, month - 1, date)
  return made.getTime()
}

const found = new Map<string, number | null>()
/**
 * First day of a holiday in a Gregorian year, and how many days it lasts; null where the calendar has none in that year.
 * @returns milliseconds since 1970, midnight UTC
 * Sources: ICU's calendars through `Intl` (Umm al-Qura for the Islamic one, so a sighted moon may shift it by a day), `date-easter`,
 * and for lunar days `astronomy-engine`.
 */
export function findHoliday(key: string, year: number): { readonly from: number; readonly days: number } | null {
  const rule = holidayRules.get(key)
  if (!rule || year < 1600 || year > 2200) return null
  const id = `${key} ${year}`
  if (!found.has(id)) found.set(id, dayOf(rule, year))
  const from = found.get(id)!
  return from === null ? null : { from, days: rule.days ?? 1 }
}

function dayOf(rule: HolidayRule, year: number): number | null {
  if ('easter' in rule) {
    const sunday = rule.orthodox ? orthodoxEaster(year) : gregorianEaster(year)
    return utc(sunday.year, sunday.month, sunday.day) + rule.easter * day
  }
  if ('calendar' in rule) return inCalendar(rule.calendar, rule.monthName, rule.day, year)
  if ('tithi' in rule) return inLunarMonth(rule.lunarMonth, rule.tithi, rule.hour, year, rule.plus ?? 0)
  if ('weekday' in rule) {
    if (rule.every && year % rule.every !== 0) return null
    const first = utc(year, rule.month, 1)
    const last = utc(year, rule.month + 1, 0)
    const time =
      rule.nth > 0
        ? first + (((rule.weekday - weekday(first) + 7) % 7) + 7 * (rule.nth - 1)) * day
        : last - ((weekday(last) - rule.weekday + 7) % 7) * day
    return time + (rule.plus ?? 0) * day
  }
  const plain = utc(year, rule.month, rule.day)
  return plain + (rule.moved?.[weekday(plain)] ?? 0) * day
}
const weekday = (time: number) => new Date(time).getUTCDay() || 7

const formats = new Map<string, Intl.DateTimeFormat>()
function inCalendar(calendar: string, monthName: string, date: number, year: number): number | null {
  const format =
    formats.get(calendar) ??
    new Intl.DateTimeFormat(`en-u-ca-${calendar}`, {
      month: calendar === 'chinese' ? 'numeric' : 'long',
      day: 'numeric',
      timeZone: 'UTC',
    })
  formats.set(calendar, format)
  for (let time = utc(year, 1, 1); time <= utc(year, 12, 31); time += day) {
    const parts = format.formatToParts(time)
    const monthPart = parts.find(({ type }) => type === 'month')!.value
    const dayPart = parts.find(({ type }) => type === 'day')!.value
    if (Number(dayPart) === date && (monthPart === monthName || (monthName === 'Adar' && monthPart === 'Adar II'))) {
      return time
    }
  }
  return null
}

const hours = 3_600_000
const indianTime = 5.5 * hours
// first days on which the sun stands in each sidereal sign, Pisces first (Lahiri; they move by a day in 70 years)
const signs: readonly (readonly [month: number, day: number])[] = [
  [3, 14],
  [4, 14],
  [5, 15],
  [6, 15],
  [7, 17],
  [8, 17],
  [9, 17],
  [10, 17],
  [11, 16],
  [12, 16],
  [1, 14],
  [2, 13],
]

/**
 * A lunar day of an amanta month: the month begins at the new moon while the sun stands in its sign, the second of two if the first is
 * the leap month. A lunar day (tithi) is 12 degrees of the moon's distance from the sun.
 */
function inLunarMonth(month: number, tithi: number, hour: number, year: number, plus: number): number | null {
  const [signMonth, signDay] = signs[month - 1]!
  const [nextMonth, nextDay] = signs[month % 12]!
  const begin = utc(year, signMonth, signDay) + 12 * hours - indianTime
  const end = utc(nextMonth < signMonth ? year + 1 : year, nextMonth, nextDay) + 12 * hours - indianTime
  let moon = SearchMoonPhase(0, new Date(begin), 31)?.date.getTime()
  if (moon === undefined) return null
  const second = SearchMoonPhase(0, new Date(moon + 20 * day), 15)?.date.getTime()
  if (second !== undefined && second < end) moon = second
  // Diwali and what leads to it fall before the new moon that ends the month
  const first = Math.floor((moon + indianTime) / day) * day
  for (let n = 0; n <= 31; n++) {
    const at = first + n * day + hour * hours - indianTime
    if (at > moon && Math.floor(MoonPhase(new Date(at)) / 12) + 1 === tithi) return first + (n + plus) * day
  }
  return null
}
