import { readOrdinal } from '../../text/number-words.ts'
import { digits, isCapital, isGlued, near, type Tokens, word } from '../../text/tokens.ts'
import { isCountedYear } from '../counted-year.ts'
import { before, isLeftFree, type Reading, type Rule } from './words.ts'
import { readYear } from './year-number.ts'

const prepositions =
  /^(?:in|since|by|until|till|from|of|to|for|during|before|after|between|early|late|mid|circa|through|around|about|the|and|or|than|his|her|its|their|s|year|throughout|during|as|at)$/
// what a four-digit number counts when it is no year
const counted =
  /^(?:people|persons|men|women|children|soldiers|troops|jobs|euros|dollars|pounds|tonnes|tons|miles|km|kilometers|kilometres|kilometer|kilometre|meters|metres|meter|metre|feet|hectares|acres|houses|homes|workers|employees|students|mw|gw|pages|words|million|billion|thousand|hundred|percent|per|hours|days|times|calories|votes|points|shares|seats|units|copies|barrels|year|day|mile|foot|yard|meter|metre|acre|strong|plus|years|months|weeks|yen|rupees|kg|grams|species|cases|deaths|rpm)$/
const numbered =
  /^(?:agenda|vision|runner|project|article|section|boeing|airbus|windows|office|class|model|type|resolution|no|number|highway|route|page|room|flight|version|chapter|act|iso|rfc|building|bus|line|unit|apollo|area|studio|expo-|suite|apartment|apt|floor|lot|box|hangar|gate|unit|code|serial|case|file|docket|extension|postcode|zip)$/

// Reads   2022, in 1998, 2015-2019, 2019-20, between 2015 and 2019, from 2015 to 2019, the 2022 protests, 345 BC, 2019 H2 (with period)
// Not     2000 people, 2,022, Agenda 2030, Blade Runner 2049, model numbers, 1800 metres, page 2010
export const readPlainYear: Rule = (tokens, i) => {
  const { lower } = tokens
  // `year 2012`, `the year 1968`
  let at =
    lower[i] === 'the' && near(tokens, i + 1) === 'year' ? i + 2 : lower[i] === 'year' || lower[i] === 'cy' ? i + 1 : i
  const labelled = at > i
  if (lower[at] === 'calendar' && near(tokens, at + 1) === 'year') at += 2
  if (labelled && !near(tokens, at)) return null
  if (tokens.kind[at] !== digits && lower[at] !== "'") {
    if (tokens.kind[at] !== word) return null
    const spoken = readYear(tokens, at, true)
    return spoken && (labelled || /^(?:in|since|until|by|of|from)$/.test(before(tokens, i)))
      ? { end: spoken.end, expression: { form: 'calendar', year: spoken.value } }
      : null
  }
  const year = readYear(tokens, at, false)
  if (!year) return null
  if (year.bc) return { end: year.end, expression: { form: 'bc', year: year.value } }
  const era = year.end > at + 1 && lower[at] !== "'"
  if (era) return { end: year.end, expression: { form: 'calendar', year: year.value } }
  if (lower[at] === "'" && !/^(?:in|since|of|class|until|summer|winter|spring|fall)$/.test(before(tokens, at)))
    return null
  const previous = before(tokens, at)
  const old = year.value >= 1000 && /^(?:in|since|before|after|until|by|circa|around)$/.test(previous)
  if ((year.value < 1500 && !old) || year.value > 2100) return null
  const led = labelled || prepositions.test(previous) || (previous === '-' && isGlued(tokens, at))
  const end = year.end
  const range = readRange(tokens, at, year.value, end)
  if (range) return range
  const glued = isGlued(tokens, end) ? lower[end]! : ''
  if (glued && tokens.kind[end] !== 3) return null
  if (/^[%_°]$/.test(glued)) return null
  if (/^[.,:/-]$/.test(glued) && isGlued(tokens, end + 1)) {
    if (tokens.kind[end + 1] === digits) return null
    if (glued === '-' && tokens.kind[end + 1] === word && !/^(?:present|now|today)$/.test(lower[end + 1]!)) return null
  }
  const next = near(tokens, end)
  if (!labelled && (counted.test(next) || isCountedYear(tokens, at))) return null
  // `at 1600 Pennsylvania Avenue`: a house
  if (
    !labelled &&
    /^(?:avenue|street|road|boulevard|drive|lane|ave|st|blvd|rd|place|square|way|terrace|court|highway|parkway)$/.test(
      near(tokens, end + 1),
    ) &&
    isCapital(tokens, end) &&
    isCapital(tokens, end + 1)
  )
    return null
  if (/^(?:number|no|page|room|p)$/.test(previous)) return null
  // a capitalised word right before it: a name that holds a number, unless a sentence or line begins with it
  if (!led && previous && tokens.kind[at - 1] === word && isCapital(tokens, at - 1)) {
    if (numbered.test(previous)) return null
    const starts = !near(tokens, at - 1) || /^[.!?"“:;|]$/.test(before(tokens, at - 1))
    const closes =
      !next || /^[,.;)]$/.test(next) || (tokens.kind[end] === word && !isCapital(tokens, end) && next.length <= 4)
    if (!starts && !closes) return null
    if (numbered.test(before(tokens, at - 1)) || /^(?:runner|agenda|vision|class)$/.test(previous)) return null
  }
  if (/^(?:agenda|vision)$/.test(previous)) return null
  // `an average of 1650`
  if (
    previous === 'of' &&
    /^(?:average|total|maximum|minimum|median|mean|score|speed|price|rent|salary|fee|sum|turnout|capacity|quota|squad|crowd|attendance|height|altitude|rating)$/.test(
      before(tokens, at - 1),
    )
  )
    return null
  return { end, expression: { form: 'calendar', year: year.value }, confidence: led ? 0.95 : 0.75 }
}

