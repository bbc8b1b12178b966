import { describe, expect, it } from 'vitest'
import { extractClaims } from '../../src/ingest.ts'

/** Figures of a text: the words, and the fields that a case names. */
const figures = (text: string) =>
  extractClaims(text, { publishedAt: '2024-03-15' }).claims.filter((claim) => claim.type === 'figure')

type Row = [text: string, surface: string, fields: object]

describe('figures that are read', () => {
  it.each<Row>([
    // money
    ['It cost $24bn to build.', '$24bn', { kind: 'money', number: 24e9, currency: 'USD' }],
    ['They paid USD 22.5 million for it.', 'USD 22.5 million', { number: 22.5e6, currency: 'USD' }],
    ['The fine was EUR 125.', 'EUR 125', { number: 125, currency: 'EUR' }],
    ['The bank lent EUR 450m.', 'EUR 450m', { number: 450e6, currency: 'EUR' }],
    ['It made a $1.2bn loss.', '$1.2bn', { number: 1.2e9 }],
    ['They raised £1.5m.', '£1.5m', { number: 1.5e6, currency: 'GBP' }],
    ['Estimates run to $3-4 billion.', '$3-4 billion', { low: 3e9, high: 4e9, currency: 'USD' }],
    ['between $3 billion and $4 billion was lost', 'between $3 billion and $4 billion', { low: 3e9, high: 4e9 }],
    ['It sold for Rs 5 crore.', 'Rs 5 crore', { number: 5e7, currency: 'INR' }],
    [
      'at least 45 million euros were spent',
      'at least 45 million euros',
      { number: 45e6, currency: 'EUR', modifier: 'at-least' },
    ],
    ['It costs about 30 cents.', 'about 30 cents', { number: 0.3, currency: 'USD', modifier: 'about' }],
    ['Bread costs 30 cents in Kenya.', '30 cents', { number: 0.3, currency: 'KES' }],
    ['A call costs 80 euro cents.', '80 euro cents', { number: 0.8, currency: 'EUR' }],
    ['A share costs 5 US cents in Kenya.', '5 US cents', { number: 0.05, currency: 'USD' }],
    [
      'The budget is 2.5 trillion Kazakhstani tenge.',
      '2.5 trillion Kazakhstani tenge',
      { number: 2.5e12, currency: 'KZT' },
    ],
    ['It earned A$40m.', 'A$40m', { number: 40e6, currency: 'AUD' }],
    // percentages
    ['Turnout was 60%.', '60%', { kind: 'percentage', number: 60, unit: 'percent' }],
    ['up 3.5 per cent', '3.5 per cent', { number: 3.5, unit: 'percent' }],
    ['between 40 and 50 percent of voters', 'between 40 and 50 percent', { low: 40, high: 50 }],
    ['10%-15% of homes', '10%-15%', { low: 10, high: 15 }],
    ['It fell two percentage points.', 'two percentage points', { number: 2, unit: 'percentage point' }],
    ['a cut of 25 basis points', '25 basis points', { number: 25, unit: 'basis point' }],
    // multiples, fractions, ratios, ranks
    ['a sixfold rise in prices', 'sixfold', { kind: 'multiple', number: 6, change: 'rise' }],
    ['a 22-fold increase', '22-fold', { kind: 'multiple', number: 22, change: 'rise' }],
    ['three times as many ships', 'three times', { kind: 'multiple', number: 3 }],
    [
      'Sales more than doubled.',
      'more than doubled',
      { kind: 'multiple', number: 2, change: 'rise', modifier: 'more-than' },
    ],
    ['more than a third of homes', 'more than a third', { kind: 'fraction', number: 1 / 3, modifier: 'more-than' }],
    ['two-thirds of the vote', 'two-thirds', { kind: 'fraction', number: 2 / 3 }],
    ['nearly half the town', 'nearly half', { kind: 'fraction', number: 0.5, modifier: 'about' }],
    ['one in five children', 'one in five', { kind: 'ratio', number: 0.2 }],
    ['a top five investor', 'top five', { kind: 'rank', number: 5, modifier: 'at-most' }],
    ['the third-largest city', 'third-largest', { kind: 'rank', number: 3 }],
    // counts and measurements
    [
      'at least 238 people were killed',
      'at least 238 people',
      { kind: 'count', number: 238, unit: 'person', modifier: 'at-least', measure: 'killed' },
    ],
    ['three rival bidders came', 'three rival bidders', { number: 3, unit: 'bidder' }],
    ['a population of only 20 million', '20 million', { number: 20e6, unit: 'person', measure: 'population' }],
    ['half a million people left', 'half a million people', { number: 500000, unit: 'person' }],
    ['10,000 to 15,000 troops', '10,000 to 15,000 troops', { low: 10000, high: 15000, unit: 'troop' }],
    ['some 26 000 workers', 'some 26 000 workers', { number: 26000, modifier: 'about' }],
    ['2,50,000 voters', '2,50,000 voters', { number: 250000 }],
    ['a 12-member team', '12-member', { number: 12, unit: 'member' }],
    ['a dozen countries', 'a dozen countries', { number: 12, unit: 'country' }],
    ['twenty-one hundred jobs', 'twenty-one hundred jobs', { number: 2100 }],
    ['six new A350 jets', 'six new A350 jets', { number: 6, unit: 'jet' }],
    ['5m people voted', '5m people', { number: 5e6 }],
    ['nearly 3,000 tonnes of rice', 'nearly 3,000 tonnes', { kind: 'measurement', number: 3000, unit: 'tonne' }],
    ['a wall 40 km long', '40 km', { kind: 'measurement', number: 40, unit: 'km' }],
    ['a plant of 3 GW', '3 GW', { kind: 'measurement', number: 3, unit: 'GW' }],
    ['1.2 million barrels per day', '1.2 million barrels per day', { number: 1.2e6, unit: 'barrel per day' }],
    ['winds of 1.234,5 km', '1.234,5 km', { number: 1234.5 }],
  ])('%s', (text, surface, fields) => {
    expect(figures(text)).toContainEqual(expect.objectContaining({ surface, ...fields }))
    expect(figures(text)).toHaveLength(1)
  })
})

