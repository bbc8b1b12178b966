import type { SegmentedText, Span } from '../model/segment.ts'
import { spanAt } from '../model/segment.ts'
import { hasTag, isPastTense } from '../text/lexicon.ts'
import { isDelivery } from './delivery-month.ts'

/** Where the clause around a time expression looks: back, ahead, or nowhere (a text without a verb). */
export type Direction = -1 | 0 | 1

const ahead =
  /^(?:will|shall|would|should|must|’ll|'ll|going|due|set|scheduled|expected|slated|plans?|planned|planning|upcoming|tomorrow|until|hopes?|intends?|aims?|expects?|forecasts|predicts?|vows?|vowed|promises|starting|beginning|by)$/i
// past and present look alike; behind a subject of the third person such a form is past
const invariant =
  /^(?:shut|cut|put|hit|let|cost|quit|spread|split|hurt|beat|bet|shed|thrust|burst|cast|broadcast|forecast|upset)$/i
const perfect = /^(?:has|have|had|having|been|was|were|did|ago|since)$/i

/** Words of a stretch of text, and where each looks; asked only for words near a time expression, so worked out one by one. */
type Stretch = {
  readonly start: number
  readonly end: number
  readonly at: readonly number[]
  readonly words: readonly string[]
  readonly directions: (Direction | undefined)[]
}
const reach = 400
const step = 1000

function readStretch(text: string, start: number, end: number): Stretch {
  const at: number[] = []
  const words: string[] = []
  for (const match of text.slice(start, end).matchAll(/[\p{L}’']+/gu)) {
    at.push(start + match.index)
    words.push(match[0])
  }
  return { start, end, at, words, directions: new Array(words.length) }
}

/** The stretch of a sentence around an offset: all of it, or of a very long one a part that the offsets near by share. */
function stretchAround(sentence: Span, offset: number): Span {
  if (sentence.end - sentence.start <= 4 * step) return sentence
  const start = sentence.start + Math.max(0, Math.floor((offset - reach - sentence.start) / step)) * step
  return { start, end: Math.min(sentence.end, start + 2 * step + 2 * reach) }
}

/**
 * Reads the direction of a clause off the nearest verb of the sentence, verbs before the expression counting as a little nearer.
 * `set for`, `due`, `scheduled` and modals look ahead; past and perfect forms look back.
 */
export function createDirectionReader({ text, sentences }: SegmentedText): (span: Span) => Direction {
  let last: Stretch | undefined
  return (span) => {
    const sentence = spanAt(sentences, span.start)
    if (!sentence) return 0
    const { start, end } = stretchAround(sentence, span.start)
    if (last?.start !== start || last.end !== end) last = readStretch(text, start, end)
    return directionNear(text, last, span)
  }
}

const promised = /^(?:vowed|promised|predicted|pledged|planned|hoped|intended|aimed|expected)$/i
// what is called by the day it happened on
const past =
  'rulings?|verdicts?|convictions?|judge?ments?|acquittals?|arrests?|attacks?|killings?|murders?|shootings?|stabbings?|bombings?|crash|crashes|fire|blaze|explosions?|blasts?|raids?|riots?|coup|accidents?|earthquakes?|quakes?|floods?|flooding|storms?|derailment|collapse|deaths?|defeats?|loss|losses|victory|resignation|massacre|invasion|breach|incidents?|outbreak|landslide|assassination|rampage|strikes?'
const behindIt = new RegExp(`^(?:\\s|[’']s\\s)(?:\\p{Ll}+\\s)?(?:${past})(?![\\p{L}])`, 'u')
const beforeIt = new RegExp(
  `(?<![\\p{L}])(?:following|after|since|over)\\s(?:the|his|her|its|their|an?)\\s(?:[\\p{L}-]+\\s){0,3}(?:${past})(?:\\son)?\\s$`,
  'u',
)

/** `the court's February ruling`, `following the verdict on Monday`: over, whatever the sentence looks ahead to. */
function namesPast(text: string, span: Span): boolean {
  return (
    behindIt.test(text.slice(span.end, span.end + 40)) ||
    beforeIt.test(text.slice(Math.max(0, span.start - 80), span.start))
  )
}

/** `a 70 percent chance of a cut in November`: what is only expected lies ahead. */
const awaits =
  /(?<![\p{L}])(?:chances?|odds|probability|likelihood|prospects?|expectations?|bets?|hopes?|fears?|plans?)\s(?:of|for|on)\s(?:(?!(?:was|were|had|rose|fell|and|but)\s)[\p{L}\d%.’'-]+\s){1,6}(?:in|by|on|before|for)\s(?:the\s)?(?:\p{Ll}+\s)?$/u

function directionNear(text: string, { at, words, directions }: Stretch, span: Span): Direction {
  if (namesPast(text, span)) return -1
  if (isDelivery(text, span.start)) return 1
  if (awaits.test(text.slice(Math.max(0, span.start - 100), span.start))) return 1
  const from = firstAt(at, span.start - reach)
  const here = firstAt(at, span.start)
  // a verb of another clause speaks of another time; the comma behind what opens a sentence ends no clause
  const opens = here <= 1 && text[span.end] === ',' ? span.end + 1 : span.end
  const behind = (to: number) =>
    /[;:—–]|,\s|\s(?:that|which|who|when|while|after|before|because|if|as|but)\s/i.test(text.slice(opens, to))
  const earlier = (to: number) => /[;:—–]|,\s(?:and|but|while|which|who)\s/i.test(text.slice(to, span.start))
  let best: Direction = 0
  let bestDistance = Number.POSITIVE_INFINITY
  // `About 200 joined`: the word before the number is not the verb's
  const previousOf = (i: number) =>
    i > 0 && at[i - 1]! + words[i - 1]!.length + 1 === at[i] ? words[i - 1] : undefined
  const consider = (i: number) => {
    const before = i < here
    const steps = before ? here - i : (i - here) * 1.5 + 1
    if (steps >= bestDistance) return
    let direction = directions[i] ?? directionOf(words[i]!, words[i + 1], previousOf(i))
    directions[i] = direction
    // `Oduya on Monday vowed to end`: the vow is over, what was vowed is not
    if (!before && direction === 1 && promised.test(words[i]!)) direction = -1
    if (direction === 0) return
    const distance = steps + ((before ? earlier(at[i]!) : behind(at[i]!)) ? 10 : 0)
    if (distance < bestDistance) {
      best = direction
      bestDistance = distance
    }
  }
  for (let i = here - 1; i >= from && here - i < bestDistance; i--) consider(i)
  for (let i = here; i < at.length && at[i]! < span.start + reach && (i - here) * 1.5 + 1 < bestDistance; i++)
    if (at[i]! >= span.end) consider(i)
  return best
}

/** Index of the first of sorted offsets that is `offset` or more. */
function firstAt(offsets: readonly number[], offset: number): number {
  let [low, high] = [0, offsets.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (offsets[middle]! < offset) low = middle + 1
    else high = middle
  }
  return low
}

function directionOf(word: string, next: string | undefined, previous: string | undefined): Direction {
  // `are to meet on Wednesday`
  if (/^to$/i.test(word)) return /^(?:is|are|am)$/i.test(previous ?? '') ? 1 : 0
  if (/^by$/i.test(word)) return 0
  if (ahead.test(word)) {
    if (/^(?:set|planned|plan|plans|due|expected|scheduled|slated|starting|beginning|until)$/i.test(word)) {
      // `rose by less than expected in May`
      const behind = /^(?:had|was|were|than|as)$/i.test(previous ?? '')
      return /^(?:for|to|on|in|from|at|next)$/i.test(next ?? '') && !behind ? 1 : 0
    }
    return 1
  }
  if (
    /^have$/i.test(word) &&
    (/^to$/i.test(next ?? '') ||
      /^(?:will|would|shall|to|can|could|may|might|must|should|let|please)$/i.test(previous ?? ''))
  )
    return /^to$/i.test(next ?? '') || /^will$/i.test(previous ?? '') ? 1 : 0
  // `has a June deadline`: a full verb of the present
  if (/^(?:has|have)$/i.test(word) && /^(?:a|an|the|no|its|his|her|their|some|any|more|until)$/i.test(next ?? ''))
    return 0
  // `could cut again before Christmas`; `could not be found` is over, and `have` of `could have cut` says so itself
  if (/^(?:could|may|might|can)$/.test(word)) {
    if (/^have$/i.test(next ?? '')) return 0
    return word === 'could' && /^(?:not|hardly|barely|only|never)$/i.test(next ?? '') ? -1 : 1
  }
  if (perfect.test(word)) return -1
  // `should be completed`: the form is no past
  if (/^be$/i.test(previous ?? '')) return 0
  if (invariant.test(word)) {
    const noun = hasTag(
      previous ?? '',
      'Determiner',
      'Possessive',
      'Adjective',
      'Ordinal',
      'Preposition',
      'Comparative',
    )
    return noun || /^(?:to|will|would|can|could|may|might|must|should|they|we|you|i)$/i.test(previous ?? '') ? 0 : -1
  }
  // known as adjectives, but verbs where no article or copula stands before: `NASA celebrated`
  const verbal =
    /^\p{Ll}.*\p{Ll}{3}ed$/u.test(word) &&
    !hasTag(previous ?? '', 'Determiner', 'Possessive', 'Copula', 'Preposition', 'Adjective') &&
    // `a newly built`, but `only received`
    (!hasTag(previous ?? '', 'Adverb') || !/[^n]ly$/.test(previous ?? ''))
  return isPastTense(word) || verbal ? -1 : 0
}
