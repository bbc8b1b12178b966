import { describe, expect, it } from 'vitest'
import { told } from './told.ts'

describe('when figures hold', () => {
  it.each<[string, ...string[]]>([
    // what tells the time of a clause
    [
      'Attendance reached 11,000 when the museum hung the pictures in 2010.',
      '11,000 | Attendance | - | - | 2010-01-01..2010-12-31 | -',
    ],
    [
      'The worst crush was during the 1991 fair, in which 1,426 people were trampled.',
      '1,426 people | trampled | - | - | 1991-01-01..1991-12-31 | -',
    ],
    [
      'Prices have tripled since 2006, reaching $9 in January 2024.',
      'tripled | Prices | - | rise by | 2006-01-01.. | -',
      '$9 | Prices | - | rise to | 2024-01-01..2024-01-31 | -',
    ],
    [
      'The value of the aid provided by the fund in May 2023 was $3m.',
      '$3m | value of the aid | - | - | 2023-05-01..2023-05-31 | -',
    ],
    [
      'The profits for the half year to June were down 22% at £41m.',
      '22% | profits | - | fall by | 2023-01-01..2023-06-30 | -',
      '£41m | profits | - | fall to | 2023-01-01..2023-06-30 | -',
    ],
    ['The state has spent $3m since taking office in 2018.', '$3m | spent | - | - | 2018-01-01.. | -'],
    ['The fee will be $12 from May.', '$12 | fee | - | - | 2024-05-01.. | -'],
    // a time at the head of a figure in brackets
    [
      'The firm posted net profit of $1.2m (2022: $0.9m).',
      '$1.2m | net profit | - | - | - | -',
      '$0.9m | net profit | - | - | 2022-01-01..2022-12-31 | -',
    ],
    [
      'Turnover was £30m (2021: £28m; 2020: £25m).',
      '£30m | Turnover | - | - | - | -',
      '£28m | Turnover | - | - | 2021-01-01..2021-12-31 | -',
      '£25m | Turnover | - | - | 2020-01-01..2020-12-31 | -',
    ],
    // the time of something else
    ['The building of this 30-million-dollar temple started in 2010.', '30-million-dollar | temple | - | - | - | -'],
    [
      "The country's 344 million viewers at the end of 2016 doubled to 703 million by the end of last year.",
      '344 million viewers | - | - | - | 2016-12-31..2016-12-31 | -',
      'doubled | - | - | rise by | ..2023-12-31 | -',
      '703 million | - | - | rise to | ..2023-12-31 | -',
    ],
    // what is said, not when
    [
      'The report said that during May, grain sales exceeded 500 tonnes.',
      '500 tonnes | grain sales | - | - | 2023-05-01..2023-05-31 | -',
    ],
    [
      'The lab has said that as of March 4, 2021, the site has 277 bugs.',
      '277 bugs | - | - | - | 2021-03-04..2021-03-04 | -',
    ],
    // said behind it
    [
      'Truck sales rose 19% to 275,788 units in June, said the board.',
      '19% | Truck sales | - | rise by | 2023-06-01..2023-06-30 | -',
      '275,788 units | Truck sales | - | rise to | 2023-06-01..2023-06-30 | -',
    ],
  ])('%s', (text, ...figures) => {
    expect(told(text)).toEqual(figures)
  })
})
