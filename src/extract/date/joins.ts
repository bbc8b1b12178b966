// What may stand behind a point in time: the whole it is part of, its distance in years, how long it lasts.

import { readOrdinal } from '../../text/number-words.ts'
import { near, type Tokens } from '../../text/tokens.ts'
import { readCalendar } from './calendar.ts'
import { readDeictic } from './deictic.ts'
import { readLength } from './length.ts'
import { isDay } from './simple.ts'
import { before, isAlone, type Reading } from './words.ts'

/** `Friday of next week`, `May last year`, `the 20th of next month`; the other way round, `next week on Tuesday`. */
export function joinWhole(tokens: Tokens, reading: Reading, depth: number): Reading | null {
  if (depth > 1) return null
  const { expression } = reading
  const part =
    expression.form === 'weekday' ||
    (expression.form === 'calendar' && expression.year === undefined) ||
    (expression.form === 'holiday' && expression.year === undefined) ||
    (expression.form === 'season' && expression.year === undefined) ||
    expression.form === 'quarter' ||
    (expression.form === 'nth' && expression.of.form === 'calendar' && expression.of.year === undefined)
  let at = reading.end
  if (expression.form === 'relative' && expression.unit === 'week' && expression.offset !== undefined) {
    const on = /^(?:on|,)$/.test(near(tokens, at)) ? at + 1 : at
    const day = near(tokens, on) ? readCalendar(tokens, on) : null
    return day?.expression.form === 'weekday' && day.expression.step === undefined
      ? { ...reading, end: day.end, expression: { form: 'within', part: day.expression, whole: expression } }
      : null
  }
  if (!part) return null
  if (/^(?:of|in|from|,)$/.test(near(tokens, at))) at++
  if (near(tokens, at) === 'the') at++
  if (!near(tokens, at)) return null
  const whole = readDeictic(tokens, at)
  if (!whole || (whole.start !== undefined && whole.start > at)) return null
  // `beginning April 1 from the previous year’s total`
  if (near(tokens, reading.end) === 'from' && near(tokens, whole.end) === "'") return null
  const of = whole.expression
  if (of.form !== 'relative' || !/^(?:year|month|week|quarter|decade)$/.test(of.unit)) return null
  if (near(tokens, reading.end) === ',' && expression.form !== 'weekday') return null
  if (near(tokens, reading.end) === 'in' && !isDay(expression)) return null
  return { ...reading, end: whole.end, expression: { form: 'within', part: expression, whole: of } }
}

/** `last year's second quarter`, `this year’s first half`: the whole before its part. */
export function joinPart(tokens: Tokens, reading: Reading): Reading | null {
  const { expression, end } = reading
  if (expression.form !== 'relative' || expression.unit !== 'year' || expression.offset === undefined) return null
  if (near(tokens, end) !== "'" || near(tokens, end + 1) !== 's' || !near(tokens, end + 2)) return null
  const ordinal = readOrdinal(tokens, end + 2)
  const at = ordinal && near(tokens, ordinal.end) === '-' ? ordinal.end + 1 : ordinal?.end
  const name = at === undefined ? '' : near(tokens, at)
  if (!ordinal || at === undefined || !/^(?:quarter|half)$/.test(name)) return null
  if (ordinal.value < 1 || ordinal.value > (name === 'half' ? 2 : 4)) return null
  const part = { form: name as 'quarter' | 'half', number: ordinal.value }
  return { ...reading, end: at + 1, expression: { form: 'within', part, whole: expression } }
}

/** `Christmas two years ago`, `March in a year`: the year that its distance tells. */
export function joinYears(tokens: Tokens, reading: Reading): Reading | null {
  const { expression } = reading
  const open =
    (expression.form === 'holiday' && expression.year === undefined && expression.step === undefined) ||
    (expression.form === 'calendar' &&
      expression.year === undefined &&
      expression.month !== undefined &&
      expression.step === undefined)
  if (!open) return null
  const ahead = near(tokens, reading.end) === 'in' ? 1 : 0
  const length = near(tokens, reading.end + ahead) ? readLength(tokens, reading.end + ahead) : null
  if (length?.parts.length !== 1 || length.modifier || length.hyphen) return null
  const { unit, count } = length.parts[0]!
  if (unit !== 'year' || !Number.isInteger(count) || count < 1 || count > 999) return null
  const behind = near(tokens, length.end)
  const end = ahead
    ? length.end
    : behind === 'ago' || behind === 'hence'
      ? length.end + 1
      : behind === 'from' && near(tokens, length.end + 1) === 'now'
        ? length.end + 2
        : 0
  if (!end || (ahead && /^(?:of|after|'|ago)$/.test(behind))) return null
  const offset = behind === 'ago' ? -count : count
  return {
    ...reading,
    end,
    expression: { form: 'within', part: expression, whole: { form: 'relative', unit: 'year', offset } },
  }
}

/** `from 2pm for two hours`, `from June 5 for three days`. */
export function joinLength(tokens: Tokens, i: number, reading: Reading): Reading | null {
  if (near(tokens, reading.end) !== 'for' || !near(tokens, reading.end + 1)) return null
  if (!(isDay(reading.expression) || reading.expression.form === 'at' || reading.expression.form === 'time'))
    return null
  const length = readLength(tokens, reading.end + 1)
  if (!length || length.hyphen || length.modifier || length.parts.some(({ count }) => count === 0)) return null
  if (before(tokens, i) !== 'from' && !isAlone(tokens, i, length.end)) return null
  return { end: length.end, expression: { form: 'lasting', from: reading.expression, parts: length.parts } }
}
