import type { SyntaxToken } from '../../syntax/index.ts'
import type { Binding } from './binding.ts'
import { howOf } from './change-noun.ts'
import { findSubject } from './find-subject.ts'
import { findGovernor } from './governor.ts'
import { withNounBefore } from './noun-before.ts'
import { type Measure, nounOf, phraseBefore, phraseFrom, toMeasure } from './noun-phrase.ts'
import { actorOf, possessorOf, saidOf } from './said.ts'
import { isFiniteVerb, type PlacedFigure, type Scene } from './scene.ts'
import {
  directionOf,
  directionOfNoun,
  isPartOfPreposition,
  isTransitiveChange,
  lemmaOfVerb,
  staticVerbs,
} from './words.ts'

// What a share or an amount is of, right behind it: `70% of voters`, `$40m in grants`, `39% of these`.

/** `4% of 300 voters`, `11% of South Africa's 60 million people`: what is counted, and whose they are. */
function countedWhole(scene: Scene, at: number): (Pick<Binding, 'subject'> & { measure: Measure }) | undefined {
  const { tokens, figures } = scene
  let i = at
  while (i < at + 6 && !figures.has(i) && /^(?:DT|PRP\$|POS|NNP?S?|JJ)$/.test(tokens[i]?.tag ?? '')) i++
  const count = figures.get(i)
  if (!count || !/^(?:count|money)$/.test(count.figure.kind) || count.first !== i) return undefined
  const owner = tokens[i - 1]
  if (!owner || !(i === at || /^(?:PRP\$|POS|DT)$/.test(owner.tag))) return undefined
  // `94% of the $3m investment flows`
  const flows = count.figure.kind === 'money' ? phraseFrom(scene, count.last + 1) : undefined
  const measure = flows ? toMeasure(scene, flows) : nounOf(scene, count)
  if (!measure) return undefined
  if (i === at || owner.tag === 'DT') return { measure }
  const token = owner.tag === 'POS' ? tokens[i - 2]! : owner
  const whose = owner.tag === 'POS' ? phraseBefore(scene, i - 2) : undefined
  return { measure, subject: { token, sure: true, ...(whose && { phrase: whose }) } }
}

/** `277 bugs; 39% of these`, `their members, 83% of whom`: what the pronoun stands for. */
function ofThese(scene: Scene, { first }: PlacedFigure, { form, index }: SyntaxToken): Binding | undefined {
  const { tokens, figures } = scene
  const relative = /^wh/.test(form)
  if (relative && tokens[first - 1]?.form !== ',') return undefined
  // `those` of somebody, or who do something
  if (form === 'those' && !isFiniteVerb(tokens[index + 1])) return undefined
  for (let i = first - 2; i >= 0 && i > first - (relative ? 3 : 20); i--) {
    const count = figures.get(i)
    const noun = count?.figure.kind === 'count' ? nounOf(scene, count) : undefined
    if (noun) return { measure: noun }
    const phrase = relative ? phraseBefore(scene, i) : undefined
    if (phrase && tokens[phrase.last]!.tag === 'NNS') {
      const measure = toMeasure(scene, phrase)
      return measure && { measure }
    }
  }
  return undefined
}

/** `makes up 76,000 of the new jobs`: so many of those. */
function isOfThose(scene: Scene, placed: PlacedFigure, at: number): boolean {
  const { figure } = placed
  if (figure.unit !== undefined || figure.number === undefined) return false
  if (!/^(?:the|its|their|his|her|those|these)$/.test(scene.tokens[at]?.form ?? '')) return false
  const governor = findGovernor(scene, placed)
  return (
    governor?.kind === 'verb' &&
    /^(?:make|account|represent|constitute|comprise)$/.test(lemmaOfVerb(governor.token.form))
  )
}

