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
    'Neither side would say that the talks had failed.',
    'The bridge was said to be safe.',
    'Falling demand helps explain why prices fell.',
    'She left before the vote, as she had said.',
  ])('is not: %s', (text) => {
    expect(read(text)).toEqual([])
  })
})
