import { describe, expect, it } from 'vitest'
import { extractClaims } from '../../src/ingest.ts'

const claims = (text: string) => extractClaims(text, { publishedAt: '2024-03-15' }).claims
const told = (text: string) =>
  claims(text).flatMap((claim) =>
    claim.type === 'quote' && claim.source
      ? [`${claim.source.surface} | ${claim.cue ?? '-'} | ${claim.content ?? claim.surface}`]
      : [],
  )
const dates = (text: string) =>
  claims(text).flatMap((claim) => (claim.type === 'date' ? [`${claim.surface} | ${claim.iso}`] : []))

describe('who says it, in news', () => {
  it.each<[string, ...string[]]>([
    [
      'Crews reached the hut, said coast guard spokesman Maj. Tom Reed.',
      'Maj. Tom Reed | said | Crews reached the hut',
    ],
    ['Prices will rise, trade group Fedora said.', 'Fedora | said | Prices will rise'],
    ['Rents have fallen, say two economists.', 'two economists | say | Rents have fallen'],
    [
      'Ministers said at a meeting in the capital, their first in a year, that rents would fall.',
      'Ministers | said | that rents would fall',
    ],
    ['“It was close,” the Daily Star quoted the coach as saying.', 'the coach | saying | It was close,'],
    ['The envoy to Kenya said he would go.', 'The envoy to Kenya | said | he would go'],
    ['Officials in Lagos said rents would fall.', 'Officials in Lagos | said | rents would fall'],
    // paragraphs run together, each with its opening mark
    [
      'Ada Reed said: "We should cut the number. "The public are worried about this." She left.',
      'Ada Reed | said | We should cut the number. The public are worried about this.',
    ],
  ])('%s', (text, ...expected) => {
    expect(told(text)).toEqual(expected)
  })

  it.each([
    // an object is no clause, whatever is said of it
    'The firm revealed a profit that doubled.',
    'Bakers added 400 jobs in May.',
    // not said yet
    'The council will decide whether to close the pool.',
  ])('guard: %s', (text) => {
    expect(told(text)).toEqual([])
  })

  it('keeps apart two quotations of which the first lacks its closing mark', () => {
    expect(told('"We will win, said Ruiz. "It is ours," said Ode.')).toEqual(['Ode | said | It is ours,'])
  })
})

describe('times in news', () => {
  it.each<[string, ...string[]]>([
    ["Sales fell in last year's second quarter.", "last year's second quarter | 2023-Q2"],
    ['Sales fell in the September quarter.', 'September quarter | 2023-07-01/2023-09-30'],
    ['Sales rose by less than expected in February.', 'February | 2024-02'],
    ['He was named player of the year.'],
    ['It was the best result of the year.', 'the year | 2024'],
    ['They met in a September quarter-final.', 'September | 2023-09'],
  ])('%s', (text, ...expected) => {
    expect(dates(text)).toEqual(expected)
  })
})
