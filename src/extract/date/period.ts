import type { TimexExpression } from '../../model/timex.ts'
import { parseOrdinal } from '../../text/numerals.ts'
import type { Draft, Pattern } from '../pattern.ts'
import { left, readModifier, readYear } from './parts.ts'

const year = '(?:1[89]|20)\\d\\d'
const ofYear = `(?:(?:\\s+of|,)?\\s+(?:(?<y>${year})|(?<which>last|this|next)\\s+year))?`
const yearOf = (groups: Record<string, string | undefined>) =>
  groups.y
    ? { year: readYear(groups.y) }
    : groups.which
      ? { offset: { last: -1, this: 0, next: 1 }[groups.which.toLowerCase()]! }
      : {}

// Reads   the first quarter, second quarter of 2021, Q3 2020, Q1, first half of last year, H1 2022
// Not     a quarter (a fraction), second-half goal, quarter-final
export const quarter: Pattern = {
  name: 'date.quarter',
  form: new RegExp(
    `${left}(?:(?:the\\s+)?(?<o>first|second|third|fourth|final|1st|2nd|3rd|4th)[\\s-]+(?:calendar\\s+|fiscal\\s+)?(?<part>quarter|half)(?:\\s+(?=of\\s+(?:${year}|last|this|next)))?|(?<letter>[QH])(?<n>[1-4]))${ofYear}(?![\\p{L}\\p{N}_]|-\\p{L})`,
    'giu',
  ),
  read(match) {
    const { o, part, letter, n } = match.groups!
    const half = (part ?? letter)!.toLowerCase().startsWith('h')
    const number = n ? Number(n) : o!.toLowerCase() === 'final' ? (half ? 2 : 4) : parseOrdinal(o!)!
    if (letter && letter !== letter.toUpperCase()) return null
    if (half && number > 2) return null
    if (
      half &&
      !n &&
      !match.groups!.y &&
      !match.groups!.which &&
      !/^\s+(?:of\s+the\s+year)/.test(match.input.slice(match.index + match[0].length))
    )
      return null
    const expression: TimexExpression = half
      ? { form: 'half', half: number, ...yearOf(match.groups!) }
      : { form: 'quarter', quarter: number, ...yearOf(match.groups!) }
    return { type: 'date', expression, confidence: 0.85 }
  },
}

// Reads   summer 2021, the winter of 1998, last spring (relative), this autumn
// Not     spring as a verb, Fall (a name), summer alone
export const season: Pattern = {
  name: 'date.season',
  form: new RegExp(
    `${left}(?:the\\s+)?(?:(?<position>early|mid|late)[\\s-]+)?(?<season>spring|summer|autumn|fall|winter)(?:\\s+of)?\\s+(?:(?<y>${year}))(?![\\p{L}\\p{N}_])`,
    'giu',
  ),
  read(match): Draft {
    const season = { spring: 'SP', summer: 'SU', autumn: 'FA', fall: 'FA', winter: 'WI' }[
      match.groups!.season!.toLowerCase()
    ] as 'SP'
    return {
      type: 'date',
      expression: { form: 'season', season, ...yearOf(match.groups!) },
      ...readModifier(match.groups!.position),
    }
  },
}

// Reads   10:30 a.m., 5 p.m., noon, midnight, 14:00, 10.30am GMT
// Not     scores 3:2, $1.35, verses 3:16 without am or pm below four digits
export const clock: Pattern = {
  name: 'date.time',
  form: new RegExp(
    `${left}(?:(?<h>[01]?\\d|2[0-3])(?:[:.](?<min>[0-5]\\d))?\\s?(?<half>[ap]\\.?\\s?m\\b\\.?)|(?<h24>[01]\\d|2[0-3]|\\d):(?<min24>[0-5]\\d)(?=[\\s,.;)]|$)|(?<word>noon|midnight))(?:\\s+(?<zone>GMT|UTC|BST|E[DS]?T|P[DS]?T|C[DES]?T|local\\s+time))?(?![\\p{L}\\p{N}_])`,
    'giu',
  ),
  read(match) {
    const { h, min, half, h24, min24, word } = match.groups!
    const hour = word
      ? word.toLowerCase() === 'noon'
        ? 12
        : 0
      : h24
        ? Number(h24)
        : (Number(h) % 12) + (/^p/i.test(half!) ? 12 : 0)
    if (h && Number(h) > 12) return null
    return {
      type: 'date',
      expression: { form: 'time', time: `${String(hour).padStart(2, '0')}:${min24 ?? min ?? '00'}` },
      confidence: 0.85,
    }
  },
}