describe('what is no figure', () => {
  it.each([
    'It happened in 2022.',
    'On June 8, 2021 they met.',
    'It starts at 10:30 a.m.',
    'Article 5 of the treaty',
    'A Boeing 747 landed.',
    'The G7 met.',
    'She bought an iPhone 4.',
    'It lasted three weeks.',
    'Call 555-1234.',
    'This one is better.',
    'a third candidate stood',
    'the second half of the game',
    'Version 1.2.3 is out.',
    'See [12] for more.',
    '1. The first point.',
    'the third quarter',
    'Their test scores have risen.',
    'At 10 pm cadets wash.',
    'In the final, Reds 1 won the match.',
    'It led to stage 6 power cuts.',
    'See pages 39 and 40.',
  ])('%s', (text) => {
    expect(figures(text)).toEqual([])
  })
})

describe('a magnitude is right or absent', () => {
  it.each([
    ['The total rose to 5m.', '5m'],
    ['at 573.15K the alloy melts', '573.15K'],
  ])('%s', (text, surface) => {
    for (const figure of figures(text)) if (figure.surface.includes(surface)) expect(figure.number).toBeUndefined()
  })

  it('reads powers of ten, flattened in print too', () => {
    for (const text of ['a factor of 2.48×10−5', 'a factor of 2.48×10^-5', 'a factor of 2.48e-5'])
      expect(figures(text).map(({ number }) => number)).toEqual([0.0000248])
  })

  it('keeps both ends of a change apart from a range', () => {
    expect(figures('It rose from $55 billion to $110 billion.').map(({ number }) => number)).toEqual([55e9, 110e9])
    expect(figures('44 ml to 50 mg').map(({ number, unit }) => [number, unit])).toEqual([
      [44, 'mL'],
      [50, 'mg'],
    ])
  })
})

describe('what a figure is about', () => {
  it('change with by and to, measure, period', () => {
    const [by, to] = figures('Trade with Norway is booming, rising by more than a third to $24bn last year.')
    expect(by).toMatchObject({ change: 'rise', how: 'by', period: { from: '2023-01-01', to: '2023-12-31' } })
    expect(to).toMatchObject({ change: 'rise', how: 'to', number: 24e9 })
  })

  it.each(['set up 5 branches', 'is made up of 10 people', 'shut down two plants', 'gave up 20 shares'])(
    'no change in `%s`',
    (words) => {
      expect(figures(`The bank ${words}.`)[0]).not.toHaveProperty('change')
    },
  )

  it('where a change began, where it ended and by how much, each with its own period', () => {
    const read = figures(
      'Sales climbed 6.4% to EUR 2.31 billion in the second quarter from EUR 2.17 billion a year earlier.',
    )
    expect(read.map(({ number, measure, change, how }) => [number, measure, change, how])).toEqual([
      [6.4, 'Sales', 'rise', 'by'],
      [2_310_000_000, 'Sales', 'rise', 'to'],
      [2_170_000_000, 'Sales', 'rise', 'from'],
    ])
    const quarter = { from: '2023-04-01', to: '2023-06-30' }
    expect(read.map(({ period }) => period)).toEqual([quarter, quarter, { from: '2022-04-01', to: '2022-06-30' }])
    expect(figures('Revenue rose by a third in 2022.')[0]!.subject).toBeUndefined()
  })

  it('the thing a rise is in, the whole of a share, the subject of the clause', () => {
    expect(figures('It saw a 22-fold rise in electronic exports.')[0]).toMatchObject({ measure: 'electronic exports' })
    expect(figures('Norway supplies 60% of foreign direct investment.')[0]).toMatchObject({
      measure: 'foreign direct investment',
      subject: { name: 'Norway' },
    })
    expect(figures('China is a top five foreign investor.')[0]).toMatchObject({
      measure: 'foreign investor',
      subject: { name: 'China' },
    })
    expect(figures('Exports fell 9% in May.')[0]).toMatchObject({ measure: 'Exports', change: 'fall', how: 'by' })
  })
})

