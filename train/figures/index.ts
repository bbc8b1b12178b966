import { best, chooserVersion, type Question } from '../../src/resolve/choice/chooser.ts'
import { hashWord } from '../../src/text/hash.ts'
import { minimize } from '../minimize.ts'
import { writePacked } from '../pack.ts'
import { readPassages } from './passages.ts'
import { type AskedQuestion, askQuestions } from './questions.ts'

/** Clues share `2 ** bits` rows. */
const bits = 17
/** How far, in natural logarithms, an answer has to be above the next: what is given beyond the rules is then right in some 90 and 85 of 100. */
const margins: Readonly<Record<Question, number>> = { measure: 3.3, subject: 1.4 }
const folds = 8

/** Fits a conditional logit model, whose weights are held to zero by their squares. */
function fit(asked: readonly AskedQuestion[]): Float64Array {
  const used = asked.filter(({ right }) => right.length > 1 && right.includes(true))
  return minimize(
    1 << bits,
    (at, gradient) => {
      let loss = 0
      for (let i = 0; i < at.length; i++) {
        loss += 0.5 * at[i]! ** 2
        gradient[i] = at[i]!
      }
      for (const { rows, right } of used) {
        const scores = rows.map((own) => sum(at, own))
        const most = Math.max(...scores)
        const powers = scores.map((score) => Math.exp(score - most))
        const all = powers.reduce((a, b) => a + b, 0)
        const good = powers.reduce((a, power, i) => (right[i] ? a + power : a), 0)
        loss -= Math.log(good / all)
        powers.forEach((power, i) => {
          const error = power / all - (right[i] ? power / good : 0)
          if (Math.abs(error) > 1e-6) for (const row of rows[i]!) gradient[row]! += error
        })
      }
      return loss
    },
    { lasso: 0, rounds: 40 },
  )
}

const sum = (weights: ArrayLike<number>, rows: Int32Array): number => {
  let total = 0
  for (const row of rows) total += weights[row]!
  return total
}

/** In 8 bits, with the margin in their unit. */
function scale(weights: Float64Array, margin: number): { table: Int8Array; margin: number } {
  const most = weights.reduce((max, weight) => Math.max(max, Math.abs(weight)), 0)
  return {
    table: Int8Array.from(weights, (w) => Math.round((w * 127) / most)),
    margin: Math.round((margin * 127) / most),
  }
}

/** Recall and precision of the rules alone and with the chooser, on passages that it has not seen. */
function crossValidate(question: Question, asked: readonly AskedQuestion[]): string {
  const foldOf = ({ passage }: AskedQuestion) => (hashWord(passage) >>> 8) % folds
  let [needed, right, wrong, recalled, moreRight, moreWrong, more] = [0, 0, 0, 0, 0, 0, 0]
  for (let fold = 0; fold < folds; fold++) {
    const { table, margin } = scale(fit(asked.filter((each) => foldOf(each) !== fold)), margins[question])
    for (const each of asked.filter((one) => foldOf(one) === fold)) {
      if (each.needed) needed++
      if (each.ruled !== undefined) {
        if (each.ruled) right++
        else wrong++
        if (each.ruled && each.needed) recalled++
        continue
      }
      const options = each.words.map((words) => ({ words, clues: [] }))
      const chosen = best(
        options,
        each.rows.map((rows) => sum(table, rows)),
        margin,
      )
      if (chosen === 0) continue
      if (each.right[chosen]) moreRight++
      else moreWrong++
      if (each.right[chosen] && each.needed) more++
    }
  }
  const share = (part: number, of: number) => ((100 * part) / of).toFixed(1)
  return (
    `${question}: ${needed} stated; rules recall ${share(recalled, needed)}, precision ${share(right, right + wrong)}; ` +
    `with the chooser ${share(recalled + more, needed)}, ${share(right + moreRight, right + wrong + moreRight + moreWrong)} ` +
    `(${moreRight} more right, ${moreWrong} wrong)`
  )
}

/** Makes `figures.bin.br` of the annotated passages; says by cross-validation how well it chooses. */
export function trainFigures(folder: string): Buffer {
  const { passages, sha256 } = readPassages(folder)
  const asked = passages.flatMap((passage) => askQuestions(passage, bits))
  console.error(`${passages.length} passages, ${passages.reduce((n, { figures }) => n + figures.length, 0)} figures`)
  const about = (question: Question) => asked.filter((each) => each.question === question)
  for (const question of ['measure', 'subject'] as const) console.error(crossValidate(question, about(question)))
  const measure = scale(fit(about('measure')), margins.measure)
  const subject = scale(fit(about('subject')), margins.subject)
  return writePacked(
    {
      name: 'figures',
      version: chooserVersion,
      licence: 'CC BY-SA 4.0',
      sources: [
        { name: 'Wikinews 2019 and 2020', licence: 'CC BY 2.5', sha256: sha256.wikinews! },
        { name: 'article-extraction-benchmark', licence: 'MIT', sha256: sha256.pages! },
      ],
      settings: { bits, measureMargin: measure.margin, subjectMargin: subject.margin },
    },
    { measure: measure.table, subject: subject.table },
  )
}
