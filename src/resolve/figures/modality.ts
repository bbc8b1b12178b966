import type { How, Modality } from '../../model/claim/figure.ts'
import { ancestorsOf, childrenOf, hasLabel, headOf, type SyntaxToken } from '../../syntax/index.ts'
import { isExpectation } from './expected.ts'
import { findSubject } from './find-subject.ts'
import type { Governor } from './governor.ts'
import { byNoun, bySubject, denying, forecasting, toldBefore } from './mood-cues.ts'
import { phraseBefore } from './noun-phrase.ts'
import { isVerb, type PlacedFigure, type Scene } from './scene.ts'
import { directionOf, lemmaOfVerb, staticVerbs } from './words.ts'

// Whether a figure is a fact. Cues are those of the table in the documentation; of two that fit, the one nearer to the number's own verb holds.

const planning =
  /^(?:plan|intend|agree|propose|promise|pledge|vow|want|hope|aim|budget|earmark|commit|offer|decide|prepare|schedule|allocate|seek|wish|approve|authorize|authorise)$/

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
    byReport(scene, verb)
  )
}

/** The verb that a figure is the subject of, by the tree. */
function verbOf(scene: Scene, { head }: PlacedFigure): SyntaxToken | undefined {
  const [up, farther] = ancestorsOf(scene.tree, head)
  const subject = hasLabel(head, 'nsubj') ? up : up && hasLabel(up, 'nsubj') ? farther : undefined
  return subject && isVerb(subject) ? subject : undefined
}

/** `is expected to back it with a loan of $30m`: the verb that the noun of an amount hangs on. */
function byOuter(scene: Scene, { figure, head }: PlacedFigure): Modality | undefined {
  if (!/^(?:money|percentage)$/.test(figure.kind)) return undefined
  const above = ancestorsOf(scene.tree, head).slice(0, 4)
  const at = above.findIndex(isVerb)
  // nothing but nouns between them
  if (at < 1 || above.slice(0, at).some((token) => hasLabel(token, 'acl', 'acl:relcl', 'appos', 'conj', 'nsubj')))
    return undefined
  // `wants a presence, which makes up 20%`
  if (scene.tokens.slice(above[at]!.index, head.index).some(({ form }) => /^(?:which|who|whose|that)$/.test(form)))
    return undefined
  const group = groupBefore(scene, above[at]!.index)
  return group.length ? byGroup(scene, scene.tokens[above[at]!.index]!, group, undefined, true, false) : undefined
}

/** The helping words right before a verb, the nearest first. */
function groupBefore({ tokens }: Scene, verb: number): SyntaxToken[] {
  const group: SyntaxToken[] = []
  for (let i = verb - 1; i >= 0 && i > verb - 9; i--) {
    const token = tokens[i]!
    if (
      !/^(?:MD|RB|TO|VB|VBD|VBZ|VBP|VBN|VBG)$/.test(token.tag) &&
      !/^(?:likely|due|set|able|unlikely|supposed|ready)$/.test(token.form)
    )
      break
    group.push(token)
  }
  return group
}

