import type { FigureMention } from '../../model/mention.ts'
import type { SegmentedText } from '../../model/segment.ts'
import { isSignStart } from '../../text/currencies.ts'
import { goesOnDigits, isNumberWord, isOrdinalSuffix, isOrdinalWord } from '../../text/number-words.ts'
import { indexOpenings, type Lead } from '../../text/openings.ts'
import { digits, type Form, isGlued, isNear, type Tokens, word } from '../../text/tokens.ts'
import { readUnitOfMeasure } from '../../text/units.ts'
import { readCount } from './count.ts'
import { readFraction, readRatio } from './fraction.ts'
import { isHedge, readHedge } from './hedge.ts'
import { readMeasured } from './measured.ts'
import { isChangeVerb, isFoldWord, readDoubled, readFold } from './multiple.ts'
import { readPartOfUnit } from './part-of-unit.ts'
import { readRank } from './rank.ts'
import type { FigureReading, FigureRule } from './reading.ts'
import { readScore } from './score.ts'

/** Words that a number begins with, or what bounds one. */
const isBounded = (lower: string, lead: Lead) =>
  lead === 'a' || isHedge(lower) || isNumberWord(lower) || /^(?:between|couple|few|several)$/.test(lower)
const isSigned = (lower: string, lead: Lead) => isBounded(lower, lead) || /^(?:minus|negative)$/.test(lower)

/**
 * Every form of figure, by the words that it can begin with. The order decides between readings of equal length: the more specific first, bare
 * counts last.
 */
const rulesAt = indexOpenings<FigureRule>([
  [readMeasured, () => true],
  [readPartOfUnit, (lower, lead) => lead !== 'digits' && isBounded(lower, lead)],
  [
    readFold,
    (lower, lead) =>
      lead === 'digits'
        ? goesOnDigits(lower) || /^(?:folds?|times)$/.test(lower)
        : isBounded(lower, lead) || isFoldWord(lower),
  ],
  [readDoubled, (lower, lead) => lead !== 'digits' && (isBounded(lower, lead) || isChangeVerb(lower))],
  [
    readFraction,
    (lower, lead) => (lead === 'digits' ? goesOnDigits(lower) || lower === 'over' : isSigned(lower, lead)),
  ],
  [
    readRatio,
    (lower, lead) => (lead === 'digits' ? goesOnDigits(lower) || /^(?:in|out)$/.test(lower) : isBounded(lower, lead)),
  ],
  [
    readRank,
    (lower, lead) =>
      lead === 'digits'
        ? isOrdinalSuffix(lower)
        : isNumberWord(lower) ||
          isOrdinalWord(lower) ||
          /^(?:top|bottom|no|number|rank(?:ed|s|ing)?|between)$/.test(lower),
  ],
  [readScore, (lower, lead) => lead === 'digits' && (goesOnDigits(lower) || lower === 'to')],
  [readCount, (lower, lead) => lead === 'digits' || isSigned(lower, lead)],
])

const starters = new Set(
  'between top bottom no number ranked ranks ranking rank twice double triple quadruple quintuple half quarter couple few several minus negative twofold threefold fourfold fivefold sixfold sevenfold eightfold ninefold tenfold twelvefold fifteenfold twentyfold thirtyfold fortyfold fiftyfold hundredfold thousandfold'.split(
    ' ',
  ),
)

// what a form can begin, kept in its notes
const asked = 4
const figure = 8
const hedge = 16
const currency = 32
const article = 512
const mark = 1024

/** What a word can begin: a figure, a hedge, a currency's sign; most words of a text begin none of these, and cost one look. */
function beginnings(form: Form): number {
  if (form.notes & asked) return form.notes
  const { lower } = form
  form.notes |=
    asked |
    (starters.has(lower) || isNumberWord(lower) || isOrdinalWord(lower) || isChangeVerb(lower) ? figure : 0) |
    (isHedge(lower) ? hedge : 0) |
    (isSignStart(form.written) ? currency : 0) |
    (lower === 'a' || lower === 'an' ? article : 0) |
    (/^[.+\-−~<>≤≥≈±½¼¾⅓⅔⅕⅙⅛⅜⅝⅞]$/.test(lower) ? mark : 0)
  return form.notes
}

