import type { TimexExpression } from '../../model/timex.ts'
import { monthSource, parseMonth, parseWeekday, weekdaySource } from '../../text/calendar.ts'
import { parseOrdinal } from '../../text/numerals.ts'
import type { Pattern } from '../pattern.ts'
import { left, positionSource, readModifier, readYear, right } from './parts.ts'

const month = `(?:${monthSource})`
const day = '(?:3[01]|[12]\\d|0?[1-9])(?:st|nd|rd|th)?(?![\\d%])'
const year = '(?:1[0-9]|20)\\d\\d'
const weekday = `(?:(?:${weekdaySource}),?\\s+)`
const dash = '\\s*(?:[-–—]|to|through|until|and)\\s*'
const day1 = (text: string) => Number.parseInt(text, 10)
const calendar = (m: string, d?: string, y?: string): TimexExpression => ({
  form: 'calendar',
  ...(y && { year: readYear(y) }),
  month: parseMonth(m)!,
  ...(d && { day: day1(d) }),
})

// Reads   June 8, June 8th, 2021; Friday, June 8; June 8-9; June 8 to July 9, 2021; May 18-19
// Not     June 80, March on Washington
export const monthDay: Pattern = {
  name: 'date.calendar',
  form: new RegExp(
    `${left}(?:${weekday})?(?<m1>${month})\\s+(?:the\\s+)?(?<d1>${day})(?:${dash}(?:(?<m2>${month})\\s+)?(?<d2>${day}))?(?:,?\\s+(?<y>${year}))?${right}`,
    'gu',
  ),
  read(match) {
    const { m1, d1, m2, d2, y } = match.groups!
    const from = calendar(m1!, d1, y)
    if (!d2) return { type: 'date', expression: from, confidence: 0.95 }
    if (!m2 && day1(d2) <= day1(d1!))
      return {
        type: 'date',
        expression: from,
        end: match.index + match[0].search(/\s*(?:[-–—]|to|through|until|and)\s*\d/),
      }
    return { type: 'date', expression: { form: 'range', from, to: calendar(m2 ?? m1!, d2, y) }, confidence: 0.95 }
  },
}

// Reads   8 June 2021; 8-9 June; the 8th of June; Friday 8 June
// Not     8 May issues
export const dayMonth: Pattern = {
  name: 'date.calendar',
  form: new RegExp(
    `${left}(?:${weekday})?(?:(?:the\\s+)?(?<d1>${day})(?:\\s+(?:of\\s+)?(?<m1>${month}))?${dash})?(?:the\\s+)?(?<d2>${day})\\s+(?:of\\s+)?(?<m2>${month})(?:,?\\s+(?<y>${year}))?${right}`,
    'gu',
  ),
  read(match) {
    const { d1, m1, d2, m2, y } = match.groups!
    const to = calendar(m2!, d2, y)
    return {
      type: 'date',
      expression: d1 ? { form: 'range', from: calendar(m1 ?? m2!, d1, y), to } : to,
      confidence: 0.95,
    }
  },
}

// Reads   July 2021; July of 2021; early July 2021; between July and September 2021; January-March 2020
// Not     May 2021 as a verb (`may 2021`: lower case)
export const monthYear: Pattern = {
  name: 'date.calendar',
  form: new RegExp(
    `${left}(?i:${positionSource})(?:(?<m1>${month})(?:\\s+(?<y1>${year}))?\\s*(?:[-–—/]|to|through|and)\\s*)?(?<m2>${month}),?\\s+(?:of\\s+)?(?<y>${year}|['’]\\d\\d)${right}`,
    'gu',
  ),
  read(match) {
    const { m1, y1, m2, y, position } = match.groups!
    const to = calendar(m2!, undefined, y)
    if (m1 && /\sand\s/.test(match[0]) && !/\bbetween\s+$/i.test(match.input.slice(0, match.index)))
      return { type: 'date', expression: to, start: match.index + match[0].indexOf(m2!, m1.length) }
    return {
      type: 'date',
      expression: m1 ? { form: 'range', from: calendar(m1, undefined, y1 ?? y), to } : to,
      ...readModifier(position),
      confidence: 0.95,
    }
  },
}

