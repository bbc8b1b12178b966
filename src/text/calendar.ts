// Names of months and weekdays in English, long and short, from Intl (CLDR), with the press's abbreviations.

const named = (options: Intl.DateTimeFormatOptions, month: number, day: number) =>
  new Intl.DateTimeFormat('en', { ...options, timeZone: 'UTC' }).format(Date.UTC(2024, month, day)).toLowerCase()

const months = new Map<string, number>()
const weekdays = new Map<string, number>()
for (let i = 0; i < 12; i++)
  for (const style of ['long', 'short'] as const) months.set(named({ month: style }, i, 1), i + 1)
months.set('sept', 9)
for (let i = 0; i < 7; i++)
  for (const style of ['long', 'short'] as const) weekdays.set(named({ weekday: style }, 0, 1 + i), i + 1) // 2024-01-01 was a Monday
for (const [form, day] of [
  ['tues', 2],
  ['thur', 4],
  ['thurs', 4],
  ['weds', 3],
] as const)
  weekdays.set(form, day)

const capital = (word: string) => word[0]!.toUpperCase() + word.slice(1)
const source = (words: Iterable<string>) =>
  [...words]
    .sort((a, b) => b.length - a.length)
    .map((word) =>
      word.length > 4 || word === 'may' || word === 'june' || word === 'july' ? capital(word) : `${capital(word)}\\.?`,
    )
    .join('|')

/** Regular expression source, capitalised as English writes them: `January`, `Sept.`. */
export const monthSource = source(months.keys())
export const weekdaySource = source(weekdays.keys())

const plain = /^[a-z]*$/

/** 1 to 12, or null. Case and a final full stop do not matter. */
export function parseMonth(name: string): number | null {
  return months.get(name) ?? (plain.test(name) ? null : (months.get(name.toLowerCase().replace(/\.$/, '')) ?? null))
}

/** 1 (Monday) to 7, or null. */
export function parseWeekday(name: string): number | null {
  return weekdays.get(name) ?? (plain.test(name) ? null : (weekdays.get(name.toLowerCase().replace(/\.$/, '')) ?? null))
}
