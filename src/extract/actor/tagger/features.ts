import { mixHash } from '../../../text/hash.ts'
import type { Word } from '../words.ts'
import { readArticle } from './article-facts.ts'
import type { PhraseFinder } from './phrases.ts'
import type { Stretch } from './stretches.ts'
import type { WordFacts } from './word-facts.ts'

/**
 * What is read of one word: the hashes of the features that it has together with its neighbours, its run and the article, the first `count` of
 * `features`; and the facts whose features go without them (`readFormFeatures`): its own, and those of the words on either side.
 */
export type WordFeatures = {
  readonly word: number
  readonly features: Int32Array
  readonly count: number
  readonly own: WordFacts
  readonly capital: boolean
  readonly before: WordFacts
  readonly behind: WordFacts
}

const room = 160
const features = new Int32Array(room)
let n = 0
const add = (kind: number, a: number, b = 0): void => {
  features[n++] = mixHash(kind, a, b)
}

/** Where a form stands: it is the word that is asked about, with or without a capital, or it stands before or behind that. */
export const formPlaces = ['small', 'capital', 'before', 'behind'] as const
export type FormPlace = (typeof formPlaces)[number]

/** The features that a form has by itself in a place, the same in any text: their hashes, good until features are read again. */
export function readFormFeatures(facts: WordFacts, place: FormPlace): Int32Array {
  n = 0
  if (place === 'before' || place === 'behind') {
    const k = place === 'before' ? 0 : 1
    add(3 + k, facts.lower)
    add(19 + k, facts.group)
    add(28 + k, facts.priors)
    for (let list = 0; list < 29; list++) if (facts.lists & (1 << list)) add(41 + k, list)
    return features.subarray(0, n)
  }
  add(0, 0)
  add(1, facts.lower)
  add(2, facts.exact)
  add(9, facts.shape)
  for (let k = 0; k < 5; k++) add(13 + k, facts.affixes[k]!)
  add(18, facts.group)
  add(21, facts.family)
  add(27, facts.priors)
  for (let k = 0; k < 7; k++) {
    const level = (facts.priors >> (2 * k)) & 3
    if (level) add(30 + k, level, place === 'capital' ? 1 : 0)
  }
  for (let list = 0; list < 29; list++) if (facts.lists & (1 << list)) add(40, list)
  add(43, facts.lists & 0xffff)
  return features.subarray(0, n)
}

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
  sink: (read: WordFeatures) => void,
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
      n = 0
      add(5, p2.lower)
      add(6, n2.lower)
      add(7, p1.lower, own.lower)
      add(8, own.lower, n1.lower)
      add(10, p1.shape, own.shape)
      add(11, own.shape, n1.shape)
      add(12, mixHash(99, p1.shape, own.shape), n1.shape)
      add(22, p1.family, own.family)
      add(23, own.family, n1.family)
      add(24, p2.family, p1.family)
      add(25, n1.family, n2.family)
      add(26, p1.family, n1.family)
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
      sink({ word: i, features, count: n, own, capital: word.capital, before: p1, behind: n1 })
    }
  }
}
