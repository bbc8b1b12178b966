import type { Baseline } from '../../model/claim/figure.ts'
import {
  type Base,
  comparisonAlone,
  hasNorm,
  isEarlier,
  isNamedDay,
  isSpan,
  leadsToBase,
  readBase,
} from './base-words.ts'
import { readMultipleOf } from './multiple-of.ts'
import { isFiniteVerb, isVerb, type PlacedFigure, type Scene } from './scene.ts'

/** What a change or a comparison is against, and where its words stand. */
export type FoundBaseline = Base & {
  /** The token behind the preposition. */
  readonly from: number
  /** Behind `from`: the value that was before. */
  readonly old: boolean
}

const reach = 28

/**
 * What a figure is compared with, behind it in its own clause: `from $3m a year earlier`, `than in 2022`, `compared with 4.6% in April`.
 * @param moved whether the figure is one of a change or a comparison: only then does `from`, `on` or `below` lead to what it is against
 */
export function findBaseline(scene: Scene, placed: PlacedFigure, moved: boolean): FoundBaseline | undefined {
  return readMultipleOf(scene, placed) ?? readBehind(scene, placed, moved) ?? readFronted(scene, placed)
}

function readBehind(scene: Scene, placed: PlacedFigure, moved: boolean): FoundBaseline | undefined {
  const { tokens, figures } = scene
  let moves = moved
  let isAsMany = false
  for (let i = placed.last + 1; i < tokens.length && i < placed.last + reach; i++) {
    const { form } = tokens[i]!
    // `twice as many as`: the first `as`
    if (form === 'as' && !isAsMany && isFirstAs(scene, placed, i)) {
      // `$3bn on roads, twice as much as`: the other figure's
      if (figures.has(i - 1) && figures.get(i - 1) !== placed) return undefined
      isAsMany = true
      continue
    }
    // `as of May`, `as against 3%`
    if (form === 'as' && /^(?:of|against)$/.test(tokens[i + 1]?.form ?? '')) continue
    // `was 71%, up from 66%`
    if (/^(?:up|down)$/.test(form) && tokens[i + 1]?.form === 'from') {
      // `of the 120 seats it won 61, down from 67`: those of the nearer one
      if (!moved && isParted(scene, placed, i)) return undefined
      moves = true
    }
    if (
      /^(?:;|:|–|—|―|--|who|which|that|while|but|as|because|although|whereas|after|before)$/.test(form) &&
      !(form === 'as' && isAsMany)
    )
      return undefined
    // `accounts for 57% of output, rose 8.7%, against 7%`: the other verb's
    if (
      /^(?:VBD|VBZ|VBP)$/.test(tokens[i]!.tag) &&
      form !== 'compared' &&
      tokens[i - 1]!.form === ',' &&
      [1, 2, 3].some((k) => figures.has(i + k))
    )
      return undefined
    // another clause begins: `and 300 jobs were lost`
    if (form === 'and' && (isVerb(tokens[i + 1]) || startsClause(scene, i + 1))) return undefined
    // `from 43 to 30, Acme rose to 20 from 41`: a clause of its own
    if (form === ',' && scene.names.has(i + 1) && startsClause(scene, i + 1)) return undefined
    const alone = moves ? comparisonAlone(scene, i) : undefined
    if (alone) return { ...alone, from: i, old: false }
    // `more than twice as many`: the word is that figure's own
    // `means other than SMS`
    if (form === 'than' && /^(?:other|rather)$/.test(tokens[i - 1]!.form)) return undefined
    // `one percent of them would be more overwhelming than`, but `30% more likely than`
    if (
      form === 'than' &&
      tokens[i - 1]!.tag === 'JJ' &&
      /^(?:more|less)$/.test(tokens[i - 2]!.form) &&
      placed.last < i - 3
    )
      return undefined
    if (form === 'than' && figures.has(i) && figures.get(i) !== placed) return undefined
    const strong =
      /^(?:than|versus|vs|against)$/.test(form) ||
      (/^(?:missing|beating|topping|exceeding|surpassing)$/.test(form) && tokens[i - 1]!.form === ',') ||
      form === 'as' ||
      isCompared(tokens, i)
    const short =
      (form === 'short' && tokens[i + 1]?.form === 'of') ||
      // `a 44% premium to its closing price`
      (/^(?:premium|discount)$/.test(form) &&
        i === placed.last + 1 &&
        /^(?:to|over|on)$/.test(tokens[i + 1]?.form ?? ''))
    // `was 5.1%, from 4.9% in May`
    const was = form === 'from' && i === placed.last + 2 && isOldValue(placed, figures.get(i + 1))
    const weak =
      (moves || was) &&
      (form === 'from' ||
        (/^(?:on|over|below|above|under)$/.test(form) &&
          // `19% to 433m, 5m above guidance`: the nearer one's
          (form === 'on' || !figures.has(i - 1) || figures.get(i - 1) === placed) &&
          (leadsToBase(scene, i + 1) || (form === 'on' && isEarlier(scene, i + 1)))))
    if (!strong && !short && !weak) continue
    // `4,200 patients, 15% more than in 2022`: the comparison is the other figure's
    if (form === 'than' && figures.has(i - 2)) if (figures.get(i - 2) !== placed) return undefined
    // `91 seats, six more than needed`: the number’s, though it is no figure of its own
    if (form === 'than' && tokens[i - 2]?.tag === 'CD' && !figures.has(i - 2)) return undefined
    const from = form === 'compared' || short ? i + 2 : i + 1
    const found = readBase(scene, from, weak)
    // `won three awards, beating a favourite`: no value
    if (/^(?:missing|beating|topping)$/.test(form) && found && !found.figure && !found.date && !hasNorm(scene, from))
      return undefined
    // `a $3m fine against the miner`: who it hits; `235 votes against 198`: those who say no
    const value = found?.figure && found.figure.first - from <= 3 && !/^(?:vote|seat)$/.test(placed.figure.unit ?? '')
    if (form === 'against' && found && !moves && !value && !scene.dates.has(from)) return undefined
    // `413 of them, more than any other country`: so many, not so many more
    const bare = found && !found.figure && !found.date && !hasNorm(scene, from)
    const apart = tokens.slice(placed.last + 1, i).some((token) => token.form === ',' || isVerb(token))
    if (form === 'than' && bare && !moves && apart) return undefined
    // `1,100 of them, a rise of 85% compared with June`: what the nearer one is compared with
    const other = otherBetween(scene, placed, i)
    const anew = tokens.slice(placed.last + 1, i).some((token) => isVerb(token) || /^(?:and|up|down)$/.test(token.form))
    if (found && other && (!moves || (form === 'from' && anew))) return undefined
    // `will rise to $12 from January`: when it does
    if (form === 'from' && found?.date && !found.figure && isAhead(scene, placed)) return undefined
    // `to $12, from April 6, 2005`: when it does so
    if (
      form === 'from' &&
      found?.date &&
      !found.figure &&
      isNamedDay(scene.text.slice(found.date.start, found.date.end))
    )
      return undefined
    // `from 2019 to 2022`: how long it took
    if (form === 'from' && found && !found.figure && found.date && isSpan(scene, from)) return undefined
    // `to $110bn, and with Iceland from $12bn to $27bn`: of the next one
    if (form === 'from' && found?.figure && leadsToNext(scene, placed, i, found.figure)) return undefined
    if (found) {
      const same = isAlternative(scene, placed) && found.figure ? alternativeTo(scene, found.figure) : undefined
      const own = same && { figure: same, start: same.figure.start, end: same.figure.end }
      return { ...found, ...own, from, old: form === 'from' }
    }
    if (form === 'from') return undefined
  }
  return undefined
}

