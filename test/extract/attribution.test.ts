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
