import { syntaxVersion } from '../../src/syntax/index.ts'
import { type TagModel, tagWith } from '../../src/syntax/tagger.ts'
import type { PackedHeader } from '../../src/text/packed.ts'
import { type PackedInput, quantize, writePacked } from '../pack.ts'
import { collapseSentence } from './collapse.ts'
import { readTreebanks } from './corpora.ts'
import { type Alphabets, type Example, makeExample, readAlphabets } from './examples.ts'
import { packArcs, trainParser } from './parser.ts'
import { trainTagger } from './tagger.ts'

/** How often it goes through the sentences, and in how many parts they are tagged by a tagger that has seen the others. */
const thorough = { tagEpochs: 6, arcEpochs: 12, folds: 5 }
/** Weights below this, of 127, are dropped; of labels, whose largest are far above the others, none is. */
const prune = 3
const pruneLabels = 1

/** Learns tagger and parser from the treebanks of a folder: the bytes of `src/weights/syntax.bin.br`. */
export function trainSyntax(folder: string, { tagEpochs, arcEpochs, folds } = thorough): Buffer {
  const { sentences, sources } = readTreebanks(folder)
  const alphabets = readAlphabets(sentences)
  const width = alphabets.tags.length
  const plain = sentences.map((sentence) => makeExample(sentence, alphabets))
  const joined = sentences.map(collapseSentence).map((sentence) => sentence && makeExample(sentence, alphabets))
  const choose = (keep: (place: number) => boolean): Example[] =>
    plain.flatMap((example, i) => (keep(i) ? [example, ...(joined[i] ? [joined[i]] : [])] : []))
  const all = choose(() => true)

  // the parser learns from tags with the faults that it will meet
  for (let fold = 0; fold < folds; fold++) {
    const others = choose((i) => i % folds !== fold)
    const tag = tagWith(trainTagger(others, width, tagEpochs, prune))
    for (const example of choose((i) => i % folds === fold)) {
      example.tags = Int32Array.from(example.given)
      tag(example.words, example.tags)
    }
    console.error(`tagger, part ${fold + 1} of ${folds + 1}`)
  }
  const tagger = trainTagger(all, width, tagEpochs, prune)
  console.error('tagger, whole')
  // names, dates and figures in pieces and joined, in turns
  const pick = (i: number, epoch: number) => ((i + epoch) % 2 === 0 ? joined[i] : undefined) ?? plain[i]!
  const parser = trainParser(pick, plain.length, all, alphabets, arcEpochs, (epoch) =>
    console.error(`parser, round ${epoch + 1} of ${arcEpochs}`),
  )
  return packSyntax(sources, alphabets, tagger, parser)
}

/** The bytes of the file. */
export function packSyntax(
  sources: PackedHeader['sources'],
  alphabets: Alphabets,
  tagger: TagModel,
  parser: ReturnType<typeof trainParser>,
): Buffer {
  return writePacked(
    {
      name: 'syntax',
      version: syntaxVersion,
      licence: 'CC BY-SA 4.0',
      sources,
      settings: { tags: alphabets.tags.length, labels: alphabets.labels.length },
    },
    {
      'tag.names': alphabets.tags,
      ...packTagger(tagger),
      'label.names': alphabets.labels,
      'label.allowedFrom': parser.model.allowedFrom,
      'label.allowed': parser.model.allowed,
      'label.weights': quantize(parser.labels, pruneLabels),
      'arc.weights': packArcs(parser.arcs, prune),
    },
  )
}

function packTagger({ table, known, open }: TagModel): PackedInput {
  const from = new Uint16Array(known.size + 1)
  const tags: number[] = []
  let place = 0
  for (const allowed of known.values()) {
    tags.push(...allowed)
    from[++place] = tags.length
  }
  return {
    'tag.words': Int32Array.from(known.keys()),
    'tag.wordsFrom': from,
    'tag.wordsTags': Uint8Array.from(tags),
    'tag.open': open,
    'tag.weights': table as Int8Array,
  }
}
