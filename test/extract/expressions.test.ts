import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { analyse } from 'scslre'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { extractClaims } from '../../src/ingest.ts'

const root = join(import.meta.dirname, '../../src')
const files = globSync('{extract,resolve,segment,text,load,query,store,serve}/**/*.ts', { cwd: root })

/** The regular expressions that a file holds, with their lines. */
function readExpressions(file: string): { line: number; source: string; flags: string }[] {
  const source = ts.createSourceFile(file, readFileSync(join(root, file), 'utf8'), ts.ScriptTarget.Latest, true)
  const found: { line: number; source: string; flags: string }[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/')
      const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1
      found.push({ line, source: node.text.slice(1, end), flags: node.text.slice(end + 1) })
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

describe('regular expressions', () => {
  it.each(files)('%s has none that takes exponential time', (file) => {
    for (const { line, ...expression } of readExpressions(file)) {
      const { reports } = analyse(expression, { reportTypes: { Move: false, Self: true, Trade: true } })
      expect(reports.filter(({ exponential }) => exponential).map(({ type }) => `${file}:${line} ${type}`)).toEqual([])
    }
  })

  it('read a word of thousands of letters behind a cue as fast as any other', () => {
    const word = '9'.repeat(20_000)
    const text = `The head said to Ru${word}The talks were held in Vienna.${word}a were down.`
    expect(extractClaims(text, { publishedAt: '2024-03-01' }).text).toHaveLength(text.length)
  })
})
