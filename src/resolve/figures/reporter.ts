import type { Span } from '../../model/segment.ts'
import { ancestorsOf, childOf, hasLabel, type SyntaxToken } from '../../syntax/index.ts'
import type { LinkedActor } from '../link-actors.ts'
import { findSubject } from './find-subject.ts'
import type { Governor } from './governor.ts'
import { outermost } from './hanging.ts'
import { type Measure, phraseBefore } from './noun-phrase.ts'
import { isVerb, type Scene } from './scene.ts'
import { lemmaOfVerb } from './words.ts'

// Who reports a result as his own, and who expects one, where no words of his are quoted.

/** `Ford said total sales improved`: whose a bare result is, the one that reports it. */
export function reporterOf(
  scene: Scene,
  measure: Measure | undefined,
  governor: Governor | undefined,
): LinkedActor | undefined {
  if (governor?.kind !== 'verb' || !measure || measure.of || measure.actor || measure.phrase.owner !== undefined)
    return undefined
  const { tokens, names, tree } = scene
  if (!/^(?:sale|revenue|turnover|profit|loss|income|earning|order|growth)$/.test(measure.head)) return undefined
  // `revenues from drug trade`: whoever has them
  if (tokens[measure.phrase.last + 1]?.form === 'from') return undefined
  const growth = measure.head === 'growth'
  if (growth && !/^(?:sales|revenue|profit|earnings)$/.test(tokens[measure.phrase.last - 1]?.form ?? ''))
    return undefined
  for (let i = measure.phrase.first; i < measure.phrase.last - (growth ? 1 : 0); i++)
    if (
      !/^(?:net|operating|quarterly|annual|pre|tax|-|total|group|gross|comparable|same|store|like|for|organic)$/.test(
        tokens[i]!.form,
      )
    )
      return undefined
  const lead = measure.phrase.start - (tokens[measure.phrase.start - 1]?.form === 'that' ? 2 : 1)
  const above = ancestorsOf(tree, tree.tokens[governor.token.index]!).filter(isVerb).slice(0, 2)
  for (const verb of [...(tokens[lead] ? [tokens[lead]] : []), governor.token, ...above]) {
    if (
      !/^(?:said|says|reported|announced|reports|announces|sees|expects|expected|expecting|projects|projecting|forecasting|posted|guided)$/.test(
        verb.form,
      )
    )
      continue
    const speaker = findSubject(scene, verb)
    const name =
      speaker && !/^(?:daily|newspaper|newswire|agency|website|magazine|channel|weekly)$/.test(speaker.token.form)
        ? names.get(speaker.token.index)
        : undefined
    // who counts what others do
    const counts =
      /\b(?:Office|Bureau|Agency|Ministry|Statistics|Association|Federation|Institute|Commission|Department|Council|Bank|Research|Times|Post|News|Press)\b/
    return name?.actor.kind === 'organization' && !counts.test(name.actor.name) ? name.actor : undefined
  }
  return undefined
}

const expecting =
  /^(?:expect|forecast|predict|project|estimate|anticipate|foresee|report|admit|acknowledge|disclose|claim)$/

/** Who expects or reports a figure without any words of theirs (`analysts had forecast losses of $6bn`): the subject of that verb. */
export function findForecaster(scene: Scene, governor: Governor | undefined, counts: boolean): Span | undefined {
  if (governor?.kind !== 'verb') return undefined
  // of `to be 5%` the copula hangs on the figure
  const above = ancestorsOf(scene.tree, governor.token).slice(0, hasLabel(governor.token, 'cop') ? 3 : 2)
  for (const each of [governor.token, ...above]) {
    const token = scene.tokens[each.index]
    if (!token || !isVerb(token)) continue
    const lemma = lemmaOfVerb(token.form)
    if (!expecting.test(lemma) && !seesAhead(token, governor)) continue
    // `expects to lose 300 jobs`, `with output expected to fall`: a plan of one's own, or nobody's words
    if (lemma !== 'admit' && scene.tokens[token.index + 1]?.form === 'to') continue
    // `the number of people claiming benefits rose`: nobody's claim
    if (token.tag === 'VBG' && !childOf(scene.tree, token, 'aux')) {
      const doer = besideWith(scene, token.index)
      if (doer) return doer
      continue
    }
    // `reported a loss of $5m` is a result, `reported 40 cases` a report
    if (
      token.index === governor.token.index &&
      (/^(?:admit|acknowledge|disclose|claim)$/.test(lemma) || (lemma === 'report' && !counts))
    )
      return undefined
    if (
      childOf(scene.tree, token, 'aux:pass', 'nsubj:pass') ||
      (token.tag === 'VBN' && !childOf(scene.tree, token, 'aux'))
    )
      return undefined
    const subject = findSubject(scene, token)
    if (!subject || /^(?:PRP|DT|EX|WP|WDT)/.test(subject.token.tag)) return undefined
    if (
      /^(?:no|any|every|some)-?(?:body|one)$|^(?:one|many|most|few|all|people|amount|number|total|toll|cases?|deaths?)$/.test(
        subject.token.form,
      )
    )
      return undefined
    const start = scene.tokens[subject.phrase?.first ?? subject.token.index]!.start
    return { start, end: subject.token.end }
  }
  return undefined
}

/** `with analysts expecting 4%`: who expects it. */
function besideWith(scene: Scene, verb: number): Span | undefined {
  const near = phraseBefore(scene, verb - 1)
  const phrase = near && outermost(scene, near)
  if (!phrase || scene.tokens[phrase.start - 1]?.form !== 'with') return undefined
  return { start: scene.tokens[phrase.first]!.start, end: scene.tokens[phrase.last]!.end }
}

/** `sees growth of 2%`: what is expected. */
const seesAhead = ({ form, tag }: SyntaxToken, { preposition }: Governor): boolean =>
  form === 'sees' && tag === 'VBZ' && preposition === 'of'
