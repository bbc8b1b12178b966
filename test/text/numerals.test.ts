import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findCurrency } from '../../src/text/currencies.ts'
import { readOrdinal } from '../../src/text/number-words.ts'
import { readNumeral } from '../../src/text/numerals.ts'
import { countCodePoints, mapToCodePoints, sliceCodePoints } from '../../src/text/offsets.ts'
import { tokenize } from '../../src/text/tokens.ts'
import { findUnit } from '../../src/text/units.ts'

const numberOf = (text: string) => {
  const tokens = tokenize(text)
  const numeral = readNumeral(tokens, 0)
  return numeral && { value: numeral.value, words: text.slice(0, tokens.end[numeral.end - 1]) }
}

describe('numbers', () => {
  it.each([
    ['22.5 million', 22.5e6],
    ['125', 125],
    ['1.2bn', 1.2e9],
    ['450m', 450e6],
    ['1.234,5', 1234.5],
    ['5 crore', 5e7],
    ['2 lakh', 2e5],
    ['3 lakh crore', 3e12],
    ['26 000', 26000],
    ['26\u00A0000', 26000],
    ['2,50,000', 250000],
    ["1'234'567", 1234567],
    ['1,234,567.89', 1234567.89],
    ['1.234.567', 1234567],
    ['2 1/2', 2.5],
    ['2½', 2.5],
    ['.5', 0.5],
    ['0.07 million', 70000],
    ['2.3 million', 2300000],
    ['1.1 bn', 1100000000],
    ['10M', 10e6],
    ['100k', 100e3],
    ['1.3x10^6', 1300000],
    ['4 thousand 3 hundred and 21', 4321],
    ['half a million', 5e5],
    ['a quarter million', 25e4],
    ['a dozen', 12],
    ['three dozen', 36],
    ['twenty-one hundred', 2100],
    ['three hundred and five', 305],
    ['two and a half million', 2.5e6],
    ['five million two hundred thousand', 5.2e6],
    ['one hundred and three and a half', 103.5],
    ['nine point zero four', 9.04],
    ['two dozen', 24],
    ['a couple of hundred', 200],
  ])('%s', (text, value) => {
    expect(numberOf(text)).toEqual({ value, words: text })
  })

  it.each([
    ['tens of thousands', 20_000, undefined],
    ['dozens', 24, undefined],
    ['hundreds of millions', 2e8, undefined],
    ['a few hundred', 200, 999],
  ])('%s says no number, but where it begins', (text, low, high) => {
    const numeral = readNumeral(tokenize(text), 0)
    expect([numeral!.low, numeral!.high]).toEqual([low, high])
    expect(numeral!.value).toBeUndefined()
  })

  it('stops where the number ends', () => {
    expect(numberOf('twenty tea')).toEqual({ value: 20, words: 'twenty' })
    expect(numberOf('two three')).toEqual({ value: 2, words: 'two' })
    expect(numberOf('five and six')).toEqual({ value: 5, words: 'five' })
  })

  it('gives no value where a full stop may be a thousand or a decimal', () => {
    expect(numberOf('1.234')!.value).toBeUndefined()
  })

  it('reads ordinals', () => {
    for (const [text, value] of [
      ['3rd', 3],
      ['twelfth', 12],
      ['twenty-first', 21],
      ['thirty first', 31],
    ] as const)
      expect(readOrdinal(tokenize(text), 0)?.value).toBe(value)
  })

  it('come back from the way English groups them', () => {
    const comesBack = (value: number, locale: string) =>
      expect(numberOf(value.toLocaleString(locale))?.value).toBe(value)
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
