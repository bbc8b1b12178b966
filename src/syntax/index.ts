import type { Packed } from '../text/packed.ts'
import { parseWith, readArcModel } from './parser.ts'
import { readTagModel, tagWith } from './tagger.ts'
import { tokenizeSentence } from './tokenize.ts'
import type { Parser, SyntaxToken } from './tree.ts'
import { readWords } from './words.ts'

export * from './query.ts'
export type { Collapsed, CollapsedKind, Parser, SyntaxToken, Tree } from './tree.ts'
export { createTrees, type Trees } from './trees.ts'

/** The version of the weights that this parser reads: features, tables and their names. */
export const syntaxVersion = 1

/** The tags that collapsed spans have. */
export const collapsedTags = { name: 'NNP', date: 'DATE', number: 'CD', money: '$', percent: 'NN' } as const

/** For each tag, 1 for a verb, 2 for a mark. */
export const kindsOfTags = (tags: readonly string[]): Uint8Array =>
  Uint8Array.from(tags, (tag) => (/^(?:VB|MD)/.test(tag) ? 1 : /^[,.:]$|RB-$|``|''|HYPH/.test(tag) ? 2 : 0))

/** A parser of the weights in an opened file. */
export function createParser(packed: Packed): Parser {
  const tagNames = packed.strings('tag.names')
  const labelNames = packed.strings('label.names')
  const tag = tagWith(readTagModel(packed))
  const parse = parseWith(readArcModel(packed), kindsOfTags(tagNames))
  const tagNumbers = new Map(tagNames.map((name, i) => [name, i]))
  return (text, sentence, collapsed) => {
    const raw = tokenizeSentence(text, sentence, collapsed)
    const words = readWords(
      raw.map(({ form }) => form),
      raw.map(({ start, end, form, collapsed }) =>
        collapsed && collapsed.as !== 'name' ? form : text.slice(start, end),
      ),
    )
    const tags = Int32Array.from(raw, ({ collapsed }) =>
      collapsed ? tagNumbers.get(collapsedTags[collapsed.as])! : -1,
    )
    tag(words, tags)
    const { head, label, root } = parse(words, tags)
    const children: SyntaxToken[][] = raw.map(() => [])
    const tokens = raw.map(({ start, end, form, collapsed }, index): SyntaxToken => {
      const isRoot = head[index] === root
      return {
        index,
        start,
        end,
        text: text.slice(start, end),
        form,
        tag: tagNames[tags[index]!]!,
        head: isRoot ? -1 : head[index]!,
        label: isRoot ? 'root' : labelNames[label[index]!]!,
        ...(collapsed && { collapsed }),
      }
    })
    for (const token of tokens) children[token.head]?.push(token)
    return { start: sentence.start, end: sentence.end, tokens, children }
  }
}
