import { exact } from '../../text/number-words.ts'
import { hasBefore, isNear, near, type Tokens } from '../../text/tokens.ts'
import type { Amount } from './amount.ts'
import { amountOf, readSide, type Side } from './side.ts'

// Two numbers joined by `to` that are no range: where something began and where it ended, or by how much it changed and to what.

const changing =
  /^(?:rose|risen|rises?|rising|fell|fallen|falls?|falling|up|down|climb|climbs|climbed|climbing|drop|drops|dropped|dropping|jump|jumps|jumped|slip|slips|slipped|slid|sank|surged?|soar|soars|soared|grow|grows|grew|grown|growing|increased?|increases|increasing|decreased?|decreases|decreasing|declined?|declines|declining|plunged?|tumbled?|advanced?|edged|eased|cut|cuts|cutting|raised?|raises|raising|lowered|lower|reduced?|expand|expanded|shrank|shrink|widened|narrowed|went|moved|growth)$/
const softening =
  /^(?:by|just|only|about|around|nearly|almost|roughly|some|a|an|further|another|over|than|more|less|approximately|at|least|estimated|mere|fully|even)$/
const varying = /^(?:ranged?|ranges|ranging|vary|varies|varied|varying|anywhere|somewhere|anything|run|runs)$/

/** `range from 0.5 to 1.25 per cent`: all that lies between is meant. */
export const isVaryingFrom = (tokens: Tokens, start: number): boolean =>
  near(tokens, start - 1) === 'from' &&
  isNear(tokens, start) &&
  hasBefore(tokens, start - 1, 4, (form) => varying.test(form), /^[.;,]$/)

/** True where a verb or noun of change makes two numbers of `X to Y`: `rose from X to Y`, `increased by just X to Y`, `up 3 to 60`. */
export function isFromTo(tokens: Tokens, { start, first }: Amount): boolean {
  if (near(tokens, first.end) !== 'to' || !isNear(tokens, start) || isVaryingFrom(tokens, start)) return false
  let at = start - 1
  // `a margin of 0 to 2%, down from 5 to 7%`: what it was, as a range too
  if (
    tokens.lower[at] === 'from' &&
    /^(?:up|down)$/.test(near(tokens, at - 1)) &&
    tokens.lower[at - 2] === ',' &&
    hasBefore(tokens, at - 2, 6, (form) => /\d/.test(form), /^[.;]$/)
  )
    return false
  // `increased over the past three years from 8 million to 9 million`
  if (tokens.lower[at] === 'from') return hasBefore(tokens, at, 9, (form) => changing.test(form), /^[.;,]$/)
  for (let n = 0; n < 4 && at > 0 && softening.test(tokens.lower[at]!) && isNear(tokens, at); n++) {
    if (tokens.lower[at] === 'by') return hasBefore(tokens, at, 5, (form) => changing.test(form), /^[.;,]$/)
    at--
  }
  return changing.test(tokens.lower[at]!)
}

/** The old value with the scale that only the new one carries: `from 9.5 to 8 million`. */
export function withScaleOf(first: Side, second: Side): number | undefined {
  const value = amountOf(first)
  const { bare, scaled, value: whole } = second.numeral
  if (value === undefined || first.numeral.scaled || !scaled || !bare.value || whole === undefined) return value
  return Math.abs(value) < 1000 ? exact((value * whole) / bare.value) : value
}

/** `fell from 9.5 to 8 million`: no range, and the first is in millions too; undefined where it says all itself. */
export function sharedScale(tokens: Tokens, { start, first, second }: Amount): number | undefined {
  if (second || first.numeral.scaled || near(tokens, first.end) !== 'to' || near(tokens, start - 1) !== 'from')
    return undefined
  const behind = readSide(tokens, first.end + 1)
  return behind?.numeral.scaled && !behind.sign ? withScaleOf(first, behind) : undefined
}

/** The two numbers of such a pair, the first with the scale that only the second carries; null where it is a range. */
export function splitFromTo(
  tokens: Tokens,
  amount: Amount,
): readonly { readonly start: number; readonly end: number; readonly number: number }[] | null {
  const { first, second } = amount
  if (!second || !isFromTo(tokens, amount)) return null
  const high = amountOf(second)
  const low = near(tokens, amount.start - 1) === 'from' ? withScaleOf(first, second) : amountOf(first)
  if (low === undefined || high === undefined) return null
  return [
    { start: amount.start, end: first.end, number: low },
    { start: second.start, end: second.end, number: high },
  ]
}
