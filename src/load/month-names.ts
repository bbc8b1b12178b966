// Names of months in the languages that pages are written in, from Intl (CLDR). English is in text/calendar.

const languages =
  'de fr es it pt nl pl ru uk be cs sk sl hr sr bg mk ro hu tr az sv da nb nn fi et lv lt el id ms ca eu gl sq bs is ga cy vi sw fil hi ar fa he'.split(
    ' ',
  )

/** A month's number for each language that has the word: `listopad` is the tenth in Croatian and the eleventh in Polish. */
const known = new Map<string, Map<string, number>>()

function learn(): void {
  for (const language of languages)
    for (const month of ['long', 'short'] as const) {
      // the word alone, and as it is written beside a day: `август`, `15 августа`
      const alone = new Intl.DateTimeFormat(language, { month, timeZone: 'UTC' })
      const beside = new Intl.DateTimeFormat(language, { day: 'numeric', month, timeZone: 'UTC' })
      for (let i = 0; i < 12; i++) {
        const day = Date.UTC(2024, i, 15)
        for (const name of [
          alone.format(day),
          beside.formatToParts(day).find(({ type }) => type === 'month')?.value ?? '',
        ]) {
          const word = plain(name)
          if (!/^\p{L}{3,}$/u.test(word)) continue
          const numbers = known.get(word) ?? new Map<string, number>()
          known.set(word, numbers.set(language, i + 1))
        }
      }
    }
  // words that CLDR does not give and papers write
  for (const [word, language, number] of [
    ['jänner', 'de', 1],
    ['feber', 'de', 2],
    ['mär', 'de', 3],
    ['mrz', 'de', 3],
    ['setiembre', 'es', 9],
  ] as const)
    known.set(word, (known.get(word) ?? new Map<string, number>()).set(language, number))
}

const plain = (word: string) => word.toLowerCase().replace(/\.$/, '')

/**
 * 1 to 12; undefined for what is no month, and for a word that is another month in another language, unless the page's own tells.
 * @param language BCP 47
 */
export function parseForeignMonth(name: string, language?: string): number | undefined {
  if (known.size === 0) learn()
  const numbers = known.get(plain(name))
  const own = numbers?.get(language?.split('-')[0] ?? '')
  if (!numbers || own !== undefined) return own
  const [first, ...others] = new Set(numbers.values())
  return others.length === 0 ? first : undefined
}
