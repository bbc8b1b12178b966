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
    ['Trade grew, a 9% increase in annual terms.', '9% | - | - | rise by | - | -'],
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
  ])('%s', (text, ...figures) => {
    expect(told(text)).toEqual(figures)
  })
})
