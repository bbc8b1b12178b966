import { describe, expect, it } from 'vitest'
import { told } from './told.ts'

describe('the noun that an amount stands before', () => {
  it.each<[string, ...string[]]>([
    [
      'Denmark gave the school a 3 million euro ($3.3 million) “repair grant”.',
      '3 million euro | repair grant | Denmark | - | - | -',
      '$3.3 million | repair grant | Denmark | - | - | -',
    ],
    ['The region voted a $30m ‘recovery fund’ for shops.', '$30m | recovery fund | - | - | - | -'],
    ['She had $4,000 (€3,700) in debts.', '$4,000 | debts | - | - | - | -', '€3,700 | debts | - | - | - | -'],
    [
      'Fires burned 69 hectares (170 acres) of vineyards.',
      '69 hectares | vineyards | - | - | - | -',
      '170 acres | vineyards | - | - | - | -',
    ],
    [
      'Close to half the ferries were late. More than half of the town’s schools were shut.',
      'Close to half | ferries | - | - | - | -',
      'More than half | schools | - | - | - | -',
    ],
  ])('%s', (text, ...lines) => expect(told(text)).toEqual(lines))
})

describe('the noun that stands before an amount', () => {
  it.each<[string, ...string[]]>([
    ['Guards found cigars worth thousands of dollars.', 'thousands of dollars | cigars | - | - | - | -'],
    ['Four bridges worth $9m were washed away.', 'Four bridges | - | - | - | - | -', '$9m | bridges | - | - | - | -'],
    [
      'Two loans amounting to more than $40 million were signed.',
      'Two loans | - | - | - | - | -',
      'more than $40 million | loans | - | - | - | -',
    ],
    [
      'The firm sold six ferries, for a total of $9m.',
      'six ferries | - | - | - | - | -',
      '$9m | ferries | - | - | - | -',
    ],
    ['Ministers praised the dam, estimated at $300 million, in a speech.', '$300 million | dam | - | - | - | -'],
  ])('%s', (text, ...lines) => expect(told(text)).toEqual(lines))
})

describe('what changes or comes to a value, however it is said', () => {
  it.each<[string, ...string[]]>([
    [
      'The main German index, the DAX, fell in value by 2.3%, which is 118 points, to 4,907.',
      '2.3% | DAX | DAX | fall by | - | -',
      '118 points | DAX | - | fall by | - | -',
      '4,907 | DAX | - | fall to | - | -',
    ],
    ['Dow climbs 310 points after vote', '310 points | Dow | - | rise by | - | -'],
    ['Fiat van sales plunge by 12%', '12% | Fiat van sales | Fiat | fall by | - | -'],
    [
      'Output stayed the same at 40 million bags, down 2% from 41 million bags.',
      '40 million bags | Output | - | - | - | 41 million bags',
      '2% | Output | - | fall by | - | 41 million bags',
      '41 million bags | Output | - | fall from | - | -',
    ],
    [
      'The museum saw attendance reach 9,000 visitors in May.',
      '9,000 visitors | attendance | - | - | 2023-05-01..2023-05-31 | -',
    ],
    [
      'The delay could push the cost of the tunnel as high as $4 billion.',
      'as high as $4 billion | cost of the tunnel | - | - | - | -',
    ],
    [
      'Wages in the valley rose 8%, while rents there grew 3%.',
      '8% | Wages | - | rise by | - | -',
      '3% | rents | - | rise by | - | -',
    ],
    [
      'Norway more than doubled its surplus to $9bn.',
      'more than doubled | surplus | Norway | rise by | - | -',
      '$9bn | surplus | Norway | rise to | - | -',
    ],
    [
      'The price of a permit ranges between 20 and 30 euros.',
      'between 20 and 30 euros | price of a permit | - | - | - | -',
    ],
    ['The duty has been reviewed downwards to 5 percent.', '5 percent | duty | - | - | - | -'],
    ['The strikes will have cost $15 million.', '$15 million | cost | - | - | - | -'],
    [
      'Exports fell to $3bn, with investment growing 7% in 2023.',
      '$3bn | Exports | - | fall to | - | -',
      '7% | investment | - | rise by | 2023-01-01..2023-12-31 | -',
    ],
    ['Exports of raw, dried and canned fish came to $40m.', '$40m | Exports | - | - | - | -'],
    [
      'The bank raised credit lines with Chile from $5bn to $9bn, and with Peru from $1bn to $2bn.',
      '$5bn | credit lines | - | rise from | - | -',
      '$9bn | credit lines | - | rise to | - | $5bn',
      '$1bn | credit lines | - | rise from | - | -',
      '$2bn | credit lines | - | rise to | - | $1bn',
    ],
    [
      'Profit was $5m, which represents an increase of 7% over 2022.',
      '$5m | Profit | - | - | - | -',
      '7% | Profit | - | rise by | - | 2022',
    ],
  ])('%s', (text, ...lines) => expect(told(text)).toEqual(lines))
})

describe('what an amount is paid for, or what is done with it', () => {
  it.each<[string, ...string[]]>([
    [
      'Emirates will buy 20 jets for $4.6 billion.',
      '20 jets | - | Emirates | - | - | -',
      '$4.6 billion | jets | Emirates | - | - | -',
    ],
    ['A court fined him 2,000 euros for fraud.', '2,000 euros | fined | - | - | - | -'],
    ['Kenya made $70,000 from the sale.', '$70,000 | made | Kenya | - | - | -'],
  ])('%s', (text, ...lines) => expect(told(text)).toEqual(lines))
})

describe('values of one whole, one quantity or one row', () => {
  it.each<[string, ...string[]]>([
    [
      'A poll found that 47 percent of farmers used the app, but just 21 percent paid for it.',
      '47 percent | farmers | - | - | - | -',
      '21 percent | farmers | - | - | - | -',
    ],
    [
      'This year 44 per cent of nurses want to leave and 26 per cent favour shorter shifts.',
      '44 per cent | nurses | - | - | 2024-01-01..2024-12-31 | -',
      '26 per cent | nurses | - | - | 2024-01-01..2024-12-31 | -',
    ],
    [
      'Lima will get 15mm of rain on Tuesday and 20mm on Wednesday.',
      '15mm | rain | Lima | - | 2024-03-19..2024-03-19 | -',
      '20mm | rain | Lima | - | 2024-03-13..2024-03-13 | -',
    ],
    [
      'Rotterdam handled 9 million containers in 2023, 12% more than in 2022.',
      '9 million containers | - | Rotterdam | - | 2023-01-01..2023-12-31 | -',
      '12% | containers | Rotterdam | rise by | 2023-01-01..2023-12-31 | in 2022',
    ],
    ['One in three calls to the line came from Lima.', 'One in three | calls | - | - | - | -'],
    [
      'A third of the harvest, or 20 tonnes, was lost.',
      'A third | harvest | - | - | - | -',
      '20 tonnes | harvest | - | - | - | -',
    ],
    ['A magnitude 6.1 quake struck Chile.', '6.1 | magnitude | - | - | - | -'],
    [
      'In 2021 the toll was 45, and in 2022, the toll was 52.',
      '45 | toll | - | - | 2021-01-01..2021-12-31 | -',
      '52 | toll | - | - | 2022-01-01..2022-12-31 | -',
    ],
  ])('%s', (text, ...lines) => expect(told(text)).toEqual(lines))
})
