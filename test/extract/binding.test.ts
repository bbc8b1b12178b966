import { describe, expect, it } from 'vitest'
import { extractClaims } from '../../src/ingest.ts'
import { sliceCodePoints } from '../../src/text/offsets.ts'

const figures = (text: string) =>
  extractClaims(text, { publishedAt: '2024-03-13' }).claims.filter((claim) => claim.type === 'figure')
/** The fields that cases speak of, in a line for each figure. */
const told = (text: string) =>
  figures(text).map(({ surface, measure, subject, change, how, period, baseline, modality }) => ({
    surface,
    ...(measure && { measure }),
    ...(subject && { subject: subject.name }),
    ...(change && { change: `${change} ${how}` }),
    ...(period && { period: `${period.from ?? ''}..${period.to ?? ''}` }),
    ...(baseline && { baseline: baseline.surface }),
    ...(modality && { modality }),
  }))
type Case = [text: string, ...figures: object[]]

describe('what figures are of', () => {
  it.each<Case>([
    [
      'Prices in the valley dropped by 12% in February.',
      { surface: '12%', measure: 'Prices', change: 'fall by', period: '2024-02-01..2024-02-29' },
    ],
    [
      'Ticket sales rose 4% to $90m while costs fell to $20m.',
      { surface: '4%', measure: 'Ticket sales', change: 'rise by' },
      { surface: '$90m', measure: 'Ticket sales', change: 'rise to' },
      { surface: '$20m', measure: 'costs', change: 'fall to' },
    ],
    [
      'Kenya’s port authority cut its average handling charge by 6% to $80.',
      { surface: '6%', measure: 'average handling charge', subject: 'Kenya', change: 'fall by' },
      { surface: '$80', measure: 'average handling charge', subject: 'Kenya', change: 'fall to' },
    ],
    ['The court set a €3m fine.', { surface: '€3m', measure: 'fine' }],
    ['The city spent $7m on parks.', { surface: '$7m', measure: 'parks' }],
    [
      'Turnout was 71%, up from 66% in 2019.',
      { surface: '71%', measure: 'Turnout', change: 'rise to', baseline: '66% in 2019' },
      { surface: '66%', measure: 'Turnout', change: 'rise from', period: '2019-01-01..2019-12-31' },
    ],
    ['A 3 percent decline in rents surprised analysts.', { surface: '3 percent', measure: 'rents', change: 'fall by' }],
    ['The trial covers 30% of all patients.', { surface: '30%', measure: 'patients' }],
    ['Debt stands at 70% of GDP.', { surface: '70%', measure: 'Debt' }],
    [
      'The index of prices was 5% lower than a year earlier.',
      { surface: '5%', measure: 'index of prices', change: 'fall by', baseline: 'a year earlier' },
    ],
  ])('%s', (text, ...expected) => {
    expect(told(text)).toEqual(expected)
  })

  it.each<Case>([
    [
      'Shares in Barclays, Lloyds and HSBC fell 2%, 3% and 4%, respectively.',
      { surface: '2%', measure: 'Shares', subject: 'Barclays', change: 'fall by' },
      { surface: '3%', measure: 'Shares', subject: 'Lloyds', change: 'fall by' },
      { surface: '4%', measure: 'Shares', subject: 'HSBC', change: 'fall by' },
    ],
    [
      'Revenue and net income were $4.2 billion and $310 million, respectively.',
      { surface: '$4.2 billion', measure: 'Revenue' },
      { surface: '$310 million', measure: 'net income' },
    ],
    [
      'Ford and Toyota reported profits of $3m and $7m respectively.',
      { surface: '$3m', measure: 'profits', subject: 'Ford' },
      { surface: '$7m', measure: 'profits', subject: 'Toyota' },
    ],
    [
      'Profits at Ford rose 3% and 7% in 2021 and 2022, respectively.',
      { surface: '3%', measure: 'Profits', subject: 'Ford', change: 'rise by', period: '2021-01-01..2021-12-31' },
      { surface: '7%', measure: 'Profits', subject: 'Ford', change: 'rise by', period: '2022-01-01..2022-12-31' },
    ],
    [
      'The main index, the CAC 40, fell 3%, closing at 6,200 points.',
      { surface: '3%', measure: 'CAC 40', change: 'fall by' },
      { surface: '6,200 points', measure: 'CAC 40', change: 'fall to' },
    ],
    // three names for two figures: nobody knows whose
    [
      'Sales at Ford, Opel and Toyota fell 3% and 7%, respectively.',
      { surface: '3%', measure: 'Sales', change: 'fall by' },
      { surface: '7%', measure: 'Sales', change: 'fall by' },
    ],
  ])('each its own, in order: %s', (text, ...expected) => {
    expect(told(text)).toEqual(expected)
  })

  it.each<Case>([
    [
      'Germany (3.4%) and France (2.1%) grew faster.',
      { surface: '3.4%', subject: 'Germany' },
      { surface: '2.1%', measure: 'grew', subject: 'France' },
    ],
    ['Air Canada placed an order for 18 planes.', { surface: '18 planes', measure: 'order', subject: 'Air Canada' }],
    [
      'General Motors will close a plant. The carmaker lost $5bn.',
      { surface: '$5bn', measure: 'lost', subject: 'General Motors' },
    ],
    [
      'Siemens has spent €40m and Toyota $30m.',
      { surface: '€40m', measure: 'spent', subject: 'Siemens' },
      { surface: '$30m', measure: 'spent', subject: 'Toyota' },
    ],
    ['The French government provided €3bn in aid.', { surface: '€3bn', measure: 'aid', subject: 'France' }],
    [
      'Siemens will be owned 55 percent by Toyota and eight percent by Renault.',
      { surface: '55 percent', measure: 'owned', subject: 'Toyota', modality: 'planned' },
      { surface: 'eight percent', measure: 'owned', subject: 'Renault', modality: 'planned' },
    ],
    [
      'Toyota sold 80% of its stake in Renault, keeping the other 20%.',
      { surface: '80%', measure: 'stake', subject: 'Toyota' },
      { surface: '20%', measure: 'stake', subject: 'Toyota' },
    ],
    [
      'Japan, which accounts for 7% of world output, shrank.',
      { surface: '7%', measure: 'world output', subject: 'Japan' },
    ],
    [
      'General Motors said net profit fell 3%.',
      { surface: '3%', measure: 'net profit', subject: 'General Motors', change: 'fall by' },
    ],
    ['General Motors said retail sales fell 3%.', { surface: '3%', measure: 'retail sales', change: 'fall by' }],
    ['A deal in Japan, which cost $3m, was signed.', { surface: '$3m' }],
    [
      'Toyota has asked the bank for an additional $3bn on top of the $4bn it has received.',
      { surface: '$3bn', measure: 'asked', subject: 'Toyota', modality: 'required' },
      { surface: '$4bn', measure: 'received', subject: 'Toyota' },
    ],
    ['Renault emerged with a 12 percent stake.', { surface: '12 percent', measure: 'stake', subject: 'Renault' }],
    ['Toyota runs a fleet consisting of 30 ships.', { surface: '30 ships', subject: 'Toyota' }],
    ['Airbus wins 40 new orders', { surface: '40 new orders', subject: 'Airbus' }],
    ['Japan economy shrinks 7%', { surface: '7%', measure: 'Japan economy', subject: 'Japan', change: 'fall by' }],
    ['Siemens is owned 30 percent by Toyota.', { surface: '30 percent', measure: 'owned', subject: 'Toyota' }],
    [
      'Siemens has debts of $3bn and assets of $5bn.',
      { surface: '$3bn', measure: 'debts', subject: 'Siemens' },
      { surface: '$5bn', measure: 'assets', subject: 'Siemens' },
    ],
    ['The sale gave Renault a 52 percent stake.', { surface: '52 percent', measure: 'stake', subject: 'Renault' }],
    [
      'Renault has cut its holding to 12%.',
      { surface: '12%', measure: 'holding', subject: 'Renault', change: 'fall to' },
    ],
    ['Dow Chemical owes $3m.', { surface: '$3m', measure: 'owes', subject: 'Dow Chemical' }],
  ])('whose it is: %s', (text, ...expected) => {
    expect(told(text)).toEqual(expected)
  })

  it.each<Case>([
    // another's measure, the word of the speaker, a part of a preposition
    ['The study said 40% of it was lost.', { surface: '40%' }],
    ['Women were 37% more likely to vote.', { surface: '37%' }],
    ['In front of 60,214 fans they won.', { surface: '60,214 fans' }],
  ])('and nothing where nobody says: %s', (text, ...expected) => {
    expect(told(text)).toEqual(expected)
  })

  it('is traced to its words, and has a head to group by', () => {
    const text = 'Éva: 📈 exports of electric cars grew 9% last year.'
    const [{ measure, measureSpan, measureHead }] = figures(text) as [ReturnType<typeof figures>[number]]
    expect(sliceCodePoints(text, measureSpan!.start, measureSpan!.end)).toBe(measure)
    expect(measureHead).toBe('export')
  })
})

