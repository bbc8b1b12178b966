import type { ChainWeights } from '../../src/extract/actor/tagger/chain.ts'
import { labelCount as L } from '../../src/extract/actor/tagger/labels.ts'
import type { Chain } from './train-chain.ts'

/** Eight bits a weight, the largest row weight 127; rows that are all zero are left out. */
export function packChain({ hashes, rows, transitions }: Chain): ChainWeights {
  let most = 0
  for (const weight of rows) most = Math.max(most, Math.abs(weight))
  const unit = most / 127
  const kept: { hash: number; row: Int8Array }[] = []
  hashes.forEach((hash, i) => {
    const row = Int8Array.from(rows.subarray(i * L, (i + 1) * L), (weight) => Math.round(weight / unit))
    if (row.some((weight) => weight !== 0)) kept.push({ hash, row })
  })
  const size = 2 ** Math.ceil(Math.log2(kept.length * 1.6))
  const marks = new Uint16Array(size)
  const slots = new Uint32Array(size)
  const packed: Int8Array[] = []
  kept.sort((a, b) => (a.hash & (size - 1)) - (b.hash & (size - 1)) || a.hash - b.hash)
  for (const { hash, row } of kept) {
    const mark = hash >>> 16 || 1
    let slot = hash & (size - 1)
    while (marks[slot] !== 0 && marks[slot] !== mark) slot = (slot + 1) & (size - 1)
    // two features that look alike to the table: the first one stays
    if (marks[slot] === mark) continue
    marks[slot] = mark
    slots[slot] = packed.length * L
    packed.push(row)
  }
  const all = new Int8Array(packed.length * L)
  for (const [i, row] of packed.entries()) all.set(row, i * L)
  return {
    marks,
    slots,
    rows: all,
    transitions: Int16Array.from(transitions, (weight) => Math.round(weight / unit)),
    decay: Math.round(Math.exp(-unit) * 2 ** 30),
  }
}
