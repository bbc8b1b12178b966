import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { extractClaims } from '../../src/ingest.ts'
import type { Claim } from '../../src/model/claim/index.ts'

// Sentences of our own, from the habits of news, all written on Saturday 27 May 2023. What a line holds stands in braces as
// `{words|meaning}`; what stands outside them is no figure and no date.

const folder = new URL('../gold/', import.meta.url)
const mark = /\{([^|}]*)\|[^}]*\}/g

/** A claim's meaning in one line: `2310000000 EUR`, `10..15 percent`, `2023-Q2`, `P10Y`. */
function meaningOf(claim: Claim): string {
  if (claim.type === 'date') return [claim.iso ?? claim.duration ?? '-', claim.modifier].filter(Boolean).join(' ')
  if (claim.type !== 'figure') return ''
  const { number, low, high, against, currency, unit, kind, per, modifier } = claim
  const amount = number ?? (low === undefined ? '?' : `${low}..${high}`)
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

for (const file of readdirSync(folder).sort())
  describe(`gold sentences on ${file.replace('.txt', '')}`, () => {
    const lines = readFileSync(new URL(file, folder), 'utf8').split('\n').filter(Boolean)
    it.each(lines)('%s', (line) => {
      const text = line.replace(mark, '$1')
      const claims = extractClaims(text, { publishedAt: '2023-05-27' }).claims.filter(
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
