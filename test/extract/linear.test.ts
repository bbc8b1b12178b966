import { describe, expect, it } from 'vitest'
import { extractClaims } from '../../src/ingest.ts'

// Inputs that make careless rules look again and again. Nothing is timed here (`npm run bench` does): a quadratic rule would run into
// the test's limit, since at 200,000 characters it takes minutes where a linear one takes a fraction of a second.
const length = 200_000
// a text that is not English is not read at all: each begins like one that is
const prose =
  'The mayor of the town has told the people that the new bridge over the river will be open before the winter. '.repeat(
    20,
  )
const fill = (unit: string) => prose + unit.repeat(Math.ceil(length / unit.length)).slice(0, length)
const hostile: Record<string, string> = {
  digits: fill('1'),
  groups: fill('1,'),
  dots: fill('1.'),
  'spaced thousands': fill('100 '),
  dollars: fill('$'),
  spaces: `${fill(' ')}x`,
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
  'passives without end': fill('it was reported by the '),
  verdicts: fill('accused the man of the '),
  requests: fill('urged him to '),
  asides: fill('the mayor (a) said '),
  'appositions without end': fill('Hill, a head of '),
  'interrupted clauses': fill('said, he said, '),
  signatures: fill('“A b.” — Ada '),
  'owners of owners': fill('Ada’s x said '),
  'articles with capitals': fill('The Ada said '),
  buildings: fill('the Ada Center in '),
  'banks of banks': fill('Bank of '),
  'bodies and their initials': fill('The Northern Water Board (NWB) met NWB. '),
  'persons of one surname': fill('Ada Berg met Otto Berg. Berg left. '),
  'roles of roles': fill('Ada Berg, chief of Acme, '),
  'towns and countries': fill('in London, Ontario, '),
  'text in capitals': fill('MINISTER OF ROADS LEFT KANO. '),
  'lists of cities': fill('Paris, London, '),
}

it('reads a text of a million lines', { timeout: 60_000 }, () => {
  expect(extractClaims(prose + 'a\n'.repeat(1_000_000)).language).toBe('en')
})

describe('hostile inputs', () => {
  for (const [name, text] of Object.entries(hostile))
    it(`${name}: the whole walk comes to an end`, { timeout: 60_000 }, () => {
      const found = extractClaims(text)
      expect([found.text, found.language]).toEqual([text, 'en'])
    })
})