describe('what a figure is not about', () => {
  it('keeps to what its clause says', () => {
    expect(figures('Unemployment stood at 2.1% last month.')[0]).toMatchObject({ measure: 'Unemployment' })
    expect(figures('Ann Wu added that wage growth of more than 5 percent would hurt.')[0]!.subject).toBeUndefined()
    expect(figures('Ann Wu estimates that it made roughly a quarter of revenue.')[0]!.subject).toBeUndefined()
    expect(figures('Core inflation eased to 4.4%.')[0]).toMatchObject({
      measure: 'Core inflation',
      change: 'fall',
      how: 'to',
    })
    expect(figures('its 22 coaches left')[0]).toMatchObject({ surface: '22 coaches', unit: 'coach' })
    expect(figures('120 personnel went')[0]).toMatchObject({ surface: '120 personnel', unit: 'personnel' })
  })
})

describe('a refused reading', () => {
  it('does not swallow the figure inside it', () => {
    expect(
      figures('It fell from 9.6 percent in October 2022 to 5.1 percent in May.').map(({ surface }) => surface),
    ).toEqual(['9.6 percent', '5.1 percent'])
  })
})

describe('a stretch between two units', () => {
  it('keeps the scale of each end', () => {
    expect(figures('2 million km to 5 million miles').map(({ number, unit }) => [number, unit])).toEqual([
      [2e6, 'km'],
      [5e6, 'mile'],
    ])
  })
})

describe('cents', () => {
  it.each([
    ['It lifts the dividend by 12 cents to €1.40.', 'EUR'],
    ['The group, based in Kenya, earned A$3 billion. The dividend is 9 cents.', 'AUD'],
    ['The dividend is 9 cents. In June it was 8 cents.', 'USD'],
  ])('%s are of %s', (text, currency) => {
    const cents = extractClaims(text).claims.filter(({ surface }) => /cents/.test(surface))
    expect(cents.length).toBeGreaterThan(0)
    for (const claim of cents) expect(claim).toMatchObject({ currency })
  })
})

describe('thousands behind a space', () => {
  it.each([
    ['The fine is R50 000.', 'R50 000', { number: 50_000, currency: 'ZAR' }],
    ['It is 1 500km away.', '1 500km', { number: 1500, unit: 'km' }],
    ['It has 1 250 000 users.', '1 250 000 users', { number: 1_250_000 }],
  ])('%s', (text, surface, fields) => {
    expect(figures(text)).toMatchObject([{ surface, ...fields }])
  })

  it('are none behind a day', () => {
    expect(figures('On May 5 300 people died.').map(({ surface }) => surface)).not.toContain('5 300 people')
  })
})

it.each([
  'A pipe burst at calle 39 and carrera 7 in the city.',
  'My friends sat in seats 36, 39 and 40 of the bus.',
  'I sat in seat number 38 and slept.',
  'He got off at Terminals 2 and 3 of the airport.',
  'A class 12 girl won the prize.',
  'They met in the final of the 2022 cup.',
  'He won at the Championships Oregon 22 in May.',
  'Anna Ruiz, now 61, owns the line.',
  'Call 415 153 7092 to book.',
  'It was put off because of covid 19.',
  'They asked for forms 80 and 172 of the council.',
])('a number that says which one is no figure: %s', (text) =>
  expect(extractClaims(text).claims.filter(({ type }) => type === 'figure')).toEqual([]),
)

it.each([
  ['Officials found that week 24,219 new cases.', { surface: '24,219 new cases', number: 24219 }],
  ['Two others were hurt.', { surface: 'Two others', number: 2 }],
  ['She holds two master’s degrees.', { surface: 'two master’s degrees', unit: 'degree' }],
  ['It runs 10 women’s shelters.', { surface: '10 women’s shelters', unit: 'shelter' }],
  ['The hole was two-and-a-half feet deep.', { surface: 'two-and-a-half feet', number: 2.5, unit: 'ft' }],
  ['He paid [119.4 million] in June.', { surface: '119.4 million', number: 119_400_000 }],
  ['Rates rose by a quarter-point.', { surface: 'quarter-point', number: 0.25, unit: 'percentage point' }],
  ['Rain was double the 1961-1990 average.', { surface: 'double', number: 2, kind: 'multiple' }],
])('a figure where a label or a year stands beside it: %s', (text, figure) =>
  expect(extractClaims(text).claims.filter(({ type }) => type === 'figure')).toMatchObject([figure]),
)
