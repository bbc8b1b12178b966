import { describe, expect, it } from 'vitest'
import { extractClaims } from '../../src/ingest.ts'
import { told } from './told.ts'

describe('times of other clauses and of other figures', () => {
  it.each<[string, ...string[]]>([
    // the time of another clause, and a size that has none
    ['The carmaker, which employs 670 people, plans to move by 2030.', '670 people | - | - | - | - | -'],
    ['The 14-metre boat sank in May 2023.', '14-metre | boat | - | - | - | -'],
    [
      'Profit after tax jumped 42% to €2.5bn.',
      '42% | Profit | - | rise by | - | -',
      '€2.5bn | Profit | - | rise to | - | -',
    ],
    [
      'They received 86,647 visas, more than twice as many as Indians for the first time since 2021.',
      '86,647 visas | - | - | - | - | -',
      'more than twice | - | - | - | - | Indians',
    ],
    ['The target, last met in 2015, is 92%.', '92% | - | - | - | - | -'],
    ['The peso gained 7% against the dollar since January.', '7% | peso | - | rise by | 2024-01-01.. | the dollar'],
    [
      'The economy shrank 0.4% in the third quarter from the previous three months.',
      '0.4% | economy | - | fall by | 2023-07-01..2023-09-30 | the previous three months',
    ],
    [
      'It left a surplus of $6bn, almost double the $3bn of a year before.',
      '$6bn | surplus | - | - | - | -',
      '$3bn | surplus | - | - | 2023-01-01..2023-12-31 | -',
    ],
    [
      'It asked a sample of 16 economists in Pune, a city of 3 million people.',
      '16 economists | - | - | - | - | -',
      '3 million people | - | - | - | - | -',
    ],
    // the time of another figure, or of what the sentence opens with
    [
      'In 2022 it was 62% and last year 58%.',
      '62% | - | - | - | 2022-01-01..2022-12-31 | -',
      '58% | - | - | - | 2023-01-01..2023-12-31 | -',
    ],
    [
      'Under a deal struck on 2 March, Oslo will cut its tariff to 15% from 25% in return for aid.',
      '15% | tariff | Oslo | fall to | - | 25%',
      '25% | tariff | Oslo | fall from | - | -',
    ],
    ['The economy contracted at an annualised rate of 1.6%.', '1.6% | economy | - | fall by | - | -'],
    ['Deliveries in China, its biggest single market, dropped 8%.', '8% | Deliveries | China | fall by | - | -'],
    // times of other clauses and of other figures
    [
      'In 2021, the toll of fires was 2,945, in 2020, the toll of fires was 304.',
      '2,945 | toll of fires | - | - | 2021-01-01..2021-12-31 | -',
      '304 | toll of fires | - | - | 2020-01-01..2020-12-31 | -',
    ],
    ['Arrivals reached about 60% of its 2019 rate.', 'about 60% | Arrivals | - | - | - | -'],
    ['A court ordered those behind the 2011 disaster to pay 13 trillion yen.', '13 trillion yen | pay | - | - | - | -'],
    ['It was a 40% increase over this time last year.', '40% | - | - | rise by | - | this time last year'],
    [
      'Some 400 homes were lost in 2022, and 200 more so far this year.',
      'Some 400 homes | lost | - | - | 2022-01-01..2022-12-31 | -',
      '200 | - | - | - | 2024-01-01..2024-12-31 | -',
    ],
    ['Concessions on fuels and cooking gas are projected to touch $37bn.', '$37bn | Concessions | - | - | - | -'],
    ['Malaysia is stable. It traded at $876 a tonne.', '$876 | - | - | - | - | -'],
    // the day of the verdict, not of the deed
    ['A judge jailed him on Tuesday for robbing a fund of $140m.', '$140m | fund | - | - | - | -'],
    // times
    ["Profits fell in last year's third quarter to $3m.", '$3m | Profits | - | fall to | 2023-07-01..2023-09-30 | -'],
    ['Sales rose 3% in the March quarter.', '3% | Sales | - | rise by | 2024-01-01..2024-03-31 | -'],
  ])('%s', (text, ...figures) => {
    expect(told(text)).toEqual(figures)
  })
})

describe('how long ago is not when', () => {
  it.each([
    ['Support dropped four points, its lowest level since the election of November 2024.', 'four points'],
    ['Unemployment climbed to 5.2%, the highest rate since late 2020.', '5.2%'],
  ])('%s', (text, surface) => {
    const { claims } = extractClaims(text, { publishedAt: '2025-10-08' })
    expect(claims.find((claim) => claim.surface === surface)).not.toHaveProperty('period')
  })

  it.each([
    ['Sales have risen 40% since the election of November 2024.', { from: '2024-11-01' }],
    ['The club has lost 13 matches since it moved in August.', { from: '2025-08-01' }],
  ])('but what goes on since then has a beginning: %s', (text, period) => {
    const { claims } = extractClaims(text, { publishedAt: '2025-10-08' })
    const figure = claims.find(({ type }) => type === 'figure')
    expect(figure).toMatchObject({ period })
  })
})
