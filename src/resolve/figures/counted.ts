import type { Binding, Known } from './binding.ts'
import { howOf } from './change-noun.ts'
import { changedBy, isBeside } from './deeds.ts'
import { findSubject, type Subject } from './find-subject.ts'
import { findGovernor } from './governor.ts'
import { behindBracket } from './hanging.ts'
import { movedFrom, newValueOf } from './multiple-of.ts'
import { phraseBefore, phraseFrom, toMeasure } from './noun-phrase.ts'
import { actorOf, isPassive, saidOf } from './said.ts'
import { isFiniteVerb, isPreposition, isVerb, type PlacedFigure, type Scene } from './scene.ts'
import { directionOf, isDeal, isProviding, isTransitiveChange, lemmaOfVerb, saysOnly } from './words.ts'

// Figures that are so many of something: what happens to those counted.

/** `four people were killed`: what happened to those counted. */
export function countOf(scene: Scene, placed: PlacedFigure, before: Known): Binding | undefined {
  const owner = ownerOfCount(scene, placed)
  const counted = countedIn(scene, placed, before)
  return owner && !counted?.verb ? { ...counted, subject: owner } : counted
}

/** `Ford's 3,000 workers`, `its 40 shops`: whose they are. */
export function ownerOfCount(scene: Scene, { first }: PlacedFigure): Subject | undefined {
  const { tokens } = scene
  let i = first - 1
  while (i > 0 && /^(?:JJ|RB)/.test(tokens[i]!.tag) && i > first - 3) i--
  const token = tokens[i]
  if (token?.tag === 'PRP$') return { token, sure: true }
  const name = token?.tag === 'POS' ? tokens[i - 1] : undefined
  const phrase = name && phraseBefore(scene, name.index)
  return name && scene.names.has(name.index) ? { token: name, sure: true, ...(phrase && { phrase }) } : undefined
}

function countedIn(scene: Scene, placed: PlacedFigure, before: Known): Binding | undefined {
  const predicate = predicateOf(scene, placed)
  if (predicate) return predicate
  if (opensClause(scene, placed)) return undefined
  const governor = findGovernor(scene, placed, (other) => before(other)?.governor)
  if (isWhole(scene, placed)) return governor ? { governor } : {}
  if (governor && isBeside(governor) && (governor.kind === 'particle' || directionOf(lemmaOfVerb(governor.token.form))))
    return {}
  const shared = governor?.shared && before(governor.shared)
  if (shared?.governor && shared.governor.token === governor?.token) {
    // `spent $3m on eight players`: what it was for
    const other = governor.shared!.figure
    const apart = governor.preposition === 'on' || (governor.preposition === 'for' && other.kind === 'percentage')
    if (apart && other.unit !== placed.figure.unit) return { governor }
    return { ...shared, ...(shared.change && governor.preposition && { how: howOf(governor) }) }
  }
  if (governor?.kind !== 'verb') return undefined
  const lemma = lemmaOfVerb(governor.token.form)
  const change = directionOf(lemma) ?? (governor.preposition === 'from' ? movedFrom(scene, placed, lemma) : undefined)
  // `lines increased 7 times`: how much
  if (change && placed.figure.unit === 'time' && !governor.preposition)
    return changedBy(scene, placed, governor, lemma, change, 'by')
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
  // `has granted protection to 300 people`: who does it
  const given =
    governor.preposition === 'to' &&
    governor.object !== undefined &&
    /^(?:grant|give|offer|provide|issue|award|supply|send|deliver|pay|extend|lend)$/.test(lemma) &&
    !isPassive(scene, governor.token)
  // `finished on 85 points`
  const ended =
    /^(?:on|with)$/.test(governor.preposition ?? '') &&
    !governor.object &&
    /^(?:finish|end|start|begin|sit|remain|stay|lead|close)$/.test(lemma) &&
    /^(?:point|seat|vote|win|goal|medal|title|run)$/.test(placed.figure.unit ?? '')
  // `has replaced the lorry with three vans`
  const provided =
    governor.preposition === 'with' &&
    governor.object !== undefined &&
    isProviding(lemma) &&
    !isPassive(scene, governor.token)
  // `the agency reported 40 cases`: who counts them
  const told = /^(?:report|predict|project|forecast|estimate|expect)$/.test(lemma)
  const subject =
    told || (governor.preposition && !won && !ordered && !given && !ended && !provided)
      ? undefined
      : actorOf(scene, governor)
  // `the tally stands at 300 cases`
  const level = /^(?:remain|stay|stabili[sz]e)$/.test(lemma) && governor.preposition === 'at'
  if (
    (level || /^(?:stand|total|reach|number|amount|hit|exceed|average|tally|surpass|range)$/.test(lemma)) &&
    !isBeside(governor)
  ) {
    const said = saidOf(scene, findSubject(scene, governor.token))
    if (said.measure) return { governor, ...said }
  }
  // `the capacity will increase from 300 to 400 visitors`
  const moves = governor.preposition === 'from' && newValueOf(scene, placed) !== undefined
  if (change && governor.preposition && (moves || !isTransitiveChange(lemma)))
    return changedBy(scene, placed, governor, lemma, change, howOf(governor))
  const staff = /^(?:job|position|post)$/.test(placed.figure.unit ?? '') && /^(?:gain|lose)$/.test(lemma)
  if (change && !governor.preposition && (staff || /^(?:cut|shed|add|slash|reduce|increase)$/.test(lemma)))
    return {
      governor,
      change,
      how: 'by',
      verb: { start: governor.token.start, end: governor.token.end, lemma },
      ...(subject && { subject }),
    }
  return { governor, ...(subject && { subject }) }
}

