import type { TimexExpression } from '../../model/timex.ts'
import { near, type Tokens } from '../../text/tokens.ts'
import { readJoined, readPoint } from './point.ts'
import { readReference } from './reference.ts'
import { before, type Reading } from './words.ts'

const level = (expression: TimexExpression): string => {
  switch (expression.form) {
    case 'calendar':
      return expression.day !== undefined ? 'day' : expression.month !== undefined ? 'month' : 'year'
    case 'weekday':
      return 'weekday'
    case 'holiday':
    case 'nth':
      return 'day'
    case 'relative':
      return expression.unit === 'day' ? 'day' : expression.unit
    case 'at':
      return 'at'
    case 'within':
      return level(expression.part)
    case 'shift':
      return 'day'
    case 'reference':
      return 'now'
    default:
      return expression.form
  }
}

const pairs: Readonly<Record<string, RegExp>> = {
  day: /^(?:day|weekday|now|at|month)$/,
  weekday: /^(?:weekday|day|at)$/,
  month: /^(?:month|day|now|year)$/,
  year: /^(?:year|now|day|month)$/,
  quarter: /^quarter$/,
  season: /^season$/,
  decade: /^decade$/,
  century: /^century$/,
  at: /^(?:at|day|weekday|time)$/,
  now: /^(?:day|weekday|month|year)$/,
  bc: /^(?:bc|year)$/,
  fiscal: /^fiscal$/,
  half: /^half$/,
  week: /^week$/,
  time: /^at$/,
}

/** Two points and what joins them: `28 June to 2 July 2021`, `between July and September`, `from 2 pm till tomorrow 4:30pm`, `Monday-Friday`. */
export function readRange(tokens: Tokens, i: number): Reading | null {
  const between = tokens.lower[i] === 'between'
  const at = between ? i + 1 : i
  if (between && !near(tokens, at)) return null
  const times = between ? readJoined(tokens, i, 0) : null
  if (times) return times
  const first = readPoint(tokens, at) ?? (between ? readReference(tokens, at) : null)
  if (!first || first.expression.form === 'range') {
    // `between 2014-2018`: the range is whole already
    return first && between && first.expression.form === 'range' ? first : between ? null : first
  }
  const joint = near(tokens, first.end)
  const joined = between ? /^(?:and|-|–|to)$/.test(joint) : /^(?:-|–|—|to|till|until|through|thru)$/.test(joint)
  if (!joined) return between ? null : first
  // `from Tuesday through to Wednesday`
  const next = joint === 'through' && near(tokens, first.end + 1) === 'to' ? first.end + 2 : first.end + 1
  const second = near(tokens, next) ? (readPoint(tokens, next) ?? readReference(tokens, next)) : null
  if (!second) return between ? null : first
  const [a, b] = [level(first.expression), level(second.expression)]
  if (second.expression.form === 'range' || !pairs[a]?.test(b)) return between ? null : first
  // `closed at 5 on Monday to Tuesday's dismay`: without `from` only like joins like
  const from = between || before(tokens, i) === 'from' || before(tokens, i) === 'since'
  if (
    !from &&
    a !== b &&
    !(
      a === 'at' ||
      b === 'at' ||
      a === 'now' ||
      (joint === '-' && a === 'day' && b === 'weekday') ||
      (a === 'month' && b === 'day') ||
      (a === 'day' && b === 'month')
    )
  )
    return first
  return {
    end: second.end,
    expression: { form: 'range', from: first.expression, to: second.expression },
    confidence: 0.9,
  }
}
