import type { Change, How } from '../../model/claim/figure.ts'
import { attributive, changed, howOf, withNounBefore } from './around.ts'
import { type Binding, isCounted, type Known } from './binding.ts'
import { findSubject } from './find-subject.ts'
import { findGovernor, type Governor } from './governor.ts'
import { phraseBefore, phraseFrom, toMeasure } from './noun-phrase.ts'
import { agentFrom, byAgent, remaining } from './parallel.ts'
import { actorOf, isPassive, possessorOf, saidOf, subjectFor } from './said.ts'
import { isNoun, isPreposition, isVerb, type PlacedFigure, type Scene } from './scene.ts'
import { compared, equivalent, figureBefore, gapped } from './shared.ts'
import {
  directionOf,
  directionOfComparison,
  directionOfNoun,
  isDeal,
  isPeople,
  isTransitiveChange,
  lemmaOfVerb,
  settingVerbs,
  showingVerbs,
  spendingVerbs,
  staticVerbs,
  valuingVerbs,
} from './words.ts'

/**
 * What a figure is of, whose it is and which way it moves.
 * @param before what the figure before it in the same sentence is bound to
 */
export function bindFigure(scene: Scene, placed: PlacedFigure, before: Known): Binding {
  const { figure } = placed
  if (figure.kind === 'rank' || figure.kind === 'score') return ranked(scene, placed)
  return (
    verbal(scene, placed) ??
    equivalent(scene, placed, before) ??
    byAgent(scene, placed, before) ??
    remaining(scene, placed, before) ??
    // `a debt of $3bn worries`: what stands before comes first
    (scene.tokens[placed.first - 1]?.form === 'of' && placed.figure.kind === 'money'
      ? withNounBefore(scene, placed, before)
      : undefined) ??
    attributive(scene, placed, before) ??
    withNounBefore(scene, placed, before) ??
    bracketed(scene, placed) ??
    compared(scene, placed, before) ??
    governed(scene, placed, before) ??
    {}
  )
}

/** `profit more than doubled`: the figure is the verb. */
function verbal(scene: Scene, { first, last, figure }: PlacedFigure): Binding | undefined {
  if (figure.kind !== 'multiple') return undefined
  const token = scene.tokens.slice(first, last + 1).find(isVerb)
  const change = token && directionOf(lemmaOfVerb(token.form))
  if (!token || !change || /^(?:amod|compound)/.test(token.label)) return undefined
  return { governor: { token, kind: 'verb' }, change, how: 'by', ...saidOf(scene, findSubject(scene, token)) }
}

/** `Enron ($63bn) and WorldCom ($103bn)`: whose name stands before the bracket. */
function bracketed(scene: Scene, { first, last, figure }: PlacedFigure): Binding | undefined {
  const { tokens, names } = scene
  // `Hall for Reed (71)`: a minute, an age
  if (figure.kind === 'count') return undefined
  const [open, close] = [tokens[first - 1]?.form, tokens[last + 1]?.form]
  if (!/^(?:\(|-lrb-)$/.test(open ?? '') || !/^(?:\)|-rrb-)$/.test(close ?? '')) return undefined
  const name = names.get(first - 2)
  return name && { subject: { token: tokens[first - 2]!, sure: true } }
}

function ranked(scene: Scene, placed: PlacedFigure): Binding {
  const phrase = placed.figure.kind === 'rank' ? phraseFrom(scene, placed.last + 1) : undefined
  const measure = phrase && toMeasure(scene, phrase)
  const governor = findGovernor(scene, placed)
  const subject =
    governor?.kind === 'verb' && lemmaOfVerb(governor.token.form) === 'be'
      ? findSubject(scene, governor.token)
      : undefined
  return { ...(measure && { measure }), ...(governor && { governor }), ...(subject && { subject }) }
}

