import type { Clock } from '../../model/timex.ts'
import { near, type Tokens } from '../../text/tokens.ts'
import type { ClockReading } from './clock.ts'
import { dayParts } from './words.ts'

/** `8 in the evening`, `3 at night`, `10 in the AM`: the part of the day tells which half. */
export function readPartOfDay(tokens: Tokens, found: ClockReading): ClockReading {
  let at = found.end
  const lead = near(tokens, at)
  if (lead === 'in' && near(tokens, at + 1) === 'the') at += 2
  else if (lead === 'in' || (lead === 'at' && near(tokens, at + 1) === 'night')) at += 1
  else return found
  const form = near(tokens, at)
  if (form === 'am' || form === 'pm')
    return { end: at + 1, clock: settle({ ...found.clock, part: form === 'am' ? 'MO' : 'AF' }) }
  const part = dayParts.get(form)
  if (!part || form.endsWith('s')) return found
  return { end: at + 1, clock: settle({ ...found.clock, part }) }
}

/** Hour and part of the day made one: `8` and `evening` is 20. */
export function settle({ part, twelve, ...clock }: Clock): Clock {
  if (clock.hour === undefined || part === undefined)
    return { ...clock, ...(part && { part }), ...(twelve && { twelve }) }
  if (!twelve) return clock
  const late = part === 'AF' || part === 'EV' || (part === 'NI' && clock.hour >= 5)
  if (late && clock.hour < 12) return { ...clock, hour: clock.hour + 12 }
  if (clock.hour === 12 && part !== 'AF' && part !== 'MI') return { ...clock, hour: 0 }
  return clock
}
