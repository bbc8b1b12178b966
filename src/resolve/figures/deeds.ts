import type { Change, How } from '../../model/claim/figure.ts'
import type { Binding, Known } from './binding.ts'
import { findSubject } from './find-subject.ts'
import type { Governor } from './governor.ts'
import { phraseFrom, toMeasure } from './noun-phrase.ts'
import { agentFrom } from './parallel.ts'
import { actorOf, isPassive, possessorOf, saidOf } from './said.ts'
import { isVerb, type PlacedFigure, type Scene } from './scene.ts'
import { directionOfComparison, isPeople, isTransitiveChange, spendingVerbs } from './words.ts'

// What a verb does to a figure: moves it, reaches it, or has it for its object.

export function changedBy(
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
    const owner = measure && possessorOf(scene, measure)
    // `the bank raised UK rates`
    const whose = owner && measure.phrase.owner === undefined ? scene.names.get(owner.token.index) : undefined
    const place = (whose ?? (measure?.phrase.owner === undefined ? measure?.actor : undefined))?.actor.kind === 'place'
    const subject = place ? (actorOf(scene, governor) ?? owner) : (owner ?? actorOf(scene, governor))
    return { governor, change, how, ...(measure && { measure }), ...(subject && { subject }) }
  }
  // `added $90 to the average bill`: what it comes on top of
  const added = lemma === 'add' && preposition === undefined ? addedTo(scene, placed) : undefined
  if (added) {
    const owner = possessorOf(scene, added)
    // `it added $3m to its wealth`: whoever adds
    const named = owner && scene.tokens[owner.token.index]!.tag !== 'PRP$' ? owner : undefined
    const subject = named ?? (figure.kind === 'money' || figure.kind === 'count' ? actorOf(scene, governor) : undefined)
    return { governor, change, how, measure: added, ...(subject && { subject }) }
  }
  // `plunged 300 people into debt`: what it does to them
  if (preposition === undefined && figure.kind === 'count' && figure.unit === 'person' && !isTransitiveChange(lemma))
    return { governor }
  const passive = isPassive(scene, token)
  const direct = preposition === undefined && !passive && isTransitiveChange(lemma)
  const subject = findSubject(scene, token)
  if (direct && (figure.kind === 'money' || figure.kind === 'count')) {
    const said = saidOf(scene, subject)
    // `shareholders lost $3bn`: people are no quantity
    if (said.measure && figure.kind === 'money' && isPeople(said.measure.head)) return acting(scene, governor, lemma)
    // `the chain lost $3m`, `the drive raised $5m`: done to the money itself; a currency or a share loses value
    if (figure.kind === 'money' && (lemma === 'raise' || (lemma === 'lose' && !isTraded(said.measure?.head))))
      return { ...acting(scene, governor, lemma), ...(said.measure && said.subject && { subject: said.subject }) }
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

const isTraded = (head: string | undefined): boolean =>
  head !== undefined &&
  /^(?:share|stock|price|euro|dollar|pound|yen|yuan|rupee|rouble|ruble|peso|lira|naira|rand|real|franc|won|krona|bond|index|oil|crude|gold|silver|copper|bitcoin|value|rate|fund|market|average)$/.test(
    head,
  )

/** What something is added to: `to the bill of a household`. */
function addedTo(scene: Scene, { last }: PlacedFigure) {
  if (scene.tokens[last + 1]?.form !== 'to') return undefined
  const phrase = phraseFrom(scene, last + 2)
  return phrase &&
    !scene.names.has(phrase.last) &&
    !scene.dates.has(phrase.last) &&
    !/^(?:end|start|reach|bring|make)$/.test(scene.tokens[phrase.last]!.form)
    ? toMeasure(scene, phrase)
    : undefined
}

/** A verb that somebody does with the figure: it stands for the measure, unless what the money is for is said. */
export function acting(scene: Scene, governor: Governor, lemma: string, placed?: PlacedFigure): Binding {
  const { token } = governor
  // `is owned 55 percent by X`: not whose it is
  const owned = /^(?:own|hold|control)$/.test(lemma)
  const subject =
    owned && isPassive(scene, token) ? placed && agentFrom(scene, placed.last + 1) : actorOf(scene, governor)
  const base = { governor, ...(subject && { subject }) }
  if (placed && spendingVerbs.has(lemma)) {
    // `$3m a year for roads`
    const behind = scene.tokens[placed.last + 1]?.form ?? ''
    const per = /^(?:a|per|each)\s/.test(behind) ? 1 : /^(?:a|per|each)$/.test(behind) ? 2 : 0
    const link = scene.tokens[placed.last + 1 + per]
    const phrase = link && /^(?:on|in|for)$/.test(link.form) ? phraseFrom(scene, placed.last + 2 + per) : undefined
    const measure =
      phrase && !scene.names.has(phrase.last) && !scene.dates.has(phrase.last) ? toMeasure(scene, phrase) : undefined
    if (measure) return { ...base, measure }
  }
  const made =
    placed?.figure.kind === 'measurement' &&
    /^(?:emit|produce|generate|consume|burn|export|import|harvest|mine|release|discharge|absorb|process|pump|catch)$/.test(
      lemma,
    ) &&
    (scene.dates.has(placed.last + 1) ||
      /^[,.;)]$|^(?:in|of|from|to|last|this|and|while|but|by|at|more|less|a|per|during|between|each|every)$/.test(
        scene.tokens[placed.last + 1]?.form ?? '.',
      )) &&
    scene.tokens[placed.last + 1]?.form !== 'of'
  if (
    placed &&
    !made &&
    placed.figure.kind !== 'money' &&
    !(lemma === 'cost' && placed.figure.kind === 'count') &&
    !(owned && placed.figure.kind === 'percentage')
  )
    return base
  return { ...base, verb: { start: token.start, end: token.end, lemma } }
}

