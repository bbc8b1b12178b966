export const timexUnits = [
  'second',
  'minute',
  'hour',
  'day',
  'weekend',
  'week',
  'month',
  'quarter',
  'season',
  'year',
  'decade',
  'century',
] as const
export type TimexUnit = (typeof timexUnits)[number]

/**
 * What a time expression says by itself, before the day of writing and the clause decide where it lies
 * (TIMEX3 calls the outcome `value`). Months and days count from 1; weekdays from 1 = Monday (ISO 8601).
 */
export type TimexExpression =
  /** A calendar date with whatever parts the text gives. */
  | {
      readonly form: 'calendar'
      readonly year?: number
      readonly yearOffset?: -1 | 0 | 1
      readonly month?: number
      readonly day?: number
      readonly time?: string
    }
  | { readonly form: 'weekday'; readonly weekday: number; readonly direction?: -1 | 0 | 1; readonly time?: string }
  /** `last year` is one year back, `this week` none, `next month` one ahead; `last May` names its month. */
  | {
      readonly form: 'relative'
      readonly unit: TimexUnit
      readonly offset: number
      readonly exact?: boolean
      /** Counted from what the text spoke of last (`a year later`, `that year`) rather than from the day of writing. */
      readonly anchored?: boolean
      readonly time?: string
    }
  | { readonly form: 'month'; readonly month: number; readonly day?: number; readonly direction: -1 | 0 | 1 }
  /** `the last two decades`: a stretch that ends (or begins) at the day of writing. */
  | { readonly form: 'stretch'; readonly unit: TimexUnit; readonly count: number; readonly direction: -1 | 1 }
  | { readonly form: 'duration'; readonly unit: TimexUnit; readonly count: number; readonly high?: number }
  | {
      readonly form: 'set'
      readonly unit: TimexUnit
      readonly count?: number
      readonly weekday?: number
      readonly month?: number
    }
  | { readonly form: 'reference'; readonly value: 'PAST_REF' | 'PRESENT_REF' | 'FUTURE_REF' }
  | { readonly form: 'decade'; readonly year: number }
  | { readonly form: 'century'; readonly century: number; readonly before?: boolean }
  | { readonly form: 'quarter'; readonly quarter: number; readonly year?: number; readonly offset?: number }
  | { readonly form: 'half'; readonly half: number; readonly year?: number; readonly offset?: number }
  | {
      readonly form: 'season'
      readonly season: 'SP' | 'SU' | 'FA' | 'WI'
      readonly year?: number
      readonly offset?: number
    }
  | { readonly form: 'fiscal'; readonly year: number; readonly quarter?: number; readonly half?: number }
  | { readonly form: 'time'; readonly time: string }
  | { readonly form: 'range'; readonly from: TimexExpression; readonly to: TimexExpression }
