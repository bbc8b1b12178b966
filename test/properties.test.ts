import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { extractClaims } from '../src/ingest.ts'
import { Claim } from '../src/model/claim/index.ts'
import { sliceCodePoints } from '../src/text/offsets.ts'
import { texts, words } from './arbitrary-texts.ts'
import { size } from './size.ts'

describe('any text', () => {
  it('gives claims whose offsets give their words back, in code points, and that fit their schema', () => {
    fc.assert(
      fc.property(
        texts,
        fc.option(fc.constantFrom('2023-05-27', '0001-01-01', '9999-12-31', '2024-02-29'), { nil: undefined }),
        (input, publishedAt) => {
          const { text, claims, sections } = extractClaims(input, { publishedAt })
          const points = [...text]
          for (const claim of claims) {
            expect(points.slice(claim.start, claim.end).join('')).toBe(claim.surface)
            expect(sliceCodePoints(text, claim.start, claim.end)).toBe(claim.surface)
            expect(points.slice(claim.sentence.start, claim.sentence.end).join('')).toBe(claim.sentence.text)
            if (claim.type === 'quote' && claim.source)
              expect(points.slice(claim.source.start, claim.source.end).join('')).toBe(claim.source.surface)
            expect(Claim.safeParse(claim).error).toBeUndefined()
          }
          for (const { start, end } of sections) expect(start < end && end <= points.length).toBe(true)
          expect(new Set(claims.map((claim) => claim.id)).size).toBe(claims.length)
        },
      ),
      { numRuns: size(250, 5000) },
    )
  })

  it('may say the same words again and again', () => {
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 3 }), fc.constantFrom('', ' '), (parts, joint) => {
        const unit = parts.join(joint) + joint
        const text = unit.repeat(Math.ceil(20_000 / Math.max(1, unit.length)))
        expect(extractClaims(text, { publishedAt: '2023-05-27' }).text).toHaveLength(text.length)
      }),
      { numRuns: size(10, 200) },
    )
  })

  it('may be one line of many MB', () => {
    const unit = `It rose 5% to $24bn on June 8-9, last year’s sum, ${'and the word went on '.repeat(40)}`
    const copies = Math.ceil(size(2e5, 10e6) / unit.length)
    const { claims } = extractClaims(unit.repeat(copies), { publishedAt: '2023-05-27' })
    expect(claims.filter(({ type }) => type === 'figure')).toHaveLength(2 * copies)
  })

  it('is read the same way every time', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(extractClaims(text, { publishedAt: '2023-05-27' })).toEqual(
          extractClaims(text, { publishedAt: '2023-05-27' }),
        )
      }),
      { numRuns: size(50, 300) },
    )
  })

  it('keeps the offsets of a claim when characters of two code units stand before it', () => {
    const plain = extractClaims('It cost $24bn last year.', { publishedAt: '2023-05-27' }).claims
    const shifted = extractClaims('😀😀 It cost $24bn last year.', { publishedAt: '2023-05-27' }).claims
    expect(shifted.filter(({ type }) => type !== 'actor').map(({ start, surface }) => [start - 3, surface])).toEqual(
      plain.filter(({ type }) => type !== 'actor').map(({ start, surface }) => [start, surface]),
    )
  })
})
