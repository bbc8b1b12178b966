// Times of day, alone and joined with a day.

import type { Clock, TimexExpression } from '../../model/timex.ts'
import { isCapital, isGlued, near, type Tokens, word } from '../../text/tokens.ts'
import { type ClockReading, readClock } from './clock.ts'
import { settle } from './day-part.ts'
import { isDay, readSimple } from './simple.ts'
import { before, dayParts, isAlone, isLeftFree, isRightFree, type Reading, type Rule } from './words.ts'

const isDayName = (form: string) =>
  /^(?:mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|(?:mon|tues|wednes|thurs|fri|satur|sun)days?)$/.test(form)

/** One time of day or two: `5 to 6pm`, `9:30 - 11:00`, `between 10 and 11:30`. A bare number counts only where its neighbours say so. */
export function readTimes(tokens: Tokens, i: number): (Reading & { bare?: boolean }) | null {
  const between = tokens.lower[i] === 'between'
  const from = tokens.lower[i] === 'from'
  const at = between || from ? i + 1 : i
  if (at > i && !near(tokens, at)) return null
  const previous = before(tokens, i)
  const led = /^(?:at|@|by|until|till|from|between|around|about|for|before|after|since)$/.test(previous)
  if (!isLeftFree(tokens, at)) return null
  const first = readClock(tokens, at, true)
  if (!first) return null
  const joint = near(tokens, first.end)
  if ((between && joint === 'and') || /^(?:-|–|—|to|till|until|through|thru)$/.test(joint)) {
    const next = /^(?:the|about|around)$/.test(near(tokens, first.end + 1)) ? first.end + 2 : first.end + 1
    const second = near(tokens, next) ? readClock(tokens, next, true) : null
    if (second && isRightFree(tokens, second.end) && !(first.bare && second.bare && first.clock.hour! > 12)) {
      const { zone } = second.clock
      const [a, b] = pairClocks(zone ? { zone, ...first.clock } : first.clock, second.clock)
      const bare = Boolean(first.bare && second.bare)
      // `voted 6-3 on June 24`
      if (
        bare &&
        /^(?:voted?|votes|won|wins?|lost|loses?|beat|beats|beaten|ruled|passed|defeated|drew|split|led|her|him|them)$/.test(
          previous,
        )
      )
        return null
      // `Rovers beat City 3-2 on Saturday`: behind a name that is no day's stands a score
      if (bare && !led && i > 0 && near(tokens, i) && isCapital(tokens, i - 1) && !isDayName(previous)) return null
      if (!(first.bare && !second.bare && second.clock.twelve && second.clock.minute === undefined && !led && !between))
        return {
          end: second.end,
          start: from ? at : i,
          expression: { form: 'range', from: { form: 'time', clock: a }, to: { form: 'time', clock: b } },
          confidence: 0.8,
          ...(bare && { bare }),
        }
    }
  }
  if (at > i || !isRightFree(tokens, first.end)) return null
  return {
    end: first.end,
    expression: { form: 'time', clock: first.clock },
    confidence: 0.85,
    ...(first.bare && { bare: true }),
  }
}

/** `5 to 6pm`: the half of the day that the second names holds for the first, where that leaves them in order. */
function pairClocks(a: Clock, b: Clock): [Clock, Clock] {
  const { twelve: first, ...from } = a
  const { twelve: second, ...to } = b
  if (first && !second && to.hour !== undefined && from.hour !== undefined) {
    const shifted = (from.hour % 12) + 12
    if (to.hour >= 12 && (shifted < to.hour || (shifted === to.hour && (from.minute ?? 0) < (to.minute ?? 0))))
      return [{ ...from, hour: shifted }, to]
    return [{ ...from, hour: from.hour % 12 === 0 && to.hour < 12 ? 0 : from.hour }, to]
  }
  if (
    second &&
    to.hour !== undefined &&
    from.hour !== undefined &&
    to.hour < from.hour &&
    to.hour + 12 > from.hour &&
    to.hour + 12 < 24
  )
    return [first ? { ...from, twelve: true } : from, { ...to, hour: to.hour + 12 }]
  return [a, b]
}

const atDay = (day: TimexExpression, times: TimexExpression): TimexExpression => {
  if (times.form === 'range') return { form: 'range', from: atDay(day, times.from), to: atDay(day, times.to) }
  const clock = times.form === 'time' ? times.clock : {}
  // `this afternoon at 3`: the part of the day tells which half
  if (day.form === 'at')
    return { form: 'at', day: day.day, clock: settle({ ...clock, ...(day.clock.part && { part: day.clock.part }) }) }
  return { form: 'at', day, clock }
}

