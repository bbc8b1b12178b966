import { nameTaggerVersion, type TaggerWeights } from '../../src/extract/actor/tagger/index.ts'
import { createPhraseFinder } from '../../src/extract/actor/tagger/phrases.ts'
import type { WordCodes } from '../../src/extract/actor/tagger/word-codes.ts'
import { rememberFacts } from '../../src/extract/actor/tagger/word-facts.ts'
import type { PackedHeader } from '../../src/text/packed.ts'
import { writePacked } from '../pack.ts'
import { calibrate } from './calibrate.ts'
import { readExamples } from './examples.ts'
import { evenJoin, fitJoin } from './fit-join.ts'
import { groupWords } from './group-words.ts'
import { packChain } from './pack-chain.ts'
import { packWords } from './pack-words.ts'
import { type AnnotatedText, readCorpus } from './read-corpus.ts'
import { readVectors } from './read-vectors.ts'
import { findSources, type NameFiles } from './sources.ts'
import { stripOffices } from './strip-offices.ts'
import { trainChain } from './train-chain.ts'
import { readLists } from './word-lists.ts'
import { learnPriors } from './word-priors.ts'

const report = (line: string) => console.error(line)

/** Of the fit: features seen less often are left out; weights of the absolute and of the squared norm; steps. */
export const fit = { least: 2, lasso: 0.15, ridge: 0.1, rounds: 45 }

/** What unlabelled text and lists tell of the most frequent words. The texts that the suites measure on teach nothing here. */
export function makeCodes(files: NameFiles): WordCodes {
  const vectors = readVectors(files.vectors, 120_000)
  const corpus = readCorpus(files.corpus).filter(({ source }) => source !== 'gum' && source !== 'wikigold')
  const shares = learnPriors(vectors, readLists(vectors.words, files, corpus))
  report('classes of words')
  const { groups, families } = groupWords(vectors)
  report('groups of words')
  return packWords(vectors.words, groups, families, shares)
}

export const packTagger = ({ codes, chain, join }: TaggerWeights, sources: PackedHeader['sources']): Buffer =>
  writePacked(
    {
      name: 'names',
      version: nameTaggerVersion,
      licence: 'CC BY-SA 4.0',
      sources,
      settings: { decay: chain.decay, scale: join.scale },
    },
    {
      'word.marks': codes.marks,
      'word.groups': codes.groups,
      'word.priors': codes.priors,
      'word.families': codes.families,
      'chain.marks': chain.marks,
      'chain.slots': chain.slots,
      'chain.rows': chain.rows,
      'chain.transitions': chain.transitions,
      'join.bias': join.bias,
      'join.word': join.word,
      'join.confidence': join.confidence,
    },
  )

/**
 * Learns the name tagger from the corpora, vectors and lists of a folder: the bytes of `src/weights/names.bin.br`. How it is weighed against the
 * rules is learned on a third of GUM and WikiGold from a tagger that has not seen it, and how sure that makes of a name on each third.
 */
export function trainNames(folder: string): Buffer {
  const { files, sources } = findSources(folder)
  const codes = makeCodes(files)
  const corpus = stripOffices(readCorpus(files.corpus))
  const examples = readExamples(corpus, rememberFacts(codes), createPhraseFinder())
  report(`${examples.labels.length} words that may be in names`)
  const parts = [0, 1, 2].map((part) => {
    const held = heldOut(corpus, part)
    const chain = packChain(trainChain(examples, (document) => !held.has(document), fit, report))
    return { weights: { codes, chain, join: evenJoin }, texts: [...held].map((document) => corpus[document]!) }
  })
  const weighed = fitJoin(parts[0]!)
  const join = {
    ...weighed,
    confidence: calibrate(parts.map(({ weights, texts }) => ({ weights: { ...weights, join: weighed }, texts }))),
  }
  report(`weighed: one step of the tagger counts ${(join.scale / 256).toFixed(2)}`)
  const chain = packChain(trainChain(examples, () => true, fit, report))
  return packTagger({ codes, chain, join }, sources)
}

/** Every third document of GUM and WikiGold, by its place in the corpus. */
export function heldOut(corpus: readonly AnnotatedText[], part: number): ReadonlySet<number> {
  const suites = corpus.flatMap(({ source }, i) => (source === 'gum' || source === 'wikigold' ? [i] : []))
  return new Set(suites.filter((_, k) => k % 3 === part))
}
