import type { FigureModifier } from '../../model/claim/figure.ts'
import { digitsSource, parseNumber, scaleSource, wordsSource } from '../../text/numerals.ts'

// The parts that figures share: a hedge, a number or a range of two, each with its scale.

const hedges: readonly (readonly [FigureModifier, string])[] = [
  [
    'at-least',
    'at\\s+(?:the\\s+very\\s+)?least|no\\s+(?:fewer|less)\\s+than|not\\s+less\\s+than|a\\s+minimum\\s+of|minimum',
  ],
  [
    'at-most',
    'at\\s+(?:the\\s+)?most|no\\s+more\\s+than|not\\s+more\\s+than|up\\s+to|as\\s+(?:many|much|high|few|low)\\s+as|a\\s+maximum\\s+of|a\\s+(?:record\\s+)?high\\s+of',
  ],
  [
    'more-than',
    '(?:slightly\\s+|much\\s+|well\\s+|a\\s+little\\s+)?more\\s+than|(?:well|just|slightly|a\\s+little)\\s+(?:over|above)|over|above|in\\s+excess\\s+of|upwards?\\s+of|exceeding|greater\\s+than|higher\\s+than',
  ],
  [
    'less-than',
    '(?:slightly\\s+|much\\s+|well\\s+|a\\s+little\\s+)?(?:less|fewer|lower)\\s+than|(?:well|just|slightly|a\\s+little)\\s+(?:under|below|shy\\s+of)|under|below',
  ],
  [
    'about',
    'about|around|roughly|approximately|approx\\.?|circa|some|nearly|almost|close\\s+to|near|an?\\s+estimated|estimated|an\\s+average\\s+of|~',
  ],
]
/** Regular expression source: words that bound or soften a number, in one group named `hedge`, white space behind it. */
export const hedgeSource = `(?<hedge>(?i:${hedges.map(([, source]) => source).join('|')}))\\s+`

const compiled = hedges.map(([modifier, source]) => [modifier, new RegExp(`^(?:${source})$`, 'i')] as const)
/** Modifier that a hedge stands for; undefined without one. */
export function readHedge(hedge: string | undefined): FigureModifier | undefined {
  return hedge ? compiled.find(([, form]) => form.test(hedge))?.[0] : undefined
}

/** Nothing that a number could be the tail of stands before it, and nothing that goes on with it behind. */
export const leftEdge = '(?<![\\p{L}\\p{N}_$€£¥#/]|[\\p{N}][.,:×^−]|[×^]\\s?|[\\p{L}\\p{N}][-–])'
export const rightEdge = '(?![\\p{L}\\p{N}_^×]|[.,:/]\\p{N}|\\s?[×^]|\\s?x\\s?10)'

/** What joins the ends of a range: a dash before digits (never inside `twenty-one`), or `to` and `or`. */
const link = '(?:\\s*[-–—]\\s*(?=[\\d.$€£¥₹]|\\p{Lu})|-?\\s+(?i:to|or)\\s+)'

const number = (index: number, before: string, after: string) =>
  `${before && `${before}\\s?`}(?<n${index}>${digitsSource}|(?i:${wordsSource}))(?:[\\s-]?(?<s${index}>(?i:${scaleSource})))?${after}`

/**
 * Source of a hedge, and a number or range: `at least 5`, `3-4 billion`, `between 40% and 50%`. `before` and `after` may stand at
 * each number (a currency sign, a percent sign); `last` must stand behind the whole.
 */
export function amountSource({
  before = '',
  after = '',
  last = '',
}: {
  before?: string
  after?: string
  last?: string
}): string {
  const optional = (source: string) => (source ? `(?:${source})?` : '')
  const one = number(1, before, '')
  const range = (join: string) =>
    `${number(1, before, optional(after))}${join}${number(2, optional(before), '')}${after}`
  return `${leftEdge}(?:${hedgeSource})?(?:(?i:between)\\s+${range('\\s+and\\s+')}|${range(link)}|${one}${after})${last}`
}

export type Amount = {
  readonly number?: number
  readonly low?: number
  readonly high?: number
  readonly modifier?: FigureModifier
}

/** Number or range of a match of `amountSource`. Where a reading is unsure the result has no number; null when it is no amount at all. */
export function readAmount(groups: Record<string, string | undefined>, factor = 1): Amount | null {
  const modifier = readHedge(groups.hedge)
  const bounded = modifier ? { modifier } : {}
  const scaled = (text: string, scale: string | undefined) => {
    const value = parseNumber(text, scale)
    return value === null ? null : Number((value * factor).toPrecision(15))
  }
  if (groups.n2 === undefined) {
    const value = scaled(groups.n1!, groups.s1)
    return value === null ? bounded : { number: value, ...bounded }
  }
  // `$3-4 billion`: the scale of the second holds for the first, unless the first has its own or is the larger
  const high = scaled(groups.n2, groups.s2)
  const own = scaled(groups.n1!, groups.s1)
  const low = groups.s1 || !groups.s2 || own === null || own >= 1000 ? own : scaled(groups.n1!, groups.s2)
  if (low === null || high === null || low >= high) return null
  return { low, high, ...bounded }
}

/** One end of a range: where it stands, its words, and its number with its own scale (null where that is unsure). */
export type RangeEnd = {
  readonly start: number
  readonly end: number
  readonly text: string
  readonly number: number | null
}

/** The two ends of a match that is a range; null for a single number. */
export function endsOf(match: RegExpExecArray): readonly [RangeEnd, RangeEnd] | null {
  const { n1, s1, n2, s2 } = match.groups!
  if (n1 === undefined || n2 === undefined) return null
  const first = match[0].indexOf(n1)
  const joint = /\s*[-–—]\s*(?=[\d.$€£¥₹\p{Lu}])|-?\s+(?:to|or|and)\s+/u.exec(match[0].slice(first + n1.length))
  if (!joint) return null
  const cut = first + n1.length + joint.index
  const behind = cut + joint[0].length
  const lead = /^(?:between|from)\s+/i.exec(match[0])?.[0].length ?? 0
  return [
    { start: match.index + lead, end: match.index + cut, text: match[0].slice(lead, cut), number: parseNumber(n1, s1) },
    {
      start: match.index + behind,
      end: match.index + match[0].length,
      text: match[0].slice(behind),
      number: parseNumber(n2, s2),
    },
  ]
}

/** `from $12 billion to $27 billion` tells of a change, not of a range: both ends are whole and `from` stands before them. */
export const isFromTo = (match: RegExpExecArray): boolean =>
  /\bfrom\s$/i.test(match.input.slice(Math.max(0, match.index - 6), match.index)) && /\sto\s/i.test(match[0])
