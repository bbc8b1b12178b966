import { parseMonth } from '../../text/calendar.ts'
import { digits, isGlued, near, type Tokens, word } from '../../text/tokens.ts'
import { before, isAlone, type Reading, type Rule, readUnit } from './words.ts'

/** `the month`, `the year`, `week`: the one of writing, behind words that ask for one. */
export const readDefinite: Rule = (tokens, i) => {
  const at = tokens.lower[i] === 'the' ? i + 1 : i
  if (at > i && !near(tokens, at)) return null
  if (!/^(?:year|month|week|quarter|decade|day|century|weekend)$/.test(tokens.lower[at] ?? '')) return null
  if (
    /^(?:of|when|before|after|ended|ending|to|earlier|ago|-)$/.test(near(tokens, at + 1)) &&
    near(tokens, at + 1) !== 'to'
  )
    return null
  const unit = readUnit(tokens, at)!
  return { end: at + 1, expression: { form: 'relative', unit: unit.unit, offset: 0 }, confidence: 0.6 }
}

const honoured =
  /^(?:player|footballer|sportsman|sportswoman|athlete|team|coach|manager|rookie|driver|jockey|person|man|woman|teacher|nurse|employee|company|brand|product|car|book|novel|word|film|album|song|record|artist|actor|photo|photograph|picture|game|restaurant|chef|student|scholar|journalist|newspaper|invention|entrepreneur)s?$/

/** The same in free text: only where the clause counts it (`so far in the year`). */
export const readBareDefinite: Rule = (tokens, i) => {
  if (tokens.lower[i] !== 'the') return null
  const alone = isAlone(tokens, i, i + 2)
  const day = readMarketDay(tokens, i)
  if (day) return day
  const opens = !before(tokens, i) && tokens.lower[i + 1] === 'weekend'
  if (!alone && !opens && !/^(?:for|of|in|over|during|throughout|far|at|by)$/.test(before(tokens, i))) return null
  const found = readDefinite(tokens, i)
  if (
    !found ||
    !/^(?:year|month|week|quarter|weekend)$/.test(tokens.lower[i + 1]!) ||
    (alone && tokens.lower[i + 1] !== 'weekend')
  )
    return null
  // `at this time of the year`
  if (before(tokens, i) === 'of' && /^times?$/.test(before(tokens, i, 2))) return null
  // `player of the year in 2004`, `the song of the year`
  if (before(tokens, i) === 'of' && honoured.test(before(tokens, i, 2))) return null
  const next = near(tokens, found.end)
  if (tokens.kind[found.end] === digits || (isGlued(tokens, found.end) && tokens.kind[found.end] === word)) return null
  // `in the year to December`: the one that ends then
  const until = near(tokens, found.end + 1)
  if (next === 'to' && (/^(?:the|end|early|mid|late)$/.test(until) || parseMonth(until) !== null || /^\d/.test(until)))
    return null
  return /^(?:'|that|’)$/.test(next) ? null : found
}

/** `to end the day at 7,114`, `closed lower for the day`, `later in the day`: the day of writing. */
function readMarketDay(tokens: Tokens, i: number): Reading | null {
  if (near(tokens, i + 1) !== 'day') return null
  const previous = before(tokens, i)
  const ends = /^(?:end|ended|ending|finish|finished|finishing|close|closed|closing|started|began|opened)$/.test(
    previous,
  )
  const within = previous === 'in' && /^(?:later|earlier)$/.test(before(tokens, i, 2))
  const over =
    previous === 'for' &&
    (tokens.kind[i + 2] !== word ||
      !near(tokens, i + 2) ||
      /^(?:and|but|while|as|after|at|on|with)$/.test(near(tokens, i + 2)))
  return (ends || within || over) && !/^(?:of|that|when|before|after|'|-)$/.test(near(tokens, i + 2))
    ? { end: i + 2, expression: { form: 'relative', unit: 'day', offset: 0 }, confidence: 0.5 }
    : null
}
