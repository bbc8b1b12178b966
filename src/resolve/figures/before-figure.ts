import type { SyntaxToken } from '../../syntax/index.ts'
import { isClosingBracket, isNoun, isPreposition, isVerb, type PlacedFigure, type Scene } from './scene.ts'
import { lemmaOfVerb, staticVerbs } from './words.ts'

// What may stand between a figure and the word that it completes.

/** The token before a figure and the words that belong to it: `a record $3bn`, `as little as 40`, `a better than expected 5%`. */
export function startOfFigure(scene: Scene, { first }: PlacedFigure): number {
  const { tokens } = scene
  let i = first - 1
  for (;;) {
    const token = tokens[i]
    if (!token || isParticle(scene, i)) return i
    const { tag, form } = token
    if (form === 'as' && /^(?:little|much|few|many|low|high)$/.test(tokens[i - 1]?.form ?? '')) i -= 2
    else if (/^(?:expected|forecast|feared|hoped|usual|planned)$/.test(form) && tokens[i - 1]?.form === 'than') i -= 2
    else if (
      tokens[i - 1]?.tag === 'HYPH' &&
      /^(?:VB[GN]|JJ)/.test(tag) &&
      /^(?:a|an|the)$/.test(tokens[i - 3]?.form ?? '')
    )
      // `an eye-watering $2bn`
      i -= 3
    // `by ‘5%’`
    else if (i === first - 1 && /^(?:['"“‘`]+)$/.test(form)) i--
    // `from last year's $3bn`
    else if (scene.dates.has(i) && i === first - 1 && /[’']s$/.test(token.text)) i--
    // `by a seasonally adjusted 3,000`
    else if (
      tag === 'VBN' &&
      i === first - 1 &&
      tokens[i - 1]?.tag === 'RB' &&
      /^(?:a|an)$/.test(tokens[i - 2]?.form ?? '')
    )
      i -= 2
    // `to a record high $70`
    else if (/^(?:high|low|peak)$/.test(form) && i === first - 1 && tokens[i - 1]?.form === 'record') i--
    // `by a hefty 12%`, `to a staggering $3bn`: whatever a tagger takes the word for
    else if (
      /^(?:VB[GN]|NN)$/.test(tag) &&
      i === first - 1 &&
      /^(?:a|an)$/.test(tokens[i - 1]?.form ?? '') &&
      isPreposition(tokens[i - 2])
    )
      i--
    else if (
      /^(?:RB|DT|PDT)/.test(tag) ||
      (/^JJ/.test(tag) &&
        !/^(?:worth|due|equal|close|next|such)$/.test(form) &&
        (tokens[i + 1]?.tag !== 'IN' || tokens[i + 1]!.form === 'than')) ||
      /^(?:some|just|only|another|further|additional|extra|estimated|mere|slower|faster|previous|prior|earlier|initial|original|provisional|preliminary|revised|annualised|annualized|record|total|net|combined)$/.test(
        form,
      ) ||
      (form === 'as' && i < first - 1)
    )
      i--
    else return i
  }
}

/** `on an annual basis`, `in real terms`: the preposition that it begins with. */
export function startOfManner(tokens: readonly SyntaxToken[], at: number): number | undefined {
  let i = at - 1
  while (i > at - 5 && i > 0 && /^(?:DT|JJ|NN|HYPH|DATE|RB)$/.test(tokens[i]!.tag)) i--
  return /^(?:on|in)$/.test(tokens[i]?.form ?? '') ? i : undefined
}

/** `to a record high`, `touched a high` before `of`: the preposition or the verb that leads to it. */
export function extremeAt({ tokens, dates }: Scene, at: number): number | undefined {
  // `contracted at an annualised rate of 1.6%`, but not `at an interest rate of`
  const paced = /^(?:rate|pace|clip)$/.test(tokens[at]!.form) && !isNoun(tokens[at - 1])
  if (!paced && !/^(?:high|low|peak|record|maximum|minimum|level|average|total)$/.test(tokens[at]!.form))
    return undefined
  if (tokens[at + 1]?.form !== 'of') return undefined
  let i = at - 1
  while (i > at - 7 && i > 0 && (dates.has(i) || /^(?:P?DT|JJ[RS]?|VBN|NN|HYPH|CD)$/.test(tokens[i]!.tag))) i--
  const leading = tokens[i]
  if (!leading || i >= at - 1) return undefined
  const reached =
    /^(?:high|low|peak)$/.test(tokens[at]!.form) && isVerb(leading) && staticVerbs.has(lemmaOfVerb(leading.form))
  return /^(?:to|at|from|by)$/.test(leading.form) || reached ? i : undefined
}

/** `€15 an hour`, `$3 per barrel`: the noun that a price is for, behind its figure. */
export const isPer = ({ tokens, figures }: Scene, i: number): boolean =>
  isNoun(tokens[i]) &&
  /^(?:a|an|per|each)$/.test(tokens[i - 1]?.form ?? '') &&
  (figures.has(i - 2) || isClosingBracket(tokens[i - 2]))

/** `year on year`, `year-on-year`, `quarter over quarter`: how many tokens they are, 0 for others. */
export function comparisonAt({ tokens }: Scene, i: number): number {
  if (!/^(?:year|month|quarter|week)$/.test(tokens[i]!.form)) return 0
  const form = tokens[i]!.form
  if (/^(?:on|over|to)$/.test(tokens[i - 1]?.form ?? '') && tokens[i - 2]?.form === form) return 3
  return tokens[i - 1]?.tag === 'HYPH' && tokens[i - 3]?.tag === 'HYPH' && tokens[i - 4]?.form === form ? 5 : 0
}

/** `up` and `down` that say a direction, not parts of other verbs (`set up 5 branches`). */
export function isParticle(scene: Scene, i: number): boolean {
  const { tokens } = scene
  const token = tokens[i]!
  if (!/^(?:up|down|higher|lower)$/.test(token.form)) return false
  // `when the rate was lower, 3.5%`: what it was
  if (/^(?:higher|lower)$/.test(token.form) && tokens[i + 1]?.form === ',') return false
  // `up to 5`: a bound
  const before = tokens[i - 1]
  const moved =
    before !== undefined &&
    isVerb(before) &&
    (token.form === 'up'
      ? /^(?:move|edge|inch|creep|tick|nudge|go|shoot)$/
      : /^(?:move|edge|inch|creep|tick|nudge|go)$/
    ).test(lemmaOfVerb(before.form))
  if (token.form === 'up' && tokens[i + 1]?.form === 'to' && !moved) return false
  if (
    !before ||
    /^[,(–—:;-]$/.test(before.form) ||
    /^(?:is|are|was|were|been|be|'s|and|or|currently|now|still)$/.test(before.form)
  )
    return true
  // `on sales up 21%`, `with profits down $3m`
  const next = scene.figures.get(i + 1)
  if (/^NNS?$/.test(before.tag) && /^(?:percentage|money)$/.test(next?.figure.kind ?? '') && !scene.figures.has(i - 1))
    return true
  return (
    moved ||
    (isVerb(before) &&
      /^(?:close|end|finish|open|trade|come|stay|drive|push|bring|send|revise|adjust|scale|mark)$/.test(
        lemmaOfVerb(before.form),
      )) ||
    scene.figures.has(i - 1) ||
    // `at 26m (£20m) up 15%`
    (isClosingBracket(before) && next !== undefined) ||
    scene.dates.has(i - 1)
  )
}
