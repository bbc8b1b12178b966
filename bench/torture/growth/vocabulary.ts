import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import ts from 'typescript'

const source = join(import.meta.dirname, '../../../src')

/** The words that a file's rules look for. */
export type Vocabulary = { readonly file: string; readonly words: readonly string[] }

/** What each file of the walk looks for, read off its strings and regular expressions: a new rule brings its words with it. */
export function readVocabularies(): Vocabulary[] {
  return globSync('{segment,extract,resolve,text,syntax}/**/*.ts', { cwd: source })
    .sort()
    .map((file) => ({ file: basename(file, '.ts'), words: [...wordsOf(readFileSync(join(source, file), 'utf8'))] }))
    .filter(({ words }) => words.length > 5)
}

function wordsOf(code: string): ReadonlySet<string> {
  const found = new Set<string>()
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) return
    const literal =
      ts.isStringLiteralLike(node) ||
      ts.isTemplateHead(node) ||
      ts.isTemplateMiddleOrTemplateTail(node) ||
      ts.isRegularExpressionLiteral(node)
    if (literal) {
      // escapes and classes of characters are no words
      const plain = node.text.replace(/\\[pP]\{\w+\}|\\\w|\(\?<?\w*[>:=!]|\[[^\]]*\]/g, ' ')
      for (const [word] of plain.matchAll(/\p{L}[\p{L}.’'-]*\p{L}|\$|%|€/gu)) found.add(word)
    }
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile('rules.ts', code, ts.ScriptTarget.Latest, true))
  return found
}
