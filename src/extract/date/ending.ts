import type { UnitCount } from '../../model/timex.ts'
import { readOrdinal } from '../../text/number-words.ts'
import { isCapital, near, type Tokens } from '../../text/tokens.ts'
import { readMonth } from './calendar-parts.ts'
import { readLength } from './length.ts'
import { readPoint } from './point.ts'
import { before, type Rule, readPlainUnit } from './words.ts'

// Reads   the year ended June 30, 2013; the quarter ended Sept. 30; the three months to September; 12 months through March 2024;
//         the year starting July 1; the second quarter ended March 31; the fiscal year ending in June; the nine months that ended on 30 September
// Not     two years to 2030 (a delay), the year to remember, the week to come, a year ended by a strike
export const readEnding: Rule = (tokens, i) => {
  const article = /^(?:the|a)$/.test(tokens.lower[i]!)
  if (article && !near(tokens, i + 1)) return null
  const first = article ? i + 1 : i
  const period = readPeriod(tokens, first)
  if (!period) return null
  let at = period.end
  // `the last quarter, which ended December 30`: two ways of saying when, of which the first has a value of its own
  const apart = near(tokens, at) === ','
  if (apart && period.quarter === undefined) return null
  if (apart) at++
  if (/^(?:which|that)$/.test(near(tokens, at))) at++
  // `the quarter leading up to July`, `the year up to 26 June`
  const behind = at
  if (near(tokens, at) === 'leading' && /^(?:up|to)$/.test(near(tokens, at + 1))) at++
  if (near(tokens, at) === 'up' && near(tokens, at + 1) === 'to') at++
  const joint = near(tokens, at)
  // `the year starting July 1`: so long from that day on
  if (/^(?:starting|beginning)$/.test(joint) && !apart && period.quarter === undefined) {
    if (/^(?:on|in|at)$/.test(near(tokens, ++at))) at++
    const from = near(tokens, at) ? readPoint(tokens, at, 1) : null
    if (from?.expression.form !== 'calendar' || from.expression.month === undefined) return null
    return {
      end: from.end,
      start: first,
      expression: { form: 'lasting', from: from.expression, parts: period.parts },
      confidence: 0.9,
    }
  }
  const ends = /^(?:ended|ending|ends|finished|finishing)$/.test(joint)
  // `in the year to June`, `over the 12 months through May`: without its article only behind a preposition that counts it
  const led = article || /^(?:the|its|their|last|past|latest|full|first)$/.test(before(tokens, i))
  const counted = led || (period.plural && /^(?:in|over|during)$/.test(before(tokens, i)))
  if (
    !ends &&
    (!/^(?:to|through|until)$/.test(joint) || behind !== period.end || period.quarter !== undefined || !counted)
  )
    return null
  at++
  if (/^(?:on|in|at)$/.test(near(tokens, at))) at++
  if (/^(?:the)$/.test(near(tokens, at))) at++
  const to = near(tokens, at) ? readPoint(tokens, at, 1) : null
  if (to?.expression.form !== 'calendar') return null
  const { month, year, day } = to.expression
  if (month === undefined && (year === undefined || day !== undefined || ends)) return null
  return {
    end: to.end,
    start: first,
    expression: {
      form: 'ending',
      parts: period.parts,
      to: to.expression,
      ...(/^(?:ended|finished)$/.test(joint) && { over: true }),
      ...(period.quarter !== undefined && { quarter: period.quarter }),
    },
    confidence: 0.9,
  }
}

// Reads   the September quarter, the June half, the December quarter of 2022 (the months that end with it)
// Not     a September quarter-final, the May quarter (no company's)
export const readMonthQuarter: Rule = (tokens, i) => {
  const at = tokens.lower[i] === 'the' ? i + 1 : i
  if (at > i && !near(tokens, at)) return null
  const month = isCapital(tokens, at) ? readMonth(tokens, at) : null
  const name = month ? near(tokens, month.end) : ''
  if (!month || !/^(?:quarter|half)$/.test(name)) return null
  if (month.value % (name === 'quarter' ? 3 : 6) !== 0 || near(tokens, month.end + 1) === '-') return null
  const year = readYearBehind(tokens, month.end + 1)
  const of = year && 'year' in year.of ? year.of.year : undefined
  return {
    end: of === undefined ? month.end + 1 : year!.end,
    start: at,
    expression: {
      form: 'ending',
      parts: [{ unit: 'month', count: name === 'quarter' ? 3 : 6 }],
      to: { form: 'calendar', month: month.value, ...(of !== undefined && { year: of }) },
    },
    confidence: 0.9,
  }
}

type Period = { end: number; parts: readonly UnitCount[]; plural: boolean; quarter?: number }

