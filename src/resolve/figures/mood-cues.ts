import type { Modality } from '../../model/claim/figure.ts'
import { isNoun, isPreposition, isVerb, type PlacedFigure, type Scene } from './scene.ts'
import { lemmaOfVerb } from './words.ts'

// Words around a figure that say by themselves whether it is a fact: `a target of 3%`, `denied that 300`, `9 million are expected to`.

export const forecasting = /^(?:expect|forecast|project|predict|anticipate|foresee|envisage|tip|see)$/
export const planning =
  /^(?:plan|intend|agree|propose|promise|pledge|vow|want|hope|aim|budget|earmark|commit|offer|decide|prepare|schedule|allocate|seek|wish|approve|authorize|authorise)$/
export const denying = /^(?:deny|reject|dismiss|refute|dispute|refuse|fail)$/

/** `denied that 300 jobs were at risk`: what the figure's clause is under. */
export function toldBefore({ tokens }: Scene, { first }: PlacedFigure): Modality | undefined {
  const verb = tokens[first - 1]?.form === 'that' ? tokens[first - 2] : undefined
  return verb && isVerb(verb) && denying.test(lemmaOfVerb(verb.form)) ? 'denied' : undefined
}

/** `9 million are expected to join`: what is said of the figure itself. */
export function bySubject({ tokens }: Scene, { first, last, figure }: PlacedFigure): Modality | undefined {
  // `300 operators will visit`
  const helper = tokens[last + 1]
  const lead = tokens[tokens[first - 1]?.tag === 'DT' ? first - 2 : first - 1]
  if (helper?.tag === 'MD' && !isPreposition(lead) && !/^(?:not|n't)$/.test(tokens[last + 2]?.form ?? '')) {
    const above = tokens[first - 1]
    if (/^(?:will|'ll|shall)$/.test(helper.form))
      return above && isVerb(above) && forecasting.test(lemmaOfVerb(above.form)) ? 'forecast' : 'planned'
    if (/^(?:could|may|might|can)$/.test(helper.form)) return 'possible'
    if (/^(?:must|should)$/.test(helper.form)) return 'required'
    if (helper.form === 'would' && lead?.tag === 'WRB') return 'conditional'
  }
  let i = last + 1
  if (isPreposition(lead) || lead?.tag === 'POS') return undefined
  // `a two-thirds majority is needed`
  while (i < last + 3 && isNoun(tokens[i]) && figure.kind !== 'count') i++
  const noun = i
  while (i < noun + 3 && (/^(?:is|are|was|were)$/.test(tokens[i]?.form ?? '') || (i > noun && tokens[i]?.tag === 'RB')))
    i++
  if (i === noun) return undefined
  const form = tokens[i]?.form ?? ''
  // `20 tonnes are needed`
  if (/^(?:needed|required)$/.test(form)) return 'required'
  if (tokens[i + 1]?.form !== 'to') return undefined
  if (/^(?:set|due|planned|scheduled)$/.test(form)) return 'planned'
  return /^(?:expected|forecast|projected|predicted|likely)$/.test(form) ? 'forecast' : undefined
}

/** Nouns that say it themselves: `a target of 3%`, `the $4m limit`, `a forecast of`, `the 60 needed`. */
export function byNoun({ tokens, dates }: Scene, { first, last, figure }: PlacedFigure): Modality | undefined {
  let i = first - 1
  while (i >= 0 && (/^(?:of|at|a|an|the|for|only|just)$/.test(tokens[i]!.form) || dates.has(i))) i--
  const behind = tokens[last + 1]?.form ?? ''
  const second = tokens[last + 2]?.form ?? ''
  const cue = (form: string): Modality | undefined =>
    /^(?:target|goal|limit|cap|ceiling|threshold|minimum|maximum|quota|requirement|request)s?$/.test(form)
      ? 'required'
      : /^(?:forecasts?|guidance|projections?|predictions?|outlook|prospect)$/.test(form)
        ? 'forecast'
        : undefined
  const before = tokens[i]?.form ?? ''
  if (i < first - 1 && cue(before)) return cue(before)
  // `a required minimum contribution of $124m`
  if (i < first - 1 && isNoun(tokens[i]) && /^(?:of|at|for)$/.test(tokens[i + 1]!.form))
    for (let k = i - 1; k > i - 4 && /^(?:JJ|NN|VBN)/.test(tokens[k]?.tag ?? ''); k--)
      if (/^(?:required|minimum|mandatory|requested)$/.test(tokens[k]!.form)) return 'required'
      else if (/^(?:planned|proposed|promised)$/.test(tokens[k]!.form)) return 'planned'
      else if (/^(?:expected|projected|forecast|predicted|anticipated)$/.test(tokens[k]!.form)) return 'forecast'
  // `the goal of reaching one million`
  if (tokens[first - 1]?.tag === 'VBG' && tokens[first - 2]?.form === 'of' && cue(tokens[first - 3]?.form ?? ''))
    return cue(tokens[first - 3]!.form)
  if (cue(behind)) return cue(behind)
  // `a 43% emissions reduction target`
  let end = last + 1
  while (
    end < last + 5 &&
    /^(?:NN|JJ|HYPH)/.test(tokens[end + 1]?.tag ?? '') &&
    /^(?:NN|JJ|HYPH)/.test(tokens[end]!.tag)
  )
    end++
  if (isNoun(tokens[end]) && figure.kind !== 'count' && cue(tokens[end]!.form)) return cue(tokens[end]!.form)
  if (/^(?:needed|required)$/.test(behind) || (/^(?:needed|required)$/.test(second) && figure.kind === 'count'))
    return 'required'
  if (/^(?:planned|proposed|promised)$/.test(tokens[first - 1]?.form ?? '')) return 'planned'
  if (
    /^(?:expected|projected|forecast|predicted)$/.test(tokens[first - 1]?.form ?? '') &&
    !/^(?:than|as)$/.test(tokens[first - 2]?.form ?? '')
  )
    return 'forecast'
  return undefined
}
