import { collapsedTags, kindsOfTags } from '../../src/syntax/index.ts'
import { formOfCollapsed } from '../../src/syntax/tokenize.ts'
import type { CollapsedKind } from '../../src/syntax/tree.ts'
import { readWords, type Words } from '../../src/syntax/words.ts'
import type { TreebankSentence } from './conllu.ts'

/** A sentence as numbers. */
export type Example = {
  readonly words: Words
  /** Its gold tags; of collapsed words the tag that they always have. */
  readonly gold: Int32Array
  /** -1, or the tag that a collapsed word always has. */
  readonly given: Int32Array
  /** Heads, the number of words for the root; labels. */
  readonly heads: Int32Array
  readonly labels: Int32Array
  /** Tags as a tagger gave them that had not seen this sentence. */
  tags: Int32Array
}

/** Names of tags and labels by number. */
export type Alphabets = {
  readonly tags: readonly string[]
  readonly labels: readonly string[]
  readonly verbal: Uint8Array
}

export function readAlphabets(sentences: readonly TreebankSentence[]): Alphabets {
  const collect = (lists: readonly (readonly string[])[]) => [...new Set(lists.flat())].sort()
  const tags = collect([...sentences.map((sentence) => sentence.tags), Object.values(collapsedTags)])
  const labels = collect(sentences.map((sentence) => sentence.labels))
  return { tags, labels, verbal: kindsOfTags(tags) }
}

/** @param alphabets tags and labels that are not in them become the first */
export function makeExample(sentence: TreebankSentence, { tags, labels }: Alphabets): Example {
  const { forms, collapsed } = sentence
  const kinds = forms.map((_, i) => collapsed?.[i] as CollapsedKind | undefined)
  const seen = forms.map((form, i) =>
    kinds[i] ? formOfCollapsed(form, kinds[i]) : form.toLowerCase().replaceAll('’', "'"),
  )
  const given = Int32Array.from(kinds, (kind) => (kind ? tags.indexOf(collapsedTags[kind]) : -1))
  return {
    words: readWords(
      seen,
      forms.map((form, i) => (kinds[i] && kinds[i] !== 'name' ? seen[i]! : form)),
    ),
    gold: Int32Array.from(sentence.tags, (tag, i) => (given[i]! >= 0 ? given[i]! : Math.max(0, tags.indexOf(tag)))),
    given,
    heads: Int32Array.from(sentence.heads, (head) => (head < 0 ? forms.length : head)),
    labels: Int32Array.from(sentence.labels, (label) => Math.max(0, labels.indexOf(label))),
    tags: given,
  }
}
