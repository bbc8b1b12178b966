import type { Packed } from '../text/packed.ts'
import { margin, mixer, type Words } from './words.ts'

/** How many rows a word's tag is worked out from. */
export const tagTemplates = 24

/**
 * Writes the rows of word `at` (counted with the margin) into `rows`, as `fillArcRows` does; `before` and `before2` are the tags of the two
 * words before it.
 */
export function fillTagRows(
  w: Words,
  at: number,
  before: number,
  before2: number,
  drop: number,
  rows: Int32Array,
): void {
  const { word, shape } = w
  const first = at === margin ? 0xae5d669d | 0 : 0
  const w0 = Math.imul(word[at]!, 0xc7bb053f)
  const l1 = Math.imul(word[at - 1]!, 0xfa614c91)
  const l2 = Math.imul(word[at - 2]!, 0x3c796f73)
  const r1 = Math.imul(word[at + 1]!, 0xb5943015)
  const r2 = Math.imul(word[at + 2]!, 0xf08eac43)
  const sh = Math.imul(shape[at]!, 0x436b6cdf)
  const shl = Math.imul(shape[at - 1]!, 0x8333e5a9)
  const shr = Math.imul(shape[at + 1]!, 0x05bfab4f)
  const p2 = Math.imul(w.prefix2[at]!, 0x4457feb1)
  const p3 = Math.imul(w.prefix3[at]!, 0xeaf89aef)
  const x1 = Math.imul(w.suffix1[at]!, 0xfdcec3b5)
  const x2 = Math.imul(w.suffix2[at]!, 0xdb26bceb)
  const x3 = Math.imul(w.suffix3[at]!, 0x5d63880f)
  const x4 = Math.imul(w.suffix4[at]!, 0xb1c16207)
  const xl3 = Math.imul(w.suffix3[at - 1]!, 0xa68705cb)
  const xr3 = Math.imul(w.suffix3[at + 1]!, 0xbec543d9)
  const t1 = Math.imul(before + 1, 0x13c2d6bb)
  const t2 = Math.imul(before2 + 1, 0x56665821)
  rows[0] = Math.imul(w0 ^ 1, mixer) >>> drop
  rows[1] = Math.imul(l1 ^ 2, mixer) >>> drop
  rows[2] = Math.imul(l2 ^ 3, mixer) >>> drop
  rows[3] = Math.imul(r1 ^ 4, mixer) >>> drop
  rows[4] = Math.imul(r2 ^ 5, mixer) >>> drop
  rows[5] = Math.imul(l1 ^ w0 ^ 6, mixer) >>> drop
  rows[6] = Math.imul(w0 ^ r1 ^ 7, mixer) >>> drop
  rows[7] = Math.imul(l1 ^ r1 ^ 8, mixer) >>> drop
  rows[8] = Math.imul(sh ^ first ^ 9, mixer) >>> drop
  rows[9] = Math.imul(sh ^ shl ^ shr ^ 10, mixer) >>> drop
  rows[10] = Math.imul(p2 ^ 11, mixer) >>> drop
  rows[11] = Math.imul(p3 ^ 12, mixer) >>> drop
  rows[12] = Math.imul(x1 ^ 13, mixer) >>> drop
  rows[13] = Math.imul(x2 ^ 14, mixer) >>> drop
  rows[14] = Math.imul(x3 ^ 15, mixer) >>> drop
  rows[15] = Math.imul(x4 ^ 16, mixer) >>> drop
  rows[16] = Math.imul(xl3 ^ x2 ^ 17, mixer) >>> drop
  rows[17] = Math.imul(xr3 ^ shr ^ 18, mixer) >>> drop
  rows[18] = Math.imul(t1 ^ 19, mixer) >>> drop
  rows[19] = Math.imul(t1 ^ t2 ^ 20, mixer) >>> drop
  rows[20] = Math.imul(t1 ^ w0 ^ 21, mixer) >>> drop
  rows[21] = Math.imul(t1 ^ x3 ^ sh ^ 22, mixer) >>> drop
  rows[22] = Math.imul(t1 ^ r1 ^ 23, mixer) >>> drop
  rows[23] = Math.imul(t1 ^ xr3 ^ x2 ^ 24, mixer) >>> drop
}

/** Gives each word the number of its tag. Words whose place in `tags` is not -1 have theirs already. */
export type Tagger = (words: Words, tags: Int32Array) => void

/**
 * Weights of tags, `width` for each row; the tags that frequent words may have, by the hash of the word; and those that all others may have.
 */
export type TagModel = {
  readonly table: Int8Array | Int32Array
  readonly width: number
  readonly known: ReadonlyMap<number, Uint8Array>
  readonly open: Uint8Array
}

export function readTagModel(packed: Packed): TagModel {
  const from = packed.array('tag.wordsFrom', 'uint16')
  const tags = packed.array('tag.wordsTags', 'uint8')
  const words = packed.array('tag.words', 'int32')
  return {
    table: packed.array('tag.weights', 'int8'),
    width: packed.setting('tags'),
    open: packed.array('tag.open', 'uint8'),
    known: new Map(Array.from(words, (word, i) => [word, tags.subarray(from[i], from[i + 1])])),
  }
}

/** A greedy tagger; of equal sums the lower number wins. */
export function tagWith(model: TagModel): Tagger {
  const choose = createTagChooser(model)
  return (words, tags) => {
    let before = model.width
    let before2 = model.width
    for (let i = 0; i < words.count; i++) {
      if (tags[i] === -1) tags[i] = choose(words, i + margin, before, before2)
      before2 = before
      before = tags[i]!
    }
  }
}

/** Chooses the tag of a word (counted with the margin) from itself, its neighbours and the two tags before it. */
export function createTagChooser({ table, width, known, open }: TagModel) {
  const rows = new Int32Array(tagTemplates)
  const drop = Math.clz32(table.length / width - 1)
  return (words: Words, at: number, before: number, before2: number): number => {
    const candidates = known.get(words.word[at]!) ?? open
    if (candidates.length === 1) return candidates[0]!
    fillTagRows(words, at, before, before2, drop, rows)
    for (let k = 0; k < tagTemplates; k++) rows[k]! *= width
    let best = 0
    let most = Number.NEGATIVE_INFINITY
    for (const tag of candidates) {
      let sum = 0
      for (let k = 0; k < tagTemplates; k++) sum += table[rows[k]! + tag]!
      if (sum > most) {
        most = sum
        best = tag
      }
    }
    return best
  }
}
