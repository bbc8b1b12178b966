import { describe, expect, it } from 'vitest'
import { told } from './told.ts'

describe('verbs that what stands before them hides from a tagger', () => {
  it.each<[string, ...string[]]>([
    [
      'Boeing, the largest exporter in the region, forecast annual sales of $9bn.',
      '$9bn | annual sales | Boeing | - | - | -',
    ],
    ['Anna Ruiz, 61, owns 30 percent of the ferry line.', '30 percent | ferry line | Anna Ruiz | - | - | -'],
    [
      'The group, which employs 600 people, plans to cut 40 jobs by 2030.',
      '600 people | - | - | - | - | -',
      '40 jobs | cut | - | fall by | ..2030-12-31 | -',
    ],
    ['The loan helped to narrow the budget gap to $2bn.', '$2bn | budget gap | - | fall to | - | -'],
    [
      'Siemens said operating profit rose 4% to $900m.',
      '4% | operating profit | Siemens | rise by | - | -',
      '$900m | operating profit | Siemens | rise to | - | -',
    ],
    [
      'Spending rose by 3 percent from 2019 to 2022.',
      '3 percent | Spending | - | rise by | 2019-01-01..2022-12-31 | -',
    ],
  ])('%s', (text, ...lines) => expect(told(text)).toEqual(lines))
})

describe('what figures are of in papers of many countries', () => {
  it.each<[string, ...string[]]>([
    [
      'Nokia, whose share of the market fell to 9% from 12%, did not reply.',
      '9% | share of the market | Nokia | fall to | - | 12%',
      '12% | share of the market | Nokia | fall from | - | -',
    ],
    ['The yield on the 5-year note climbed to 3.1%.', '3.1% | yield | - | rise to | - | -'],
    ['Turnover was little changed at $40m.', '$40m | Turnover | - | - | - | -'],
    ['Fishing accounted for 21,000 of the new jobs.', '21,000 | jobs | - | - | - | -'],
    [
      'The jobless rate slipped to 5.1% as 8,000 people left the island.',
      '5.1% | jobless rate | - | fall to | - | -',
      '8,000 people | - | - | - | - | -',
    ],
    [
      'The council expects growth of 2.6%, up from 2.4%.',
      '2.6% | growth | - | rise to | - | 2.4%',
      '2.4% | growth | - | rise from | - | -',
    ],
    ['Norway has taken in 4,000 refugees.', '4,000 refugees | - | Norway | - | - | -'],
    ['France granted visas to 3,000 Afghans.', '3,000 Afghans | - | France | - | - | -'],
    [
      'Dues rose by 8%, which would add $70 to the bill of a family.',
      '8% | Dues | - | rise by | - | -',
      '$70 | bill of a family | - | rise by | - | -',
    ],
    ['About $6m had been set aside for school meals.', 'About $6m | school meals | - | - | - | -'],
    ['The kilns emitted 263 tonnes last year.', '263 tonnes | emitted | - | - | 2023-01-01..2023-12-31 | -'],
    [
      'Brokers see the deficit reaching $7 billion this year.',
      '$7 billion | deficit | - | - | 2024-01-01..2024-12-31 | -',
    ],
    [
      'Diesel sells at $1.40 a litre, up from $1.10.',
      '$1.40 | Diesel | - | rise to | - | $1.10',
      '$1.10 | Diesel | - | rise from | - | -',
    ],
    [
      'Flat prices, down 2 percent since May, are 9 percent below their 2021 peak.',
      '2 percent | Flat prices | - | fall by | 2023-05-01.. | -',
      '9 percent | Flat prices | - | fall by | - | their 2021 peak',
    ],
    [
      'Thefts rose to 900 in 2023, up 6 percent on the previous year.',
      '900 | Thefts | - | rise to | 2023-01-01..2023-12-31 | the previous year',
      '6 percent | Thefts | - | rise by | 2023-01-01..2023-12-31 | the previous year',
    ],
    ['Used vans cost 8% more than in 2022.', '8% | vans | - | rise by | - | in 2022'],
    ['The mill found losses above $20m.', 'above $20m | losses | - | - | - | -'],
    ['The bridge valued at $30m has been sold.', '$30m | bridge | - | - | - | -'],
    ['The $2bn of debt the last cabinet left us is a burden.', '$2bn | debt | - | - | - | -'],
    [
      'The score, for example, fell from 60 percent to 40 percent.',
      '60 percent | score | - | fall from | - | -',
      '40 percent | score | - | fall to | - | 60 percent',
    ],
    [
      "Peru's fuel bill of $3m could rise to $5m by 2026.",
      '$3m | fuel bill | Peru | - | - | -',
      '$5m | fuel bill | Peru | rise to | ..2026-12-31 | -',
    ],
    ['The wing bears the name of Paul Meyer, who donated $2 million.', '$2 million | donated | Paul Meyer | - | - | -'],
    ['Ghana has a Gross Domestic Product (GDP) of $70bn.', '$70bn | Gross Domestic Product | Ghana | - | - | -'],
    [
      'The jobless rate hit 53.6 percent in 2021, compared to 52.9 percent in 2020.',
      '53.6 percent | jobless rate | - | - | 2021-01-01..2021-12-31 | 52.9 percent in 2020',
      '52.9 percent | jobless rate | - | - | 2020-01-01..2020-12-31 | -',
    ],
    ['The 720MW battery project is late.', '720MW | battery project | - | - | - | -'],
    ['Paul Meyer added $2 billion to his fortune.', '$2 billion | fortune | Paul Meyer | rise by | - | -'],
    ['The dairy chain has lost $5 million.', '$5 million | lost | - | - | - | -'],
  ])('%s', (text, ...lines) => expect(told(text)).toEqual(lines))
})
