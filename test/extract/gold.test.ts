import { describe, expect, it } from 'vitest'
import { extractClaims } from '../../src/ingest.ts'
import type { Claim } from '../../src/model/claim/index.ts'
import { goldPublishedAt, readGoldSentences } from '../gold-sentences.ts'

// Sentences of our own, from the habits of news, all written on Saturday 27 May 2023. What a line holds stands in braces as
// `{words|meaning}`; what stands outside them is no figure and no date.

const byFile = Map.groupBy(readGoldSentences(), ({ file }) => file)

/** A claim's meaning in one line: `2310000000 EUR`, `10..15 percent`, `2023-Q2`, `P10Y`. */
function meaningOf(claim: Claim): string {
  if (claim.type === 'date') return [claim.iso ?? claim.duration ?? '-', claim.modifier].filter(Boolean).join(' ')
  if (claim.type !== 'figure') return ''
  const { number, low, high, against, currency, unit, kind, per, modifier } = claim
  const amount = number ?? (low === undefined ? '?' : `${low}..${high ?? ''}`)
  return [
    amount,
    against === undefined ? '' : `-${against}`,
    currency ?? unit ?? kind,
    per === undefined ? '' : `per ${per}`,
    modifier,
  ]
    .filter((part) => part !== undefined && part !== '')
    .join(' ')
}

for (const [file, sentences] of byFile)
  describe(`gold sentences on ${file.replace('.txt', '')}`, () => {
    it.each(sentences)('$line', ({ line, text }) => {
      const claims = extractClaims(text, { publishedAt: goldPublishedAt }).claims.filter(
        ({ type }) => type === 'figure' || type === 'date',
      )
      let read = ''
      let at = 0
      for (const claim of claims) {
        read += `${text.slice(at, claim.start)}{${claim.surface}|${meaningOf(claim)}}`
        at = claim.end
      }
      expect(read + text.slice(at)).toBe(line)
    })
  })
