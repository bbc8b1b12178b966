import { hasTag, isPastTense, isPluralNoun, toSingular } from '../text/lexicon.ts'
import { isCapital, isGlued, isNear, near, type Tokens, word } from '../text/tokens.ts'

/** What has a year of its own, so that a year may stand before it. */
const yearly =
  /^(?:level|high|low|peak|price|rate|target|figure|average|baseline|total|standard|forecast|result|estimate|rule|law|value|emission|sale|earning|cost|profit|loss|revenue|tax|budget|account|number|record|goal|poll|game|final|playoff|primary|midterm|award|protest|riot|flood|fire|storm|talk|war|attack|accord|treaty|deal|contract|report|review|model|edition|version|season|campaign|strike|exam|grade|score|graduate|finalist|winner|champion|nominee)$/
const deverbal = /(?:tion|sion|ment|ing|ance|ence|ity|ship)s$/

/** True for a noun (in the singular) that years stand before: `2019 levels`. */
export const isYearly = (noun: string): boolean => yearly.test(noun)

/**
 * `exported 1950 cars`, `to build 1850 flats`: four digits between a verb and what it may have so many of. A year stands behind a preposition,
 * an article or a possessor, or before what has years. Recent
 * years are left out: the press writes them everywhere (`paid 2021 bonuses`), and rarely counts up to one of them.
 */
export function isCountedYear(tokens: Tokens, i: number): boolean {
  if (/^(?:19[89]|20[0-3])\d$/.test(tokens.lower[i]!)) return false
  if (!isNear(tokens, i) || !isNear(tokens, i + 1) || isGlued(tokens, i + 1)) return false
  const noun = tokens.lower[i + 1]!
  if (tokens.kind[i + 1] !== word || isCapital(tokens, i + 1) || !isPluralNoun(noun)) return false
  if (deverbal.test(noun) || isYearly(toSingular(noun))) return false
  const verb = tokens.lower[i - 1]!
  return (
    isPastTense(verb) ||
    (hasTag(verb, 'Infinitive') &&
      /^(?:to|will|would|can|could|must|should|may|might)$/.test(near(tokens, i - 1) ? tokens.lower[i - 2]! : ''))
  )
}
