import { parseMonth } from '../../text/calendar.ts'
import { holidaysBeginning } from '../../text/holidays.ts'
import { hasTag } from '../../text/lexicon.ts'
import { isCapital, near, type Tokens, word } from '../../text/tokens.ts'
import { readYearOf } from './period.ts'
import { before, isAlone, type Rule, readStep } from './words.ts'

// Reads   Christmas, Thanksgiving Day, Easter 2010, last Thanksgiving, Ramadan, Eid al-Fitr 2018, Labor Day of last year
// Not     Easter Island, Christmas tree, Black Friday as a film: a name that goes on
export const readHoliday: Rule = (tokens, i) => {
  const step = readStep(tokens, i)
  let at = step ? step.end : i
  if (step && !near(tokens, at)) return null
  const the = tokens.lower[at] === 'the' ? 1 : 0
  at += the
  const forms = holidaysBeginning(tokens.lower[at] ?? '')
  if (forms.length === 0) return null
  for (const { words, key } of forms) {
    let end = matchName(tokens, at, words)
    if (end === 0) continue
    if (near(tokens, end) === 'day' && words.at(-1) !== 'day') end++
    const weekend = near(tokens, end) === 'weekend'
    if (weekend) end++
    // the city in Texas
    if (
      key === 'corpus christi' &&
      !/^(?:on|of|at|before|after|since|until)$/.test(before(tokens, i)) &&
      !isAlone(tokens, i, end)
    )
      continue
    // each country has its own: without a name before it, English means the American
    if (national.test(key) && isOfCountry(tokens, i)) continue
    const capital = isCapital(tokens, at)
    const year = readYearOf(tokens, end)
    const alone = isAlone(tokens, i, end)
    if (
      !capital &&
      !alone &&
      !step &&
      !year &&
      words.length < 2 &&
      /^(?:lent|epiphany|ashura|mawlid|pentecost)$/.test(words[0]!) &&
      !/^(?:on|at|before|after|since|until|by|of|from|to|this|next|last|about|is|not|over|for|earth|around|in|during)$/.test(
        before(tokens, i),
      )
    )
      continue
    if (key === "new year's day" && words.length === 2 && words[1] === 'year') {
      // `a happy new year`, `the New Year`: the day only where one goes to it
      if (!(/^(?:before|after|since|until|by|on|at)$/.test(before(tokens, i)) && capital)) continue
    }
    const next = near(tokens, end)
    // another capital goes on with the name, a noun of things makes it an adjective
    if (
      next &&
      tokens.kind[end] === word &&
      isCapital(tokens, end) &&
      !year &&
      capital &&
      !parseMonth(next) &&
      !isAlone(tokens, i, end + 1)
    )
      continue
    if (
      /^(?:island|islands|tree|trees|card|cards|carol|carols|egg|eggs|bunny|rising|gift|gifts|shopping|market|markets|dinner|party|parade|sales|lights|decorations|present|presents)$/.test(
        next,
      )
    )
      continue
    return {
      end: year?.end ?? end,
      ...(the && !step && { start: at }),
      expression:
        year?.offset !== undefined
          ? {
              form: 'within',
              part: { form: 'holiday', holiday: key },
              whole: { form: 'relative', unit: 'year', offset: year.offset },
            }
          : {
              form: 'holiday',
              holiday: key,
              ...(year ? { year: year.year! } : step && { step: step.step }),
              ...(weekend && { weekend }),
            },
      confidence: 0.8,
    }
  }
  return null
}

const national =
  /^(?:independence day|victory day|labor day|thanksgiving|emancipation day|veterans day|memorial day|mother's day|father's day)$/
/** Behind `India’s`, `Ukrainian`: not the day that the name alone means. */
function isOfCountry(tokens: Tokens, i: number): boolean {
  const previous = before(tokens, i)
  if (!previous) return false
  if (previous === 's' && before(tokens, i, 2) === "'") return true
  return hasTag(previous, 'Demonym', 'Country') && !/^(?:american|us|u\.s\.)$/.test(previous)
}

/** Token behind a name; an apostrophe and its `s` may be written or left out. 0 where it does not stand. */
function matchName(tokens: Tokens, i: number, words: readonly string[]): number {
  let at = i
  for (const [k, form] of words.entries()) {
    if (k > 0 && !near(tokens, at)) return 0
    if (tokens.lower[at] !== form) {
      if (form === '-') continue
      return 0
    }
    at++
  }
  return at
}
