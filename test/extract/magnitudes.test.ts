import { describe, expect, it } from 'vitest'
import { extractClaims } from '../../src/ingest.ts'

// Forms that other readers get wrong by powers of ten. A figure here has the number that stands beside it, or none at all where the
// reading is unsure: never another one.

type Reading = { number?: number; low?: number; high?: number; currency?: string; unit?: string }

function read(phrase: string): Reading[] {
  return extractClaims(`They counted ${phrase} in all.`)
    .claims.filter((claim) => claim.type === 'figure')
    .map(({ number, low, high, currency, unit }) => ({
      ...(number !== undefined && { number }),
      ...(number === undefined && low !== undefined && { low }),
      ...(number === undefined && high !== undefined && { high }),
      ...(currency !== undefined && { currency }),
      ...(unit !== undefined && { unit }),
    }))
}

const scales: readonly (readonly [string, number])[] = [
  ['thousand', 1e3],
  ['million', 1e6],
  ['billion', 1e9],
  ['trillion', 1e12],
  ['lakh', 1e5],
  ['crore', 1e7],
]
const shortScales: readonly (readonly [string, number])[] = [
  ['k', 1e3],
  ['m', 1e6],
  ['mn', 1e6],
  ['mln', 1e6],
  ['M', 1e6],
  ['b', 1e9],
  ['bn', 1e9],
  ['B', 1e9],
  ['tn', 1e12],
  ['trn', 1e12],
]
const signs: readonly (readonly [string, string])[] = [
  ['$', 'USD'],
  ['US$', 'USD'],
  ['A$', 'AUD'],
  ['C$', 'CAD'],
  ['HK$', 'HKD'],
  ['€', 'EUR'],
  ['£', 'GBP'],
  ['¥', 'JPY'],
  ['₹', 'INR'],
  ['Rs ', 'INR'],
  ['USD ', 'USD'],
  ['EUR ', 'EUR'],
  ['CHF ', 'CHF'],
]
const digits: readonly (readonly [string, number])[] = [
  ['22.5', 22.5],
  ['1.2', 1.2],
  ['125', 125],
  ['1,250', 1250],
  ['2,50,000', 250000],
  ['0.07', 0.07],
]
const exact = (value: number) => Number(value.toPrecision(15))
/** Ends of ranges whose scale is written once, behind the second. */
const ranges: readonly (readonly [string, number, number])[] = [
  ['four to five', 4, 5],
  ['between four and five', 4, 5],
  ['ten to twenty-five', 10, 25],
  ['two or three', 2, 3],
  ['2 to 3', 2, 3],
  ['4-5', 4, 5],
  ['2.5 to 3', 2.5, 3],
  ['one to two and a half', 1, 2.5],
]

const crossed: (readonly [string, readonly Reading[]])[] = [
  ...ranges.flatMap(([words, low, high]) =>
    scales.flatMap(([scale, factor]) => [
      [`${words} ${scale} people`, [{ low: exact(low * factor), high: exact(high * factor), unit: 'person' }]] as const,
      [`${words} ${scale} euros`, [{ low: exact(low * factor), high: exact(high * factor), currency: 'EUR' }]] as const,
    ]),
  ),
  ...signs.flatMap(([sign, currency]) =>
    scales.map(
      ([scale, factor], i) =>
        [
          `${sign}${digits[i % digits.length]![0]} ${scale}`,
          [{ number: exact(digits[i % digits.length]![1] * factor), currency }],
        ] as const,
    ),
  ),
  ...signs.flatMap(([sign, currency], s) =>
    shortScales
      .filter((_, i) => (i + s) % 2 === 0)
      .map(([scale, factor]) => [`${sign}4.5${scale}`, [{ number: exact(4.5 * factor), currency }]] as const),
  ),
  ...digits.map(([text, number]) => [`${text} percent`, [{ number, unit: 'percent' }]] as const),
]

