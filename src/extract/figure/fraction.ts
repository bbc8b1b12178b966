import { hasTag } from '../../text/lexicon.ts'
import { exact, readDenominatorWord, readOrdinal, scales } from '../../text/number-words.ts'
import { readNumeral } from '../../text/numerals.ts'
import { digits, isGlued, isNear, near, type Tokens, word } from '../../text/tokens.ts'
import { isLeftFree, isRightFree } from './edges.ts'
import { modifierOf, readHedge } from './hedge.ts'
import type { FigureReading, FigureRule } from './reading.ts'

/** `third`, `fifths`, `quarters`, `halves`: what one is parted into. */
function readDenominator(tokens: Tokens, i: number): { value: number; end: number; plural: boolean } | null {
  const form = tokens.lower[i] ?? ''
  if (/^(?:half|halves)$/.test(form)) return { value: 2, end: i + 1, plural: form !== 'half' }
  if (/^quarters?$/.test(form)) return { value: 4, end: i + 1, plural: form.endsWith('s') }
  if (tokens.kind[i] !== word) return null
  const scale = /^(hundred|thousand|million|billion|trillion)ths?$/.exec(form)?.[1]
  if (scale)
    return {
      value: { hundred: 1e2, thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12 }[scale]!,
      end: i + 1,
      plural: form.endsWith('s'),
    }
  const plural = form.endsWith('s')
  const simple = readDenominatorWord(form)
  if (simple !== undefined) return { value: simple, end: i + 1, plural }
  // `a twenty-first`
  const ordinal = readOrdinal(tokens, i)
  return ordinal && ordinal.value > 20 ? { value: ordinal.value, end: ordinal.end, plural: false } : null
}

const openers =
  /^(?:of|to|in|from|since|by|over|last|this|that|compared|and|or|as|at|on|during|between|for|were|was|are|is|had|have|has|say|said|more|less|lower|higher|the|its|their|off|when|after|below|above|each|who|among)$/
// words that make `half` part of a name or of another word
const beforeHalf = /^(?:first|second|other|better|latter|last|next|top|bottom|1st|2nd|back|front|opening|final|mid)$/

// Reads   a third, two-thirds, more than a third, three quarters of, nearly half, half of
// Not     a third candidate, the third quarter, second half, a quarter past, half a million (a number), half-hearted
export const readFraction: FigureRule = (tokens, i) => {
  const digit = readDigitFraction(tokens, i) ?? readOver(tokens, i)
  if (digit) return digit
  const hedge = readHedge(tokens, i)
  const at = hedge?.end ?? i
  if (!isLeftFree(tokens, i)) return null
  const form = tokens.lower[at] ?? ''
  const made = (end: number, number: number) => ({
    start: i,
    end,
    name: 'figure.fraction',
    kind: 'fraction' as const,
    number,
    ...modifierOf(hedge),
  })
  const goesOn = (end: number) =>
    isGlued(tokens, end) && (tokens.kind[end] === word || (tokens.lower[end] === '-' && isGlued(tokens, end + 1)))
  if (form === 'half') {
    if (isNear(tokens, at) && beforeHalf.test(tokens.lower[at - 1] ?? '')) return null
    if (goesOn(at + 1)) return null
    const next = near(tokens, at + 1)
    const quantity = hedge || /^(?:of|the|its|their|his|her|our|all|those|that)$/.test(next)
    const after = next === 'a' || next === 'an'
    return quantity && !after && !/^(?:hour|dozen|time|year|term|century|day|million|billion|past)$/.test(next)
      ? made(at + 1, 0.5)
      : null
  }
  const article = form === 'a' || form === 'an'
  const count = article ? { value: 1, end: at + 1 } : readCount(tokens, at)
  if (!count || !isNear(tokens, count.end)) return null
  const hyphen = /^[-‐]$/.test(tokens.lower[count.end]!) ? count.end + 1 : count.end
  if (!isNear(tokens, hyphen)) return null
  const part = readDenominator(tokens, hyphen)
  if (!part || goesOn(part.end) || (count.value >= part.value * 10 && !part.plural)) return null
  if (part.plural === (count.value === 1) && part.value !== 2) return null
  const next = near(tokens, part.end)
  const lone = count.value === 1 && !hedge && article
  const ends = !next || tokens.kind[part.end] !== word
  // `a third candidate` is an ordinal, `a quarter earlier` a time: a fraction is followed by `of` or by nothing it could count
  if (lone && !ends && !openers.test(next)) return null
  // `rose by a quarter`
  if (
    part.value === 4 &&
    lone &&
    near(tokens, i) !== '' &&
    tokens.lower[i - 1] === 'by' &&
    (ends || /^(?:in|to|from|on|at|since|over|during|last|this|and|or|as|after|compared)$/.test(next))
  )
    return made(part.end, 0.25)
  if (
    part.value === 4 &&
    (/^(?:earlier|ago|later|past|to)$/.test(next) ||
      (lone && !/^(?:of|million|billion)$/.test(next) && !hasTag(next, 'Copula') && !ends))
  )
    return null
  if (
    part.value === 4 &&
    /quarter/.test(tokens.lower[hyphen]!) &&
    lone &&
    ends &&
    !(i === 0 && part.end >= tokens.count)
  )
    return null
  if (part.value === 2 && lone && next !== 'of' && !(i === 0 && ends)) return null
  if (!lone && !ends && part.value > 2 && count.value === 1 && !openers.test(next) && !hedge && hyphen === count.end)
    return null
  if (/^(?:million|billion|trillion|thousand)$/.test(next)) {
    const scale = { thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12 }[next]!
    return { ...made(part.end + 1, exact((count.value / part.value) * scale)), kind: 'count' }
  }
  return made(part.end, count.value / part.value)
}

