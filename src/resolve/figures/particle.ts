import type { How } from '../../model/claim/figure.ts'
import { sameKindBefore } from './beside.ts'
import type { Binding, Known } from './binding.ts'
import { isBeside } from './deeds.ts'
import { findSubject } from './find-subject.ts'
import { findGovernor, type Governor } from './governor.ts'
import { outermost } from './hanging.ts'
import { phraseBefore } from './noun-phrase.ts'
import { saidOf } from './said.ts'
import { isNoun, isVerb, type PlacedFigure, type Scene } from './scene.ts'
import { figureBefore } from './shared.ts'
import { directionOfComparison, lemmaOfVerb, staticVerbs } from './words.ts'

/** What a figure behind `up` or `down` is of: `sales were up 3%`, `with profits down $3m`, `at 5%, up from 4%`. */
export function byParticle(scene: Scene, placed: PlacedFigure, governor: Governor, how: How, before: Known): Binding {
  const { figure } = placed
  const inherited = governor.shared && before(governor.shared)
  // `came up 3% short`
  if (isBeside(governor) || scene.tokens[placed.last + 1]?.form === 'short') return {}
  const change = directionOfComparison(governor.token.form)
  const verb = scene.tokens[governor.token.index - 1]
  if (inherited) return { ...inherited, ...(change && { change, how }) }
  if (verb && isVerb(verb))
    return {
      change: change!,
      how,
      governor: { ...governor, token: verb, kind: 'verb' },
      ...saidOf(scene, findSubject(scene, verb)),
    }
  // `on sales up 21%`
  const noun = verb && isNoun(verb) ? phraseBefore(scene, verb.index) : undefined
  if (noun && change) return { change, how, governor, ...saidOf(scene, { phrase: noun, token: verb!, sure: false }) }
  const farther = findGovernor(scene, { ...placed, first: governor.token.index })
  if (farther?.kind === 'verb' && !farther.shared && staticVerbs.has(lemmaOfVerb(farther.token.form)))
    return { change: change!, how, governor: farther, ...saidOf(scene, findSubject(scene, farther.token)) }
  const near = figureBefore(scene, { ...placed, first: governor.token.index }, true)
  // `a cut to its order of planes, down by 30`: what stands before the comma
  const end = governor.token.index - 2
  // `half of the species face extinction, up from a third`: what the figure before it is of
  const earlier =
    !near && governor.preposition === 'from' && verb?.form === ',' ? sameKindBefore(scene, placed, end) : undefined
  const whole = earlier && before(earlier)
  if (whole?.measure) return { ...whole, ...(change && { change, how }) }
  // `300 people are affected by floods or storms, up from 200`: so many people, not storms
  const counts = () =>
    [...scene.figures.values()].some((other) => other.last < end && other.figure.kind === figure.kind)
  if (!near && verb?.form === ',' && isNoun(scene.tokens[end]) && !scene.names.has(end) && !counts()) {
    const before = phraseBefore(scene, end)
    const phrase = before && outermost(scene, before)
    return {
      ...(change && { change, how }),
      ...(phrase && saidOf(scene, { phrase, token: scene.tokens[phrase.last]!, sure: false })),
    }
  }
  return { ...(near && before(near)), ...(change && { change, how }) }
}
