import { describe, expect, it } from 'vitest'
import { extractClaims } from '../../src/ingest.ts'

const claimsOf = (text: string) => extractClaims(text, { publishedAt: '2024-03-15' }).claims
const claimOf = (text: string, surface: string) => {
  const claim = claimsOf(text).find((each) => each.surface === surface && each.type !== 'quote')
  expect(claim, `${surface} in ${text}`).toBeDefined()
  return claim as typeof claim & {
    attributedTo?: { name: string; surface: string; actorId?: string; quoteId?: string }
  }
}

describe('claims inside the words of somebody', () => {
  it.each<[text: string, surface: string, name: string]>([
    ['“The dam cost $3 billion,” Mayor Ada Berg said on Monday.', '$3 billion', 'Ada Berg'],
    ['Ada Berg said that 400 homes had been lost.', '400 homes', 'Ada Berg'],
    ['According to the ministry, prices rose by 4% in May.', 'May', 'the ministry'],
    ['The union said Norsk Hydro had cut 30 jobs.', 'Norsk Hydro', 'The union'],
  ])('%s', (text, surface, name) => {
    const { attributedTo } = claimOf(text, surface)
    expect(attributedTo?.name).toBe(name)
    const quote = claimsOf(text).find(({ id }) => id === attributedTo!.quoteId)
    expect(quote?.type).toBe('quote')
  })

  it.each<[text: string, surface: string, name: string | undefined]>([
    ['The firm put the cost at $5bn.', '$5bn', 'firm'],
    ['The bank estimates the loss at $5bn.', '$5bn', 'bank'],
    ['The coach put the team at 5 points.', '5 points', undefined],
    ['The plant, which officials said would cost $5bn, was dropped.', '$5bn', 'officials'],
    ['Prices fell by 3% in May, the bank’s data show.', '3%', 'the bank’s data'],
    ['Some 300 people died, figures compiled by AFP show.', 'Some 300 people', 'figures'],
    ['The death toll stands at 300, according to police.', '300', 'police'],
    ['It cost $5bn, the firm claims.', '$5bn', 'the firm'],
  ])('who puts a number to it: %s', (text, surface, name) => {
    expect(claimOf(text, surface).attributedTo?.name).toBe(name)
  })

  it.each<[text: string, surface: string, name: string | undefined]>([
    // who the name beside a role or a noun is, and what stands behind a name
    ['Ada Berg, a director at the charity said that 30 horses had left.', '30 horses', 'Ada Berg'],
    ['Sir Tom Hale, the former head of Tarn Bank has said it lost $50 million.', '$50 million', 'Tom Hale'],
    ['A trade group, the Association of Millers, said sales rose 12 percent.', '12 percent', 'Association of Millers'],
    ['According to Velmo, a firm that counts lorries, the port took 519 tonnes.', '519 tonnes', 'Velmo'],
    ['According to Velmo, an NGO watching the vote, the mayor won 46%.', '46%', 'Velmo'],
    ['According to Velmo, a third of the port, or 24 docks, is lost.', 'a third', 'Velmo'],
    ['According to Velmo, a man, who has 40 ships, was fined.', '40 ships', 'Velmo'],
    ['According to eHarbour, the port took 519 tonnes in April.', '519 tonnes', 'eHarbour'],
    ['One boy who works in a mill on the Ivory Coast told us that it had 10 looms.', '10 looms', 'One boy'],
    // the words between
    ['Tarn Bank said in a statement that the wind farm could light 150 homes.', '150 homes', 'Tarn Bank'],
    ['The city has a surplus of $13 million, Mayor Ada Berg announced today.', '$13 million', 'Ada Berg'],
    ['Tarn Bank claimed that more than 900 millers had joined.', 'more than 900 millers', 'Tarn Bank'],
    ['The United Nations estimates that about half of them have fled.', 'about half', 'United Nations'],
    ['The panel determined that 30 looms were idle.', '30 looms', 'The panel'],
    ['The panel determined the price of 30 looms.', '30 looms', undefined],
    ['The economy grew by 5.9% in May, as reported by the bureau.', '5.9%', 'the bureau'],
    // of two the inner one, unless those expecting stand outside
    ['Tarn Bank predicts a profit of $4m, but Ada Berg says it could be $2m.', '$2m', 'Ada Berg'],
    ['The mayor also forecast that the debt would reach $15m.', '$15m', 'The mayor'],
    // right after somebody without a name
    ['A navy official said the ship sank. He said 10 divers were sent.', '10 divers', 'A navy official'],
    ['Villagers said the well is dry. They say 300 goats died.', '300 goats', 'Villagers'],
    // how many say so is not who
    ['A poll by Velmo found that 60 percent said they wanted 5 buses.', '5 buses', 'A poll by Velmo'],
    ['Two in ten voters said they wanted 5 buses.', '5 buses', undefined],
    // acts, plans and nouns are no words
    ['Tarn Bank asked the court to void eight contracts.', 'eight contracts', undefined],
    ['Tarn Bank expects to lose 900 jobs.', '900 jobs', undefined],
    ['The toll is 18, with output expected to fall 9.6%.', '9.6%', undefined],
    ['It’s expected that the sum will grow to $315.', '$315', undefined],
    ['China added the most palaces to the list with 54 of them.', '54', undefined],
    ['The league announced that its member states will send 60 lorries.', '60 lorries', 'The league'],
    ['The mayor pledged to save salt; 12 tonnes of it were moved.', '12 tonnes', undefined],
    ['The study found that looms were idle. €880 was raised.', '€880', undefined],
  ])('who it is, if anybody: %s', (text, surface, name) => {
    expect(claimOf(text, surface).attributedTo?.name).toBe(name)
  })

  it.each<[text: string, surface: string]>([
    ['“The dam is late,” Ada Berg said of the $3 billion wall.', '$3 billion'],
    ['The dam cost $3 billion. “It is late,” Ada Berg said.', '$3 billion'],
    ['The so-called “500 club” has 320 members.', '320 members'],
    ['Ada Berg said on Monday that the dam was late.', 'Monday'],
    ['Ada Berg said on Monday that the dam was late.', 'Ada Berg'],
  ])('are those alone: %s', (text, surface) => {
    expect(claimOf(text, surface).attributedTo).toBeUndefined()
  })

  it('belong to the innermost of nested ones', () => {
    const text = '“My brother Rolf Lund told me that the farm had lost 40 cows,” Ada Berg said.'
    expect(claimOf(text, '40 cows').attributedTo?.name).toMatch(/Lund|Berg/)
  })
})

