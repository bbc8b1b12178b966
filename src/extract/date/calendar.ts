import type { TimexExpression } from '../../model/timex.ts'
import { parseMonth, parseWeekday } from '../../text/calendar.ts'
import { hasTag } from '../../text/lexicon.ts'
import { readOrdinal } from '../../text/number-words.ts'
import { readNumeral } from '../../text/numerals.ts'
import { digits, isGlued, type Tokens, word } from '../../text/tokens.ts'
import { before, isAlone, isCapital, isRightFree, near, type Reading, type Rule, readStep } from './words.ts'
import { readYear, type YearNumber } from './year-number.ts'

type Part = { readonly value: number; readonly end: number }

/** `June`, `Sept.`: a month's name, its full stop included. */
function readMonth(tokens: Tokens, i: number): Part | null {
  if (tokens.kind[i] !== word) return null
  const value = parseMonth(tokens.lower[i]!)
  if (value === null) return null
  const short = tokens.lower[i]!.length <= 4 && !/^(?:may|june|july)$/.test(tokens.lower[i]!)
  return { value, end: short && tokens.lower[i + 1] === '.' && isGlued(tokens, i + 1) ? i + 2 : i + 1 }
}

/** `Monday`, `Tues.`: a weekday's name and, if one follows, its comma. */
function readWeekday(tokens: Tokens, i: number): Part | null {
  if (tokens.kind[i] !== word) return null
  const value = parseWeekday(tokens.lower[i]!)
  if (value === null) return null
  const short = tokens.lower[i]!.length <= 5
  return { value, end: short && tokens.lower[i + 1] === '.' && isGlued(tokens, i + 1) ? i + 2 : i + 1 }
}

/** A day of the month: `8`, `8th`, `eighth`, `twenty-first`; in plain words (`twenty nine`) where asked. */
function readDay(tokens: Tokens, i: number, words = false): (Part & { ordinal: boolean }) | null {
  const ordinal = readOrdinal(tokens, i)
  if (ordinal) return ordinal.value >= 1 && ordinal.value <= 31 ? { ...ordinal, ordinal: true } : null
  const form = tokens.lower[i] ?? ''
  if (tokens.kind[i] === digits) {
    const value = Number(form)
    return form.length <= 2 && value >= 1 && value <= 31 ? { value, end: i + 1, ordinal: false } : null
  }
  const numeral = words ? readNumeral(tokens, i) : null
  return numeral && !numeral.scaled && !numeral.fractional && numeral.value! >= 1 && numeral.value! <= 31
    ? { value: numeral.value!, end: numeral.end, ordinal: false }
    : null
}

const joints = /^(?:-|–|—|to|through|thru|until|till|and)$/
const skip = (tokens: Tokens, i: number, form: RegExp): number => (form.test(near(tokens, i)) ? i + 1 : i)

const calendar = (month: number, day?: number, year?: YearNumber | null): TimexExpression =>
  year?.bc
    ? { form: 'bc', year: year.value }
    : { form: 'calendar', ...(year && { year: year.value }), month, ...(day !== undefined && { day }) }

/** Year behind a month or day: `, 2021`, ` 2021`, ` of 2020`, `-2021`, ` '96`, and ` 96` where nothing follows it. */
function readYearBehind(tokens: Tokens, i: number, withDay: boolean): YearNumber | null {
  let at = i
  const joint = near(tokens, at)
  if (joint === ',' || joint === 'of') at++
  else if (joint === 'in' && withDay) at++
  else if (/^[-/]$/.test(joint) && isGlued(tokens, at) && isGlued(tokens, at + 1)) at++
  if (near(tokens, at) === 'the' && near(tokens, at + 1) === 'year') at += 2
  if (!near(tokens, at)) return null
  const year = readYear(tokens, at, at > i || withDay)
  if (!year) return null
  // a year that begins something else: `June 8, 2021-22`, `in May 2000 people came`
  return isRightFree(tokens, year.end) || /^[-/.]$/.test(tokens.lower[year.end] ?? '') ? year : null
}

