import type { How, Modality } from '../../model/claim/figure.ts'
import { ancestorsOf, childOf, childrenOf, hasLabel, headOf, type SyntaxToken } from '../../syntax/index.ts'
import { isExpectation } from './expected.ts'
import type { Governor } from './governor.ts'
import { byNoun, bySubject, cueOf, denying, forecasting, planning, toldBefore } from './mood-cues.ts'
import { byGroup, groupBefore, isCondition } from './mood-group.ts'
import { phraseBefore } from './noun-phrase.ts'
import { isNoun, isPreposition, isVerb, type PlacedFigure, type Scene } from './scene.ts'
import { lemmaOfVerb } from './words.ts'

// Whether a figure is a fact. Cues are those of the table in the documentation; of two that fit, the one nearer to the number's own verb holds.

/** What the words around a figure's verb make of it; undefined for what is stated as a fact. */
export function readModality(
  scene: Scene,
  placed: PlacedFigure,
  governor: Governor | undefined,
  how?: How,
): Modality | undefined {
  const noun = byNoun(scene, placed)
  if (noun) return noun
  if (isExpectation(scene, placed)) return 'forecast'
  const aim = byObject(scene, governor)
  if (aim) return aim
  // `will rise to $15 from $13`: what it has been
  if (how === 'from') return undefined
  const told = toldBefore(scene, placed) ?? bySubject(scene, placed)
  if (told) return told
  if (isKnown(scene, placed) || isCompared(scene, placed)) return undefined
  const verb = governor?.kind === 'verb' ? governor.token : governor ? undefined : verbOf(scene, placed)
  if (!verb) return byOuter(scene, placed)
  // `see inflation ending the year at 5%`
  const seen = verb.tag === 'VBG' ? phraseBefore(scene, verb.index - 1) : undefined
  if (seen && /^(?:sees?|expects?|forecasts?|projects?)$/.test(scene.tokens[seen.start - 1]?.form ?? ''))
    return 'forecast'
  const own = groupBefore(scene, verb.index)
  const helped = own.length > 0 ? undefined : helpedWith(scene, verb)
  const group = helped ? groupBefore(scene, helped.index) : own
  return (
    byGroup(scene, verb, group, governor?.preposition, /^(?:money|percentage)$/.test(placed.figure.kind), !governor) ??
    byPurpose(scene, helped ?? verb) ??
    (isCondition(scene, verb) ? 'conditional' : undefined) ??
    byReport(scene, verb) ??
    byOuter(scene, placed, verb)
  )
}

/** The verb whose helping words a bare one shares: `will grow by 5% and reach $3m`, `will see the price rise to $3`. */
function helpedWith({ tree }: Scene, verb: SyntaxToken): SyntaxToken | undefined {
  const above = headOf(tree, verb)
  if (!above || !/^VB[NP]?$/.test(verb.tag)) return undefined
  const lets = verb.tag !== 'VBN' && isVerb(above) && /^(?:see|make|have|let|help)$/.test(lemmaOfVerb(above.form))
  return lets || (hasLabel(verb, 'conj') && !childOf(tree, verb, 'nsubj')) ? above : undefined
}

/** `will combine the two companies`, `32 of the 150 stores`: so many there are anyway. */
const isKnown = ({ tokens, tree }: Scene, { first, head, figure }: PlacedFigure): boolean =>
  figure.kind === 'count' &&
  (/^(?:the|these|those)$/.test(tokens[first - 1]?.form ?? '') || tokens[first - 1]?.tag === 'POS') &&
  (isPreposition(tokens[first - 2]) || (!hasLabel(head, 'nsubj', 'nsubj:pass') && !childOf(tree, head, 'cop')))

/** `will cost more than the $3bn of 2010`: what it is held against. */
const isCompared = ({ tokens }: Scene, { first }: PlacedFigure): boolean =>
  /^(?:the|its|their)$/.test(tokens[first - 1]?.form ?? '') && tokens[first - 2]?.form === 'than'

/** The verb that a figure is the subject of, by the tree. */
function verbOf(scene: Scene, { head }: PlacedFigure): SyntaxToken | undefined {
  const [up, farther] = ancestorsOf(scene.tree, head)
  const subject = hasLabel(head, 'nsubj') ? up : up && hasLabel(up, 'nsubj') ? farther : undefined
  if (!subject || isVerb(subject)) return subject
  // `65% will be able to`
  const copula = childOf(scene.tree, subject, 'cop')
  return copula && scene.tokens[copula.index]
}

