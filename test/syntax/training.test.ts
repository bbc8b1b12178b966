import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import { afterAll, describe, expect, it } from 'vitest'
import { createParser, syntaxVersion } from '../../src/syntax/index.ts'
import { readPacked } from '../../src/text/packed.ts'
import { trainSyntax } from '../../train/syntax/index.ts'

const folder = mkdtempSync(join(tmpdir(), 'article-facts-train-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
for (const name of ['ud-ewt-train.conllu', 'gum-free.conllu'])
  copyFileSync(join(import.meta.dirname, 'ewt-sample.conllu'), join(folder, name))

describe('training', () => {
  // ten seconds of one core
  it.runIf(process.env.LONG_TESTS)('gives the same bytes for the same files, and a parser that reads them', () => {
    const train = () => trainSyntax(folder, { tagEpochs: 1, arcEpochs: 2, folds: 2 })
    const bytes = train()
    expect(train().equals(bytes)).toBe(true)
    const text = 'The company cut its costs.'
    const parse = createParser(readPacked(new Uint8Array(brotliDecompressSync(bytes)), 'syntax', syntaxVersion))
    const { tokens } = parse(text, { start: 0, end: text.length }, [])
    expect(tokens[0]).toMatchObject({ text: 'The', tag: 'DT', label: 'det' })
  })

  it('says what it has not found', () => {
    const empty = mkdtempSync(join(tmpdir(), 'article-facts-train-'))
    expect(() => trainSyntax(empty)).toThrow(/no file under/)
    rmSync(empty, { recursive: true })
  })
})
