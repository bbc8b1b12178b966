import type { Period } from '../../model/claim/figure.ts'
import type { Span } from '../../model/segment.ts'
import type { SyntaxToken } from '../../syntax/index.ts'
import type { AnchoredDate } from '../anchor-dates.ts'
import { isDelivery } from '../delivery-month.ts'
import { addDays, addMonths, isoDay, timeOf } from '../interval.ts'
import type { Governor } from './governor.ts'
import { headOf, headsFigure } from './headed.ts'
import { isOfPair, joinNext } from './neighbour-dates.ts'
import { isOfOtherClause } from './own-time.ts'
import { partsBetween } from './parts-between.ts'
import { isOfSaying } from './saying-time.ts'
import { isNoun, isPreposition, isVerb, type PlacedFigure, type Scene } from './scene.ts'

/** A figure with what its period depends on. */
export type Timed = {
  readonly placed: PlacedFigure
  readonly governor?: Governor | undefined
  readonly how?: string | undefined
  /** Whether another figure completes the same verb, so that they share their time. */
  readonly shares: (other: PlacedFigure) => boolean
}

/** How many tokens may stand between a date and a figure: those farther apart are more often of two clauses. */
const farthest = 22

/**
 * When a figure's value holds: the date of its own clause, not of the baseline, nor of the saying.
 * @param bases spans that other figures or this one are compared with; a figure inside one takes the date in it, and none else
 * @param dealt the date that `respectively` gives it
 */
export function readPeriod(
  scene: Scene,
  { placed, governor, how, shares }: Timed,
  bases: readonly Span[],
  changes: boolean,
  dealt?: AnchoredDate,
): Period | undefined {
  if (isTimeless(scene, placed)) return undefined
  if (dealt?.from || dealt?.to) return toPeriod(dealt, scene.text, placed.figure.start)
  const { tokens, dates, text } = scene
  const head = headOf(scene, placed)
  if (head?.from || head?.to) return toPeriod(head, text, placed.figure.start)
  const home = bases.find(({ start, end }) => start <= placed.figure.start && placed.figure.end <= end)
  const seen = new Set<AnchoredDate>()
  let best: AnchoredDate | undefined
  let bestLast = -1
  let least = Number.POSITIVE_INFINITY
  const reach = changes ? 40 : 30
  for (let i = Math.max(0, placed.first - reach); i < tokens.length && i <= placed.last + reach; i++) {
    const date = dates.get(i)
    if (!date || seen.has(date)) continue
    seen.add(date)
    if ((date.kind !== 'date' && date.kind !== 'range') || (!date.from && !date.to)) continue
    // `shortly before 7 pm`: of what day stands elsewhere; `in 5 seconds`: how long
    if (date.expression.form === 'time' || /(?:second|minute)s?$/i.test(text.slice(date.start, date.end))) continue
    const base = bases.find(({ start, end }) => start <= date.start && date.end <= end)
    if (base !== home) continue
    let last = i
    while (dates.get(last + 1) === date) last++
    if (
      headsFigure(scene, last) ||
      isOfSaying(scene, date, i, last, governor, last < placed.first) ||
      isRecord(text, date) ||
      isDelivery(text, date.start) ||
      isOfPair(scene, i, last, placed) ||
      isOfSubject(scene, i, last, placed) ||
      isOfNoun(scene, i, last, placed, date.from === date.to && isDefinite(scene, i, date.start)) ||
      (home === undefined && isOfOtherClause(scene, i, last, placed))
    )
      continue
    const before = last < placed.first
    const [from, to] = before ? [last + 1, placed.first] : [placed.last + 1, i]
    const cost = partsBetween(scene, from, to, placed, before, home !== undefined, shares)
    if (cost === undefined) continue
    // `In 1894, a year before the war, the harvest was`: what opens the sentence is the time of its main clause
    const opens = before && i < 3 && tokens[last + 1]?.form === ','
    if (to - from >= farthest && home === undefined && !opens) continue
    const gap = opens ? Math.min(to - from, 6) : to - from
    // `tripled since 2006, reaching 352% in 2022`: the nearer time is behind
    const parted =
      before && tokens.slice(from + 1, to).some(({ tag }, k) => tag === 'VBG' && tokens[from + k]!.form === ',')
    const distance = gap * (before ? 1.2 : 1) + cost + (parted ? 6 : 0)
    if (distance < least) {
      least = distance
      best = date
      bestLast = last
    }
  }
  if (!best || (how === 'from' && home === undefined && least > 4)) return undefined
  return toPeriod(joinNext(scene, best, bestLast), text, placed.figure.start)
}

