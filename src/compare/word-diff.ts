import { wordsOf } from './quotation.ts'

/** Words that are looked at: the work grows with the product of both. */
const most = 400

/** What a version of some words leaves out of another one, and what it has beside it, each stretch as it is written. */
export function diffWords(base: string, version: string): { leavesOut: string[]; adds: string[] } {
  const [a, b] = [splitWritten(base), splitWritten(version)]
  const common = matchLongest(
    a.map(({ word }) => word),
    b.map(({ word }) => word),
  )
  const inA = new Set(common.map(([i]) => i))
  const inB = new Set(common.map(([, i]) => i))
  return { leavesOut: stretchesOf(a, inA), adds: stretchesOf(b, inB) }
}

type Written = { readonly word: string; readonly written: string }

const splitWritten = (text: string): Written[] =>
  (text.match(/\S+/g) ?? []).slice(0, most).flatMap((written) => {
    const word = wordsOf(written).join(' ')
    return word ? { word, written } : []
  })

/** Stretches of words that are not among the common ones. */
function stretchesOf(words: readonly Written[], common: ReadonlySet<number>): string[] {
  const stretches: string[][] = []
  words.forEach(({ written }, i) => {
    if (common.has(i)) return
    if (i > 0 && !common.has(i - 1) && stretches.length) stretches.at(-1)!.push(written)
    else stretches.push([written])
  })
  return stretches.map((stretch) => stretch.join(' '))
}

/** The longest common subsequence of two lists, as pairs of their places. */
function matchLongest(a: readonly string[], b: readonly string[]): [number, number][] {
  const width = b.length + 1
  const lengths = new Uint16Array((a.length + 1) * width)
  for (let i = a.length - 1; i >= 0; i--)
    for (let k = b.length - 1; k >= 0; k--)
      lengths[i * width + k] =
        a[i] === b[k]
          ? lengths[(i + 1) * width + k + 1]! + 1
          : Math.max(lengths[(i + 1) * width + k]!, lengths[i * width + k + 1]!)
  const pairs: [number, number][] = []
  for (let i = 0, k = 0; i < a.length && k < b.length; )
    if (a[i] === b[k]) pairs.push([i++, k++])
    else if (lengths[(i + 1) * width + k]! >= lengths[i * width + k + 1]!) i++
    else k++
  return pairs
}