export function wholeBehind(scene: Scene, placed: PlacedFigure, link: string): Binding | undefined {
  const { tokens } = scene
  const { figure } = placed
  const share = figure.kind === 'percentage' || figure.kind === 'fraction' || figure.kind === 'ratio'
  const worth = link === 'worth'
  const at = worth ? (tokens[placed.last + 2]?.form === 'of' ? placed.last + 3 : 0) : placed.last + 2
  // `two metres in length`, `$200 in value`
  const dimension = link === 'in' ? tokens[placed.last + 2] : undefined
  if (
    dimension &&
    /^(?:money|measurement)$/.test(figure.kind) &&
    /^(?:length|height|width|depth|diameter|size|weight|area|value|radius|thickness|circumference)$/.test(
      dimension.form,
    )
  ) {
    const phrase = { first: dimension.index, last: dimension.index, start: dimension.index }
    return { measure: { span: { start: dimension.start, end: dimension.end }, head: dimension.form, phrase } }
  }
  if (!at || scene.dates.has(at) || (link === 'in' && figure.kind !== 'money')) return undefined
  if (link === 'of' && figure.kind === 'count' && !isOfThose(scene, placed, at)) return undefined
  if (share && /^(?:these|those|them|which|whom)$/.test(tokens[at]?.form ?? ''))
    return ofThese(scene, placed, tokens[at]!)
  const people = share && link === 'of' ? countedWhole(scene, at) : undefined
  if (people) {
    const governor = findGovernor(scene, placed)
    const own = governor?.kind === 'verb' ? actorOf(scene, governor) : undefined
    const subject = own ?? people.subject
    return { measure: people.measure, ...(subject && { subject }), ...(governor && { governor }) }
  }
  const phrase = phraseFrom(scene, at)
  if (!phrase || scene.dates.has(phrase.last) || (scene.names.has(phrase.last) && link === 'in')) return undefined
  // `$40m in grants`, but not `in the bank's collapse`, `in early trade`, `in support of`
  if (
    link === 'in' &&
    (isPartOfPreposition(tokens[phrase.last]!.form) ||
      /^(?:DT|PRP\$)$/.test(tokens[at]!.tag) ||
      phrase.owner !== undefined ||
      /^(?:trade|trading|dealing|dealings)$/.test(tokens[phrase.last]!.form))
  )
    return undefined
  const governor = findGovernor(scene, placed)
  const verb = governor?.kind === 'verb' ? lemmaOfVerb(governor.token.form) : undefined
  // `debt stands at 70% of GDP`: the share is of what the clause is about
  if (
    share &&
    verb &&
    staticVerbs.has(verb) &&
    (verb !== 'be' ||
      /\b(?:gdp|gross (?:domestic|national) product|output|the economy)$/i.test(
        scene.text.slice(tokens[phrase.start]!.start, tokens[phrase.last]!.end),
      ))
  ) {
    const subject = findSubject(scene, governor!.token)
    const own = subject?.phrase && !scene.names.has(subject.token.index) ? saidOf(scene, subject) : undefined
    if (own?.measure) return { ...own, governor: governor! }
  }
  // `exports reached 3m tonnes of wheat`: how far what the clause is about has come
  if (
    figure.kind === 'measurement' &&
    verb &&
    /^(?:reach|hit|total|exceed|surpass|average)$/.test(verb) &&
    !governor!.preposition
  ) {
    const own = saidOf(scene, findSubject(scene, governor!.token))
    if (own.measure) return { ...own, governor: governor! }
  }
  // `the debt was reduced to 63% of output`: what moved, not what it is a share of
  if (share && verb && directionOf(verb) && /^(?:to|by|from)$/.test(governor?.preposition ?? '')) {
    const moved = governor!.object
      ? { phrase: governor!.object, token: tokens[governor!.object.last]!, sure: true }
      : findSubject(scene, governor!.token)
    const own = moved?.phrase && !scene.names.has(moved.token.index) ? saidOf(scene, moved) : undefined
    if (own?.measure) return { ...own, governor: governor!, change: directionOf(verb)!, how: howOf(governor!) }
  }
  // `a turnout of 60% of voters`
  const noun = withNounBefore(scene, placed)
  if (noun) return noun
  // `covers 60% of Pakistan`
  const place = share && link === 'of' && phrase.start === phrase.first ? scene.names.get(phrase.last) : undefined
  if (place?.actor.kind === 'place')
    return { subject: { token: tokens[phrase.last]!, sure: true }, ...(governor && { governor }) }
  const head = tokens[phrase.last]!
  const direction = figure.kind === 'percentage' ? undefined : directionOfNoun(head.form)
  const measure = toMeasure(scene, phrase)
  if (!measure || direction) return undefined
  const possessor = possessorOf(scene, measure)
  // `jobs which make up 20% of Ford's workforce`
  const makesUp = verb !== undefined && /^(?:make|represent|account|constitute|comprise|cover)$/.test(verb) && possessor
  const acts = !makesUp && governor?.kind === 'verb' && !(verb && directionOf(verb) && !isTransitiveChange(verb))
  const subject = acts ? (actorOf(scene, governor!) ?? possessor) : possessor
  // `gained 54% of the vote`, `recovered 30% of the money`: what they have
  const has =
    verb === 'recover' ||
    (/^(?:gain|win|lose)$/.test(verb ?? '') && /^(?:vote|voter|ballot|poll|seat)$/.test(measure.head))
  const change = verb !== undefined && !has && governor?.preposition !== 'of' ? directionOf(verb) : undefined
  return {
    measure,
    ...(subject && { subject }),
    ...(governor && { governor }),
    ...(change && share && { change, how: howOf(governor!) }),
  }
}
