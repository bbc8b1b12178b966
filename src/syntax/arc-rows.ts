import type { State } from './state.ts'
import { mixRow } from './words.ts'

// What a transition and a label are worked out from: words, tags, children, distances and counts around the top of the stack and the front
// of the buffer, alone and joined (after Zhang and Nivre 2011).

const distance = (from: number, to: number): number => {
  const words = to - from
  return words < 5 ? words : words < 8 ? 5 : words < 12 ? 6 : words < 20 ? 7 : 8
}
const atMost = (count: number, most: number): number => (count < most ? count : most)

/** A bound on how many rows `fillArcRows` writes. */
export const arcTemplates = 112

/** Writes the rows of a state into `rows`; gives their number, which is the same for all states. */
export function fillArcRows(s: State, mask: number, rows: Int32Array): number {
  const { word, tag, label, none, left1, left2, right1, right2, lefts, rights, leftLabels, rightLabels } = s
  const { stack, height, front, root } = s
  const s0 = height > 0 ? stack[height - 1]! : none
  const s1 = height > 1 ? stack[height - 2]! : none
  const s2 = height > 2 ? stack[height - 3]! : none
  const b0 = front
  const b1 = front + 1 <= root ? front + 1 : none
  const b2 = front + 2 <= root ? front + 2 : none
  const b3 = front + 3 <= root ? front + 3 : none
  const s0w = word[s0]!
  const s1w = word[s1]!
  const s2w = word[s2]!
  const b0w = word[b0]!
  const b1w = word[b1]!
  const b2w = word[b2]!
  const s0t = tag[s0]!
  const s1t = tag[s1]!
  const s2t = tag[s2]!
  const b0t = tag[b0]!
  const b1t = tag[b1]!
  const b2t = tag[b2]!
  const b3t = tag[b3]!
  const s0l = left1[s0]!
  const s0l2 = left2[s0]!
  const s0r = right1[s0]!
  const s0r2 = right2[s0]!
  const s1l = left1[s1]!
  const s1r = right1[s1]!
  const s1r2 = right2[s1]!
  const b0l = left1[b0]!
  const b0l2 = left2[b0]!
  const s0lt = tag[s0l]!
  const s0rt = tag[s0r]!
  const s1rt = tag[s1r]!
  const b0lt = tag[b0l]!
  const near = s0 === none ? 9 : distance(s0, b0)
  const far = s1 === none ? 9 : distance(s1, s0)
  const s0b0 = s0t * 64 + b0t
  const s1s0 = s1t * 64 + s0t
  const b0b1 = b0t * 64 + b1t
  let n = 0
  const put = (a: number, b: number, c: number) => {
    rows[n] = mixRow(n + 101, a, b, c, mask)
    n++
  }
  put(s0w, 0, 0)
  put(s0t, 0, 0)
  put(s0w, s0t, 0)
  put(s1w, 0, 0)
  put(s1t, 0, 0)
  put(s1w, s1t, 0)
  put(s2t, s1t, 0)
  put(s2w, s2t, 0)
  put(b0w, 0, 0)
  put(b0t, 0, 0)
  put(b0w, b0t, 0)
  put(b1w, 0, 0)
  put(b1w, b1t, 0)
  put(b1t, b0t, 0)
  put(b2w, b2t, 0)
  put(b2t, b1t, 0)
  put(b3t, b2t, b1t)
  // the top of the stack and the front of the buffer
  put(s0w, b0w, s0b0)
  put(s0w, b0w, 0)
  put(s0w, s0b0, 0)
  put(b0w, s0b0, 0)
  put(s0w, b0t, 0)
  put(s0t, b0w, 0)
  put(s0b0, 0, 0)
  put(s0b0, b1t, 0)
  put(s0b0, b1t, b2t)
  put(s0w, b0b1, 0)
  put(s0t, b0w, b1t)
  put(s0b0, b1w, 0)
  put(b0w, b1w, 0)
  put(b0w, b1t, 0)
  put(b0t, b1w, 0)
  put(b0b1, b2t, 0)
  put(b0b1, b2t, b3t)
  put(b0w, b1t, b2t)
  // the two on top of the stack
  put(s1w, s0w, 0)
  put(s1w, s1s0, 0)
  put(s0w, s1s0, 0)
  put(s1s0, 0, 0)
  put(s1s0, s2t, 0)
  put(s1s0, b0t, 0)
  put(s1s0, b0t, b1t)
  put(s1w, s0t, b0t)
  put(s1t, s0w, b0t)
  put(s1s0, b0w, 0)
  put(s1w, b0t, 0)
  put(s1w, b0w, s0t)
  put(s1w, s0w, b0t)
  put(s2t, s1s0, b0t)
  // their children
  put(s0t, s0lt, s1t)
  put(s0t, s0rt, s1t)
  put(s0b0, s0lt, 0)
  put(s0b0, s0rt, 0)
  put(s0b0, b0lt, 0)
  put(s1s0, s1rt, 0)
  put(s1s0, s1rt, b0t)
  put(s1s0, tag[s1l]!, 0)
  put(s0b0, tag[s0l2]!, s0lt)
  put(s0b0, tag[s0r2]!, s0rt)
  put(s0b0, tag[b0l2]!, b0lt)
  put(s1s0, tag[s1r2]!, s1rt)
  put(word[s0l]!, s0b0, 0)
  put(word[s0l]!, s1s0, 0)
  put(word[s0l]!, s1w, s0t)
  put(word[s0l]!, s1w, s0w)
  put(word[s0r]!, s0b0, 0)
  put(word[b0l]!, s0b0, 0)
  put(word[s1r]!, s1s0, 0)
  put(word[s1l]!, s1s0, 0)
  put(word[s0l]!, b0w, s0t)
  put(label[s0l]!, s0b0, 1)
  put(label[s0r]!, s0b0, 2)
  put(label[s0l]!, s0w, 3)
  put(label[s0r]!, s0w, 4)
  put(label[b0l]!, s0b0, 5)
  put(label[b0l]!, b0w, 6)
  put(label[s1r]!, s1s0, 7)
  put(label[s1l]!, s1s0, 8)
  put(label[s1r]!, s1w, 9)
  put(label[s0l2]!, label[s0l]!, s0t)
  put(label[s0r2]!, label[s0r]!, s0t)
  put(label[b0l2]!, label[b0l]!, b0t)
  put(label[s1r2]!, label[s1r]!, s1t)
  // how many children, and which
  put(s0w, atMost(rights[s0]!, 4), 0)
  put(s0t, atMost(rights[s0]!, 4), atMost(lefts[s0]!, 4))
  put(s0w, atMost(lefts[s0]!, 4), 1)
  put(b0w, atMost(lefts[b0]!, 4), 2)
  put(b0t, atMost(lefts[b0]!, 4), 3)
  put(s1w, atMost(rights[s1]!, 4), 4)
  put(s1t, atMost(rights[s1]!, 4), atMost(lefts[s1]!, 4))
  put(s0t, leftLabels[s0]!, b0t)
  put(s0t, rightLabels[s0]!, b0t)
  put(s0w, rightLabels[s0]!, 0)
  put(b0t, leftLabels[b0]!, s0t)
  put(s1t, rightLabels[s1]!, s0t)
  put(s1w, rightLabels[s1]!, s0t)
  put(s1t, leftLabels[s1]!, s0t)
  put(s0t, leftLabels[s0]!, s1t)
  // how far apart, and what stands between
  put(near, s0t, b0t)
  put(near, s0w, 0)
  put(near, b0w, 0)
  put(near, s0t, 1)
  put(near, b0t, 2)
  put(far, s1t, s0t)
  put(far, s1w, 3)
  const behind = s0 === none ? 0 : s0 + 1
  const nearVerbs = atMost(s.verbs[b0]! - s.verbs[behind]!, 2)
  const nearMarks = atMost(s.marks[b0]! - s.marks[behind]!, 2)
  put(s0b0, nearVerbs * 4 + nearMarks, 0)
  const after = s1 === none ? 0 : s1 + 1
  const upTo = s0 === none ? 0 : s0
  const farVerbs = atMost(s.verbs[upTo]! - s.verbs[after]!, 2)
  const farMarks = atMost(s.marks[upTo]! - s.marks[after]!, 2)
  put(s1s0, farVerbs * 4 + farMarks, 1)
  put(s1s0 * 64 + b0t, nearVerbs * 4 + nearMarks, farVerbs * 4 + farMarks)
  return n
}

