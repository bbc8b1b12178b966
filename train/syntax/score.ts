import { kindsOfTags } from '../../src/syntax/index.ts'
import { type ArcModel, parseWith, readArcModel } from '../../src/syntax/parser.ts'
import { readTagModel, type Tagger, tagWith } from '../../src/syntax/tagger.ts'
import type { Packed } from '../../src/text/packed.ts'
import { collapseSentence } from './collapse.ts'
import type { TreebankSentence } from './conllu.ts'
import { type Alphabets, type Example, makeExample } from './examples.ts'

/** Percent of words with the right tag, and, marks aside, with the right head, and the right head and label. */
export type SyntaxScore = {
  readonly tags: number
  readonly heads: number
  readonly labelled: number
  readonly words: number
}

/** Scores on other sentences than those learned from; labels count with their subtypes. */
export function scoreSyntax(
  examples: readonly Example[],
  tagger: Tagger,
  model: ArcModel,
  alphabets: Alphabets,
): SyntaxScore {
  const parse = parseWith(model, alphabets.verbal)
  const punct = alphabets.labels.indexOf('punct')
  let words = 0
  let all = 0
  let tags = 0
  let heads = 0
  let labelled = 0
  for (const example of examples) {
    const given = Int32Array.from(example.given)
    tagger(example.words, given)
    const state = parse(example.words, given)
    for (let i = 0; i < example.words.count; i++) {
      all++
      if (given[i] === example.gold[i]) tags++
      if (example.labels[i] === punct) continue
      words++
      if (state.head[i] !== example.heads[i]) continue
      heads++
      const isRoot = state.head[i] === state.root
      if (isRoot || state.label[i] === example.labels[i]) labelled++
    }
  }
  const percent = (part: number, whole: number) => Math.round((part * 10000) / whole) / 100
  return { tags: percent(tags, all), heads: percent(heads, words), labelled: percent(labelled, words), words }
}

/** Scores a file of weights on sentences as they are, and with names, dates and figures as one token each, as the walk gives them. */
export function scoreWeights(packed: Packed, sentences: readonly TreebankSentence[]) {
  const tags = packed.strings('tag.names')
  const alphabets = { tags, labels: packed.strings('label.names'), verbal: kindsOfTags(tags) }
  const score = (given: readonly TreebankSentence[]) =>
    scoreSyntax(
      given.map((sentence) => makeExample(sentence, alphabets)),
      tagWith(readTagModel(packed)),
      readArcModel(packed),
      alphabets,
    )
  return {
    plain: score(sentences),
    collapsed: score(sentences.map((sentence) => collapseSentence(sentence) ?? sentence)),
  }
}
