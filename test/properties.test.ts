import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { extractClaims } from '../src/ingest.ts'
import { Claim } from '../src/model/claim/index.ts'
import { sliceCodePoints } from '../src/text/offsets.ts'

/** Texts that hold the forms we read, amid anything else a text may hold. */
const words = fc.constantFrom(
  'Ada Berg',
  'President Ada Berg',
  'Norway',
  'Norwegian',
  'the U.S.',
  'Acme Corp',
  'said',
  'told reporters',
  'according to',
  'that',
  'he',
  '“',
  '”',
  '"',
  '‘',
  '’',
  "'",
  '(',
  ')',
  ',',
  '.',
  '. ',
  ' — ',
  '\n',
  '\n\n',
  '\r\n',
  '\r\n\r\n',
  ' ',
  '  ',
  '\u00A0',
  '\u202F',
  '\t',
  '$24bn',
  '$3-4 billion',
  '60%',
  'between 40 and 50 percent',
  'more than a third',
  'sixfold',
  'top five',
  '1,234.5 km',
  '26 000',
  'rose by',
  'last year',
  'June 8-9',
  'the last two decades',
  '2022',
  'on Monday',
  'May',
  '10-year',
  '99999999999999999999999',
  '9'.repeat(400),
  'year 0000',
  '31 February',
  'the 99th century',
  '9999 years ago',
  'more than',
  'equal to',
  'MSEK 120',
  '2 km, 300 m',
  '15 dollars 50',
  '2.48×10−5',
  '1.1^23',
  '7e7',
  '½',
  'one over three',
  'two and a third',
  'a gallon of',
  'between the tenth and the fifteenth',
  'for three days from Monday',
  'next Friday',
  'the following Tuesday',
  '29 February',
  'Feb 29',
  'May 5 and 6',
  '18 and 19 June',
  '(8 September 1841 – 1 May 1904)',
  '9/11',
  'in five years’ time',
  'the year-ago quarter',
  'the last two quarters',
  'ten working days',
  '15:00 GMT+0530',
  'Labor Day weekend',
  'Diwali',
  'Ramadan',
  'Christmas two years ago',
  'the first Monday of next month at 9',
  '😀',
  '👩‍👧‍👦',
  'e\u0301',
  '\u200F',
  '\uFEFF',
  '\uD83D',
  '\uDE00',
  '\u0000',
  'İstanbul',
  'ﬁ',
  '中国',
  'Sign up',
  'Read More',
)
const texts = fc.oneof(
  fc.array(words, { maxLength: 80 }).map((parts) => parts.join('')),
  fc.array(words, { maxLength: 60 }).map((parts) => parts.join(' ')),
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.uint8Array({ maxLength: 400 }).map((bytes) => new TextDecoder().decode(bytes)),
)

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
      { numRuns: 1500 },
    )
  })

  it('may say the same words again and again', () => {
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 3 }), fc.constantFrom('', ' '), (parts, joint) => {
        const unit = parts.join(joint) + joint
        const text = unit.repeat(Math.ceil(20_000 / Math.max(1, unit.length)))
        expect(extractClaims(text, { publishedAt: '2023-05-27' }).text).toHaveLength(text.length)
      }),
      { numRuns: 40 },
    )
  })

  it('may be one line of 10 MB', { timeout: 300_000 }, () => {
    const unit = `It rose 5% to $24bn on June 8-9, last year’s sum, ${'and the word went on '.repeat(40)}`
    const copies = Math.ceil(10_000_000 / unit.length)
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
      { numRuns: 100 },
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
