// Parts of dates: months, weekdays, days, and the year behind them.

import type { TimexExpression } from '../../model/timex.ts'
import { parseMonth, parseWeekday } from '../../text/calendar.ts'
import { readOrdinal } from '../../text/number-words.ts'
import { readNumeral } from '../../text/numerals.ts'
import { digits, isCapital, isGlued, near, type Tokens, word } from '../../text/tokens.ts'
import { isAlone, isRightFree } from './words.ts'
import { readYear, type YearNumber } from './year-number.ts'

type Part = { readonly value: number; readonly end: number }

/** `June`, `Sept.`: a month's name, its full stop included. */
export function readMonth(tokens: Tokens, i: number): Part | null {
  if (tokens.kind[i] !== word) return null
  const value = parseMonth(tokens.lower[i]!)
  if (value === null) return null
  const short = tokens.lower[i]!.length <= 4 && !/^(?:may|june|july)$/.test(tokens.lower[i]!)
  return { value, end: short && tokens.lower[i + 1] === '.' && isGlued(tokens, i + 1) ? i + 2 : i + 1 }
}

/** `Monday`, `Tues.`: a weekday's name and, if one follows, its comma. */
export function readWeekday(tokens: Tokens, i: number): Part | null {
  if (tokens.kind[i] !== word) return null
  const value = parseWeekday(tokens.lower[i]!)
  if (value === null) return null
  const short = tokens.lower[i]!.length <= 5
  return { value, end: short && tokens.lower[i + 1] === '.' && isGlued(tokens, i + 1) ? i + 2 : i + 1 }
}

/** A day of the month: `8`, `8th`, `eighth`, `twenty-first`; in plain words (`twenty nine`) where asked. */
export function readDay(tokens: Tokens, i: number, words = false): (Part & { ordinal: boolean }) | null {
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

export const joints = /^(?:-|–|—|to|through|thru|until|till|and)$/

export const skip = (tokens: Tokens, i: number, form: RegExp): number => (form.test(near(tokens, i)) ? i + 1 : i)

export const calendar = (month: number, day?: number, year?: YearNumber | null): TimexExpression =>
  year?.bc
    ? { form: 'bc', year: year.value }
    : { form: 'calendar', ...(year && { year: year.value }), month, ...(day !== undefined && { day }) }

/** Year behind a month or day: `, 2021`, ` 2021`, ` of 2020`, `-2021`, ` '96`, and ` 96` where nothing follows it. */
export function readYearBehind(tokens: Tokens, i: number, withDay: boolean): YearNumber | null {
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

/** The end of a range of days, without a month of its own. */
export function readSecondDay(tokens: Tokens, i: number): (Part & { ordinal: boolean }) | null {
  const at = skip(tokens, i, /^the$/)
  const day = isNear(tokens, at) ? readDay(tokens, at, true) : null
  return day &&
    parseMonth(near(tokens, day.end)) === null &&
    !(near(tokens, day.end) === 'of' && readMonth(tokens, day.end + 1))
    ? day
    : null
}

/** A number that goes on is no day: `June 8.5`, `March 10 percent`, `May 12,000`, `July 5 million`. */
export function isAmount(tokens: Tokens, end: number, inDigits: boolean): boolean {
  if (!inDigits || end >= tokens.count) return false
  const next = tokens.lower[end]!
  if (isGlued(tokens, end)) {
    if (/^[%$€£°]$/.test(next)) return true
    if (tokens.kind[end] === word) return true
    if (/^[.,:]$/.test(next) && tokens.kind[end + 1] === digits && isGlued(tokens, end + 1))
      return !(next === ',' && tokens.lower[end + 1]!.length === 4)
  }
  return /^(?:percent|pct|million|billion|thousand|trillion|mln|%|years|months|weeks|days|hours|minutes)$/.test(
    near(tokens, end),
  )
}

/** Month behind a day: `June`, `of June`, `-JAN`, `/Jan`, `day of October`. */
export function readDayMonth(tokens: Tokens, i: number): Part | null {
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

export const isNear = (tokens: Tokens, i: number) => near(tokens, i) !== ''

/** A heading's last word and the dateline below it are no one phrase. */
export const isSameLine = (tokens: Tokens, i: number) =>
  !tokens.text.slice(tokens.end[i - 1], tokens.start[i]).includes('\n')
