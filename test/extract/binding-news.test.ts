import { describe, expect, it } from 'vitest'
import { told } from './told.ts'

describe('times that are of another clause of the sentence', () => {
  it.each<[string, ...string[]]>([
    [
      'Lisbon wants to reopen a $6bn mining deal with Chinese investors signed by the old cabinet in 2008.',
      '$6bn | mining deal | Lisbon | - | - | -',
    ],
    [
      'The farm produced 300 tonnes of cheese sold in 2021.',
      '300 tonnes | cheese | - | - | 2021-01-01..2021-12-31 | -',
    ],
    ['The dam, which will open on Sunday, cost $30m.', '$30m | cost | - | - | - | -'],
    ['The plant that opened in 2019 costs $5m a year.', '$5m | costs | - | - | - | -'],
    [
      'About 40% of pupils are at home despite better roads built between 1990 and 2019.',
      'About 40% | pupils | - | - | - | -',
    ],
    ['Rents rose 5%, according to estimates by the council last year.', '5% | Rents | - | rise by | - | -'],
    ['Since it published the plan in May the ministry has spent $4m.', '$4m | spent | - | - | - | -'],
    ['Work on the $34m bridge goes on, with members on Tuesday voting for it.', '$34m | bridge | - | - | - | -'],
    [
      'Anna Ruiz, who fell in a 2003 coup, won 20.1 percent of the votes.',
      '20.1 percent | votes | Anna Ruiz | - | - | -',
    ],
    ['LIMA, 20 February - With 98 percent of the votes counted, she leads.', '98 percent | votes | - | - | - | -'],
    ['The 50-year-old was held on Monday.', '50-year-old | age | - | - | - | -'],
  ])('%s', (text, ...lines) => expect(told(text)).toEqual(lines))
})

describe('constructions of news', () => {
  it.each<[string, ...string[]]>([
    // the new value far behind the old one, and values in a row
    [
      'The share of rail rose from 27 percent in the years before the strike to 42 percent today.',
      '27 percent | share of rail | - | rise from | - | -',
      '42 percent | share of rail | - | rise to | 2024-03-13..2024-03-13 | 27 percent',
    ],
    [
      'The economy will grow by 6.9 percent in 2025, and 7.1 percent in 2026.',
      '6.9 percent | economy | - | rise by | 2025-01-01..2025-12-31 | -',
      '7.1 percent | economy | - | rise by | 2026-01-01..2026-12-31 | -',
    ],
    // a change that its noun tells
    [
      'The number of parcels has recorded an increase from 238,000 to 577,000.',
      '238,000 | number of parcels | - | rise from | - | -',
      '577,000 | number of parcels | - | rise to | - | 238,000',
    ],
    ['Nurses want a 30 percent pay increase.', '30 percent | pay | - | rise by | - | -'],
    // one noun behind two amounts
    [
      'The firm withdrew its $25m and $30m sponsorship.',
      '$25m | sponsorship | - | - | - | -',
      '$30m | sponsorship | - | - | - | -',
    ],
    // what hangs on the subject
    ['The price of a bag of rice and dry beans was $3.', '$3 | price of a bag | - | - | - | -'],
    [
      'The number of people without access to clean water is put at 1.4 million.',
      '1.4 million | number of people | - | - | - | -',
    ],
    [
      'The share of pupils using an old phone has doubled.',
      'doubled | share of pupils using an old phone | - | rise by | - | -',
    ],
    // a share of a counted whole, and who owns what is counted
    [
      "About 11 percent of Kenya's 60 million people are hungry.",
      'About 11 percent | people | Kenya | - | - | -',
      '60 million people | - | Kenya | - | - | -',
    ],
    // `gain` is no change where votes are counted
    ['Anna Ruiz gained 66 percent in the election.', '66 percent | - | Anna Ruiz | - | - | -'],
    ['The harvest came up 300 tonnes short of the target.', '300 tonnes | - | - | - | - | the target'],
    [
      'Sales rose 3%, missing the 4% gain that was expected.',
      '3% | Sales | - | rise by | - | the 4% gain',
      '4% | gain | - | rise by | - | -',
    ],
    ['Wages have risen 5% over the years.', '5% | Wages | - | rise by | - | -'],
  ])('%s', (text, ...lines) => expect(told(text)).toEqual(lines))
})

describe('whose, when and of what in reports', () => {
  it.each<[string, ...string[]]>([
    [
      "Thailand's exports to Laos tallied $4m, a rise of 13% from a year earlier.",
      '$4m | exports | Thailand | - | - | -',
      '13% | exports | Thailand | rise by | - | a year earlier',
    ],
    ["Norway's 2019 exports were $4m.", '$4m | exports | Norway | - | 2019-01-01..2019-12-31 | -'],
    ['In the first five months this year, rents rose 3%.', '3% | rents | - | rise by | 2024-01-01..2024-05-31 | -'],
    ['The number of severe cases remained low, with 18 in hospital.', '18 | - | - | - | - | -'],
    ['The debt was reduced to 63% of output in 2021.', '63% | debt | - | fall to | 2021-01-01..2021-12-31 | -'],
    ['Built in 2004, the school now has 40 teachers.', '40 teachers | - | - | - | - | -'],
  ])('%s', (text, ...lines) => expect(told(text)).toEqual(lines))
})