/** `2015-2019`, `2019-20`, `2015 to 2019`, `between 2015 and 2019` (from the first year on). */
function readRange(tokens: Tokens, i: number, first: number, end: number): Reading | null {
  const { lower } = tokens
  const joint = near(tokens, end)
  const dash = /^[-–—/~]$/.test(joint)
  if (!dash && !/^(?:and|to|through|until|till)$/.test(joint)) return null
  if (joint === 'and' && before(tokens, i) !== 'between') return null
  const at = end + 1
  if (!near(tokens, at) || tokens.kind[at] !== digits) return null
  const form = lower[at]!
  const second =
    form.length === 4
      ? Number(form)
      : form.length === 2 && dash && (isGlued(tokens, at) || joint === '–' || joint === '—')
        ? Math.floor(first / 100) * 100 + Number(form)
        : 0
  if (second <= first || second > 2100 || (form.length === 2 && second - first > 20)) return null
  const glued = isGlued(tokens, at + 1) ? lower[at + 1]! : ''
  if ((glued && tokens.kind[at + 1] !== 3) || glued === '%') return null
  if (/^[-/.:,]$/.test(glued) && tokens.kind[at + 2] === digits && isGlued(tokens, at + 2)) return null
  if (counted.test(near(tokens, at + 1))) return null
  if (form.length === 2 && /^[-/]$/.test(joint) && isFiscal(tokens, at + 1))
    return { end: at + 1, expression: { form: 'fiscal', year: second } }
  return {
    end: at + 1,
    expression: { form: 'range', from: { form: 'calendar', year: first }, to: { form: 'calendar', year: second } },
  }
}

const isFiscal = (tokens: Tokens, i: number) =>
  /^(?:fiscal|financial|tax)$/.test(near(tokens, i)) && near(tokens, i + 1) === 'year'

// Reads   fiscal 2021, fiscal year 2022-23, FY24, FY2024, Q1FY24, the 2023 fiscal year, the 2023-24 financial year, last fiscal year, fiscal first quarter
export const readFiscal: Rule = (tokens, i) => {
  const { lower } = tokens
  let at = i
  let quarter: number | undefined
  let half: number | undefined
  if (
    /^[qh]$/.test(lower[at]!) &&
    tokens.kind[at + 1] === digits &&
    isGlued(tokens, at + 1) &&
    /^[1-4]$/.test(lower[at + 1]!)
  ) {
    if (lower[at] === 'q') quarter = Number(lower[at + 1])
    else if (Number(lower[at + 1]) < 3) half = Number(lower[at + 1])
    at += 2
    if (/^(?:of|-)$/.test(near(tokens, at))) at++
    if (near(tokens, at) !== 'fy' && near(tokens, at) !== 'fiscal') return null
  }
  const part = quarter === undefined && half === undefined ? {} : quarter === undefined ? { half: half! } : { quarter }
  const form = at === i ? lower[at]! : near(tokens, at)
  if (at === i && (form === 'fiscal' || form === 'financial')) {
    // `fiscal third-quarter profit`, `the fiscal second half`
    const ordinal = near(tokens, at + 1) ? readOrdinal(tokens, at + 1) : null
    const name = ordinal && near(tokens, ordinal.end) === '-' ? ordinal.end + 1 : (ordinal?.end ?? 0)
    const unit = ordinal ? near(tokens, name) : ''
    if (ordinal && unit === 'quarter' && ordinal.value <= 4)
      return { end: name + 1, expression: { form: 'fiscal', quarter: ordinal.value } }
    if (ordinal && unit === 'half' && ordinal.value <= 2)
      return { end: name + 1, expression: { form: 'fiscal', half: ordinal.value } }
  }
  if (form === 'fy' || form === 'fiscal' || form === 'financial') {
    let end = at + 1
    if (form !== 'fy' && near(tokens, end) === 'year') end++
    else if (form === 'financial') return null
    if (near(tokens, end) === "'") end++
    const year = tokens.kind[end] === digits && near(tokens, end) ? lower[end]! : ''
    if (year.length !== 4 && !(year.length === 2 && form === 'fy')) return null
    let value = year.length === 4 ? Number(year) : 2000 + Number(year)
    end++
    if (
      /^[-–/]$/.test(near(tokens, end)) &&
      isGlued(tokens, end) &&
      tokens.kind[end + 1] === digits &&
      isGlued(tokens, end + 1)
    ) {
      const last = lower[end + 1]!
      value = last.length === 4 ? Number(last) : Math.floor(value / 100) * 100 + Number(last)
      end += 2
    }
    return value > 1900 && value < 2100 ? { end, expression: { form: 'fiscal', year: value, ...part } } : null
  }
  // `the 2023-24 fiscal year`
  if (tokens.kind[i] === digits && lower[i]!.length === 4 && isFiscal(tokens, i + 1) && isLeftFree(tokens, i))
    return { end: i + 1, expression: { form: 'fiscal', year: Number(lower[i]) } }
  if (/^(?:last|this|next|current|previous|the)$/.test(form) && isFiscal(tokens, i + 1)) {
    const step = form === 'last' || form === 'previous' ? -1 : form === 'next' ? 1 : 0
    return form === 'the' ? null : { end: i + 3, expression: { form: 'fiscal', step } }
  }
  return null
}

