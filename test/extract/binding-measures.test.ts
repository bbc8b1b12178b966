import { describe, expect, it } from 'vitest'
import { told } from './told.ts'

describe('what figures are of', () => {
  it.each<[string, ...string[]]>([
    // what hangs on the noun
    ['The minimum sum required to make the list was $740m.', '$740m | minimum sum | - | - | - | -'],
    ['The value of the aid provided by the fund amounted to $3m.', '$3m | value of the aid | - | - | - | -'],
    ['The total cost of in-kind aid was $1.1m.', '$1.1m | cost of in-kind aid | - | - | - | -'],
    ['They run clinics whose total value exceeded $69m.', '$69m | value | - | - | - | -'],
    [
      'With demand for cobalt from the car industry expected to rise by 8 percent, mines are hiring.',
      '8 percent | demand | - | rise by | - | -',
    ],
    ['Under the plan, spending on roads would rise to $3bn.', '$3bn | spending | - | rise to | - | -'],
    // how it is counted is nothing that is counted
    ['Trade grew, a 9% increase in annual terms.', '9% | Trade | - | rise by | - | -'],
    // what a tagger takes for another word
    [
      'The rise of the dollar has also increased its repayment costs by 60 percent.',
      '60 percent | repayment costs | - | rise by | - | -',
    ],
    ['The owners saw their net worth rise by 150%.', '150% | net worth | - | rise by | - | -'],
    [
      'Even if arrivals this year reach 10 million, revenue may fall.',
      '10 million | arrivals | - | - | 2024-01-01..2024-12-31 | -',
    ],
    ['Malta consists of 21 islands.', '21 islands | - | - | - | - | -'],
    // what is behind a bracket, `total` or another figure
    [
      'The mill failed to repay 56m yuan ($8m) in loans.',
      '56m yuan | loans | - | - | - | -',
      '$8m | loans | - | - | - | -',
    ],
    [
      'Two hosts led the list with 5m yuan and 4m yuan in sales.',
      'Two hosts | - | - | - | - | -',
      '5m yuan | sales | - | - | - | -',
      '4m yuan | sales | - | - | - | -',
    ],
    ['The film made $18m in total box office sales.', '$18m | box office sales | - | - | - | -'],
    // those who are reached, thrown or own something
    ['The brand reaches 140 million people.', '140 million people | - | - | - | - | -'],
    ['The war will plunge 95 million people into poverty.', '95 million people | - | - | - | - | -'],
    ['Money was moved into the accounts of two million people.', 'two million people | - | - | - | - | -'],
    // what a pronoun stands for
    [
      'Ticket sales rose 2% in May, but they fell 3% in June.',
      '2% | Ticket sales | - | rise by | 2023-05-01..2023-05-31 | -',
      '3% | Ticket sales | - | fall by | 2023-06-01..2023-06-30 | -',
    ],
    [
      'Profit rose to $3m, and it was down 5% in May.',
      '$3m | Profit | - | rise to | - | -',
      '5% | Profit | - | fall by | 2023-05-01..2023-05-31 | -',
    ],
    [
      'The acme index lost 1.16%, or 89 points, bringing it to a level of 7,465.',
      '1.16% | acme index | - | fall by | - | -',
      '89 points | acme index | - | fall by | - | -',
      '7,465 | acme index | - | fall to | - | -',
    ],
    [
      'The browser has 277 bugs; 39 per cent of these are grave.',
      '277 bugs | - | - | - | - | -',
      '39 per cent | bugs | - | - | - | -',
    ],
    ['Parties ignore their voters, 83% of whom do not trust them.', '83% | voters | - | - | - | -'],
    [
      'The survey found that 62 per cent of nurses backed the plan, 24 per cent opposed it and 14 per cent were unsure.',
      '62 per cent | nurses | - | - | - | -',
      '24 per cent | nurses | - | - | - | -',
      '14 per cent | nurses | - | - | - | -',
    ],
    // what another figure is of
    [
      'The mill seeks $16m in loans, in addition to the $13m that it has already received.',
      '$16m | loans | - | - | - | -',
      '$13m | loans | - | - | - | -',
    ],
    ['The club bought 20 cars for $4m.', '20 cars | - | - | - | - | -', '$4m | cars | - | - | - | -'],
    // marks between
    ['The state will give the mill a $52m "assistance package".', '$52m | assistance package | - | - | - | -'],
    ['Revenue: $3m, up 4%', '$3m | Revenue | - | - | - | -', '4% | Revenue | - | rise by | - | -'],
    // as high as, range from
    [
      'The work could push the value of the contract as high as $100m.',
      'as high as $100m | value of the contract | - | - | - | -',
    ],
    ['Salaries range from $30,000 to $50,000 a year.', '$30,000 to $50,000 | Salaries | - | - | - | -'],
    // a rate, a score
    ['For the same period in 2021, the rate was 2,945.', '2,945 | rate | - | - | - | -'],
    ['The final vote count was 52-35.', '52-35 | vote count | - | - | - | -'],
    // an old value farther on
    [
      'Rents rose 64 percent in June from a year earlier, according to analysts, from 61 percent in May.',
      '64 percent | Rents | - | rise by | 2023-06-01..2023-06-30 | a year earlier',
      '61 percent | Rents | - | - | 2023-05-01..2023-05-31 | -',
    ],
    [
      'Lines with the north rose from $5m to $11m, and with the south from $1m to $3m.',
      '$5m | Lines | - | rise from | - | -',
      '$11m | Lines | - | rise to | - | $5m',
      '$1m | Lines | - | rise from | - | -',
      '$3m | Lines | - | rise to | - | $1m',
    ],
    [
      'Tickets were down by 4 percent; today, they were down as much as five percent, or 45 points.',
      '4 percent | Tickets | - | fall by | - | -',
      'as much as five percent | Tickets | - | fall by | 2024-03-13..2024-03-13 | -',
      '45 points | Tickets | - | fall by | 2024-03-13..2024-03-13 | -',
    ],
    ['Most nurses see inflation ending the year at 85 percent.', '85 percent | inflation | - | - | - | -'],
    // whole amounts, what is said again, what another may call its own
    [
      'The sector accounted for 94 per cent of the $105-million investment flows.',
      '94 per cent | investment | - | - | - | -',
      '$105-million | investment | - | - | - | -',
    ],
    ['The automation rate of our workshop has reached 85 percent.', '85 percent | automation rate | - | - | - | -'],
    ['A total of 26,780 TWh (terawatt-hours) were generated.', '26,780 TWh | generated | - | - | - | -'],
    ['The maker won an order from Acme Motors for up to 60 of its new jets.', 'up to 60 | order | - | - | - | -'],
    [
      'They asked for $5 billion in aid on top of the four billion it has already received.',
      '$5 billion | aid | - | - | - | -',
      'four billion | aid | - | - | - | -',
    ],
    ['The bank set aside 1.1 billion crowns for bad loans.', '1.1 billion crowns | bad loans | - | - | - | -'],
    [
      'The price of a 2kg packet of maize and wheat flour hit 200 shillings from a low of 120 shillings.',
      '2kg | packet of maize | - | - | - | -',
      '200 shillings | price | - | rise to | - | a low of 120 shillings',
      '120 shillings | price | - | - | - | -',
    ],
    ['The rush pushed outstanding claims over 150,000.', 'over 150,000 | outstanding claims | - | - | - | -'],
    [
      'Guards have been seizing contraband worth millions of dollars.',
      'millions of dollars | contraband | - | - | - | -',
    ],
    [
      'The price of fares (CPI) – a measure of the cost of trips – rose by 1.4 percent.',
      '1.4 percent | price of fares | - | rise by | - | -',
    ],
    // groups, parts, what is half of another's
    ['Yet 79% of Colombians believe it.', '79% | Colombians | - | - | - | -'],
    ['Some 60% of Republicans agree.', 'Some 60% | Republicans | - | - | - | -'],
    ['In reality, their average pay is only 5,600 shekels a month.', '5,600 shekels | average pay | - | - | - | -'],
    ['He has cashed in nearly $5m from acting.', 'nearly $5m | cashed | - | - | - | -'],
    [
      'They will get three monthly instalments of roughly $116.',
      'three monthly instalments | - | - | - | - | -',
      'roughly $116 | instalments | - | - | - | -',
    ],
    ['The scheme has made payments - totalling $152m so far.', '$152m | payments | - | - | - | -'],
    [
      'Of those asked, 17% of the 56 people interviewed reported beatings and 65% admitted having seen one, while 45% had been hit.',
      '17% | people | - | - | - | -',
      '56 people | - | - | - | - | -',
      '65% | people | - | - | - | -',
      '45% | people | - | - | - | -',
    ],
    ['The port is a third the length of the old one.', 'a third | length | - | - | - | the length of the old one'],
    ['It is half the size of Malta.', 'half | size | - | - | - | the size of Malta'],
    [
      'The state exported 431 tonnes of mangoes to Japan in 2016 and 869 tonnes last year.',
      '431 tonnes | mangoes | - | - | 2016-01-01..2016-12-31 | -',
      '869 tonnes | mangoes | - | - | 2023-01-01..2023-12-31 | -',
    ],
    [
      "It came with an increase in confidence in the performance of the country's government from 78 percent in 2020 to 82 percent in 2021.",
      '78 percent | confidence | - | rise from | 2020-01-01..2020-12-31 | -',
      '82 percent | confidence | - | rise to | 2021-01-01..2021-12-31 | 78 percent in 2020',
    ],
    ['Two payments of $3m each are due.', 'Two payments | - | - | - | - | -', '$3m | payments | - | - | - | -'],
    // what hangs on the noun by a time, or stands between commas
    [
      'Its load factor, a measure of how full planes are, rose to 96% from 82%.',
      '96% | load factor | - | rise to | - | 82%',
      '82% | load factor | - | rise from | - | -',
    ],
    [
      'Cocoa futures for September delivery fell $1.75 to $104.57.',
      '$1.75 | Cocoa futures | - | fall by | - | -',
      '$104.57 | Cocoa futures | - | fall to | - | -',
    ],
    [
      'The yield on 10-year Italian bonds jumped 22 basis points to 3.49%.',
      '22 basis points | yield | - | rise by | - | -',
      '3.49% | yield | - | rise to | - | -',
    ],
    [
      'Rents climbed to $19, while fares, which had shrunk 6.7% in May, rose 3.1% in June.',
      '$19 | Rents | - | rise to | - | -',
      '6.7% | fares | - | fall by | 2023-05-01..2023-05-31 | -',
      '3.1% | fares | - | rise by | 2023-06-01..2023-06-30 | -',
    ],
    [
      'The number of people claiming weekly benefits rose 15,000 last week to 444,000.',
      '15,000 | number of people claiming weekly benefits | - | rise by | 2024-03-04..2024-03-10 | -',
      '444,000 | number of people claiming weekly benefits | - | rise to | 2024-03-04..2024-03-10 | -',
    ],
    // what is counted by
    [
      'The infection rate fell to 412 per 100,000 people.',
      '412 | infection rate | - | fall to | - | -',
      '100,000 people | - | - | - | - | -',
    ],
    // who predicts a rise does not rise, what moves once more, a gerund in a name
    ['Nurses who were polled had predicted a rise of 0.2%.', '0.2% | - | - | rise by | - | -'],
    [
      'The bank expects the economy to contract 0.5% this year before growing 1.2% in 2025.',
      '0.5% | economy | - | fall by | 2024-01-01..2024-12-31 | -',
      '1.2% | economy | - | rise by | 2025-01-01..2025-12-31 | -',
    ],
    [
      'It cut its 2023 growth forecast to 2.1% from 2.8%.',
      '2.1% | growth forecast | - | fall to | 2023-01-01..2023-12-31 | 2.8%',
      '2.8% | growth forecast | - | fall from | - | -',
    ],
    [
      'Hospital waiting lists grew by 120,000 in May.',
      '120,000 | Hospital waiting lists | - | rise by | 2023-05-01..2023-05-31 | -',
    ],
    [
      'The fund has paid out only €40m of the €75m it was allotted.',
      '€40m | paid | - | - | - | -',
      '€75m | - | - | - | - | -',
    ],
  ])('%s', (text, ...figures) => {
    expect(told(text)).toEqual(figures)
  })
})
