import { parseWeekday } from '../../text/calendar.ts'
import { readOrdinal } from '../../text/number-words.ts'
import { readNumeral } from '../../text/numerals.ts'
import { near, type Tokens } from '../../text/tokens.ts'
import { readDefinite } from './definite.ts'
import { type Reading, type Rule, readPlainUnit } from './words.ts'

// Reads   first Monday of October, the last day of the month, the third quarter of last year (with period), the first two weeks of 2021,
//         the second week of March, the 15th day of next month, the end of the week (with its position), the week of April 10
//         the first five months this year
// Not     the first day of school, the second half of the match
export function readNth(tokens: Tokens, i: number, point: Rule): Reading | null {
  const { lower } = tokens
  const at = lower[i] === 'the' ? i + 1 : i
  if (at > i && !near(tokens, at)) return null
  if (lower[at] === 'week' || lower[at] === 'w') {
    const lead =
      lower[at] === 'w'
        ? near(tokens, at + 1) === '/' && near(tokens, at + 2) === 'c'
          ? at + 3
          : 0
        : weekLead(tokens, at + 1)
    const to = lower[at] === 'week' ? weekEnd(tokens, at + 1) : 0
    const last = to && near(tokens, to) ? point(tokens, to) : null
    if (last?.expression.form === 'calendar' && last.expression.day !== undefined)
      return { end: at + 1, expression: { form: 'week-of', of: last.expression, ends: true } }
    const day = lead && near(tokens, lead) ? point(tokens, lead) : null
    if (day && /^(?:calendar|weekday|holiday)$/.test(day.expression.form))
      return {
        end: day.end,
        expression: { form: 'week-of', of: day.expression, ...(near(tokens, at + 1) !== 'of' && { begins: true }) },
      }
    return null
  }
  let nth: number | undefined
  let end = at
  if (lower[at] === 'last' || lower[at] === 'final') {
    nth = -1
    end = at + 1
  } else {
    const ordinal = readOrdinal(tokens, at)
    if (!ordinal) return null
    nth = ordinal.value
    end = ordinal.end
    if (near(tokens, end) === 'to' && near(tokens, end + 1) === 'last') end++
    if (near(tokens, end) === 'last') {
      nth = -ordinal.value
      end++
    }
  }
  if (!near(tokens, end)) return null
  let count: number | undefined
  const numeral = readNumeral(tokens, end)
  if (numeral && numeral.value !== undefined && numeral.value <= 100 && (nth === 1 || nth === -1)) {
    count = numeral.value
    end = numeral.end
  }
  const weekday = parseWeekday(near(tokens, end))
  const unit = weekday === null ? (near(tokens, end) ? readPlainUnit(tokens, end) : null) : null
  if (weekday === null && !unit) return null
  if (count !== undefined && !unit?.plural) return null
  const behind = unit ? unit.end : end + 1
  const joint = near(tokens, behind)
  // `the third quarter from the previous three months`: against what, not of what
  const from = joint === 'from' && nth > 0 && (weekday !== null || unit?.unit === 'day')
  const lead = joint === 'of' || joint === 'in' || from ? behind + 1 : behind
  // `on Friday` of the first week
  const whole = near(tokens, lead) ? (readDefinite(tokens, lead) ?? point(tokens, lead)) : null
  if (!whole || (whole.start !== undefined && whole.start > lead + 1)) return null
  if (lead === behind && !((weekday !== null || count !== undefined) && /^(?:next|this|last)$/.test(lower[lead]!)))
    return null
  const form = whole.expression.form
  if (!/^(?:calendar|relative|quarter|half|season|decade|century|holiday|weekday|fiscal|stretch|range)$/.test(form))
    return null
  return {
    end: whole.end,
    expression: {
      form: 'nth',
      nth,
      unit: unit?.unit ?? 'day',
      ...(weekday !== null && { weekday }),
      ...(count !== undefined && { count: count * (unit?.factor ?? 1) }),
      of: whole.expression,
    },
  }
}

/** Behind `week`: `to`, `ended`, `ending on`, before the day that it ends with. */
function weekEnd(tokens: Tokens, i: number): number {
  const form = near(tokens, i)
  if (form === 'to') return i + 1
  return form === 'ended' || form === 'ending' || form === 'through'
    ? near(tokens, i + 1) === 'on'
      ? i + 2
      : i + 1
    : 0
}

/** Behind `week`: `of`, `beginning`, `starting on`, `commencing`. */
function weekLead(tokens: Tokens, i: number): number {
  const form = near(tokens, i)
  if (form === 'of') return i + 1
  if (/^(?:beginning|starting|commencing)$/.test(form)) return near(tokens, i + 1) === 'on' ? i + 2 : i + 1
  return 0
}
