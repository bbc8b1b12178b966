import type { Baseline } from '../../model/claim/figure.ts'
import type { Span } from '../../model/segment.ts'
import type { AnchoredDate } from '../anchor-dates.ts'
import { isFiniteVerb, isPreposition, isVerb, type PlacedFigure, type Scene } from './scene.ts'

/** What a change or a comparison is against, and where its words stand. */
export type FoundBaseline = Span & {
  readonly figure?: PlacedFigure
  readonly date?: AnchoredDate
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
  const { tokens, figures } = scene
  let moves = moved
  for (let i = placed.last + 1; i < tokens.length && i < placed.last + reach; i++) {
    const { form } = tokens[i]!
    // `twice as many as`: the first `as`
    if (form === 'as' && /^(?:many|much|high|big|large|often|long)$/.test(tokens[i + 1]?.form ?? '')) continue
    // `was 71%, up from 66%`
    if (/^(?:up|down)$/.test(form) && tokens[i + 1]?.form === 'from') moves = true
    if (
      /^(?:;|:|–|—|--|who|which|that|while|but|as|because|although|whereas|after|before)$/.test(form) &&
      !(form === 'as' && isAsMany(scene, i))
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
    const share = placed.figure.kind === 'multiple' && i === placed.last + 1 ? readShareOf(scene, i) : undefined
    if (share) return share
    const alone = readAlone(scene, i)
    if (alone && moves) return alone
    // `more than twice as many`: the word is that figure's own
    if (form === 'than' && figures.has(i) && figures.get(i) !== placed) return undefined
    const strong =
      /^(?:than|versus|vs|against)$/.test(form) ||
      (/^(?:missing|beating|topping|exceeding|surpassing)$/.test(form) && tokens[i - 1]!.form === ',') ||
      (/^(?:compared|as)$/.test(form) && (/^(?:with|to|against|as)$/.test(tokens[i + 1]?.form ?? '') || form === 'as'))
    const short = form === 'short' && tokens[i + 1]?.form === 'of'
    const weak =
      moves &&
      (form === 'from' ||
        (/^(?:on|over|below|above|under)$/.test(form) &&
          (leadsToBase(scene, i + 1) || (form === 'on' && isEarlier(scene, i + 1)))))
    if (!strong && !short && !weak) continue
    // `4,200 patients, 15% more than in 2022`: the comparison is the other figure's
    if (form === 'than' && figures.has(i - 2)) if (figures.get(i - 2) !== placed) return undefined
    // `91 seats, six more than needed`: the number’s, though it is no figure of its own
    if (form === 'than' && tokens[i - 2]?.tag === 'CD' && !figures.has(i - 2)) return undefined
    if (form === 'as' && !isAsMany(scene, i)) continue
    const from = form === 'compared' || short ? i + 2 : i + 1
    const found = readBase(scene, from, weak)
    // `a $3m fine against the miner`: who it hits
    if (form === 'against' && found && !moves && !found.figure && !scene.dates.has(from)) return undefined
    // `from 2019 to 2022`: how long it took
    if (form === 'from' && found && !found.figure && found.date && isSpan(scene, from)) return undefined
    if (found) {
      const other = isAlternative(scene, placed) && found.figure ? alternativeTo(scene, found.figure) : undefined
      const own = other && { figure: other, start: other.figure.start, end: other.figure.end }
      return { ...found, ...own, from, old: form === 'from' }
    }
    if (form === 'from') return undefined
  }
  return undefined
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

/** `twice the number in the two years before`: the same value of another time. */
function readShareOf({ tokens, dates }: Scene, at: number): FoundBaseline | undefined {
  if (
    tokens[at]?.form !== 'the' ||
    !/^(?:number|level|rate|figure|amount|total|size|toll|pace|price)$/.test(tokens[at + 1]?.form ?? '')
  )
    return undefined
  const from = at + 2
  if (!/^(?:in|of|for)$/.test(tokens[from]?.form ?? '')) return undefined
  const date = dates.get(from + 1) ?? (tokens[from + 1]?.form === 'the' ? dates.get(from + 2) : undefined)
  return date && { start: tokens[from]!.start, end: date.end, date, from: from + 1, old: false }
}

/** `twice as many as`: the second `as`. */
const isAsMany = ({ tokens }: Scene, i: number) =>
  /^(?:many|much|high|big|large|often|long)$/.test(tokens[i - 1]?.form ?? '')

function startsClause({ tokens, figures, dates }: Scene, from: number): boolean {
  for (let i = from; i < tokens.length && i < from + 10; i++) {
    if (tokens[i]!.form === ',') return false
    if (isFiniteVerb(tokens[i])) return !figures.has(from) || i > from + 2 || figures.get(from)!.last === i - 1
    if (figures.has(i) && i > from) return false
    if (dates.has(i)) return false
  }
  return false
}

/** `year on year`, `sequentially`, `a year earlier` behind nothing but its change. */
function readAlone({ text, tokens }: Scene, i: number): FoundBaseline | undefined {
  const token = tokens[i]!
  if (token.form === 'sequentially') return { start: token.start, end: token.end, from: i, old: false }
  if (!/^(?:year|month|quarter|week)/.test(token.form)) return undefined
  const words = /^(?:year|month|quarter|week)(?:[\s-](?:on|over)[\s-](?:year|month|quarter|week)|ly)(?![\p{L}])/iu.exec(
    text.slice(token.start, token.start + 24),
  )?.[0]
  return words && /[\s-]/.test(words)
    ? { start: token.start, end: token.start + words.length, from: i, old: false }
    : undefined
}

/** Behind `on`, `over`, `below`, `above`: a date, a figure, or a word for what was planned or was before. */
function leadsToBase({ tokens, dates, figures }: Scene, from: number): boolean {
  for (let i = from; i < from + 4 && i < tokens.length; i++) {
    // `over the past five years`: how long
    if (dates.has(i))
      return (
        tokens[i]!.form !== 'date' &&
        !isNamedDay(tokens[i]!.text) &&
        !/\b(?:(?:past|last|next|coming|first)\s(?:\S+\s)?decade|years|months|weeks|quarters|decades|days)$/i.test(
          tokens[i]!.text,
        )
      )
    if (figures.has(i)) return false
    if (
      /^(?:budget|target|forecasts?|plan|estimates?|average|expectations|levels?|norm|normal|schedule)$/.test(
        tokens[i]!.form,
      )
    )
      return true
    if (
      !/^(?:the|its|their|a|an|this|same|last|previous|prior)$/.test(tokens[i]!.form) &&
      !/^JJ|^NN/.test(tokens[i]!.tag)
    )
      return false
  }
  return false
}

/** `up 7% on the previous 12 months`: a stretch before. */
function isEarlier({ text, tokens, dates }: Scene, i: number): boolean {
  const date = dates.get(i) ?? dates.get(i + 1)
  return date !== undefined && /^(?:the\s)?(?:previous|preceding|prior)\s/i.test(text.slice(tokens[i]!.start, date.end))
}

/** `2019 to 2022`, `May until July`: two times, or one that is a stretch between two. */
function isSpan({ text, tokens, dates }: Scene, i: number): boolean {
  const date = dates.get(i)
  if (!date) return false
  if (/\s(?:to|until|till|through)\s/.test(text.slice(date.start, date.end))) return true
  let k = i
  while (dates.get(k) === date) k++
  return /^(?:to|until|till|through)$/.test(tokens[k]?.form ?? '') && dates.has(k + 1)
}

/** `on Monday`: when, not against what. */
const isNamedDay = (words: string) =>
  /day\b|^\d{1,2}\s|\d(?:st|nd|rd|th)?$/i.test(words) && !/^(?:19|20)\d\d$/.test(words) && !/\byear\b/i.test(words)

/** The words behind a preposition up to the end of their phrase, with the first figure and date in them. */
function readBase(
  { tokens, figures, dates }: Scene,
  from: number,
  weak: boolean,
): Omit<FoundBaseline, 'from' | 'old'> | undefined {
  let i = from
  let figure: PlacedFigure | undefined
  let date: AnchoredDate | undefined
  for (; i < tokens.length && i < from + 16; i++) {
    const token = tokens[i]!
    if (
      (/^(?:[,.;:!?()]|–|—|--|-[lr]rb-|and|but|while|which|who|that|as|after|because|since|to|or|said|says)$/.test(
        token.form,
      ) ||
        // `than Indians for the first time since 2021`
        (token.form === 'for' &&
          tokens[i + 1]?.form === 'the' &&
          /^(?:first|second|third|fourth|last)$/.test(tokens[i + 2]?.form ?? ''))) &&
      i > from
    )
      break
    // `from 25% in return for investment`
    if (
      figure &&
      token.form === 'in' &&
      /^(?:return|exchange|addition|order|line|spite)$/.test(tokens[i + 1]?.form ?? '')
    )
      break
    const own = figures.get(i)
    if (own) {
      if (figure && figure !== own) break
      figure = own
    }
    const day = dates.get(i)
    if (day) {
      if (date && date !== day) break
      date = day
    }
    if (isFiniteVerb(token) && !figure && !date && weak) return undefined
  }
  if (i === from) return undefined
  // `against each other`: no value
  if (!figure && !date && /^(?:each|one|enough|him|her|it|them|us|me|you)$/.test(tokens[from]!.form)) return undefined
  // `from the ministry`, `from sales`: no value
  if (
    weak &&
    !figure &&
    !date &&
    !tokens
      .slice(from, i)
      .some(({ form }) =>
        /^(?:budget|target|forecasts?|plan|estimates?|average|expectations|levels?|norm|normal|schedule)$/.test(form),
      )
  )
    return undefined
  while (
    i > from + 1 &&
    (isVerb(tokens[i - 1]) || isPreposition(tokens[i - 1])) &&
    !figures.has(i - 1) &&
    !dates.has(i - 1)
  )
    i--
  return { start: tokens[from]!.start, end: tokens[i - 1]!.end, ...(figure && { figure }), ...(date && { date }) }
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