/** A time with the day behind it: `10:30 on Monday`, `5 to 6pm of April 22`, `8 this evening`. */
export function withDay(tokens: Tokens, times: Reading & { bare?: boolean }, point?: Rule): Reading | null {
  let at = times.end
  if (/^(?:on|of|,|-|∙|·)$/.test(near(tokens, at))) at++
  const joint = at > times.end
  if (near(tokens, at) === 'the' && !joint) return times.bare ? null : times
  const day = near(tokens, at) ? (point ? point(tokens, at) : readSimple(tokens, at)) : null
  const holds =
    day && (isDay(day.expression) || (day.expression.form === 'at' && day.expression.clock.hour === undefined))
  const previous = before(tokens, times.start ?? times.end - 1)
  // a bare number is a time where words announce it or the day leaves nothing else
  const told = joint
    ? times.start || /^(?:at|@|from|between|around)$/.test(previous)
    : day && isToday(day.expression) && /^(?:at|@|by|until|till|from|around|about)$/.test(previous)
  if (holds && (!times.bare || told || isSureDay(day.expression)))
    return {
      end: day.end,
      expression: atDay(day.expression, times.expression),
      confidence: 0.9,
      ...(times.modifier && { modifier: times.modifier }),
    }
  return times.bare ? null : times
}

/** `tonight`, `tomorrow`, `this evening`: days that no other reading of a number before them explains. */
const isSureDay = (expression: TimexExpression) =>
  expression.form === 'at' || (expression.form === 'relative' && expression.unit === 'day' && expression.offset! > 0)

/** `yesterday`, `today`: what closed at 226 did so too. */
const isToday = (expression: TimexExpression) => expression.form === 'relative' && expression.unit === 'day'

/** A day with the time behind it: `Monday at 9`, `June 8, 10:30 a.m.`, `tomorrow from 5 to 6pm`, `Friday morning`. */
export function joinClock(tokens: Tokens, i: number, reading: Reading): Reading | null {
  const { expression } = reading
  const open = isDay(expression) || (expression.form === 'at' && expression.clock.hour === undefined)
  if (!open) return null
  let at = reading.end
  if (near(tokens, at) === ',') at++
  if (near(tokens, at) === "'" && near(tokens, at + 1) === 's') return null
  const hasPart = expression.form === 'at'
  const inThe =
    near(tokens, at) === 'in' && near(tokens, at + 1) === 'the'
      ? at + 2
      : /^(?:early|late|at)$/.test(near(tokens, at))
        ? at + 1
        : at
  const part = hasPart ? undefined : dayParts.get(near(tokens, inThe))
  if (
    part &&
    !near(tokens, inThe).endsWith('s') &&
    (inThe === at || tokens.lower[inThe - 1] !== 'at' || near(tokens, inThe) === 'night') &&
    !(near(tokens, inThe) === 'night' && near(tokens, inThe + 1) === 'football')
  )
    return { ...reading, end: inThe + 1, expression: { form: 'at', day: expression, clock: { part } } }
  const lead = /^(?:at|@|from|between|around|about|for|by|t|-|∙|\.|before|after)$/.test(near(tokens, at)) ? at + 1 : at
  const glued = tokens.lower[at] === 't' && !isGlued(tokens, at)
  if (glued) return null
  const announced = /^(?:at|@|from|between|around)$/.test(near(tokens, at))
  const start = near(tokens, at) === 'between' || near(tokens, at) === 'from' ? at : lead
  if (!near(tokens, start)) return null
  const times = readTimesBehind(tokens, start, lead)
  if (!times) return null
  if (times.bare && !(announced || isAlone(tokens, i, times.end) || times.expression.form === 'range')) return null
  if (
    times.bare &&
    times.expression.form !== 'range' &&
    tokens.kind[times.end] === word &&
    near(tokens, times.end) &&
    !/^(?:on|and|or|to|in|with|for)$/.test(near(tokens, times.end))
  )
    return null
  if (
    times.bare &&
    times.expression.form === 'range' &&
    !announced &&
    tokens.kind[times.end] === word &&
    near(tokens, times.end)
  )
    return null
  return {
    end: times.end,
    expression: atDay(expression, times.expression),
    confidence: 0.9,
    ...(reading.modifier && { modifier: reading.modifier }),
  }
}

function readTimesBehind(tokens: Tokens, start: number, lead: number): (Reading & { bare?: boolean }) | null {
  const whole = readTimes(tokens, start)
  if (whole) return whole
  const about = /^(?:about|around)$/.test(near(tokens, lead)) ? lead + 1 : lead
  // `T10:30:00Z` and `2024.14:15`: glued, so no left edge
  const clock: ClockReading | null = near(tokens, about) ? readClock(tokens, about, true) : null
  const zone0 = clock && tokens.lower[clock.end] === 'z' && isGlued(tokens, clock.end)
  if (clock && zone0) return { end: clock.end + 1, expression: { form: 'time', clock: clock.clock } }
  if (!clock || !isRightFree(tokens, clock.end)) {
    if (clock && tokens.lower[lead - 1] === 't')
      return { end: clock.end, expression: { form: 'time', clock: clock.clock } }
    return null
  }
  return { end: clock.end, expression: { form: 'time', clock: clock.clock }, ...(clock.bare && { bare: true }) }
}
