import { mixHash } from '../../../text/hash.ts'
import type { Word } from '../words.ts'
import { readArticle } from './article-facts.ts'
import type { PhraseFinder } from './phrases.ts'
import type { Stretch } from './stretches.ts'
import type { WordFacts } from './word-facts.ts'

/** Takes the hashes of the features of one word. */
export type FeatureSink = (word: number, features: Int32Array, count: number) => void

const room = 160
const features = new Int32Array(room)

/** What stands between two words, as a small number. */
function gapClass(gap: string): number {
  if (gap === ' ') return 1
  if (gap === '') return 2
  if (gap === '. ' || gap === '.') return 3
  if (gap === ', ') return 4
  if (/[“"‘«]/.test(gap)) return 5
  if (/[”"’»]/.test(gap)) return 6
  if (gap.includes('(')) return 7
  if (gap.includes(')')) return 8
  if (gap.includes('-')) return 9
  if (gap === '\n') return 10
  return gap.includes('\n') ? 11 : 12
}

/**
 * Reads the features of every word of the stretches: the word, its neighbours, their endings, groups and lists; the run of capitals that it
 * stands in; listed phrases; and what the rest of the article shows of it. Linear: a fixed number a word.
 */
export function readFeatures(
  words: readonly Word[],
  stretches: readonly Stretch[],
  factsOf: (word: string) => WordFacts,
  findPhrases: PhraseFinder,
  sink: FeatureSink,
): void {
  const facts = words.map(({ text }) => factsOf(text))
  const article = readArticle(words, facts)
  const phrases = findPhrases(words, stretches)
  const edge = factsOf('\n')
  const gaps = new Uint8Array(words.length + 1)
  words.forEach(({ gap, possessive }, i) => {
    gaps[i] = gapClass(gap) + (i > 0 && words[i - 1]!.possessive ? 16 : 0)
    void possessive
  })
  gaps[words.length] = 11
  const cut = (i: number) => gaps[i] === 11 || gaps[i] === 27
  for (const { from, to } of stretches) {
    let runStart = from
    let runEnd = from
    for (let i = from; i < to; i++) {
      if (i >= runEnd) {
        runStart = i
        runEnd = i + 1
        while (
          runEnd < to &&
          words[runEnd]!.capital === words[i]!.capital &&
          (gaps[runEnd]! === 1 || gaps[runEnd]! === 3)
        )
          runEnd++
      }
      const word = words[i]!
      const own = facts[i]!
      const cutBefore = cut(i) || i === 0
      const p1 = cutBefore ? edge : facts[i - 1]!
      const p2 = cutBefore || i < 2 || cut(i - 1) ? edge : facts[i - 2]!
      const cutBehind = cut(i + 1) || i + 1 >= words.length
      const n1 = cutBehind ? edge : facts[i + 1]!
      const n2 = cutBehind || i + 2 >= words.length || cut(i + 2) ? edge : facts[i + 2]!
      let n = 0
      const add = (kind: number, a: number, b = 0) => {
        features[n++] = mixHash(kind, a, b)
      }
      add(0, 0)
      add(1, own.lower)
      add(2, own.exact)
      add(3, p1.lower)
      add(4, n1.lower)
      add(5, p2.lower)
      add(6, n2.lower)
      add(7, p1.lower, own.lower)
      add(8, own.lower, n1.lower)
      add(9, own.shape)
      add(10, p1.shape, own.shape)
      add(11, own.shape, n1.shape)
      add(12, mixHash(99, p1.shape, own.shape), n1.shape)
      for (let k = 0; k < 5; k++) add(13 + k, own.affixes[k]!)
      add(18, own.group)
      add(19, p1.group)
      add(20, n1.group)
      add(21, own.family)
      add(22, p1.family, own.family)
      add(23, own.family, n1.family)
      add(24, p2.family, p1.family)
      add(25, n1.family, n2.family)
      add(26, p1.family, n1.family)
      add(27, own.priors)
      add(28, p1.priors)
      add(29, n1.priors)
      for (let k = 0; k < 7; k++) {
        const level = (own.priors >> (2 * k)) & 3
        if (level) add(30 + k, level, word.capital ? 1 : 0)
      }
      for (let k = 0; k < 29; k++) {
        if (own.lists & (1 << k)) add(40, k)
        if (p1.lists & (1 << k)) add(41, k)
        if (n1.lists & (1 << k)) add(42, k)
      }
      add(43, own.lists & 0xffff)
      add(44, p1.lists & 0xffff, own.lists & 0xffff)
      add(45, own.lists & 0xffff, n1.lists & 0xffff)
      const [left, right] = [gaps[i]!, gaps[i + 1]!]
      add(46, left)
      add(47, right)
      add(48, left, p1.family)
      add(49, right, n1.family)
      add(50, left * 32 + right, own.shape)
      const bits = article.get(word.text) ?? 0
      add(51, (bits & 3) * 2 + (word.first ? 1 : 0), (own.lists >> 23) & 3)
      for (let k = 2; k < 12; k++) if (bits & (1 << k)) add(52, k, word.capital ? 1 : 0)
      add(53, bits >> 2)
      // the run of capitals: its length, this word's place in it, its ends and its neighbours
      const length = Math.min(5, runEnd - runStart)
      const place = i === runEnd - 1 ? 9 : Math.min(3, i - runStart)
      add(54, length * 16 + place, word.capital ? 1 : 0)
      if (word.capital) {
        const [head, tail] = [facts[runStart]!, facts[runEnd - 1]!]
        const before = runStart > 0 && !cut(runStart) ? facts[runStart - 1]! : edge
        const behind = runEnd < words.length && !cut(runEnd) ? facts[runEnd]! : edge
        add(55, head.lower)
        add(56, tail.lower)
        add(57, tail.lists & 0x3fffff, length)
        add(58, head.priors, tail.priors)
        add(59, before.lower, length)
        add(60, behind.lower, length)
        add(61, before.family, gaps[runStart]!)
        add(62, behind.family, gaps[runEnd]!)
        add(63, before.lower, behind.lower)
        add(64, tail.group, place)
        add(65, head.lists & 0xffff, tail.lists & 0xffff)
        if (runEnd - runStart === 1) {
          add(66, before.family, behind.family)
          add(67, own.group, before.family)
          add(68, own.group, behind.family)
          add(69, bits, before.family)
        }
      }
      const phrase = phrases[i]!
      if (phrase) {
        add(70, phrase)
        add(71, phrase, length)
      }
      if (word.possessive) add(72, own.family)
      sink(i, features, n)
    }
  }
}
