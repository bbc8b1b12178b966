import type { Clock } from '../model/timex.ts'
import * as interval from './interval.ts'
import { type Form, point, type TimexContext, type TimexValue } from './timex-context.ts'

/** A clock as ISO 8601 writes it behind `T`, as coarse as the text; parts of the day as TIMEX3 does. */
export function clockText({ hour, minute, second, part, zone }: Clock): string {
  if (hour === undefined) return part ?? ''
  return [hour, ...(minute === undefined ? [] : [minute]), ...(second === undefined ? [] : [second])]
    .map((number) => interval.pad(number))
    .join(':')
    .concat(zone ?? '')
}

/** A time without a day: of the day of writing; the next such time where the clause looks ahead or nowhere and the hour of writing is known. */
export function timeOf({ clock }: Form<'time'>, { today, now, direction }: TimexContext): TimexValue {
  if (today === undefined) return { kind: 'date', iso: `T${clockText(clock)}` }
  if (now === undefined || clock.hour === undefined || direction() < 0)
    return point(interval.dayInterval(today, clockText(clock)))
  const at = (hour: number) => today + hour * 3_600_000 + (clock.minute ?? 0) * 60_000
  const { twelve, ...rest } = clock
  if (at(clock.hour) > now) return point(interval.dayInterval(today, clockText(rest)))
  const late = clock.hour < 12 ? clock.hour + 12 : clock.hour
  if (twelve && at(late) > now) return point(interval.dayInterval(today, clockText({ ...rest, hour: late })))
  return point(interval.dayInterval(interval.addDays(today, 1), clockText(rest)))
}
