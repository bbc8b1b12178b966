import type { Span } from '../../model/segment.ts'
import { appraiserOf } from './appraiser.ts'
import { phraseBefore, phraseFrom } from './noun-phrase.ts'
import { isNoun, type PlacedFigure, type Scene } from './scene.ts'

// Figures that somebody expects, told by a noun or a participle: `economists' expectations of 3.7 percent`, `the $6bn expected by analysts`.

const expectation = /^(?:expectation|estimate|forecast|projection|prediction|consensus|guidance)s?$/

/** The token of the noun that says that a figure is expected: `an estimate of 3%`; undefined where none does. */
function nounOf({ tokens, dates }: Scene, { first }: PlacedFigure): number | undefined {
  let i = first - 1
  while (i > 0 && (dates.has(i) || /^(?:DT|RB)$/.test(tokens[i]!.tag))) i--
  if (!/^(?:of|for|at)$/.test(tokens[i]?.form ?? '')) return undefined
  i--
  while (i > 0 && dates.has(i)) i--
  return expectation.test(tokens[i]?.form ?? '') && isNoun(tokens[i]) ? i : undefined
}

export const isExpectation = (scene: Scene, placed: PlacedFigure): boolean =>
  nounOf(scene, placed) !== undefined || expectedBehind(scene, placed) !== undefined

/** `expected by analysts` right behind a figure: the token of its `by`. */
function participleOf(scene: Scene, placed: PlacedFigure): number | undefined {
  const verb = expectedBehind(scene, placed)
  return verb !== undefined && scene.tokens[verb + 1]?.form === 'by' ? verb + 1 : undefined
}

/** `the $6bn expected by analysts`, `the 4.8% gain that was expected`: the token of the participle. */
function expectedBehind({ tokens }: Scene, { last }: PlacedFigure): number | undefined {
  const isExpected = (i: number) =>
    /^(?:expected|forecast|forecasted|predicted|projected|estimated|anticipated)$/.test(tokens[i]?.form ?? '')
  let i = last + 1
  while (i < last + 4 && isNoun(tokens[i])) i++
  // `the 3.2% decline predicted by economists`, `5,000 people expected to attend`
  if (isExpected(i)) {
    const next = tokens[i + 1]?.form ?? ''
    // `the 5,000 estimated to take part` are there
    return next === 'by' || (/^(?:to|at|in|for)$/.test(next) && tokens[i]!.form !== 'estimated') ? i : undefined
  }
  // `the 2 million it had forecast`
  if (/^(?:it|they|he|she)$/.test(tokens[i]?.form ?? '') && /^(?:had|has|have)$/.test(tokens[i + 1]?.form ?? ''))
    return isExpected(i + 2) ? i + 2 : undefined
  if (!/^(?:that|which)$/.test(tokens[i]?.form ?? '')) return undefined
  i++
  while (/^(?:was|were|is|are|had|has|have|been)$/.test(tokens[i]?.form ?? '')) i++
  if (isExpected(i)) return i
  // `the 3% that analysts had expected`
  while (i < last + 9 && (isNoun(tokens[i]) || /^(?:had|have|has)$/.test(tokens[i]?.form ?? ''))) i++
  return isExpected(i) ? i : undefined
}

/** Who expects it: the owner of the noun, or the agent of the participle. */
export function expectedBy(scene: Scene, placed: PlacedFigure): Span | undefined {
  const { tokens } = scene
  const by = participleOf(scene, placed)
  if (by !== undefined) {
    const agent = phraseFrom(scene, by + 1)
    return agent && { start: tokens[agent.first]!.start, end: tokens[agent.last]!.end }
  }
  const appraiser = appraiserOf(scene, placed)
  if (appraiser) return appraiser
  const noun = nounOf(scene, placed)
  const phrase = noun === undefined ? undefined : phraseBefore(scene, noun)
  if (phrase?.owner === undefined || tokens[phrase.owner]!.tag === 'PRP$') return undefined
  const owner = phraseBefore(scene, phrase.owner)
  return owner && { start: tokens[owner.first]!.start, end: tokens[phrase.owner]!.end }
}
