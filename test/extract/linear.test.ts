import { describe, expect, it } from 'vitest'
import { extractClaims } from '../../src/ingest.ts'

// Inputs that make careless rules look again and again. Nothing is timed here (`npm run bench` does): a quadratic rule would run into
// the test's limit, since at 200,000 characters it takes minutes where a linear one takes a fraction of a second.
const length = 200_000
const fill = (unit: string) => unit.repeat(Math.ceil(length / unit.length)).slice(0, length)
const hostile: Record<string, string> = {
  digits: fill('1'),
  groups: fill('1,'),
  dots: fill('1.'),
  'spaced thousands': fill('100 '),
  dollars: fill('$'),
  spaces: `1${fill(' ')}x`,
  'last last': fill('last '),
  'hedges of hedges': fill('more than '),
  'days without end': fill('8 June '),
  'lists of days': fill('May 5, 6, '),
  'lengths without end': fill('2 years 3 months '),
  'number words': fill('twenty-one hundred '),
  'open ranges': fill('between 5 and '),
  dashes: fill('5-'),
  'opening quotes': fill('“a '),
  brackets: fill('(('),
  'capital words': fill('Ada Berg '),
  said: fill('he said '),
  'that that': fill('said that '),
  'no sentence end': fill('word '),
  commas: fill('Hill, '),
  'open lines': fill('a\n'),
}

describe('hostile inputs', () => {
  for (const [name, text] of Object.entries(hostile))
    it(`${name}: the whole walk comes to an end`, { timeout: 60_000 }, () => {
      expect(extractClaims(text).text).toBe(text)
    })
})
