import type { TimexExpression } from '../../model/timex.ts'
import { digits, isCapital, near, word } from '../../text/tokens.ts'
import { isAmount, isNear, isSameLine, readDay, readWeekday, skip } from './calendar-parts.ts'
import { dayFirst, monthFirst } from './day-and-month.ts'
import { numericDay } from './numeric-date.ts'
import { before, isAlone, isRightFree, type Rule, readStep } from './words.ts'

// Reads   Monday, last Friday, next Tuesday, Monday the 27th, Sunday 31; with a date behind it, the date
// Not     Mondays (a set), Friday as a surname behind a first name, Sun and Sat as words, Friday's (a name)
export const weekday: Rule = (tokens, i) => {
  const step = readStep(tokens, i)
  const at = step ? step.end : i
  if (step && !isNear(tokens, at)) return null
  const day = readWeekday(tokens, at)
  if (!day) return null
  const form = tokens.lower[at]!
  // a weekday before a date belongs to it
  let rest = skip(tokens, day.end, /^[,-]$/)
  if (near(tokens, rest) === '(') rest++
  if (isNear(tokens, rest) && isSameLine(tokens, rest)) {
    const date = monthFirst(tokens, rest) ?? dayFirst(tokens, rest) ?? numericDay(tokens, rest)
    // `Toronto Sun, August 16, 2008`, a Saturday: a newspaper
    if (date && form.length === 3 && !agrees(date.expression, day.value)) return null
    if (date) {
      const named =
        date.expression.form === 'calendar' ? { ...date, expression: { ...date.expression, weekday: day.value } } : date
      const closes = tokens.lower[rest - 1] === '(' && near(tokens, date.end) === ')' ? 1 : 0
      return { ...named, end: date.end + closes }
    }
    const number = skip(tokens, rest, /^the$/)
    const nth = isNear(tokens, number) ? readDay(tokens, number) : null
    const closes =
      nth !== null &&
      (tokens.kind[nth.end] !== word || !near(tokens, nth.end) || /^(?:between|from|at)$/.test(near(tokens, nth.end)))
    const sure = nth && (nth.ordinal || closes) && (rest === day.end || nth.ordinal)
    if (
      sure &&
      !/^(?:of|-|:)$/.test(near(tokens, nth.end)) &&
      !isAmount(tokens, nth.end, true) &&
      !/^(?:am|pm|a|p|century)$/.test(near(tokens, nth.end))
    )
      return {
        end: nth.end,
        expression: { form: 'weekday', weekday: day.value, day: nth.value, ...(step && { step: step.step }) },
      }
  }
  const capital = isCapital(tokens, at)
  const led =
    step !== null ||
    /^(?:on|by|until|till|from|since|before|after|and|or|to|week|month)$/.test(before(tokens, i)) ||
    /^(?:at|@)$/.test(near(tokens, day.end)) ||
    (near(tokens, day.end) !== '' && tokens.kind[day.end] === digits) ||
    isAlone(tokens, i, day.end)
  if (!capital && !led && form.length < 6) return null
  if (form.length < 5 && tokens.lower[day.end - 1] !== '.' && !led) return null
  if (!led && /^(?:sun|sat|mon|wed)$/.test(form)) return null
  if (!isRightFree(tokens, day.end)) return null
  // `Friday's The Times`, `Black Friday`: names
  const next = near(tokens, day.end)
  if (
    next === "'" &&
    tokens.lower[day.end + 1] === 's' &&
    tokens.kind[day.end + 2] === word &&
    isCapital(tokens, day.end + 2) &&
    !step
  )
    return null
  // `Saturday Night Live`: a name
  if (next === 'night' && isCapital(tokens, day.end) && near(tokens, day.end + 1) && isCapital(tokens, day.end + 1))
    return null
  const ofWeek =
    step !== null &&
    /^(?:next|following|subsequent|previous|prior|preceding)$/.test(step.word) &&
    before(tokens, i) !== 'the'
  return {
    end: day.end,
    expression: {
      form: 'weekday',
      weekday: day.value,
      ...(step && { step: step.step }),
      ...(ofWeek && { week: true }),
      ...(step?.anchored && step.step !== 0 && { anchored: true }),
    },
  }
}

/** False where a date in full falls on another weekday. */
const agrees = (expression: TimexExpression, weekday: number): boolean =>
  expression.form !== 'calendar' ||
  expression.year === undefined ||
  expression.dayFirst !== undefined ||
  (new Date(Date.UTC(expression.year, expression.month! - 1, expression.day)).getUTCDay() || 7) === weekday
