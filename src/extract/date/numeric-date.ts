import type { TimexExpression } from '../../model/timex.ts'
import { parseWeekday } from '../../text/calendar.ts'
import { digits, isGlued, near, type Tokens } from '../../text/tokens.ts'
import { isNear } from './calendar-parts.ts'
import { before, isAlone, type Reading, type Rule } from './words.ts'

// Reads   2021-07-14, 14/7/2021, 7/14/2021, 14.07.2021, 10-31-74, 2014/10, 12-2015, 20210714; 4/25 where a day is due
// Not     3/4 (a fraction), 1.2.3 (a version), 555-1212, 24/7
export const numeric: Rule = (tokens, i) => {
  const { lower } = tokens
  if (tokens.kind[i] !== digits) return null
  const first = lower[i]!
  if (
    first.length === 8 &&
    !(tokens.lower[i + 1] === '-' && isGlued(tokens, i + 1) && isGlued(tokens, i + 2)) &&
    /^(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/.test(first)
  )
    return {
      end: i + 1,
      expression: {
        form: 'calendar',
        year: Number(first.slice(0, 4)),
        month: Number(first.slice(4, 6)),
        day: Number(first.slice(6)),
      },
      confidence: 0.6,
    }
  const mark = lower[i + 1] ?? ''
  if (!/^[-/.]$/.test(mark)) return null
  const spaced = !isGlued(tokens, i + 1)
  if (spaced !== !isGlued(tokens, i + 2) || tokens.kind[i + 2] !== digits || !isNear(tokens, i + 2)) return null
  const second = lower[i + 2]!
  const third =
    lower[i + 3] === mark && isGlued(tokens, i + 3) && tokens.kind[i + 4] === digits && isGlued(tokens, i + 4)
      ? lower[i + 4]!
      : ''
  if (spaced) return third ? null : shortDate(tokens, i, i + 3, first, second, mark, true)
  if (third) {
    if (first.length === 4)
      return second.length <= 2 && third.length <= 2
        ? dated(i + 5, Number(first), Number(second), Number(third), 0.97)
        : null
    if (first.length > 2 || second.length > 2) return null
    if (third.length !== 4 && !(third.length === 2 && mark !== '.')) return null
    const year = third.length === 4 ? Number(third) : Number(third) < 50 ? 2000 + Number(third) : 1900 + Number(third)
    if (year < 1000 || year > 2999) return null
    const [a, b] = [Number(first), Number(second)]
    if (third.length === 2 && mark === '-' && !isAlone(tokens, i, i + 5) && a > 12) return null
    const dayLeads = a > 12 || (mark === '.' && b <= 12)
    const made = dayLeads ? dated(i + 5, year, b, a, 0.9) : dated(i + 5, year, a, b, b > 12 ? 0.9 : 0.6)
    if (!made || a === b || a > 12 || b > 12 || mark === '.') return made
    return {
      ...made,
      expression: { ...made.expression, form: 'calendar', dayFirst: { month: b, day: a } } as TimexExpression,
    }
  }
  if (first.length === 4 && second.length <= 2) {
    const month = Number(second)
    const year = Number(first)
    if (year < 1500 || year > 2100 || month < 1 || month > 12) return null
    // `the 2008-09 crisis`, `in 2008/09`: two years in a row
    if (mark !== '.' && second.length === 2 && month === (year + 1) % 100 && !isAlone(tokens, i, i + 3)) return null
    // `2010-12` is rather a range of years, `2019/20` a season
    if (!(second.length === 1 || second.startsWith('0') || (mark !== '.' && month <= year % 100))) return null
    if (
      mark === '.' ||
      (second.length === 1 &&
        !isAlone(tokens, i, i + 3) &&
        mark === '-' &&
        !/^(?:in|since|until|from|out)$/.test(before(tokens, i)))
    )
      return null
    return { end: i + 3, expression: { form: 'calendar', year, month }, confidence: 0.7 }
  }
  if (second.length === 4 && first.length <= 2 && mark !== '.') {
    const [month, year] = [Number(first), Number(second)]
    if (month < 1 || month > 12 || year < 1900 || year > 2100) return null
    return { end: i + 3, expression: { form: 'calendar', year, month }, confidence: 0.7 }
  }
  return shortDate(tokens, i, i + 3, first, second, mark, false)
}

/** `4/25`: a day without its year, only where the words around announce one. */
function shortDate(
  tokens: Tokens,
  i: number,
  end: number,
  first: string,
  second: string,
  mark: string,
  spaced: boolean,
): Reading | null {
  if (first.length > 2 || second.length > 2 || /^0+$/.test(first) || /^0+$/.test(second)) return null
  const [a, b] = [Number(first), Number(second)]
  const previous = before(tokens, i)
  const next = near(tokens, end)
  const alone = isAlone(tokens, i, end)
  const attacks = first === '9' && second === '11' && mark === '/'
  const led =
    attacks ||
    /^(?:on|from|until|till|before|after|since|by|between|this|next)$/.test(previous) ||
    parseWeekday(previous) !== null ||
    next === 'at' ||
    (/^(?:to|and|-|or|,)$/.test(previous) && /^[/]$/.test(before(tokens, i, 3)))
  if (!(alone || (mark === '/' && !spaced && (led || next === '-')))) return null
  if (mark === '.') return null
  // the day that needs no year
  if (a === 9 && b === 11 && mark === '/' && !spaced)
    return { end, expression: { form: 'calendar', year: 2001, month: 9, day: 11 }, confidence: 0.9 }
  const month = a <= 12 ? a : b
  const day = a <= 12 ? b : a
  // a day that is also a likely fraction or score wants its context
  if (!led && !alone && a < b && b <= 10) return null
  const made = dated(end, undefined, month, day, 0.6)
  if (!made || a > 12 || b > 12 || a === b) return made
  return { ...made, expression: { ...made.expression, dayFirst: { month: b, day: a } } as TimexExpression }
}

function dated(end: number, year: number | undefined, month: number, day: number, confidence: number): Reading | null {
  if (month < 1 || month > 12 || day < 1 || day > new Date(Date.UTC(year ?? 2000, month, 0)).getUTCDate()) return null
  return { end, expression: { form: 'calendar', ...(year !== undefined && { year }), month, day }, confidence }
}

export const numericDay: Rule = (tokens, i) => {
  const found = numeric(tokens, i)
  return found?.expression.form === 'calendar' && found.expression.day !== undefined ? found : null
}
