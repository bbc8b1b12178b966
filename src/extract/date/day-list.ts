import type { TimexExpression } from '../../model/timex.ts'
import { isFunctionWord } from '../../text/lexicon.ts'
import { digits, isGlued, near, type Tokens, word } from '../../text/tokens.ts'
import { readCalendar } from './calendar.ts'
import { readDay, readWeekday } from './calendar-parts.ts'
import { isRightFree, type Reading } from './words.ts'
import { readYear } from './year-number.ts'

// Reads   May 5 and 6; June 8, 9 and 10, 2021; 18 and 19 June; 1, 2 or 3 March: days that share a month, each a date of its own
// Not     May 5 and 6 people, June 8, 2021, 3 and 4 March Street

type Day = Extract<TimexExpression, { form: 'calendar' }>
const isDay = (expression: TimexExpression): expression is Day =>
  expression.form === 'calendar' && expression.day !== undefined && expression.month !== undefined

const dayAt = (tokens: Tokens, i: number): number | null => {
  const form = near(tokens, i)
  const value = Number(form)
  return tokens.kind[i] === digits && form.length <= 2 && value >= 1 && value <= 31 ? value : null
}
const joint = /^(?:,|and|or|&)$/

/** A day and those that follow it without their month; null where none does. */
export function readDaysBehind(tokens: Tokens, reading: Reading): readonly Reading[] | null {
  const first = reading.expression
  if (!isDay(first) || first.year !== undefined || tokens.kind[reading.end - 1] === word) return null
  const days: Reading[] = [reading]
  let end = reading.end
  let last = first.day!
  for (let n = 0; n < 6 && joint.test(near(tokens, end)); n++) {
    const at = tokens.lower[end] === ',' && joint.test(near(tokens, end + 1)) ? end + 2 : end + 1
    const day = dayAt(tokens, at)
    if (day === null || day <= last || !isRightFree(tokens, at + 1)) break
    // what the number would count otherwise
    const next = near(tokens, at + 1)
    if (next && tokens.kind[at + 1] === word && !isFunctionWord(next)) break
    if (next && tokens.kind[at + 1] === digits) break
    days.push({ ...reading, start: at, end: at + 1, expression: { ...first, day } })
    last = day
    end = at + 1
  }
  // a comma alone may begin another clause: `on May 5, 12 were hurt`
  if (
    days.length === 1 ||
    !days.some(({ start }) => start !== undefined && /^(?:and|or|&)$/.test(tokens.lower[start - 1]!))
  )
    return null
  const comma = near(tokens, end) === ',' ? 1 : 0
  const year = near(tokens, end + comma) && !isGlued(tokens, end + comma) ? readYear(tokens, end + comma, true) : null
  if (!year || year.bc || !isRightFree(tokens, year.end)) return days
  return days.map((day, k) => ({
    ...day,
    ...(k === days.length - 1 && { end: year.end }),
    expression: { ...(day.expression as Day), year: year.value },
  }))
}

/** `Monday 20, Tuesday 21 and Wednesday 22 April`: days whose month stands at the last; null where token `i` begins no such list. */
export function readWeekdaysBefore(tokens: Tokens, i: number): readonly Reading[] | null {
  const places: { start: number; end: number; weekday: number; day: number }[] = []
  let at = i
  for (let n = 0; n < 8; n++) {
    const weekday = near(tokens, at) || at === i ? readWeekday(tokens, at) : null
    if (!weekday) return null
    const day = readDay(tokens, weekday.end)
    if (!day || !near(tokens, weekday.end)) return null
    const joined = /^(?:,|and|or|&|to|-|–)$/.test(near(tokens, day.end))
    if (!joined || readWeekday(tokens, skipJoint(tokens, day.end)) === null) {
      const last = places.length > 0 ? readCalendar(tokens, weekday.end) : null
      if (!last || !isDay(last.expression) || last.expression.day !== day.value) return null
      const { expression } = last
      if (places.some((place, k) => place.day >= (places[k + 1]?.day ?? day.value))) return null
      const joint = tokens.lower[places.at(-1)!.end]!
      const of = ({ weekday: name, day: number }: { weekday: number; day: number }) => ({
        ...expression,
        day: number,
        weekday: name,
      })
      if (places.length === 1 && /^(?:to|-|–)$/.test(joint))
        return [
          {
            end: last.end,
            expression: { form: 'range', from: of(places[0]!), to: { ...expression, weekday: weekday.value } },
          },
        ]
      return [
        ...places.map((place) => ({ start: place.start, end: place.end, expression: of(place), confidence: 0.9 })),
        { ...last, start: at, expression: { ...expression, weekday: weekday.value } },
      ]
    }
    places.push({ start: at, end: day.end, weekday: weekday.value, day: day.value })
    at = skipJoint(tokens, day.end)
  }
  return null
}

const skipJoint = (tokens: Tokens, i: number) =>
  tokens.lower[i] === ',' && /^(?:and|or|&)$/.test(near(tokens, i + 1)) ? i + 2 : i + 1

/** Days before one that gives their month; null where token `i` begins no such list. */
export function readDaysBefore(tokens: Tokens, i: number): readonly Reading[] | null {
  if (tokens.kind[i] !== digits || tokens.lower[i]!.length > 2 || !joint.test(near(tokens, i + 1))) return null
  const places = [i]
  let at = i
  for (let n = 0; n < 6 && joint.test(near(tokens, at + 1)); n++) {
    const next = tokens.lower[at + 1] === ',' && joint.test(near(tokens, at + 2)) ? at + 3 : at + 2
    const day = dayAt(tokens, next)
    if (day === null || day <= Number(tokens.lower[at])) return null
    at = next
    places.push(at)
  }
  if (!/^(?:and|or|&)$/.test(tokens.lower[at - 1]!) || Number(tokens.lower[i]) < 1) return null
  const last = readCalendar(tokens, at)
  if (!last || !isDay(last.expression) || last.expression.day !== Number(tokens.lower[at])) return null
  const { expression } = last
  return [
    ...places.slice(0, -1).map((place) => ({
      start: place,
      end: place + 1,
      expression: { ...expression, day: Number(tokens.lower[place]) },
      confidence: 0.85,
    })),
    { ...last, start: at },
  ]
}
