import { bracketed, onScale, ranked, verbal } from './alone.ts'
import { attributive } from './around.ts'
import { changedBefore, doubledBy, listed } from './beside.ts'
import { type Binding, isCounted, type Known, sameThing } from './binding.ts'
import { changed, howOf } from './change-noun.ts'
import { countOf, opensClause, ownerOfCount, predicateOf, setAside } from './counted.ts'
import { acting, changedBy, closing, isBeside, isDistance, particleBefore } from './deeds.ts'
import { findSubject } from './find-subject.ts'
import { findGovernor, type Governor } from './governor.ts'
import { headed } from './headed.ts'
import { besideNorm, movedFrom, multipleOf } from './multiple-of.ts'
import { withNounBefore } from './noun-before.ts'
import { isHeadcount, outerVerb } from './noun-links.ts'
import { phraseBefore, toMeasure } from './noun-phrase.ts'
import { byAgent, heldBy, remaining } from './parallel.ts'
import { byParticle } from './particle.ts'
import { actorOf, isPassive, possessorOf, saidOf, subjectFor } from './said.ts'
import type { PlacedFigure, Scene } from './scene.ts'
import { compared, countedBy, equivalent, gapped, partOfWhole } from './shared.ts'
import {
  directionOf,
  directionOfNoun,
  isGrowth,
  isTrade,
  lemmaOfVerb,
  settingVerbs,
  showingVerbs,
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
  // `412 per 100,000 people`: what is counted by
  if (scene.tokens[placed.first - 1]?.form === 'per') return {}
  return (
    headed(scene, placed, before) ??
    verbal(scene, placed) ??
    multipleOf(scene, placed) ??
    besideNorm(scene, placed, before) ??
    onScale(scene, placed) ??
    equivalent(scene, placed, before) ??
    heldBy(scene, placed) ??
    byAgent(scene, placed, before) ??
    remaining(scene, placed, before) ??
    // `a debt of $3bn worries`: what stands before comes first
    (scene.tokens[placed.first - 1]?.form === 'of' && placed.figure.kind === 'money'
      ? withNounBefore(scene, placed, before)
      : undefined) ??
    attributive(scene, placed, before) ??
    withNounBefore(scene, placed, before) ??
    bracketed(scene, placed) ??
    listed(scene, placed) ??
    compared(scene, placed, before) ??
    governed(scene, placed, before) ??
    {}
  )
}

