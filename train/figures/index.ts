import { best, chooserVersion, powersOf, type Question, questions } from '../../src/resolve/choice/chooser.ts'
import { hashWord } from '../../src/text/hash.ts'
import { minimize } from '../minimize.ts'
import { writePacked } from '../pack.ts'
import { readPassages } from './passages.ts'
import { type AskedQuestion, askQuestions } from './questions.ts'

/** Clues share `2 ** bits` rows. */
const bits = 18
/** How likely an answer has to be, in per cent: what is given beyond the rules is then right in some 86 and 82 of 100. */
const least: Readonly<Record<Question, number>> = { measure: 82, subject: 74 }
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

/** In 8 bits, and what a distance in them means. */
function scale(weights: Float64Array): { table: Int8Array; powers: Int32Array } {
  const unit = weights.reduce((max, weight) => Math.max(max, Math.abs(weight)), 0) / 127
  return { table: Int8Array.from(weights, (w) => Math.round(w / unit)), powers: powersOf(unit) }
}

/** Recall and precision of the rules alone and with the chooser, on passages that it has not seen. */
function crossValidate(question: Question, asked: readonly AskedQuestion[]): string {
  const foldOf = ({ passage }: AskedQuestion) => (hashWord(passage) >>> 8) % folds
  let [needed, right, wrong, recalled, moreRight, moreWrong, more] = [0, 0, 0, 0, 0, 0, 0]
  for (let fold = 0; fold < folds; fold++) {
    const { table, powers } = scale(fit(asked.filter((each) => foldOf(each) !== fold)))
    for (const each of asked.filter((one) => foldOf(one) === fold)) {
      if (each.needed) needed++
      if (each.ruled !== undefined) {
        if (each.ruled) right++
        else wrong++
        if (each.ruled && each.needed) recalled++
        continue
      }
      const chosen = best(
        each.words.map((words) => ({ words })),
        each.rows.map((rows) => sum(table, rows)),
        powers,
        least[question],
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
  for (const question of questions) console.error(crossValidate(question, about(question)))
  const tables = questions.map((question) => ({ question, ...scale(fit(about(question))) }))
  return writePacked(
    {
      name: 'figures',
      version: chooserVersion,
      licence: 'CC BY-SA 4.0',
      sources: [
        { name: 'Wikinews 2019 and 2020', licence: 'CC BY 2.5', sha256: sha256.wikinews! },
        { name: 'Wikinews 2004 to 2018, by toscaData', licence: 'CC BY 2.5', sha256: sha256.topics! },
        { name: 'article-extraction-benchmark', licence: 'MIT', sha256: sha256.pages! },
      ],
      settings: { bits, ...Object.fromEntries(questions.map((question) => [`${question}Least`, least[question]])) },
    },
    Object.fromEntries(
      tables.flatMap(({ question, table, powers }) => [
        [question, table],
        [`${question}Powers`, powers],
      ]),
    ),
  )
}