/** `lowered its forecast for sales to $5m`, `raised the target from 3% to 5%`: what the object makes of its values. */
function byObject({ tree }: Scene, governor: Governor | undefined): Modality | undefined {
  if (governor?.kind !== 'verb' || !/^(?:to|from|by|at)$/.test(governor.preposition ?? '')) return undefined
  const { token } = governor
  for (const verb of [token, ...ancestorsOf(tree, token).filter(isVerb).slice(0, 1)])
    for (const { form, index, label } of childrenOf(tree, verb, 'obj', 'nsubj:pass'))
      if (
        /^(?:forecast|guidance|projection|prediction|outlook|target|goal)s?$/.test(form) &&
        (label === 'obj') === index > verb.index
      )
        return cueOf(form)
  return undefined
}

/** What lets the mood of a verb reach a figure below it. */
const carrying = /^(?:nummod|obj|obl|obl:unmarked|nmod:unmarked|compound|amod|dep|xcomp|conj)$/

/** What comes before, beside or instead of what a verb says: `after a $2bn loss`, `including two disasters`. */
const apart =
  /^(?:after|since|before|following|despite|because|due|amid|including|than|from|like|unlike|against|when|where|having|is|are|was|were|has|have|had)$/

/** `will offer it in 30 towns`, `would cut wages, while closing 40 shops`: the verb that a figure hangs on by other words. */
function byOuter(scene: Scene, placed: PlacedFigure, from: SyntaxToken = placed.head): Modality | undefined {
  const { tokens, tree } = scene
  const { figure, head, first, last } = placed
  const isAmount = /^(?:money|percentage)$/.test(figure.kind)
  // `26% favour it`
  if (/^(?:VBZ|VBD|VBP|MD)$/.test(tokens[last + 1]?.tag ?? '')) return undefined
  // `will meet the 27 leaders`, `to lower the current 6% rate`: so much it is anyway
  const lead = tokens[/^JJ/.test(tokens[first - 1]?.tag ?? '') ? first - 2 : first - 1]
  if (lead && /^(?:DT|PRP\$|POS)$/.test(lead.tag) && !/^an?$/.test(lead.form)) return undefined
  let passed = false
  for (let at: SyntaxToken | undefined = from, steps = 0; at && steps < 6; at = headOf(tree, at), steps++) {
    const besides = childrenOf(tree, at, 'case', 'mark', 'aux', 'advmod').map(({ form }) => form)
    const helped = isVerb(at) ? at : childOf(tree, at, 'cop')
    if (!helped || at === head) {
      if (besides.some((form) => apart.test(form)) || !(carrying.test(at.label) || (isAmount && at.label === 'nmod')))
        return undefined
      continue
    }
    // `wants a presence, which makes up 20%`
    if (tokens.slice(helped.index, head.index).some(({ form }) => /^(?:which|who|whose|that|when|where)$/.test(form)))
      return undefined
    if (at !== from) {
      const group = groupBefore(scene, helped.index)
      const verb = tokens[helped.index]!
      const mood =
        (group.length > 0 || (from === head && !passed)
          ? byGroup(scene, verb, group, undefined, isAmount, false)
          : undefined) ?? byAim(scene, verb)
      if (mood) return mood === 'denied' ? undefined : mood
      passed = true
    }
    const isBare =
      at.tag === 'VBG' || (/^VBN?$/.test(at.tag) && besides.includes('to')) || (at.tag === 'VB' && hasLabel(at, 'conj'))
    const ends = besides.some((form) => apart.test(form) && !(besides.includes('to') && form === 'have'))
    if (!isBare || ends || !hasLabel(at, 'conj', 'xcomp', 'advcl', 'csubj')) return undefined
  }
  return undefined
}

/** `agreed to pay`, `plans to cut`, and in headlines `Acme to cut 300 jobs`. */
function byPurpose(scene: Scene, verb: SyntaxToken): Modality | undefined {
  const mood = byAim(scene, verb)
  if (mood || scene.tokens[verb.index - 1]?.form !== 'to') return mood
  // no finite verb before it: a headline
  const finite = scene.tokens.some(({ index, tag }) => index < verb.index && /^(?:VBD|VBZ|VBP|MD)$/.test(tag))
  return !finite && verb.index < 16 ? 'planned' : undefined
}