// Reads   February, last July, next May, early March, this June; Kazakhstan's July pledge
// Not     March on, May (a modal at the start of a question), April (a first name before a surname), Mar-a-Lago
export const bareMonth: Pattern = {
  name: 'date.month',
  form: new RegExp(
    `${left}(?i:${positionSource})(?:(?<direction>(?i:last|past|next|this|coming))\\s+)?(?<m>${month})(?<of>\\s+(?:of\\s+)?(?:this|last|next)\\s+year)?(?![\\p{L}\\p{N}_’']|-\\p{L})`,
    'gu',
  ),
  read(match) {
    const { position, direction, m, of } = match.groups!
    const before = match.input.slice(Math.max(0, match.index - 24), match.index)
    const after = match.input.slice(match.index + match[0].length, match.index + match[0].length + 24)
    const word = m!.toLowerCase().replace('.', '')
    const led =
      direction ||
      position ||
      of ||
      /\b(?:in|since|by|until|till|from|for|of|to|and|through|during|before|after|between|on|per|each|every|the|[’']s)\s$/i.test(
        before,
      )
    if (!led) {
      if (/^(?:may|march|mar|sun|jan|apr|dec|jun|aug)$/.test(word)) return null
      if (/^\s\p{Lu}\p{Ll}/u.test(after) && word === 'april') return null
      if (/\b\p{Lu}\p{Ll}+\s$/u.test(before) && !/(?:^|[.!?“"]\s*)\p{Lu}\p{Ll}+\s$/u.test(before)) return null
    }
    if (word === 'may' && /^\s+(?:be|have|not|also|well|\p{Ll}+(?:\s+to)\b)/u.test(after) && !led) return null
    if (word === 'march' && /^\s+(?:on|against|for|to)\s+\p{Lu}/u.test(after) && !/\bin\s$/.test(before)) return null
    const sign = { last: -1, past: -1, next: 1, coming: 1, this: 0 } as const
    const yearWord = /(this|last|next)\s+year/i.exec(of ?? '')?.[1]?.toLowerCase() as
      | 'this'
      | 'last'
      | 'next'
      | undefined
    const expression: TimexExpression = direction
      ? { form: 'month', month: parseMonth(m!)!, direction: sign[direction.toLowerCase() as keyof typeof sign] }
      : yearWord
        ? { form: 'calendar', month: parseMonth(m!)!, yearOffset: sign[yearWord] }
        : { form: 'calendar', month: parseMonth(m!)! }
    return { type: 'date', expression, ...readModifier(position), confidence: 0.85 }
  },
}

// Reads   2021-07-14, 2021-07-14T10:00:00Z, 14/7/2021, 7/14/2021, 14.07.2021
// Not     3/4 (a fraction), 1.2.3 (a version)
export const numeric: Pattern = {
  name: 'date.numeric',
  form: new RegExp(
    `${left}(?:(?<y>${year})[-/](?<m>0?[1-9]|1[0-2])[-/](?<d>3[01]|[12]\\d|0?[1-9])(?:T(?<time>\\d\\d:\\d\\d(?::\\d\\d)?)(?:\\.\\d+)?(?:Z|[+-]\\d\\d:?\\d\\d)?)?|(?<a>\\d{1,2})[/.](?<b>\\d{1,2})[/.](?<y2>${year}))(?![\\p{L}\\p{N}/])`,
    'gu',
  ),
  read(match) {
    const { y, m, d, time, a, b, y2 } = match.groups!
    if (y)
      return {
        type: 'date',
        expression: { form: 'calendar', year: Number(y), month: Number(m), day: Number(d), ...(time && { time }) },
        confidence: 0.97,
      }
    const [first, second] = [Number(a), Number(b)]
    const european = first > 12 || match[0].includes('.')
    const [dayOf, monthOf] = european ? [first, second] : [second, first]
    if (monthOf > 12 || dayOf > 31 || monthOf === 0 || dayOf === 0) return null
    return {
      type: 'date',
      expression: { form: 'calendar', year: Number(y2), month: monthOf, day: dayOf },
      confidence: first > 12 || second > 12 ? 0.9 : 0.6,
    }
  },
}

// Reads   Monday, last Friday, next Tuesday, this Wednesday, Thursday morning, on Sunday night
// Not     Mondays (a set), Friday as a surname behind a first name
export const weekdayName: Pattern = {
  name: 'date.weekday',
  form: new RegExp(
    `${left}(?:(?<direction>(?i:last|past|next|this|coming))\\s+)?(?<w>${weekdaySource})(?:\\s+(?<part>(?i:morning|afternoon|evening|night|noon)))?(?![\\p{L}\\p{N}_]|[’']s\\s+\\p{Lu})`,
    'gu',
  ),
  read(match) {
    const { direction, w, part } = match.groups!
    if (
      w!.length < 5 &&
      !/\.$/.test(w!) &&
      !direction &&
      !/\b(?:on|by|until|from|since)\s$/i.test(match.input.slice(0, match.index))
    )
      return null
    const sign = direction
      ? ({ last: -1, past: -1, next: 1, coming: 1, this: 0 } as const)[direction.toLowerCase() as 'last']
      : undefined
    const time =
      part &&
      ({ morning: 'MO', afternoon: 'AF', evening: 'EV', night: 'NI', noon: '12:00' } as Record<string, string>)[
        part.toLowerCase()
      ]
    return {
      type: 'date',
      expression: {
        form: 'weekday',
        weekday: parseWeekday(w!)!,
        ...(sign !== undefined && { direction: sign }),
        ...(time && { time }),
      },
    }
  },
}

// Reads   the 5th, on the 12th (of the month): only behind `on the`
export const dayOfMonth: Pattern = {
  name: 'date.day',
  form: /(?<=\bon\s)the\s+(?<o>(?:[12]?\d|3[01])(?:st|nd|rd|th))(?=[\s,.;](?!\s*(?:floor|day|anniversary|century|hole|minute|birthday|\p{Ll}))|$)/gu,
  read: (match) => ({
    type: 'date',
    expression: { form: 'calendar', day: parseOrdinal(match.groups!.o!)! },
    confidence: 0.6,
  }),
}
