import type { TimexExpression } from '../../model/timex.ts'
import { readOrdinal } from '../../text/number-words.ts'
import { digits, near, word } from '../../text/tokens.ts'
import { isNear, readWeekday, skip } from './calendar-parts.ts'
import { dayFirst, monthFirst } from './day-and-month.ts'
import { bareMonth, monthYear } from './month.ts'
import { numeric, numericDay } from './numeric-date.ts'
import { weekday } from './weekday.ts'
import { before, isAlone, type Rule, readStep } from './words.ts'

// Reads   the 5th, on the 12th (of the month), the 1st of this month (with what follows)
// Not     the 5th floor, the 12th century
const dayOfMonth: Rule = (tokens, i) => {
  const at = tokens.lower[i] === 'the' ? i + 1 : i
  if (at > i && !isNear(tokens, at)) return null
  const ordinal = readOrdinal(tokens, at)
  const next = ordinal ? near(tokens, ordinal.end) : ''
  if (ordinal) {
    if (ordinal.value < 1 || ordinal.value > 31 || tokens.kind[at] !== digits) return null
    const alone = isAlone(tokens, i, ordinal.end)
    if (!(alone || (at > i && /^(?:on|by|until|till|before|after|from|since|of)$/.test(before(tokens, i))))) return null
    if (
      tokens.kind[ordinal.end] === word &&
      next &&
      !/^(?:at|and|to|through|until|till|in|when|after|before|but|or|this|with)$/.test(next)
    )
      return null
    return { end: ordinal.end, expression: { form: 'calendar', day: ordinal.value }, confidence: 0.6 }
  }
  return null
}

/** A day or month of the calendar in any order, with the weekday before it. Longer forms are tried first. */
export const readCalendar: Rule = (tokens, i) => {
  const found =
    numeric(tokens, i) ??
    monthFirst(tokens, i) ??
    dayFirst(tokens, i) ??
    monthYear(tokens, i) ??
    weekday(tokens, i) ??
    steppedDay(tokens, i) ??
    bareMonth(tokens, i) ??
    dayOfMonth(tokens, i)
  if (!found) return null
  // `Jul 18, Fri`
  const comma = skip(tokens, found.end, /^,$/)
  const trailing =
    found.expression.form === 'calendar' && found.expression.day !== undefined && comma > found.end
      ? readWeekday(tokens, comma)
      : null
  return trailing && near(tokens, comma) && !near(tokens, trailing.end)
    ? { ...found, end: trailing.end, expression: { ...found.expression, weekday: trailing.value } as TimexExpression }
    : found
}

/** `next 6th of April`, `this 5/12`: the word tells which year. */
const steppedDay: Rule = (tokens, i) => {
  const step = readStep(tokens, i)
  if (!step || !isNear(tokens, step.end)) return null
  const date = dayFirst(tokens, step.end) ?? monthFirst(tokens, step.end) ?? numericDay(tokens, step.end)
  return date?.expression.form === 'calendar' && date.expression.year === undefined
    ? { ...date, expression: { ...date.expression, step: step.step } }
    : null
}
