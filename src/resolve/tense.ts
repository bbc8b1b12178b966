import type { SegmentedText, Span } from '../model/segment.ts'
import { spanAt, windowOf } from '../model/segment.ts'
import { hasTag, isPastTense } from '../text/lexicon.ts'

/** Where the clause around a time expression looks: back, ahead, or nowhere (a text without a verb). */
export type Direction = -1 | 0 | 1

const ahead =
  /^(?:will|shall|would|should|must|’ll|'ll|going|due|set|scheduled|expected|slated|plans?|planned|planning|upcoming|tomorrow|until|hopes?|intends?|aims?|expects?|forecasts|predicts?|vows?|vowed|promises|starting|beginning|by)$/i
// past and present look alike; behind a subject of the third person such a form is past
const invariant =
  /^(?:shut|cut|put|hit|let|cost|quit|spread|split|hurt|beat|bet|shed|thrust|burst|cast|broadcast|forecast|upset)$/i
const perfect = /^(?:has|have|had|having|been|was|were|did|ago|since)$/i

/**
 * Reads the direction off the nearest verb of the sentence, verbs before the expression counting as a little nearer.
 * `set for`, `due`, `scheduled` and modals look ahead; past and perfect forms look back.
 */
export function readDirection({ text, sentences }: SegmentedText, span: Span): Direction {
  const whole = spanAt(sentences, span.start)
  if (!whole) return 0
  const sentence = windowOf(whole, span.start, 400, 400)
  const words = [...text.slice(sentence.start, sentence.end).matchAll(/[\p{L}’']+/gu)]
  const here = words.findIndex((word) => sentence.start + word.index >= span.start)
  // a verb of another clause speaks of another time
  // the comma behind what opens a sentence ends no clause: `On Wednesday, they are to travel`
  const opens = here <= 1 && text[span.end] === ',' ? span.end + 1 : span.end
  const behind = (at: number) =>
    /[;:—–]|,\s|\s(?:that|which|who|when|while|after|before|because|if|as|but)\s/i.test(text.slice(opens, at))
  const earlier = (at: number) => /[;:—–]|,\s(?:and|but|while|which|who)\s/i.test(text.slice(at, span.start))
  let best: Direction = 0
  let bestDistance = Number.POSITIVE_INFINITY
  words.forEach((match, i) => {
    const at = sentence.start + match.index
    if (at >= span.start && at < span.end) return
    const direction = directionOf(match[0], words[i + 1]?.[0], words[i - 1]?.[0])
    if (direction === 0) return
    const before = i < here || here < 0
    const steps = before ? Math.abs((here < 0 ? words.length : here) - i) : (i - here) * 1.5 + 1
    const distance = steps + ((before ? earlier(at) : behind(at)) ? 10 : 0)
    if (distance < bestDistance) {
      best = direction
      bestDistance = distance
    }
  })
  return best
}

function directionOf(word: string, next: string | undefined, previous: string | undefined): Direction {
  // `are to meet on Wednesday`
  if (/^to$/i.test(word)) return /^(?:is|are|am)$/i.test(previous ?? '') ? 1 : 0
  if (/^by$/i.test(word)) return 0
  if (ahead.test(word)) {
    if (/^(?:set|planned|plan|plans|due|expected|scheduled|slated|starting|beginning|until)$/i.test(word)) {
      const behind = /^(?:had|was|were)$/i.test(previous ?? '')
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
    !hasTag(previous ?? '', 'Determiner', 'Possessive', 'Copula', 'Adverb', 'Preposition', 'Adjective')
  return isPastTense(word) || verbal ? -1 : 0
}
