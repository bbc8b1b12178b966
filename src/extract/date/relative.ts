import type { TimexExpression, TimexUnit } from '../../model/timex.ts'
import { monthSource, parseMonth } from '../../text/calendar.ts'
import type { Draft, Pattern } from '../pattern.ts'
import {
  boundSource,
  countSource,
  left,
  positionSource,
  readCount,
  readModifier,
  readUnit,
  right,
  unitSource,
} from './parts.ts'

const date = (expression: TimexExpression, rest: Partial<Draft> = {}): Draft =>
  ({ type: 'date', expression, ...rest }) as Draft
const partOfDay = (word: string): string | undefined =>
  ({ morning: 'MO', afternoon: 'AF', evening: 'EV', night: 'NI', tonight: 'NI' })[word.toLowerCase()]

// Reads   yesterday, today, tonight, tomorrow morning, the day before yesterday
// Not     Today (a name, as in `USA Today`)
export const day: Pattern = {
  name: 'date.relative',
  form: new RegExp(
    `${left}(?:(?<twice>(?:the\\s+)?day\\s+(?:before|after)\\s+))?(?<day>yesterday|today|tonight|tomorrow)(?:[’']s)?(?:\\s+(?<part>morning|afternoon|evening|night))?${right}`,
    'giu',
  ),
  read(match) {
    const { day: word, part, twice } = match.groups!
    if (/^Today/.test(match[0]) && /\p{Lu}\p{L}*\s$/u.test(match.input.slice(0, match.index))) return null
    const base = { yesterday: -1, today: 0, tonight: 0, tomorrow: 1 }[word!.toLowerCase() as 'today']
    const time = partOfDay(part ?? word!)
    const possessive = /[’']s$/.exec(match[0])
    return date(
      { form: 'relative', unit: 'day', offset: base + (twice ? Math.sign(base) : 0), ...(time && { time }) },
      { ...(possessive && { end: match.index + match[0].length - 2 }) },
    )
  },
}

// Reads   last year, this week, next month, late last year, earlier this month, the previous decade, last night, the current quarter
// Not     last in line, the last year of school, `last` before a plural (a stretch)
export const deictic: Pattern = {
  name: 'date.relative',
  form: new RegExp(
    `${left}(?:(?:earlier|later)\\s+(?=this|last|next|in))?${positionSource}(?<the>the\\s+)?(?<which>last|past|this|next|coming|current|previous|following|same|that(?=\\s+(?:year|month|day|week|night|summer|winter)))\\s+(?<unit>second|minute|hour|day|weekend|week|month|quarter|season|year|decade|century|night|morning|afternoon|evening|spring|summer|autumn|fall|winter)(?![\\p{L}\\p{N}_])`,
    'giu',
  ),
  read(match) {
    const { position, which, unit, the } = match.groups!
    const word = which!.toLowerCase()
    const after = match.input.slice(match.index + match[0].length, match.index + match[0].length + 12)
    if (the && (word === 'last' || word === 'next') && /^\s+of\b/.test(after)) return null
    if (the && word === 'last' && unit === 'minute') return null
    const season = { spring: 'SP', summer: 'SU', autumn: 'FA', fall: 'FA', winter: 'WI' }[unit!.toLowerCase()] as
      | 'SP'
      | undefined
    const offset = {
      last: -1,
      past: -1,
      previous: -1,
      this: 0,
      current: 0,
      same: 0,
      that: 0,
      next: 1,
      coming: 1,
      following: 1,
    }[word]!
    const later = /^(?:earlier|later)/i.test(match[0])
    const extra = later ? {} : readModifier(position)
    if (season) return date({ form: 'season', season, offset }, extra)
    const time = partOfDay(unit!)
    if ((word === 'past' || (the && word === 'last')) && !time)
      return date({ form: 'stretch', unit: readUnit(unit!).unit, count: 1, direction: -1 }, extra)
    if (the && word === 'coming')
      return date({ form: 'stretch', unit: readUnit(unit!).unit, count: 1, direction: 1 }, extra)
    const anchored = /^(?:that|same|previous|following)$/.test(word)
    return date(
      { form: 'relative', unit: readUnit(unit!).unit, offset, ...(anchored && { anchored }), ...(time && { time }) },
      extra,
    )
  },
}

// Reads   the last two decades, past 10 years, the next few weeks, the first three months (a duration)
export const stretch: Pattern = {
  name: 'date.stretch',
  form: new RegExp(
    `${left}(?:the\\s+)?(?<which>last|past|previous|next|coming|following)\\s+${boundSource}${countSource}[\\s-]+${unitSource}(?![\\p{L}\\p{N}_-])`,
    'giu',
  ),
  read(match) {
    const { which, count, unit, bound } = match.groups!
    const { unit: name, factor } = readUnit(unit!)
    const number = readCount(count!)
    const direction = /next|coming|following/i.test(which!) ? 1 : -1
    return date({ form: 'stretch', unit: name, count: (number ?? 0) * factor, direction }, readModifier(bound))
  },
}

// Reads   two years ago, a week earlier, three days later, ten months from now, more than a decade ago
export const ago: Pattern = {
  name: 'date.ago',
  form: new RegExp(
    `${left}${boundSource}${countSource}[\\s-]+${unitSource}\\s+(?<way>ago|earlier|before|later|from\\s+now|hence|from\\s+today)(?![\\p{L}\\p{N}_])`,
    'giu',
  ),
  read(match) {
    const { bound, count, unit, way } = match.groups!
    const number = readCount(count!)
    if (/^before$/i.test(way!) && /^\s+\p{L}/u.test(match.input.slice(match.index + match[0].length))) return null
    const { unit: name, factor } = readUnit(unit!)
    if (number === null)
      return date({ form: 'reference', value: /ago|earlier|before/i.test(way!) ? 'PAST_REF' : 'FUTURE_REF' })
    const sign = /ago|earlier|before/i.test(way!) ? -1 : 1
    const anchored = /^(?:earlier|before|later)$/i.test(way!)
    return date(
      { form: 'relative', unit: name, offset: sign * number * factor, exact: true, ...(anchored && { anchored }) },
      readModifier(bound),
    )
  },
}

// Reads   three weeks, 10-year, just over a year, a decade, several months, two to three days, 18 months
// Not     a year behind a number (a rate: `15 a year`), two days' (still a duration, mark left out)
export const duration: Pattern = {
  name: 'date.duration',
  form: new RegExp(
    `${left}${boundSource}(?:${countSource}(?:\\s*(?:[-–]|to|or)\\s*(?<high>\\d+|two|three|four|five|six|seven|eight|nine|ten))?)(?<joint>[\\s-]+)(?:(?:full|whole|long|consecutive|straight|calendar|more|short)\\s+)?${unitSource}(?:-long)?(?![\\p{L}\\p{N}_]|[\\s-]olds?\\b)`,
    'giu',
  ),
  read(match) {
    const { bound, count, high, unit, plural, joint } = match.groups!
    const before = match.input.slice(Math.max(0, match.index - 24), match.index)
    const after = match.input.slice(match.index + match[0].length, match.index + match[0].length + 10)
    const number = readCount(count!)
    const article = /^an?$/i.test(count!)
    const hyphen = joint === '-'
    if (/^(?:second|night|morning|evening|afternoon|season|quarter|weekend)$/i.test(unit!) && (article || !plural))
      return null
    if (unit === 'second' && !plural && !hyphen) return null
    if (!article && number !== 1 && !plural && !hyphen) return null
    if (
      article &&
      !bound &&
      !/\b(?:for|in|within|after|over|during|than|nearly|almost|about|half|every|whole|of|and|once|takes?|took|lasted|spent|just|quite|barely|hardly|only)\s$/i.test(
        before,
      )
    )
      return null
    if (article && !bound && /(?:\d|percent|times?|once|dollars|people|barrels|tonnes)\s$/i.test(before)) return null
    if (article && /^\s+(?:of|when|in\s+which|that|like|after)\b/.test(after) && unit === 'day') return null
    const { unit: name, factor } = readUnit(unit!)
    if (number === null && !high) return date({ form: 'duration', unit: name, count: 0 }, { confidence: 0.7 })
    const top = high ? readCount(high) : null
    return date(
      { form: 'duration', unit: name, count: (number ?? 0) * factor, ...(top && { high: top * factor }) },
      readModifier(bound),
    )
  },
}

// Reads   the year, the month, the day (the one of writing): only where the clause counts it
export const definite: Pattern = {
  name: 'date.definite',
  form: new RegExp(
    `${left}(?<=\\b(?:for|of|in|over|during|throughout|so\\s+far)\\s)the\\s+(?<unit>year|month|week|quarter)(?=[\\s,.;](?!\\s*(?:of|when|before|after|ended|ending|to|\\d|earlier|ago)))`,
    'giu',
  ),
  read: (match) =>
    date({ form: 'relative', unit: match.groups!.unit!.toLowerCase() as TimexUnit, offset: 0 }, { confidence: 0.6 }),
}

// Reads   now, currently, nowadays, recently, at the moment, so far, at present
// Not     now that, until now, soon (too vague to check)
export const reference: Pattern = {
  name: 'date.reference',
  form: new RegExp(
    `${left}(?<word>now(?!\\s+that)|nowadays|currently|at\\s+present|presently|at\\s+the\\s+moment|these\\s+days|recently|recent\\s+(?:years|months|weeks|days|decades)|lately|in\\s+the\\s+(?:near|coming)\\s+future)(?![\\p{L}\\p{N}_-])`,
    'giu',
  ),
  read(match) {
    const word = match.groups!.word!.toLowerCase()
    const value = /recent|lately/.test(word) ? 'PAST_REF' : /future/.test(word) ? 'FUTURE_REF' : 'PRESENT_REF'
    const lead = /^(?:in|at)\s+/i.exec(match[0])
    return date(
      { form: 'reference', value },
      { confidence: 0.6, ...(lead && value === 'FUTURE_REF' && { start: match.index + lead[0].length }) },
    )
  },
}

// Reads   every Monday, each year, every two weeks, annually, weekly, daily, a year behind an amount, per day, twice a week
// Not     Weekly (a newspaper), daily news as a name
const frequency: Record<string, TimexUnit> = {
  hourly: 'hour',
  daily: 'day',
  nightly: 'day',
  weekly: 'week',
  monthly: 'month',
  quarterly: 'quarter',
  yearly: 'year',
  annually: 'year',
  annual: 'year',
}
export const set: Pattern = {
  name: 'date.set',
  form: new RegExp(
    `${left}(?:(?:every|each)\\s+(?:(?:other|single)\\s+)?(?:${countSource}\\s+)?(?:${unitSource}|(?<weekday>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)s?|(?<month>${monthSource}))|(?<adverb>hourly|daily|nightly|weekly|monthly|quarterly|yearly|annually)|(?<=(?:\\d|thousand|million|billion|hundred|times|once|twice|people|tonnes|barrels|dollars|percent|%|bn|m)\\s)(?:an?|per)\\s+(?<rate>day|week|month|quarter|year|hour|minute)|(?<days>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)s)(?![\\p{L}\\p{N}_])`,
    'giu',
  ),
  read(match) {
    const { count, unit, weekday, month, adverb, rate, days } = match.groups!
    const names = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']
    const dayName = (weekday ?? days)?.toLowerCase()
    if (adverb && /^\p{Lu}/u.test(adverb) && match.index > 0) return null
    if (dayName) return date({ form: 'set', unit: 'week', weekday: names.indexOf(dayName) + 1 })
    if (month) return date({ form: 'set', unit: 'year', month: parseMonth(month)! })
    const { unit: name, factor } = unit
      ? readUnit(unit)
      : { unit: (adverb ? frequency[adverb.toLowerCase()]! : rate!.toLowerCase()) as TimexUnit, factor: 1 }
    const other = /other/i.test(match[0]) ? 2 : 1
    return date(
      { form: 'set', unit: name, count: (count ? (readCount(count) ?? 1) : 1) * factor * other },
      { confidence: 0.8 },
    )
  },
}