/** Whether another figure may be an earlier value of one: of its kind, and of its unit where both have one. */
const isOldValue = ({ figure }: PlacedFigure, old: PlacedFigure | undefined): boolean =>
  old?.figure.kind === figure.kind && (figure.unit ?? old.figure.unit) === (old.figure.unit ?? figure.unit)

/** `from $12bn to $27bn` behind `and`: the old value of the new one behind it. */
function leadsToNext({ tokens, figures }: Scene, { last }: PlacedFigure, from: number, old: PlacedFigure): boolean {
  if (tokens[old.last + 1]?.form !== 'to' || !figures.has(old.last + 2)) return false
  return tokens.slice(last + 1, from).some(({ form }) => form === 'and')
}

/** Another figure between one and token `i`, which is not the same value said again: `$5m, or 3% of it,`, `$5m (£3m)`. */
const otherBetween = ({ tokens, figures }: Scene, { last }: PlacedFigure, i: number): PlacedFigure | undefined =>
  [...figures.values()].find(
    (other) => other.first > last && other.last < i && !/^(?:or|\(|-lrb-|,|;)$/.test(tokens[other.first - 1]!.form),
  )

/** Whether another figure of the kind stands between a figure and token `i`, which is not the same value said again. */
const isParted = ({ tokens, figures }: Scene, { figure, last }: PlacedFigure, i: number): boolean =>
  [...figures.values()].some(
    (other) =>
      other.first > last &&
      other.last < i &&
      other.figure.kind === figure.kind &&
      !/^(?:or|\(|-lrb-|;)$/.test(tokens[other.first - 1]!.form),
  )

/** `will rise`, `is to rise`: what is yet to come. */
function isAhead({ tokens }: Scene, { first }: PlacedFigure): boolean {
  for (let i = first - 1; i >= 0 && i > first - 10 && !/^[,;:]$/.test(tokens[i]!.form); i--)
    if (/^(?:will|'ll|would|shall)$/.test(tokens[i]!.form)) return true
  return false
}

/** `$31bn, or $1.30 a share`: the second of two ways to say one value. */
const isAlternative = ({ tokens, figures }: Scene, { first }: PlacedFigure): boolean =>
  tokens[first - 1]?.form === 'or' && (figures.has(first - 2) || tokens[first - 2]?.form === ',')

/** `compared with $19bn, or 78 cents a share`: the second way to say a figure, right behind it. */
function alternativeTo({ tokens, figures }: Scene, { last }: PlacedFigure): PlacedFigure | undefined {
  let i = last + 1
  if (tokens[i]?.form === ',') i++
  return tokens[i]?.form === 'or' ? figures.get(i + 1) : undefined
}

/** `Compared with 2017, turnout was down 3%`: what opens the clause. */
function readFronted(scene: Scene, { first }: PlacedFigure): FoundBaseline | undefined {
  const { tokens, figures } = scene
  const at = tokens.findIndex((_, i) => i < first && isCompared(tokens, i))
  if (at < 0 || !(at === 0 || /^(?:,|;|and|but|while|“|"|``)$/.test(tokens[at - 1]!.form))) return undefined
  const found = readBase(scene, at + 2, false)
  const end = found && tokens.findIndex(({ start, form }) => start >= found.end && form === ',')
  if (!end || end < 0 || end > first) return undefined
  for (let i = end + 1; i < first; i++)
    if (figures.has(i) || /^(?:[,;:]|and|but|while|which|who)$/.test(tokens[i]!.form)) return undefined
  return { ...found, from: at + 2, old: false }
}

const isCompared = (tokens: Scene['tokens'], i: number): boolean =>
  (tokens[i]!.form === 'compared' && /^(?:with|to|against)$/.test(tokens[i + 1]?.form ?? '')) ||
  (tokens[i]!.form === 'relative' && tokens[i + 1]?.form === 'to')

/** `twice as many as`, `three times as tall as`. */
function isFirstAs({ tokens }: Scene, { figure, last }: PlacedFigure, i: number): boolean {
  if (/^(?:many|much|high|big|large|often|long)$/.test(tokens[i + 1]?.form ?? '')) return true
  return i === last + 1 && /^(?:multiple|fraction)$/.test(figure.kind) && tokens[i + 2]?.form === 'as'
}

function startsClause({ tokens, figures, dates }: Scene, from: number): boolean {
  for (let i = from; i < tokens.length && i < from + 10; i++) {
    if (tokens[i]!.form === ',') return false
    if (isFiniteVerb(tokens[i])) return !figures.has(from) || i > from + 2 || figures.get(from)!.last === i - 1
    if (figures.has(i) && i > from) return false
    if (dates.has(i)) return false
  }
  return false
}

/** As claims have it. */
export function toBaseline(text: string, { start, end, figure, date }: FoundBaseline): Baseline {
  const period =
    date && (date.from || date.to) && date.kind !== 'duration'
      ? { ...(date.from && { from: date.from }), ...(date.to && { to: date.to }) }
      : undefined
  return {
    surface: text.slice(start, end),
    start,
    end,
    ...(figure?.figure.number !== undefined && { number: figure.figure.number }),
    ...(period && { period }),
  }
}
