import type { Binding } from './binding.ts'
import { findSubject } from './find-subject.ts'
import { findGovernor } from './governor.ts'
import { phraseFrom, toMeasure } from './noun-phrase.ts'
import { saidOf } from './said.ts'
import { isClosingBracket, isOpeningBracket, isVerb, type PlacedFigure, type Scene } from './scene.ts'
import { directionOf, lemmaOfVerb } from './words.ts'

// Figures that stand for themselves: as the verb, in brackets behind a name, as a rank or a score.

/** `profit more than doubled`: the figure is the verb. */
export function verbal(scene: Scene, { first, last, figure }: PlacedFigure): Binding | undefined {
  if (figure.kind !== 'multiple') return undefined
  const token = scene.tokens.slice(first, last + 1).find(isVerb)
  const change = token && directionOf(lemmaOfVerb(token.form))
  if (!token || !change || /^(?:amod|compound)/.test(token.label)) return undefined
  // `the duo doubled their wealth to $8bn`: what they doubled
  const object = /^(?:PRP\$|DT)$/.test(scene.tokens[last + 1]?.tag ?? '') ? phraseFrom(scene, last + 1) : undefined
  const doubled = object && !scene.dates.has(object.last) ? toMeasure(scene, object) : undefined
  if (doubled) {
    const subject = findSubject(scene, token)
    return { governor: { token, kind: 'verb' }, change, how: 'by', measure: doubled, ...(subject && { subject }) }
  }
  return { governor: { token, kind: 'verb' }, change, how: 'by', ...saidOf(scene, findSubject(scene, token)) }
}

/** `a magnitude 6.1 earthquake`: what the number counts on. */
export function onScale({ tokens }: Scene, { first, figure }: PlacedFigure): Binding | undefined {
  const noun = tokens[tokens[first - 1]?.tag === 'HYPH' ? first - 2 : first - 1]
  if (figure.kind !== 'count' || figure.unit !== undefined || noun?.form !== 'magnitude') return undefined
  const { index, start, end } = noun
  return { measure: { span: { start, end }, head: noun.form, phrase: { first: index, last: index, start: index } } }
}

/** `Enron ($63bn) and WorldCom ($103bn)`: whose name stands before the bracket. */
export function bracketed(scene: Scene, { first, last, figure }: PlacedFigure): Binding | undefined {
  const { tokens, names } = scene
  // `Hall for Reed (71)`: a minute, an age
  if (figure.kind === 'count') return undefined
  // `Enron (No. 7, $63bn)`
  const rank = tokens[first - 1]?.form === ',' ? scene.figures.get(first - 2) : undefined
  const own = /^[+-]$/.test(tokens[first - 1]?.form ?? '') ? first - 1 : first
  const open = (rank?.figure.kind === 'rank' ? rank.first : own) - 1
  if (!isOpeningBracket(tokens[open]) || !isClosingBracket(tokens[last + 1])) return undefined
  const name = names.get(open - 1)
  return name && { subject: { token: tokens[open - 1]!, sure: true } }
}

export function ranked(scene: Scene, placed: PlacedFigure): Binding {
  const phrase = placed.figure.kind === 'rank' ? phraseFrom(scene, placed.last + 1) : undefined
  const measure = phrase && toMeasure(scene, phrase)
  const governor = findGovernor(scene, placed)
  // `the final count was 52-35`
  if (placed.figure.kind === 'score' && governor?.kind === 'verb' && lemmaOfVerb(governor.token.form) === 'be') {
    const said = saidOf(scene, findSubject(scene, governor.token))
    if (said.measure && /^(?:count|vote|tally|score|result|margin)$/.test(said.measure.head))
      return { ...said, governor }
  }
  const subject =
    governor?.kind === 'verb' && lemmaOfVerb(governor.token.form) === 'be'
      ? findSubject(scene, governor.token)
      : undefined
  return { ...(measure && { measure }), ...(governor && { governor }), ...(subject && { subject }) }
}
