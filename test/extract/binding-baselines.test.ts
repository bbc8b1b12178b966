import { describe, expect, it } from 'vitest'
import { told } from './told.ts'

describe('what figures are compared with', () => {
  it.each<[string, ...string[]]>([
    // how a thing is, not how much of it
    [
      'Even one percent of users turning up would be more overwhelming than the town can bear.',
      'one percent | users | - | - | - | -',
    ],
    ['Women are 30% more likely than men to vote.', '30% | - | - | - | - | men'],
    // the old value is what the new one is against
    [
      'Ferry fares rose from $3 to $4.',
      '$3 | Ferry fares | - | rise from | - | -',
      '$4 | Ferry fares | - | rise to | - | $3',
    ],
    [
      "Hence, the party's seats in the council increased from 9 to 12.",
      '9 | seats | - | rise from | - | -',
      '12 | seats | - | rise to | - | 9',
    ],
    [
      'Milk output went from 46 tonnes in 2019 to 68 tonnes in 2020.',
      '46 tonnes | Milk output | - | rise from | 2019-01-01..2019-12-31 | -',
      '68 tonnes | Milk output | - | rise to | 2020-01-01..2020-12-31 | 46 tonnes in 2019',
    ],
    [
      'The board agreed to increase existing credit lines with the lender from $55m to $110m.',
      '$55m | existing credit lines | - | rise from | - | -',
      '$110m | existing credit lines | - | rise to | - | $55m',
    ],
    [
      'Under this rule, the capacity of the site will increase from 3,044 to 4,044 visitors per day.',
      '3,044 | capacity of the site | - | rise from | - | -',
      '4,044 visitors | capacity of the site | - | rise to | - | 3,044',
    ],
    [
      'The growth in cases slowed from 90 percent per week in early June to around 20 percent.',
      '90 percent | growth | - | fall from | 2023-06-01..2023-06-30 | -',
      'around 20 percent | growth | - | fall to | - | 90 percent per week in early June',
    ],
    [
      'The bank cut its growth forecast from 2.4% to 2.1%.',
      '2.4% | growth forecast | - | fall from | - | -',
      '2.1% | growth forecast | - | fall to | - | 2.4%',
    ],
    [
      'The bank cut its forecast for growth to 2.1% from 2.4%.',
      '2.1% | forecast for growth | - | fall to | - | 2.4%',
      '2.4% | forecast for growth | - | fall from | - | -',
    ],
    ['It is a way to raise new capital from millions of viewers.', 'millions of viewers | - | - | - | - | -'],
    // a comparison that opens the clause
    ['Compared to 2017, the party is down by 52 seats.', '52 seats | - | - | - | - | 2017'],
    ['Compared with a year earlier, sales were up 12%.', '12% | sales | - | rise by | - | a year earlier'],
    // as of, as against
    [
      'Exports grew by 17% as of January this year, compared to the first month of last year.',
      '17% | Exports | - | rise by | 2024-01-01..2024-01-31 | the first month of last year',
    ],
    [
      'Prices rose 5% in May, as against 4% in April.',
      '5% | Prices | - | rise by | 2023-05-01..2023-05-31 | 4% in April',
      '4% | Prices | - | - | 2023-04-01..2023-04-30 | -',
    ],
    // by another value
    ['The tower is twice as tall as the church.', 'twice | tower | - | - | - | the church'],
    [
      'The new pump offers double the speed of the old model.',
      'double | speed | - | - | - | the speed of the old model',
    ],
    ['It costs half the price of a taxi.', 'half | price | - | - | - | the price of a taxi'],
    [
      'The river stood at 4 metres and was 0.6 metres above normal for the season.',
      '4 metres | river | - | - | - | -',
      '0.6 metres | - | - | rise by | - | normal',
    ],
    ['The lake lies 300 metres above sea level.', '300 metres | lies | - | - | - | -'],
    ['Shares are down 20% from their peak in May.', '20% | Shares | - | fall by | - | their peak in May'],
    ['The dairy posted 50% YoY growth.', '50% | growth | - | rise by | - | YoY'],
    // who is beaten is no value
    [
      'Two films won three awards, beating a favourite about a singer.',
      'Two films | - | - | - | - | -',
      'three awards | - | - | - | - | -',
    ],
    ['The dairy posted 28% year-on-year (YoY) growth.', '28% | growth | - | rise by | - | year-on-year'],
    // each its own
    [
      'Of the 120 seats, the ruling bloc won 61, down from 67.',
      '120 seats | - | - | - | - | -',
      '61 | won | - | fall to | - | 67',
      '67 | - | - | fall from | - | -',
    ],
    [
      'The state spent $3m on roads in 2021, twice as much as in 2020.',
      '$3m | roads | - | - | 2021-01-01..2021-12-31 | -',
      'twice | - | - | - | 2021-01-01..2021-12-31 | in 2020',
    ],
    // when it will be so
    [
      'The fee will go up by $2 to $12 from May.',
      '$2 | fee | - | rise by | 2024-05-01.. | -',
      '$12 | fee | - | rise to | 2024-05-01.. | -',
    ],
    // what the change right behind is from
    [
      'Output was at $7m, down 5% from $9m.',
      '$7m | Output | - | - | - | $9m',
      '5% | Output | - | fall by | - | $9m',
      '$9m | Output | - | fall from | - | -',
    ],
    // a second baseline, a premium
    [
      'Rents rose 15.18% in June from a year earlier, compared with 15.88% in May.',
      '15.18% | Rents | - | rise by | 2023-06-01..2023-06-30 | a year earlier',
      '15.88% | Rents | - | - | 2023-05-01..2023-05-31 | -',
    ],
    [
      'The bid values the mill at $61m, a 44% premium to its closing price on Friday.',
      '$61m | mill | - | - | - | -',
      '44% | premium | - | - | - | its closing price on Friday',
    ],
    [
      'The ferry carried 16 million people, up from 11 million a year earlier and ahead of the 15 million it had in 2019.',
      '16 million people | - | - | rise to | - | 11 million a year earlier',
      '11 million | - | - | rise from | 2023-01-01..2023-12-31 | -',
      '15 million | - | - | - | 2019-01-01..2019-12-31 | -',
    ],
    // what is not compared, and when it was
    [
      'The vaccine was 72% effective against infection in a trial of 30 nurses.',
      '72% | vaccine | - | - | - | -',
      '30 nurses | trial | - | - | - | -',
    ],
    [
      'The rouble has gained 30% against the dollar this year.',
      '30% | rouble | - | rise by | 2024-01-01..2024-12-31 | the dollar',
    ],
    [
      'Users climbed 19% to 433 million, 5 million above its guidance.',
      '19% | Users | - | rise by | - | -',
      '433 million | Users | - | rise to | - | -',
      '5 million | Users | - | rise by | - | its guidance',
    ],
    ['July was 1.2C warmer than the average.', '1.2C | - | - | rise by | 2023-07-01..2023-07-31 | the average'],
  ])('%s', (text, ...figures) => {
    expect(told(text)).toEqual(figures)
  })
})