function governed(scene: Scene, placed: PlacedFigure, before: Known): Binding | undefined {
  const { figure } = placed
  if (isCounted(figure)) return countOf(scene, placed, before)
  if (isOfWhole(scene, placed)) return {}
  if (opensClause(scene, placed)) return partOfWhole(scene, placed, before)
  const doubled = doubledBy(scene, placed)
  if (doubled) return sameThing(before(doubled))
  const owner = figure.kind === 'count' && figure.unit === 'person' ? ownerOfCount(scene, placed) : undefined
  if (owner) return { ...predicateOf(scene, placed), subject: owner }
  const meant = setAside(scene, placed)
  if (meant) return meant
  const asSubject = predicateOf(scene, placed)
  const governor = pastTime(
    scene,
    findGovernor(scene, placed, (other) => before(other)?.governor),
  )
  if (!governor) return asSubject ?? gapped(scene, placed, before)
  const inherited = governor.shared && before(governor.shared)
  // `up from 3% in 2023 and 4% in 2022`: the preposition holds for both
  const joined = governor.preposition === undefined && /^(?:and|or)$/.test(scene.tokens[placed.first - 1]?.form ?? '')
  // `fell below 10%`: to where it went
  const reached = /^(?:(?:just|well|slightly|far)\s)?(?:below|above)\s/i.test(
    scene.text.slice(figure.start, figure.start + 20),
  )
  const how = joined && inherited?.how ? inherited.how : reached ? 'to' : howOf(governor)
  if (governor.kind === 'particle') return byParticle(scene, placed, governor, how, before)
  if (governor.kind === 'noun') {
    const change = directionOfNoun(governor.token.form)!
    const phrase = phraseBefore(scene, governor.token.index)
    if (!phrase) return undefined
    const own = changed(scene, placed, phrase, change)
    // `the number of guests recorded an increase from`
    const verb = own.measure ? undefined : outerVerb(scene, phrase.start - 1)
    const shown = verb && showingVerbs.has(lemmaOfVerb(verb.form)) ? saidOf(scene, findSubject(scene, verb)) : {}
    return { ...own, ...shown, ...(verb && { governor: { token: verb, kind: 'verb' } }), how }
  }
  const lemma = lemmaOfVerb(governor.token.form)
  // `climbed to the top of the 1,864m range`
  if (governor.preposition === 'of' && figure.kind === 'measurement' && !governor.object && directionOf(lemma))
    return {}
  // `saw a rise in the number of guests from`
  const moved = governor.object && /^(?:from|to|by)$/.test(governor.preposition ?? '') ? governor.object : undefined
  const way = moved && directionOfNoun(scene.tokens[moved.last]!.form)
  if (moved && way && (governor.preposition === 'by' || !isGrowth(scene.tokens[moved.last]!.form)))
    return { ...changed(scene, placed, moved, way), governor, how }
  if (directionOf(lemma) && isBeside(governor)) return { governor }
  // `buy 20 jets for $5m`: the jets
  const bought =
    figure.kind === 'money' && governor.preposition === 'for' && governor.shared && isTrade(lemma)
      ? countedBy(scene, governor.shared)
      : undefined
  if (bought) return { ...acting(scene, governor, lemma), measure: bought }
  const change = directionOf(lemma) ?? (how === 'from' ? movedFrom(scene, placed, lemma) : undefined)
  // the figures of one change share all but their prepositions
  if (
    inherited &&
    (change === undefined || inherited.change !== undefined) &&
    inherited.governor?.token === governor.token
  )
    return { ...inherited, governor, ...(inherited.change && { how }) }
  // `gained 66 percent of the vote`: what they have
  if (change && /^(?:gain|lose|win)$/.test(lemma) && (isElection(scene) || figure.kind === 'ratio'))
    return acting(scene, governor, lemma, placed)
  if (change) {
    const own = changedBy(scene, placed, governor, lemma, change, how)
    // `fell to 4% before recovering to 5%`: what fell
    const same =
      governor.token.tag === 'VBG' &&
      !own.measure &&
      !own.subject &&
      /^(?:before|after|,)$/.test(scene.tokens[governor.token.index - 1]?.form ?? '')
        ? changedBefore(scene, placed, before)
        : undefined
    return same?.measure ? { ...own, measure: same.measure, ...(same.subject && { subject: same.subject }) } : own
  }
  // `topped the list with 33 percent`: whose share it is
  if (governor.object && governor.preposition === 'with' && /^(?:top|lead|head)$/.test(lemma)) {
    const said = saidOf(scene, findSubject(scene, governor.token))
    return said.measure ? { governor } : { governor, ...said }
  }
  const ended = closing(scene, governor, lemma, before)
  if (ended) return { ...ended, governor }
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
    if (governor.preposition === 'for' && figure.kind === 'money' && isTrade(lemma))
      return acting(scene, governor, lemma)
    return { governor }
  }
  // `remained low, with 18 in hospital`
  if (staticVerbs.has(lemma) && isBeside(governor)) {
    // `Japan was the worst with 10%`
    const said = saidOf(scene, findSubject(scene, governor.token))
    return said.measure ? { governor } : { governor, ...said }
  }
  if (staticVerbs.has(lemma)) {
    if (isDistance(scene, placed)) return { governor }
    // `the brand reaches 300 people`: those it comes to
    if (figure.unit === 'person' && /^(?:reach|touch|hit|meet)$/.test(lemma)) {
      const said = saidOf(scene, findSubject(scene, governor.token))
      return said.measure && isHeadcount(said.measure.head) ? { ...said, governor } : { governor }
    }
    if (isPassive(scene, governor.token) && lemma !== 'be') return { governor }
    const subject = findSubject(scene, governor.token)
    // `the decrease in exports was $3bn`: how far it went
    const share = scene.tokens[placed.last + 1]?.form === 'of'
    const noun = lemma === 'be' && !governor.preposition && !share ? subject?.phrase : undefined
    const way = noun && directionOfNoun(scene.tokens[noun.last]!.form)
    if (way && !isGrowth(scene.tokens[noun.last]!.form)) return { ...changed(scene, placed, noun, way), governor }
    return { governor, ...saidOf(scene, subject) }
  }
  // `has been estimated at`, `was given as`
  if (
    (valuingVerbs.has(lemma) && governor.preposition === 'at') ||
    (settingVerbs.has(lemma) && /^(?:to|from)$/.test(governor.preposition ?? '') && isPassive(scene, governor.token)) ||
    (governor.preposition === 'as' && isPassive(scene, governor.token))
  )
    return { governor, ...saidOf(scene, findSubject(scene, governor.token)) }
  // `petrol sells at 1,275 naira`: its price
  if (
    /^(?:sell|retail|trade|fetch)$/.test(lemma) &&
    /^(?:at|for)$/.test(governor.preposition ?? '') &&
    !isPassive(scene, governor.token)
  ) {
    const said = saidOf(scene, findSubject(scene, governor.token))
    if (said.measure) return { governor, ...said }
  }
  if (governor.preposition && !/^(?:for|at)$/.test(governor.preposition)) return { governor }
  // `made $5m`, but not `made a loss of`
  if (showingVerbs.has(lemma) && !(lemma === 'make' && figure.kind === 'money')) return { governor }
  return acting(scene, governor, lemma, placed)
}

/** `ended the year at 5%`: the time is no object. */
function pastTime({ tokens }: Scene, governor: Governor | undefined): Governor | undefined {
  if (!governor?.object || !/^(?:end|finish|start|begin|close|open)$/.test(lemmaOfVerb(governor.token.form)))
    return governor
  const { object, ...rest } = governor
  return /^(?:year|quarter|month|week|day|session|season|half)$/.test(tokens[object.last]!.form) ? rest : governor
}

/** `paid $40m of the $75m`: what is whole is nothing that was done. */
function isOfWhole({ tokens, figures }: Scene, { first, figure }: PlacedFigure): boolean {
  let i = first - 1
  if (figure.kind !== 'money') return false
  while (i > first - 4 && /^(?:DT|PRP\$|JJ|VBN)$/.test(tokens[i]?.tag ?? '')) i--
  return i < first - 1 && tokens[i]?.form === 'of' && figures.get(i - 1)?.figure.kind === 'money'
}

/** Whether a sentence tells of votes, of which a share is gained or lost without any change. */
const isElection = ({ tokens }: Scene): boolean =>
  tokens.some(({ form }) => /^(?:votes?|voters?|ballots?|polls?|elections?|seats?)$/.test(form))