const written: readonly (readonly [string, readonly Reading[]])[] = [
  ['EUR 125', [{ number: 125, currency: 'EUR' }]],
  ['half a million people', [{ number: 500_000, unit: 'person' }]],
  ['half a billion dollars', [{ number: 5e8, currency: 'USD' }]],
  ['a quarter of a million dollars', [{ number: 250_000, currency: 'USD' }]],
  ['a million people', [{ number: 1e6, unit: 'person' }]],
  ['one and a half million people', [{ number: 1.5e6, unit: 'person' }]],
  ['two and a half billion euros', [{ number: 2.5e9, currency: 'EUR' }]],
  ['1.234,5 tonnes', [{ number: 1234.5, unit: 'tonne' }]],
  ['1.234.567 people', [{ number: 1_234_567, unit: 'person' }]],
  ['1,234,567 people', [{ number: 1_234_567, unit: 'person' }]],
  ['12,34,567 people', [{ number: 1_234_567, unit: 'person' }]],
  ["1'234'567 people", [{ number: 1_234_567, unit: 'person' }]],
  ['26 000 homes', [{ number: 26_000, unit: 'home' }]],
  ['26\u00A0000 homes', [{ number: 26_000, unit: 'home' }]],
  ['1 234 567 people', [{ number: 1_234_567, unit: 'person' }]],
  ['1.234 people', [{ unit: 'person' }]],
  ['€1.234', [{ currency: 'EUR' }]],
  ['€1.234.567', [{ number: 1_234_567, currency: 'EUR' }]],
  ['€1.234,50', [{ number: 1234.5, currency: 'EUR' }]],
  ['€3,5 million', [{ number: 3.5e6, currency: 'EUR' }]],
  ['$1.234', [{ number: 1.234, currency: 'USD' }]],
  ['$1,234.56', [{ number: 1234.56, currency: 'USD' }]],
  ['$2.174T', [{ number: 2.174e12, currency: 'USD' }]],
  ['$3-4 billion', [{ low: 3e9, high: 4e9, currency: 'USD' }]],
  ['$3 million to $4 billion', [{ low: 3e6, high: 4e9, currency: 'USD' }]],
  ['$3 to $4 billion', [{ low: 3e9, high: 4e9, currency: 'USD' }]],
  ['between £5bn and £6bn', [{ low: 5e9, high: 6e9, currency: 'GBP' }]],
  ['900 to 1,200 tonnes', [{ low: 900, high: 1200, unit: 'tonne' }]],
  ['2 million km to 5 million km', [{ low: 2e6, high: 5e6, unit: 'km' }]],
  ['10,000-15,000 troops', [{ low: 10_000, high: 15_000, unit: 'troop' }]],
  ['eight to 10 feet', [{ low: 8, high: 10, unit: 'ft' }]],
  ['Rs 5 crore', [{ number: 5e7, currency: 'INR' }]],
  ['Rs. 5.5 crore', [{ number: 5.5e7, currency: 'INR' }]],
  ['Rs 2 lakh crore', [{ number: 2e12, currency: 'INR' }]],
  ['5 crore rupees', [{ number: 5e7, currency: 'INR' }]],
  ['3 lakh people', [{ number: 300_000, unit: 'person' }]],
  ['30 cents', [{ number: 0.3, currency: 'USD' }]],
  ['1.5 cents', [{ number: 0.015, currency: 'USD' }]],
  ['20 dollars 43 cents', [{ number: 20.43, currency: 'USD' }]],
  ['50 pence', [{ number: 0.5, currency: 'GBP' }]],
  ['80p', [{ number: 0.8, currency: 'GBP' }]],
  ['100 yen', [{ number: 100, currency: 'JPY' }]],
  ['1.3 trillion won', [{ number: 1.3e12, currency: 'KRW' }]],
  ['500m Norwegian kroner', [{ number: 5e8, currency: 'NOK' }]],
  ['75 USD million', [{ number: 7.5e7, currency: 'USD' }]],
  ['USD 22.5 million', [{ number: 22.5e6, currency: 'USD' }]],
  ['US$40 billion', [{ number: 4e10, currency: 'USD' }]],
  ['EUR 450m', [{ number: 4.5e8, currency: 'EUR' }]],
  ['a $1.2bn loss', [{ number: 1.2e9, currency: 'USD' }]],
  ['1/2 cup', [{ number: 0.5, unit: 'cup' }]],
  ['2 1/2 miles', [{ number: 2.5, unit: 'mile' }]],
  ['2½ miles', [{ number: 2.5, unit: 'mile' }]],
  ['.5 percent', [{ number: 0.5, unit: 'percent' }]],
  ['0.05 percent', [{ number: 0.05, unit: 'percent' }]],
  ['3,5 percent', [{ number: 3.5, unit: 'percent' }]],
  ['25 basis points', [{ number: 25, unit: 'basis point' }]],
  ['1.2 million barrels per day', [{ number: 1.2e6, unit: 'barrel per day' }]],
  ['4.5 bcm', [{ number: 4.5, unit: 'bcm' }]],
  ['900 MW', [{ number: 900, unit: 'MW' }]],
  ['twenty-one hundred people', [{ number: 2100, unit: 'person' }]],
  ['three hundred and five people', [{ number: 305, unit: 'person' }]],
  ['five million two hundred thousand people', [{ number: 5.2e6, unit: 'person' }]],
  ['one hundred thousand people', [{ number: 100_000, unit: 'person' }]],
  ['a dozen eggs', [{ number: 12, unit: 'egg' }]],
  ['three dozen eggs', [{ number: 36, unit: 'egg' }]],
  ['dozens of eggs', [{ low: 24, unit: 'egg' }]],
  ['tens of thousands of people', [{ low: 20_000, unit: 'person' }]],
  ['hundreds of millions of dollars', [{ low: 2e8, currency: 'USD' }]],
  ['a few thousand people', [{ low: 2000, high: 9999, unit: 'person' }]],
  ['a couple of hundred people', [{ number: 200, unit: 'person' }]],
  ['1.3x10^6 cells', [{ number: 1.3e6, unit: 'cell' }]],
  ['10k runners', [{ number: 10_000, unit: 'runner' }]],
  ['five mln euros', [{ number: 5e6, currency: 'EUR' }]],
  ['three bn people', [{ number: 3e9, unit: 'person' }]],
  ['five to six hundred people', [{ low: 500, high: 600, unit: 'person' }]],
  ['twenty to one hundred people', [{ low: 20, high: 100, unit: 'person' }]],
  ['500 to one thousand people', [{ low: 500, high: 1000, unit: 'person' }]],
  ['500,000 to one million people', [{ low: 5e5, high: 1e6, unit: 'person' }]],
  ['three to four hundred thousand people', [{ low: 3e5, high: 4e5, unit: 'person' }]],
  ['five hundred to six hundred million people', [{ low: 5e8, high: 6e8, unit: 'person' }]],
  ['two to three dozen eggs', [{ low: 24, high: 36, unit: 'egg' }]],
  ['800 to 1.2 million people', [{ unit: 'person' }]],
  ['8-1/2 percent', [{ number: 8.5, unit: 'percent' }]],
  ['1.1 bilion dollars', [{ unit: 'dollar' }]],
  ['5m', [{}]],
  ['5m people', [{ number: 5e6, unit: 'person' }]],
  ['5 m', [{ number: 5, unit: 'm' }]],
]

describe('magnitudes', () => {
  const forms = [...crossed, ...written]
  it('are held on more than 200 forms', () => {
    expect(new Set(forms.map(([phrase]) => phrase)).size).toBeGreaterThan(200)
  })
  it.each(forms)('%s', (phrase, figures) => {
    expect(read(phrase)).toEqual(figures)
  })
})
