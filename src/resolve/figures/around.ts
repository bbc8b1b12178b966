import { comparisonAlone } from './base-words.ts'
import { type Binding, isCounted, type Known } from './binding.ts'
import { changed } from './change-noun.ts'
import { findGovernor } from './governor.ts'
import { nounOf, phraseFrom, toMeasure } from './noun-phrase.ts'
import { ownerOf } from './owner.ts'
import { actorOf } from './said.ts'
import { isClosingBracket, isNoun, isOpeningBracket, type PlacedFigure, type Scene } from './scene.ts'
import { wholeBehind } from './whole.ts'
import { directionOfComparison, directionOfNoun } from './words.ts'

// What the words right around a figure make it: `a $40bn contract`, `a loss of $3bn`, `70% of voters`.

/** `a $40bn contract`, `the 25% tariff`, `a 5% rise in prices`, `70% of voters`, `$40m in grants`, `$3m worth of chips`. */
export function attributive(scene: Scene, figureAt: PlacedFigure, before?: Known): Binding | undefined {
  const { tokens, figures } = scene
  const placed = pastMark(scene, pastOther(scene, pastBracket(scene, figureAt)))
  const { figure } = placed
  const next = tokens[placed.last + 1]
  if (!next || figures.has(next.index)) return undefined
  const glued = next.tag === 'HYPH' ? placed.last + 2 : placed.last + 1
  const votes = inVotes(scene, placed)
  if (votes) return votes
  if (/^(?:of|worth|in)$/.test(next.form)) return wholeBehind(scene, placed, next.form)
  // `789, or a quarter, of its dealers`
  if (next.form === ',' && tokens[placed.last + 2]?.form === 'of' && isSaidAgain(scene, placed))
    return wholeBehind(scene, { ...placed, last: placed.last + 1 }, 'of')
  // `half the population`, `more than half the city’s schools`
  if (
    figure.kind === 'fraction' &&
    /^(?:DT|PRP\$)$/.test(next.tag) &&
    /half$/i.test(scene.text.slice(figure.start, figure.end))
  )
    return wholeBehind(scene, { ...placed, last: placed.last - 1 }, 'of')
  const counted = figure.kind === 'count' || figure.kind === 'measurement'
  // `the 720MW battery project`, but not `31km southwest`
  const sized =
    figure.kind === 'measurement' &&
    isNoun(next) &&
    /\d\s?(?:[kMGT]W[hp]?|[MGT]B)$/u.test(scene.text.slice(figure.start, figure.end))
  // `the 796m bridge`
  const long =
    figure.kind === 'measurement' &&
    /^(?:m|km|mile|foot|ft|ha|acre|m2|km2)$/.test(figure.unit ?? '') &&
    isNoun(next) &&
    !scene.names.has(next.index) &&
    tokens[placed.first - 1]?.tag === 'DT' &&
    !scene.text.slice(figure.start, figure.end).includes('-')
  // `a 2 million barrel increase`
  const grows = isNoun(next) && directionOfNoun(next.form) !== undefined && tokens[placed.first - 1]?.tag === 'DT'
  if (counted && next.tag !== 'HYPH' && !sized && !long && !grows) return undefined
  const comparison = directionOfComparison(next.form)
  const compared = behindComparison(scene, placed.last + 1)
  if (compared !== undefined && !isNoun(tokens[compared])) return undefined
  const from =
    compared !== undefined ? compared : comparison !== undefined && figure.kind !== 'count' ? placed.last + 2 : glued
  if (comparison !== undefined && (next.form === 'up' || next.form === 'down')) return undefined
  if (!isNoun(tokens[from]) && !/^(?:JJ|VBN|VBG|DATE)/.test(tokens[from]?.tag ?? '')) return undefined
  if (
    comparison === undefined &&
    /^(?:VBN|VBG)$/.test(tokens[from]!.tag) &&
    !/^(?:amod|compound)/.test(tokens[from]!.label)
  )
    return undefined
  const date = scene.dates.has(from) ? from + 1 : from
  const phrase = phraseFrom(scene, date)
  if (!phrase || phrase.start > date || scene.names.has(phrase.last)) return undefined
  const head = tokens[phrase.last]!
  if (scene.dates.has(phrase.last)) return undefined
  const direction = directionOfNoun(head.form)
  if (direction) return changed(scene, placed, phrase, direction, before)
  const measure = toMeasure(scene, phrase)
  if (!measure) return undefined
  const governor = findGovernor(scene, placed)
  const subject = ownerOf(scene, placed, measure, governor)
  return {
    measure,
    ...(subject && { subject }),
    ...(governor && { governor }),
    ...(comparison && { change: comparison, how: 'by' as const }),
  }
}

