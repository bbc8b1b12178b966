import type { TimexUnit, UnitCount } from '../model/timex.ts'

// order of ISO 8601: years, months, weeks, days, then what stands behind T
const letters: Readonly<Record<TimexUnit, readonly [letter: string, factor: number]>> = {
  century: ['Y', 100],
  decade: ['Y', 10],
  year: ['Y', 1],
  half: ['M', 6],
  season: ['M', 3],
  quarter: ['M', 3],
  month: ['M', 1],
  week: ['W', 1],
  weekend: ['D', 2],
  weekday: ['D', 1],
  day: ['D', 1],
  hour: ['TH', 1],
  minute: ['TM', 1],
  second: ['TS', 1],
}
const order = ['Y', 'M', 'W', 'D', 'TH', 'TM', 'TS']

/** ISO 8601 duration of one unit or several; a vague count (0) has none. */
export function durationOf(parts: readonly UnitCount[]): string | undefined {
  const sums = new Map<string, number>()
  for (const { unit, count } of parts) {
    if (!count) return undefined
    const [letter, factor] = letters[unit]
    sums.set(letter, (sums.get(letter) ?? 0) + count * factor)
  }
  let text = 'P'
  for (const letter of order) {
    const sum = sums.get(letter)
    if (sum === undefined) continue
    if (letter.startsWith('T') && !text.includes('T')) text += 'T'
    text += `${Number(sum.toPrecision(12))}${letter.at(-1)}`
  }
  return text
}

/** The same as a field of a value: `{}` where its words are vague. */
export const durationValue = (parts: readonly UnitCount[]): { duration?: string } => {
  const duration = durationOf(parts)
  return duration ? { duration } : {}
}
