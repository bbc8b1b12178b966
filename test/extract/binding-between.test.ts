import { describe, expect, it } from 'vitest'
import { told } from './told.ts'

describe('what stands between a figure and what it is of', () => {
  it.each<[string, ...string[]]>([
    [
      'Shares in Nokia rose 3%, or $2, on the day to $40.',
      '3% | Shares | Nokia | rise by | - | -',
      '$2 | Shares | Nokia | rise by | - | -',
      '$40 | Shares | Nokia | rise to | - | -',
    ],
    [
      'Nokia shares closed in Helsinki on Monday at 3 euros.',
      '3 euros | Nokia shares | Nokia | - | 2024-03-11..2024-03-11 | -',
    ],
    ['The strike cost it 30m francs ($25m).', '30m francs | cost | - | - | - | -', '$25m | cost | - | - | - | -'],
    [
      'Growth would slow to 3% in 2024, but rise to 4% in 2025.',
      '3% | Growth | - | fall to | 2024-01-01..2024-12-31 | -',
      '4% | Growth | - | rise to | 2025-01-01..2025-12-31 | -',
    ],
    [
      'Prices rose by 2% in May alone and by 7% in the year.',
      '2% | Prices | - | rise by | 2023-05-01..2023-05-31 | -',
      '7% | Prices | - | rise by | 2024-01-01..2024-12-31 | -',
    ],
    [
      'Shares in Nokia fell to 4 euros before recovering to 5 euros.',
      '4 euros | Shares | Nokia | fall to | - | -',
      '5 euros | Shares | Nokia | rise to | - | -',
    ],
    ['Spending was pared back to 3% of output.', '3% | Spending | - | fall to | - | -'],
    ['A survey found that 4% of 300 voters agreed.', '4% | voters | - | - | - | -', '300 voters | - | - | - | - | -'],
    ['Spending came to $3m, or 75% of the budget.', '$3m | Spending | - | - | - | -', '75% | Spending | - | - | - | -'],
    ['The murder rate was 4.5 percent.', '4.5 percent | murder rate | - | - | - | -'],
    ['The law requires a two-thirds majority.', 'two-thirds | majority | - | - | - | -'],
    ['The bank announced a half-point rate cut.', 'half-point | rate | - | fall by | - | -'],
  ])('%s', (text, ...lines) => expect(told(text)).toEqual(lines))
})

describe('what only looks like the noun that an amount belongs to', () => {
  it.each<[string, ...string[]]>([
    ['Denmark gave $20 million in support of schools.', '$20 million | gave | Denmark | - | - | -'],
    [
      'Prices for processed foods such as cup noodles and frozen peas will rise by 14%.',
      '14% | Prices | - | rise by | - | -',
    ],
    ['Tests found an improvement in speed between 15% and 40%.', 'between 15% and 40% | speed | - | rise by | - | -'],
    ['She was the 13th of 14 children.', '14 children | - | - | - | - | -'],
  ])('%s', (text, ...lines) => expect(told(text)).toEqual(lines))
})

describe('lines of a table, brackets and what is witnessed', () => {
  it.each<[string, ...string[]]>([
    [
      'Number of lines affected: 1,584 (21% of rural lines)',
      '1,584 | Number of lines | - | - | - | -',
      '21% | rural lines | - | - | - | -',
    ],
    ['Rate of access requests: 33%', '33% | Rate of access requests | - | - | - | -'],
    ['Norway emits 3% of carbon dioxide (CO2) emissions.', '3% | carbon dioxide (CO2) emissions | Norway | - | - | -'],
    [
      'The number of drivers has witnessed an increase from 6,000 to 66,000.',
      '6,000 | number of drivers | - | rise from | - | -',
      '66,000 | number of drivers | - | rise to | - | 6,000',
    ],
    [
      'The number of parcels increased over the past three years from 8 million to 28 million.',
      '8 million | number of parcels | - | rise from | - | -',
      '28 million | number of parcels | - | rise to | 2021-03-13..2024-03-13 | 8 million',
    ],
    ['The number of lines increased 7 times.', '7 times | number of lines | - | rise by | - | -'],
    ['The list names towns with shares above 70%.', 'above 70% | shares | - | - | - | -'],
  ])('%s', (text, ...lines) => expect(told(text)).toEqual(lines))
})

