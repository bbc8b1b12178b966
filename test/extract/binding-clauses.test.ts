import { describe, expect, it } from 'vitest'
import { extractClaims } from '../../src/ingest.ts'
import { told } from './told.ts'

const claims = (text: string) => extractClaims(text, { publishedAt: '2024-03-13' }).claims
const moods = (text: string) =>
  claims(text).flatMap((claim) =>
    claim.type === 'figure' ? [[claim.modality ?? 'actual', claim.attributedTo?.surface ?? '-'].join(' | ')] : [],
  )

describe('what a clause says of its figures', () => {
  it.each<[string, ...string[]]>([
    // a past of change that looks like a participle
    [
      'Sales climbed 12% year over year to $40m, and staff costs increased 5% on an annual basis to $9m.',
      '12% | Sales | - | rise by | - | year over year',
      '$40m | Sales | - | rise to | - | -',
      '5% | staff costs | - | rise by | - | -',
      '$9m | staff costs | - | rise to | - | -',
    ],
    // what stands between a quantity and its verb
    ['Fuel sales in the third quarter were $3m.', '$3m | Fuel sales | - | - | 2023-07-01..2023-09-30 | -'],
    ['The cost of a dam that flooded Porto has fallen to $80m.', '$80m | cost of a dam | - | fall to | - | -'],
    ['Prices in the town, a popular resort, rose 8%.', '8% | Prices | - | rise by | - | -'],
    ['Tourism is thriving and rents near the coast rose 9%.', '9% | rents | - | rise by | - | -'],
    ['The slide in the birth rate, which dropped to 2%, goes on.', '2% | birth rate | - | fall to | - | -'],
    // a change that stands in apposition to a value
    [
      'Toll income, which covers roads and bridges, was €20m, an increase of 4% from €19m.',
      '€20m | Toll income | - | - | - | -',
      '4% | Toll income | - | rise by | - | €19m',
      '€19m | Toll income | - | rise from | - | -',
    ],
    // extremes
    ['The bank lifted its deposit rate to a ten-year high of 3%.', '3% | deposit rate | - | rise to | - | -'],
    ['Silver rose to an all-time high of $52 an ounce.', '$52 | Silver | - | rise to | - | -'],
    ['The share price hit a new high of $42.10.', '$42.10 | share price | - | - | - | -'],
    ['Attendance fell to a record low of 31%.', '31% | Attendance | - | fall to | - | -'],
    // what stands between a preposition and its figure
    ['Tin prices climbed to a record $31,480.', '$31,480 | Tin prices | - | rise to | - | -'],
    ['Fares fell to as little as $40.', '$40 | Fares | - | fall to | - | -'],
    ['Orders climbed to a better than expected $4.1bn.', '$4.1bn | Orders | - | rise to | - | -'],
    ['Rents have climbed to an eye-watering €2,400.', '€2,400 | Rents | - | rise to | - | -'],
    [
      'Debt grew by a hefty 12% to an unprecedented $8bn.',
      '12% | Debt | - | rise by | - | -',
      '$8bn | Debt | - | rise to | - | -',
    ],
    ['The growth estimate was left unchanged at 2%.', '2% | growth estimate | - | - | - | -'],
    // each of two ways to say a value against its own
    [
      'Net income was $31bn, or $1.30 a share, compared with $19bn, or 78 cents a share.',
      '$31bn | Net income | - | - | - | $19bn',
      '$1.30 | Net income | - | - | - | 78 cents',
      '$19bn | Net income | - | - | - | -',
      '78 cents | Net income | - | - | - | -',
    ],
    // a comparison is of its own clause, `the number` of another time is one
    [
      'Sales rose by a third and made up 12% of the total, compared with 9% in 2020.',
      'a third | Sales | - | rise by | - | -',
      '12% | Sales | - | - | - | 9% in 2020',
      '9% | Sales | - | - | 2020-01-01..2020-12-31 | -',
    ],
    [
      'At least 41 fishermen have drowned since January 2024, twice the number in 2021.',
      'At least 41 fishermen | - | - | - | 2024-01-01.. | -',
      'twice | - | - | - | 2024-01-01.. | the number in 2021',
    ],
    // asides between dashes, changes in something, lists of whose
    [
      'The birth rate (TFR) – a measure of growth – fell by 1.4% in May 2023.',
      '1.4% | birth rate | - | fall by | 2023-05-01..2023-05-31 | -',
    ],
    [
      'He is richest due to a 20% jump in his fortune to $35bn.',
      '20% | fortune | - | rise by | - | -',
      '$35bn | fortune | - | rise to | - | -',
    ],
    ['They predicted an increase in consumer prices of 1.5%.', '1.5% | consumer prices | - | rise by | - | -'],
    ['Banks will raise deposit rates by a range of 1% to 2%.', '1% to 2% | deposit rates | - | rise by | - | -'],
    [
      'The biggest markets are France with 83,938 tourists, Italy with 47,401 and Spain with 3,000.',
      '83,938 tourists | - | France | - | - | -',
      '47,401 | - | Italy | - | - | -',
      '3,000 | - | Spain | - | - | -',
    ],
    ['The duo more than doubled their wealth.', 'more than doubled | wealth | - | rise by | - | -'],
    ['The rate recorded a 1.2% rise year on year.', '1.2% | rate | - | rise by | - | year on year'],
    ['Food takes up about 22% of it.', 'about 22% | Food | - | - | - | -'],
    // what a range was, as a range
    [
      'It sees a margin of 0 to 2%, down from 5 to 7%.',
      '0 to 2% | margin | - | fall to | - | 5 to 7%',
      '5 to 7% | margin | - | fall from | - | -',
    ],
    [
      'Some 44% of staff face dismissal, up from 30% in 2008.',
      'Some 44% | staff | - | rise to | - | 30% in 2008',
      '30% | staff | - | rise from | 2008-01-01..2008-12-31 | -',
    ],
    ['It posted a loss before tax of £485m.', '£485m | loss | - | - | - | -'],
    // a comparison of a number that is no figure
    ['They would have 91 seats, six more than needed for a majority.', '91 seats | - | - | - | - | -'],
    // several amounts for one value
    [
      'Rents reached €900 (£760; $980), up from €850.',
      '€900 | Rents | - | rise to | - | €850',
      '£760 | Rents | - | rise to | - | €850',
      '$980 | Rents | - | rise to | - | €850',
      '€850 | Rents | - | rise from | - | -',
    ],
    ['He wants a €3m (£2.5m) grant.', '€3m | grant | - | - | - | -', '£2.5m | grant | - | - | - | -'],
    // a second object of the verb
    [
      'The firm cut its 2025 sales target to $3m from $4m and its 2026 target to $5m from $6m.',
      '$3m | sales target | - | fall to | 2025-01-01..2025-12-31 | $4m',
      '$4m | sales target | - | fall from | - | -',
      '$5m | sales target | - | fall to | 2026-01-01..2026-12-31 | $6m',
      '$6m | sales target | - | fall from | - | -',
    ],
    ['The loan was worth $7m.', '$7m | loan | - | - | - | -'],
    ['The group rejected a £1.3bn ($2.5bn) offer.', '£1.3bn | offer | - | - | - | -', '$2.5bn | offer | - | - | - | -'],
    [
      'LSE saw its shares surge 4% to a new high of 583p in early trade.',
      '4% | shares | LSE | rise by | - | -',
      '583p | shares | LSE | rise to | - | -',
    ],
    [
      'It came on sales up 21% at 8bn euros.',
      '21% | sales | - | rise by | - | -',
      '8bn euros | sales | - | rise to | - | -',
    ],
    [
      'Growth was 2%, up from 1% in 2022 and 3% in 2021.',
      '2% | Growth | - | rise to | - | 1% in 2022',
      '1% | Growth | - | rise from | 2022-01-01..2022-12-31 | -',
      '3% | Growth | - | rise from | 2021-01-01..2021-12-31 | -',
    ],
    ['The council cut its forecast for growth by 2 points.', '2 points | forecast for growth | - | fall by | - | -'],
    ['The flood came at a cost to the town of $3m.', '$3m | cost | - | - | - | -'],
    ['Toyota raised sales in Kenya to 5,000.', '5,000 | sales | Toyota | rise to | - | -'],
    ['Shareholders lost $3m.', '$3m | lost | - | - | - | -'],
    [
      'In early trade on Thursday, its shares were down 10% at 119 pence.',
      '10% | shares | - | fall by | 2024-03-07..2024-03-07 | -',
      '119 pence | shares | - | fall to | 2024-03-07..2024-03-07 | -',
    ],
    ['The sale helped to bring debt down to $3bn.', '$3bn | debt | - | fall to | - | -'],
    [
      'Losses deepened to £5m from £1m.',
      '£5m | Losses | - | rise to | - | £1m',
      '£1m | Losses | - | rise from | - | -',
    ],
    ['The deficit is set to hit a worse-than-expected $3bn.', '$3bn | deficit | - | - | - | -'],
    [
      'Toyota reached a $2bn (1.5bn euros; £1bn) settlement.',
      '$2bn | settlement | Toyota | - | - | -',
      '1.5bn euros | settlement | Toyota | - | - | -',
      '£1bn | settlement | Toyota | - | - | -',
    ],
  ])('%s', (text, ...expected) => {
    expect(told(text)).toEqual(expected)
  })

  it.each<[string, ...string[]]>([
    // a minute of play is nobody's
    ['Hall replaced Reed (71).', '71 | - | - | - | - | -'],
    ['The hut stands 20 miles below the summit.', '20 miles | - | - | - | - | -'],
    [
      'Costs rose to $5m, with more than 300 people hired.',
      '$5m | Costs | - | rise to | - | -',
      'more than 300 people | - | - | - | - | -',
    ],
    ['The 11 September attacks cost $3bn.', '$3bn | cost | - | - | - | -'],
    [
      'The market has grown by 30% over the past five years.',
      '30% | market | - | rise by | 2019-03-13..2024-03-13 | -',
    ],
    [
      'Profit was $4m, a change from the loss of $3m in 2021.',
      '$4m | Profit | - | - | - | -',
      '$3m | loss | - | - | 2021-01-01..2021-12-31 | -',
    ],
    ['The court had accused Toyota of paying $2m to an agent.', '$2m | paying | Toyota | - | - | -'],
    ['The state tries to recover $3m in unpaid taxes.', '$3m | unpaid taxes | - | - | - | -'],
    ['It lost $3m in the collapse.', '$3m | lost | - | - | - | -'],
    ['The range is on the order of 10%.', '10% | - | - | - | - | -'],
    // who says it does not own it, and where it was said is not whose it is
    ['The police chief Ada Moss said 30 of the homes were empty.', '30 | homes | - | - | - | -'],
    ['Speaking in Oslo, the governor said the bank would raise its forecast to 4%.', '4% | - | - | rise to | - | -'],
    // times of something else
    [
      "Wages rose 3% after January's 2% fall in prices.",
      '3% | Wages | - | rise by | - | -',
      '2% | prices | - | fall by | 2024-01-01..2024-01-31 | -',
    ],
    ['The club was fined $5m for breaking rules in 2018.', '$5m | fined | - | - | - | -'],
    ['In a report on Friday, the agency said 900 homes will flood.', '900 homes | - | - | - | - | -'],
  ])('guard: %s', (text, ...expected) => {
    expect(told(text)).toEqual(expected)
  })

  it('knows who expects a figure by its noun or participle', () => {
    expect(moods('The fare should not exceed $3.')).toEqual(['required | -'])
    expect(moods('We need four nurses. They back the goal of limiting warming to 2 degrees.')).toEqual([
      'required | -',
      'required | -',
    ])
    expect(moods('The mayor proposed spending 30m euros. Mills expect 16 cars will be sold.')).toEqual([
      'planned | -',
      'forecast | Mills',
    ])
    expect(moods('The team is expected to record a loss in terms of sales of $30m.')).toEqual(['forecast | -'])
    expect(moods('Prices rose, with the central bank predicting 4% growth.')).toEqual(['forecast | central bank'])
    expect(moods('Thirty nurses will visit farms. Some 40 others may stay.')).toEqual(['planned | -', 'possible | -'])
    expect(moods('About 20 tonnes are needed.')).toEqual(['required | -'])
    expect(moods('Nearly 5 million people have sought refuge.')).toEqual(['actual | -'])
    expect(moods('The bank projects that output in the valley will grow by 15%.')[0]).toMatch(/^forecast/)
    expect(moods('Revenue beat the $5m expected by brokers.')).toEqual(['forecast | brokers'])
    expect(moods('The fall was smaller than drivers’ expectations of 6%.')).toEqual(['forecast | drivers'])
    expect(moods('The mayor said the city had lost 5,000 homes and called it a “monster”.')).toEqual([
      'actual | The mayor',
    ])
    expect(moods('The city lost 5,000 homes, and the mayor called it a “monster”.')).toEqual(['actual | -'])
  })

  it('reads no bound into the particle of a verb, and no amount into any barrel', () => {
    const bounds = (text: string) =>
      claims(text).flatMap((claim) => (claim.type === 'figure' ? [[claim.surface, claim.modifier ?? '-']] : []))
    expect(bounds('Turnout edged up to 62%.')).toEqual([['62%', '-']])
    expect(bounds('It carries up to 62 cars.')).toEqual([['up to 62 cars', 'at-most']])
    expect(bounds('Storms pushed claims up to $3m.')).toEqual([['$3m', '-']])
    expect(bounds('Number 10 said rents would fall.')).toEqual([])
    expect(bounds('Sales would near $3m.')).toEqual([['$3m', '-']])
    expect(bounds('The price of a barrel of oil matters.')).toEqual([])
  })
})

describe('a form in -ing that opens a sentence', () => {
  it.each([
    ['Operating margin widened by 2 percentage points.', 'Operating margin'],
    ['Manufacturing output fell 3%.', 'Manufacturing output'],
    ['Raising tax hurt growth by 3%.', 'growth'],
  ])('%s', (text, measure) => {
    expect(extractClaims(text).claims.find(({ type }) => type === 'figure')).toMatchObject({ measure })
  })
})

describe('nouns that look like something else', () => {
  it.each([
    ['It faces a $3 million fine against the miner.', 'fine'],
    ['The company produced 310 million tons of iron ore last year.', 'iron ore'],
  ])('%s', (text, measure) => {
    const figure = extractClaims(text, { publishedAt: '2024-03-13' }).claims.find(({ type }) => type === 'figure')
    expect(figure).toMatchObject({ measure })
    expect(figure).not.toHaveProperty('baseline')
  })
})

it('what falls below a number falls to it', () => {
  expect(told('Coal fell below 10% for the first time. Sales rose above $3 billion.')).toMatchObject([
    expect.stringContaining('fall to'),
    expect.stringContaining('rise to'),
  ])
})
