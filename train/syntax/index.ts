import { syntaxVersion } from '../../src/syntax/index.ts'
import { tagWith } from '../../src/syntax/tagger.ts'
import { quantize, writePacked } from '../pack.ts'
import { collapseSentence } from './collapse.ts'
import { readTreebanks } from './corpora.ts'
import { type Example, makeExample, readAlphabets } from './examples.ts'
import { trainParser } from './parser.ts'
import { trainTagger } from './tagger.ts'

const tagEpochs = 8
const arcEpochs = 12
const folds = 5
/** Weights below this, of 127, are dropped. */
const prune = 3

/** Learns tagger and parser from the treebanks of a folder: the bytes of `weights/syntax.bin.br`. */
export function trainSyntax(folder: string): Buffer {
  const { sentences, sources } = readTreebanks(folder)
  const joined = sentences.map(collapseSentence)
  const alphabets = readAlphabets(sentences)
  const width = alphabets.tags.length
  const plain = sentences.map((sentence) => makeExample(sentence, alphabets))
  const collapsed = joined.map((sentence) => sentence && makeExample(sentence, alphabets))
  const both = (keep: (place: number) => boolean): Example[] =>
    plain.flatMap((example, i) => (keep(i) ? [example, ...(collapsed[i] ? [collapsed[i]] : [])] : []))

  // the parser learns from tags with the faults that it will meet
  for (let fold = 0; fold < folds; fold++) {
    const table = quantize(
      trainTagger(
        both((i) => i % folds !== fold),
        width,
        tagEpochs,
      ),
      prune,
    )
    const tag = tagWith(table, width, table.length / width - 1)
    for (const example of both((i) => i % folds === fold)) {
      example.tags = Int32Array.from(example.given)
      tag(example.words, example.tags)
    }
    console.error(`tagger, part ${fold + 1} of ${folds + 1}`)
  }
  const tagTable = quantize(
    trainTagger(
      both(() => true),
      width,
      tagEpochs,
    ),
    prune,
  )
  console.error('tagger, whole')

  const { arcs, labels, model } = trainParser(
    (i, epoch) => ((i + epoch) % 2 === 0 ? collapsed[i] : undefined) ?? plain[i]!,
    plain.length,
    both(() => true),
    alphabets,
    arcEpochs,
    (epoch) => console.error(`parser, round ${epoch + 1} of ${arcEpochs}`),
  )
  return writePacked(
    {
      name: 'syntax',
      version: syntaxVersion,
      licence: 'CC BY-SA 4.0',
      sources,
      settings: { tags: width, labels: alphabets.labels.length },
    },
    {
      'tag.names': alphabets.tags,
      'tag.weights': tagTable,
      'label.names': alphabets.labels,
      'label.allowedFrom': model.allowedFrom,
      'label.allowed': model.allowed,
      'label.weights': quantize(labels, prune),
      'arc.weights': quantize(arcs, prune),
    },
  )
}
