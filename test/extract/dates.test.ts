import { describe, expect, it } from 'vitest'
import { extractClaims } from '../../src/ingest.ts'

const dates = (text: string, publishedAt: string | undefined = '2023-05-27') =>
  extractClaims(text, { publishedAt }).claims.filter((claim) => claim.type === 'date')

type Row = [text: string, surface: string, fields: object]

describe('lengths of time', () => {
  it.each([
    ['They followed the women for an average of 12 years.', 'P12Y'],
    ['It ran for a maximum of 30 days.', 'P30D'],
    ['He was jailed for a minimum of 25 years.', 'P25Y'],
  ])('are no counts, whatever bounds them: %s', (text, duration) => {
    const claims = extractClaims(text).claims.filter(({ type }) => type === 'date' || type === 'figure')
    expect(claims).toMatchObject([{ type: 'date', duration }])
  })
})

describe('two months and the year behind them', () => {
  it.each([
    ['He saw it between May and June in 1981.', 'between May and June in 1981', '1981-05/1981-06'],
    ['Sales rose in the April-June quarter of 2019.', 'April-June quarter of 2019', '2019-04/2019-06'],
  ])('%s', (text, surface, iso) => {
    expect(dates(text)).toMatchObject([{ surface, iso }])
  })
})

it('reads the hour and the day around a zone by its name alone', () => {
  expect(dates('The vote is due at 9 p.m. Eastern on Sunday.')).toMatchObject([
    { surface: '9 p.m. Eastern on Sunday', iso: '2023-05-28T21' },
  ])
})

it('takes no number of one scale for the low end of another', () => {
  for (const { iso } of dates('It lay there between nine and fifteen thousand years ago.')) expect(iso).toBeUndefined()
})

describe('what is only expected', () => {
  it.each([
    ['The bank signalled that it could cut again before Christmas if inflation slowed.', 'Christmas', '2025-12-25'],
    ['Markets price a 70 percent chance of a quarter-point cut in November.', 'November', '2025-11'],
    ['Hopes for a deal in December faded.', 'December', '2025-12'],
    ['He could not be found in May.', 'May', '2025-05'],
    ['The company could have paid in May.', 'May', '2025-05'],
  ])('%s', (text, surface, iso) => {
    const { claims } = extractClaims(text, { publishedAt: '2025-10-08' })
    expect(claims.find((claim) => claim.surface === surface)).toMatchObject({ iso })
  })
})

