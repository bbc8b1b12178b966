import { findHoliday } from '../text/holiday-days.ts'
import * as interval from './interval.ts'
import { type Form, point, type TimexContext, type TimexValue, unknown } from './timex-context.ts'

const { yearOf } = interval

export function holidayOf(
  { holiday, year: stated, step, weekend }: Form<'holiday'>,
  { today, direction }: TimexContext,
): TimexValue {
  const read = (year: number): TimexValue | null => {
    const found = findHoliday(holiday, year)
    if (!found) return null
    if (weekend) return longWeekend(found.from)
    if (found.days === 1) return point(interval.dayInterval(found.from))
    const [from, to] = [interval.isoDay(found.from), interval.isoDay(interval.addDays(found.from, found.days - 1))]
    return { kind: 'range', iso: `${from}/${to}`, from, to }
  }
  if (stated !== undefined) return read(stated) ?? unknown
  if (today === undefined) return unknown
  const year = yearOf(today)
  const day = interval.isoDay(today)
  const around = [year - 1, year, year + 1].map(read).filter((value) => value !== null)
  const looks = step ?? direction()
  if (step === 0) return read(year) ?? unknown
  const back = around.findLast(({ from, to }) => (step === undefined ? from! <= day : to! < day))
  const ahead = around.find(({ from, to }) => (step === undefined ? to! >= day : from! > day))
  return (looks < 0 ? back : ahead) ?? unknown
}

/** `Labor Day weekend`: Saturday and Sunday with the holiday beside them; the nearest weekend where it falls in the middle of a week. */
function longWeekend(day: number): TimexValue {
  const weekday = interval.weekdayOf(day)
  const gap = weekday <= 3 ? -weekday : 6 - weekday
  const [from, to] =
    weekday >= 6
      ? [interval.addDays(day, 6 - weekday), interval.addDays(day, 7 - weekday)]
      : weekday <= 3
        ? [interval.addDays(day, gap - 1), weekday === 1 ? day : interval.addDays(day, gap)]
        : [weekday === 3 ? interval.addDays(day, gap) : day, interval.addDays(day, gap + 1)]
  const ends = { from: interval.isoDay(from), to: interval.isoDay(to) }
  return { kind: 'range', iso: `${ends.from}/${ends.to}`, ...ends }
}
