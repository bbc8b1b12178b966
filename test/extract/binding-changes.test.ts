import { describe, expect, it } from 'vitest'
import { told } from './told.ts'

describe('changes of what a long phrase names', () => {
  it.each<[string, ...string[]]>([
    [
      'The bus company cut the number of routes served from 52 to 12.',
      '52 | number of routes | - | fall from | - | -',
      '12 | number of routes | - | fall to | - | 52',
    ],
    [
      'The ministry increased the amount of oil it pumps by 500,000 barrels a day.',
      '500,000 barrels a day | amount of oil | - | rise by | - | -',
    ],
    [
      'The budget should cut the rate of corporation tax (CT) by 2 percentage points, to 15%.',
      '2 percentage points | rate of corporation tax | - | fall by | - | -',
      '15% | rate of corporation tax | - | fall to | - | -',
    ],
    [
      'The storm led to a reduction in the number of jobs by up to 400,000.',
      'up to 400,000 | number of jobs | - | fall by | - | -',
    ],
    ['The plan calls for the expansion of the force by 15%.', '15% | force | - | rise by | - | -'],
    ['The firm lowered its forecast for growth by 1.5%.', '1.5% | forecast for growth | - | fall by | - | -'],
    ['The new plant will increase the fleet fivefold.', 'fivefold | fleet | - | rise by | - | -'],
    ['This will cause a £2 billion cut in spending.', '£2 billion | spending | - | fall by | - | -'],
    ['The plan proposes a 4.8% boost to the defence budget.', '4.8% | defence budget | - | rise by | - | -'],
    ['The chain has seen sales plummet 54.6%.', '54.6% | sales | - | fall by | - | -'],
    // not that change
    ['Ukraine shot down 28 drones.', '28 drones | - | Ukraine | - | - | -'],
    ['The council cut services to 40 homes.', '40 homes | - | - | - | - | -'],
    ['She cut the budget of a force led by 40 officers.', '40 officers | - | - | - | - | -'],
  ])('%s', (text, ...lines) => expect(told(text)).toEqual(lines))
})

describe('where a change has led', () => {
  it.each<[string, ...string[]]>([
    [
      'The stock fell 12 cents to end at $20.65.',
      '12 cents | stock | - | fall by | - | -',
      '$20.65 | stock | - | fall to | - | -',
    ],
    [
      'The dollar fell 13 pesos and finished at 2,315 pesos.',
      '13 pesos | dollar | - | fall by | - | -',
      '2,315 pesos | dollar | - | fall to | - | -',
    ],
    ['Gas prices have shot up to over $3.50 per gallon.', 'over $3.50 | Gas prices | - | rise to | - | -'],
    ['The price of oil rose to a record high $70.85 a barrel.', '$70.85 | price of oil | - | rise to | - | -'],
    [
      'The jobless rate was 5.1%, from 4.9% in 2020.',
      '5.1% | jobless rate | - | rise to | - | 4.9% in 2020',
      '4.9% | jobless rate | - | rise from | 2020-01-01..2020-12-31 | -',
    ],
    [
      'The flood brought the city’s population from 173,556 to 121,000.',
      '173,556 | population | - | fall from | - | -',
      '121,000 | population | - | fall to | - | 173,556',
    ],
    [
      'Letters would go from 37 cents to 39 cents; postcards from 23 cents to 24 cents.',
      '37 cents | Letters | - | rise from | - | -',
      '39 cents | Letters | - | rise to | - | 37 cents',
      '23 cents | postcards | - | rise from | - | -',
      '24 cents | postcards | - | rise to | - | 23 cents',
    ],
    [
      'Fares are to go up from £4.85 (€7.03) per hour to £5.05 (€7.32) per hour.',
      '£4.85 | Fares | - | rise from | - | -',
      '€7.03 | Fares | - | rise from | - | -',
      '£5.05 | Fares | - | rise to | - | £4.85',
      '€7.32 | Fares | - | rise to | - | €7.03',
    ],
    ['The total decrease in exports was $2.8 billion.', '$2.8 billion | exports | - | fall by | - | -'],
    [
      'Sales of homes fell 16.7%, to an annual rate of 5.45 million.',
      '16.7% | Sales of homes | - | fall by | - | -',
      '5.45 million | Sales of homes | - | fall to | - | -',
    ],
    ['The rate was later revised down to 9.9%.', '9.9% | rate | - | fall to | - | -'],
    ['The number of owners grew by ‘9.7%’.', '9.7% | number of owners | - | rise by | - | -'],
    ['He gained 54% of the vote.', '54% | vote | - | - | - | -'],
    ['Sales rose over 30%.', 'over 30% | Sales | - | rise by | - | -'],
    ['The army had 5,000 men, from 12 regions.', '5,000 men | - | - | - | - | -', '12 regions | - | - | - | - | -'],
  ])('%s', (text, ...lines) => expect(told(text)).toEqual(lines))
})

describe('what is compared with what', () => {
  it.each<[string, ...string[]]>([
    [
      'Investment was €42m (US$52m) compared to €31m (US$39m) a year ago.',
      '€42m | Investment | - | - | - | €31m (US$39m) a year ago',
      'US$52m | Investment | - | - | - | €31m (US$39m) a year ago',
      '€31m | Investment | - | - | 2023-01-01..2023-12-31 | -',
      'US$39m | Investment | - | - | 2023-01-01..2023-12-31 | -',
    ],
    [
      'Payouts were 32% higher than the number that was first reported.',
      '32% | Payouts | - | rise by | - | the number that was first reported',
    ],
    ['Beer duty rises by 4 pence from March 20, 2025.', '4 pence | Beer duty | - | rise by | 2025-03-20.. | -'],
    [
      'About 1,100 bodies came in, a rise of 85% compared with 2002.',
      'About 1,100 bodies | - | - | - | - | -',
      '85% | - | - | rise by | - | 2002',
    ],
    ['Petrol was 10 cents per litre higher than in Spain.', '10 cents | Petrol | - | rise by | - | in Spain'],
    ['The party won 49% of the vote, slightly more than its rival.', '49% | vote | - | - | - | -'],
    ['Sales rose 3% over the past year.', '3% | Sales | - | rise by | 2023-03-13..2024-03-13 | -'],
    ['Sales rose 3% on last year.', '3% | Sales | - | rise by | - | last year'],
  ])('%s', (text, ...lines) => expect(told(text)).toEqual(lines))
})

describe('whose the parts of a whole are', () => {
  it('nobody’s: the whole itself', () => {
    expect(told('Fidesz won 53 of the 89 seats.').at(-1)).toBe('89 seats | - | - | - | - | -')
  })
  it.each<[string, ...string[]]>([
    ['A blast at a mine in Lyon, France left 20 miners dead.', '20 miners | - | - | - | - | -'],
    ['Reuters is reporting 86 seats for the party.', '86 seats | - | - | - | - | -'],
    [
      'The Bank of England raised UK interest rates from 5% to 5.25%.',
      '5% | UK interest rates | Bank of England | rise from | - | -',
      '5.25% | UK interest rates | Bank of England | rise to | - | 5%',
    ],
  ])('%s', (text, ...lines) => expect(told(text)).toEqual(lines))
})
