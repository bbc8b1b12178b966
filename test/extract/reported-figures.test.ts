import { describe, expect, it } from 'vitest'
import { extractClaims } from '../../src/ingest.ts'

/** `surface | who says it` of each figure. */
const said = (text: string) =>
  extractClaims(text, { publishedAt: '2024-03-15' }).claims.flatMap((claim) =>
    claim.type === 'figure' ? [`${claim.surface} | ${claim.attributedTo?.surface ?? '-'}`] : [],
  )

describe('whose words a figure stands in: a clause without that', () => {
  it.each<[string, ...string[]]>([
    ['The airline announced 40 flights a week will be dropped.', '40 flights | The airline'],
    ['Ada Lind indicated 17 villagers were missing.', '17 villagers | Ada Lind'],
    ['The army said nine soldiers died in the ambush.', 'nine soldiers | The army'],
    ['The union, citing its own survey, claimed 60% of nurses were exhausted.', '60% | The union'],
    ['The mayor has promised each family will get 3,000 euros.', '3,000 euros | The mayor'],
    ['State radio reported a bus with 50 passengers had left the road.', '50 passengers | State radio'],
    ['The ministry announced on television seven schools would stay shut.', 'seven schools | The ministry'],
    ['Inspectors concluded the tank held 300 litres.', '300 litres | Inspectors'],
    ['Organisers reported this year 80 of the runners wore masks.', '80 | Organisers'],
    [
      'The federation announced two young swimmers, Ines Roth and her brother Paul, were suspended.',
      'two young swimmers | The federation',
    ],
  ])('%s', (text, ...expected) => {
    expect(said(text)).toEqual(expected)
  })
  it.each<[string, ...string[]]>([
    // objects, whatever is said of them
    ['The firm announced the 40 layoffs it had planned.', '40 layoffs | -'],
    ['The council announced a park that will cover 30 acres.', '30 acres | -'],
    ['Mr Hale sued in May, claiming six defamatory posts made that year.', 'six defamatory posts | -'],
    ['The bank announced the deal and was fined $3m.', '$3m | -'],
    ['The prince announced the ball Lord Hale had paid £5,000 for.', '£5,000 | -'],
    // the verb's own subject
    ['As the floods and the long drought have shown, maintaining 40 dams can be a costly business.', '40 dams | -'],
  ])('guard: %s', (text, ...expected) => {
    expect(said(text)).toEqual(expected)
  })
})

describe('whose words a figure stands in: who speaks', () => {
  it.each<[string, ...string[]]>([
    ['Hotel management said 30 guests had left.', '30 guests | Hotel management'],
    ['Kent and Surrey Police officers said 14 cars were stolen.', '14 cars | Kent and Surrey Police officers'],
    [
      'More than 500 animals were sold, National Farm Council (NFC) figures showed.',
      'More than 500 animals | National Farm Council (NFC) figures',
    ],
    ['Readers heard from Reuters who reported that 80 people had fled.', '80 people | Reuters'],
    ['Estimates as of Friday said 300 homes were lost.', '300 homes | Estimates'],
    ['According to a May 3, 2021 Oxfam report, 40 villages have no well.', '40 villages | a May 3, 2021 Oxfam report'],
    ['Per police, 12 people were hurt.', '12 people | police'],
    ['The mayor denied it; according to auditors, he spent $3m.', '$3m | auditors'],
    ["According to the network's timetable, 30 trains will run.", "30 trains | the network's timetable"],
    [
      'An official ministry account made the following statement: "We have lost 40 trucks."',
      '40 trucks | An official ministry account',
    ],
    ['The office forecasts that exports will shrink by 3%.', '3% | The office'],
    ['The institute projected in May that prices would rise by 4%.', '4% | The institute'],
  ])('%s', (text, ...expected) => {
    expect(said(text)).toEqual(expected)
  })
  it.each<[string, ...string[]]>([
    ['The flood claimed 40 lives.', '40 lives | -'],
    ['Nobody expected 40 guests.', '40 guests | -'],
    ['The projects that the council funds cost $3m.', '$3m | -'],
  ])('guard: %s', (text, ...expected) => {
    expect(said(text)).toEqual(expected)
  })
})

describe('whose figure it is without a clause', () => {
  it.each<[string, ...string[]]>([
    ['The agency reported 5,600 new cases.', '5,600 new cases | agency'],
    ['The health ministry reports nine new deaths in the north.', 'nine new deaths | health ministry'],
    ['The survey office placed the epicentre 30 km north of Lima.', '30 km | survey office'],
    ['A poll showed support for the bill at 41 percent.', '41 percent | poll'],
    ['Experts put the value of the vase in the range of $2 million.', '$2 million | Experts'],
  ])('%s', (text, ...expected) => {
    expect(said(text)).toEqual(expected)
  })
  it.each<[string, ...string[]]>([
    ['The chef placed the pan 30 cm from the fire.', '30 cm | -'],
    ['The team showed its car at 40 fairs.', '40 fairs | -'],
  ])('guard: %s', (text, ...expected) => {
    expect(said(text)).toEqual(expected)
  })
})

it('gives an answer in a printed interview to the one whose name stands before it', () => {
  expect(
    said(
      '((Ina Holt))  What came first?\n\n((Per Lund))  We bought 40 goats.\n\nThen we sold 12 of them.\n\n((Ina Holt))  Why?\n\n((Per Lund))  They ate.',
    ),
  ).toEqual(['40 goats | Per Lund', '12 | Per Lund'])
})