/** `4 per 1,000 people`, `Ada Berg, 35, left`, `at the age of 69`, `turned 18`: a measure of others, and ages. */
function isTimeless(scene: Scene, placed: PlacedFigure): boolean {
  const { tokens, names } = scene
  const { figure, first, last } = placed
  const lead = tokens[first - 1]
  if (lead?.form === 'per') return true
  if (lead?.form === 'of' && tokens[first - 2]?.form === 'age') return true
  // `from the current 4%`: of now
  if (lead?.form === 'current') return true
  if (figure.kind === 'count' && isSet(scene, placed)) return true
  if (figure.kind !== 'count' || figure.unit !== undefined) return false
  if (/^turn(?:s|ed|ing)?$/.test(lead?.form ?? '')) return true
  return lead?.form === ',' && tokens[last + 1]?.form === ',' && names.has(first - 2)
}

/** `three of its 40 stores`, `a deal between the two firms`: how many there are, whatever happened to them. */
function isSet({ text, tokens, figures, dates }: Scene, { figure, first, last, head }: PlacedFigure): boolean {
  const next = tokens[last + 1]
  // `one of the 15 hostages rescued in May`
  if (dates.has(last + 1) || /^acl/.test(next?.label ?? '') || /^(?:VB[NG]|W.*)$/.test(next?.tag ?? '')) return false
  const definite = tokens[first - 1]?.form === 'the'
  const of = definite || tokens[first - 1]?.tag === 'PRP$' ? first - 2 : first - 1
  if (
    tokens[of]?.form === 'of' &&
    (figures.has(of - 1) ||
      /^(?:one|some|most|all|none|many|several|few|half|each|either|both|members?|jury|coalition|alliance|town|city|village)$/.test(
        tokens[of - 1]?.form ?? '',
      ))
  )
    return true
  // `its five largest banks`, `the two remaining candidates`
  if (/\s(?:largest|biggest|remaining|current|existing)\s/i.test(text.slice(figure.start, figure.end))) return true
  const few = figure.number !== undefined && figure.number > 1 && figure.number < 7
  return definite && few && next?.tag !== 'IN' && !/^nsubj/.test(head.label)
}

/** `the 344 viewers at the end of 2016 doubled`: the time of what doubled. */
const isOfSubject = (
  { tokens, figures }: Scene,
  first: number,
  last: number,
  { figure, first: at }: PlacedFigure,
): boolean =>
  figure.kind === 'multiple' &&
  at === last + 1 &&
  isVerb(tokens[at]) &&
  [...figures.values()].some((other) => other.last < first && first - other.last < 6)

const isDefinite = ({ text, tokens }: Scene, first: number, start: number): boolean =>
  tokens[first - 1]?.form === 'the' || /^the\s/i.test(text.slice(start, start + 4))

const events =
  /^(?:disaster|attack|crisis|conflict|recession|war|crash|earthquake|quake|tsunami|coup|pandemic|scandal|invasion|uprising|shooting|bombing|accident|fire|flood|storm|hurricane|massacre|genocide|deal|agreement|treaty|law|act|accord)s?$/

const isDescribed = (token: SyntaxToken): boolean => isNoun(token) || /^JJ/.test(token.tag)

