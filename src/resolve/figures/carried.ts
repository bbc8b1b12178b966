import type { Binding } from './binding.ts'
import { isFiniteVerb, type PlacedFigure, type Scene } from './scene.ts'
import { equivalent } from './shared.ts'
import { directionOf, isTransitiveChange, lemmaOfVerb, staticVerbs } from './words.ts'

// Values of one quantity in a row, of which the clause names it once: `from 27% before the vote to 42% today`, `by 6% in 2021 and 7% in 2022`.

type Known = (of: PlacedFigure) => Binding

/** What a figure that nothing binds has from the one before it; undefined where they are no row. */
export function carriedFrom(
  scene: Scene,
  placed: readonly PlacedFigure[],
  at: number,
  known: Known,
): Binding | undefined {
  const each = placed[at]!
  const own = known(each)
  const meant = standsFor(scene, each, placed[at - 1], own, known)
  if (meant) return meant
  if (own.measure || own.verb || own.change) return undefined
  const next = doneThen(scene, each, placed[at - 1], known)
  if (next) return next
  return (
    newValue(scene, placed, at, known) ??
    oldApart(scene, placed, at, known) ??
    nextInRow(scene, each, placed[at - 1], known) ??
    equivalent(scene, each, known)
  )
}

/** `to shrink 0.5% this year before growing 1.2%`: what moves once more. */
function doneThen(
  { tokens }: Scene,
  each: PlacedFigure,
  before: PlacedFigure | undefined,
  known: Known,
): Binding | undefined {
  const verb = tokens[each.first - 1]
  if (!before || verb?.tag !== 'VBG' || !/^(?:before|after)$/.test(tokens[each.first - 2]?.form ?? '')) return undefined
  const change = directionOf(lemmaOfVerb(verb.form))
  const { measure, subject, governor } = known(before)
  if (!change || !measure || before.figure.kind !== each.figure.kind) return undefined
  return { measure, ...(subject && { subject }), ...(governor && { governor }), change, how: 'by' }
}

/** `rose 64% in June, analysts said, from 61% in May`, `from $5 to $10, and with the north from $1`: an old value farther on. */
function oldApart({ tokens }: Scene, placed: readonly PlacedFigure[], at: number, known: Known): Binding | undefined {
  const each = placed[at]!
  const before = placed[at - 1]
  const lead = tokens[each.first - 1]?.form ?? ''
  // `rose 15% from a year earlier, compared with 14% in May`
  const compared =
    /^(?:against|versus|vs)$/.test(lead) || (/^(?:with|to)$/.test(lead) && tokens[each.first - 2]?.form === 'compared')
  if (!before || !(compared || lead === 'from') || each.first - before.last > reach) return undefined
  if (before.figure.kind !== each.figure.kind) return undefined
  const { measure, subject, change, how, governor } = known(before)
  if (!measure || !change || how === 'from') return undefined
  const between = tokens.slice(before.last + 1, each.first - 1)
  const isNext = between.some(({ form }) => form === 'and') && how === 'to'
  if (between.some((token) => /^(?:[;:.]|but|while|who|which)$/.test(token.form) || isFiniteVerb(token)))
    return undefined
  if (!isNext && !compared && tokens[each.first - 2]?.form !== ',') return undefined
  return {
    measure,
    ...(subject && { subject }),
    ...(governor && { governor }),
    ...(!compared && (isNext || how === 'to') && { change, how: 'from' as const }),
  }
}

/** `sales rose 2%, but they fell 3% in June`: what the pronoun stands for, where the verb is one of quantities. */
function standsFor(
  { tokens }: Scene,
  each: PlacedFigure,
  before: PlacedFigure | undefined,
  own: Binding,
  known: Known,
): Binding | undefined {
  const { subject, governor } = own
  const pronoun = subject?.token
  if (own.measure || own.verb || !before || governor?.kind !== 'verb' || governor.object || !pronoun) return undefined
  if (!/^(?:it|they)$/.test(pronoun.form) || pronoun.index > each.first) return undefined
  // `5 percent, or 45 points`: the same verb
  const same = known(before)
  if (same.measure && same.governor?.kind === 'verb' && same.governor.token === governor.token)
    return { ...own, measure: same.measure, ...(same.subject && { subject: same.subject }) }
  if (pronoun.index < before.last) return undefined
  const lemma = lemmaOfVerb(governor.token.form)
  const moves = directionOf(lemma) !== undefined && (!isTransitiveChange(lemma) || governor.preposition !== undefined)
  if (!moves && (!staticVerbs.has(lemma) || own.change === undefined)) return undefined
  const { measure, subject: owner, governor: earlier } = known(before)
  if (!measure || earlier?.kind !== 'verb' || earlier.object) return undefined
  // `it` is one, `they` are several
  if (/s$/.test(tokens[measure.phrase.last]!.tag.toLowerCase()) !== (pronoun.form === 'they')) return undefined
  return { ...own, measure, ...(owner && { subject: owner }) }
}

/** How far the old value stands before the new one, in tokens. */
const reach = 24

/** `rose from 27% in the years before the vote to 42% today`: the new value of the same change. */
function newValue({ tokens }: Scene, placed: readonly PlacedFigure[], at: number, known: Known): Binding | undefined {
  const each = placed[at]!
  let lead = each.first - 1
  while (lead > 0 && (tokens[lead]!.tag === 'RB' || /^(?:about|around|some)$/.test(tokens[lead]!.form))) lead--
  const old = placed[at - 1]
  if (tokens[lead]?.form !== 'to' || !old || lead - old.last > reach) return undefined
  const { measure, verb, subject, change, how, governor } = known(old)
  if (how !== 'from' || change === undefined || old.figure.kind !== each.figure.kind) return undefined
  for (let i = old.last + 1; i < lead; i++) if (/^(?:[;:.]|and|but|while|to)$/.test(tokens[i]!.form)) return undefined
  return {
    ...(measure && { measure }),
    ...(verb && { verb }),
    ...(subject && { subject }),
    ...(governor && { governor }),
    change,
    how: 'to',
  }
}

/** `6% in 2021 and 7% in 2022`: each with a time of its own, and nothing else between. */
function nextInRow(
  { tokens, dates, names }: Scene,
  each: PlacedFigure,
  before: PlacedFigure | undefined,
  known: Known,
): Binding | undefined {
  if (!before || before.figure.kind !== each.figure.kind || each.first - before.last > 9) return undefined
  let joined = false
  let timed = false
  for (let i = before.last + 1; i < each.first; i++) {
    if (dates.has(i)) timed = true
    // `40 tonnes to Japan in 2016 and 60 in 2017`
    else if (names.has(i)) continue
    // `15mm of rain on Tuesday and 20mm on Wednesday`
    else if (known(before).measure && i <= before.last + 3 && tokens[i]!.end <= known(before).measure!.span.end)
      continue
    else if (/^(?:and|,|but)$/.test(tokens[i]!.form)) joined = true
    else if (!/^(?:in|for|on|during|the|by|to|about|just|only|then|season|\)|-rrb-)$/.test(tokens[i]!.form))
      return undefined
  }
  const own = [1, 2, 3].some(
    (k) =>
      dates.has(each.last + k) &&
      !tokens.slice(each.last + 1, each.last + k).some(({ tag }) => /^(?:VB|NN|,)/.test(tag)),
  )
  return joined && timed && own ? known(before) : undefined
}
