import type { TimexExpression } from '../../model/timex.ts'
import { readOrdinal } from '../../text/number-words.ts'
import { digits, isCapital, isGlued, near, type Tokens } from '../../text/tokens.ts'
import { before, inThatYear, isAlone, isRightFree, type Reading, type Rule, readStep, seasons } from './words.ts'
import { readYear } from './year-number.ts'

/** Year behind a quarter, half, season or holiday: `2021`, `of 2021`, `, 2021`, `in 2017`, `of last year`. */
export function readYearOf(tokens: Tokens, i: number): { end: number; year?: number; offset?: -1 | 0 | 1 } | null {
  let at = i
  if (/^(?:of|,|in|from|-)$/.test(near(tokens, at))) at++
  if (near(tokens, at) === 'the' && near(tokens, at + 1) === 'year' && tokens.kind[at + 2] === digits) at += 2
  if (!near(tokens, at)) return null
  const year = readYear(tokens, at, at === i)
  if (year && !year.bc && year.value >= 1000 && isRightFree(tokens, year.end))
    return { end: year.end, year: year.value }
  const step = near(tokens, i) === 'in' || near(tokens, i) === ',' ? null : readStep(tokens, at)
  return step && near(tokens, step.end) === 'year' ? { end: step.end + 1, offset: step.step } : null
}

// Reads   the first quarter, second quarter of 2021, Q3 2020, Q1, 2018Q4, 18q4, H1 2022, 2019 H2, fourth-quarter, the first half of last year
// Not     a quarter (a fraction), 100% H2, second-half goal, quarter-final, the first half (of a match)
export const readQuarter: Rule = (tokens, i) => {
  const { lower } = tokens
  // the year first: `2018Q4`, `2019 H2`, `18q4`
  if (tokens.kind[i] === digits) {
    const size = lower[i]!.length
    const at = /^-$/.test(near(tokens, i + 1)) ? i + 2 : i + 1
    const name = near(tokens, at)
    if (
      (size === 4 || (size === 2 && isGlued(tokens, at))) &&
      /^[qh]$/.test(name) &&
      tokens.kind[at + 1] === digits &&
      isGlued(tokens, at + 1)
    ) {
      const number = Number(lower[at + 1])
      const year = size === 4 ? Number(lower[i]) : 2000 + Number(lower[i])
      if (number >= 1 && number <= (name === 'q' ? 4 : 2))
        return { end: at + 2, expression: { form: name === 'q' ? 'quarter' : 'half', number, year } }
    }
  }
  const form = lower[i]!
  if (/^[qh]$/.test(form) && tokens.kind[i + 1] === digits && isGlued(tokens, i + 1)) {
    const number = Number(lower[i + 1])
    if (!(number >= 1 && number <= (form === 'q' ? 4 : 2))) return null
    if (
      !isCapital(tokens, i) &&
      !(near(tokens, i + 2) && tokens.kind[i + 2] === digits) &&
      !isAlone(tokens, i, i + 2) &&
      !/^(?:in|of|for)$/.test(before(tokens, i))
    )
      return null
    const year = readYearOf(tokens, i + 2)
    // `100% H2`: a gas
    if (!year && (isQuartile(tokens, i) || before(tokens, i) === '%')) return null
    const end = year?.end ?? i + 2
    if (!isRightFree(tokens, i + 2) && !year) return null
    return { end, expression: { form: form === 'q' ? 'quarter' : 'half', number, ...rest(year) }, confidence: 0.85 }
  }
  let at = form === 'the' ? i + 1 : i
  if (at > i && !near(tokens, at)) return null
  const ordinal = lower[at] === 'final' ? { value: 0, end: at + 1 } : readOrdinal(tokens, at)
  if (!ordinal) return null
  at = near(tokens, ordinal.end) === '-' ? ordinal.end + 1 : ordinal.end
  const fiscal = /^(?:fiscal|financial)$/.test(near(tokens, at))
  if (fiscal || near(tokens, at) === 'calendar') at++
  const name = near(tokens, at)
  const isHalf = name === 'half'
  if (!isHalf && !/^(?:quarter|qtr)$/.test(name)) return null
  const number = ordinal.value || (isHalf ? 2 : 4)
  if (number > (isHalf ? 2 : 4)) return null
  const end = at + 1
  if (tokens.lower[end] === '-' && isGlued(tokens, end)) return null
  const year = readYearOf(tokens, end)
  const ofTheYear =
    near(tokens, end) === 'of' && near(tokens, end + 1) === 'the' && /^(?:year|season)$/.test(near(tokens, end + 2))
  const ofFiscal = near(tokens, end) === 'of' && /^(?:fiscal|fy|the)$/.test(near(tokens, end + 1)) ? end + 1 : 0
  if (ofFiscal && near(tokens, ofFiscal) !== 'the') {
    const at2 = near(tokens, ofFiscal + 1) === 'year' ? ofFiscal + 2 : ofFiscal + 1
    if (tokens.kind[at2] === digits && lower[at2]!.length === 4)
      return {
        end: at2 + 1,
        expression: { form: 'fiscal', year: Number(lower[at2]), ...(isHalf ? { half: number } : { quarter: number }) },
      }
  }
  if (isHalf && !year && !ofTheYear) return null
  if (ofTheYear && near(tokens, end + 2) === 'season') return null
  const expression: TimexExpression =
    fiscal && !year
      ? { form: 'fiscal', ...(isHalf ? { half: number } : { quarter: number }) }
      : { form: isHalf ? 'half' : 'quarter', number, ...rest(year) }
  return { end: year?.end ?? (ofTheYear ? end + 3 : end), expression, confidence: 0.85 }
}

