import type { Modality } from '../../model/claim/figure.ts'
import { ancestorsOf, childrenOf, hasLabel, type SyntaxToken } from '../../syntax/index.ts'
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
    if (
      !/^(?:MD|RB|TO|VB|VBD|VBZ|VBP|VBN|VBG)$/.test(token.tag) &&
      !/^(?:likely|due|set|able|unlikely|supposed|ready)$/.test(token.form)
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
      if (planning.test(lemma) || isUnderWay(token)) return 'planned'
      if (denying.test(lemma)) return 'denied'
      if (/^(?:is|are|was|were)$/.test(form) && group[i - 1]?.form === 'to') return 'planned'
    }
  }
  // `people have sought refuge`: the figure does it, and is nothing that is sought
  if (isDoer) return undefined
  const lemma = lemmaOfVerb(verb.form)
  if (/^(?:limit|cap|restrict)$/.test(lemma) && verb.tag === 'VBN' && /^(?:to|at)$/.test(preposition ?? ''))
    return 'required'
  if (/^(?:need|require|target)$/.test(lemma) && verb.tag !== 'NN') return 'required'
  if (
    /^(?:seek|demand|request)$/.test(lemma) ||
    (/^(?:ask|call)$/.test(lemma) && (preposition ?? scene.tokens[verb.index + 1]?.form) === 'for')
  )
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

/** `if`, `unless` before a clause that hangs on the verb, or that the verb stands in. */
function isConditional(scene: Scene, verb: SyntaxToken): boolean {
  const marked = (token: SyntaxToken) =>
    childrenOf(scene.tree, token, 'mark', 'advmod').some(({ form }) => form === 'if' || form === 'unless')
  return childrenOf(scene.tree, verb, 'advcl').some(marked) || marked(verb)
}
