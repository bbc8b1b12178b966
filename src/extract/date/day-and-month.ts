import { digits, isGlued, near, word } from '../../text/tokens.ts'
import {
  calendar,
  isAmount,
  isNear,
  joints,
  readDay,
  readDayMonth,
  readMonth,
  readSecondDay,
  readYearBehind,
  skip,
} from './calendar-parts.ts'
import { before, type Rule } from './words.ts'

// Reads   June 8; Friday, June 8th, 2021; June 8-9; June the 8th; Sept. 12; Dec31, 1994; May/22; June twenty-first
// Not     March 10 percent, May 50,000
export const monthFirst: Rule = (tokens, i) => {
  const month = readMonth(tokens, i)
  if (!month) return null
  let at = skip(tokens, month.end, /^[,/]$/)
  if (at === month.end && near(tokens, at) === '-' && isGlued(tokens, at) && tokens.kind[at + 1] === digits) at++
  at = skip(tokens, at, /^the$/)
  if (!isNear(tokens, at)) return null
  const day = readDay(tokens, at, near(tokens, month.end) !== ',')
  if (!day || isAmount(tokens, day.end, tokens.kind[at] === digits)) return null
  // `in October, the second-highest of the year`
  if (
    day.ordinal &&
    near(tokens, month.end) === ',' &&
    (isGlued(tokens, day.end) ? tokens.lower[day.end] === '-' : tokens.kind[day.end] === word)
  )
    return null
  // `the October-December fourth quarter`
  if (day.ordinal && /^(?:quarter|half)$/.test(near(tokens, day.end))) return null
  let end = day.end
  const joint = near(tokens, end)
  if (joints.test(joint)) {
    const second = readSecondDay(tokens, end + 1)
    if (second && !isAmount(tokens, second.end, true) && (joint !== 'and' || before(tokens, i) === 'between')) {
      const year = readYearBehind(tokens, second.end, true)
      if (second.value > day.value)
        return {
          end: year?.end ?? second.end,
          expression: {
            form: 'range',
            from: calendar(month.value, day.value, year),
            to: calendar(month.value, second.value, year),
          },
          confidence: 0.95,
        }
      // `April 27 to the third`: of the month after
      if (second.ordinal && /^(?:to|through|thru|till|until)$/.test(joint))
        return {
          end: second.end,
          expression: {
            form: 'range',
            from: calendar(month.value, day.value),
            to: calendar((month.value % 12) + 1, second.value),
          },
        }
    }
  }
  const year = readYearBehind(tokens, end, true)
  if (year) end = year.end
  // `the September 11 attacks`: the year that goes without saying
  const attacks =
    !year && month.value === 9 && day.value === 11 && /^(?:terrorist|terror|attacks?)$/.test(near(tokens, end))
  return {
    end,
    expression: calendar(month.value, day.value, attacks ? { value: 2001, end } : year),
    confidence: 0.95,
  }
}

// Reads   8 June; 8th of June 2021; the 8th June; 8-9 June; 28 June to 2 July 2021; 09-JAN-2017; 15SEP; twenty-fourth of May
// Not     8 May issues (no: still a day), 5 marching bands
export const dayFirst: Rule = (tokens, i) => {
  let at = tokens.lower[i] === 'the' ? i + 1 : i
  if (at > i && !isNear(tokens, at)) return null
  const first = readDay(tokens, at, true)
  if (!first) return null
  at = first.end
  const direct = readDayMonth(tokens, at)
  if (direct) {
    const year = readYearBehind(tokens, direct.end, true)
    return { end: year?.end ?? direct.end, expression: calendar(direct.value, first.value, year), confidence: 0.95 }
  }
  const joint = near(tokens, at)
  if (!joints.test(joint) || (joint === 'and' && before(tokens, i) !== 'between')) return null
  at = skip(tokens, at + 1, /^the$/)
  const second = isNear(tokens, at) ? readDay(tokens, at, true) : null
  const month = second && readDayMonth(tokens, second.end)
  if (!month || (second.value <= first.value && !first.ordinal)) return null
  const year = readYearBehind(tokens, month.end, true)
  const fromMonth = second.value > first.value ? month.value : ((month.value + 10) % 12) + 1
  return {
    end: year?.end ?? month.end,
    expression: {
      form: 'range',
      from: calendar(fromMonth, first.value, year),
      to: calendar(month.value, second.value, year),
    },
    confidence: 0.95,
  }
}
