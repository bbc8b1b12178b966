import type { FigureMention } from '../../model/mention.ts'
import { hashWord } from '../../text/hash.ts'
import type { Packed } from '../../text/packed.ts'

/** What is asked of a figure. */
export type Question = (typeof questions)[number]

export const questions = ['measure', 'subject'] as const

/** An answer that is possible: its words, and what speaks for or against it, as strings that weights are learned for. */
export type Option = {
  readonly words: string
  readonly clues: readonly string[]
  /** Clues that options in a row have in common: one list, which is summed up once. */
  readonly shared?: readonly string[]
}

/** Chooses what figures are of where no rule says so. */
export type Chooser = {
  /** Which option holds, by its place. The first is always that the text says nothing. */
  readonly choose: (question: Question, figure: FigureMention, options: readonly Option[]) => number
  /** Asked of figures that rules answer too, whose answer stays: so that it can learn from them. */
  readonly learning?: boolean
}

/** What the weights of a chooser were made for; another number is another form of clues. */
export const chooserVersion = 3

/** The row of a clue in a table of `2 ** bits` rows. */
export const rowOf = (clue: string, bits: number): number => Math.imul(hashWord(clue), 0x9e3779b1) >>> (32 - bits)

/** `powers[d]` are `e` to the power of minus `d` units of weight, in millionths: what an answer counts that is `d` behind the best. */
export const powersOf = (unit: number): Int32Array =>
  Int32Array.from({ length: Math.ceil(16 / unit) }, (_, behind) => Math.round(1e6 * Math.exp(-behind * unit)))

/**
 * A chooser by learned weights (a conditional logit model). An option is taken if the probability of its words is as high as its question
 * needs: half-known is left out.
 */
export function createChooser({ array, setting }: Packed): Chooser {
  const bits = setting('bits')
  const models = new Map(
    questions.map((question) => [
      question,
      {
        weights: array(question, 'int8'),
        powers: array(`${question}Powers`, 'int32'),
        least: setting(`${question}Least`),
      },
    ]),
  )
  return {
    choose: (question, _, options) => {
      const { weights, powers, least } = models.get(question)!
      const sumOf = (clues: readonly string[]) => {
        let sum = 0
        for (const clue of clues) sum += weights[rowOf(clue, bits)]!
        return sum
      }
      let [common, of]: [number, readonly string[] | undefined] = [0, undefined]
      const scores = options.map(({ clues, shared }) => {
        if (shared !== of) [common, of] = [sumOf(shared ?? []), shared]
        return common + sumOf(clues)
      })
      return best(options, scores, powers, least)
    },
  }
}

/** The option of the highest score, or the first one where its words are less than `least` per cent likely. */
export function best(
  options: readonly Pick<Option, 'words'>[],
  scores: readonly number[],
  powers: Int32Array,
  least: number,
): number {
  let first = 0
  for (let i = 1; i < scores.length; i++) if (scores[i]! > scores[first]!) first = i
  const words = options[first]!.words.toLowerCase()
  let [own, all] = [0, 0]
  options.forEach((option, i) => {
    const power = powers[scores[first]! - scores[i]!] ?? 0
    all += power
    if (option.words.toLowerCase() === words) own += power
  })
  return own * 100 >= all * least ? first : 0
}
