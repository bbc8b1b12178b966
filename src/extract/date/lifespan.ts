import type { TimexExpression } from '../../model/timex.ts'
import { isCapital, isNear, near, type Tokens, word } from '../../text/tokens.ts'
import { before, type Reading } from './words.ts'

// Reads   Antonín Dvořák (8 September 1841 – 1 May 1904), Edmund Burke (1729–1797): two dates, a birth and a death
// Not     the Obama administration (2009–2017), reigned 1715–1774: a stretch of time

/** Both ends of a person's life in brackets, apart; null where a range of days or years is no life. */
export function readLifespan(tokens: Tokens, i: number, reading: Reading): readonly Reading[] | null {
  const { expression } = reading
  if (expression.form !== 'range') return null
  const [from, to] = [yearOf(expression.from), yearOf(expression.to)]
  if (from === undefined || to === undefined || !followsName(tokens, i) || near(tokens, reading.end) === '-')
    return null
  // years alone may be those of a firm or a show
  const dated = expression.from.form === 'calendar' && expression.from.day !== undefined
  const years = to - from
  if (years < (dated ? 15 : 25) || years > 115) return null
  let dash = i + 1
  while (dash < reading.end && !/^[-–—]$/.test(tokens.lower[dash]!)) dash++
  if (dash >= reading.end - 1) return null
  const { confidence } = reading
  const sure = confidence === undefined ? {} : { confidence }
  return [
    { end: dash, expression: expression.from, ...sure },
    { start: dash + 1, end: reading.end, expression: expression.to, ...sure },
  ]
}

const yearOf = (expression: TimexExpression) => (expression.form === 'calendar' ? expression.year : undefined)

/** Within brackets that open behind a name: at their start, or behind what is said of the name (`; `). */
function followsName(tokens: Tokens, i: number): boolean {
  let at = i - 1
  // `c. 1580`
  if (tokens.lower[at] === '.' && before(tokens, at) === 'c') at -= 2
  else if (before(tokens, at + 1) === 'c') at--
  const previous = tokens.lower[at]
  if (previous === ';' || previous === ',') for (let n = 0; n < 40 && at > 0 && tokens.lower[at] !== '('; n++) at--
  if (tokens.lower[at] !== '(' || at === 0 || !isNear(tokens, at)) return false
  return tokens.kind[at - 1] === word && isCapital(tokens, at - 1)
}
