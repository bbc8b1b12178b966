import type { DateModifier } from '../../model/claim/date.ts'
import type { TimexUnit, UnitCount } from '../../model/timex.ts'
import { isFunctionWord } from '../../text/lexicon.ts'
import { readNumeral } from '../../text/numerals.ts'
import { digits, isGlued, rememberNear, type Tokens, word } from '../../text/tokens.ts'
import {
  before,
  isAlone,
  isLeftFree,
  near,
  type Reading,
  type Rule,
  readBound,
  readPlainUnit,
  readUnit,
} from './words.ts'

/** So many units, and how they stand: with an article, hyphened (`10-year`), behind a bound (`more than`). */
export type Length = {
  readonly end: number
  readonly parts: readonly UnitCount[]
  readonly high?: number
  readonly modifier?: DateModifier
  readonly article: boolean
  readonly hyphen: boolean
  readonly plural: boolean
  /** Only a letter stands for its unit (`3y`): a length where the words around count time. */
  readonly letter: boolean
  readonly unit: TimexUnit
}

/** How many: `3`, `two`, `half a`, `a few`, `several`; vague words count 0. */
function readCount(tokens: Tokens, i: number): { count: number; end: number; article: boolean; high?: number } | null {
  const form = tokens.lower[i] ?? ''
  const numeral = readNumeral(tokens, i)
  const parted = near(tokens, i + 1) === '-' ? i + 2 : i + 1
  const ofQuarters = near(tokens, parted) === 'quarters' && near(tokens, parted + 1) === 'of'
  if (numeral && !numeral.letter && !(form === 'three' && ofQuarters)) {
    if (numeral.value === undefined)
      return numeral.low === undefined
        ? null
        : { count: 0, end: near(tokens, numeral.end) === 'of' ? numeral.end + 1 : numeral.end, article: false }
    return { count: numeral.value, end: numeral.end, article: false }
  }
  if (numeral?.letter && numeral.bare.value !== undefined)
    return { count: numeral.bare.value, end: numeral.bare.end, article: false }
  const lead = form === 'a' || form === 'an' || form === 'the' ? i + 1 : i
  const head = lead > i ? near(tokens, lead) : form
  if (head === 'half') {
    const next = near(tokens, lead + 1)
    return { count: 0.5, end: next === 'a' || next === 'an' ? lead + 2 : lead + 1, article: false }
  }
  if (form === 'three' && ofQuarters)
    return { count: 0.75, end: /^an?$/.test(near(tokens, parted + 2)) ? parted + 3 : parted + 2, article: false }
  if (head === 'quarter' && near(tokens, lead + 1) === 'of')
    return { count: 0.25, end: /^an?$/.test(near(tokens, lead + 2)) ? lead + 3 : lead + 2, article: false }
  if (head === 'couple') return { count: 2, end: near(tokens, lead + 1) === 'of' ? lead + 2 : lead + 1, article: false }
  if (/^(?:few|several|many|some|multiple|numerous)$/.test(head)) {
    if (form === 'the' && head !== 'few') return null
    return { count: 0, end: near(tokens, lead + 1) === 'of' ? lead + 2 : lead + 1, article: false }
  }
  if (form === 'a' || form === 'an') return { count: 1, end: i + 1, article: true }
  return null
}

const adjectives =
  /^(?:full|whole|long|consecutive|straight|calendar|more|short|additional|extra|further|fewer|less|solid|successive|business|working|trading|upcoming|entire)$/

/** A length of time at token `i`, with its bound: `more than three weeks`, `2 years 3 months`, `an hour and a half`, `two to three days`. */
export const readLength = rememberNear(readLengthAt)