/** `the third quartile (Q3)`, `IQR = Q3 – Q1`. */
function isQuartile(tokens: Tokens, i: number): boolean {
  for (let k = Math.max(0, i - 12); k < Math.min(tokens.count, i + 12); k++)
    if (/^(?:quartiles?|iqr|percentiles?)$/.test(tokens.lower[k]!)) return true
  return false
}

const rest = (year: ReturnType<typeof readYearOf>) =>
  year ? (year.year !== undefined ? { year: year.year } : { offset: year.offset! }) : {}

/** `winter 2023-24`, `winter of 2023/24`: the one that begins in the first of two years. */
function readWinter({ lower, kind }: Tokens, at: number): Reading | null {
  const [first, dash, second] = [lower[at] ?? '', lower[at + 1] ?? '', lower[at + 2] ?? '']
  if (kind[at] !== digits || !/^[-–/]$/.test(dash) || !/^\d{4}$/.test(first) || !/^\d\d(?:\d\d)?$/.test(second))
    return null
  const year = Number(first)
  if ((year + 1) % 100 !== Number(second.slice(-2))) return null
  return { end: at + 3, expression: { form: 'season', season: 'WI', year } }
}

// Reads   summer 2021, the winter of 1998, this autumn, last spring, in winter, the 2023-24 winter, next season
// Not     spring as a verb, Fall (a name), summer camp
export const readSeason: Rule = (tokens, i) => {
  const { lower } = tokens
  let at = i
  const step = readStep(tokens, i)
  const the = lower[i] === 'the' || lower[i] === 'all'
  if (step) at = step.end
  else if (the) at = i + 1
  if (at > i && !near(tokens, at)) return null
  const season = seasons.get(lower[at]!)
  if (!season) return null
  const end = at + 1
  const winter = season === 'WI' ? readWinter(tokens, near(tokens, end) === 'of' ? end + 1 : end) : null
  if (winter) return winter
  const year = readYearOf(tokens, end)
  // `expected to fall this year`, `a sharp fall last year`
  const falls =
    lower[at] === 'fall' &&
    year?.offset !== undefined &&
    !step &&
    !/^(?:in|by|since|until|during|early|late|mid|-)$/.test(before(tokens, i))
  if (falls) return null
  if (year && near(tokens, end) !== ',' && !(near(tokens, end) === 'in')) {
    if (year.year === undefined)
      return {
        end: year.end,
        expression: {
          form: 'within',
          part: { form: 'season', season },
          whole: { form: 'relative', unit: 'year', offset: year.offset! },
        },
      }
    return { end: year.end, expression: { form: 'season', season, year: year.year } }
  }
  if (step?.anchored && lower[i] === 'that') return { end, expression: inThatYear({ form: 'season', season }) }
  if (step) return { end, expression: { form: 'season', season, step: step.step } }
  const previous = before(tokens, i)
  const owner = previous === 's' && before(tokens, i, 2) === "'"
  if (isCapital(tokens, at) && !isAlone(tokens, i, end)) return null
  // `in winter`, `in the summer`: the season as such, with the year that the clause tells
  const led = /^(?:in|during|by|since|until|through|throughout|before|after|early|late|mid|-)$/.test(previous)
  if (!(led || isAlone(tokens, i, end)) || owner) return null
  if (
    /^(?:of|season|camp|games|olympics|school|break|house|home)$/.test(near(tokens, end)) ||
    (tokens.lower[end] === '-' && isGlued(tokens, end)) ||
    (lower[at] === 'fall' && near(tokens, end) === 'in')
  )
    return null
  return season === 'FA' && lower[at] === 'fall' && !the
    ? null
    : { end, expression: { form: 'season', season }, confidence: 0.7 }
}

// Reads   week 31, week 3 of 2027, the week of April 10 (with what it begins), week commencing 4 February
export const readWeek: Rule = (tokens, i) => {
  const { lower } = tokens
  const at = lower[i] === 'the' ? i + 1 : i
  if (at > i && !near(tokens, at)) return null
  if (lower[at] !== 'week' || tokens.kind[at + 1] !== digits || !near(tokens, at + 1)) return null
  const week = Number(lower[at + 1])
  if (!(week >= 1 && week <= 53) || lower[at + 1]!.length > 2) return null
  const year = near(tokens, at + 2) === 'of' ? readYear(tokens, at + 3, true) : null
  if (year) return { end: year.end, expression: { form: 'week', week, year: year.value } }
  // sport counts its weeks too: only `the week 31`, or one that stands for itself
  return at > i || /^(?:in|for|of|until|by|since)$/.test(before(tokens, i)) || !before(tokens, i)
    ? { end: at + 2, expression: { form: 'week', week }, confidence: 0.5 }
    : null
}
