import type { TimexUnit } from '../model/timex.ts'

const letters: Record<TimexUnit, [string, number]> = {
  second: ['TS', 1],
  minute: ['TM', 1],
  hour: ['TH', 1],
  day: ['D', 1],
  weekend: ['D', 2],
  week: ['W', 1],
  month: ['M', 1],
  quarter: ['M', 3],
  season: ['M', 3],
  year: ['Y', 1],
  decade: ['Y', 10],
  century: ['Y', 100],
}

/** ISO 8601 duration; a vague count (0) has none. */
export function durationOf(unit: TimexUnit, count: number): string | undefined {
  if (!count) return undefined
  const [letter, factor] = letters[unit]
  const number = Number((count * factor).toPrecision(12))
  return letter.startsWith('T') ? `PT${number}${letter[1]}` : `P${number}${letter}`
}