/** `agreed to pay`, `plans to cut`, `a plan to spend`. */
function byAim(scene: Scene, verb: SyntaxToken): Modality | undefined {
  const before = verb.tag === 'VBG' ? scene.tokens[verb.index - 1] : undefined
  // `proposed spending $3m`
  if (before && isVerb(before) && planning.test(lemmaOfVerb(before.form))) return 'planned'
  // `the goal of limiting warming to 1.5 degrees`
  const aim = before?.form === 'of' ? scene.tokens[verb.index - 2]?.form : undefined
  if (aim && /^(?:goal|target|aim|objective|ambition|requirement)s?$/.test(aim)) return 'required'
  // `aimed at putting 300 men there`
  if (before?.form === 'at' && /^aim/.test(scene.tokens[verb.index - 2]?.form ?? '')) return 'planned'
  if (aim && /^(?:plan|hope|intention|promise|proposal|idea)s?$/.test(aim)) return 'planned'
  if (scene.tokens[verb.index - 1]?.form !== 'to') return undefined
  // `has plans to widen`
  const noun = scene.tokens[verb.index - 2]
  if (noun && isNoun(noun) && intentions.test(noun.form)) return 'planned'
  for (const [steps, { index }] of ancestorsOf(scene.tree, verb).slice(0, furthest).entries()) {
    const up = scene.tokens[index]!
    if (!isVerb(up)) {
      if (steps > (hasLabel(verb, 'cop') ? 1 : 0)) continue
      if (/^(?:need|requirement|call|goal|target)s?$/.test(up.form)) return 'required'
      if (intentions.test(up.form)) return 'planned'
      continue
    }
    const lemma = lemmaOfVerb(up.form)
    if (denying.test(lemma)) return 'denied'
    if (forecasting.test(lemma)) return 'forecast'
    // `the storm forced them to shut 3 plants`: and so they did
    if (/^(?:need|require|order|oblige|ask|urge|call)$/.test(lemma) || /^forces?$/.test(up.form)) return 'required'
    if (planning.test(lemma)) return 'planned'
    // `an agreement was reached to supply $3m`
    const done = childOf(scene.tree, up, 'nsubj:pass')
    if (done && intentions.test(done.form) && /^(?:reach|make|sign|strike|take)$/.test(lemma)) return 'planned'
    if (up.tag !== 'VBG') return undefined
  }
  return undefined
}

/** Nouns whose infinitive is intended. */
const intentions = /^(?:plan|proposal|deal|agreement|contract|decision|promise|pledge|intention|offer|bid)s?$/

/** `expects the number of people out of work to grow`: how far above an infinitive the verb may stand that it completes. */
const furthest = 5

/** What a clause is under: `analysts expect that`, `the firm denied that`. */
function byReport(scene: Scene, verb: SyntaxToken): Modality | undefined {
  const wish = wishBefore(scene, verb)
  if (wish) return wish
  if (!hasLabel(verb, 'ccomp', 'xcomp')) return undefined
  const [up] = ancestorsOf(scene.tree, verb)
  if (!up || !isVerb(up)) return undefined
  const lemma = lemmaOfVerb(up.form)
  if (denying.test(lemma)) return 'denied'
  if (forecasting.test(lemma) && lemma !== 'see') return 'forecast'
  return undefined
}

/** `demands that the firm pay $8m`, `proposed that fees be cut`: the bare form of a wish. */
function wishBefore(scene: Scene, verb: SyntaxToken): Modality | undefined {
  const { tokens } = scene
  const be = groupBefore(scene, verb.index)[0]?.form === 'be' ? verb.index - 1 : undefined
  if (be === undefined && !/^VBP?$/.test(verb.tag)) return undefined
  let i = (be ?? verb.index) - 1
  while (i > verb.index - 14 && i > 0 && !isVerb(tokens[i]) && !/^(?:that|[,;:])$/.test(tokens[i]!.form)) i--
  const wish = tokens[i]?.form === 'that' && isVerb(tokens[i - 1]) ? lemmaOfVerb(tokens[i - 1]!.form) : ''
  if (/^(?:demand|require|request|recommend|urge|insist|ask|order|stipulate)$/.test(wish)) return 'required'
  return wish === 'propose' ? 'planned' : undefined
}
