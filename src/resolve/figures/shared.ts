import { isPer } from './before-figure.ts'
import { type Binding, isCounted, type Known } from './binding.ts'
import { howOf } from './change-noun.ts'
import { findSubject } from './find-subject.ts'
import { findGovernor } from './governor.ts'
import { type Measure, nounOf, phraseBefore, toMeasure } from './noun-phrase.ts'
import { saidOf } from './said.ts'
import { isFiniteVerb, type PlacedFigure, type Scene } from './scene.ts'
import { directionOfComparison, lemmaOfVerb, staticVerbs } from './words.ts'

// What a figure has in common with the one before it.

/** `4% lower than in May`, `12% more than`, `twice as many as`. */
export function compared(scene: Scene, placed: PlacedFigure, before: Known): Binding | undefined {
  const { tokens } = scene
  // `$20 a barrel higher than`
  const at = isPer(scene, placed.last + 2) ? placed.last + 3 : placed.last + 1
  const next = tokens[at]
  // `15,000 more people than in 2017`
  const inside = /\s(more|fewer|less)\s/i.exec(scene.text.slice(placed.figure.start, placed.figure.end))?.[1]
  if (inside && next?.form === 'than') return { change: directionOfComparison(inside.toLowerCase())!, how: 'by' }
  const change = next && directionOfComparison(next.form)
  if (!change || /^(?:up|down)$/.test(next.form)) return undefined
  // `20 miles below the town`
  if (/^(?:above|below)$/.test(next.form) && placed.figure.kind === 'measurement') return undefined
  const than = tokens[at + 1]
  if (/^(?:more|less|fewer)$/.test(next.form) && placed.figure.kind === 'count' && than?.form !== 'than')
    return undefined
  // `37% more likely`, `5% higher`
  if (than && /^(?:JJ|RB)/.test(than.tag) && !/^(?:than)$/.test(than.form)) return {}
  const governor = findGovernor(scene, placed)
  const shared = governor?.shared ?? figureBefore(scene, placed)
  const inherited = shared && before(shared)
  if (governor?.kind === 'verb' && staticVerbs.has(lemmaOfVerb(governor.token.form)) && !governor.shared)
    return { change, how: 'by', governor, ...saidOf(scene, findSubject(scene, governor.token)) }
  // `new homes cost 11% more than a year earlier`
  if (
    governor?.kind === 'verb' &&
    !governor.shared &&
    !governor.preposition &&
    /^(?:cost|weigh|sell)$/.test(lemmaOfVerb(governor.token.form))
  )
    return { change, how: 'by', governor, ...saidOf(scene, findSubject(scene, governor.token)) }
  const measure = inherited?.measure ?? (shared && !inherited?.verb ? countedBy(scene, shared) : undefined)
  return {
    change,
    how: 'by',
    ...(measure && { measure }),
    ...(inherited?.verb && { verb: inherited.verb }),
    ...(inherited?.subject && { subject: inherited.subject }),
    ...(inherited?.governor && { governor: inherited.governor }),
  }
}

/** `2.3 million containers`: what is counted. */
export const countedBy = (scene: Scene, placed: PlacedFigure): Measure | undefined =>
  isCounted(placed.figure) ? nounOf(scene, placed) : undefined