/** `146 of the 275 seats`, `20 out of 30 seats`: so many there are, whoever has some of them. */
function isWhole({ tokens, figures }: Scene, { first }: PlacedFigure): boolean {
  let i = first - 1
  while (/^(?:the|a|its|their|total|of|out)$/.test(tokens[i]?.form ?? '') && i > first - 6) i--
  return /^(?:of|out)$/.test(tokens[i + 1]!.form) && figures.get(i)?.figure.kind === 'count'
}

/** `and just over 1.3m had received it`: a figure that its own verb follows; no verb before it governs it. */
export function opensClause({ tokens }: Scene, { first, last }: PlacedFigure): boolean {
  let i = first - 1
  while (i > 0 && /^(?:RB|JJR|DT)$/.test(tokens[i]!.tag)) i--
  return (
    (/^(?:and|but|while|that|,|;|as|because|since|if|when|where|although|though|whereas)$/.test(
      tokens[i]?.form ?? '',
    ) &&
      isFiniteVerb(tokens[last + 1])) ||
    (isVerb(tokens[i]) && saysOrExpects(lemmaOfVerb(tokens[i]!.form)) && isFiniteVerb(tokens[last + 1]))
  )
}

/** `expects 16 million cars will be sold`: what is expected is a clause of its own. */
const saysOrExpects = (lemma: string): boolean =>
  saysOnly(lemma) || /^(?:expect|forecast|predict|estimate|project)$/.test(lemma)

/** `$6m had been set aside for bed nets`: what an amount, itself the subject of a passive, is for. */
export function setAside(scene: Scene, { last, figure }: PlacedFigure): Binding | undefined {
  const { tokens, names, dates } = scene
  if (figure.kind !== 'money') return undefined
  let i = last + 1
  while (
    i < last + 5 &&
    /^(?:is|are|was|were|be|been|being|has|have|had|will|would|also|already)$/.test(tokens[i]?.form ?? '')
  )
    i++
  const verb = tokens[i]
  if (
    i === last + 1 ||
    !verb ||
    !/^(?:set|allocated|earmarked|spent|budgeted|reserved|approved|pledged|invested|needed|required)$/.test(verb.form)
  )
    return undefined
  const link = tokens[i + 1]?.form === 'aside' ? i + 2 : i + 1
  if (!/^(?:for|on|in|to)$/.test(tokens[link]?.form ?? '')) return undefined
  const phrase = phraseFrom(scene, link + 1)
  const measure = phrase && !names.has(phrase.last) && !dates.has(phrase.last) ? toMeasure(scene, phrase) : undefined
  return measure && { measure, governor: { token: verb, kind: 'verb' } }
}

/** A figure that is itself the subject of a passive: `300 jobs were lost`. */
export function predicateOf(scene: Scene, placed: PlacedFigure): Binding | undefined {
  const { tokens } = scene
  if (!/^(?:count|measurement)$/.test(placed.figure.kind) || placed.figure.unit === undefined) return undefined
  // `a system for 3,000 refugees was rejected`
  const lead = tokens[placed.first - 1]
  // `a total of 300 groups were banned`
  const total = lead?.form === 'of' && /^(?:total|record|sum)$/.test(tokens[placed.first - 2]?.form ?? '')
  if (
    !total &&
    isPreposition(lead) &&
    !/^(?:that|after|before|since|as|because|while|if|when|although|though|until|whereas)$/.test(lead!.form)
  )
    return undefined
  // `26 TWh (terawatt-hours) were generated`
  let i = behindBracket(scene, placed.last + 1)
  if (!/^(?:is|are|was|were|have|has|had)$/.test(tokens[i]?.form ?? '')) return undefined
  // `the decision to suspend 19 members was taken`: not the members
  const many = placed.figure.number !== 1 && tokens[placed.last]!.tag === 'NNS'
  if (many && /^(?:is|was|has)$/.test(tokens[i]!.form)) return undefined
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
