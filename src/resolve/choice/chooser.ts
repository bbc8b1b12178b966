import type { FigureMention } from '../../model/mention.ts'
import { hashWord } from '../../text/hash.ts'
import type { Packed } from '../../text/packed.ts'

/** What is asked of a figure. */
export type Question = 'measure' | 'subject'

/** An answer that is possible: its words, and what speaks for or against it, as strings that weights are learned for. */
export type Option = { readonly words: string; readonly clues: readonly string[] }

/** Chooses what figures are of where no rule says so. */
export type Chooser = {
  /** Which option holds, by its place. The first is always that the text says nothing. */
  readonly choose: (question: Question, figure: FigureMention, options: readonly Option[]) => number
  /** Asked of figures that rules answer too, whose answer stays: so that it can learn from them. */
  readonly learning?: boolean
}

/** What the weights of a chooser were made for; another number is another form of clues. */
export const chooserVersion = 1

/** The row of a clue in a table of `2 ** bits` rows. */
export const rowOf = (clue: string, bits: number): number => Math.imul(hashWord(clue), 0x9e3779b1) >>> (32 - bits)

/**
 * A chooser by learned weights (a conditional logit model). An option is taken if its sum of weights is above that of every option of other
 * words by the margin that its question needs: half-known is left out.
 */
export function createChooser({ array, setting }: Packed): Chooser {
  const bits = setting('bits')
  const tables = { measure: array('measure', 'int8'), subject: array('subject', 'int8') }
  const margins = { measure: setting('measureMargin'), subject: setting('subjectMargin') }
  return {
    choose: (question, _, options) => {
      const weights = tables[question]
      const scores = options.map(({ clues }) => clues.reduce((sum, clue) => sum + weights[rowOf(clue, bits)]!, 0))
      return best(options, scores, margins[question])
    },
  }
}

/** The option of the highest score, or the first one where another comes within `margin` of it. */
export function best(options: readonly Option[], scores: readonly number[], margin: number): number {
  let first = 0
  for (let i = 1; i < scores.length; i++) if (scores[i]! > scores[first]!) first = i
  const words = options[first]!.words.toLowerCase()
  const isClear = options.every(
    (option, i) => option.words.toLowerCase() === words || scores[first]! - scores[i]! >= margin,
  )
  return isClear ? first : 0
}
