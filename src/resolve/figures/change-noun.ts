import type { Change, How } from '../../model/claim/figure.ts'
import type { Binding, Known } from './binding.ts'
import { findSubject } from './find-subject.ts'
import { findGovernor, type Governor } from './governor.ts'
import { type NounPhrase, phraseBefore, phraseFrom, toMeasure } from './noun-phrase.ts'
import { saidOf, subjectFor } from './said.ts'
import type { PlacedFigure, Scene } from './scene.ts'
import { isGrowth, isPeople, lemmaOfVerb, showingVerbs } from './words.ts'

// Nouns of change: `a 5% rise in prices`, `an increase of 3%`.

export function changed(
  scene: Scene,
  placed: PlacedFigure,
  phrase: NounPhrase,
  change: Change,
  before?: Known,
): Binding {
  const { tokens } = scene
  const governor = findGovernor(scene, placed)
  const base = { change, how: 'by' as const, ...(governor && { governor }) }
  const link = tokens[phrase.last + 1]
  if (link && /^(?:in|of|to)$/.test(link.form)) {
    const of = phraseFrom(scene, phrase.last + 2)
    const measure = of && !scene.names.has(of.last) && !scene.dates.has(of.last) ? toMeasure(scene, of) : undefined
    if (measure) return { ...base, measure, ...subjectFor(scene, measure) }
  }
  // `a 5% sales drop`
  if (phrase.last > phrase.first) {
    const inner = phraseBefore(scene, phrase.last - 1)
    const measure = inner && inner.first >= phrase.first ? toMeasure(scene, inner) : undefined
    if (measure) return { ...base, measure, ...subjectFor(scene, measure) }
  }
  if (isGrowth(tokens[phrase.last]!.form)) {
    const measure = toMeasure(scene, phrase)
    if (measure) return { ...base, measure, ...subjectFor(scene, measure) }
  }
  // `sales were $5m, an increase of 3%`
  const apposed = apposedTo(scene, phrase.start, before)
  if (apposed)
    return {
      ...base,
      ...(apposed.measure && { measure: apposed.measure }),
      ...(apposed.subject && { subject: apposed.subject }),
      ...(apposed.governor && { governor: apposed.governor }),
    }
  // `sales saw a 5% rise`
  const verb = governor?.kind === 'verb' ? governor : undefined
  const lemma = verb && lemmaOfVerb(verb.token.form)
  // `nurses had predicted a rise of 2%`: of what, they do not say
  const shows =
    lemma &&
    showingVerbs.has(lemma) &&
    !/^(?:expect|forecast|predict|project|anticipate|include|involve|announce)$/.test(lemma)
  const subject = shows ? findSubject(scene, verb!.token) : undefined
  const said = saidOf(scene, subject)
  // `customers saw a 5% rise`: not of them
  return { ...base, ...(!(said.measure && isPeople(said.measure.head)) && said) }
}

/** What the figure is of that a phrase behind a comma says more of. */
export function apposedTo(
  { tokens, figures, dates }: Scene,
  start: number,
  before: Known | undefined,
): Binding | undefined {
  let i = start - 1
  // `, a 5% rise`: the figure is part of the phrase
  while (i > 0 && (figures.has(i) || /^(?:a|an|the|up|down)$/.test(tokens[i]!.form))) i--
  // `, which represents an increase of`
  if (
    /^(?:is|was|means|meant|represents|represented|marks|marked)$/.test(tokens[i]?.form ?? '') &&
    tokens[i - 1]?.form === 'which'
  )
    i -= 2
  if (!before || !/^(?:,|–|—|--|or|\(|-lrb-)$/.test(tokens[i]?.form ?? '')) return undefined
  for (let k = i - 1; k >= 0 && k > i - 8; k--) {
    const figure = figures.get(k)
    if (figure) {
      const bound = before(figure)
      return bound?.measure ? bound : undefined
    }
    if (!dates.has(k) && !/^(?:IN|DT|NN|CC|-RRB-)$/.test(tokens[k]!.tag)) return undefined
    if (/^(?:and|but)$/.test(tokens[k]!.form)) return undefined
  }
  return undefined
}

export function howOf({ preposition }: Governor): How {
  return preposition === 'to' || preposition === 'at' ? 'to' : preposition === 'from' ? 'from' : 'by'
}
