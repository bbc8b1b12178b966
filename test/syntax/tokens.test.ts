import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tokenizeSentence } from '../../src/syntax/tokenize.ts'
import type { Collapsed } from '../../src/syntax/tree.ts'

const words = (text: string, collapsed: readonly Collapsed[] = []) =>
  tokenizeSentence(text, { start: 0, end: text.length }, collapsed).map(({ start, end }) => text.slice(start, end))

describe('the words of a sentence', () => {
  it.each([
    ['“It’s over,” he said.', '“ It ’s over , ” he said .'],
    ['They don’t know, and cannot say.', 'They do n’t know , and can not say .'],
    ['Mr. Berg left the U.S. at 5pm.', 'Mr. Berg left the U.S. at 5 pm .'],
    ['the workers’ pay-as-you-go e-mail', 'the workers ’ pay - as - you - go e-mail'],
    ['up 5% to US$1,000.50 (£800)', 'up 5 % to US $ 1,000.50 ( £ 800 )'],
    ['and/or — well... 3/4 of it', 'and / or — well ... 3/4 of it'],
    ['write to ada@example.org or https://example.org/a-b', 'write to ada@example.org or https://example.org/a-b'],
    ['He works for Acme Inc. in Rome.', 'He works for Acme Inc. in Rome .'],
  ])('%s', (text, expected) => expect(words(text).join(' ')).toBe(expected))

  it('has a collapsed span as one token, with the dot of an abbreviation', () => {
    const text = 'Sales of Acme Corp. rose about $5 million last year.'
    const span = (part: string, as: Collapsed['as']) => ({
      start: text.indexOf(part),
      end: text.indexOf(part) + part.length,
      as,
    })
    expect(
      words(text, [span('Acme Corp', 'name'), span('about $5 million', 'money'), span('last year', 'date')]),
    ).toEqual(['Sales', 'of', 'Acme Corp.', 'rose', 'about $5 million', 'last year', '.'])
  })

  it('leaves out nothing but white space, of any text and any spans', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), fc.nat(80), fc.nat(12), (text, from, length) => {
        const end = Math.min(text.length, from + length)
        const collapsed: Collapsed[] = from < end ? [{ start: from, end, as: 'name' }] : []
        const tokens = tokenizeSentence(text, { start: 0, end: text.length }, collapsed)
        let at = 0
        for (const token of tokens) {
          expect(token.start).toBeGreaterThanOrEqual(at)
          expect(token.end).toBeGreaterThan(token.start)
          expect(text.slice(at, token.start)).toMatch(/^\s*$/)
          at = token.end
        }
        expect(text.slice(at)).toMatch(/^\s*$/)
      }),
    )
  })
})
