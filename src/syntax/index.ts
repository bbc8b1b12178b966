import type { Packed } from '../text/packed.ts'
import { parseWith, readArcModel } from './parser.ts'
import { repairNouns, repairOpening, repairSubjects } from './repair.ts'
import { repairVerbs } from './repair-verbs.ts'
import { readTagModel, tagWith } from './tagger.ts'
import { tokenizeSentence } from './tokenize.ts'
import type { CollapsedKind, Parser, SyntaxToken } from './tree.ts'
import { readWords, type Words } from './words.ts'

export * from './query.ts'
export type { Collapsed, CollapsedKind, Parser, SyntaxToken, Tree } from './tree.ts'
export { createTrees, type Trees } from './trees.ts'

/** The version of the weights that this parser reads: features, tables and their names. */
export const syntaxVersion = 3

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
  const given = Object.fromEntries(
    Object.entries(collapsedTags).map(([kind, name]) => [kind, tagNames.indexOf(name)]),
  ) as Record<CollapsedKind, number>
  const numbers = new Map(tagNames.map((name, i) => [name, i]))
  const numberOf = (name: string) => numbers.get(name) ?? -1
  let words: Words | undefined
  return (text, sentence, collapsed) => {
    const raw = tokenizeSentence(text, sentence, collapsed)
    const forms: string[] = []
    const written: string[] = []
    const tags = new Int32Array(raw.length)
    for (const [i, { start, end, form, collapsed }] of raw.entries()) {
      forms.push(form)
      written.push(collapsed && collapsed.as !== 'name' ? form : text.slice(start, end))
      tags[i] = collapsed ? given[collapsed.as] : -1
    }
    words = readWords(forms, written, words)
    tag(words, tags)
    repairOpening(written, tags, numberOf)
    repairNouns(forms, tags, numberOf)
    repairVerbs(forms, tags, numberOf)
    const { head, label, root } = parse(words, tags)
    const heads: number[] = []
    const labels: string[] = []
    const tagged: string[] = []
    for (let i = 0; i < raw.length; i++) {
      const isRoot = head[i] === root
      heads.push(isRoot ? -1 : head[i]!)
      labels.push(isRoot ? 'root' : labelNames[label[i]!]!)
      tagged.push(tagNames[tags[i]!]!)
    }
    repairSubjects(heads, labels, tagged, forms)
    const children: SyntaxToken[][] = raw.map(() => [])
    const tokens = raw.map(
      ({ start, end, form, collapsed }, index): SyntaxToken => ({
        index,
        start,
        end,
        text: text.slice(start, end),
        form,
        tag: tagged[index]!,
        head: heads[index]!,
        label: labels[index]!,
        collapsed,
      }),
    )
    for (const token of tokens) children[token.head]?.push(token)
    return { start: sentence.start, end: sentence.end, tokens, children }
  }
}