// Reads   June 8; Friday, June 8th, 2021; June 8-9; June the 8th; Sept. 12; Dec31, 1994; May/22; June twenty-first
// Not     March 10 percent, May 50,000
const monthFirst: Rule = (tokens, i) => {
  const month = readMonth(tokens, i)
  if (!month) return null
  let at = skip(tokens, month.end, /^[,/]$/)
  if (at === month.end && near(tokens, at) === '-' && isGlued(tokens, at) && tokens.kind[at + 1] === digits) at++
  at = skip(tokens, at, /^the$/)
  if (!isNear(tokens, at)) return null
  const day = readDay(tokens, at, true)
  if (!day || isAmount(tokens, day.end, tokens.kind[at] === digits)) return null
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

/** The end of a range of days, without a month of its own. */
function readSecondDay(tokens: Tokens, i: number): (Part & { ordinal: boolean }) | null {
  const at = skip(tokens, i, /^the$/)
  const day = isNear(tokens, at) ? readDay(tokens, at, true) : null
  return day &&
    parseMonth(near(tokens, day.end)) === null &&
    !(near(tokens, day.end) === 'of' && readMonth(tokens, day.end + 1))
    ? day
    : null
}

/** A number that goes on is no day: `June 8.5`, `March 10 percent`, `May 12,000`, `July 5 million`. */
function isAmount(tokens: Tokens, end: number, inDigits: boolean): boolean {
  if (!inDigits || end >= tokens.count) return false
  const next = tokens.lower[end]!
  if (isGlued(tokens, end)) {
    if (/^[%$€£°]$/.test(next)) return true
    if (tokens.kind[end] === word) return true
    if (/^[.,:]$/.test(next) && tokens.kind[end + 1] === digits && isGlued(tokens, end + 1))
      return !(next === ',' && tokens.lower[end + 1]!.length === 4)
  }
  return /^(?:percent|per|million|billion|thousand|trillion|%)$/.test(near(tokens, end)) && next !== 'per'
}

// Reads   8 June; 8th of June 2021; the 8th June; 8-9 June; 28 June to 2 July 2021; 09-JAN-2017; 15SEP; twenty-fourth of May
// Not     8 May issues (no: still a day), 5 marching bands
const dayFirst: Rule = (tokens, i) => {
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

/** Month behind a day: `June`, `of June`, `-JAN`, `/Jan`, `day of October`. */
function readDayMonth(tokens: Tokens, i: number): Part | null {
  let at = i
  const joint = near(tokens, at)
  if (joint === 'of') at++
  else if (joint === 'day' && near(tokens, at + 1) === 'of') at += 2
  else if (/^[-/]$/.test(joint) && isGlued(tokens, at) && isGlued(tokens, at + 1)) at++
  if (!isNear(tokens, at)) return null
  const month = readMonth(tokens, at)
  if (!month) return null
  // `10 may resign`, `5 march on`: lower case is a month only where the number is a day beyond doubt
  const sure = isCapital(tokens, at) || at > i || !/^(?:may|march|mar)$/.test(tokens.lower[at]!)
  return sure ||
    /^(?:st|nd|rd|th)$/.test(tokens.lower[i - 1]!) ||
    isAlone(tokens, i - 1, month.end) ||
    /^\d{4}$/.test(near(tokens, month.end))
    ? month
    : null
}

// Reads   July 2021; July of 2021; Sep-2012; Dec/2018; 2024 August; 2012/aug/10; 2018 March 18; January-March 2020
const monthYear: Rule = (tokens, i) => {
  const month = readMonth(tokens, i)
  if (month) {
    const joint = near(tokens, month.end)
    if (/^(?:-|–|—|\/|to|through|and)$/.test(joint)) {
      const second = isNear(tokens, month.end + 1) ? readMonth(tokens, month.end + 1) : null
      const year = second && readYearBehind(tokens, second.end, false)
      if (year && (joint !== 'and' || before(tokens, i) === 'between'))
        return {
          end: year.end,
          expression: {
            form: 'range',
            from: calendar(
              month.value,
              undefined,
              second.value < month.value ? { ...year, value: year.value - 1 } : year,
            ),
            to: calendar(second.value, undefined, year),
          },
          confidence: 0.95,
        }
    }
    const year = readYearBehind(tokens, month.end, false)
    return year ? { end: year.end, expression: calendar(month.value, undefined, year), confidence: 0.95 } : null
  }
  if (tokens.kind[i] !== digits || tokens.lower[i]!.length !== 4) return null
  const year = readYear(tokens, i, true)
  if (!year || year.end !== i + 1) return null
  const at = skip(tokens, i + 1, /^[-/]$/)
  const named = isNear(tokens, at) && isSameLine(tokens, at) ? readMonth(tokens, at) : null
  if (!named || !(isCapital(tokens, at) || at > i + 1 || isAlone(tokens, i, named.end))) return null
  const dayAt = skip(tokens, named.end, /^[-/]$/)
  const day = isNear(tokens, dayAt) ? readDay(tokens, dayAt) : null
  if (day && !isAmount(tokens, day.end, true))
    return { end: day.end, expression: calendar(named.value, day.value, year), confidence: 0.95 }
  // `In 2012 May resigned`
  return /^(?:may|march)$/.test(tokens.lower[at]!) && !isAlone(tokens, i, named.end) && at === i + 1
    ? null
    : { end: named.end, expression: calendar(named.value, undefined, year), confidence: 0.85 }
}

const leaders =
  /^(?:in|since|by|until|till|from|for|of|to|and|or|through|during|before|after|between|on|per|each|every|the|mid|early|late|around|about|last|next|past|coming|week|beginning|starting)$/
// names and words of other kinds that look like months
const doubtful = /^(?:may|march|mar|sun|jan|apr|april|dec|jun|june|aug|august|feb|oct|nov|sep|sept|jul)$/

// Reads   February, last July, next May, this June; Kazakhstan's July pledge; `March` and `May` only where the words around lead to a month
// Not     March on, may resign, April (a first name before a surname), Mar-a-Lago
const bareMonth: Rule = (tokens, i) => {
  const step = readStep(tokens, i)
  const at = step ? step.end : i
  if (step && !isNear(tokens, at)) return null
  const month = readMonth(tokens, at)
  if (!month) return null
  const form = tokens.lower[at]!
  const capital = isCapital(tokens, at)
  const previous = before(tokens, at)
  const owner = previous === 's' && before(tokens, at, 2) === "'"
  const led =
    step !== null ||
    owner ||
    leaders.test(previous) ||
    isAlone(tokens, i, month.end) ||
    /^(?:this|last|next)$/.test(near(tokens, month.end))
  if (!capital && step && /^(?:may|march|mar|august|sun)$/.test(form)) return null
  if (
    !capital &&
    !(led && (form !== 'may' || step || /^(?:in|since|until|of|by|during|last|next)$/.test(previous))) &&
    (form.length < 6 || form === 'august')
  )
    return null
  if (
    !isRightFree(tokens, month.end) ||
    (tokens.lower[month.end] === '-' &&
      isGlued(tokens, month.end) &&
      tokens.kind[month.end + 1] === word &&
      isGlued(tokens, month.end + 1) &&
      !parseMonth(tokens.lower[month.end + 1]!))
  )
    return null
  if (!led) {
    if (doubtful.test(form) && /^(?:may|march|mar|sun|jan|apr|dec|jun|aug)$/.test(form)) return null
    const next = near(tokens, month.end)
    if (/^(?:april|june|august)$/.test(form) && next && tokens.kind[month.end] === word && isCapital(tokens, month.end))
      return null
    if (
      previous &&
      tokens.kind[at - 1] === word &&
      isCapital(tokens, at - 1) &&
      before(tokens, at - 1) &&
      !/^[.!?"“]$/.test(before(tokens, at - 1)) &&
      !hasTag(previous, 'Preposition', 'Determiner')
    )
      return null
  }
  if (
    form === 'march' &&
    /^(?:on|against|for|to)$/.test(near(tokens, month.end)) &&
    isCapital(tokens, month.end + 1) &&
    !/^(?:in|from|since|between)$/.test(previous) &&
    readMonth(tokens, month.end + 1) === null
  )
    return null
  return {
    end: month.end,
    expression: { form: 'calendar', month: month.value, ...(step && { step: step.step }) },
    confidence: 0.85,
  }
}

// Reads   2021-07-14, 14/7/2021, 7/14/2021, 14.07.2021, 10-31-74, 2014/10, 12-2015, 20210714; 4/25 where a day is due
// Not     3/4 (a fraction), 1.2.3 (a version), 555-1212, 24/7
const numeric: Rule = (tokens, i) => {
  const { lower } = tokens
  if (tokens.kind[i] !== digits) return null
  const first = lower[i]!
  if (first.length === 8 && /^(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/.test(first))
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

// Reads   Monday, last Friday, next Tuesday, Monday the 27th, Sunday 31; with a date behind it, the date
// Not     Mondays (a set), Friday as a surname behind a first name, Sun and Sat as words, Friday's (a name)
const weekday: Rule = (tokens, i) => {
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

const numericDay: Rule = (tokens, i) => {
  const found = numeric(tokens, i)
  return found?.expression.form === 'calendar' && found.expression.day !== undefined ? found : null
}

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

const isNear = (tokens: Tokens, i: number) => near(tokens, i) !== ''
/** A heading's last word and the dateline below it are no one phrase. */
const isSameLine = (tokens: Tokens, i: number) => !tokens.text.slice(tokens.end[i - 1], tokens.start[i]).includes('\n')

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
