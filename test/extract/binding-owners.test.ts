import { describe, expect, it } from 'vitest'
import { told } from './told.ts'

describe('whose a figure is not', () => {
  it.each<[string, ...string[]]>([
    // of neither of two, nor of what the name only holds
    ['Quito and Cuenca concentrate 76% of it.', '76% | concentrate | - | - | - | -'],
    ['Knife crime in England and Wales fell by 9%.', '9% | Knife crime | - | fall by | - | -'],
    [
      'It went to a court in Ontario, Canada, which acquitted three executives.',
      'three executives | - | - | - | - | -',
    ],
    ['Acme Bridge Company built it. The bridge will connect 21 districts.', '21 districts | - | - | - | - | -'],
    ['It was declared in March 2022, when the rate was lower, 3.5%.', '3.5% | rate | - | - | - | -'],
    [
      'It was 71% for the first cabinet (2001-2006), 55% for the next.',
      '71% | - | - | - | 2001-01-01..2006-12-31 | -',
      '55% | - | - | - | - | -',
    ],
    ['It takes care of over 2,000 tourists.', 'over 2,000 tourists | - | - | - | - | -'],
    ['Prices for goods such as noodles and frozen fish will rise by 14%.', '14% | Prices | - | rise by | - | -'],
    ['The temperature was 2°C above normal for this time of the year.', '2°C | temperature | - | rise by | - | normal'],
    [
      'The court jailed 30-year-old Oskar Lind for robbing an 11-year-old girl.',
      '30-year-old | age | Oskar Lind | - | - | -',
      '11-year-old | age | - | - | - | -',
    ],
    ['It was 27 ºC in May 2023.', '27 ºC | - | - | - | 2023-05-01..2023-05-31 | -'],
    [
      'According to figures of the Times’s Ada Berg, global debt has tripled.',
      'tripled | global debt | - | rise by | - | -',
    ],
    [
      'She won $3m in damages in a case against a school in 2015.',
      '$3m | damages | - | - | 2015-01-01..2015-12-31 | -',
    ],
    // what a body speaks of, not the body
    ['The FBI says it makes up 5% of spending.', '5% | spending | - | - | - | -'],
  ])('%s', (text, ...figures) => {
    expect(told(text)).toEqual(figures)
  })
})
