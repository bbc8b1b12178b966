import { describe, expect, it } from 'vitest'
import { extractClaims } from '../../src/ingest.ts'

const read = (text: string) =>
  extractClaims(text, { publishedAt: '2024-03-15' }).claims.flatMap((claim) =>
    claim.type === 'quote' ? [[claim.kind, claim.surface, claim.cue, claim.source?.surface]] : [],
  )

describe('reported speech that only the tree shows', () => {
  it.each([
    // something stands between the verb and its clause
    ['Koehler has said for weeks he will stay in the race.', 'he will stay in the race', 'said', 'Koehler'],
    ['Reporters asked the mayor if the bridge would be closed.', 'if the bridge would be closed', 'asked', 'Reporters'],
    [
      'About four in ten say they want the rules to change.',
      'they want the rules to change',
      'say',
      'About four in ten',
    ],
  ])('%s', (text, content, cue, source) => {
    expect(read(text)).toEqual([['indirect', content, cue, source]])
  })

  it.each([
    'Fitch cut it to ‘BBB-’ and expects debt near the ‘A’ median.',
    'There were 15% fewer reported crimes than in 2020, which ended with 1,341.',
    'Some 300 million people speak these newly added languages.',
    'Arsenal have conceded only six goals in 12 matches and have not lost since May.',
    'Neither side would say that the talks had failed.',
    'The bridge was said to be safe.',
    'Falling demand helps explain why prices fell.',
    'She left before the vote, as she had said.',
  ])('is not: %s', (text) => {
    expect(read(text)).toEqual([])
  })
})

describe('an attribution that its clause ends with', () => {
  it.each([
    ['Rents rose by 6%, the statistics office said last week; a flat now costs $900.', 'Rents rose by 6%'],
    ['Rents rose by 6%, she said; flats cost more.', 'Rents rose by 6%'],
  ])('is of what stood before: %s', (text, content) => {
    const quotes = extractClaims(text, { publishedAt: '2024-03-15' }).claims.filter(({ type }) => type === 'quote')
    expect(quotes.map(({ surface }) => surface)).toEqual([content])
  })

  it('but what it leads to is of it', () => {
    const { claims } = extractClaims('She said on Monday that rents rose; flats cost more.')
    expect(claims.find(({ type }) => type === 'quote')?.surface).toMatch(/^that rents rose/)
  })
})

describe('a person with what they belong to', () => {
  it.each([
    '“Profits are up,” said Pieter de Boer of the dockers’ union Havenbond Zuid, which has 400 members.',
    '“Profits are up,” said Pieter de Boer from the campaign group Rivers Now.',
  ])('speaks, and not the body: %s', (text) => {
    const quote = extractClaims(text).claims.find(({ type }) => type === 'quote')
    expect(quote).toMatchObject({ source: { name: 'Pieter de Boer' } })
  })
})
