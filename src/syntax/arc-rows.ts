import type { State } from './state.ts'
import { mixer } from './words.ts'

// What a transition and a label are worked out from: words, tags, children, distances and counts around the top of the stack and the front
// of the buffer, alone and joined (after Zhang and Nivre 2011). Each thing looked at is multiplied once by a number of its own; a row is then
// one multiplication of what is joined and the number of the template, of which the upper bits are kept.

const distance = (from: number, to: number): number => {
  const words = to - from
  return words < 5 ? words : words < 8 ? 5 : words < 12 ? 6 : words < 20 ? 7 : 8
}
const atMost = (count: number, most: number): number => (count < most ? count : most)

/** How many rows `fillArcRows` writes. */
export const arcTemplates = 108

/**
 * Writes the rows of a state into `rows`.
 * @param drop how many of 32 bits a row's number has not
 */
export function fillArcRows(s: State, drop: number, rows: Int32Array): void {
  const { word, tag, label, none, left1, left2, right1, right2, lefts, rights, leftLabels, rightLabels } = s
  const { stack, height, front, root, verbs, marks } = s
  const s0 = height > 0 ? stack[height - 1]! : none
  const s1 = height > 1 ? stack[height - 2]! : none
  const s2 = height > 2 ? stack[height - 3]! : none
  const b0 = front
  const b1 = front + 1 <= root ? front + 1 : none
  const b2 = front + 2 <= root ? front + 2 : none
  const b3 = front + 3 <= root ? front + 3 : none
  const s0l = left1[s0]!
  const s0r = right1[s0]!
  const s1l = left1[s1]!
  const s1r = right1[s1]!
  const b0l = left1[b0]!
  const s0w = Math.imul(word[s0]!, 0x2ceaee21)
  const s1w = Math.imul(word[s1]!, 0xaa80754d)
  const s2w = Math.imul(word[s2]!, 0xb3c4904b)
  const b0w = Math.imul(word[b0]!, 0xbc69cf43)
  const b1w = Math.imul(word[b1]!, 0x377b2fd5)
  const b2w = Math.imul(word[b2]!, 0x64d815df)
  const s0t = Math.imul(tag[s0]!, 0xf66e100d)
  const s1t = Math.imul(tag[s1]!, 0x1069e6a5)
  const s2t = Math.imul(tag[s2]!, 0x7be90291)
  const b0t = Math.imul(tag[b0]!, 0x68901baf)
  const b1t = Math.imul(tag[b1]!, 0xf2caa7c3)
  const b2t = Math.imul(tag[b2]!, 0x5a55db21)
  const b3t = Math.imul(tag[b3]!, 0x4c88c015)
  const s0lt = Math.imul(tag[s0l]!, 0xa0c1ac9b)
  const s0rt = Math.imul(tag[s0r]!, 0x9e5c77e7)
  const s1lt = Math.imul(tag[s1l]!, 0x37e83673)
  const s1rt = Math.imul(tag[s1r]!, 0x960fde3f)
  const b0lt = Math.imul(tag[b0l]!, 0xd4076a09)
  const s0l2t = Math.imul(tag[left2[s0]!]!, 0xf4a4cb6f)
  const s0r2t = Math.imul(tag[right2[s0]!]!, 0xf541557f)
  const b0l2t = Math.imul(tag[left2[b0]!]!, 0x4285a9af)
  const s1r2t = Math.imul(tag[right2[s1]!]!, 0x8e4d95dd)
  const s0lw = Math.imul(word[s0l]!, 0x7b96dae1)
  const s0rw = Math.imul(word[s0r]!, 0xd9f321bf)
  const b0lw = Math.imul(word[b0l]!, 0x7df64fcf)
  const s1rw = Math.imul(word[s1r]!, 0xf6453aa7)
  const s1lw = Math.imul(word[s1l]!, 0x92191efb)
  const s0ll = Math.imul(label[s0l]!, 0xd9895985)
  const s0rl = Math.imul(label[s0r]!, 0x68518d39)
  const b0ll = Math.imul(label[b0l]!, 0xaa7d7e43)
  const s1rl = Math.imul(label[s1r]!, 0xcf273511)
  const s1ll = Math.imul(label[s1l]!, 0x138c146f)
  const s0l2l = Math.imul(label[left2[s0]!]!, 0x57100d0b)
  const s0r2l = Math.imul(label[right2[s0]!]!, 0x2bb1b013)
  const b0l2l = Math.imul(label[left2[b0]!]!, 0xd6e649d7)
  const s1r2l = Math.imul(label[right2[s1]!]!, 0xa7fdd0bb)
  const s0vr = Math.imul(atMost(rights[s0]!, 4), 0xa95d2365)
  const s0vl = Math.imul(atMost(lefts[s0]!, 4), 0x3976bad3)
  const b0vl = Math.imul(atMost(lefts[b0]!, 4), 0x5bc5a783)
  const s1vr = Math.imul(atMost(rights[s1]!, 4), 0x4bcdebb3)
  const s1vl = Math.imul(atMost(lefts[s1]!, 4), 0xa6480379)
  const s0sl = Math.imul(leftLabels[s0]!, 0x0653e779)
  const s0sr = Math.imul(rightLabels[s0]!, 0xcbad05bb)
  const b0sl = Math.imul(leftLabels[b0]!, 0xa433bde1)
  const s1sr = Math.imul(rightLabels[s1]!, 0xd1c28863)
  const s1sl = Math.imul(leftLabels[s1]!, 0x8f217979)
  const s0b0 = s0t ^ b0t
  const s1s0 = s1t ^ s0t
  const b0b1 = b0t ^ b1t
  const near = Math.imul(s0 === none ? 9 : distance(s0, b0), 0x860b0f2b)
  const far = Math.imul(s1 === none ? 9 : distance(s1, s0), 0x4f09bc2d)
  const top = s0 === none ? 0 : s0
  const behind = s0 === none ? 0 : s0 + 1
  const after = s1 === none ? 0 : s1 + 1
  const between = Math.imul(
    atMost(verbs[b0]! - verbs[behind]!, 2) * 4 + atMost(marks[b0]! - marks[behind]!, 2),
    0x871aba07,
  )
  const below = Math.imul(
    atMost(verbs[top]! - verbs[after]!, 2) * 4 + atMost(marks[top]! - marks[after]!, 2),
    0xb551a6cd,
  )
  rows[0] = Math.imul(s0w ^ 1, mixer) >>> drop
  rows[1] = Math.imul(s0t ^ 2, mixer) >>> drop
  rows[2] = Math.imul(s0w ^ s0t ^ 3, mixer) >>> drop
  rows[3] = Math.imul(s1w ^ 4, mixer) >>> drop
  rows[4] = Math.imul(s1t ^ 5, mixer) >>> drop
  rows[5] = Math.imul(s1w ^ s1t ^ 6, mixer) >>> drop
  rows[6] = Math.imul(s2t ^ s1t ^ 7, mixer) >>> drop
  rows[7] = Math.imul(s2w ^ s2t ^ 8, mixer) >>> drop
  rows[8] = Math.imul(b0w ^ 9, mixer) >>> drop
  rows[9] = Math.imul(b0t ^ 10, mixer) >>> drop
  rows[10] = Math.imul(b0w ^ b0t ^ 11, mixer) >>> drop
  rows[11] = Math.imul(b1w ^ 12, mixer) >>> drop
  rows[12] = Math.imul(b1w ^ b1t ^ 13, mixer) >>> drop
  rows[13] = Math.imul(b1t ^ b0t ^ 14, mixer) >>> drop
  rows[14] = Math.imul(b2w ^ b2t ^ 15, mixer) >>> drop
  rows[15] = Math.imul(b2t ^ b1t ^ 16, mixer) >>> drop
  rows[16] = Math.imul(b3t ^ b2t ^ b1t ^ 17, mixer) >>> drop
  rows[17] = Math.imul(s0w ^ b0w ^ s0b0 ^ 18, mixer) >>> drop
  rows[18] = Math.imul(s0w ^ b0w ^ 19, mixer) >>> drop
  rows[19] = Math.imul(s0w ^ s0b0 ^ 20, mixer) >>> drop
  rows[20] = Math.imul(b0w ^ s0b0 ^ 21, mixer) >>> drop
  rows[21] = Math.imul(s0w ^ b0t ^ 22, mixer) >>> drop
  rows[22] = Math.imul(s0t ^ b0w ^ 23, mixer) >>> drop
  rows[23] = Math.imul(s0b0 ^ 24, mixer) >>> drop
  rows[24] = Math.imul(s0b0 ^ b1t ^ 25, mixer) >>> drop
  rows[25] = Math.imul(s0b0 ^ b1t ^ b2t ^ 26, mixer) >>> drop
  rows[26] = Math.imul(s0w ^ b0b1 ^ 27, mixer) >>> drop
  rows[27] = Math.imul(s0t ^ b0w ^ b1t ^ 28, mixer) >>> drop
  rows[28] = Math.imul(s0b0 ^ b1w ^ 29, mixer) >>> drop
  rows[29] = Math.imul(b0w ^ b1w ^ 30, mixer) >>> drop
  rows[30] = Math.imul(b0w ^ b1t ^ 31, mixer) >>> drop
  rows[31] = Math.imul(b0t ^ b1w ^ 32, mixer) >>> drop
  rows[32] = Math.imul(b0b1 ^ b2t ^ 33, mixer) >>> drop
  rows[33] = Math.imul(b0b1 ^ b2t ^ b3t ^ 34, mixer) >>> drop
  rows[34] = Math.imul(b0w ^ b1t ^ b2t ^ 35, mixer) >>> drop
  rows[35] = Math.imul(s1w ^ s0w ^ 36, mixer) >>> drop
  rows[36] = Math.imul(s1w ^ s1s0 ^ 37, mixer) >>> drop
  rows[37] = Math.imul(s0w ^ s1s0 ^ 38, mixer) >>> drop
  rows[38] = Math.imul(s1s0 ^ 39, mixer) >>> drop
  rows[39] = Math.imul(s1s0 ^ s2t ^ 40, mixer) >>> drop
  rows[40] = Math.imul(s1s0 ^ b0t ^ 41, mixer) >>> drop
  rows[41] = Math.imul(s1s0 ^ b0b1 ^ 42, mixer) >>> drop
  rows[42] = Math.imul(s1w ^ s0b0 ^ 43, mixer) >>> drop
  rows[43] = Math.imul(s1t ^ s0w ^ b0t ^ 44, mixer) >>> drop
  rows[44] = Math.imul(s1s0 ^ b0w ^ 45, mixer) >>> drop
  rows[45] = Math.imul(s1w ^ b0t ^ 46, mixer) >>> drop
  rows[46] = Math.imul(s1w ^ b0w ^ s0t ^ 47, mixer) >>> drop
  rows[47] = Math.imul(s1w ^ s0w ^ b0t ^ 48, mixer) >>> drop
  rows[48] = Math.imul(s2t ^ s1s0 ^ b0t ^ 49, mixer) >>> drop
  rows[49] = Math.imul(s0t ^ s0lt ^ s1t ^ 50, mixer) >>> drop
  rows[50] = Math.imul(s0t ^ s0rt ^ s1t ^ 51, mixer) >>> drop
  rows[51] = Math.imul(s0b0 ^ s0lt ^ 52, mixer) >>> drop
  rows[52] = Math.imul(s0b0 ^ s0rt ^ 53, mixer) >>> drop
  rows[53] = Math.imul(s0b0 ^ b0lt ^ 54, mixer) >>> drop
  rows[54] = Math.imul(s1s0 ^ s1rt ^ 55, mixer) >>> drop
  rows[55] = Math.imul(s1s0 ^ s1rt ^ b0t ^ 56, mixer) >>> drop
  rows[56] = Math.imul(s1s0 ^ s1lt ^ 57, mixer) >>> drop
  rows[57] = Math.imul(s0b0 ^ s0l2t ^ s0lt ^ 58, mixer) >>> drop
  rows[58] = Math.imul(s0b0 ^ s0r2t ^ s0rt ^ 59, mixer) >>> drop
  rows[59] = Math.imul(s0b0 ^ b0l2t ^ b0lt ^ 60, mixer) >>> drop
  rows[60] = Math.imul(s1s0 ^ s1r2t ^ s1rt ^ 61, mixer) >>> drop
  rows[61] = Math.imul(s0lw ^ s0b0 ^ 62, mixer) >>> drop
  rows[62] = Math.imul(s0lw ^ s1s0 ^ 63, mixer) >>> drop
  rows[63] = Math.imul(s0lw ^ s1w ^ s0t ^ 64, mixer) >>> drop
  rows[64] = Math.imul(s0lw ^ s1w ^ s0w ^ 65, mixer) >>> drop
  rows[65] = Math.imul(s0rw ^ s0b0 ^ 66, mixer) >>> drop
  rows[66] = Math.imul(b0lw ^ s0b0 ^ 67, mixer) >>> drop
  rows[67] = Math.imul(s1rw ^ s1s0 ^ 68, mixer) >>> drop
  rows[68] = Math.imul(s1lw ^ s1s0 ^ 69, mixer) >>> drop
  rows[69] = Math.imul(s0lw ^ b0w ^ s0t ^ 70, mixer) >>> drop
  rows[70] = Math.imul(s0ll ^ s0b0 ^ 71, mixer) >>> drop
  rows[71] = Math.imul(s0rl ^ s0b0 ^ 72, mixer) >>> drop
  rows[72] = Math.imul(s0ll ^ s0w ^ 73, mixer) >>> drop
  rows[73] = Math.imul(s0rl ^ s0w ^ 74, mixer) >>> drop
  rows[74] = Math.imul(b0ll ^ s0b0 ^ 75, mixer) >>> drop
  rows[75] = Math.imul(b0ll ^ b0w ^ 76, mixer) >>> drop
  rows[76] = Math.imul(s1rl ^ s1s0 ^ 77, mixer) >>> drop
  rows[77] = Math.imul(s1ll ^ s1s0 ^ 78, mixer) >>> drop
  rows[78] = Math.imul(s1rl ^ s1w ^ 79, mixer) >>> drop
  rows[79] = Math.imul(s0l2l ^ s0ll ^ s0t ^ 80, mixer) >>> drop
  rows[80] = Math.imul(s0r2l ^ s0rl ^ s0t ^ 81, mixer) >>> drop
  rows[81] = Math.imul(b0l2l ^ b0ll ^ b0t ^ 82, mixer) >>> drop
  rows[82] = Math.imul(s1r2l ^ s1rl ^ s1t ^ 83, mixer) >>> drop
  rows[83] = Math.imul(s0w ^ s0vr ^ 84, mixer) >>> drop
  rows[84] = Math.imul(s0t ^ s0vr ^ s0vl ^ 85, mixer) >>> drop
  rows[85] = Math.imul(s0w ^ s0vl ^ 86, mixer) >>> drop
  rows[86] = Math.imul(b0w ^ b0vl ^ 87, mixer) >>> drop
  rows[87] = Math.imul(b0t ^ b0vl ^ 88, mixer) >>> drop
  rows[88] = Math.imul(s1w ^ s1vr ^ 89, mixer) >>> drop
  rows[89] = Math.imul(s1t ^ s1vr ^ s1vl ^ 90, mixer) >>> drop
  rows[90] = Math.imul(s0t ^ s0sl ^ b0t ^ 91, mixer) >>> drop
  rows[91] = Math.imul(s0b0 ^ s0sr ^ 92, mixer) >>> drop
  rows[92] = Math.imul(s0w ^ s0sr ^ 93, mixer) >>> drop
  rows[93] = Math.imul(s0b0 ^ b0sl ^ 94, mixer) >>> drop
  rows[94] = Math.imul(s1s0 ^ s1sr ^ 95, mixer) >>> drop
  rows[95] = Math.imul(s1w ^ s1sr ^ s0t ^ 96, mixer) >>> drop
  rows[96] = Math.imul(s1s0 ^ s1sl ^ 97, mixer) >>> drop
  rows[97] = Math.imul(s1s0 ^ s0sl ^ 98, mixer) >>> drop
  rows[98] = Math.imul(near ^ s0b0 ^ 99, mixer) >>> drop
  rows[99] = Math.imul(near ^ s0w ^ 100, mixer) >>> drop
  rows[100] = Math.imul(near ^ b0w ^ 101, mixer) >>> drop
  rows[101] = Math.imul(near ^ s0t ^ 102, mixer) >>> drop
  rows[102] = Math.imul(near ^ b0t ^ 103, mixer) >>> drop
  rows[103] = Math.imul(far ^ s1s0 ^ 104, mixer) >>> drop
  rows[104] = Math.imul(far ^ s1w ^ 105, mixer) >>> drop
  rows[105] = Math.imul(s0b0 ^ between ^ 106, mixer) >>> drop
  rows[106] = Math.imul(s1s0 ^ below ^ 107, mixer) >>> drop
  rows[107] = Math.imul(s1s0 ^ b0t ^ between ^ below ^ 108, mixer) >>> drop
}