/** `year`, `fiscal year`, `12 months`, `first nine months`, `52 weeks`, `second quarter`, `fiscal third quarter`. */
function readPeriod(tokens: Tokens, i: number): Period | null {
  let at = i
  const word = (k: number) => (k === i ? tokens.lower[k]! : near(tokens, k))
  if (/^(?:fiscal|financial|full|first|latest|last|past)$/.test(word(at))) {
    const first = word(at) === 'first'
    const quarter = first ? readNumbered(tokens, at) : null
    if (quarter) return quarter
    at++
    if (/^(?:fiscal|financial|full)$/.test(near(tokens, at))) at++
    if (!near(tokens, at)) return null
  }
  const numbered = readNumbered(tokens, at)
  if (numbered) return numbered
  const unit = readPlainUnit(tokens, at)
  // `the week ended May 19` is two dates by custom: the week has a value of its own
  if (unit && !unit.plural && unit.unit !== 'week' && periods.test(unit.unit))
    return { end: unit.end, parts: [{ unit: unit.unit, count: unit.factor }], plural: false }
  const length = readLength(tokens, at)
  if (!length || length.hyphen || length.article || length.modifier || length.parts.length > 1) return null
  const [{ unit: counted, count }] = length.parts as [UnitCount]
  return periods.test(counted) && Number.isInteger(count) && count > 0 && count < 1000
    ? { end: length.end, parts: length.parts, plural: true }
    : null
}
const periods = /^(?:year|quarter|half|month|week)$/

/** `second quarter`, `second fiscal quarter`. */
function readNumbered(tokens: Tokens, i: number): Period | null {
  const ordinal = readOrdinal(tokens, i)
  if (!ordinal || ordinal.value < 1 || ordinal.value > 4) return null
  let at = near(tokens, ordinal.end) === '-' ? ordinal.end + 1 : ordinal.end
  if (/^(?:fiscal|financial)$/.test(near(tokens, at))) at++
  return near(tokens, at) === 'quarter'
    ? { end: at + 1, parts: [{ unit: 'quarter', count: 1 }], plural: false, quarter: ordinal.value }
    : null
}

// Reads   the same period last year, the same quarter of 2022, the corresponding three months a year ago, the year-earlier quarter,
//         the year-ago period, the prior-year quarter, the same time last year
// Not     the same year, in the same period (nothing says when), the prior year
export const readSamePeriod: Rule = (tokens, i) => {
  let at = /^(?:the|a|its)$/.test(tokens.lower[i]!) ? i + 1 : i
  if (at > i && !near(tokens, at)) return null
  const form = tokens.lower[at] ?? ''
  const start = at
  let back = 0
  if (/^(?:same|corresponding|comparable|equivalent)$/.test(form)) at++
  else if (/^(?:year|prior|previous)$/.test(form) && near(tokens, at + 1) === '-') {
    const second = near(tokens, at + 2)
    if (form === 'year' ? !/^(?:ago|earlier)$/.test(second) : second !== 'year') return null
    back = 1
    at += 3
  } else return null
  if (!near(tokens, at)) return null
  const length = readLength(tokens, at)
  const counted = length && length.unit === 'month' && length.plural && !length.hyphen ? length.end : 0
  const noun = near(tokens, at)
  if (!counted && !/^(?:period|quarter|month|half|week|months|time|point|stage)$/.test(noun)) return null
  // `at the same time in 2012`: while something else went on
  const vague = /^(?:time|point|stage)$/.test(noun)
  const unit = /^(?:quarter|month|half|week)$/.test(noun) ? { unit: noun as 'quarter' } : {}
  at = counted || at + 1
  // `the same period of time last year`
  if (noun === 'period' && near(tokens, at) === 'of' && near(tokens, at + 1) === 'time') at += 2
  if (vague && (back || near(tokens, at) === 'in')) return null
  if (back) return { end: at, expression: { form: 'same', ...unit, back }, confidence: 0.8 }
  const when = readYearBehind(tokens, at)
  if (!when) return null
  return {
    end: when.end,
    start,
    expression: { form: 'same', ...unit, ...when.of, ...(vague && { time: true }) },
    confidence: 0.85,
  }
}

/** `last year`, `a year ago`, `two years earlier`, `the year before`, `of the previous year`, `in 2022`. */
function readYearBehind(tokens: Tokens, i: number): { end: number; of: { back: number } | { year: number } } | null {
  let at = i
  if (/^(?:of|in|from)$/.test(near(tokens, at))) at++
  const the = near(tokens, at) === 'the'
  const word = near(tokens, the ? at + 1 : at)
  if (the) at++
  if (/^(?:last|previous|prior|preceding)$/.test(word) && near(tokens, at + 1) === 'year')
    return { end: at + 2, of: { back: 1 } }
  if (the && word === 'year' && /^(?:before|earlier)$/.test(near(tokens, at + 1)))
    return { end: at + 2, of: { back: 1 } }
  if (/^(?:19|20)\d\d$/.test(word)) return { end: at + 1, of: { year: Number(word) } }
  const length = near(tokens, at) ? readLength(tokens, at) : null
  if (length?.unit !== 'year' || length.parts.length > 1 || length.modifier) return null
  const { count } = length.parts[0]!
  return Number.isInteger(count) && count > 0 && /^(?:ago|earlier|before)$/.test(near(tokens, length.end))
    ? { end: length.end + 1, of: { back: count } }
    : null
}
