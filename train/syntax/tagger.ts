import { fillTagRows, tagTemplates } from '../../src/syntax/tagger.ts'
import { margin } from '../../src/syntax/words.ts'
import { Perceptron, shuffle } from '../perceptron.ts'
import type { Example } from './examples.ts'

const rowsOfTable = 1 << 17

/** Learns tags; gives the averaged weights, `width` for each row. */
export function trainTagger(examples: readonly Example[], width: number, epochs: number): Float64Array {
  const model = new Perceptron(rowsOfTable * width)
  const { weights } = model
  const rows = new Int32Array(tagTemplates)
  const sums = new Int32Array(width)
  for (let epoch = 0; epoch < epochs; epoch++)
    for (const place of shuffle(examples.length, epoch + 1)) {
      const { words, gold, given } = examples[place]!
      let before = width
      let before2 = width
      for (let i = 0; i < words.count; i++) {
        let tag = given[i]!
        if (tag === -1) {
          fillTagRows(words, i + margin, before, before2, rowsOfTable - 1, rows)
          sums.fill(0)
          for (let k = 0; k < tagTemplates; k++) {
            const row = rows[k]! * width
            for (let t = 0; t < width; t++) sums[t]! += weights[row + t]!
          }
          tag = 0
          for (let t = 1; t < width; t++) if (sums[t]! > sums[tag]!) tag = t
          model.tick()
          if (tag !== gold[i])
            for (let k = 0; k < tagTemplates; k++) {
              model.add(rows[k]! * width + gold[i]!, 1)
              model.add(rows[k]! * width + tag, -1)
            }
        }
        before2 = before
        // what it says itself, right or wrong, is what it will see
        before = tag
      }
    }
  return model.average()
}
