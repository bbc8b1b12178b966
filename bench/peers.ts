// Other libraries of the JavaScript world that read dates or figures, each made to answer in our words.
import * as recognizers from '@microsoft/recognizers-text-suite'
import * as chrono from 'chrono-node'
import compromise from 'compromise'
import compromiseDates from 'compromise-dates'
import winkModel from 'wink-eng-lite-web-model'
import wink, { type ItemEntity } from 'wink-nlp'
import { extractClaims } from '../src/ingest.ts'

/** What a reader says of one place; offsets count UTF-16 code units, as those libraries do. */
export type Reading = {
  readonly type: 'date' | 'figure'
  readonly start: number
  readonly end: number
  /** A figure that lies in what the same reader takes for a date: no figure of its own. */
  readonly inDate?: boolean
  readonly value: {
    readonly kind?: string | undefined
    readonly iso?: string | undefined
    readonly start?: string | undefined
    readonly end?: string | undefined
    readonly number?: number | undefined
    readonly low?: number | undefined
    readonly high?: number | undefined
    readonly unit?: string | undefined
    readonly currency?: string | undefined
    readonly percent?: boolean | undefined
  }
}

/** Reads a text written on `reference` (ISO 8601 day or time; absent where nobody knows). */
export type Reader = (text: string, reference?: string) => readonly Reading[]

const figureKinds: Readonly<Record<string, string>> = {
  count: 'number',
  percentage: 'percent',
  rank: 'ordinal',
  measurement: 'quantity',
}
/** Ours, as the suites name kinds. Code points are code units here: no suite holds a character beyond them. */
const readOurs: Reader = (text, reference) =>
  extractClaims(text, { publishedAt: reference }).claims.flatMap((claim): Reading[] => {
    const place = { start: claim.start, end: claim.end }
    if (claim.type === 'date') {
      const { kind, iso, duration, from, to } = claim
      return [
        {
          type: 'date',
          ...place,
          value: { kind, iso: kind === 'duration' ? duration : (iso ?? duration), start: from, end: to },
        },
      ]
    }
    if (claim.type !== 'figure') return []
    const { kind, number, low, high, unit, currency } = claim
    const percent = kind === 'percentage' || undefined
    return [
      {
        type: 'figure',
        ...place,
        value: { kind: figureKinds[kind] ?? kind, number, low, high, unit, currency, percent },
      },
    ]
  })

const today = (reference: string | undefined) =>
  new Date(`${(reference ?? '2023-05-27').slice(0, 10)}T${reference?.slice(11, 19) || '12:00:00'}`)
const two = (number: number | null) => String(number ?? 0).padStart(2, '0')

/** The parts that chrono is certain of, as ISO 8601. */
function isoOf(parts: chrono.ParsedComponents): string {
  const day = `${parts.get('year')}-${two(parts.get('month'))}-${two(parts.get('day'))}`
  if (parts.isCertain('hour')) return `${day}T${two(parts.get('hour'))}:${two(parts.get('minute'))}`
  if (parts.isCertain('day') || parts.isCertain('weekday')) return day
  return parts.isCertain('month') ? day.slice(0, 7) : parts.isCertain('year') ? day.slice(0, 4) : day
}
const readChrono: Reader = (text, reference) =>
  chrono.parse(text, today(reference)).map((found) => {
    const [from, to] = [isoOf(found.start), found.end ? isoOf(found.end) : undefined]
    return {
      type: 'date',
      start: found.index,
      end: found.index + found.text.length,
      value: to
        ? { kind: 'range', iso: `${from}/${to}`, start: from, end: to }
        : { kind: 'date', iso: from, start: from },
    }
  })

type Recognized = {
  readonly start: number
  readonly end: number
  readonly typeName: string
  readonly resolution: Readonly<Record<string, unknown>> | null
}
type Recognize = (text: string, culture: string, options?: unknown, reference?: Date) => Recognized[]
const recognize = ('default' in recognizers ? recognizers.default : recognizers) as unknown as Record<string, Recognize>
const dayBefore = (day: string) => new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)

function recognizedDate({ start, end, typeName, resolution }: Recognized): Reading {
  const values = (resolution?.values ?? []) as Record<string, string>[]
  // of a past and a future reading the past one, as news means it
  const value = values[0] ?? {}
  const place = { type: 'date' as const, start, end: end + 1 }
  if (typeName.endsWith('range')) {
    const [from, to] = [value.start?.replace(' ', 'T'), value.end?.replace(' ', 'T')]
    // it gives the end that is no more part of it; ours is the last day
    const last = to?.length === 10 ? dayBefore(to) : to
    const iso = /^\d{4}(?:-\d\d)?$|^\d{4}-W\d\d$/.test(value.timex ?? '') ? value.timex : undefined
    return { ...place, value: { kind: 'range', iso: iso ?? `${from}/${last}`, start: from, end: last } }
  }
  if (typeName.endsWith('duration')) return { ...place, value: { kind: 'duration', iso: value.timex } }
  if (typeName.endsWith('set')) return { ...place, value: { kind: 'set', iso: value.timex } }
  if (typeName.endsWith('.time')) return { ...place, value: { kind: 'time', iso: value.timex } }
  return { ...place, value: { kind: 'date', iso: value.value?.replace(' ', 'T') ?? value.timex } }
}
function recognizedFigure({ start, end, typeName, resolution }: Recognized): Reading {
  const number =
    resolution?.value === null || resolution?.value === undefined
      ? undefined
      : Number.parseFloat(String(resolution.value))
  const kind = { percentage: 'percent', currency: 'money', dimension: 'quantity' }[typeName] ?? typeName
  const unit = resolution?.unit as string | undefined
  const percent = typeName === 'percentage' || undefined
  return {
    type: 'figure',
    start,
    end: end + 1,
    value: { kind, number, unit, currency: resolution?.isoCurrency as string, percent },
  }
}
/** Its models of figures read the same place several times: the longest reading stays, then the more specific. */
function longest(readings: readonly Reading[]): Reading[] {
  const kept: Reading[] = []
  for (const each of [...readings].sort((a, b) => b.end - b.start - (a.end - a.start)))
    if (!kept.some((other) => each.start < other.end && other.start < each.end)) kept.push(each)
  return kept
}
const figureModels = ['Currency', 'Percentage', 'Dimension', 'Temperature', 'Age', 'Number', 'Ordinal']
const readRecognizers: Reader = (text, reference) => [
  ...recognize.recognizeDateTime!(text, 'en-us', undefined, today(reference)).map(recognizedDate),
  ...longest(figureModels.flatMap((model) => recognize[`recognize${model}`]!(text, 'en-us').map(recognizedFigure))),
]

