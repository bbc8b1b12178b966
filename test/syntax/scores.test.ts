import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { syntaxVersion } from '../../src/syntax/index.ts'
import { readWeights } from '../../src/weights/index.ts'
import { readConllu } from '../../train/syntax/conllu.ts'
import { scoreWeights } from '../../train/syntax/score.ts'

// 208 sentences of UD English EWT (test), which no weight has seen; CC BY-SA 4.0, as the head of the file says
const sample = readConllu(readFileSync(join(import.meta.dirname, 'ewt-sample.conllu'), 'utf8'))

describe('the weights of tagger and parser', () => {
  const packed = readWeights('syntax', syntaxVersion)

  it('tag and parse what they were not made from as well as docs/learned-parts.md says', () => {
    const { plain, collapsed } = scoreWeights(packed, sample)
    expect(plain.tags).toBeGreaterThanOrEqual(93)
    expect(plain.heads).toBeGreaterThanOrEqual(82)
    expect(plain.labelled).toBeGreaterThanOrEqual(77)
    expect(collapsed.heads).toBeGreaterThanOrEqual(83)
    expect(collapsed.labelled).toBeGreaterThanOrEqual(78)
  })

  it('say what they were made from, and under which licence', () => {
    expect(packed.header.licence).toBe('CC BY-SA 4.0')
    for (const source of packed.header.sources) expect(source.sha256).toMatch(/^[\da-f]{64}$/)
  })

  it('are refused by a reader of another version', () => {
    expect(() => readWeights('syntax', syntaxVersion + 1)).toThrow(/not syntax/)
  })
})