/** A bound on how many rows `fillLabelRows` writes. */
export const labelTemplates = 48

/** Writes the rows of an arc that is about to be drawn; gives their number, which is the same for all arcs. */
export function fillLabelRows(s: State, head: number, child: number, mask: number, rows: Int32Array): number {
  const { word, tag, label, none, root, left1, left2, right1, lefts, rights, leftLabels, rightLabels } = s
  const side = head < child ? 1 : 2
  const hw = word[head]!
  const ht = tag[head]!
  const cw = word[child]!
  const ct = tag[child]!
  const at = (i: number) => (i >= 0 && i < root ? i : none)
  const cl = left1[child]!
  const cl2 = left2[child]!
  const cr = right1[child]!
  const hl = left1[head]!
  const hr = right1[head]!
  const pair = (ht * 64 + ct) * 4 + side
  const length = atMost(Math.abs(head - child), 6)
  const before = tag[at(child - 1)]!
  const behind = tag[at(child + 1)]!
  let n = 0
  const put = (a: number, b: number, c: number) => {
    rows[n] = mixRow(n + 301, a, b, c, mask)
    n++
  }
  put(pair, 0, 0)
  put(pair, cw, 0)
  put(pair, hw, 0)
  put(hw, cw, side)
  put(cw, side, ht)
  put(cw, side, 0)
  put(hw, side, ct)
  put(hw, side, 0)
  put(ct, side, 0)
  put(pair, length, 0)
  put(pair, word[cl]!, 0)
  put(pair, tag[cl]!, label[cl]!)
  put(hw, word[cl]!, ct)
  put(cw, word[cl]!, ht)
  put(ct, word[cl]!, tag[cl2]!)
  put(pair, word[cl2]!, 0)
  put(pair, tag[cl2]!, tag[cl]!)
  put(pair, tag[cr]!, label[cr]!)
  put(pair, leftLabels[child]!, 0)
  put(pair, rightLabels[child]!, 0)
  put(ct, leftLabels[child]!, side)
  put(pair, side === 1 ? rightLabels[head]! : leftLabels[head]!, 0)
  put(hw, side === 1 ? rightLabels[head]! : leftLabels[head]!, ct)
  put(pair, leftLabels[head]!, rightLabels[head]!)
  put(pair, side === 1 ? label[hr]! : label[hl]!, 1)
  put(pair, side === 1 ? tag[hr]! : tag[hl]!, 2)
  put(pair, side === 1 ? word[hr]! : word[hl]!, 3)
  put(hw, side === 1 ? label[hr]! : label[hl]!, ct)
  put(pair, before, 0)
  put(pair, behind, 1)
  put(pair, before, behind)
  put(pair, tag[at(head - 1)]!, 2)
  put(pair, tag[at(head + 1)]!, 3)
  put(pair, word[at(child - 1)]!, 0)
  put(pair, word[at(child + 1)]!, 1)
  put(pair, atMost(lefts[head]!, 3), atMost(rights[head]!, 3))
  put(pair, atMost(lefts[child]!, 3), atMost(rights[child]!, 3))
  const low = Math.min(head, child) + 1
  const high = Math.max(head, child)
  put(pair, atMost(s.verbs[high]! - s.verbs[low]!, 2), atMost(s.marks[high]! - s.marks[low]!, 2))
  put(cw, tag[at(child + 1)]!, ht)
  put(cw, tag[at(child - 1)]!, side)
  return n
}
