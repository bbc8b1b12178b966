import type { Span } from '../../model/segment.ts'
import type { AnchoredDate } from '../anchor-dates.ts'
import { behindBracket } from './hanging.ts'
import { isFiniteVerb, isNoun, isPreposition, isVerb, type PlacedFigure, type Scene } from './scene.ts'

// The words behind `than`, `from`, `against`: what a figure is compared with.

/** The words, with the first figure and date in them. */
export type Base = Span & { readonly figure?: PlacedFigure; readonly date?: AnchoredDate }

/** What was planned, is usual or was expected. */
export const isNorm = (form: string): boolean =>
  /^(?:budget|target|forecasts?|plan|estimates?|average|expectations|levels?|norm|normal|schedule|peaks?|highs?|lows?|close|guidance|consensus)$/.test(
    form,
  )

/** `year on year`, `sequentially`, `a year earlier` behind nothing but its change. */
export function comparisonAlone({ text, tokens }: Scene, i: number): Base | undefined {
  const token = tokens[i]!
  if (token.form === 'sequentially') return { start: token.start, end: token.end }
  const short = /^(?:Yo[yY]|yoy|Qo[qQ]|qoq|MoM|([yqm])[-/](?:o-)?\1)(?![\p{L}])/u.exec(
    text.slice(token.start, token.start + 6),
  )?.[0]
  if (short) return { start: token.start, end: token.start + short.length }
  if (!/^(?:year|month|quarter|week)/.test(token.form)) return undefined
  const words = /^(?:year|month|quarter|week)(?:[\s-](?:on|over)[\s-](?:year|month|quarter|week)|ly)(?![\p{L}])/iu.exec(
    text.slice(token.start, token.start + 24),
  )?.[0]
  return words && /[\s-]/.test(words) ? { start: token.start, end: token.start + words.length } : undefined
}

/** Whether one of the next words is such a word. */
export const hasNorm = ({ tokens }: Scene, from: number): boolean =>
  tokens.slice(from, from + 6).some(({ form }) => isNorm(form))

/** Behind `on`, `over`, `below`, `above`: a date, a figure, or a word for what was planned or was before. */
export function leadsToBase({ text, tokens, dates, figures }: Scene, from: number): boolean {
  for (let i = from; i < from + 4 && i < tokens.length; i++) {
    // `over the past year`, `over that year`: how long
    const day = dates.get(i)
    if (day && /^(?:(?:the|a|this)\s(?:past|last|next|coming)|that)\s/i.test(text.slice(tokens[from]!.start, day.end)))
      return false
    // `over the past five years`
    if (day)
      return (
        tokens[i]!.form !== 'date' &&
        !isNamedDay(tokens[i]!.text) &&
        !/\b(?:(?:past|last|next|coming|first)\s(?:\S+\s)?decade|years|months|weeks|quarters|decades|days)$/i.test(
          tokens[i]!.text,
        )
      )
    if (figures.has(i)) return false
    // `by 5% on average`
    if (i === from && tokens[i]!.form === 'average') return false
    // `above sea level`
    if (isNorm(tokens[i]!.form)) return !/^(?:sea|ground|water|eye|street)$/.test(tokens[i - 1]!.form)
    if (
      !/^(?:the|its|their|a|an|this|same|last|previous|prior)$/.test(tokens[i]!.form) &&
      !/^JJ|^NN/.test(tokens[i]!.tag)
    )
      return false
  }
  return false
}

/** `up 7% on the previous 12 months`: a stretch before. */
export function isEarlier({ text, tokens, dates }: Scene, i: number): boolean {
  const date = dates.get(i) ?? dates.get(i + 1)
  return date !== undefined && /^(?:the\s)?(?:previous|preceding|prior)\s/i.test(text.slice(tokens[i]!.start, date.end))
}

/** `2019 to 2022`, `May until July`: two times, or one that is a stretch between two. */
export function isSpan({ text, tokens, dates }: Scene, i: number): boolean {
  const date = dates.get(i)
  if (!date) return false
  if (/\s(?:to|until|till|through)\s/.test(text.slice(date.start, date.end))) return true
  let k = i
  while (dates.get(k) === date) k++
  return /^(?:to|until|till|through)$/.test(tokens[k]?.form ?? '') && dates.has(k + 1)
}

/** `on Monday`: when, not against what. */
export const isNamedDay = (words: string) =>
  !/^(?:same\s(?!day).*|\p{L}+\.?\s(?:19|20)\d\d)$/iu.test(words) &&
  /day\b|^\d{1,2}\s|\d(?:st|nd|rd|th)?$/i.test(words) &&
  !/^(?:19|20)\d\d$/.test(words) &&
  !/\byear\b/i.test(words)

/** `than the state expected to get`, `than the number that was reported`, `than prior to the war`: words that go on. */
const goesOn = (tokens: Scene['tokens'], i: number): boolean =>
  tokens[i]!.form === 'to'
    ? /^(?:VB[ND]|HYPH)$/.test(tokens[i - 1]!.tag) || /^(?:prior|close)$/.test(tokens[i - 1]!.form)
    : tokens[i]!.form === 'that' && isNoun(tokens[i - 1]) && isVerb(tokens[i + 1])

/** The words behind a preposition up to the end of their phrase, with the first figure and date in them. */
export function readBase(scene: Scene, from: number, weak: boolean): Base | undefined {
  const { tokens, figures, dates } = scene
  let i = from
  let figure: PlacedFigure | undefined
  let date: AnchoredDate | undefined
  let goes = false
  for (; i < tokens.length && i < from + 16; i++) {
    // `from €31m (US$39m) a year ago`: the same again
    if (figures.has(i - 1)) i = behindBracket(scene, i)
    const token = tokens[i]
    if (!token) break
    if (
      ((/^(?:[,.;:!?()]|–|—|--|-[lr]rb-|and|but|while|which|who|that|after|because|since|to|or|said|says|during)$/.test(
        token.form,
      ) &&
        (figure || !goesOn(tokens, i))) ||
        (token.form === 'as' && tokens[i + 1]?.form !== 'of') ||
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
    goes ||= i > from && !figure && goesOn(tokens, i)
    const own = figures.get(i)
    if (own) {
      if (figure && figure !== own) break
      figure = own
    }
    const day = dates.get(i)
    // `against the dollar this year`: when, not what
    if (day && i > from && tokens[from - 1]?.form === 'against' && !figure && isNoun(tokens[i - 1])) break
    if (day) {
      if (date && date !== day) break
      date = day
    }
    if (isFiniteVerb(token) && !figure && !date && weak) return undefined
  }
  if (i === from) return undefined
  // `above normal for the season`
  if (isNorm(tokens[from]!.form) && tokens[from + 1]?.form !== 'of' && !figure && !date) i = from + 1
  // `against each other`: no value
  if (!figure && !date && /^(?:each|one|enough|him|her|it|them|us|me|you)$/.test(tokens[from]!.form)) return undefined
  // `from the ministry`, `from sales`: no value
  if (weak && !figure && !date && !tokens.slice(from, i).some(({ form }) => isNorm(form))) return undefined
  while (
    !goes &&
    i > from + 1 &&
    (isVerb(tokens[i - 1]) || isPreposition(tokens[i - 1])) &&
    !figures.has(i - 1) &&
    !dates.has(i - 1)
  )
    i--
  return { start: tokens[from]!.start, end: tokens[i - 1]!.end, ...(figure && { figure }), ...(date && { date }) }
}
