import { describe, expect, it } from 'vitest'
import { extractClaims } from '../../src/ingest.ts'

const dates = (text: string, publishedAt?: string) =>
  extractClaims(text, publishedAt === undefined ? {} : { publishedAt }).claims.filter((claim) => claim.type === 'date')

/** From when to when each date runs, in the order of the text. */
const days = (text: string, publishedAt: string) =>
  dates(text, publishedAt).map(({ from, to }) => `${from ?? ''}..${to ?? ''}`)

describe('periods that are told by their end', () => {
  it.each<[text: string, publishedAt: string, surface: string, from: string, to: string]>([
    [
      'Turnover for the year ended 31 May 2019 was flat.',
      '2019-08-02',
      'year ended 31 May 2019',
      '2018-06-01',
      '2019-05-31',
    ],
    ['Orders grew in the year ended March 31.', '2022-03-10', 'year ended March 31', '2020-04-01', '2021-03-31'],
    [
      'Visitor numbers fell in the three months to August.',
      '2022-10-10',
      'three months to August',
      '2022-06-01',
      '2022-08-31',
    ],
    [
      'It treated 600 patients in the 12 months through February.',
      '2022-04-10',
      '12 months through February',
      '2021-03-01',
      '2022-02-28',
    ],
    ['Sales for the 13 weeks ended July 27 rose.', '2024-08-14', '13 weeks ended July 27', '2024-04-28', '2024-07-27'],
    [
      'Its second quarter ended March 31 was slow.',
      '2024-05-14',
      'second quarter ended March 31',
      '2024-01-01',
      '2024-03-31',
    ],
    ['The fiscal year ended on 31 March.', '2024-02-14', 'fiscal year ended on 31 March', '2022-04-01', '2023-03-31'],
  ])('%s', (text, publishedAt, surface, from, to) => {
    expect(dates(text, publishedAt)[0]).toMatchObject({ surface, from, to })
  })

  it.each([
    'The bridge was delayed by two years to 2026.',
    'It was a year to remember.',
    'He has three months to September.',
  ])('but not: %s', (text) => {
    for (const { surface } of dates(text, '2024-03-15')) expect(surface).not.toMatch(/ to /)
  })

  it('have no days where their end has none', () => {
    expect(dates('Sales in the year ended June 30 rose.')[0]!.from).toBeUndefined()
  })
})

describe('the period that a text reports', () => {
  it('is what years earlier are counted from, as coarse as it is', () => {
    expect(days('Sales were flat in April, after a fall a year earlier.', '2024-06-15')).toEqual([
      '2024-04-01..2024-04-30',
      '2023-04-01..2023-04-30',
    ])
    expect(days('Rents rose in the first quarter. In the same quarter of 2019 they fell.', '2024-06-15')).toEqual([
      '2024-01-01..2024-03-31',
      '2019-01-01..2019-03-31',
    ])
    expect(
      days('For the six months ended 30 June 2023 it lost money, as in the year-earlier period.', '2023-09-01'),
    ).toEqual(['2023-01-01..2023-06-30', '2022-01-01..2022-06-30'])
  })

  it('is the quarter that is meant', () => {
    expect(days('It lost money in the third quarter. Costs in the quarter rose.', '2024-02-14')).toEqual([
      '2023-07-01..2023-09-30',
      '2023-07-01..2023-09-30',
    ])
  })

  it('tells how quarters are counted', () => {
    const text = 'For its third quarter ended December 31 the firm made money. It lost money in the first quarter.'
    expect(days(text, '2024-02-14')).toEqual(['2023-10-01..2023-12-31', '2023-04-01..2023-06-30'])
    // fiscal quarters of nobody knows which year
    expect(days('In the fiscal third quarter it lost money. The first quarter was better.', '2024-02-14')).toEqual([
      '..',
      '..',
    ])
  })

  it('is not guessed where nothing tells it', () => {
    expect(days('It rose by 4% from the same period last year.', '2024-02-14')).toEqual(['..'])
  })
})

describe('times that lean on the text or on the day of writing', () => {
  it.each<[text: string, publishedAt: string, ...days: string[]]>([
    [
      'In May 900 people were out of work, compared with 700 at the same time last year.',
      '2024-06-13',
      '2024-05-01..2024-05-31',
      '2023-05-01..2023-05-31',
    ],
    ['Rents are 5% above where they were at the same time last year.', '2024-06-13', '2023-06-01..2023-06-30'],
    ['At the same time in 2021 it cut costs.', '2024-06-13', '2021-01-01..2021-12-31'],
    ['Profit was $5m in the quarter leading up to May.', '2024-06-13', '2024-03-01..2024-05-31'],
    ['Sales fell over the three months up to 31 May.', '2024-06-13', '2024-03-01..2024-05-31'],
    ['The quarter that finished in March was slow.', '2024-06-13', '2024-01-01..2024-03-31'],
    ['Costs fell over the next decade.', '2024-06-13', '2024-06-14..2034-06-13'],
    ['Costs may fall in the next decade.', '2024-06-13', '2030-01-01..2039-12-31'],
    ['The firm cut 300 jobs earlier this year.', '2024-06-13', '2024-01-01..2024-06-13'],
    ['The firm cut 300 jobs this year.', '2024-06-13', '2024-01-01..2024-12-31'],
    ['By Monday, 300 bodies had been found.', '2024-06-13', '2024-06-10..2024-06-10'],
    ['By Monday, all bodies must be found.', '2024-06-13', '2024-06-17..2024-06-17'],
    ['On Sunday, the 18th consecutive night of riots, cars were burnt.', '2024-06-13', '2024-06-09..2024-06-09'],
    ['On Sunday the 9th cars were burnt.', '2024-06-13', '2024-06-09..2024-06-09'],
    [
      'Exports rose in April, and the deficit was $3bn for the month.',
      '2024-06-13',
      '2024-04-01..2024-04-30',
      '2024-04-01..2024-04-30',
    ],
    ['The deficit will be $3bn for the month.', '2024-06-13', '2024-06-01..2024-06-30'],
    [
      'In 2014, fees rose in May and fell in July.',
      '2024-06-13',
      '2014-01-01..2014-12-31',
      '2014-05-01..2014-05-31',
      '2014-07-01..2014-07-31',
    ],
    ['Brent crude for November fell.', '2024-06-13', '2024-11-01..2024-11-30'],
    ['About 200 joined a march Sunday.', '2024-06-13', '2024-06-09..2024-06-09'],
    [
      'In the session on Monday, it only received 45 votes, so it waits until at least 2026.',
      '2024-06-13',
      '2024-06-10..2024-06-10',
      '2026-01-01..2026-12-31',
    ],
    ['This Saturday alone, 600 were found.', '2024-06-13', '2024-06-08..2024-06-08'],
    ['This Saturday 600 will meet.', '2024-06-13', '2024-06-15..2024-06-15'],
    [
      'The loss in the first quarter was more than in the third quarter of 2023. It cut 300 jobs in the quarter.',
      '2024-06-13',
      '2024-01-01..2024-03-31',
      '2023-07-01..2023-09-30',
      '2024-01-01..2024-03-31',
    ],
  ])('%s', (text, publishedAt, ...expected) => {
    expect(days(text, publishedAt)).toEqual(expected)
  })
})