describe('whether a figure is a fact', () => {
  it.each([
    ['Output is expected to rise 4% this year.', 'forecast'],
    ['The council will build 300 homes.', 'planned'],
    ['The council plans to spend $4m on roads.', 'planned'],
    ['Losses could reach $2bn.', 'possible'],
    ['Banks must hold $4bn in capital.', 'required'],
    ['Losses did not exceed $2bn.', 'denied'],
    ['Losses were $2bn.', undefined],
    ['The firm said it had lost $2bn.', undefined],
  ])('%s', (text, modality) => {
    expect(figures(text)[0]!.modality).toBe(modality)
  })
})

describe('ages and vague counts', () => {
  it('are figures: an age is measured in years, a vague plural begins at two of its step', () => {
    expect(figures('The swimmer is 36 years old.')[0]).toMatchObject({
      kind: 'measurement',
      unit: 'year',
      measure: 'age',
      number: 36,
    })
    const [dozens] = figures('Dozens of people were hurt.')
    expect(dozens).toMatchObject({ low: 24, unit: 'person', measure: 'hurt' })
    expect(dozens).not.toHaveProperty('high')
  })
})

describe('when a figure holds', () => {
  it.each([
    ['Crime has fallen 12% since 2010.', { from: '2010-01-01' }],
    ['Emissions must fall 40% by 2030.', { to: '2030-12-31' }],
    ['The ministry said on Monday that debt was $4bn.', undefined],
    ['Unemployment fell to 4.2%, the lowest since 1974.', undefined],
    ['Sales were £4.1m, compared with £3m in 2022.', undefined],
  ])('%s', (text, period) => {
    expect(figures(text)[0]!.period).toEqual(period)
  })
})