/** `fell 3%, closing at 50`, `fell 3% to close at 50`, `fell 3% and closed at 50`: where the move before it has led. */
export function closing(scene: Scene, { token }: Governor, lemma: string, before: Known): Binding | undefined {
  const { tokens } = scene
  if (!/^(?:close|end|finish|settle|reach|bring|take|push|send)$/.test(lemma)) return undefined
  const joint = token.tag === 'VBG' ? ',' : token.tag === 'VB' ? 'to' : 'and'
  if (tokens[token.index - 1]?.form !== joint) return undefined
  for (let i = token.index - 2; i >= 0 && i > token.index - 12; i--) {
    const other = scene.figures.get(i)
    const moved = other && before(other)
    if (moved) return moved.change && moved.how !== 'from' && moved.measure ? { ...moved, how: 'to' } : undefined
    if (isVerb(tokens[i])) return undefined
  }
  return undefined
}

/** `rose to 89, with 700 people hurt`: what stands beside a change is no measure of it. */
export const isBeside = ({ preposition, object }: Governor): boolean =>
  preposition !== undefined && !object && /^(?:with|on|for|during|after|among|against|without)$/.test(preposition)

/** `stands 20 miles below the summit`, `is 5 km from the coast`: where something is, not how much. */
export const isDistance = (scene: Scene, { figure, last }: PlacedFigure): boolean =>
  figure.kind === 'measurement' &&
  /^(?:below|above|from|north|south|east|west|northeast|northwest|southeast|southwest|away|off|outside|inland|offshore)$/.test(
    scene.tokens[last + 1]?.form ?? '',
  )

/** `down to 5%`: which way the particle before the preposition says. */
export function particleBefore({ tokens }: Scene, { first }: PlacedFigure): Change | undefined {
  let i = first - 1
  while (i > 0 && !/^(?:to|by|from)$/.test(tokens[i]!.form) && i > first - 4) i--
  return /^(?:to|by|from)$/.test(tokens[i]?.form ?? '') && /^(?:up|down)$/.test(tokens[i - 1]?.form ?? '')
    ? directionOfComparison(tokens[i - 1]!.form)
    : undefined
}
