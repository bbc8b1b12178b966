import { describe, expect, it } from 'vitest'
import { told } from './told.ts'

/** Each figure of a text with its period alone. */
const periods = (text: string): string[] =>
  told(text).map((line) => {
    const [surface, , , , period] = line.split(' | ')
    return `${surface} | ${period}`
  })

describe('periods of figures among several dates', () => {
  it.each<[string, ...string[]]>([
    // a stretch counted from today is how long, and never what a change is against
    ['Sales rose 5% over the past year.', '5% | 2023-03-13..2024-03-13'],
    ['Prices will fall 4% over the next decade.', '4% | 2024-03-13..2034-03-13'],
    ['The council plans to build 1,200 homes over the next three years.', '1,200 homes | 2024-03-13..2027-03-13'],
    ['Output rose 5% on the previous year.', '5% | -'],
    // months of the year that opens the sentence
    ['In 2014, fees rose 5% in May and 3% in July.', '5% | 2014-05-01..2014-05-31', '3% | 2014-07-01..2014-07-31'],
    ['Fees rose 5% in February and 3% in May 2022.', '5% | 2024-02-01..2024-02-29', '3% | 2022-05-01..2022-05-31'],
    // a figure and a date each
    [
      'The wage will rise to $12 in 2025 and to $14 in 2027.',
      '$12 | 2025-01-01..2025-12-31',
      '$14 | 2027-01-01..2027-12-31',
    ],
    // two dates that are one stretch
    ['Banks pumped $10bn into the fund in December 2021 and January 2022.', '$10bn | 2021-12-01..2022-01-31'],
    ['Prices rose 5% in both January and February.', '5% | 2024-01-01..2024-02-29'],
    ['Prices rose 5% in May 2021 and July 2022.', '5% | 2021-05-01..2021-05-31'],
    // what is sold for a month to come
    ['Crude for May fell to $66 a barrel on Tuesday.', '$66 | 2024-03-12..2024-03-12'],
    // the time of an event is not that of what it led to
    ['2008-09 debt crisis: unemployment has reached 9.4%.', '9.4% | -'],
    ['2021 housing crisis Unemployment has reached 9.4%.', '9.4% | -'],
    ["With Monday's attack, 65 soldiers have been killed since 2021.", '65 soldiers | 2021-01-01..'],
    ["Wages rose 3% after January's 2% fall in prices.", '3% | -', '2% | 2024-01-01..2024-01-31'],
    // an aside behind the figure has its own time
    ['The price reached $66, a level not seen since November.', '$66 | -'],
    ['The ministry spent $148, more than in 2021.', '$148 | -'],
    ['Two bombs went off in Oslo, Norway on Monday.', 'Two bombs | 2024-03-11..2024-03-11'],
    // since something began
    ['Since the slump began in May 2022, the firm has shed 600 jobs.', '600 jobs | 2022-05-01..'],
    ['There have been 41 escapes and no deaths since the camp opened in May 2022.', '41 escapes | 2022-05-01..'],
    [
      'Some 500 people have died since fighting between rebels and the army broke out in 2023.',
      'Some 500 people | 2023-01-01..',
    ],
    // how many there are, whatever happened to some
    ['On Monday it closed 32 of the 150 stores.', '32 | 2024-03-11..2024-03-11', '150 stores | -'],
    ['The chain closed 32 of its 150 stores on Monday.', '32 | 2024-03-11..2024-03-11', '150 stores | -'],
    ['She was one of the 15 hostages freed on Monday.', '15 hostages | 2024-03-11..2024-03-11'],
    ['On Monday talks between the two firms failed.', 'two firms | -'],
    ['The two firms merged on Monday.', 'two firms | 2024-03-11..2024-03-11'],
    ['The tariff falls in May from the current 4%.', '4% | -'],
    ['Police raided a town of 9,000 people on Monday.', '9,000 people | -'],
    ["Spain's two largest unions called a strike for Thursday.", 'two largest unions | -'],
    // what a date before `of` and its figure is of
    ["It was a rise from last month's jobless rate of 8.1%.", '8.1% | 2024-02-01..2024-02-29'],
    ['Output rose by 13 percent over December 2021.', '13 percent | -'],
    ['Investment increased by 19% on the same period in 2021.', '19% | -'],
    // years written as two
    ['The museum was given A$1.0 million for 2021/2022.', 'A$1.0 million | 2021-07-01..2022-06-30'],
    [
      'It made £6m in 2021-22, down from £7m the year before.',
      '£6m | 2021-04-01..2022-03-31',
      '£7m | 2020-04-01..2021-03-31',
    ],
    ['In the 2021-22 season the club took £4m.', '£4m | 2021-01-01..2022-12-31'],
    ['The drought of 2021-22 cost the state $4m.', '$4m | 2021-01-01..2022-12-31'],
    // what is asked for or told comes later
    ['The mayor asked the council on Monday to support a $90m plan.', '$90m | -'],
    ['The bank put out a notice on Monday saying it will shut 12 branches.', '12 branches | -'],
    ['Last month, the ministry announced that it plans to sell its 40% stake.', '40% | -'],
    ['It keeps 2% of Acme, founded in 1917 by her uncle.', '2% | -'],
    // one time for two clauses, one value said twice
    [
      'For the year ended May 2022, sales rose 2%, while costs fell 3%.',
      '2% | 2021-06-01..2022-05-31',
      '3% | 2021-06-01..2022-05-31',
    ],
    [
      'Petrol rose to 91p a litre ($6 a gallon) on Monday.',
      '91p | 2024-03-11..2024-03-11',
      '$6 | 2024-03-11..2024-03-11',
    ],
  ])('%s', (text, ...expected) => {
    expect(periods(text)).toEqual(expected)
  })
})