const decadeWords = ['twenties', 'thirties', 'forties', 'fifties', 'sixties', 'seventies', 'eighties', 'nineties']

// Reads   the 1980s, the '90s, 1990s, mid-1990s (with its position), the nineties
// Not     in his 80s (ages), in the 70s Fahrenheit
export const readDecade: Rule = (tokens, i) => {
  const { lower } = tokens
  const the = lower[i] === 'the'
  const at = the ? i + 1 : i
  if (the && !near(tokens, at)) return null
  const named = decadeWords.indexOf(lower[at]!)
  if (named >= 0)
    return the || before(tokens, i) === 'in'
      ? { end: at + 1, expression: { form: 'decade', year: 1920 + 10 * named } }
      : null
  const short = lower[at] === "'" ? 1 : 0
  const number = at + short
  if (tokens.kind[number] !== digits || !lower[number]!.endsWith('0') || (short && !isGlued(tokens, number)))
    return null
  const size = lower[number]!.length
  if (!(size === 4 && /^(?:1[5-9]|20)/.test(lower[number]!)) && size !== 2) return null
  let end = number + 1
  if (lower[end] === "'" && isGlued(tokens, end)) end++
  if (lower[end] !== 's' || !isGlued(tokens, end)) return null
  if (/^(?:his|her|their|my|your|our)$/.test(before(tokens, i))) return null
  const follows =
    /^(?:and|or|,|to)$/.test(before(tokens, i)) && before(tokens, i, 2) === 's' && isDecadeEnd(tokens, i - 2)
  if (size === 2 && !short && !follows && !(the && Number(lower[number]) >= 20 && !isTemperature(tokens, i)))
    return null
  const value = Number(lower[number])
  const year = size === 4 ? value : value < 20 ? 2000 + value : 1900 + value
  return { end: end + 1, expression: { form: 'decade', year } }
}

/** `highs in the 80s`, `climbed into the 70s`: degrees. */
function isTemperature(tokens: Tokens, i: number): boolean {
  if (/^(?:into|to|by)$/.test(before(tokens, i))) return true
  for (let k = Math.max(0, i - 8); k < Math.min(tokens.count, i + 6); k++)
    if (
      /^(?:temperatures?|highs?|lows?|degrees?|thermometers?|mercury|weather|fahrenheit|celsius)$/.test(
        tokens.lower[k]!,
      )
    )
      return true
  return false
}

/** True for the `s` of a decade: digits that end in 0 stand before it. */
const isDecadeEnd = (tokens: Tokens, i: number) =>
  isGlued(tokens, i) && tokens.kind[i - 1] === digits && tokens.lower[i - 1]!.endsWith('0')

// Reads   the 19th century, the early twentieth century (with its position), the 3rd century BC, 15th century
export const readCentury: Rule = (tokens, i) => {
  const at = tokens.lower[i] === 'the' ? i + 1 : i
  if (at > i && !near(tokens, at)) return null
  const ordinal = readOrdinal(tokens, at)
  if (!ordinal || ordinal.value > 30 || ordinal.value < 1) return null
  const name = near(tokens, ordinal.end) === '-' ? ordinal.end + 1 : ordinal.end
  if (near(tokens, name) !== 'century') return null
  const era = near(tokens, name + 1)
  if (era === 'bc' || era === 'bce') return { end: name + 2, expression: { form: 'bc' } }
  if (era === 'ad' || era === 'ce') return { end: name + 2, expression: { form: 'century', century: ordinal.value } }
  return { end: name + 1, expression: { form: 'century', century: ordinal.value } }
}