/** The figure before this one with nothing but a comma, a bracket, a date or small words between; with `behind`, also what hangs on it. */
export function figureBefore(scene: Scene, placed: PlacedFigure, behind = false): PlacedFigure | undefined {
  for (let i = placed.first - 1; i >= 0 && i > placed.first - 8; i--) {
    const figure = scene.figures.get(i)
    if (figure) return figure
    if (
      !scene.dates.has(i) &&
      !(behind && /^(?:NN|JJ|IN|DT|POS)/.test(scene.tokens[i]!.tag) && scene.tokens[i]!.form !== 'that') &&
      !/^(?:,|\(|-lrb-|or|and|up|down|from|to|by|at|in|on|during|about|the)$/.test(scene.tokens[i]!.form)
    )
      return undefined
  }
  return undefined
}

/** `6.4%, or 486 points`, `$3bn (£2.4bn)`: the same in another unit. */
export function equivalent(scene: Scene, placed: PlacedFigure, before: Known): Binding | undefined {
  const { tokens, figures } = scene
  let i = placed.first - 1
  while (i > 0 && /^RB/.test(tokens[i]!.tag) && !/^(?:up|down)$/.test(tokens[i]!.form)) i--
  const mark = tokens[i]?.form
  // `by 2%, which is 118 points`
  const told =
    /^(?:is|was)$/.test(mark ?? '') &&
    tokens[i - 1]?.form === 'which' &&
    tokens[i - 2]?.form === ',' &&
    !/^(?:of|more|less|higher|lower|above|below|up|down)$/.test(tokens[placed.last + 1]?.form ?? '')
  if (!told && mark !== 'or' && mark !== '(' && mark !== '-lrb-' && !isInBracket(scene, i)) return undefined
  i -= told ? 2 : 1
  if (tokens[i]?.form === ',') i--
  const other = figures.get(i) ?? figureOfPhrase(scene, i)
  const bound = other && before(other)
  if (!other || !bound || other.figure.kind === 'rank') return undefined
  // `5 apples (10 pears)`: other things
  if (isCounted(placed.figure) && placed.figure.unit !== other.figure.unit) return undefined
  // `$3m, or 75% of the budget`: a share of its own whole
  if (isShareKind(placed.figure.kind) && !isShareKind(other.figure.kind) && tokens[placed.last + 1]?.form === 'of')
    return undefined
  return bound
}

/** `(£53m; $100m)`: the mark between two amounts in a bracket. */
function isInBracket({ tokens, figures }: Scene, i: number): boolean {
  if (!/^[;:,/]$/.test(tokens[i]?.form ?? '')) return false
  const other = figures.get(i - 1)
  // `revenue: $3m, up 4%`
  if (/^(?:up|down)$/.test(tokens[i + 1]?.form ?? '')) return false
  return other?.figure.kind === 'money' && /^(?:\(|-lrb-|;|:)$/.test(tokens[other.first - 1]?.form ?? '')
}

/** The figure whose whole ends at token `i`: `a third of the catch`. */
function figureOfPhrase(scene: Scene, i: number): PlacedFigure | undefined {
  const phrase = phraseBefore(scene, i)
  return phrase && scene.tokens[phrase.start - 1]?.form === 'of' ? scene.figures.get(phrase.start - 2) : undefined
}

/** `47% of adults used a bank, but 21% were satisfied`, `300 views, of which 90 were`: of what the one before is. */
export function partOfWhole(scene: Scene, placed: PlacedFigure, before: Known): Binding | undefined {
  const { tokens, figures } = scene
  for (let i = placed.first - 1; i >= 0 && i > placed.first - 24; i--) {
    const other = figures.get(i)
    if (!other || (other.figure.kind === 'count' && placed.figure.kind === 'percentage')) continue
    // `, 24 percent opposed it and 14 percent were unsure`
    const next = tokens[other.last + 1]
    if (other.figure.kind !== placed.figure.kind || !(next?.form === 'of' || isFiniteVerb(next))) return undefined
    const whole = before(other)
    return whole?.measure && !whole.change && isShareKind(placed.figure.kind) ? { measure: whole.measure } : undefined
  }
  return undefined
}

const isShareKind = (kind: string): boolean => kind === 'percentage' || kind === 'fraction'

/** `Ford sales fell 2% and GM sales 3%`: what the verb before says of another. */
export function gapped(scene: Scene, placed: PlacedFigure, before: Known): Binding | undefined {
  const { tokens } = scene
  let i = placed.first - 1
  while (i > 0 && (/^RB/.test(tokens[i]!.tag) || /^(?:by|to|from|at|about|,)$/.test(tokens[i]!.form))) i--
  const phrase = phraseBefore(scene, i)
  if (!phrase) return undefined
  let k = phrase.start - 1
  // `and its 2023 forecast`
  while (k > 0 && (scene.dates.has(k) || /^(?:DT|PRP\$)$/.test(tokens[k]!.tag))) k--
  if (!/^(?:and|while|but|,|;)$/.test(tokens[k]?.form ?? '')) return undefined
  while (
    k > 0 &&
    (/^(?:and|while|but|,|;|in|on|compared|with|to|from|than)$/.test(tokens[k]!.form) || scene.dates.has(k))
  )
    k--
  const other = scene.figures.get(k)
  if (!other || other.figure.kind !== placed.figure.kind) return undefined
  const shared = before(other)
  if (shared?.governor?.kind !== 'verb') return undefined
  const said = saidOf(scene, { phrase, token: tokens[phrase.last]!, sure: false })
  // `cut its 2022 forecast to 3% and its 2023 forecast to 4%`: another object of the verb
  const own = tokens[placed.first - 1]?.form
  if (shared.governor.object) {
    const measure = toMeasure(scene, phrase) ?? shared.measure
    if (!measure || !own || !/^(?:to|by|from|at)$/.test(own)) return undefined
    const subject = phrase.owner === undefined || tokens[phrase.owner]!.tag === 'PRP$' ? shared.subject : undefined
    return {
      measure,
      ...(subject && { subject }),
      governor: { ...shared.governor, object: phrase, preposition: own },
      ...(shared.change && { change: shared.change, how: howOf({ ...shared.governor, preposition: own }) }),
    }
  }
  return {
    ...said,
    ...(shared.verb && said.subject && !said.measure && { verb: shared.verb }),
    governor: shared.governor,
    ...(shared.change && { change: shared.change }),
    ...(shared.how && {
      how: own && /^(?:to|from|by)$/.test(own) ? howOf({ ...shared.governor, preposition: own }) : shared.how,
    }),
  }
}