/** `3/4`, `more than 1/2 of`, `about 1/40 of`: two numbers and a stroke, where nothing makes a date or a label of them. */
function readDigitFraction(tokens: Tokens, i: number): FigureReading | null {
  const hedge = readHedge(tokens, i)
  const at = hedge?.end ?? i
  if (tokens.kind[at] !== digits || tokens.lower[at + 1] !== '/' || !isLeftFree(tokens, i)) return null
  const numeral = readNumeral(tokens, at)
  if (
    !numeral?.fractional ||
    numeral.scaled ||
    numeral.end !== at + 3 ||
    numeral.value === undefined ||
    !isRightFree(tokens, numeral.end)
  )
    return null
  const alone = !isNear(tokens, i) && !isNear(tokens, numeral.end)
  if (!alone && near(tokens, numeral.end) !== 'of' && !hedge) return null
  return {
    start: i,
    end: numeral.end,
    name: 'figure.fraction',
    kind: 'fraction',
    number: numeral.value,
    ...modifierOf(hedge),
  }
}

/** `one over three`, where nothing else is said: `120 over 80` in a sentence is no fraction. */
function readOver(tokens: Tokens, i: number): FigureReading | null {
  const negative = /^(?:minus|negative)$/.test(tokens.lower[i]!) ? 1 : 0
  const above = readNumeral(tokens, i + negative)
  if (above?.value === undefined || near(tokens, above.end) !== 'over' || !isNear(tokens, above.end + 1)) return null
  const below = readNumeral(tokens, above.end + 1)
  const told = !isNear(tokens, i) || near(tokens, i) === '' || /^(?:is|equals)$/.test(tokens.lower[i - 1]!)
  if (!below?.value || !told || (isNear(tokens, below.end) && tokens.kind[below.end] === word)) return null
  const number = (negative ? -1 : 1) * (above.value / below.value)
  return { start: i, end: below.end, name: 'figure.fraction', kind: 'fraction', number, confidence: 0.6 }
}

function readCount(tokens: Tokens, i: number): { value: number; end: number } | null {
  const numeral = readNumeral(tokens, i)
  return numeral && numeral.value !== undefined && !numeral.fractional && !numeral.digits
    ? { value: numeral.value, end: numeral.end }
    : null
}

/** `one-in-a-million`. */
function readHyphenScale(
  tokens: Tokens,
  i: number,
): { value: number; end: number; fractional: false; digits: false } | null {
  const glued =
    tokens.lower[i] === 'a' && tokens.lower[i + 1] === '-' && isGlued(tokens, i + 1) && isGlued(tokens, i + 2)
  const value = glued ? scales.get(tokens.lower[i + 2]!) : undefined
  return value === undefined ? null : { value, end: i + 3, fractional: false, digits: false }
}

/** `a 2-to-1 margin`, `three-to-one`: how many for each. */
function readOdds(tokens: Tokens, start: number, at: number, above: number, end: number): FigureReading | null {
  const hyphen = (k: number) => tokens.lower[k] === '-' && isGlued(tokens, k) && isGlued(tokens, k + 1)
  if (at === end || !hyphen(end) || tokens.lower[end + 1] !== 'to' || !hyphen(end + 2)) return null
  const below = readNumeral(tokens, end + 3)
  if (!below?.value || below.scaled || below.fractional || !isRightFree(tokens, below.end)) return null
  // `two-to-five year plans`, `16-to-24-year-olds`
  if (above < below.value && tokens.lower[below.end] === '-' && isGlued(tokens, below.end)) return null
  if (above < below.value && /^(?:year|month|week|day|hour)s?$/.test(near(tokens, below.end))) return null
  return { start, end: below.end, name: 'figure.ratio', kind: 'ratio', number: above / below.value }
}

// Reads   one in five, three out of ten, 9 in 10 Americans, one in every 20
// Not     one in the, two in 2019, one in charge
export const readRatio: FigureRule = (tokens, i) => {
  const hedge = readHedge(tokens, i)
  const at = hedge?.end ?? i
  if (
    !isLeftFree(tokens, i) ||
    (isNear(tokens, at) && /^(?:the|this|that|no|any|some)$/.test(tokens.lower[at - 1] ?? ''))
  )
    return null
  const above = readNumeral(tokens, at)
  if (!above || above.value === undefined || above.fractional) return null
  let next = above.end
  const odds = readOdds(tokens, i, at, above.value, next)
  if (odds) return { ...odds, ...modifierOf(hedge) }
  const joint = near(tokens, next)
  if (joint === '-' && near(tokens, next + 1) === 'in') next += 2
  else if (joint === 'in') next++
  else if (joint === 'out' && near(tokens, next + 1) === 'of') next += 2
  else return null
  const out = joint === 'out'
  if (near(tokens, next) === '-' || near(tokens, next) === 'every') next++
  const below = isNear(tokens, next) ? (readHyphenScale(tokens, next) ?? readNumeral(tokens, next)) : null
  if (!below || below.value === undefined || below.fractional || !isRightFree(tokens, below.end)) return null
  const [a, b] = [above.value, below.value]
  if (a >= b || (b > 1000 && !(a === 1 || out)) || (a > 20 && !out)) return null
  // `two in 2019`, `one in five years`: a time
  if (!out && below.digits && b >= 1500 && b <= 2100) return null
  if (!out && a > 1 && /^(?:years?|months?|days?|weeks?|hours?|decades?|games?)$/.test(near(tokens, below.end)))
    return null
  return {
    start: i,
    end: below.end,
    name: 'figure.ratio',
    kind: 'ratio',
    number: a / b,
    ...modifierOf(hedge),
  }
}