/** `following last year's storms`, `a 2003 bond deal`: when something else in the clause was. */
function isOfNoun(
  { tokens, figures }: Scene,
  first: number,
  last: number,
  placed: PlacedFigure,
  isDay: boolean,
): boolean {
  const [before, next] = [tokens[first - 1], tokens[last + 1]]
  // `in a 2003 coup`, but `a 2003 survey found that`
  if (
    last < placed.first &&
    /^(?:a|an)$/.test(before?.form ?? '') &&
    isNoun(next) &&
    !figures.has(next!.index) &&
    !/^(?:survey|poll|census|study|estimate|count)$/.test(tokens[last + 2]?.form ?? '') &&
    !/^(?:survey|poll|census|study|estimate|count)$/.test(next!.form)
  )
    return true
  if (next?.tag === 'POS') {
    const lead = before?.form === 'the' ? tokens[first - 2] : before
    // `from last month's jobless rate of 8.1%`: of that rate
    const own = placed.first - 1
    if (tokens[own]?.form === 'of' && own > last + 2 && tokens.slice(last + 2, own).every(isDescribed)) return false
    if (!lead || !(isPreposition(lead) || /^(?:following|including)$/.test(lead.form))) return false
    if (last > placed.last) return /^(?:of|following|after|despite|from|than|to|by)$/.test(lead.form)
    // `With Monday's attack, 300 have died`
    if (/^(?:with|including|following|after|despite)$/.test(lead.form) && placed.first > last + 2) return true
    // `in this year's $3bn budget`: of the figure's own noun
    for (let i = last + 2; i < placed.first; i++) if (isVerb(tokens[i]) || isPreposition(tokens[i])) return true
    return placed.first - last > 5 || placed.first < last
  }
  // `after the 2011 disaster`, `2008-09 financial crisis`: an event by its year
  if (last < placed.first && (before?.form === 'the' || first === 0))
    for (let i = last + 1; i < last + 5 && /^(?:JJ|NN)/.test(tokens[i]?.tag ?? ''); i++)
      if (events.test(tokens[i]!.form)) return true
  // `futures for June delivery`
  if (/^(?:delivery|settlement|contracts?|futures|issue)$/.test(next?.form ?? '')) return true
  // `60% of its 2019 rate`, `their parents' May 2015 deaths`, `five titles and 2008 player of the year`: of that noun
  if (
    last > placed.last &&
    isNoun(next) &&
    !figures.has(next!.index) &&
    (/^(?:PRP\$|POS)$/.test(before?.tag ?? '') || /^(?:and|or|,)$/.test(before?.form ?? ''))
  )
    return true
  // `the 11 September attacks`: an event by its day
  if (isDay && isNoun(next)) return true
  return last > placed.last && /^(?:a|an)$/.test(before?.form ?? '') && isNoun(next) && !figures.has(next!.index)
}

/** `the lowest since 1974`, `its first loss since the strike of late 1992`: how long ago, not when. */
function isRecord(text: string, { start }: AnchoredDate): boolean {
  const before = text.slice(Math.max(0, start - 100), start)
  return /(?<![\p{L}])(?<!at\s)(?:\p{L}+est|first|last|worst|best|record|most|least|high|low|only)(?![\p{L}])[^,.;]*\ssince\s(?:the\s)?(?:(?:[\p{L}-]+\s){1,4}(?:of|in|on)\s(?:the\s)?)?$/iu.test(
    before,
  )
}

/** `since 2010` is open at its end, `by 2030` at its beginning. @param at where the figure stands */
function toPeriod(
  { kind, from, to, modifier, start, end, iso, expression }: AnchoredDate,
  text: string,
  at: number,
): Period {
  // `over the next three years`: from now on, though its first whole day is tomorrow
  if (
    expression.form === 'stretch' &&
    expression.sign > 0 &&
    from &&
    to &&
    !/^(?:day|week|quarter)$/.test(expression.unit)
  )
    return { from: isoDay(addDays(timeOf(from), -1)), to }
  // `after December's 4% rise`: what comes behind is after the rise
  if (/^[’']s(?![\p{L}])/u.test(text.slice(end, end + 3))) return { ...(from && { from }), ...(to && { to }) }
  const lead = /(?<![\p{L}])(\p{L}+)\s+(?:the\s)?(?:(?:start|beginning|end|middle)\s+of\s+)?(?:the\s)?$/iu
    .exec(text.slice(Math.max(0, start - 40), start))?.[1]
    ?.toLowerCase()
  // `since its launch in 2010`, `since the election of May 2024`, `since prices were last set 15 months ago`
  const launched = /(?<![\p{L}])since\s[^,;:.\d–—]*$/iu.test(text.slice(Math.max(0, start - 80), start))
  // `the half year to June`
  if (
    to &&
    /(?<!\p{L})half[-\s]year\s(?:to|ending|ended|through)\s$/iu.test(text.slice(Math.max(0, start - 24), start))
  )
    return { from: isoDay(addMonths(addDays(timeOf(to), 1), -6)), to }
  // `the year starting in April 2005`
  const starting = /(?<![\p{L}])(?:starting|beginning)\s(?:(?:in|on|from)\s)?$/u.test(
    text.slice(Math.max(0, start - 20), start),
  )
  // `until 2012, when it won 5%`, `shortly before 7 pm on Monday`: then, or that day
  const then = /^,?\swhen\s[^,;]+$/.test(text.slice(end, Math.max(end, Math.min(at, end + 160))))
  if (then || (expression.form === 'at' && modifier)) return { ...(from && { from }), ...(to && { to }) }
  if (lead === 'since' || (lead === 'from' && kind === 'date') || launched || starting || modifier === 'after')
    return from ? { from } : {}
  if (/^(?:by|until|till|through)$/.test(lead ?? '') || modifier === 'before') return to ? { to } : {}
  if (modifier === 'end' && to && iso?.length === 4 && lead === 'at') return { from: to, to }
  return { ...(from && { from }), ...(to && { to }) }
}