function governed(scene: Scene, placed: PlacedFigure, before: Known): Binding | undefined {
  const { figure } = placed
  if (isCounted(figure)) return countOf(scene, placed, before)
  const asSubject = predicateOf(scene, placed)
  const governor = findGovernor(scene, placed, (other) => before(other)?.governor)
  if (!governor) return asSubject ?? gapped(scene, placed, before)
  const inherited = governor.shared && before(governor.shared)
  // `up from 3% in 2023 and 4% in 2022`: the preposition holds for both
  const joined = governor.preposition === undefined && /^(?:and|or)$/.test(scene.tokens[placed.first - 1]?.form ?? '')
  const how = joined && inherited?.how ? inherited.how : howOf(governor)
  if (governor.kind === 'particle') {
    if (isBeside(governor)) return {}
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
    return { ...(near && before(near)), ...(change && { change, how }) }
  }
  if (governor.kind === 'noun') {
    const change = directionOfNoun(governor.token.form)!
    const phrase = phraseBefore(scene, governor.token.index)
    return phrase ? { ...changed(scene, placed, phrase, change), how } : undefined
  }
  const lemma = lemmaOfVerb(governor.token.form)
  if (directionOf(lemma) && isBeside(governor)) return { governor }
  const change = directionOf(lemma)
  // the figures of one change share all but their prepositions
  if (
    inherited &&
    (change === undefined || inherited.change !== undefined) &&
    inherited.governor?.token === governor.token
  )
    return { ...inherited, governor, ...(inherited.change && { how }) }
  if (change) return changedBy(scene, placed, governor, lemma, change, how)
  if (governor.object) {
    if (valuingVerbs.has(lemma) && governor.preposition === 'at') {
      const measure = toMeasure(scene, governor.object)
      return { governor, ...(measure && { measure, ...subjectFor(scene, measure) }) }
    }
    // `brought debt down to $3bn`, `pushed sales up by 4%`
    const way = /^(?:set|bring|take|push|drive|send)$/.test(lemma) ? particleBefore(scene, placed) : undefined
    if (way) return changedBy(scene, placed, governor, lemma, way, how)
    if (settingVerbs.has(lemma) && /^(?:to|from)$/.test(governor.preposition ?? '')) {
      const measure = toMeasure(scene, governor.object)
      const subject = measure && (possessorOf(scene, measure) ?? actorOf(scene, governor))
      return { governor, ...(measure && { measure }), ...(subject && { subject }) }
    }
    // `sold the unit for $5m`
    if (governor.preposition === 'for' && figure.kind === 'money' && !showingVerbs.has(lemma))
      return acting(scene, governor, lemma)
    return { governor }
  }
  if (staticVerbs.has(lemma)) {
    if (isDistance(scene, placed)) return { governor }
    const ended = closing(scene, governor, lemma, before)
    if (ended) return { ...ended, governor }
    if (isPassive(scene, governor.token) && lemma !== 'be') return { governor }
    return { governor, ...saidOf(scene, findSubject(scene, governor.token)) }
  }
  // `has been estimated at`, `was given as`
  if (
    (valuingVerbs.has(lemma) && governor.preposition === 'at') ||
    (settingVerbs.has(lemma) && /^(?:to|from)$/.test(governor.preposition ?? '') && isPassive(scene, governor.token)) ||
    (governor.preposition === 'as' && isPassive(scene, governor.token))
  )
    return { governor, ...saidOf(scene, findSubject(scene, governor.token)) }
  if (governor.preposition && !/^(?:for|at)$/.test(governor.preposition)) return { governor }
  if (showingVerbs.has(lemma)) return { governor }
  return acting(scene, governor, lemma, placed)
}

/** `rose to 89, with 700 people hurt`: what stands beside a change is no measure of it. */
const isBeside = ({ preposition, object }: Governor): boolean =>
  preposition !== undefined && !object && /^(?:with|on|for|during|after|among|against|without)$/.test(preposition)

/** `stands 20 miles below the summit`, `is 5 km from the coast`: where something is, not how much. */
const isDistance = (scene: Scene, { figure, last }: PlacedFigure): boolean =>
  figure.kind === 'measurement' &&
  /^(?:below|above|from|north|south|east|west|northeast|northwest|southeast|southwest|away|off|outside|inland|offshore)$/.test(
    scene.tokens[last + 1]?.form ?? '',
  )

