import type { TimexExpression } from '../../model/timex.ts'
import { parseMonth } from '../../text/calendar.ts'
import { digits, isCapital, isGlued, near, type Tokens, word } from '../../text/tokens.ts'
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
      // `on Sunday, the 18th consecutive night`
      !/^(?:am|pm|a|p|century|consecutive|successive|straight|annual|anniversary|day|night|time|round)$/.test(
        near(tokens, nth.end),
      )
    )
      return {
        end: nth.end,
        expression: { form: 'weekday', weekday: day.value, day: nth.value, ...(step && { step: step.step }) },
      }
  }
  const capital = isCapital(tokens, at)
  const shifted = step ? null : readShifted(tokens, day.end)
  if (shifted)
    return {
      end: shifted.end,
      expression: {
        form: 'weekday',
        weekday: day.value,
        ...(shifted.step && { step: shifted.step }),
        weeks: shifted.weeks,
      },
    }
  if (!step && isNamed(tokens, at, day.end)) return null
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

/** Behind a weekday: `week` (a week after it, as the British say), `fortnight`, `before last`, `after next`. */
function readShifted(tokens: Tokens, end: number): { weeks: number; step?: -1 | 1; end: number } | null {
  const next = near(tokens, end)
  if (next === 'week' || next === 'fortnight') {
    const follows = near(tokens, end + 1)
    const closes =
      !follows || tokens.kind[end + 1] !== word || /^(?:at|in|to|for|when|and|but|with|as|,)$/.test(follows)
    return closes && !isGlued(tokens, end) ? { weeks: next === 'week' ? 1 : 2, end: end + 1 } : null
  }
  const other = near(tokens, end + 1)
  if (next === 'before' && other === 'last') return { weeks: -1, step: -1, end: end + 2 }
  return next === 'after' && other === 'next' ? { weeks: 1, step: 1, end: end + 2 } : null
}

const institutions =
  /^(?:club|times|post|telegraph|mail|express|herald|tribune|mirror|people|star|world|independent|observer|magazine|review|evening|morning|islands?|agreement|league|group|microsystems|journal|chronicle|gazette|business|sport|politics|best|tribune|life|school)$/
const epithets = /^(?:black|bloody|super|blue|ruby|casual|sheffield)$/
const titles =
  /^(?:mr|mrs|ms|dr|prof|chief|pastor|coach|striker|senator|governor|justice|inspector|captain|midfielder|defender|sir)$/

/** `the Sunday Times`, `Sheffield Wednesday`, `Black Monday`, `Sun Microsystems`, `Mr Friday Okon`: a weekday in a name. */
function isNamed(tokens: Tokens, at: number, end: number): boolean {
  if (!isCapital(tokens, at)) return false
  const dot = tokens.lower[at - 1] === '.' && isGlued(tokens, at - 1) ? 2 : 1
  const previous = before(tokens, at - dot + 1)
  if (previous && isCapital(tokens, at - dot) && (epithets.test(previous) || titles.test(previous))) return true
  const behind = near(tokens, end)
  if (!behind || isGlued(tokens, end) || tokens.kind[end] !== word || !isCapital(tokens, end)) return false
  if (parseMonth(behind) !== null || /^(?:night|nights)$/.test(behind)) return false
  if (institutions.test(behind) && !/^(?:on|last|this|next)$/.test(previous)) return true
  // `the Friday Club`, `at the Monday Group`; `the Saturday Kyiv fell` has no comma either, and is rare
  if (previous === 'the') return true
  return tokens.lower[at]!.length === 3 && previous !== 'on'
}

/** False where a date in full falls on another weekday. */
const agrees = (expression: TimexExpression, weekday: number): boolean =>
  expression.form !== 'calendar' ||
  expression.year === undefined ||
  expression.dayFirst !== undefined ||
  (new Date(Date.UTC(expression.year, expression.month! - 1, expression.day)).getUTCDay() || 7) === weekday
