import { hasTag, isPastTense } from '../../text/lexicon.ts'
import { readOrdinal } from '../../text/number-words.ts'
import { readNumeral } from '../../text/numerals.ts'
import { digits, isCapital, isGlued, isNear, near, type Tokens, word } from '../../text/tokens.ts'
import { isLeftFree, isRightFree } from './edges.ts'
import { isYear } from './labels.ts'
import type { FigureReading, FigureRule } from './reading.ts'

// Reads   top five, top 10, top-three, the third-largest, 12th-largest, second most populous, No. 2, ranked fourth, number one
// Not     top 5% (a percentage), No. 10 Downing Street, the third quarter, `the number one` before a noun of place
export const readRank: FigureRule = (tokens, i) => {
  const { lower } = tokens
  const form = lower[i]!
  if (!isLeftFree(tokens, i)) return null
  if (form === 'top' || form === 'bottom') {
    const at = lower[i + 1] === '-' ? i + 2 : i + 1
    const numeral = isNear(tokens, at) ? readNumeral(tokens, at) : null
    if (
      !numeral ||
      numeral.value === undefined ||
      numeral.fractional ||
      numeral.scaled ||
      numeral.value > 5000 ||
      // `would top 1986 income`
      isYear(lower[at]!) ||
      !isRightFree(tokens, numeral.end)
    )
      return null
    if (/^(?:%|percent|per|st|nd|rd|th|million|billion)$/.test(near(tokens, numeral.end))) return null
    return { start: i, end: numeral.end, name: 'figure.rank', kind: 'rank', number: numeral.value, modifier: 'at-most' }
  }
  if (/^(?:no|number|ranked|ranks|ranking|rank)$/.test(form)) return readNumbered(tokens, i)
  if (form === 'between') return readRankRange(tokens, i)
  const ordinal = readOrdinal(tokens, i)
  if (!ordinal) return null
  const at = lower[ordinal.end] === '-' ? ordinal.end + 1 : ordinal.end
  if (!isNear(tokens, at) || tokens.kind[at] !== word) return null
  const adjective = lower[at]!
  const compared = /^(?:most|least)$/.test(adjective)
  if (!compared && !/^(?:best|worst)$/.test(adjective) && !(/est$/.test(adjective) && hasTag(adjective, 'Superlative')))
    return null
  let end = at + 1
  if (compared) {
    const next = lower[end] === '-' ? end + 1 : end
    if (
      isNear(tokens, next) &&
      tokens.kind[next] === word &&
      !isCapital(tokens, next) &&
      !/^(?:of|in|recent)$/.test(lower[next]!)
    )
      end = next + 1
  }
  return { start: i, end, name: 'figure.rank', kind: 'rank', number: ordinal.value }
}

/** `between the tenth and the fifteenth`, behind a verb or noun of ranking. */
function readRankRange(tokens: Tokens, i: number): FigureReading | null {
  const leads = /^(?:ranks?|ranked|ranking|placed|finished|place|position|somewhere)$/
  if (!isNear(tokens, i) || !leads.test(tokens.lower[i - 1]!)) return null
  const skipThe = (at: number) => (near(tokens, at) === 'the' ? at + 1 : at)
  const low = readOrdinal(tokens, skipThe(i + 1))
  const high = low && near(tokens, low.end) === 'and' ? readOrdinal(tokens, skipThe(low.end + 1)) : null
  return high && low!.value < high.value
    ? { start: i, end: high.end, name: 'figure.rank', kind: 'rank', low: low!.value, high: high.value }
    : null
}

/** `No. 2`, `number one`, `ranked fourth`. */
function readNumbered(tokens: Tokens, i: number): FigureReading | null {
  const { lower } = tokens
  const label = lower[i] === 'no' || lower[i] === 'number'
  const dot = lower[i + 1] === '.' && isGlued(tokens, i + 1) ? 1 : 0
  if (lower[i] === 'no' && !(isCapital(tokens, i) && dot)) return null
  const at = i + 1 + dot
  if (!isNear(tokens, at)) return null
  // `seat number 38`: which one
  if (
    label &&
    isNear(tokens, i) &&
    /^(?:seat|room|flight|bus|train|apartment|house|lot|phone|ticket|cell|gate|track|route|case|account|id|registration|serial|issue|exhibit)$/.test(
      lower[i - 1]!,
    )
  )
    return null
  const ordinal = readOrdinal(tokens, at)
  const numeral = ordinal ?? readNumeral(tokens, at)
  const value = numeral?.value
  if (!numeral || value === undefined || value > 999 || !Number.isInteger(value) || !isRightFree(tokens, numeral.end))
    return null
  // `Number 10 said`: where the British government sits
  if (
    label &&
    isCapital(tokens, i) &&
    /^1[01]$/.test(lower[at]!) &&
    !/^(?:world|ranked|seeded|the|a|seed|at|is|was)$/.test(near(tokens, i) ? lower[i - 1]! : '')
  )
    return null
  if (label && !ordinal && tokens.kind[at] !== digits && value > 5) return null
  const next = near(tokens, numeral.end)
  // `the number 14 bus`, `Number 14 scored`: which one
  if (label && /^(?:bus|tram|train|route|shirt|jersey|car|engine|driver|reactor)(?:es|s)?$/.test(next)) return null
  if (label && isCapital(tokens, i) && !dot && tokens.kind[at] === digits && isPastTense(next)) return null
  if (next === 'of' && /^(?:people|the)$/.test(near(tokens, numeral.end + 1))) return null
  if (/^(?:more|percent|%|million|billion|per|people|countries)$/.test(next)) return null
  if (
    label &&
    next &&
    tokens.kind[numeral.end] === word &&
    isCapital(tokens, numeral.end) &&
    /^(?:street|downing|road|avenue)$/.test(next)
  )
    return null
  return { start: i, end: numeral.end, name: 'figure.rank', kind: 'rank', number: value, confidence: 0.7 }
}
