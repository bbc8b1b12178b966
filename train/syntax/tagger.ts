import { createTagChooser, fillTagRows, type TagModel, tagTemplates } from '../../src/syntax/tagger.ts'
import { margin } from '../../src/syntax/words.ts'
import { quantize } from '../pack.ts'
import { Perceptron, shuffle } from '../perceptron.ts'
import type { Example } from './examples.ts'

const rowsOfTable = 1 << 17
/** A word seen so often has only the tags that it was seen with. */
const often = 6

/** The tags that frequent words have. */
function listKnown(examples: readonly Example[]): Map<number, Uint8Array> {
  const seen = new Map<number, { count: number; tags: Set<number> }>()
  for (const { words, gold, given } of examples)
    for (let i = 0; i < words.count; i++) {
      if (given[i] !== -1) continue
      const word = words.word[i + margin]!
      const entry = seen.get(word) ?? { count: 0, tags: new Set() }
      entry.count++
      entry.tags.add(gold[i]!)
      seen.set(word, entry)
    }
  return new Map(
    [...seen]
      .filter(([, { count }]) => count >= often)
      .sort(([a], [b]) => a - b)
      .map(([word, { tags }]) => [word, Uint8Array.from([...tags].sort((a, b) => a - b))]),
  )
}

/** Learns tags; the weights are averaged and in 8 bits. */
export function trainTagger(examples: readonly Example[], width: number, epochs: number, prune: number): TagModel {
  const learned = new Perceptron(rowsOfTable * width)
  const known = listKnown(examples)
  const choose = createTagChooser({ table: learned.weights, width, known })
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
  return { table: quantize(learned.average(), prune), width, known }
}