/** True where a figure may begin at token `i`; `hedged` where a hedge stands before it, which no second one follows. */
function canStart(tokens: Tokens, i: number, hedged = false): boolean {
  const { kind } = tokens
  if (kind[i] === digits) return true
  const can = beginnings(tokens.forms[i]!)
  if (!(can & (figure | currency | hedge | article | mark))) return false
  if (can & article && !isGlued(tokens, i + 1))
    return (
      hedged ||
      (isNear(tokens, i + 1) &&
        (afterArticle.test(tokens.lower[i + 1]!) ||
          !isNear(tokens, i) ||
          (tokens.lower[i + 2] === 'of' &&
            // `the price of a barrel of oil`: of any barrel
            !/^(?:of|for|per)$/.test(tokens.lower[i - 1] ?? '') &&
            readUnitOfMeasure(tokens, i + 1) !== null)))
    )
  if (can & (figure | currency)) return true
  if (can & hedge && kind[i] === word) {
    if (hedged) return false
    // behind a hedge something must follow that it can bound
    const bound = readHedge(tokens, i)
    return bound !== null && canStart(tokens, bound.end, true)
  }
  if (tokens.lower[i] === '.') return isGlued(tokens, i + 1) && kind[i + 1] === digits
  // a hyphen is a minus before what begins a number
  if (isMinus(tokens.lower[i]!))
    return isNear(tokens, i + 1) && !isMinus(tokens.lower[i + 1]!) && canStart(tokens, i + 1, true)
  return (can & mark) !== 0
}

const isMinus = (lower: string) => lower === '-' || lower === '−'

const afterArticle =
  /^(?:hundred|thousand|million|billion|trillion|dozen|few|couple|half|quarter|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|twelfth|hundredth|thousandth|minimum|maximum|high|record|little|lakh|crore|estimated|average|hundredfold|thousandfold)$/

/** Every figure of a text, in order. Readings that overlap dates or one another are settled later. */
export function findFigures(tokens: Tokens, document: SegmentedText): FigureMention[] {
  const found: FigureMention[] = []
  for (let i = 0; i < tokens.count; ) {
    const readings = canStart(tokens, i) ? longest(tokens, i, document) : null
    if (!readings) {
      i++
      continue
    }
    for (const reading of readings) found.push(toMention(tokens, reading))
    i = Math.max(i + 1, ...readings.map(({ end }) => end))
  }
  return found
}

function longest(tokens: Tokens, i: number, document: SegmentedText): readonly FigureReading[] | null {
  let best: readonly FigureReading[] | null = null
  let reach = i
  for (const rule of rulesAt(tokens, i)) {
    const found = rule(tokens, i, document)
    if (!found) continue
    const list = Array.isArray(found) ? (found as readonly FigureReading[]) : [found as FigureReading]
    const end = list.at(-1)!.end
    if (end > reach) {
      best = list
      reach = end
    }
  }
  return best
}

/** What a bound leaves open is a range with one end. */
function openEnd({ number, modifier, kind }: FigureReading): { low?: number; high?: number } | undefined {
  if (number === undefined || modifier === undefined || kind === 'rank') return undefined
  if (modifier === 'about') return undefined
  return modifier === 'at-least' || modifier === 'more-than' ? { low: number } : { high: number }
}

function toMention(tokens: Tokens, reading: FigureReading): FigureMention {
  const { start, end, name, confidence, ...fields } = reading
  const mention: FigureMention = {
    type: 'figure',
    start: tokens.start[start]!,
    end: tokens.end[end - 1]!,
    extractor: name,
    confidence: confidence ?? 0.9,
    ...fields,
    ...openEnd(reading),
  }
  // hundreds of digits are beyond what a number holds: such a figure has its words and no value
  if (
    [mention.number, mention.low, mention.high, mention.against].some(
      (value) => Math.abs(value ?? 0) === Number.POSITIVE_INFINITY,
    )
  ) {
    const { number: _number, low: _low, high: _high, against: _against, ...words } = mention
    return words
  }
  return mention
}
