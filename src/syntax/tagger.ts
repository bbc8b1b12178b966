import type { Packed } from '../text/packed.ts'
import { margin, mixRow, type Words } from './words.ts'

/** How many rows a word's tag is worked out from. */
export const tagTemplates = 24

/** Writes the rows of word `at` (counted with the margin) into `rows`; `before` and `before2` are the tags of the two words before it. */
export function fillTagRows(
  w: Words,
  at: number,
  before: number,
  before2: number,
  mask: number,
  rows: Int32Array,
): void {
  const { word, shape } = w
  const first = at === margin ? 1 : 0
  const w0 = word[at]!
  const l1 = word[at - 1]!
  const r1 = word[at + 1]!
  rows[0] = mixRow(1, w0, 0, 0, mask)
  rows[1] = mixRow(2, l1, 0, 0, mask)
  rows[2] = mixRow(3, word[at - 2]!, 0, 0, mask)
  rows[3] = mixRow(4, r1, 0, 0, mask)
  rows[4] = mixRow(5, word[at + 2]!, 0, 0, mask)
  rows[5] = mixRow(6, l1, w0, 0, mask)
  rows[6] = mixRow(7, w0, r1, 0, mask)
  rows[7] = mixRow(8, l1, r1, 0, mask)
  rows[8] = mixRow(9, shape[at]!, first, 0, mask)
  rows[9] = mixRow(10, shape[at]!, shape[at - 1]!, shape[at + 1]!, mask)
  rows[10] = mixRow(11, w.prefix2[at]!, 0, 0, mask)
  rows[11] = mixRow(12, w.prefix3[at]!, 0, 0, mask)
  rows[12] = mixRow(13, w.suffix1[at]!, 0, 0, mask)
  rows[13] = mixRow(14, w.suffix2[at]!, 0, 0, mask)
  rows[14] = mixRow(15, w.suffix3[at]!, 0, 0, mask)
  rows[15] = mixRow(16, w.suffix4[at]!, 0, 0, mask)
  rows[16] = mixRow(17, w.suffix3[at - 1]!, w.suffix2[at]!, 0, mask)
  rows[17] = mixRow(18, w.suffix3[at + 1]!, shape[at + 1]!, 0, mask)
  rows[18] = mixRow(19, before, 0, 0, mask)
  rows[19] = mixRow(20, before, before2, 0, mask)
  rows[20] = mixRow(21, before, w0, 0, mask)
  rows[21] = mixRow(22, before, w.suffix3[at]!, shape[at]!, mask)
  rows[22] = mixRow(23, before, r1, 0, mask)
  rows[23] = mixRow(24, before, w.suffix3[at + 1]!, w.suffix2[at]!, mask)
}

/** Gives each word the number of its tag. Words whose place in `tags` is not -1 have theirs already. */
export type Tagger = (words: Words, tags: Int32Array) => void

/** The tagger of a weights file; tags are numbers into `tags`. */
export function createTagger(packed: Packed): Tagger {
  const table = packed.array('tag.weights', 'int8')
  const width = packed.setting('tags')
  return tagWith(table, width, table.length / width - 1)
}

/** A greedy tagger over a table with a row of `width` weights for each hash; of equal sums the lower number wins. */
export function tagWith(table: Int8Array | Int32Array, width: number, mask: number): Tagger {
  const rows = new Int32Array(tagTemplates)
  const sums = new Int32Array(width)
  return (words, tags) => {
    let before = width
    let before2 = width
    for (let i = 0; i < words.count; i++) {
      if (tags[i] === -1) {
        fillTagRows(words, i + margin, before, before2, mask, rows)
        sums.fill(0)
        for (let k = 0; k < tagTemplates; k++) {
          const row = rows[k]! * width
          for (let tag = 0; tag < width; tag++) sums[tag]! += table[row + tag]!
        }
        let best = 0
        for (let tag = 1; tag < width; tag++) if (sums[tag]! > sums[best]!) best = tag
        tags[i] = best
      }
      before2 = before
      before = tags[i]!
    }
  }
}
