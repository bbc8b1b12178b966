import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findCurrency } from '../../src/text/currencies.ts'
import { parseNumber } from '../../src/text/numerals.ts'
import { countCodePoints, mapToCodePoints, sliceCodePoints } from '../../src/text/offsets.ts'
import { findUnit } from '../../src/text/units.ts'

describe('numbers', () => {
  it.each([
    ['22.5', 'million', 22.5e6],
    ['125', undefined, 125],
    ['1.2', 'bn', 1.2e9],
    ['450', 'm', 450e6],
    ['1.234,5', undefined, 1234.5],
    ['5', 'crore', 5e7],
    ['2', 'lakh', 2e5],
    ['26 000', undefined, 26000],
    ['26\u00A0000', undefined, 26000],
    ['2,50,000', undefined, 250000],
    ['1,234,567.89', undefined, 1234567.89],
    ['1.234.567', undefined, 1234567],
    ['2 1/2', undefined, 2.5],
    ['.5', undefined, 0.5],
    ['0.07', 'million', 70000],
    ['2.3', 'million', 2300000],
    ['1.1', 'bn', 1100000000],
    ['half a million', undefined, 5e5],
    ['a dozen', undefined, 12],
    ['twenty-one hundred', undefined, 2100],
    ['three hundred and five', undefined, 305],
    ['two and a half million', undefined, 2.5e6],
    ['five million two hundred thousand', undefined, 5.2e6],
    ['two dozen', undefined, 24],
    ['a few thousand', undefined, null],
    ['twenty tea', undefined, null],
  ])('%s %s', (text, scale, value) => {
    expect(parseNumber(text, scale)).toBe(value)
  })

  it('come back from the way English groups them', () => {
    const comesBack = (value: number, locale: string) => expect(parseNumber(value.toLocaleString(locale))).toBe(value)
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e12 }), (value) => {
        comesBack(value, 'en-US')
        comesBack(value, 'en-IN')
      }),
    )
  })
})

describe('currencies and units', () => {
  it('knows every currency by its code, and the forms that the press uses', () => {
    for (const code of Intl.supportedValuesOf('currency')) expect(findCurrency(code)?.code).toBe(code)
    for (const [form, code] of [
      ['$', 'USD'],
      ['US$', 'USD'],
      ['€', 'EUR'],
      ['Rs', 'INR'],
      ['RMB', 'CNY'],
      ['euros', 'EUR'],
      ['Australian dollars', 'AUD'],
      ['tenge', 'KZT'],
      ['zlotys', 'PLN'],
    ] as const)
      expect([form, findCurrency(form)?.code]).toEqual([form, code])
    expect(findCurrency('cents')).toEqual({ code: 'USD', factor: 0.01 })
    expect(findCurrency('pesos')).toBeUndefined()
  })

  it('tells units apart by case where it matters', () => {
    for (const [form, code] of [
      ['km', 'km'],
      ['kilometres', 'km'],
      ['MW', 'MW'],
      ['tonnes', 'tonne'],
      ['mph', 'mile per hour'],
      ['degrees Celsius', 'Cel'],
    ] as const)
      expect([form, findUnit(form)]).toEqual([form, code])
    expect(findUnit('banana')).toBeUndefined()
  })
})

describe('offsets', () => {
  it('count code points as splitting the text does, and cut the same characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(60), fc.nat(60), (input, a, b) => {
        const text = input.toWellFormed()
        const points = [...text]
        const [start, end] = [Math.min(a, b), Math.max(a, b)]
        expect(sliceCodePoints(text, start, end)).toBe(points.slice(start, end).join(''))
        expect(countCodePoints(text)).toBe(points.length)
        const map = mapToCodePoints(text)
        let unit = 0
        points.forEach((character, i) => {
          expect(map(unit)).toBe(i)
          unit += character.length
        })
      }),
    )
  })
})