/** `down to 5%`: which way the particle before the preposition says. */
function particleBefore({ tokens }: Scene, { first }: PlacedFigure): Change | undefined {
  let i = first - 1
  while (i > 0 && !/^(?:to|by|from)$/.test(tokens[i]!.form) && i > first - 4) i--
  return /^(?:to|by|from)$/.test(tokens[i]?.form ?? '') && /^(?:up|down)$/.test(tokens[i - 1]?.form ?? '')
    ? directionOfComparison(tokens[i - 1]!.form)
    : undefined
}

/** `fell 3%, closing at 50`: where the move before it has led. */
function closing(scene: Scene, { token }: Governor, lemma: string, before: Known): Binding | undefined {
  const { tokens } = scene
  if (token.tag !== 'VBG' || !/^(?:close|end|finish|settle|reach)$/.test(lemma)) return undefined
  if (tokens[token.index - 1]?.form !== ',') return undefined
  for (let i = token.index - 2; i >= 0 && i > token.index - 12; i--) {
    const other = scene.figures.get(i)
    const moved = other && before(other)
    if (moved) return moved.change && moved.how !== 'from' && moved.measure ? { ...moved, how: 'to' } : undefined
    if (isVerb(tokens[i])) return undefined
  }
  return undefined
}

/** A verb that somebody does with the figure: it stands for the measure, unless what the money is for is said. */
function acting(scene: Scene, governor: Governor, lemma: string, placed?: PlacedFigure): Binding {
  const { token } = governor
  // `is owned 55 percent by X`: not whose it is
  const owned = /^(?:own|hold|control)$/.test(lemma)
  const subject =
    owned && isPassive(scene, token) ? placed && agentFrom(scene, placed.last + 1) : actorOf(scene, governor)
  const base = { governor, ...(subject && { subject }) }
  if (placed && spendingVerbs.has(lemma)) {
    const link = scene.tokens[placed.last + 1]
    const phrase = link && /^(?:on|in|for)$/.test(link.form) ? phraseFrom(scene, placed.last + 2) : undefined
    const measure =
      phrase && !scene.names.has(phrase.last) && !scene.dates.has(phrase.last) ? toMeasure(scene, phrase) : undefined
    if (measure) return { ...base, measure }
  }
  if (
    placed &&
    placed.figure.kind !== 'money' &&
    !(lemma === 'cost' && placed.figure.kind === 'count') &&
    !(owned && placed.figure.kind === 'percentage')
  )
    return base
  return { ...base, verb: { start: token.start, end: token.end, lemma } }
}

function changedBy(
  scene: Scene,
  placed: PlacedFigure,
  governor: Governor,
  lemma: string,
  change: Change,
  how: How,
): Binding {
  const { figure } = placed
  const { token, object, preposition } = governor
  if (object) {
    const measure = toMeasure(scene, object)
    // `Acme raised sales in Asia to 5,000`: where, not whose
    const place = measure?.actor?.actor.kind === 'place' && measure.phrase.owner === undefined
    const owner = measure && possessorOf(scene, measure)
    const subject = place ? (actorOf(scene, governor) ?? owner) : (owner ?? actorOf(scene, governor))
    return { governor, change, how, ...(measure && { measure }), ...(subject && { subject }) }
  }
  const passive = isPassive(scene, token)
  const direct = preposition === undefined && !passive && isTransitiveChange(lemma)
  const subject = findSubject(scene, token)
  if (direct && (figure.kind === 'money' || figure.kind === 'count')) {
    const said = saidOf(scene, subject)
    // `shareholders lost $3bn`: people are no quantity
    if (said.measure && figure.kind === 'money' && isPeople(said.measure.head)) return acting(scene, governor, lemma)
    // `raised $5m`, `lost $6bn`: done to the money itself
    if (!said.measure || /^(?:raise|lose|add|shed|recover|gain)$/.test(lemma)) {
      const acted = acting(scene, governor, lemma)
      return /^(?:raise|lose|boost|lift|recover|gain)$/.test(lemma) && (!said.measure || lemma === 'recover')
        ? acted
        : { ...acted, ...(said.measure ? said : {}), change, how }
    }
    return { governor, change, how, ...said }
  }
  // `grew at 5%`: how fast
  const pace = preposition === 'at' && figure.kind === 'percentage' && !isTransitiveChange(lemma)
  return { governor, change, how: pace ? 'by' : how, ...saidOf(scene, subject) }
}