function byGroup(
  scene: Scene,
  verb: SyntaxToken,
  group: readonly SyntaxToken[],
  preposition: string | undefined,
  isValue: boolean,
  isDoer: boolean,
): Modality | undefined {
  const forms = group.map(({ form }) => form)
  if (forms.some((form) => /^(?:not|n't|never|neither)$/.test(form)) && !forms.includes('only')) {
    // `83% do not trust them`: so many do not
    if (isDoer) return undefined
    // `should not exceed $3bn`: a limit, not a denial
    return forms.some((form) => /^(?:must|should|shall)$/.test(form)) ? 'required' : 'denied'
  }
  const conditional = isConditional(scene, verb)
  for (const [i, token] of group.entries()) {
    const { form } = token
    if (/^(?:could|may|might|can|ca)$/.test(form)) return conditional && form === 'could' ? 'conditional' : 'possible'
    // `a tax break, which would cost`
    const behind = scene.tokens[token.index - 1]
    if (form === 'would' && behind?.form === 'which' && scene.tokens[token.index - 2]?.form === ',')
      return 'conditional'
    if (form === 'would')
      return future(scene, verb)
        ? conditional
          ? 'conditional'
          : predicted(scene, verb)
            ? 'forecast'
            : 'planned'
        : 'conditional'
    if (/^(?:must|should|ought)$/.test(form)) return 'required'
    if (/^(?:will|'ll|wo|shall)$/.test(form))
      return conditional ? 'conditional' : predicted(scene, verb) ? 'forecast' : 'planned'
    if (/^(?:likely|unlikely|due|set|supposed|ready)$/.test(form) && group[i - 1]?.form === 'to')
      return /^(?:likely|unlikely)$/.test(form)
        ? 'forecast'
        : /^(?:due|set)$/.test(form) && isQuantity(scene, verb)
          ? 'forecast'
          : 'planned'
    if (!isVerb(token)) continue
    const lemma = lemmaOfVerb(form)
    if (group[i - 1]?.form === 'to' || group[i - 1]?.tag === 'RB') {
      if (forecasting.test(lemma) || /^(?:think|believe|estimate)$/.test(lemma)) return 'forecast'
      if (/^(?:have|need|require)$/.test(lemma) && group[i - 1]?.form === 'to') return 'required'
      if (/^(?:target|ask|order|oblige)$/.test(lemma)) return 'required'
      if (planning.test(lemma) || lemma === 'go') return 'planned'
      if (denying.test(lemma)) return 'denied'
      if (/^(?:is|are|was|were)$/.test(form) && group[i - 1]?.form === 'to') return 'planned'
    }
  }
  // `people have sought refuge`: the figure does it, and is nothing that is sought
  if (isDoer) return undefined
  const lemma = lemmaOfVerb(verb.form)
  if (/^(?:need|require|target)$/.test(lemma) && verb.tag !== 'NN') return 'required'
  if (/^(?:seek|demand|request)$/.test(lemma) || (/^(?:ask|call)$/.test(lemma) && preposition === 'for'))
    return 'required'
  // `had expected`, but not `as expected`
  const perfect = forms.some((form) => /^(?:has|have|had)$/.test(form)) && !forms.includes('been')
  if (
    /^(?:forecast|predict|project|anticipate|foresee|envisage)$/.test(lemma) ||
    (lemma === 'expect' && (verb.tag !== 'VBN' || perfect))
  )
    return 'forecast'
  // `sees growth of 2%`
  if (lemma === 'see' && /^VB[ZP]$/.test(verb.tag) && isValue) return 'forecast'
  if (/^(?:plan|budget|pledge|promise|propose|earmark)$/.test(lemma)) return 'planned'
  return undefined
}

/** `said it would cut 300 jobs`: a plan told afterwards. */
const future = (scene: Scene, verb: SyntaxToken): boolean =>
  hasLabel(verb, 'ccomp') ||
  ancestorsOf(scene.tree, verb)
    .slice(0, 2)
    .some((token) => /^(?:say|announce|promise|pledge|tell|add|confirm|vow)$/.test(lemmaOfVerb(token.form)))

/** Whether what happens is nobody's doing: a quantity that rises, or is. */
function isQuantity(scene: Scene, verb: SyntaxToken): boolean {
  const lemma = lemmaOfVerb(verb.form)
  if (!directionOf(lemma) && !staticVerbs.has(lemma)) return false
  const subject = findSubject(scene, verb)
  return subject !== undefined && !scene.names.has(subject.token.index) && !/^PRP/.test(subject.token.tag)
}

const predicted = (scene: Scene, verb: SyntaxToken): boolean =>
  isInForecast(scene, verb.index) ||
  ancestorsOf(scene.tree, verb)
    .slice(0, 3)
    .some(
      (token) => isVerb(token) && (forecasting.test(lemmaOfVerb(token.form)) || lemmaOfVerb(token.form) === 'estimate'),
    )

/** `the ministry projects that output will grow`: inside such a clause, whatever the tree makes of it. */
function isInForecast({ tokens }: Scene, verb: number): boolean {
  for (let i = verb - 1; i > 0 && i > verb - 25; i--) {
    if (/^[;:.]$/.test(tokens[i]!.form)) return false
    if (
      tokens[i]!.form === 'that' &&
      /^(?:projects?|projected|forecasts?|estimates?|estimated|predicts?|predicted|expects?|expected)$/.test(
        tokens[i - 1]!.form,
      )
    )
      return true
  }
  return false
}

/** `if`, `unless` before a clause that hangs on the verb, or that the verb stands in. */
function isConditional(scene: Scene, verb: SyntaxToken): boolean {
  const marked = (token: SyntaxToken) =>
    childrenOf(scene.tree, token, 'mark', 'advmod').some(({ form }) => form === 'if' || form === 'unless')
  return childrenOf(scene.tree, verb, 'advcl').some(marked) || marked(verb)
}
const byCondition = (scene: Scene, verb: SyntaxToken): Modality | undefined =>
  childrenOf(scene.tree, verb, 'mark').some(({ form }) => form === 'if' || form === 'unless')
    ? 'conditional'
    : undefined

/** `agreed to pay`, `plans to cut`, `a plan to spend`, and in headlines `Acme to cut 300 jobs`. */
function byPurpose(scene: Scene, verb: SyntaxToken): Modality | undefined {
  const before = verb.tag === 'VBG' ? scene.tokens[verb.index - 1] : undefined
  // `proposed spending $3m`
  if (before && isVerb(before) && planning.test(lemmaOfVerb(before.form))) return 'planned'
  // `the goal of limiting warming to 1.5 degrees`
  const aim = before?.form === 'of' ? scene.tokens[verb.index - 2]?.form : undefined
  if (aim && /^(?:goal|target|aim|objective|ambition|requirement)s?$/.test(aim)) return 'required'
  if (aim && /^(?:plan|hope|intention|promise|proposal|idea)s?$/.test(aim)) return 'planned'
  if (scene.tokens[verb.index - 1]?.form !== 'to') return undefined
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
  // no finite verb before it: a headline
  const finite = scene.tokens.some(({ index, tag }) => index < verb.index && /^(?:VBD|VBZ|VBP|MD)$/.test(tag))
  return !finite && verb.index < 16 ? 'planned' : undefined
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