/** `28% year-on-year (YoY) growth`: the token behind what it is compared with. */
function behindComparison(scene: Scene, at: number): number | undefined {
  const { tokens } = scene
  const base = comparisonAlone(scene, at)
  if (!base) return undefined
  let i = at
  while (i < tokens.length && tokens[i]!.start < base.end) i++
  return isOpeningBracket(tokens[i]) && isClosingBracket(tokens[i + 2]) ? i + 3 : i
}

/** `or a quarter`, `or about 5%`. */
function isSaidAgain({ tokens }: Scene, { first, figure }: PlacedFigure): boolean {
  const at = tokens[first - 1]?.tag === 'RB' ? first - 2 : first - 1
  return tokens[at]?.form === 'or' && /^(?:fraction|percentage)$/.test(figure.kind)
}

/** `a $3bn (£2.4bn) loan`: as if the bracket were not there. */
function pastBracket({ tokens, figures }: Scene, placed: PlacedFigure): PlacedFigure {
  if (!isOpeningBracket(tokens[placed.last + 1])) return placed
  let inside = figures.get(placed.last + 2)
  // `(£2m; $3m)`
  while (inside && /^[;:,/]$/.test(tokens[inside.last + 1]?.form ?? '') && figures.has(inside.last + 2))
    inside = figures.get(inside.last + 2)
  const behind = inside && tokens[inside.last + 2]
  return inside &&
    isClosingBracket(tokens[inside.last + 1]) &&
    (/^(?:NN|JJ|``|'')/.test(behind?.tag ?? '') || /^(?:in|of|worth)$/.test(behind?.form ?? ''))
    ? { ...placed, last: inside.last + 1 }
    : placed
}

/** `a $30m ‘recovery fund’`: as if it were not quoted. */
const pastMark = ({ tokens }: Scene, placed: PlacedFigure): PlacedFigure =>
  /^[“"‘'«`]+$/.test(tokens[placed.last + 1]?.form ?? '') && tokens[placed.first - 1]?.tag === 'DT'
    ? { ...placed, last: placed.last + 1 }
    : placed

/** `gained 66 percent, or a total of 607 votes`: what both count. */
function inVotes(scene: Scene, placed: PlacedFigure): Binding | undefined {
  const { tokens, figures } = scene
  if (placed.figure.kind !== 'percentage') return undefined
  let i = placed.last + 1
  if (tokens[i]?.form === ',') i++
  if (tokens[i]?.form !== 'or') return undefined
  i++
  while (/^(?:a|total|of|about|some|around)$/.test(tokens[i]?.form ?? '') && !figures.has(i)) i++
  const count = figures.get(i)
  const measure = count && isCounted(count.figure) ? nounOf(scene, count) : undefined
  if (!measure) return undefined
  const governor = findGovernor(scene, placed)
  const subject = governor?.kind === 'verb' ? actorOf(scene, governor) : undefined
  return { measure, ...(subject && { subject }), ...(governor && { governor }) }
}

/** `its $3m and $5m contracts`: the noun behind the second is the first's too. */
function pastOther({ tokens, figures }: Scene, placed: PlacedFigure): PlacedFigure {
  if (!/^(?:and|or|to)$/.test(tokens[placed.last + 1]?.form ?? '')) return placed
  const other = figures.get(placed.last + 2)
  if (!other || other.figure.kind !== placed.figure.kind || !/^(?:money|percentage)$/.test(other.figure.kind))
    return placed
  // `$3m and $5m in sales`
  if (tokens[other.last + 1]?.form === 'in' && other.figure.kind === 'money') return { ...placed, last: other.last }
  const owned =
    /^(?:PRP\$|POS)$/.test(tokens[placed.first - 1]?.tag ?? '') ||
    /^(?:a|an|the)$/.test(tokens[placed.first - 1]?.form ?? '')
  return owned && isNoun(tokens[other.last + 1]) ? { ...placed, last: other.last } : placed
}