/** `four people were killed`: what happened to those counted. */
function countOf(scene: Scene, placed: PlacedFigure, before: Known): Binding | undefined {
  const predicate = predicateOf(scene, placed)
  if (predicate) return predicate
  const governor = findGovernor(scene, placed, (other) => before(other)?.governor)
  if (governor && isBeside(governor) && (governor.kind === 'particle' || directionOf(lemmaOfVerb(governor.token.form))))
    return {}
  const shared = governor?.shared && before(governor.shared)
  if (shared?.governor && shared.governor.token === governor?.token) return shared
  if (governor?.kind !== 'verb') return undefined
  const lemma = lemmaOfVerb(governor.token.form)
  const change = directionOf(lemma)
  const won =
    /^(?:with|by)$/.test(governor.preposition ?? '') &&
    /^(?:vote|seat|point|goal|run|wicket|stroke|length)$/.test(placed.figure.unit ?? '')
  // `has placed an order for 18 planes`
  const ordered =
    governor.preposition === 'for' &&
    governor.object !== undefined &&
    isDeal(scene.tokens[governor.object.last]!.form) &&
    /^(?:have|place|hold|sign|submit|make|exercise)$/.test(lemma) &&
    !isPassive(scene, governor.token)
  const subject = governor.preposition && !won && !ordered ? undefined : actorOf(scene, governor)
  if (change && governor.preposition && !isTransitiveChange(lemma))
    return changedBy(scene, placed, governor, lemma, change, howOf(governor))
  if (change && !governor.preposition && /^(?:cut|shed|add|slash|reduce|increase)$/.test(lemma))
    return {
      governor,
      change,
      how: 'by',
      verb: { start: governor.token.start, end: governor.token.end, lemma },
      ...(subject && { subject }),
    }
  return { governor, ...(subject && { subject }) }
}

/** A figure that is itself the subject of a passive: `300 jobs were lost`. */
function predicateOf(scene: Scene, placed: PlacedFigure): Binding | undefined {
  const { tokens } = scene
  if (placed.figure.kind !== 'count' || placed.figure.unit === undefined) return undefined
  // `a system for 3,000 refugees was rejected`
  const lead = tokens[placed.first - 1]
  if (
    isPreposition(lead) &&
    !/^(?:that|after|before|since|as|because|while|if|when|although|though|until|whereas)$/.test(lead!.form)
  )
    return undefined
  let i = placed.last + 1
  if (!/^(?:is|are|was|were|have|has|had)$/.test(tokens[i]?.form ?? '')) return undefined
  let passive = false
  for (let n = 0; n < 5; n++, i++) {
    const token = tokens[i]
    if (!token) return undefined
    if (/^(?:is|are|was|were|been|being)$/.test(token.form)) passive = true
    // `were expected to fly`, `are feared to have drowned`
    else if (
      passive &&
      /^(?:expected|forecast|feared|believed|thought|said|reported|due|set|known|estimated)$/.test(token.form) &&
      tokens[i + 1]?.form === 'to'
    ) {
      const verb = tokens
        .slice(i + 2, i + 5)
        .find(({ tag, form }) => /^VB/.test(tag) && !/^(?:be|been|have)$/.test(form))
      return (
        verb && {
          verb: { start: verb.start, end: verb.end, lemma: lemmaOfVerb(verb.form) },
          governor: { token: verb, kind: 'verb' },
        }
      )
    } else if (token.tag === 'VBN' && passive)
      return {
        verb: { start: token.start, end: token.end, lemma: lemmaOfVerb(token.form) },
        governor: { token, kind: 'verb' },
      }
    else if (!/^(?:have|has|had)$/.test(token.form) && token.tag !== 'RB') return undefined
  }
  return undefined
}
