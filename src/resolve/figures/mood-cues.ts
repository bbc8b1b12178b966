import type { Modality } from '../../model/claim/figure.ts'
import { isNoun, isPreposition, isVerb, type PlacedFigure, type Scene } from './scene.ts'
import { lemmaOfVerb } from './words.ts'

// Words around a figure that say by themselves whether it is a fact: `a target of 3%`, `denied that 300`, `9 million are expected to`.

export const forecasting = /^(?:expect|forecast|project|predict|anticipate|foresee|envisage|tip|see)$/
export const planning =
  /^(?:plan|intend|agree|propose|promise|pledge|vow|want|hope|aim|budget|earmark|commit|offer|decide|prepare|schedule|allocate|seek|wish|approve|authorize|authorise|vote)$/
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

/** What a noun makes of its figure. */
export const cueOf = (noun: string): Modality | undefined =>
  /^(?:target|goal|limit|cap|ceiling|threshold|minimum|maximum|quota|requirement|request)s?$/.test(noun)
    ? 'required'
    : /^(?:forecasts?|guidance|projections?|predictions?|outlook|prospect)$/.test(noun)
      ? 'forecast'
      : undefined

/** `calls for an immediate cancellation of 30 percent`, `an appeal for $42m`: what is asked for. */
function isAskedFor({ tokens, dates }: Scene, { first }: PlacedFigure): boolean {
  let i = first - 1
  while (
    i > first - 7 &&
    i > 0 &&
    (dates.has(i) || /^(?:DT|JJ.?|NNS?|VBG)$/.test(tokens[i]!.tag) || tokens[i]!.form === 'of')
  )
    i--
  return (
    tokens[i]?.form === 'for' &&
    /^(?:calls?|called|calling|appeal(?:s|ed|ing)?|requests?|push(?:es|ed|ing)?)$/.test(tokens[i - 1]?.form ?? '')
  )
}

/** Nouns that say it themselves: `a target of 3%`, `the $4m limit`, `a forecast of`, `the 60 needed`. */
export function byNoun(scene: Scene, placed: PlacedFigure): Modality | undefined {
  const { tokens, dates } = scene
  const { first, last, figure } = placed
  let i = first - 1
  while (i >= 0 && (/^(?:of|at|a|an|the|for|only|just)$/.test(tokens[i]!.form) || dates.has(i))) i--
  const behind = tokens[last + 1]?.form ?? ''
  const second = tokens[last + 2]?.form ?? ''
  const before = tokens[i]?.form ?? ''
  // `a fine of up to $500`, `speeds up to 80 km/h`
  const bound = tokens[first - 1]?.form === 'of' ? first - 2 : first - 1
  if (
    /^up to\s/i.test(scene.text.slice(figure.start, figure.end)) &&
    /^(?:fine|penalt|speed|height|depth|distance|range|capacit)(?:y|ies|s)?$/.test(tokens[bound]?.form ?? '')
  )
    return 'possible'
  // `capable of 80 km/h`, `capable of carrying 300 people`
  const able = tokens[first - 1]?.tag === 'VBG' ? first - 2 : first - 1
  if (tokens[able]?.form === 'of' && tokens[able - 1]?.form === 'capable') return 'possible'
  if (i < first - 1 && cueOf(before)) return cueOf(before)
  // `a required minimum contribution of $124m`
  if (i < first - 1 && isNoun(tokens[i]) && /^(?:of|at|for)$/.test(tokens[i + 1]!.form))
    for (let k = i - 1; k > i - 4 && /^(?:JJ|NN|VBN)/.test(tokens[k]?.tag ?? ''); k--)
      if (/^(?:required|mandatory|requested)$/.test(tokens[k]!.form)) return 'required'
      // `the minimum wage of $9` is a fact
      else if (tokens[k]!.form === 'minimum' && !/^(?:wage|price|pay|salary|rate|age)$/.test(before)) return 'required'
      else if (/^(?:planned|proposed|promised)$/.test(tokens[k]!.form)) return 'planned'
      else if (/^(?:possible|potential)$/.test(tokens[k]!.form)) return 'possible'
      else if (/^(?:expected|projected|forecast|predicted|anticipated)$/.test(tokens[k]!.form)) return 'forecast'
  // `the goal of reaching one million`
  if (tokens[first - 1]?.tag === 'VBG' && tokens[first - 2]?.form === 'of' && cueOf(tokens[first - 3]?.form ?? ''))
    return cueOf(tokens[first - 3]!.form)
  if (cueOf(behind)) return cueOf(behind)
  // `a 43% emissions reduction target`
  let end = last + 1
  while (
    end < last + 5 &&
    /^(?:NN|JJ|HYPH)/.test(tokens[end + 1]?.tag ?? '') &&
    /^(?:NN|JJ|HYPH)/.test(tokens[end]!.tag)
  )
    end++
  if (isNoun(tokens[end]) && figure.kind !== 'count' && cueOf(tokens[end]!.form)) return cueOf(tokens[end]!.form)
  if (/^(?:needed|required)$/.test(behind) || (/^(?:needed|required)$/.test(second) && figure.kind === 'count'))
    return 'required'
  const lead = tokens[first - 1]?.form ?? ''
  if (/^(?:planned|proposed|promised)$/.test(lead)) return 'planned'
  if (/^(?:possible|potential|possibly|potentially|maybe)$/.test(lead)) return 'possible'
  if (/^(?:expected|projected|forecast|predicted)$/.test(lead) && !/^(?:than|as)$/.test(tokens[first - 2]?.form ?? ''))
    return 'forecast'
  return isAskedFor(scene, placed) ? 'required' : undefined
}
