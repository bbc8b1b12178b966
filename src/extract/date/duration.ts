import { isFunctionWord } from '../../text/lexicon.ts'
import { digits, isGlued, near, type Tokens, word } from '../../text/tokens.ts'
import { adjectives, readLength } from './length.ts'
import { before, isAlone, isLeftFree, type Reading, type Rule, readPlainUnit, readUnit } from './words.ts'

const leads =
  /^(?:for|in|within|after|over|during|than|nearly|almost|about|half|every|whole|of|and|once|take|takes|took|last|lasts|lasted|spent|just|quite|barely|hardly|only|under|every|least|until|another)$/

/** `for years`, `in decades`, `over the years`: a length that the text leaves open. */
function readVague(tokens: Tokens, i: number): Reading | null {
  const the = tokens.lower[i] === 'the' ? 1 : 0
  const at = i + the
  if (the && !near(tokens, at)) return null
  if (!/^(?:years|decades|months|weeks|centuries|generations|days|hours)$/.test(tokens.lower[at]!)) return null
  const previous = before(tokens, i)
  const leads = the ? /^(?:over|through|throughout)$/ : /^(?:for|in|within|over|spanning|takes?|took|lasted|after)$/
  const next = near(tokens, at + 1)
  const making = next === 'in' && near(tokens, at + 2) === 'the' && near(tokens, at + 3) === 'making'
  if (!leads.test(previous) && !making) return null
  if (/^(?:ago|later|earlier|before|after|from|ahead|'|-|past)$/.test(next)) return null
  const unit = readUnit(tokens, at)?.unit ?? 'year'
  return { end: at + 1, start: i, expression: { form: 'duration', parts: [{ unit, count: 0 }] }, confidence: 0.6 }
}

// Reads   three weeks, 10-year, just over a year, a decade, several months, two to three days, 18 months, 3h, all day, half a day
// Not     a year behind a number (a rate: `15 a year`), 5-year-old (an age), a second helping, one night stand
export const readDuration: Rule = (tokens, i) => {
  if (!isLeftFree(tokens, i)) return null
  const { lower } = tokens
  const vague = readVague(tokens, i)
  if (vague) return vague
  if (lower[i] === 'all' || lower[i] === 'half') {
    const unit = lower[i] === 'all' ? readPlainUnit(tokens, i + 1) : null
    if (
      unit &&
      !unit.plural &&
      near(tokens, i + 1) &&
      /^(?:day|week|month|year|night|season)$/.test(lower[i + 1]!) &&
      lower[i + 1] !== 'night'
    )
      return { end: unit.end, expression: { form: 'duration', parts: [{ unit: unit.unit, count: 1 }] } }
  }
  const length = readLength(tokens, i)
  if (!length) return null
  let { end } = length
  const next = near(tokens, end)
  const previous = before(tokens, i)
  const single = length.parts.length === 1 && length.high === undefined
  const { count } = length.parts[0]!
  const letter = lower[end - 1]!.length === 1
  // an age is a figure
  if ((next === '-' && /^(?:old|olds)$/.test(near(tokens, end + 1))) || /^(?:old|olds)$/.test(next)) return null
  if (letter && single && !(lower[end - 1] === 'h' || isAlone(tokens, i, end))) return null
  // `737-800s`: aircraft
  if (letter && length.high !== undefined && !isAlone(tokens, i, end)) return null
  if (letter && lower[end - 1] === 'm' && !isAlone(tokens, i, end)) return null
  const loose =
    /^(?:second|night|season|quarter|weekend)$/.test(length.unit) || /^(?:night|nights)$/.test(lower[end - 1]!)
  if (
    loose &&
    single &&
    (length.article || !length.plural) &&
    !(length.unit === 'second' && !length.article) &&
    !(count === 1 && !length.article && length.unit !== 'quarter')
  )
    return null
  if (
    length.unit === 'second' &&
    single &&
    !length.plural &&
    !length.hyphen &&
    count !== 1 &&
    !/^(?:sec|secs)$/.test(lower[end - 1]!)
  )
    return null
  // `a four day rally`: the singular stands before what it measures
  const adjectival =
    tokens.kind[end] === word &&
    /^\p{Ll}/u.test(tokens.text.slice(tokens.start[end], tokens.end[end])) &&
    next !== '' &&
    !isFunctionWord(next)
  if (
    !length.article &&
    single &&
    count >= 2 &&
    !length.plural &&
    !length.hyphen &&
    !adjectival &&
    !isAlone(tokens, i, end)
  )
    return null
  if (
    length.unit === 'quarter' &&
    single &&
    (count < 2 || (next === 'of' && !adjectives.test(lower[end - 2]!)) || !length.plural)
  )
    return null
  const lead = leads.test(previous) || isAlone(tokens, i, end)
  // `a day after Chrysler filed`: a length from what no date tells
  const apart = /^(?:after|before)$/.test(next) && near(tokens, end + 1) !== '' && tokens.kind[end + 1] === word
  if (length.article && single && !length.modifier && !lead && !apart) return null
  // `15 a year`, `twice a week`, `$5 an hour`: a rate
  if (
    length.article &&
    !length.modifier &&
    (tokens.kind[i - 1] === digits ||
      /^(?:%|percent|times?|once|twice|dollars|people|barrels|tonnes|million|billion)$/.test(previous))
  )
    return null
  if (length.article && length.unit === 'day' && /^(?:of|when|in|that|like)$/.test(next)) return null
  if (lower[end] === '-' && isGlued(tokens, end) && near(tokens, end + 1) === 'long') end += 2
  if (!(end >= tokens.count || !isGlued(tokens, end) || tokens.kind[end] !== word)) return null
  if (lower[end] === '%' || (tokens.kind[end] === digits && isGlued(tokens, end))) return null
  return {
    end,
    expression: { form: 'duration', parts: length.parts, ...(length.high !== undefined && { high: length.high }) },
    ...(length.modifier && { modifier: length.modifier }),
    ...(count === 0 && { confidence: 0.7 }),
  }
}
