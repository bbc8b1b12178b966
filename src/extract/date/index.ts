import type { Pattern } from '../pattern.ts'
import { bareMonth, dayMonth, dayOfMonth, monthDay, monthYear, numeric, weekdayName } from './calendar.ts'
import { clock, quarter, season } from './period.ts'
import { ago, day, definite, deictic, duration, reference, set, stretch } from './relative.ts'
import { century, decade, plainYear } from './year.ts'

/** Every form of date. The order decides between readings of equal length: the more specific first. */
export const datePatterns: readonly Pattern[] = [
  numeric,
  monthDay,
  dayMonth,
  monthYear,
  bareMonth,
  weekdayName,
  dayOfMonth,
  decade,
  century,
  quarter,
  season,
  plainYear,
  day,
  stretch,
  ago,
  deictic,
  set,
  duration,
  definite,
  clock,
  reference,
]
