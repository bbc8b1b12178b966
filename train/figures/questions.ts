import { extractMentions } from '../../src/extract/index.ts'
import { type Option, type Question, rowOf } from '../../src/resolve/choice/chooser.ts'
import { type Chooser, resolveMentions } from '../../src/resolve/index.ts'
import { segmentText } from '../../src/segment/index.ts'
import { mapToCodePoints } from '../../src/text/offsets.ts'
import { areOneGivenName, loadNameTagger, loadParser } from '../../src/weights/index.ts'
import { isMeasure, isName } from './accept.ts'
import type { AnnotatedFigure, Passage } from './passages.ts'

/** A question as it was asked in a text, with the right answers to it. */
export type AskedQuestion = {
  readonly question: Question
  readonly passage: string
  readonly words: readonly string[]
  /** The rows of each option's clues. */
  readonly rows: readonly Int32Array[]
  readonly right: readonly boolean[]
  /** Whether an answer is wanted: the text says it, and not only perhaps. */
  readonly needed: boolean
  /** Whether the rules answer it, and rightly. */
  readonly ruled: boolean | undefined
}

const silent: Chooser = { choose: () => 0 }

function figuresOf({ text, reference }: Passage, chooser: Chooser) {
  const document = segmentText(text, [])
  return resolveMentions(extractMentions(document, loadNameTagger()), document, {
    articleId: 'art_0',
    publishedAt: reference,
    language: 'en',
    toCodePoints: mapToCodePoints(text),
    parse: loadParser(),
    areOneGivenName,
    chooser,
  }).flatMap((claim) => (claim.type === 'figure' ? [claim] : []))
}

/** All that is asked of the figures of a passage. What is right of one figure is told before the next is asked. */
export function askQuestions(passage: Passage, bits: number): AskedQuestion[] {
  const at = mapToCodePoints(passage.text)
  const annotated = new Map(passage.figures.map((figure) => [`${figure.start} ${figure.end}`, figure]))
  const ruled = new Map(figuresOf(passage, silent).map((claim) => [`${claim.start} ${claim.end}`, claim]))
  const asked: AskedQuestion[] = []
  const choose: Chooser['choose'] = (question, { start, end }, options) => {
    const place = `${at(start)} ${at(end)}`
    const figure = annotated.get(place)
    if (!figure || figure.optional?.includes('figure')) return 0
    const accepted = figure[question]
    const optional = figure.optional?.includes(question) ?? false
    const right = options.map(({ words }, i) => (i === 0 ? !accepted || optional : isRight(question, figure, words)))
    const answer = question === 'measure' ? ruled.get(place)?.measure : ruled.get(place)?.subject?.name
    // what may be given or not, and is not written down, teaches nothing
    if (accepted || !optional)
      asked.push({
        question,
        passage: passage.id,
        words: options.map(({ words }) => words),
        rows: options.map(({ clues, shared = [] }) =>
          Int32Array.from([...shared, ...clues], (clue) => rowOf(clue, bits)),
        ),
        right,
        needed: accepted !== undefined && !optional,
        ruled: answer === undefined ? undefined : isRight(question, figure, answer),
      })
    return Math.max(0, right.indexOf(true, 1))
  }
  figuresOf(passage, { choose, learning: true })
  return asked
}

const isRight = (question: Question, figure: AnnotatedFigure, words: Option['words']): boolean => {
  const accepted = figure[question]
  return accepted !== undefined && (question === 'measure' ? isMeasure(accepted, words) : isName(accepted, words))
}
