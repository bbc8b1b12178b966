import type { How, Modality } from '../../model/claim/figure.ts'
import { ancestorsOf, childOf, childrenOf, hasLabel, headOf, type SyntaxToken } from '../../syntax/index.ts'
import { isExpectation } from './expected.ts'
import type { Governor } from './governor.ts'
import { byNoun, bySubject, denying, forecasting, planning, toldBefore } from './mood-cues.ts'
import { byGroup, groupBefore } from './mood-group.ts'
import { phraseBefore } from './noun-phrase.ts'
import { isNoun, isVerb, type PlacedFigure, type Scene } from './scene.ts'
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
  // `will rise to $15 from $13`: what it has been
  if (how === 'from') return undefined
  const told = toldBefore(scene, placed) ?? bySubject(scene, placed)
  if (told) return told
  const verb = governor?.kind === 'verb' ? governor.token : governor ? undefined : verbOf(scene, placed)
  if (!verb) return byOuter(scene, placed)
  // `see inflation ending the year at 5%`
  const seen = verb.tag === 'VBG' ? phraseBefore(scene, verb.index - 1) : undefined
  if (seen && /^(?:sees?|expects?|forecasts?|projects?)$/.test(scene.tokens[seen.start - 1]?.form ?? ''))
    return 'forecast'
  const own = groupBefore(scene, verb.index)
  // `will grow by 5% and reach $3m`, `plans to buy and sell`: what helps both
  const other = !own.length && verb.tag === 'VB' && hasLabel(verb, 'conj') ? headOf(scene.tree, verb) : undefined
  const group = other ? groupBefore(scene, other.index) : own
  return (
    byGroup(scene, verb, group, governor?.preposition, /^(?:money|percentage)$/.test(placed.figure.kind), !governor) ??
    byPurpose(scene, other ?? verb) ??
    byCondition(scene, verb) ??
    byReport(scene, verb) ??
    byOuter(scene, placed, verb)
  )
}

/** The verb that a figure is the subject of, by the tree. */
function verbOf(scene: Scene, { head }: PlacedFigure): SyntaxToken | undefined {
  const [up, farther] = ancestorsOf(scene.tree, head)
  const subject = hasLabel(head, 'nsubj') ? up : up && hasLabel(up, 'nsubj') ? farther : undefined
  return subject && isVerb(subject) ? subject : undefined
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
    if (!isBare || ends || !hasLabel(at, 'conj', 'xcomp', 'advcl')) return undefined
  }
  return undefined
}

const byCondition = (scene: Scene, verb: SyntaxToken): Modality | undefined =>
  childrenOf(scene.tree, verb, 'mark').some(({ form }) => form === 'if' || form === 'unless')
    ? 'conditional'
    : undefined

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
  if (aim && /^(?:plan|hope|intention|promise|proposal|idea)s?$/.test(aim)) return 'planned'
  if (scene.tokens[verb.index - 1]?.form !== 'to') return undefined
  // `has plans to widen`
  const noun = scene.tokens[verb.index - 2]
  if (noun && isNoun(noun) && /^(?:plan|proposal|decision|promise|pledge|intention|offer|bid)s?$/.test(noun.form))
    return 'planned'
  for (const { index } of ancestorsOf(scene.tree, verb).slice(0, hasLabel(verb, 'cop') ? 3 : 2)) {
    const up = scene.tokens[index]!
    const lemma = isVerb(up) ? lemmaOfVerb(up.form) : up.form.replace(/s$/, '')
    if (denying.test(lemma)) return 'denied'
    if (forecasting.test(lemma)) return 'forecast'
    if (/^(?:need|require|order|force|oblige|ask|urge|call|goal|target|requirement)$/.test(lemma)) return 'required'
    if (
      planning.test(lemma) ||
      /^(?:plan|proposal|deal|agreement|contract|decision|promise|pledge|intention|offer|bid)$/.test(lemma)
    )
      return 'planned'
    if (isVerb(up) && up.tag !== 'VBG') return undefined
  }
  return undefined
}

/** What a clause is under: `analysts expect that`, `the firm denied that`. */
function byReport(scene: Scene, verb: SyntaxToken): Modality | undefined {
  if (!hasLabel(verb, 'ccomp', 'xcomp')) return undefined
  const [up] = ancestorsOf(scene.tree, verb)
  if (!up || !isVerb(up)) return undefined
  const lemma = lemmaOfVerb(up.form)
  if (denying.test(lemma)) return 'denied'
  if (forecasting.test(lemma) && lemma !== 'see') return 'forecast'
  return undefined
}