describe('dates that are read, in an article of Saturday 27 May 2023', () => {
  it.each<Row>([
    [
      'They met on 8 June 2021.',
      '8 June 2021',
      { kind: 'date', iso: '2021-06-08', from: '2021-06-08', to: '2021-06-08' },
    ],
    ['They met on Monday, July 4, 2022.', 'Monday, July 4, 2022', { iso: '2022-07-04' }],
    ['The forum, set for June 8-9, will open.', 'June 8-9', { kind: 'range', iso: '2023-06-08/2023-06-09' }],
    [
      'It ran from 28 June to 2 July 2021.',
      '28 June to 2 July 2021',
      { kind: 'range', from: '2021-06-28', to: '2021-07-02' },
    ],
    ['He announced it in February.', 'February', { iso: '2023-02', from: '2023-02-01', to: '2023-02-28' }],
    ['He announced it in July.', 'July', { iso: '2022-07' }],
    ['They will meet in February.', 'February', { iso: '2024-02' }],
    ['It closed last July.', 'last July', { iso: '2022-07' }],
    ['They met on Monday.', 'Monday', { iso: '2023-05-22' }],
    ['They will meet on Monday.', 'Monday', { iso: '2023-05-29' }],
    ['They met last Friday.', 'last Friday', { iso: '2023-05-26' }],
    ['It happened in 1998.', '1998', { iso: '1998', from: '1998-01-01', to: '1998-12-31' }],
    ['The 2022 protests were large.', '2022', { iso: '2022' }],
    ['between 2015 and 2019 it grew', 'between 2015 and 2019', { kind: 'range', iso: '2015/2019' }],
    ['the 2019-20 season', '2019-20', { kind: 'range', from: '2019-01-01', to: '2020-12-31' }],
    ['in early 2024', 'early 2024', { iso: '2024', modifier: 'start' }],
    ['It fell last year.', 'last year', { iso: '2022' }],
    ['It fell late last year.', 'late last year', { iso: '2022', modifier: 'end' }],
    ['It opens next month.', 'next month', { iso: '2023-06' }],
    ['They spoke yesterday.', 'yesterday', { iso: '2023-05-26' }],
    ['It opened two years ago.', 'two years ago', { iso: '2021' }],
    ['It opened three days ago.', 'three days ago', { iso: '2023-05-24' }],
    [
      'over the last two decades',
      'the last two decades',
      { kind: 'range', from: '2003-05-27', to: '2023-05-27', duration: 'P20Y' },
    ],
    ['the past decade was good', 'the past decade', { kind: 'range', duration: 'P10Y' }],
    ['in the 1980s', 'the 1980s', { kind: 'range', from: '1980-01-01', to: '1989-12-31' }],
    ['in the mid-1990s', 'the mid-1990s', { kind: 'range', from: '1990-01-01', modifier: 'mid' }],
    ['in the 19th century', 'the 19th century', { kind: 'range', from: '1800-01-01' }],
    [
      'the first quarter of 2021',
      'the first quarter of 2021',
      { iso: '2021-Q1', from: '2021-01-01', to: '2021-03-31' },
    ],
    ['in summer 2021', 'summer 2021', { iso: '2021-SU' }],
    ['a 10-year plan', '10-year', { kind: 'duration', duration: 'P10Y' }],
    ['just over a year after it', 'just over a year', { kind: 'duration', duration: 'P1Y', modifier: 'more-than' }],
    ['It took three weeks.', 'three weeks', { kind: 'duration', duration: 'P3W' }],
    ['They meet every Tuesday.', 'every Tuesday', { kind: 'set', duration: 'P1W' }],
    ['It is paid annually.', 'annually', { kind: 'set', duration: 'P1Y' }],
    ['It is now open.', 'now', { kind: 'reference', iso: 'PRESENT_REF' }],
    ['It began on 2021-07-14.', '2021-07-14', { iso: '2021-07-14' }],
    ['It begins at 10:30 a.m. today', '10:30 a.m. today', { iso: '2023-05-27T10:30' }],
  ])('%s', (text, surface, fields) => {
    expect(dates(text)).toContainEqual(expect.objectContaining({ surface, ...fields }))
  })

  it('reads what leans on the date before it', () => {
    // two months of one year
    expect(dates('She left in September and December 2017.').map(({ iso }) => iso)).toEqual(['2017-09', '2017-12'])
    expect(dates('She left in December and January 2018.').map(({ iso }) => iso)).toEqual(['2017-12', '2018-01'])
    // no week follows a month
    expect(dates('Cases fell in July. They climbed in the following week.').map(({ iso }) => iso)[1]).toBeUndefined()
    // a month is no day to count minutes from
    expect(dates('He left in August. The alarm rang five minutes later.').map(({ iso }) => iso)[1]).toBeUndefined()
    expect(dates('She was born in 1971 in Oslo. Two years later, in March, she moved.').map(({ iso }) => iso)).toEqual([
      '1971',
      '1973',
      '1973-03',
    ])
  })

  it('lets a year long past go when the clause looks elsewhere', () => {
    expect(dates('The bank, founded in 1816, will hold its next meeting on June 20.').map(({ iso }) => iso)).toEqual([
      '1816',
      '2023-06-20',
    ])
    expect(dates('It fell since early 2020. Economists expect the first cut in December.')[1]).toMatchObject({
      iso: '2023-12',
    })
    expect(dates('Prices rose 3.6 percent in April from a year earlier.').map(({ iso }) => iso)).toEqual([
      '2023-04',
      '2022-04',
    ])
  })

  it('keeps a label for a fiscal year whose months the text does not give', () => {
    for (const [text, iso] of [
      ['In the 2023-24 fiscal year it grew.', 'FY2024'],
      ['In the 2023 fiscal year it grew.', 'FY2023'],
      ['In fiscal 2021 it grew.', 'FY2021'],
    ] as const) {
      expect(dates(text)[0]).toMatchObject({ kind: 'range', iso })
      expect(dates(text)[0]!.from).toBeUndefined()
    }
  })

  it('crosses months, years and leap days', () => {
    expect(dates('It opened a month ago.', '2024-03-31')[0]).toMatchObject({ iso: '2024-02' })
    expect(dates('It opened yesterday.', '2024-03-01')[0]).toMatchObject({ iso: '2024-02-29' })
    expect(dates('It opened last month.', '2024-01-05')[0]).toMatchObject({ iso: '2023-12' })
    expect(dates('It met on 31 February 2021.')[0]?.from).toBeUndefined()
  })

  it('guesses nothing without a day of writing', () => {
    for (const text of ['It fell last year.', 'They met on Monday.', 'It opened in July.', 'over the past decade']) {
      const [date] = extractClaims(text).claims.filter((claim) => claim.type === 'date')
      expect(date, text).toBeDefined()
      expect(date!.from, text).toBeUndefined()
    }
  })
})

describe('what a month, a weekday or a name decides', () => {
  it.each([
    ['The pier closed in May last year.', 'May last year', '2022-05'],
    ['Rents rose between April and May last year.', 'between April and May last year', '2022-04/2022-05'],
    ['The pier closed on 9 May last year.', '9 May last year', '2022-05-09'],
    ['Bins are emptied every other Friday.', 'every other Friday', 'XXXX-WXX-5'],
    ['Today Group A meets Group B.', 'Today', '2023-05-27'],
  ])('%s', (text, surface, iso) => {
    expect(dates(text)).toMatchObject([{ surface, iso }])
  })

  it('finds none in the name of a company', () => {
    expect(dates('Yesterday Media Ltd and Tomorrow Group plc merged.')).toEqual([])
  })
})

describe('what is no date', () => {
  it.each([
    'He may resign.',
    'Agenda 2030 is a plan.',
    'It costs $1.35 a share.',
    '2000 people came.',
    'Version 1.2.3 is out.',
    'They march on.',
    'a second helping',
    'The Sun reported it.',
    'in his 80s',
    'It weighs 1,998 kg.',
  ])('%s', (text) => {
    expect(dates(text)).toEqual([])
  })
})

describe('scores', () => {
  it.each(['Dalton Rovers beat Dalton City 3-2 on Saturday.', 'Arsenal won 3-2 on Sunday.'])(
    'are no times: %s',
    (text) => {
      const { claims } = extractClaims(text, { publishedAt: '2025-10-08' })
      expect(claims.find(({ surface }) => surface === '3-2')).toMatchObject({ type: 'figure', kind: 'score' })
    },
  )
})
