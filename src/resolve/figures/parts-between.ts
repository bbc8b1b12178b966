import type { SyntaxToken } from '../../syntax/index.ts'
import { isFiniteVerb, isVerb, type PlacedFigure, type Scene } from './scene.ts'
import { lemmaOfVerb, saysOnly } from './words.ts'

// What parts a date from a figure in its sentence.

/** What lies between a date and a figure: nothing that parts them, or how much; undefined where they are of different clauses. */
export function partsBetween(
  scene: Scene,
  from: number,
  to: number,
  placed: PlacedFigure,
  before: boolean,
  within: boolean,
  shares: (other: PlacedFigure) => boolean,
): number | undefined {
  const { text, tokens, figures, dates } = scene
  let cost = 0
  let comma = false
  let since = false
  const passed = new Set<PlacedFigure>()
  for (let i = from; i < to; i++) {
    const token = tokens[i]!
    if (token.form === ',') comma = true
    // `6bn euros ($8bn; £4bn) this year`
    if (token.form === ';' && figures.has(i - 1) && figures.has(i + 1)) continue
    if (/^(?:;|:|–|—|--|“|”|``|'')$/.test(token.form) || token.form === '"' || isDash(text, token)) return undefined
    // `on Tuesday, with prices at 5%`: beside the clause
    if (token.form === 'with' && i > from && tokens[i - 1]!.form === ',' && (!before || from > 4)) cost += 14
    const figure = figures.get(i)
    if (figure && figure !== placed && !passed.has(figure) && tokens[figure.first - 1]?.form !== 'per') {
      passed.add(figure)
      // `a profit of $1m, against a loss of $3m in 2003`: the time of the one right before it
      cost += shares(figure) ? 1 : before ? 4 : to - figure.last <= 2 ? 14 : 9
    }
    if (dates.has(i)) cost += 3
    if (
      !isSameTime(tokens, i, from, placed, before) &&
      /^(?:which|who|whose|where|what|while|but|after|before|although|because|whereas|since|if|when|instead)$/.test(
        token.form,
      ) &&
      !leadsToDate(scene, i)
    )
      cost += 14
    // `grew 2% in May, below the 3% of a year ago`: what it is compared with
    if (
      before &&
      passed.size > 0 &&
      to - i <= 3 &&
      /^(?:than|below|above|against|versus|compared)$/.test(token.form) &&
      !figures.has(i)
    )
      cost += 14
    // `400 in 2013, and 200 more this year`
    if (before && token.form === 'and' && i === to - 1) cost += 3
    // `since fighting between rebels and the army began in May`: all one clause
    if (token.form === 'since' && leadsToDate(scene, i)) since = true
    if (token.form === 'and' && !since && clauseBehind(tokens, figures, i + 1, to))
      cost += isJoined(tokens, i, from, before) ? 3 : 14
    if (token.form === ',' && i > from && clauseBehind(tokens, figures, i + 1, to)) cost += before ? 4 : 12
    if (token.form === 'that' && token.tag === 'IN') cost += 10
    // `published a statement on Monday saying it had lost $3m`, `asked on Monday for leave to spend $3m`
    if (before && /^(?:saying|stating|warning|claiming|arguing|announcing)$/.test(token.form)) cost += 14
    if (before && token.form === 'to' && tokens[i + 1]?.tag === 'VB' && asks(tokens, from)) cost += 14
    // `two officials said the tariffs of May`: who says it is of no time
    if (!before && !comma && isFiniteVerb(token) && saysOnly(lemmaOfVerb(token.form))) cost += 14
    // `it imports 600 tons, assuming a price of $400 in May`
    if (!before && token.tag === 'VBG' && tokens[i - 1]!.form === ',' && passesFigure(figures, i, to)) cost += 6
    // `reached 61%, a rise of 3% on May`, `spent $3m, more than in 2003`: what is said of the value
    if (!before && token.form === ',' && leadsAside(tokens, i, to)) cost += 14
    // `kept at the same level as in May`
    if (token.form === 'as' && [1, 2, 3].some((k) => tokens[i - k]?.form === 'same')) cost += 14
    // `by the time the last one flies in 2018`, `fined for breaking the rules in 2018`, `sentenced on Monday for stealing $3m`
    if (token.form === 'time' && tokens[i - 1]?.form === 'the' && tokens[i - 2]?.form === 'by') cost += 14
    if (
      token.tag === 'VBG' &&
      i > from &&
      !dates.has(i + 1) &&
      !figures.has(i) &&
      /^(?:for|of|without|despite)$/.test(tokens[i - 1]!.form)
    )
      cost += 14
  }
  // `in 2022 sales were $3m, and in 2023 they were $4m`: each with the figure that it leads to
  return cost >= 14 && !within ? undefined : cost
}

