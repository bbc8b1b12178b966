import { parseMonth } from '../text/calendar.ts'
import { parseForeignMonth } from './month-names.ts'

/** What a page's place tells of how days are written there. */
export type DayCustom = {
  /** Which of two figures is the day: 5/6/2023. Undefined where nothing tells. */
  readonly order?: 'day-first' | 'month-first' | undefined
  /** BCP 47. */
  readonly language?: string | undefined
}

/** A day that a text names; `start` and `end` in code units. */
export type NamedDay = { readonly day: string; readonly start: number; readonly end: number }

/** Longest text that days are looked for in, in code units. */
const longestText = 300

const forms = [
  // 2023-05-22, 2023/5/22
  /(?<![\d./-])(?<year>(?:19|20)\d\d)(?<mark>[/.-])\s?(?<month>\d\d?)\k<mark>\s?(?<day>\d\d?)(?!\d)/gu,
  // 20230522
  /(?<![\d./-])(?<year>(?:19|20)\d\d)(?<month>\d\d)(?<day>\d\d)(?!\d)/gu,
  // 2023年5月22日, 2023년 5월 22일
  /(?<!\d)(?<year>(?:19|20)\d\d)\s?[年년]\s?(?<month>\d\d?)\s?[月월]\s?(?<day>\d\d?)\s?[日일]/gu,
  // 22.05.2023, 22. 5. 23, 5/22/2023
  /(?<![\d./-])(?<first>\d\d?)(?<mark>[/.-])\s?(?<second>\d\d?)\k<mark>\s?(?<year>(?:19|20)\d\d|\d\d)(?![\d/-]|\.\d)/gu,
  // 22nd of May 2023, 22. Mai 2023, 22 de mayo de 2023, 22-May-2023
  /(?<![\d:])(?<day>\d\d?)(?:st|nd|rd|th|er|º|\.)?[\s-]*(?:\bd[eo]\b|\bof\b)?[\s-]*(?<word>\p{L}[\p{L}\p{M}]{2,})[\s.,-]+(?:de[l]?\s+)?(?<year>(?:19|20)\d\d)(?!\d)/giu,
  // May 22, 2023; Mai 22, 2023
  /(?<!\p{L})(?<word>\p{L}[\p{L}\p{M}]{2,})\.?\s+(?<day>\d\d?)(?:st|nd|rd|th)?(?:,\s*|\s+)(?<year>(?:19|20)\d\d)(?!\d)/giu,
  // 2020. június 4.
  /(?<!\d)(?<year>(?:19|20)\d\d)\.?\s+(?:m\.\s+)?(?<word>\p{L}[\p{L}\p{M}]{2,})\.?\s+(?<day>\d\d?)(?!\d)/giu,
]

/**
 * The days that a short text names, in its order; those in figures alone only where one of the first two cannot be the month, the mark is a
 * full stop (day first, wherever it is written so), or the custom of the place tells.
 */
export function findDays(text: string, { order, language }: DayCustom = {}): NamedDay[] {
  const words = text.slice(0, longestText)
  if (!/\d/.test(words)) return []
  const found: NamedDay[] = []
  for (const form of forms)
    for (const { groups, index, 0: surface } of words.matchAll(form)) {
      const end = index + surface.length
      if (found.some((other) => index < other.end && other.start < end)) continue
      const { year, month, day, word, first, second, mark } = groups as Record<string, string | undefined>
      const whole = year!.length === 4 ? year! : `${Number(year) < 90 ? 20 : 19}${year}`
      if (year!.length === 2 && mark !== '.' && order === undefined) continue
      let value: string | undefined
      if (word) value = writeDay(whole, parseMonth(word) ?? parseForeignMonth(word, language), day!)
      else if (first)
        value = readFigures(Number(first), Number(second), whole, mark === '.' ? (order ?? 'day-first') : order)
      else value = writeDay(whole, Number(month), day!)
      if (value) found.push({ day: value, start: index, end })
    }
  return found.sort((a, b) => a.start - b.start)
}

function readFigures(first: number, second: number, year: string, order: DayCustom['order']): string | undefined {
  if (first === second) return writeDay(year, first, second)
  if (first > 12) return writeDay(year, second, first)
  if (second > 12) return writeDay(year, first, second)
  if (order === undefined) return undefined
  return order === 'day-first' ? writeDay(year, second, first) : writeDay(year, first, second)
}

/** An ISO day, or undefined where the calendar has none. */
export function writeDay(year: string, month: number | undefined, day: string | number): string | undefined {
  if (month === undefined) return undefined
  const date = new Date(Date.UTC(Number(year), month - 1, Number(day)))
  if (Number(year) > 99 && (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== Number(day))) return undefined
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** Countries whose top-level domains are sold to everybody. */
const soldDomains = new Set([
  'co',
  'io',
  'tv',
  'me',
  'ai',
  'fm',
  'cc',
  'ws',
  'ly',
  'to',
  'gg',
  'vc',
  'am',
  'st',
  'la',
  'is',
  'su',
  'ac',
  'tk',
  'ml',
  'ga',
  'cf',
  'gl',
  'im',
  'nu',
  'sh',
  'ms',
])

/** How days are written where a page is at home: in its host's country, else in that of its language, by CLDR. English without a country tells nothing. */
export function customOf(language: string | undefined, address: string | undefined): DayCustom {
  const country = /\.([a-z]{2})$/.exec((address && URL.parse(address)?.hostname) ?? '')?.[1]
  const order =
    (country && !soldDomains.has(country) ? orderOf(`und-${country === 'uk' ? 'GB' : country}`) : undefined) ??
    (language && !/^en$/i.test(language) ? orderOf(language) : undefined)
  return { order, language }
}

const orders = new Map<string, DayCustom['order']>()

function orderOf(tag: string): DayCustom['order'] {
  if (orders.has(tag)) return orders.get(tag)
  let order: DayCustom['order']
  try {
    const { language, region } = new Intl.Locale(tag).maximize()
    const parts = new Intl.DateTimeFormat(`${language}-${region}`).formatToParts(0).map(({ type }) => type)
    const [year, month, day] = (['year', 'month', 'day'] as const).map((part) => parts.indexOf(part)) as [
      number,
      number,
      number,
    ]
    if (day < year) order = day < month ? 'day-first' : 'month-first'
  } catch {}
  // tags come from pages: there is no end of them
  if (orders.size < 1000) orders.set(tag, order)
  return order
}
