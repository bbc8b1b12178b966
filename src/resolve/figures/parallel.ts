import type { Binding, Known } from './binding.ts'
import { findSubject, type Subject } from './find-subject.ts'
import { phraseBefore, phraseFrom } from './noun-phrase.ts'
import { isVerb, type PlacedFigure, type Scene } from './scene.ts'
import { lemmaOfVerb } from './words.ts'

// What a figure has in common with another of its list, though each has an owner or a share of its own.

/** The agent right behind a token: `by Fiat`. */
export function agentFrom(scene: Scene, i: number): Subject | undefined {
  const phrase = scene.tokens[i]?.form === 'by' ? phraseFrom(scene, i + 1) : undefined
  return phrase && { phrase, token: scene.tokens[phrase.last]!, sure: true }
}

/** `is 85% owned by the state`: whose it is. */
export function heldBy(scene: Scene, { last, figure }: PlacedFigure): Binding | undefined {
  const verb = scene.tokens[last + 1]
  if (figure.kind !== 'percentage' || !verb || !/^(?:owned|held|controlled|funded|backed)$/.test(verb.form))
    return undefined
  const subject = agentFrom(scene, last + 2)
  const { start, end, form } = verb
  return subject && { verb: { start, end, lemma: lemmaOfVerb(form) }, governor: { token: verb, kind: 'verb' }, subject }
}

/** `owned 55 percent by Ford, 8 percent by Opel`: what is said of the first, of another. */
export function byAgent(scene: Scene, { first, last, figure }: PlacedFigure, before: Known): Binding | undefined {
  const subject = figure.kind === 'percentage' ? agentFrom(scene, last + 1) : undefined
  if (!subject) return undefined
  let i = first - 1
  while (i > 0 && /^(?:,|and)$/.test(scene.tokens[i]!.form)) i--
  const agent = i < first - 1 ? phraseBefore(scene, i) : undefined
  const by = agent && scene.tokens[agent.start - 1]
  const other = by?.form === 'by' ? (scene.figures.get(by.index - 1) ?? scene.figures.get(by.index - 2)) : undefined
  const bound = other && before(other)
  return bound?.verb && bound.governor ? { verb: bound.verb, governor: bound.governor, subject } : undefined
}

/** `141,951 cars sold by Opel`. */
export function madeBy(scene: Scene, { last, figure }: PlacedFigure): Subject | undefined {
  if (figure.kind !== 'count') return undefined
  const verb = scene.tokens[last + 1]
  return verb && /^(?:sold|made|built|produced|owned|ordered|delivered|employed|held|operated|shipped)$/.test(verb.form)
    ? agentFrom(scene, last + 2)
    : undefined
}

/** `sold 80% of its stake, keeping the other 20%`: the rest of the same thing. */
export function remaining(scene: Scene, placed: PlacedFigure, before: Known): Binding | undefined {
  const { tokens, figures } = scene
  const { first, figure } = placed
  if (figure.kind !== 'percentage' && figure.kind !== 'fraction') return undefined
  if (!/^(?:other|remaining)$/.test(tokens[first - 1]?.form ?? '') || tokens[first - 2]?.form !== 'the')
    return undefined
  let kept: Binding['governor']
  for (let i = first - 3; i >= 0 && i > first - 25; i--) {
    const other = figures.get(i)
    const bound = other && before(other)
    if (bound) {
      if (other.figure.kind !== figure.kind || !bound.measure) return undefined
      return {
        measure: bound.measure,
        ...(bound.subject && { subject: bound.subject }),
        ...((kept ?? bound.governor) && { governor: kept ?? bound.governor! }),
      }
    }
    const token = tokens[i]!
    if (!isVerb(token)) continue
    if (token.tag !== 'VBG') return undefined
    kept = { token, kind: 'verb' }
  }
  return undefined
}

/** `the $4bn that it has received`: who did it with the money, in the clause behind. */
export function takerOf(scene: Scene, { last, figure }: PlacedFigure): Subject | undefined {
  const { tokens, names } = scene
  if (figure.kind !== 'money' && !(figure.kind === 'count' && figure.unit === undefined)) return undefined
  const at = /^(?:that|which)$/.test(tokens[last + 1]?.form ?? '') ? last + 2 : last + 1
  const token = tokens[at]
  if (!token || !(names.has(at) || /^(?:it|they|he|she)$/.test(token.form))) return undefined
  let i = at + 1
  while (/^(?:has|have|had|already|since|also|previously|recently)$/.test(tokens[i]?.form ?? '')) i++
  return /^(?:received|borrowed|owes|owed|spent|paid|invested|raised|lost|earned|won|got)$/.test(tokens[i]?.form ?? '')
    ? { token, sure: true }
    : undefined
}

/** `operates a fleet consisting of 30 ships`: who has what the figure is a part of. */
export function ownerOfParts(scene: Scene, { first, figure }: PlacedFigure): Subject | undefined {
  const { tokens } = scene
  if (figure.kind !== 'count' || tokens[first - 1]?.form !== 'of' || tokens[first - 2]?.form !== 'consisting')
    return undefined
  const whole = phraseBefore(scene, first - 3)
  const verb = whole && tokens[whole.start - 1]
  return verb && isVerb(verb) && /^(?:operate|run|have|own|hold|lead|command)$/.test(lemmaOfVerb(verb.form))
    ? findSubject(scene, verb)
    : undefined
}
