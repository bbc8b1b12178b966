import type { Span } from '../../model/segment.ts'
import { hasLabel, type SyntaxToken } from '../../syntax/index.ts'
import { toSingular } from '../../text/lexicon.ts'
import { isReportingVerb } from '../../text/reporting.ts'
import { endOfCompound, type Measure, nounOf, phraseBefore, toMeasure } from '../figures/noun-phrase.ts'
import { isNoun, isVerb, type PlacedFigure, type Scene } from '../figures/scene.ts'
import { directionOfNoun, isGrowth, lemmaOfVerb } from '../figures/words.ts'
import type { LinkedActor } from '../link-actors.ts'
import type { Option } from './chooser.ts'
import { follow, type View, viewFrom } from './relation.ts'
import { classOf, kindOf } from './word-classes.ts'

/** How many words before and behind a figure nouns are looked for, and verbs. */
const reach = { noun: [28, 28], verb: [10, 6] } as const

export type MeasureOption = Option & {
  readonly span?: Span
  /** Lemma of the head. */
  readonly head?: string
}

/** The figure before in the sentence: what it is of, in words, and whose it is. */
export type Prior = {
  readonly placed: PlacedFigure
  readonly words: string | undefined
  readonly subject: LinkedActor | undefined
}

/** What a figure may be of, by the words around it: nothing, noun phrases, its own unit, what stands right behind it (`75 ft long`), and verbs. */
export function listMeasures(scene: Scene, placed: PlacedFigure, prior: Prior | undefined): MeasureOption[] {
  // `37% more likely`: how much more, of nothing
  const [more, adjective] = [scene.tokens[placed.last + 1], scene.tokens[placed.last + 2]]
  if (/^(?:more|less)$/.test(more?.form ?? '') && adjective?.tag === 'JJ') return [{ words: '', clues: [] }]
  const kind = kindOf(placed)
  const { alone, toward } = viewFrom(scene, placed, kind)
  const own = alone(placed.figure.unit)
  return [
    { words: '', clues: own },
    ...nounsAround(scene, placed, kind, toward, prior),
    ...behind(scene, placed, kind),
    ...ownUnit(scene, placed, kind, own),
    ...verbsAround(scene, placed, kind, toward),
  ]
}

function nounsAround(
  scene: Scene,
  placed: PlacedFigure,
  kind: string,
  toward: View['toward'],
  prior: Prior | undefined,
): MeasureOption[] {
  const { tokens, text, names } = scene
  const found: { i: number; measure: Measure }[] = []
  const to = Math.min(tokens.length - 1, placed.last + reach.noun[1])
  for (let i = Math.max(0, placed.first - reach.noun[0]); i <= to; i++) {
    if (
      !isNoun(tokens[i]) ||
      scene.figures.has(i) ||
      scene.dates.has(i) ||
      names.has(i) ||
      endOfCompound(scene, i) !== i
    )
      continue
    if (isNoQuantity(tokens[i]!.form) || speaks(scene, tokens[i]!)) continue
    const phrase = phraseBefore(scene, i)
    const measure = phrase && toMeasure(scene, phrase)
    if (measure) found.push({ i, measure })
  }
  const nearest = found.findLastIndex(({ i }) => i < placed.first)
  return found.map(({ i, measure }, n) => {
    const side = i < placed.first ? 'b' : 'a'
    const rank = `${side}${Math.min(4, side === 'b' ? nearest - n : n - nearest - 1)}`
    const token = tokens[i]!
    const head = toSingular(token.form)
    const { phrase, span, of } = measure
    const words = text.slice(span.start, span.end)
    return {
      words,
      span,
      head: measure.head,
      clues: [
        'noun',
        ...toward(phrase.start, i).clues,
        `h${head}`,
        `H${head}|${kind}`,
        `x${head.slice(-3)}`,
        `X${head.slice(-3)}|${kind}`,
        `n${rank}`,
        `N${rank}|${kind}`,
        `o${phrase.owner === undefined ? classOf(scene, phrase.start) : `own${tokens[phrase.owner]!.tag}`}`,
        `a${classOf(scene, i + 1)}`,
        `b${classOf(scene, phrase.start - 1)}`,
        `e${names.get(i)?.actor.kind ?? (/^NNP/.test(token.tag) ? 'np' : '')}`,
        `t${token.tag}|${side}`,
        `j${token.label}|${classOf(scene, token.head)}`,
        `w${of ? toSingular(tokens[of.last]!.form) : ''}`,
        ...(prior?.words === words ? follow(scene, placed, prior.placed) : []),
      ],
    }
  })
}

/** `nurses who were polled predicted a rise of 2%`: those who say so, not what rose. */
const speaks = ({ tokens }: Scene, token: SyntaxToken): boolean =>
  (hasLabel(token, 'nsubj') && isReportingVerb(tokens[token.head]?.form ?? '')) ||
  tokens[token.index + 1]?.form === 'who'

/** Units that things are counted by, what is no noun by itself, and nouns of a change, which is of something else. */
const isNoQuantity = (form: string): boolean =>
  /^(?:lit(?:er|re)|met(?:er|re)|apiece|off|hour|other|head|list|order)s?$/.test(form) ||
  (directionOfNoun(form) !== undefined && !isGrowth(form))

function behind(scene: Scene, placed: PlacedFigure, kind: string): MeasureOption[] {
  const found: MeasureOption[] = []
  for (let i = placed.last + 1; i <= placed.last + 2; i++) {
    const token = scene.tokens[i]
    if (!token || !/^(?:JJ|RB)/.test(token.tag)) break
    found.push({
      words: token.text,
      span: token,
      head: token.form,
      clues: [
        '',
        kind,
        `|${token.form}`,
        `>${classOf(scene, i + 1)}`,
        `#${i - placed.last}`,
        `${kind}|${token.tag}`,
      ].map((clue) => `behind${clue}`),
    })
  }
  return found
}

function ownUnit(scene: Scene, placed: PlacedFigure, kind: string, alone: readonly string[]): MeasureOption[] {
  const unit = nounOf(scene, placed)
  if (!unit) return []
  const { span, head } = unit
  const clues = ['unit', `unit${kind}`, `unit|${head}`, ...alone.map((clue) => `u${clue}`)]
  return [{ words: scene.text.slice(span.start, span.end), span, head, clues }]
}

function verbsAround(scene: Scene, placed: PlacedFigure, kind: string, toward: View['toward']): MeasureOption[] {
  const { tokens, figures } = scene
  const from = Math.max(0, placed.first - reach.verb[0])
  return tokens.slice(from, placed.last + reach.verb[1] + 1).flatMap((token) => {
    if (!isVerb(token) || figures.has(token.index)) return []
    const head = lemmaOfVerb(token.form)
    const clues = [...toward(token.index, token.index).clues, `h${head}`, `H${head}|${kind}`, `t${token.tag}|${kind}`]
    return [
      { words: token.text, span: token, head, clues: ['verb', `verb${kind}`, ...clues.map((clue) => `!${clue}`)] },
    ]
  })
}
