import { createTagChooser, fillTagRows, type TagModel, tagTemplates } from '../../src/syntax/tagger.ts'
import { margin } from '../../src/syntax/words.ts'
import { quantize } from '../pack.ts'
import { Perceptron, shuffle } from '../perceptron.ts'
import type { Example } from './examples.ts'

const rowsOfTable = 1 << 17
/** A word seen so often has only the tags that it was seen with. */
const often = 6

/** A tag that other words have less often than this is not theirs. */
const seldom = 0.0005

/** The tags that frequent words have, each, and those that all others have. */
function listTags(examples: readonly Example[], width: number): { known: Map<number, Uint8Array>; open: Uint8Array } {
  const seen = new Map<number, Int32Array>()
  for (const { words, gold, given } of examples)
    for (let i = 0; i < words.count; i++) {
      if (given[i] !== -1) continue
      const word = words.word[i + margin]!
      const counts = seen.get(word) ?? new Int32Array(width)
      counts[gold[i]!]!++
      seen.set(word, counts)
    }
  const total = (counts: Int32Array) => counts.reduce((sum, count) => sum + count, 0)
  const tagsOf = (counts: Int32Array, least: number) =>
    Uint8Array.from([...counts.keys()].filter((tag) => counts[tag]! >= least))
  const known = [...seen].filter(([, counts]) => total(counts) >= often).sort(([a], [b]) => a - b)
  const others = new Int32Array(width)
  for (const counts of seen.values())
    if (total(counts) < often) for (let tag = 0; tag < width; tag++) others[tag]! += counts[tag]!
  return {
    known: new Map(known.map(([word, counts]) => [word, tagsOf(counts, 1)])),
    open: tagsOf(others, Math.max(1, total(others) * seldom)),
  }
}

/** Learns tags; the weights are averaged and in 8 bits. */
export function trainTagger(examples: readonly Example[], width: number, epochs: number, prune: number): TagModel {
  const learned = new Perceptron(rowsOfTable * width)
  const tags = listTags(examples, width)
  const choose = createTagChooser({ table: learned.weights, width, ...tags })
  const rows = new Int32Array(tagTemplates)
  for (let epoch = 0; epoch < epochs; epoch++)
    for (const place of shuffle(examples.length, epoch + 1)) {
      const { words, gold, given } = examples[place]!
      let before = width
      let before2 = width
      for (let i = 0; i < words.count; i++) {
        let tag = given[i]!
        if (tag === -1) {
          tag = choose(words, i + margin, before, before2)
          learned.tick()
          if (tag !== gold[i]) {
            fillTagRows(words, i + margin, before, before2, Math.clz32(rowsOfTable - 1), rows)
            for (let k = 0; k < tagTemplates; k++) {
              learned.add(rows[k]! * width + gold[i]!, 1)
              learned.add(rows[k]! * width + tag, -1)
            }
          }
        }
        before2 = before
        // what it says itself, right or wrong, is what it will see
        before = tag
      }
    }
  return { table: quantize(learned.average(), prune), width, ...tags }
}
