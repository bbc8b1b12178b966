import type { Known } from './binding.ts'
import type { Subject } from './find-subject.ts'
import type { Governor } from './governor.ts'
import { type Measure, type NounPhrase, phraseBefore } from './noun-phrase.ts'
import { actorOf, isPassive, possessorOf } from './said.ts'
import { isVerb, type PlacedFigure, type Scene } from './scene.ts'
import { isProviding, isShare, lemmaOfVerb } from './words.ts'

// Whose the thing is that stands beside a figure.

/** The owner that stands before the figure (`Ford's $2bn loss`), or whoever has it: the subject of the verb. */
export function ownerOf(
  scene: Scene,
  placed: PlacedFigure,
  measure: Measure,
  governor: Governor | undefined,
): Subject | undefined {
  const { tokens } = scene
  let i = placed.first - 1
  while (i >= 0 && i > placed.first - 4 && /^(?:JJ|RB|DATE)/.test(tokens[i]!.tag)) i--
  if (tokens[i]?.tag === 'PRP$') return { token: tokens[i]!, sure: true }
  // `gave the firm a 52 percent stake`: the one it is given to
  const whom = tokens[i]?.tag === 'DT' ? phraseBefore(scene, i - 1) : undefined
  const giving = tokens[whom ? whom.start - 1 : i]
  if (whom && giving && isVerb(giving) && /^(?:give|hand|leave|grant|award)$/.test(lemmaOfVerb(giving.form)))
    return { token: tokens[whom.last]!, phrase: whom, sure: true }
  if (tokens[i]?.tag === 'POS') {
    const phrase = phraseBefore(scene, i - 1)
    return { token: tokens[i - 1]!, sure: true, ...(phrase && { phrase }) }
  }
  return subjectOfObject(scene, measure, governor)
}

/** Whose an object is: its owner's, else his who does it; of a share in something not that thing's. */
export function subjectOfObject(scene: Scene, measure: Measure, governor: Governor | undefined): Subject | undefined {
  const acts =
    governor?.kind === 'verb' &&
    (!governor.preposition || (/^(?:on|to|with|under)$/.test(governor.preposition) && isPassive(scene, governor.token)))
  // `would begin with a 20 percent share`
  const begins =
    governor?.kind === 'verb' &&
    governor.preposition === 'with' &&
    isShare(measure.head) &&
    /^(?:begin|start|end|finish|emerge|come|remain)$/.test(lemmaOfVerb(governor.token.form))
  // `would provide Ukraine with a $5m package`
  const provides =
    governor?.kind === 'verb' &&
    governor.preposition === 'with' &&
    governor.object !== undefined &&
    isProviding(lemmaOfVerb(governor.token.form)) &&
    !isPassive(scene, governor.token)
  const actor = acts || begins || provides ? actorOf(scene, governor) : undefined
  if (isShare(measure.head))
    return (measure.phrase.owner === undefined ? undefined : possessorOf(scene, measure)) ?? actor
  return possessorOf(scene, measure) ?? actor
}

/** `has debts of $3bn and assets of $5bn`: whose the first is the second is too. */
export function subjectOfSibling(
  scene: Scene,
  { figure }: PlacedFigure,
  phrase: NounPhrase,
  before: Known | undefined,
): Subject | undefined {
  const { tokens } = scene
  let i = phrase.start - 1
  if (!/^(?:and|on)$/.test(tokens[i]?.form ?? '')) return undefined
  i -= tokens[i - 1]?.form === ',' ? 2 : 1
  while (i > 0 && (scene.dates.has(i) || (scene.dates.has(i + 1) && /^(?:in|on|for|during)$/.test(tokens[i]!.form))))
    i--
  if (tokens[i]?.form === 'share' && /^(?:a|per)$/.test(tokens[i - 1]?.form ?? '')) i -= 2
  const other = scene.figures.get(i)
  const bound = other?.figure.kind === figure.kind ? before?.(other) : undefined
  return bound?.governor?.kind === 'verb' && (bound.measure ?? bound.verb) && bound.change === undefined
    ? bound.subject
    : undefined
}