describe('what two ways to count, a size and a source say', () => {
  it.each<[string, ...string[]]>([
    [
      'Okoro won 66 percent, or a total of 607 votes.',
      '66 percent | votes | Okoro | - | - | -',
      '607 votes | votes | Okoro | - | - | -',
    ],
    [
      'Each hole is two metres in length and holds $200 in value.',
      'two metres | length | - | - | - | -',
      '$200 | value | - | - | - | -',
    ],
    ['An investment from the state of $5.5 million was needed.', '$5.5 million | investment | - | - | - | -'],
    ['Rain was heavy, double the 1961-1990 rate.', 'double | Rain | - | rise by | - | the 1961-1990 rate'],
    [
      'The price of rice was $5 in 2023, the same as in May.',
      '$5 | price of rice | - | - | 2023-01-01..2023-12-31 | -',
    ],
  ])('%s', (text, ...lines) => expect(told(text)).toEqual(lines))
})

describe('what is owned, what a dash or a participle says more of', () => {
  it.each<[string, ...string[]]>([
    [
      'Lufthansa is 85% owned by the state and 15% by its staff.',
      '85% | owned | - | - | - | -',
      '15% | owned | - | - | - | -',
    ],
    [
      'Growth of 3% in 2004 fell short, slipping to 2% in 2005 before recovering to 4% in 2006.',
      '3% | Growth | - | rise by | 2004-01-01..2004-12-31 | -',
      '2% | Growth | - | fall to | 2005-01-01..2005-12-31 | -',
      '4% | Growth | - | rise to | 2006-01-01..2006-12-31 | -',
    ],
    [
      'Forecasts for Japanese growth were scaled back to 4% from 5%.',
      '4% | Forecasts for Japanese growth | - | - | - | -',
      '5% | Forecasts for Japanese growth | - | - | - | -',
    ],
    [
      'Shares in Bombardier lost 65 cents on the news to 2 dollars.',
      '65 cents | Shares | Bombardier | fall by | - | -',
      '2 dollars | Shares | Bombardier | fall to | - | -',
    ],
    [
      'Sweden sold 30,154 new cars in October, the second-highest number on record.',
      '30,154 new cars | - | Sweden | - | 2023-10-01..2023-10-31 | -',
      'second-highest | - | - | - | 2023-10-01..2023-10-31 | -',
    ],
    [
      'The group asked 20 firms, in a survey for Opinium of 300 men.',
      '20 firms | - | - | - | - | -',
      '300 men | - | - | - | - | -',
    ],
  ])('%s', (text, ...lines) => expect(told(text)).toEqual(lines))
})

describe('whose a length is, and what is more than before', () => {
  it.each<[string, ...string[]]>([
    ['Crews build the station of the 90MW plant at Inga.', '90MW | plant | Inga | - | - | -'],
    [
      'Some 195,753 visitors came to Oslo, 15,009 more people than in 2017.',
      'Some 195,753 visitors | - | - | - | - | -',
      '15,009 more people | - | - | rise by | - | in 2017',
    ],
    ['Costs rose by 30% on average.', '30% | Costs | - | rise by | - | -'],
    ['The decision to suspend 19 members was taken lightly.', '19 members | - | - | - | - | -'],
  ])('%s', (text, ...lines) => expect(told(text)).toEqual(lines))
})

describe('what things own is not so many of them', () => {
  it.each<[string, ...string[]]>([
    ['Loans helped 60 percent of low-income countries.', '60 percent | low-income countries | - | - | - | -'],
    [
      'The fate of six schools and the site of three tests are open.',
      'six schools | - | - | - | - | -',
      'three tests | - | - | - | - | -',
    ],
    [
      'The sale of six ships was put off. A fleet of 30 jets is idle.',
      'six ships | sale | - | - | - | -',
      '30 jets | fleet | - | - | - | -',
    ],
  ])('%s', (text, ...lines) => expect(told(text)).toEqual(lines))
})
