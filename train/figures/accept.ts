import { toSingular } from '../../src/text/lexicon.ts'

// Whether an answer says what the annotation says.

const lesser = new Set(
  'a an the of in on at to for by from with and or as its their his her this that these those per than'.split(' '),
)

const wordsOf = (phrase: string): string[] =>
  (phrase.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !lesser.has(word)).map(toSingular)

/** The last word before a preposition: `share` of `share of the market`. */
const headOf = (phrase: string): string | undefined =>
  wordsOf(phrase.split(/\s(?:of|in|for|to|on|with|from|by|at|per|between|than|that|who|which)\s/u)[0]!).at(-1)

/** A phrase that shares half of its words with one of the annotation, or the head of the best. */
export function isMeasure(accepted: readonly string[], phrase: string): boolean {
  const own = new Set(wordsOf(phrase))
  const shares = accepted.some((each) => {
    const other = new Set(wordsOf(each))
    const both = [...own].filter((word) => other.has(word)).length
    return both > 0 && both / Math.max(own.size, other.size) >= 0.5
  })
  return shares || (headOf(phrase) !== undefined && headOf(phrase) === headOf(accepted[0]!))
}

const plain = (name: string): string =>
  ` ${
    name
      .toLowerCase()
      .replace(/['’]s\b/gu, '')
      .match(/[\p{L}\p{N}]+/gu)
      ?.join(' ') ?? ''
  } `

/** A name that is part of one of the annotation, or has one as its part. */
export const isName = (accepted: readonly string[], name: string): boolean =>
  accepted.some((each) => plain(each).includes(plain(name)) || plain(name).includes(plain(each)))
