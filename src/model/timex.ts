export const timexUnits = [
  'second',
  'minute',
  'hour',
  'day',
  'weekday',
  'weekend',
  'week',
  'month',
  'quarter',
  'half',
  'season',
  'year',
  'decade',
  'century',
] as const
export type TimexUnit = (typeof timexUnits)[number]

/** Parts of a day as TIMEX3 writes them: morning, midday, afternoon, evening, night, daytime. */
export type DayPart = 'MO' | 'MI' | 'AF' | 'EV' | 'NI' | 'DT'
export type SeasonCode = 'SP' | 'SU' | 'FA' | 'WI'

/** A time of day, as coarse as the text: `3pm` has no minute. */
export type Clock = {
  readonly hour?: number
  readonly minute?: number
  readonly second?: number
  readonly part?: DayPart
  /** Offset from UTC as ISO 8601 writes it, where the text names a zone that tells: `+01:00`, `Z`. */
  readonly zone?: string
  /** The text does not say which half of the day `hour` (1 to 12) belongs to. */
  readonly twelve?: boolean
}

/** So many of a unit; a vague count is 0. */
export type UnitCount = { readonly unit: TimexUnit; readonly count: number }

/** Where a phrase looks from the day of writing or from what the text spoke of: `last`, `this`, `next`. */
export type Step = -1 | 0 | 1

/**
 * What a time expression says by itself, before the day of writing and the clause decide where it lies
 * (TIMEX3 calls the outcome `value`). Months and days count from 1; weekdays from 1 = Monday (ISO 8601).
 */
export type TimexExpression =
  /** A calendar date with whatever parts the text gives; `step` is the word before a date without its year (`last May`). */
  | {
      readonly form: 'calendar'
      readonly year?: number
      readonly month?: number
      readonly day?: number
      readonly step?: Step
      /** The weekday that the text gives with it: it tells the year where the text does not. */
      readonly weekday?: number
      /** `03/04`: month and day as they are where the day is written first. */
      readonly dayFirst?: { readonly month: number; readonly day: number }
    }
  | {
      readonly form: 'weekday'
      readonly weekday: number
      readonly step?: Step
      readonly day?: number
      /** Of the week before or after (`next Friday`) rather than the nearest such day that is over or to come. */
      readonly week?: boolean
      /** So many weeks on: `Tuesday week`, `the Monday before last`. */
      readonly weeks?: number
      /** Counted from what the text spoke of last (`the following Friday`), if it did. */
      readonly anchored?: boolean
    }
  /** `last year` is one year back, `this week` none, `next month` one ahead. */
  | {
      readonly form: 'relative'
      readonly unit: TimexUnit
      readonly offset: number
      /** Counted from what the text spoke of last (`that year`) rather than from the day of writing. */
      readonly anchored?: boolean
    }
  /** `two years ago`, `three weeks after Easter`: so much before (-1) or after (1) `base`, the day of writing without one. */
  | {
      readonly form: 'shift'
      readonly parts: readonly UnitCount[]
      readonly sign: -1 | 1
      readonly base?: TimexExpression
      readonly anchored?: boolean
      /** Behind `in` or `within`, at the start of a sentence or inside: a length of time unless the clause looks ahead. */
      readonly ahead?: 'opening' | 'inside'
      /** `within two weeks`: the stretch until then rather than its end. */
      readonly within?: boolean
    }
  /** `for three days from Monday`: a stretch that begins somewhere and lasts so long. */
  | { readonly form: 'lasting'; readonly from: TimexExpression; readonly parts: readonly UnitCount[] }
  /** `the last two decades`: a stretch that ends (or begins) at the day of writing. */
  | {
      readonly form: 'stretch'
      readonly unit: TimexUnit
      readonly count: number
      readonly sign: -1 | 1
      /** Before what was spoken of: `the previous three months`. */
      readonly anchored?: boolean
    }
  | { readonly form: 'duration'; readonly parts: readonly UnitCount[]; readonly high?: number }
  | {
      readonly form: 'set'
      readonly unit: TimexUnit
      readonly count: number
      readonly weekday?: number
      readonly month?: number
      readonly day?: number
      readonly clock?: Clock
    }
  | { readonly form: 'reference'; readonly value: 'PAST_REF' | 'PRESENT_REF' | 'FUTURE_REF' }
  | { readonly form: 'decade'; readonly year: number }
  | { readonly form: 'century'; readonly century: number }
  /** Any of the eras before year 1: there is no ISO day for it, only the year. */
  | { readonly form: 'bc'; readonly year?: number }
  | { readonly form: 'quarter' | 'half'; readonly number: number; readonly year?: number; readonly offset?: number }
  | { readonly form: 'season'; readonly season: SeasonCode; readonly year?: number; readonly step?: Step }
  /** A week by its ISO 8601 number. */
  | { readonly form: 'week'; readonly week: number; readonly year?: number }
  /** The week that holds a day, or begins or ends with it. */
  | { readonly form: 'week-of'; readonly of: TimexExpression; readonly begins?: boolean; readonly ends?: boolean }
  | {
      readonly form: 'fiscal'
      readonly year?: number
      readonly step?: Step
      readonly quarter?: number
      readonly half?: number
    }
  /** A holiday by its key in the table of holidays. */
  | {
      readonly form: 'holiday'
      readonly holiday: string
      readonly year?: number
      readonly step?: Step
      /** The weekend that it makes long, or falls on. */
      readonly weekend?: boolean
    }
  | { readonly form: 'time'; readonly clock: Clock }
  | { readonly form: 'at'; readonly day: TimexExpression; readonly clock: Clock }
  /** `Friday of next week`, `May of last year`: the first `part` that `whole` holds. */
  | { readonly form: 'within'; readonly part: TimexExpression; readonly whole: TimexExpression }
  /** The nth unit or weekday of something; a negative `nth` counts from its end. `count` units together: `the first two weeks`. */
  | {
      readonly form: 'nth'
      readonly nth: number
      readonly unit: TimexUnit
      readonly weekday?: number
      readonly count?: number
      readonly of: TimexExpression
    }
  /** `the year ended June 30`, `the three months to September`: so long, up to the end of `to`. `quarter` is the number that it has in its fiscal year. */
  | {
      readonly form: 'ending'
      readonly parts: readonly UnitCount[]
      readonly to: TimexExpression
      readonly quarter?: number
      /** It is over, as the text says. */
      readonly over?: boolean
    }
  /** `the same quarter last year`: the period that the text is about, so many years back or in another year; of `the same time` the month of writing where it is about none. */
  | {
      readonly form: 'same'
      readonly unit?: TimexUnit
      readonly back?: number
      readonly year?: number
      readonly time?: boolean
    }
  | { readonly form: 'range'; readonly from: TimexExpression; readonly to: TimexExpression }