/** `after Monday`, `since the strike of 2012`, `since prices were last set in May`: a preposition and its time. */
function leadsToDate({ tokens, figures, dates }: Scene, i: number): boolean {
  const { form } = tokens[i]!
  if (!/^(?:after|before|since)$/.test(form)) return false
  // `and since it was founded in 2012 it has`: a clause of its own
  const reach = form === 'since' && !/^(?:and|but|,)$/.test(tokens[i - 1]!.form) ? 12 : 1
  for (let k = i + 1; k <= i + reach && !figures.has(k); k++) if (dates.has(k)) return true
  return false
}

/** `fell to 300 when the mine closed in 2010`, `the 1991 fair, in which 300 died`, `the blast on Monday, which killed 3`, `a march, which took place in May`. */
function isSameTime(tokens: Scene['tokens'], i: number, from: number, placed: PlacedFigure, before: boolean): boolean {
  const { form } = tokens[i]!
  // `In the year to May, sales rose 2%, while costs fell 3%`: no time of its own
  if (form === 'while' && before && from < 12 && tokens[from]?.form === ',') return true
  if (form === 'when') return before ? i - from < 2 : i - placed.last <= 8
  // `eleven sailors who drowned in 2015`
  if (!before && i === placed.last + 1 && /^(?:who|which)$/.test(form)) return true
  if (form !== 'which') return false
  if (!before) return happens(tokens, i + 1)
  if (i - from < 5 && tokens[i - 1]!.form === 'in' && tokens[i - 2]?.form === ',') return true
  return i - from < 2 && tokens[i + 1]?.tag === 'VBD' && !/^(?:was|were|had)$/.test(tokens[i + 1]!.form)
}

/** `which happened`, `that took place`: the time of what the clause is of. */
export const happens = (tokens: Scene['tokens'], verb: number): boolean =>
  /^(?:happened|occurred|erupted|unfolded)$/.test(tokens[verb]?.form ?? '') ||
  (tokens[verb]?.form === 'took' && tokens[verb + 1]?.form === 'place')

/** `In May it sold 3 and bought 5`, `3 were killed and 5 were hurt on Monday`: one time for both. */
function isJoined(tokens: Scene['tokens'], and: number, from: number, before: boolean): boolean {
  if (before) return from < 4 && isVerb(tokens[and + 1])
  const verb = tokens.slice(and + 1, and + 8).find(({ tag, label }) => tag === 'VBN' && label === 'conj')
  return verb !== undefined && tokens[verb.head]?.tag === 'VBN' && verb.head < and
}

/** Whether a verb of asking stands right before a date, and what is asked for behind it. */
const asks = (tokens: Scene['tokens'], behind: number): boolean =>
  tokens
    .slice(Math.max(0, behind - 7), behind)
    .some(({ form }) => /^(?:ask(?:s|ed)|urge[sd]|request(?:s|ed)|propose[sd]|permission|called|invited)$/.test(form))

/** `London, 5 May - Prices rose`: a hyphen for a dash. */
const isDash = (text: string, { form, start, end }: SyntaxToken): boolean =>
  form === '-' && /\s/.test(text[start - 1] ?? '') && /\s/.test(text[end] ?? '')

/** Whether what stands behind a comma is an aside that goes on to the date: `a level not seen since`, `including`, `more than`. */
function leadsAside(tokens: Scene['tokens'], comma: number, to: number): boolean {
  const [next, second] = [tokens[comma + 1]!, tokens[comma + 2]]
  if (comma + 2 >= to) return false
  return (
    /^(?:founded|established|formed|born|incorporated)$/.test(next.form) ||
    /^(?:a|an|again|including|more|less|fewer|far|despite)$/.test(next.form) ||
    (next.form === 'the' && /^(?:JJS|RBS)$/.test(second?.tag ?? '')) ||
    (next.form === 'in' && second?.form === 'comparison')
  )
}

const passesFigure = (figures: Scene['figures'], from: number, to: number): boolean => {
  for (let i = from; i < to; i++) if (figures.has(i)) return true
  return false
}

/** Whether a finite verb stands there before the next mark: a clause of its own. */
function clauseBehind(tokens: Scene['tokens'], figures: Scene['figures'], from: number, to: number): boolean {
  for (let i = from; i < to && i < from + 10; i++) {
    // `and no deaths since the camp opened`
    if (/^(?:,|since|when|after|before|until)$/.test(tokens[i]!.form)) return false
    if (isFiniteVerb(tokens[i]) && !figures.has(i)) return true
  }
  return false
}
