import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DateClaim, FigureClaim } from '../src/client/index.ts'
import { sayDate, sayQuantity } from '../src/say/claims.ts'
import { sayDays, sayDuration } from '../src/say/days.ts'
import { readNumber, sayNumber } from '../src/say/numbers.ts'

const figure = (fields: Partial<FigureClaim>) => sayQuantity({ kind: 'count', ...fields } as FigureClaim)
const date = (fields: Partial<DateClaim>) => sayDate({ kind: 'date', surface: 'then', ...fields } as DateClaim)

describe('values are said as people say them', () => {
  it.each([
    [{ kind: 'money', number: 24e9, currency: 'USD' }, '$24 billion'],
    [{ kind: 'money', number: 1.35, currency: 'USD', per: 'share' }, '$1.35 per share'],
    [{ kind: 'money', number: 1234.5, currency: 'EUR' }, '€1,234.50'],
    [{ kind: 'money', number: 5e9, currency: 'NGN' }, 'NGN 5 billion'],
    [{ kind: 'money', low: 4e9, high: 5e9, currency: 'USD' }, '$4–5 billion'],
    [{ kind: 'money', low: 9e8, high: 1e9, currency: 'GBP' }, '£900 million–1 billion'],
    [{ number: 20e6, unit: 'person' }, '20 million people'],
    [{ number: 1, unit: 'person' }, '1 person'],
    [{ number: 300, low: 300, unit: 'child', modifier: 'at-least' }, 'at least 300 children'],
    [{ number: 3, unit: 'woman' }, '3 women'],
    [{ number: 2, unit: 'city' }, '2 cities'],
    [{ number: 12, unit: 'basis point' }, '12 basis points'],
    [{ number: 12, unit: 'barrel per day' }, '12 barrels per day'],
    [{ kind: 'percentage', low: 5, high: 7, unit: 'percent' }, '5–7%'],
    [{ kind: 'percentage', number: -1.5, unit: 'percent', modifier: 'about' }, 'about −1.5%'],
    [{ kind: 'fraction', number: 1 / 3 }, 'one third'],
    [{ kind: 'fraction', number: 0.75, unit: 'voter' }, 'three quarters of voters'],
    [{ kind: 'ratio', number: 0.05 }, '1 in 20'],
    [{ kind: 'ratio', number: 3 }, '3 to 1'],
    [{ kind: 'multiple', number: 2 }, '2 times'],
    [{ kind: 'rank', number: 3 }, '3rd'],
    [{ kind: 'rank', number: 10, modifier: 'at-most' }, 'among the first 10'],
    [{ kind: 'score', number: 52, against: 48 }, '52–48'],
    [{ kind: 'measurement', number: 30, unit: 'Cel' }, '30°C'],
    [{ kind: 'measurement', number: 12, unit: 'km2' }, '12 km²'],
    [{ kind: 'measurement', number: 12, unit: 'kg' }, '12 kg'],
    [{ high: 40 }, 'up to 40'],
    [{}, 'no single number'],
  ] as [Partial<FigureClaim>, string][])('%j is %s', (fields, said) => {
    expect(figure(fields)).toBe(said)
  })

  it.each([
    [24e9, '24 billion'],
    [1_234_567, '1,234,567'],
    [1_500_000, '1.5 million'],
    [999_999, '999,999'],
    [0.333333, '0.333333'],
    [-20e6, '−20 million'],
  ])('%d is %s: no digit is lost', (value, said) => {
    expect(sayNumber(value)).toBe(said)
  })

  it.each([
    ['2022-01-01', '2022-12-31', '2022'],
    ['2010-01-01', '2015-12-31', '2010–2015'],
    ['2022-07-01', '2022-07-31', 'July 2022'],
    ['2024-02-01', '2024-02-29', 'February 2024'],
    ['2022-07-01', '2022-09-30', 'July–September 2022'],
    ['2022-11-01', '2023-01-31', 'November 2022 – January 2023'],
    ['2023-06-08', '2023-06-08', '8 June 2023'],
    ['2023-06-08', '2023-06-09', '8–9 June 2023'],
    ['2023-06-08', '2023-07-03', '8 June – 3 July 2023'],
    ['2022-12-30', '2023-01-02', '30 December 2022 – 2 January 2023'],
    ['2023-06-08', undefined, 'from 8 June 2023'],
    [undefined, '2023-06-08', 'to 8 June 2023'],
  ])('%s to %s is %s', (from, to, said) => {
    expect(sayDays(from, to)).toBe(said)
  })

  it.each([
    ['P10Y', '10 years'],
    ['P1M', '1 month'],
    ['PT2H30M', '2 hours 30 minutes'],
    ['PXW', 'some weeks'],
    ['P2DE', '2 decades'],
  ])('%s is %s', (iso, said) => {
    expect(sayDuration(iso)).toBe(said)
  })

  it.each([
    [{ kind: 'reference', iso: 'PRESENT_REF' }, 'now'],
    [{ kind: 'set', iso: 'XXXX-WXX-1', duration: 'P1W' }, 'Mondays, every week'],
    [{ kind: 'duration', duration: 'P10Y', iso: 'P10Y' }, '10 years'],
    [{ iso: 'T10' }, '10:00'],
    [{ iso: '2023-06-08T10:30', from: '2023-06-08', to: '2023-06-08' }, '8 June 2023, 10:30'],
    [{ iso: 'XXXX-01/XXXX-03', kind: 'range' }, 'January – March'],
    [{ from: '2010-01-01', to: '2010-12-31', modifier: 'after' }, 'after 2010'],
    [{}, '“then”, not resolved'],
  ] as [Partial<DateClaim>, string][])('the date %j is %s', (fields, said) => {
    expect(date(fields)).toBe(said)
  })
})

describe('numbers are read as people type them', () => {
  it.each([
    ['20', 20],
    ['−3.5', -3.5],
    ['5,300', 5300],
    ['$24 billion', 24e9],
    ['2.5m', 2.5e6],
    ['1.1bn', 1.1e9],
    ['20%', 20],
    ['many', undefined],
    ['5 constructor', undefined],
    ['', undefined],
  ])('%s is %s', (text, number) => {
    expect(readNumber(text)).toBe(number)
  })

  it('what was said is read as the same number', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 0, max: 3 }), (whole, decimals) => {
        const number = whole / 10 ** decimals
        expect(readNumber(sayNumber(number)) ?? Number.NaN).toBeCloseTo(number, 3)
      }),
    )
  })
})
