import type { DateModifier } from '../../model/claim/date.ts'
import { type TimexUnit, timexUnits, type UnitCount } from '../../model/timex.ts'
import { readNumeral } from '../../text/numerals.ts'
import { digits, isGlued, near, rememberNear, type Tokens } from '../../text/tokens.ts'
import { readBound } from './modifiers.ts'
import { before, isAlone, readUnit } from './words.ts'

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
  const ofQuarters =
    form === 'three' &&
    near(tokens, parted) === 'quarters' &&
    (near(tokens, parted + 1) === 'of' || isPartOfAll(tokens, i, parted + 1))
  if (ofQuarters && near(tokens, parted + 1) !== 'of') return null
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
  if (form === 'single' && tokens.lower[i + 1] === '-') return { count: 1, end: i + 1, article: false }
  if (form === 'a' || form === 'an') return { count: 1, end: i + 1, article: true }
  return null
}

/** `more than three quarters (78%)`, `three quarters said no`, `nearly three quarters voted`: a share rather than nine months. */
const isPartOfAll = (tokens: Tokens, i: number, end: number): boolean =>
  (near(tokens, end) === '(' && tokens.kind[end + 1] === digits) ||
  /^(?:said|say|says|believe|believed|think|thought|voted|were|are|agree|agreed|support|supported)$/.test(
    near(tokens, end),
  ) ||
  /^(?:nearly|almost|about|around|roughly|than|over|some|a|by)$/.test(near(tokens, i - 1))

export const adjectives =
  /^(?:full|whole|long|consecutive|straight|calendar|more|short|additional|extra|further|fewer|less|solid|successive|business|working|trading|upcoming|entire)$/

/** A length of time at token `i`, with its bound: `more than three weeks`, `2 years 3 months`, `an hour and a half`, `two to three days`. */
export const readLength = rememberNear(readLengthAt)

function readLengthAt(tokens: Tokens, i: number): Length | null {
  const between = tokens.lower[i] === 'between' ? readBetween(tokens, i) : null
  if (between) return between
  const bound = readBound(tokens, i)
  if (bound && bound.end === i + 1 && tokens.lower[i] === 'over' && !isMoreThan(tokens, i)) return null
  // `300,000 more than a year earlier`: it is the number that is more
  if (bound && /^(?:more|less|fewer)$/.test(tokens.lower[i]!) && isNumberBefore(tokens, i)) return null
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
  const rest = bound ? null : readOrMore(tokens, end)
  return {
    ...first,
    article: first.article && Number.isInteger(parts[0]!.count),
    end: rest?.end ?? end,
    parts,
    ...(first.parts[0]!.count === 1 &&
      near(tokens, end) === 'or' &&
      isNext(tokens, end + 1) && { high: 2, end: end + 2 }),
    ...(bound && at > i && { modifier: bound.modifier }),
    ...(rest && { modifier: rest.modifier }),
  }
}

/** `over five years` is more than five only behind what measures a time (`for`, `lasted`) or before what counts from one (`ago`); else it is during them. */
function isMoreThan(tokens: Tokens, i: number): boolean {
  const previous = before(tokens, i)
  if (
    !previous ||
    /^(?:for|in|of|after|within|than|last|lasts|lasted|take|takes|taken|took|taking|spent|spend|spends|been|is|was|were|waited|waiting|wait|served|serves|just|well|a|to|with|at|and|or|from|until|\(|by|every|need|needs|needed|has|have|had)$/.test(
      previous,
    )
  )
    return true
  const length = readPart(tokens, i + 1)
  return (
    length !== null &&
    (length.article ||
      length.hyphen ||
      /^(?:ago|old|late|of|earlier|later|before|after|away|ahead|behind|without|’|')$/.test(near(tokens, length.end)))
  )
}

const isNumberBefore = (tokens: Tokens, i: number) =>
  near(tokens, i) !== '' &&
  (tokens.kind[i - 1] === digits ||
    /^(?:%|percent|pct|million|billion|thousand|mln|bn|p|pc|pence|cents|pounds|dollars|euros|rupees)$/.test(
      tokens.lower[i - 1] ?? '',
    ))

/** `a day or two`. */
const isNext = (tokens: Tokens, i: number): boolean => near(tokens, i) === 'two' && !near(tokens, i + 1).startsWith('-')

/** `six hours or less`, `two years or more`. */
function readOrMore(tokens: Tokens, i: number): { modifier: DateModifier; end: number } | null {
  if (near(tokens, i) !== 'or') return null
  const next = near(tokens, i + 1)
  if (near(tokens, i + 2) === 'than') return null
  if (/^(?:less|fewer|under|shorter)$/.test(next)) return { modifier: 'less-than', end: i + 2 }
  return /^(?:more|longer|over)$/.test(next) ? { modifier: 'more-than', end: i + 2 } : null
}

/** `between 60 and 90 days`. */
function readBetween(tokens: Tokens, i: number): Length | null {
  const low = near(tokens, i + 1) ? readNumeral(tokens, i + 1) : null
  if (low?.value === undefined || near(tokens, low.end) !== 'and' || !near(tokens, low.end + 1)) return null
  const length = readPart(tokens, low.end + 1)
  const high = length?.parts[0]?.count
  if (!length || length.article || length.hyphen || length.high !== undefined || !high || high <= low.value) return null
  // `between nine and fifteen thousand years`: nine thousand
  if (high >= low.value * 200) return null
  return { ...length, parts: [{ unit: length.unit, count: low.value }], high }
}

/** After a comma a finer unit goes on with the length: `5 minutes, 30 seconds`, but not `in two years, three months after`. */
const isFreeList = (tokens: Tokens, end: number) =>
  !/^(?:after|before|ago|later|earlier|from|of)$/.test(near(tokens, end))

const rank = (unit: TimexUnit) => timexUnits.indexOf(unit)

function readPart(tokens: Tokens, i: number): Length | null {
  const count = readCount(tokens, i)
  if (!count || !near(tokens, count.end)) return null
  let at = count.end
  let high: number | undefined
  const hyphen = tokens.lower[at] === '-' && isGlued(tokens, at)
  // `two to three days`, `5-10 years`, `two- to five-year`, `two-to-five year`
  if (hyphen && /^(?:to|or)$/.test(near(tokens, at + 1))) at++
  if (/^(?:-|–|to|or)$/.test(near(tokens, at))) {
    const from = hyphen && tokens.lower[at + 1] === '-' ? at + 2 : at + 1
    const second = readNumeral(tokens, from)
    if (second && second.value !== undefined && near(tokens, from) && second.value > count.count && !second.scaled) {
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