describe('what somebody denies', () => {
  const polarity = (text: string) =>
    claimsOf(text)
      .filter((claim) => claim.type === 'quote')
      .map((quote) => quote.polarity)
  it.each([
    ['The minister denied that the vote was rigged.', ['denied']],
    ['The firm denied taking money from the state.', ['denied']],
    ['The minister said that the vote was fair.', [undefined]],
    ['“That is a lie,” the minister said.', [undefined]],
  ])('%s', (text, expected) => {
    expect(polarity(text)).toEqual(expected)
  })
})

describe('a noun for a body', () => {
  it.each([
    ['Shell reported a profit of $3bn. Analysts at Barclays said the company would pay $1bn.', 'Shell'],
    ['Shell beat the forecast of analysts polled by Bloomberg. The company raised its dividend to $1bn.', 'Shell'],
    ['Shell sold 53 stations. Rival Exxon sold 78. The company raised its dividend to $1bn.', 'Shell'],
    ['Shell fell on Monday. Brokerage CLSA cut its target. The company raised its dividend to $1bn.', 'Shell'],
    ['Shell told Reuters that it would pay. The company said it would spend $1bn.', 'Shell'],
  ])('means whom the story is of, not who only reports: %s', (text, name) => {
    expect(claimOf(text, '$1bn')).toMatchObject({ subject: { name } })
  })

  it('is nobody’s who speaks of somebody else', () => {
    const text = 'Oskar Berg spoke. “It is bad if his rating falls below 30 per cent,” said Oskar Berg.'
    expect(claimOf(text, 'below 30 per cent')).not.toHaveProperty('subject')
  })

  it('means no body of another sort', () => {
    expect(claimOf('The Green Party met. The company raised its dividend to $1bn.', '$1bn')).not.toHaveProperty(
      'subject',
    )
  })
})