/** How many rows `fillLabelRows` writes. */
export const labelTemplates = 40

/** Writes the rows of an arc that is about to be drawn into `rows`; `drop` as above. */
export function fillLabelRows(s: State, head: number, child: number, drop: number, rows: Int32Array): void {
  const { word, tag, label, none, root, left1, left2, right1, lefts, rights, leftLabels, rightLabels, verbs, marks } = s
  const rightward = head < child
  const at = (i: number) => (i >= 0 && i < root ? i : none)
  const cl = left1[child]!
  const cl2 = left2[child]!
  const cr = right1[child]!
  // the child of the head that stands next to this one
  const last = rightward ? right1[head]! : left1[head]!
  const hw = Math.imul(word[head]!, 0x661dc63f)
  const ht = Math.imul(tag[head]!, 0x9a7f8d63)
  const cw = Math.imul(word[child]!, 0x6e7133fb)
  const ct = Math.imul(tag[child]!, 0xdf97f5fd)
  const clw = Math.imul(word[cl]!, 0xce07ea31)
  const clt = Math.imul(tag[cl]!, 0xe31b5069)
  const cll = Math.imul(label[cl]!, 0x9da9bf21)
  const cl2w = Math.imul(word[cl2]!, 0x92b8b3e9)
  const cl2t = Math.imul(tag[cl2]!, 0xe399ac39)
  const crt = Math.imul(tag[cr]!, 0xef9fb695)
  const crl = Math.imul(label[cr]!, 0x1b9abec1)
  const csl = Math.imul(leftLabels[child]!, 0x1cbb3115)
  const csr = Math.imul(rightLabels[child]!, 0x8d8433af)
  const hsl = Math.imul(leftLabels[head]!, 0x613db787)
  const hsr = Math.imul(rightLabels[head]!, 0x7f5a7219)
  const before = Math.imul(tag[at(child - 1)]!, 0xdef1e43f)
  const behind = Math.imul(tag[at(child + 1)]!, 0x2084fc99)
  const beforeHead = Math.imul(tag[at(head - 1)]!, 0xa69ea4ed)
  const behindHead = Math.imul(tag[at(head + 1)]!, 0x74859b95)
  const wordBefore = Math.imul(word[at(child - 1)]!, 0xb5b4acfd)
  const wordBehind = Math.imul(word[at(child + 1)]!, 0x1191b75b)
  const hl = Math.imul(atMost(lefts[head]!, 3), 0xfc692cd5)
  const hr = Math.imul(atMost(rights[head]!, 3), 0x8bec71e7)
  const cll2 = Math.imul(atMost(lefts[child]!, 3), 0xe0f3debf)
  const crr = Math.imul(atMost(rights[child]!, 3), 0x77f93ffb)
  const length = Math.imul(atMost(Math.abs(head - child), 6), 0x9f1254f3)
  const side = rightward ? 0x48de1c57 | 0 : 0x0c9cc191 | 0
  const pair = ht ^ ct ^ side
  const taken = rightward ? hsr : hsl
  const lastLabel = Math.imul(label[last]!, 0xef1e9ff5)
  const lastTag = Math.imul(tag[last]!, 0xc7a1d8db)
  const lastWord = Math.imul(word[last]!, 0xb8ab9e91)
  const low = Math.min(head, child) + 1
  const high = Math.max(head, child)
  const between = Math.imul(
    atMost(verbs[high]! - verbs[low]!, 2) * 4 + atMost(marks[high]! - marks[low]!, 2),
    0x9bcffc0f,
  )
  rows[0] = Math.imul(pair ^ 1, mixer) >>> drop
  rows[1] = Math.imul(pair ^ cw ^ 2, mixer) >>> drop
  rows[2] = Math.imul(pair ^ hw ^ 3, mixer) >>> drop
  rows[3] = Math.imul(hw ^ cw ^ side ^ 4, mixer) >>> drop
  rows[4] = Math.imul(cw ^ side ^ ht ^ 5, mixer) >>> drop
  rows[5] = Math.imul(cw ^ side ^ 6, mixer) >>> drop
  rows[6] = Math.imul(hw ^ side ^ ct ^ 7, mixer) >>> drop
  rows[7] = Math.imul(hw ^ side ^ 8, mixer) >>> drop
  rows[8] = Math.imul(ct ^ side ^ 9, mixer) >>> drop
  rows[9] = Math.imul(pair ^ length ^ 10, mixer) >>> drop
  rows[10] = Math.imul(pair ^ clw ^ 11, mixer) >>> drop
  rows[11] = Math.imul(pair ^ clt ^ cll ^ 12, mixer) >>> drop
  rows[12] = Math.imul(hw ^ clw ^ ct ^ 13, mixer) >>> drop
  rows[13] = Math.imul(cw ^ clw ^ ht ^ 14, mixer) >>> drop
  rows[14] = Math.imul(ct ^ clw ^ cl2t ^ 15, mixer) >>> drop
  rows[15] = Math.imul(pair ^ cl2w ^ 16, mixer) >>> drop
  rows[16] = Math.imul(pair ^ cl2t ^ clt ^ 17, mixer) >>> drop
  rows[17] = Math.imul(pair ^ crt ^ crl ^ 18, mixer) >>> drop
  rows[18] = Math.imul(pair ^ csl ^ 19, mixer) >>> drop
  rows[19] = Math.imul(pair ^ csr ^ 20, mixer) >>> drop
  rows[20] = Math.imul(ct ^ csl ^ side ^ 21, mixer) >>> drop
  rows[21] = Math.imul(pair ^ taken ^ 22, mixer) >>> drop
  rows[22] = Math.imul(hw ^ taken ^ ct ^ 23, mixer) >>> drop
  rows[23] = Math.imul(pair ^ hsl ^ hsr ^ 24, mixer) >>> drop
  rows[24] = Math.imul(pair ^ lastLabel ^ 25, mixer) >>> drop
  rows[25] = Math.imul(pair ^ lastTag ^ 26, mixer) >>> drop
  rows[26] = Math.imul(pair ^ lastWord ^ 27, mixer) >>> drop
  rows[27] = Math.imul(hw ^ lastLabel ^ ct ^ 28, mixer) >>> drop
  rows[28] = Math.imul(pair ^ before ^ 29, mixer) >>> drop
  rows[29] = Math.imul(pair ^ behind ^ 30, mixer) >>> drop
  rows[30] = Math.imul(pair ^ before ^ behind ^ 31, mixer) >>> drop
  rows[31] = Math.imul(pair ^ beforeHead ^ 32, mixer) >>> drop
  rows[32] = Math.imul(pair ^ behindHead ^ 33, mixer) >>> drop
  rows[33] = Math.imul(pair ^ wordBefore ^ 34, mixer) >>> drop
  rows[34] = Math.imul(pair ^ wordBehind ^ 35, mixer) >>> drop
  rows[35] = Math.imul(pair ^ hl ^ hr ^ 36, mixer) >>> drop
  rows[36] = Math.imul(pair ^ cll2 ^ crr ^ 37, mixer) >>> drop
  rows[37] = Math.imul(pair ^ between ^ 38, mixer) >>> drop
  rows[38] = Math.imul(cw ^ behind ^ ht ^ 39, mixer) >>> drop
  rows[39] = Math.imul(cw ^ before ^ side ^ 40, mixer) >>> drop
}
