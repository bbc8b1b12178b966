import { readFeatures, readFormFeatures } from '../../src/extract/actor/tagger/features.ts'
import { nameClasses } from '../../src/extract/actor/tagger/labels.ts'
import type { PhraseFinder } from '../../src/extract/actor/tagger/phrases.ts'
import { findStretches } from '../../src/extract/actor/tagger/stretches.ts'
import type { WordFacts } from '../../src/extract/actor/tagger/word-facts.ts'
import { readWords } from '../../src/extract/actor/words.ts'
import { segmentText } from '../../src/segment/index.ts'
import type { AnnotatedText } from './read-corpus.ts'

/** Words one behind the other, cut into sequences; the hashes of a word's features lie from `offsets[i]` on. */
export type Examples = {
  readonly sequences: readonly (readonly [from: number, to: number])[]
  readonly labels: Uint8Array
  readonly offsets: Int32Array
  readonly features: Int32Array
  /** Names of the annotation that hold no word that the tagger looks at. */
  readonly unseen: number
  readonly documents: Int32Array
}

const classes: Readonly<Record<string, number>> = { PER: 0, ORG: 1, LOC: 2, EVT: 3, MISC: 4 }
if (nameClasses.length !== 5) throw new Error('the classes of the corpora do not fit those of the tagger')

export function readExamples(
  corpus: readonly AnnotatedText[],
  factsOf: (word: string) => WordFacts,
  findPhrases: PhraseFinder,
): Examples {
  const sequences: [number, number][] = []
  const labels: number[] = []
  const offsets: number[] = []
  const documents: number[] = []
  let features = new Int32Array(1 << 22)
  let used = 0
  let unseen = 0
  corpus.forEach(({ text, names }, d) => {
    const words = readWords(segmentText(text, []))
    const stretches = findStretches(words)
    const own = new Uint8Array(words.length)
    const live = new Uint8Array(words.length)
    for (const { from, to } of stretches) live.fill(1, from, to)
    let at = 0
    for (const [start, end, label] of [...names].sort((a, b) => a[0] - b[0])) {
      const kind = classes[label]!
      while (at < words.length && words[at]!.end <= start) at++
      let k = at
      let any = false
      for (; k < words.length && words[k]!.start < end; k++) {
        own[k] = k === at ? 1 + 2 * kind : 2 + 2 * kind
        any ||= live[k] === 1
      }
      if (!any) unseen++
    }
    const base = labels.length
    let count = 0
    const places = new Int32Array(words.length)
    const keep = (hashes: Int32Array) => {
      if (used + hashes.length > features.length) {
        const more = new Int32Array(features.length * 2)
        more.set(features)
        features = more
      }
      features.set(hashes, used)
      used += hashes.length
    }
    readFeatures(words, stretches, factsOf, findPhrases, (read) => {
      const { word, own: facts, capital, before, behind } = read
      places[word] = base + count++
      offsets.push(used)
      keep(read.features.subarray(0, read.count))
      keep(readFormFeatures(facts, capital ? 'capital' : 'small'))
      keep(readFormFeatures(before, 'before'))
      keep(readFormFeatures(behind, 'behind'))
      labels.push(own[word]!)
      documents.push(d)
    })
    for (const { from, to } of stretches) sequences.push([places[from]!, places[from]! + to - from])
  })
  offsets.push(used)
  return {
    sequences,
    labels: Uint8Array.from(labels),
    offsets: Int32Array.from(offsets),
    features: features.subarray(0, used),
    unseen,
    documents: Int32Array.from(documents),
  }
}
