// Numbers as English-language news writes them: digits with any grouping, words, and scale words.

const ones = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
]
const tens = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety']
const small = new Map<string, number>([
  ...ones.map((word, i) => [word, i] as const),
  ...tens.flatMap((word, i) => (word ? [[word, i * 10] as const] : [])),
])
small.set('dozen', 12)

const scales = new Map<string, number>([
  ['hundred', 1e2],
  ['dozen', 12],
  ['thousand', 1e3],
  ['k', 1e3],
  ['lakh', 1e5],
  ['lakhs', 1e5],
  ['million', 1e6],
  ['mln', 1e6],
  ['mn', 1e6],
  ['m', 1e6],
  ['crore', 1e7],
  ['crores', 1e7],
  ['billion', 1e9],
  ['bln', 1e9],
  ['bn', 1e9],
  ['b', 1e9],
  ['trillion', 1e12],
  ['trn', 1e12],
  ['tn', 1e12],
  ['quadrillion', 1e15],
])
for (const word of ['hundred', 'thousand', 'million', 'billion', 'trillion', 'dozen'])
  scales.set(`${word}s`, scales.get(word) ?? 12)

const word = [...small.keys()].sort((a, b) => b.length - a.length).join('|')
const scaleWord = 'hundred|thousand|million|billion|trillion|quadrillion|lakhs?|crores?'

// Repetitions are bounded: no number has more groups, and an unbounded one would make hostile text quadratic.

/** Digits: US `1,234.5`, Indian `2,50,000`, spaced `26 000`, European `1.234,5`, plain `1234.5`. */
export const digitsSource = [
  '\\d{1,3}(?:\\.\\d{3}){1,6},\\d+', // 1.234,5 (European: both marks, comma last)
  '\\d{1,3}(?:\\.\\d{3}){2,6}', // 1.234.567
  '\\d{1,3}(?:,\\d{2,3}){0,6},\\d{3}(?:\\.\\d+)?', // 1,234.5 and 2,50,000
  '\\d{1,3}(?:[\\u00A0\\u202F\\u2009 ]\\d{3}){1,6}(?![\\d])(?:[.,]\\d+)?', // 26 000
  '\\d+(?:\\.\\d+)?(?:\\s[1-9]\\/[1-9]\\d?)?', // 1234.5, 2 1/2
  '\\.\\d+', // .5
].join('|')

/** Number words, lower-case (use with the `i` flag): `twenty-one hundred`, `two and a half`, `a dozen`, `half a million`. */
export const wordsSource = `half\\s+a\\s+(?:million|billion|trillion|dozen)|(?:a\\s+)?(?:couple|few)\\s+(?:hundred|thousand|million|billion)|(?:a\\s+(?:hundred|thousand|million|billion|trillion|dozen)|(?:${word}))(?:(?:\\s+and\\s+|[\\s-]+)(?:${word}|${scaleWord})){0,10}(?:\\s+and\\s+a\\s+half(?:[\\s-]+(?:${scaleWord}))?)?`

/** A scale word or letter behind digits: `bn`, `million`, `crore`. Letters count only when nothing else follows them. */
export const scaleSource =
  '(?:hundred|thousand|dozen|million|billion|trillion|quadrillion|lakhs?|crores?|mln|bln|trn|bn|mn|tn|[kmb])(?![\\p{L}\\p{N}])'

/** Value of digits in any of the groupings above; null where the reading is unsure. */
export function parseDigits(digits: string): number | null {
  const fraction = /^(.*\S)\s([1-9])\/([1-9]\d?)$/.exec(digits)
  if (fraction) return Number(fraction[1]) + Number(fraction[2]) / Number(fraction[3])
  const plain = digits.replace(/[\s\u00A0\u202F\u2009]/g, '')
  if (/^\d{1,3}(?:\.\d{3})+,\d+$/.test(plain)) return Number(plain.replaceAll('.', '').replace(',', '.'))
  if (/^\d{1,3}(?:\.\d{3}){2,}$/.test(plain)) return Number(plain.replaceAll('.', ''))
  const value = Number(plain.replaceAll(',', ''))
  return Number.isFinite(value) ? value : null
}

/** Value of number words; null when they make no number. */
export function parseWords(words: string): number | null {
  const text = words.toLowerCase().trim()
  if (/\b(?:couple|few)\b/.test(text)) return null
  const half = /^half\s+a\s+(\w+)$/.exec(text)
  if (half) return (scales.get(half[1]!) ?? small.get(half[1]!)!) / 2
  let total = 0
  let group = 0
  let seen = false
  let unit = 1
  let add = 0
  for (const token of text.split(/[\s-]+/)) {
    if (token === 'and') continue
    if (token === 'a') {
      if (!seen) group = 1
      continue
    }
    if (token === 'half') {
      if (group > 0) group += 0.5
      else add = unit / 2
      continue
    }
    const digit = small.get(token)
    const scale = scales.get(token)
    if (token === 'dozen' && group > 0) group *= 12
    else if (digit !== undefined) group += digit
    else if (scale === 100) group = (group || 1) * 100
    else if (scale !== undefined) {
      total += (group || 1) * scale
      group = 0
      unit = scale
    } else return null
    seen = true
  }
  return seen ? total + group + add : null
}

/** Multiplier of a scale word or letter, 1 for none. */
export function parseScale(scale: string | undefined): number {
  return scale ? (scales.get(scale.toLowerCase()) ?? 1) : 1
}

/** Digits or words with an optional scale; rounded to what the decimal text says, so `2.3` million is exactly 2300000. */
export function parseNumber(text: string, scale?: string): number | null {
  const value = /\d/.test(text) ? parseDigits(text) : parseWords(text)
  if (value === null) return null
  return Number((value * parseScale(scale)).toPrecision(15))
}

const ordinalWords = new Map(
  [
    'zeroth',
    'first',
    'second',
    'third',
    'fourth',
    'fifth',
    'sixth',
    'seventh',
    'eighth',
    'ninth',
    'tenth',
    'eleventh',
    'twelfth',
    'thirteenth',
    'fourteenth',
    'fifteenth',
    'sixteenth',
    'seventeenth',
    'eighteenth',
    'nineteenth',
    'twentieth',
    'twenty-first',
  ].map((word, i) => [word, i]),
)
ordinalWords.set('thirtieth', 30)
/** Regular expression source: `3rd`, `twelfth`. */
export const ordinalSource = `\\d{1,3}(?:st|nd|rd|th)|${[...ordinalWords.keys()].slice(1).reverse().join('|')}`

export function parseOrdinal(text: string): number | null {
  const digits = /^(\d+)(?:st|nd|rd|th)$/i.exec(text)
  return digits ? Number(digits[1]) : (ordinalWords.get(text.toLowerCase()) ?? null)
}