type Phrase = {
  readonly offset: { readonly start: number; readonly length: number }
  readonly dates?: { readonly start?: string | null; readonly end?: string | null }
  readonly duration?: Readonly<Record<string, number>>
  readonly number?: {
    readonly num: number | null
    readonly prefix?: string
    readonly suffix?: string
    readonly unit?: string
  }
}
type View = { readonly json: (options: object) => Phrase[] }
const speak = compromise as unknown as {
  (text: string): { dates(context: object): View; numbers(): View; durations(): View }
  plugin(plugin: unknown): void
}
speak.plugin(compromiseDates)
const letters: Readonly<Record<string, string>> = {
  year: 'Y',
  month: 'M',
  week: 'W',
  day: 'D',
  hour: 'TH',
  minute: 'TM',
  second: 'TS',
}
const signs: Readonly<Record<string, string>> = { $: 'USD', '€': 'EUR', '£': 'GBP', '¥': 'JPY', '₹': 'INR' }
const readCompromise: Reader = (text, reference) => {
  const spoken = speak(text)
  const place = ({ offset: { start, length } }: Phrase) => ({ start, end: start + length })
  const dates = spoken
    .dates({ today: (reference ?? '2023-05-27').slice(0, 10), timezone: 'UTC' })
    .json({ offset: true })
  const durations = spoken.durations().json({ offset: true })
  return [
    ...longest([
      ...dates.map((each): Reading => {
        const [from, to] = [each.dates?.start?.slice(0, 10), each.dates?.end?.slice(0, 10)]
        return {
          type: 'date',
          ...place(each),
          value: {
            kind: 'range',
            iso: from && to ? (from === to ? from : `${from}/${to}`) : from,
            start: from,
            end: to,
          },
        }
      }),
      ...durations.map((each): Reading => {
        const parts = Object.entries(letters).flatMap(([unit, letter]) => {
          const count = each.duration?.[unit] ?? each.duration?.[`${unit}s`]
          return count ? [`${letter.length > 1 ? 'T' : ''}${count}${letter.at(-1)}`] : []
        })
        const iso = `P${parts.join('').replace(/(?<=T.*)T/g, '')}`
        return { type: 'date', ...place(each), value: { kind: 'duration', iso } }
      }),
    ]),
    ...spoken
      .numbers()
      .json({ offset: true })
      .map((each): Reading => {
        const { num, prefix = '', suffix = '', unit } = each.number ?? { num: null }
        const currency = signs[prefix]
        const percent = suffix === '%' || undefined
        return { type: 'figure', ...place(each), value: { number: num ?? undefined, unit, currency, percent } }
      }),
  ]
}

const winkNLP = wink(winkModel)
const dateTypes = new Set(['DATE', 'DURATION', 'TIME'])
const figureTypes = new Set(['CARDINAL', 'MONEY', 'PERCENT', 'ORDINAL'])
/** Spans only: it names entities and gives no values of dates; of figures those that stand in digits. */
const readWink: Reader = (text) => {
  const document = winkNLP.readDoc(text)
  const found: Reading[] = []
  let at = 0
  document.entities().each((entity: ItemEntity) => {
    const [surface, type] = [entity.out(), entity.out(winkNLP.its.type) as string]
    const start = text.indexOf(surface, at)
    if (start < 0) return
    at = start + surface.length
    const digits = /\d[\d,]*(?:\.\d+)?/.exec(surface)?.[0].replaceAll(',', '')
    if (dateTypes.has(type)) found.push({ type: 'date', start, end: at, value: {} })
    else if (figureTypes.has(type))
      found.push({
        type: 'figure',
        start,
        end: at,
        value: { number: digits === undefined ? undefined : Number(digits), percent: type === 'PERCENT' || undefined },
      })
  })
  return found
}

/** Those libraries read the numbers of dates as numbers too: what lies in a date is not held against them. */
const markInDates =
  (read: Reader): Reader =>
  (text, reference) => {
    const found = read(text, reference)
    const dates = found.filter(({ type }) => type === 'date')
    return found.map((each) =>
      each.type === 'figure' && dates.some((date) => date.start < each.end && each.start < date.end)
        ? { ...each, inDate: true }
        : each,
    )
  }

/** All readers, ours first. */
export const readers: readonly (readonly [name: string, read: Reader, datesOnly?: boolean])[] = [
  ['article-facts', readOurs],
  ['chrono', readChrono, true],
  ['Recognizers-Text', markInDates(readRecognizers)],
  ['compromise', markInDates(readCompromise)],
  ['wink-nlp', markInDates(readWink)],
]
