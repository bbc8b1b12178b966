import type { Step, TimexExpression } from '../../model/timex.ts'
import { parseMonth } from '../../text/calendar.ts'
import { hasTag } from '../../text/lexicon.ts'
import { digits, isCapital, isGlued, near, type Tokens, word } from '../../text/tokens.ts'
import { calendar, isAmount, isNear, isSameLine, readDay, readMonth, readYearBehind, skip } from './calendar-parts.ts'
import { monthFirst } from './day-and-month.ts'
import { before, inThatYear, isAlone, isRightFree, type Rule, readStep } from './words.ts'
import { readYear } from './year-number.ts'

// Reads   July 2021; July of 2021; Sep-2012; Dec/2018; 2024 August; 2012/aug/10; 2018 March 18; January-March 2020;
//         May to June in 1981; the April-June quarter of 2019
export const monthYear: Rule = (tokens, i) => {
  const month = readMonth(tokens, i)
  if (month) {
    const joint = near(tokens, month.end)
    if (/^(?:-|–|—|\/|to|through|and)$/.test(joint)) {
      const second = isNear(tokens, month.end + 1) ? readMonth(tokens, month.end + 1) : null
      const year = second && (readYearBehind(tokens, second.end, false) ?? readYearOf(tokens, second.end))
      if (year && (joint !== 'and' || before(tokens, i) === 'between'))
        return {
          end: year.end,
          expression: {
            form: 'range',
            from: calendar(
              month.value,
              undefined,
              second.value < month.value ? { ...year, value: year.value - 1 } : year,
            ),
            to: calendar(second.value, undefined, year),
          },
          confidence: 0.95,
        }
    }
    const year = readYearBehind(tokens, month.end, false)
    return year ? { end: year.end, expression: calendar(month.value, undefined, year), confidence: 0.95 } : null
  }
  if (tokens.kind[i] !== digits || tokens.lower[i]!.length !== 4) return null
  const year = readYear(tokens, i, true)
  if (!year || year.end !== i + 1) return null
  const at = skip(tokens, i + 1, /^[-/]$/)
  const named = isNear(tokens, at) && isSameLine(tokens, at) ? readMonth(tokens, at) : null
  if (!named || !(isCapital(tokens, at) || at > i + 1 || isAlone(tokens, i, named.end))) return null
  const dayAt = skip(tokens, named.end, /^[-/]$/)
  const day = isNear(tokens, dayAt) ? readDay(tokens, dayAt) : null
  if (day && !isAmount(tokens, day.end, true))
    return { end: day.end, expression: calendar(named.value, day.value, year), confidence: 0.95 }
  // `In 2012 May resigned`
  return /^(?:may|march)$/.test(tokens.lower[at]!) && !isAlone(tokens, i, named.end) && at === i + 1
    ? null
    : { end: named.end, expression: calendar(named.value, undefined, year), confidence: 0.85 }
}

/** The year behind two months, whatever joins it to them: `in 1981`, `quarter of 2019`. */
function readYearOf(tokens: Tokens, i: number) {
  const at = /^(?:quarter|period)$/.test(near(tokens, i)) ? i + 1 : i
  if (near(tokens, at) !== 'in' && !(at > i && near(tokens, at) === 'of')) return null
  return tokens.kind[at + 1] === digits && tokens.lower[at + 1]!.length === 4 ? readYear(tokens, at + 1, true) : null
}

/** `last September 11-12`: the step tells the year of each day that lacks one. */
const withStep = (expression: TimexExpression, step: Step): TimexExpression =>
  expression.form === 'range'
    ? { ...expression, from: withStep(expression.from, step), to: withStep(expression.to, step) }
    : expression.form === 'calendar' && expression.year === undefined
      ? { ...expression, step }
      : expression

const leaders =
  /^(?:in|since|by|until|till|from|for|of|to|and|or|through|during|before|after|between|on|per|each|every|the|mid|early|late|around|about|last|next|past|coming|week|beginning|starting|ended|ending)$/

// Reads   February, last July, last September 11, next May, this June; Kazakhstan's July pledge; `March` and `May` only where the words around lead to a month
// Not     March on, may resign, April (a first name before a surname), Mar-a-Lago
export const bareMonth: Rule = (tokens, i) => {
  const step = readStep(tokens, i)
  const at = step ? step.end : i
  if (step && !isNear(tokens, at)) return null
  const month = readMonth(tokens, at)
  if (!month) return null
  // `said that February prices fell`: no determiner
  if (step?.word === 'that' && !/^(?:|[.,]|in|of|by|since|until|during|from|on|before|after)$/.test(before(tokens, i)))
    return null
  // `the current January-March quarter`
  if (step && /^[-–]$/.test(near(tokens, month.end)) && parseMonth(near(tokens, month.end + 1))) return null
  const day = step && /^(?:last|this|next)$/.test(step.word) ? monthFirst(tokens, at) : null
  if (day && step) return { ...day, expression: withStep(day.expression, step.step) }
  const form = tokens.lower[at]!
  const capital = isCapital(tokens, at)
  const previous = before(tokens, at)
  const owner = previous === 's' && before(tokens, at, 2) === "'"
  const led =
    step !== null ||
    owner ||
    leaders.test(previous) ||
    // `mid-May`, `January-March`
    (/^[-–]$/.test(previous) &&
      (/^(?:mid|end|early|late)$/.test(before(tokens, at, 2)) || parseMonth(before(tokens, at, 2)) !== null)) ||
    isAlone(tokens, i, month.end) ||
    /^(?:this|last|next)$/.test(near(tokens, month.end))
  if (!capital && step && /^(?:may|march|mar|august|sun)$/.test(form)) return null
  if (
    !capital &&
    !(led && (form !== 'may' || step || /^(?:in|since|until|of|by|during|last|next)$/.test(previous))) &&
    (form.length < 6 || form === 'august')
  )
    return null
  if (
    !isRightFree(tokens, month.end) ||
    (tokens.lower[month.end] === '-' &&
      isGlued(tokens, month.end) &&
      tokens.kind[month.end + 1] === word &&
      isGlued(tokens, month.end + 1) &&
      !parseMonth(tokens.lower[month.end + 1]!))
  )
    return null
  if (!led) {
    if (/^(?:may|march|mar|sun|jan|apr|dec|jun|aug)$/.test(form)) return null
    const next = near(tokens, month.end)
    if (/^(?:april|june|august)$/.test(form) && next && tokens.kind[month.end] === word && isCapital(tokens, month.end))
      return null
    if (
      previous &&
      tokens.kind[at - 1] === word &&
      isCapital(tokens, at - 1) &&
      before(tokens, at - 1) &&
      !/^[.!?"“]$/.test(before(tokens, at - 1)) &&
      !hasTag(previous, 'Preposition', 'Determiner')
    )
      return null
  }
  if (
    form === 'march' &&
    /^(?:on|against|for|to)$/.test(near(tokens, month.end)) &&
    isCapital(tokens, month.end + 1) &&
    !/^(?:in|from|since|between)$/.test(previous) &&
    readMonth(tokens, month.end + 1) === null
  )
    return null
  // `wheat for July delivery`
  const ahead = /^(?:delivery|settlement|expiry)$/.test(near(tokens, month.end))
  return {
    end: month.end,
    expression:
      step?.word === 'that'
        ? inThatYear({ form: 'calendar', month: month.value })
        : { form: 'calendar', month: month.value, ...((step || ahead) && { step: step?.step ?? 1 }) },
    confidence: 0.85,
  }
}