function readLengthAt(tokens: Tokens, i: number): Length | null {
  const between = tokens.lower[i] === 'between' ? readBetween(tokens, i) : null
  if (between) return between
  const bound = readBound(tokens, i)
  const at = bound && near(tokens, bound.end) ? bound.end : i
  if (at > i && !near(tokens, at)) return null
  const first = readPart(tokens, at)
  if (!first) return null
  const parts = [...first.parts]
  let { end } = first
  // more units behind, each finer than the last: `2 years, 3 months and 5 days`
  for (let n = 0; n < 6; n++) {
    let next = end
    const comma = near(tokens, next) === ','
    if (comma) next++
    const and = near(tokens, next) === 'and'
    if (and) next++
    if (!near(tokens, next)) break
    if (and && !comma) {
      // `an hour and a half`, `1 hour and fifteen` (minutes)
      const half =
        near(tokens, next) === 'half'
          ? next + 1
          : /^an?$/.test(near(tokens, next)) && near(tokens, next + 1) === 'half'
            ? next + 2
            : 0
      if (half && !readUnit(tokens, half)) {
        parts[parts.length - 1] = { ...parts.at(-1)!, count: parts.at(-1)!.count + 0.5 }
        end = half
        break
      }
    }
    const more = readPart(tokens, next)
    const last = parts.at(-1)!.unit
    if (!more || more.article || more.hyphen || more.high !== undefined || rank(more.unit) >= rank(last)) {
      const bare = !comma ? readNumeral(tokens, next) : null
      // `1 hour thirty`, `one hour and fifteen`
      if (
        last === 'hour' &&
        bare &&
        bare.value! < 60 &&
        bare.value! >= 10 &&
        !bare.fractional &&
        isAlone(tokens, i, bare.end)
      ) {
        parts.push({ unit: 'minute', count: bare.value! })
        end = bare.end
      }
      break
    }
    if (comma && !and && !isFreeList(tokens, more.end)) break
    parts.push(...more.parts)
    end = more.end
  }
  return {
    ...first,
    article: first.article && Number.isInteger(parts[0]!.count),
    end,
    parts,
    ...(bound && at > i && { modifier: bound.modifier }),
  }
}

/** `between 60 and 90 days`. */
function readBetween(tokens: Tokens, i: number): Length | null {
  const low = near(tokens, i + 1) ? readNumeral(tokens, i + 1) : null
  if (low?.value === undefined || near(tokens, low.end) !== 'and' || !near(tokens, low.end + 1)) return null
  const length = readPart(tokens, low.end + 1)
  const high = length?.parts[0]?.count
  if (!length || length.article || length.hyphen || length.high !== undefined || !high || high <= low.value) return null
  return { ...length, parts: [{ unit: length.unit, count: low.value }], high }
}

/** After a comma a finer unit goes on with the length: `5 minutes, 30 seconds`, but not `in two years, three months after`. */
const isFreeList = (tokens: Tokens, end: number) =>
  !/^(?:after|before|ago|later|earlier|from|of)$/.test(near(tokens, end))

const order: readonly TimexUnit[] = [
  'second',
  'minute',
  'hour',
  'day',
  'weekday',
  'weekend',
  'week',
  'month',
  'quarter',
  'half',
  'season',
  'year',
  'decade',
  'century',
]
const rank = (unit: TimexUnit) => order.indexOf(unit)

function readPart(tokens: Tokens, i: number): Length | null {
  const count = readCount(tokens, i)
  if (!count || !near(tokens, count.end)) return null
  let at = count.end
  let high: number | undefined
  const hyphen = tokens.lower[at] === '-' && isGlued(tokens, at)
  // `two to three days`, `5-10 years`
  if (/^(?:-|–|to|or)$/.test(near(tokens, at))) {
    const second = readNumeral(tokens, at + 1)
    if (second && second.value !== undefined && near(tokens, at + 1) && second.value > count.count && !second.scaled) {
      high = second.value
      at = second.end
    }
  }
  if (at === count.end && hyphen) at++
  if (high !== undefined && tokens.lower[at] === '-' && isGlued(tokens, at)) at++
  let business = false
  for (let n = 0; n < 2 && adjectives.test(near(tokens, at)); n++, at++)
    business ||= /^(?:business|working|trading)$/.test(near(tokens, at))
  if (near(tokens, at) === 'of' && (count.count === 0.25 || count.count % 1 !== 0))
    at += /^an?$/.test(near(tokens, at + 1)) ? 2 : 1
  if (!near(tokens, at)) return null
  // `one and a half hour` reads its fraction with the number; `5 and an half minute` is the same
  if (near(tokens, at) === 'and' && near(tokens, at + 1) === 'an' && near(tokens, at + 2) === 'half') {
    const unit = readUnit(tokens, at + 3)
    return unit ? made({ ...count, count: count.count + 0.5 }, unit.end, unit, false, undefined) : null
  }
  const unit = readUnit(tokens, at)
  if (!unit) return null
  return made(count, unit.end, business && unit.unit === 'day' ? { ...unit, unit: 'weekday' } : unit, hyphen, high)
}

function made(
  count: { count: number; article: boolean },
  end: number,
  unit: NonNullable<ReturnType<typeof readUnit>>,
  hyphen: boolean,
  high: number | undefined,
): Length {
  return {
    end,
    parts: [{ unit: unit.unit, count: count.count * unit.factor }],
    ...(high !== undefined && { high: high * unit.factor }),
    article: count.article,
    hyphen,
    plural: unit.plural,
    letter: false,
    unit: unit.unit,
  }
}

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
  if (!leads.test(previous)) return null
  const next = near(tokens, at + 1)
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
