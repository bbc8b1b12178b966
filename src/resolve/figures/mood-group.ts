import type { Modality } from '../../model/claim/figure.ts'
import { ancestorsOf, childrenOf, hasLabel, headOf, type SyntaxToken } from '../../syntax/index.ts'
import { findSubject } from './find-subject.ts'
import { denying, forecasting, planning } from './mood-cues.ts'
import { isVerb, type Scene } from './scene.ts'
import { directionOf, lemmaOfVerb, staticVerbs } from './words.ts'

// What the helping words before a verb, and the verb itself, make of a figure.

/** The helping words right before a verb, the nearest first. */
export function groupBefore({ tokens }: Scene, verb: number): SyntaxToken[] {
  const group: SyntaxToken[] = []
  for (let i = verb - 1; i >= 0 && i > verb - 9; i--) {
    const token = tokens[i]!
    if (token.tag === 'DATE') continue
    if (
      !/^(?:MD|RB|TO|VB|VBD|VBZ|VBP|VBN|VBG)$/.test(token.tag) &&
      !/^(?:likely|due|set|able|unable|unlikely|supposed|ready)$/.test(token.form)
    )
      break
    group.push(token)
  }
  return group
}

export function byGroup(
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
  if (forms.includes('unable') || (!isDoer && isOfNobody(scene, verb))) return 'denied'
  const lemma = lemmaOfVerb(verb.form)
  // `would need a majority`: what is needed, whatever comes of it
  const isNeed = /^(?:need|require)$/.test(lemma) && verb.tag !== 'NN' && !isDoer
  if (isNeed && !forms.some((form) => /^(?:may|might|could|have)$/.test(form))) return 'required'
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
      return conditional ? 'conditional' : predicted(scene, verb) || befalls(scene, verb) ? 'forecast' : 'planned'
    // `was supposed to have covered 50%`
    if (form === 'supposed' && forms.includes('have')) return 'required'
    if (/^(?:likely|unlikely|due|set|supposed|ready)$/.test(form) && group[i - 1]?.form === 'to')
      return /^(?:likely|unlikely)$/.test(form)
        ? 'forecast'
        : /^(?:due|set)$/.test(form) && isQuantity(scene, verb)
          ? 'forecast'
          : 'planned'
    if (!isVerb(token)) continue
    const helping = lemmaOfVerb(form)
    if (group[i - 1]?.form === 'to' || group[i - 1]?.tag === 'RB') {
      // `is estimated to have reached $3m`: how much it is
      if (forecasting.test(helping) || (helping === 'estimate' && !forms.includes('have'))) return 'forecast'
      // `had to pay`: and so they did
      if (
        /^(?:have|need|require)$/.test(helping) &&
        group[i - 1]?.form === 'to' &&
        (form !== 'had' || forms.includes('have'))
      )
        return 'required'
      if (/^(?:target|ask|order|oblige)$/.test(helping)) return 'required'
      if (planning.test(helping) || isUnderWay(token)) return 'planned'
      if (denying.test(helping)) return 'denied'
      if (/^(?:is|are|was|were)$/.test(form) && group[i - 1]?.form === 'to') return 'planned'
    }
  }
  // `5,000 soldiers are going to be withdrawn`
  if (verb.form === 'going' && scene.tokens[verb.index + 1]?.form === 'to') return 'planned'
  // `people have sought refuge`: the figure does it, and is nothing that is sought; `300 are expected`
  const isDone = verb.tag === 'VBN' && forms.some((form) => /^(?:is|are|was|were|be|been)$/.test(form))
  if (isDoer && !isDone) return undefined
  if (/^(?:limit|cap|restrict)$/.test(lemma) && verb.tag === 'VBN' && /^(?:to|at)$/.test(preposition ?? ''))
    return 'required'
  if (
    /^(?:seek|demand|request|target)$/.test(lemma) ||
    (/^(?:ask|call|push|press|appeal|lobby|campaign|apply|bid|wait)$/.test(lemma) &&
      (preposition ?? scene.tokens[verb.index + 1]?.form) === 'for')
  )
    return 'required'
  // `had expected`, but not `as expected`
  const perfect = forms.some((form) => /^(?:has|have|had)$/.test(form)) && !forms.includes('been')
  if (
    /^(?:forecast|predict|project|anticipate|foresee|envisage)$/.test(lemma) ||
    (lemma === 'expect' && (verb.tag !== 'VBN' || perfect || isDone))
  )
    return 'forecast'
  // `sees growth of 2%`
  if (lemma === 'see' && /^VB[ZP]$/.test(verb.tag) && isValue) return 'forecast'
  if (/^(?:plan|budget|pledge|promise|propose|earmark)$/.test(lemma)) return 'planned'
  return undefined
}

