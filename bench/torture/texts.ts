// Texts made of what the rules read and of anything else, for ten minutes: no exception, every claim's words where it says they are.
//   node bench/torture/texts.ts 10      minutes
import fc from 'fast-check'
import { extractClaims } from '../../src/ingest.ts'
import { Claim } from '../../src/model/claim/index.ts'
import { texts, words } from '../../test/arbitrary-texts.ts'
import { readGoldSentences } from '../../test/gold-sentences.ts'
import { Report } from './report.ts'

const minutes = Number(process.argv[2] ?? 10)
const report = new Report('any text')
const gold = readGoldSentences().map(({ text }) => text)
const sentences = fc.constantFrom(...gold)

/** A sentence that is read rightly, with something cut out, doubled or put in. */
const mutated = fc
  .tuple(
    sentences,
    fc.array(fc.tuple(fc.nat(400), fc.nat(12), fc.oneof(words, sentences, fc.string({ maxLength: 3 }))), {
      maxLength: 5,
    }),
  )
  .map(([sentence, changes]) =>
    changes.reduce((text, [at, length, put]) => {
      const place = at % (text.length + 1)
      return text.slice(0, place) + put + text.slice(place + length)
    }, sentence),
  )
const spliced = fc
  .array(fc.tuple(sentences, fc.nat(200), fc.nat(200)), { minLength: 1, maxLength: 6 })
  .map((parts) =>
    parts
      .map(([sentence, from, length]) => sentence.slice(from % sentence.length, (from % sentence.length) + length))
      .join(' '),
  )
const days = fc.option(fc.constantFrom('2023-05-27', '0001-01-01', '9999-12-31', '2024-02-29'), { nil: undefined })

const until = performance.now() + minutes * 60_000
for (let seed = Date.now(); performance.now() < until; seed++)
  try {
    fc.assert(
      fc.property(fc.oneof(texts, mutated, spliced), days, (input, publishedAt) => {
        const { text, claims } = extractClaims(input, { publishedAt })
        report.tried('texts')
        report.tried('claims', claims.length)
        const points = [...text]
        for (const claim of claims) {
          if (points.slice(claim.start, claim.end).join('') !== claim.surface) throw new Error(`words of ${claim.id}`)
          if (points.slice(claim.sentence.start, claim.sentence.end).join('') !== claim.sentence.text)
            throw new Error(`sentence of ${claim.id}`)
          Claim.parse(claim)
        }
      }),
      { seed, numRuns: 2000 },
    )
  } catch (error) {
    report.lost((error as Error).message.slice(0, 1000))
  }
report.end()