/** `no company paid $3m`, `neither of them reached 50%`. */
const isOfNobody = ({ tree }: Scene, verb: SyntaxToken): boolean =>
  childrenOf(tree, verb, 'nsubj').some(
    (subject) =>
      /^(?:none|nobody|neither)$/.test(subject.form) ||
      tree.children[subject.index]!.some(({ form }) => /^(?:no|neither)$/.test(form)),
  )

/** `is going to`, `was working to`, `is meant to`, `was limited to`. */
const isUnderWay = ({ form }: SyntaxToken): boolean =>
  /^(?:going|working|moving|looking|preparing|meant|intended|poised)$/.test(form)

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

/** What rises and falls by nobody's decision: `the population will double`. */
function befalls(scene: Scene, verb: SyntaxToken): boolean {
  const lemma = lemmaOfVerb(verb.form)
  if (!directionOf(lemma) && !staticVerbs.has(lemma) && !/^(?:double|triple|account|become)$/.test(lemma)) return false
  const subject = findSubject(scene, verb)
  return (
    subject !== undefined &&
    /^(?:population|price|deficit|debt|economy|gdp|inflation|unemployment|growth|demand|demographic|turnout|temperature|level|share|market|trade|export|import|output|consumption|emission|loss|toll|number|sale|profit|revenue|earning|contraction|recession|effect|impact|damage)s?$/.test(
      subject.token.form,
    )
  )
}

const predicted = (scene: Scene, verb: SyntaxToken): boolean =>
  isInForecast(scene, verb.index) ||
  ancestorsOf(scene.tree, verb)
    .slice(0, 3)
    .some(
      (token) =>
        (isVerb(token) && token.form !== 'see' && foretells(lemmaOfVerb(token.form))) ||
        /^(?:likely|unlikely|confident)$/.test(token.form),
    )

const foretells = (lemma: string): boolean =>
  forecasting.test(lemma) || /^(?:estimate|believe|think|reckon|fear|suggest)$/.test(lemma)

/** `the ministry projects that output will grow`: inside such a clause, whatever the tree makes of it. */
function isInForecast({ tokens }: Scene, verb: number): boolean {
  for (let i = verb - 1; i > 0 && i > verb - 25; i--) {
    if (/^[;:.]$/.test(tokens[i]!.form)) return false
    if (
      /^(?:forecasts?|predicts?|predicted|projects|projected)$/.test(tokens[i]!.form) &&
      isVerb(tokens[i]) &&
      /^(?:DT|PRP|NN|JJ)/.test(tokens[i + 1]!.tag)
    )
      return true
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

/** A clause under `if` or `unless`; `asked if he would pay` is a question. */
export const isCondition = ({ tree }: Scene, clause: SyntaxToken): boolean =>
  !(hasLabel(clause, 'ccomp') && headOf(tree, clause)!.index < clause.index) &&
  childrenOf(tree, clause, 'mark', 'advmod').some(({ form }) => form === 'if' || form === 'unless')

/** Does a condition hang on the verb, or the verb stand in one? */
const isConditional = (scene: Scene, verb: SyntaxToken): boolean =>
  [verb, ...childrenOf(scene.tree, verb, 'advcl')].some((clause) => isCondition(scene, clause))
