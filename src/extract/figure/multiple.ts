import { readNumeral } from '../../text/numerals.ts'
import { isGlued, near, type Tokens, word } from '../../text/tokens.ts'
import { isLeftFree, isRightFree } from './edges.ts'
import { modifierOf, readHedge } from './hedge.ts'
import { isYear } from './labels.ts'
import type { FigureRule } from './reading.ts'

const comparatives =
  /^(?:as|more|less|higher|lower|larger|bigger|greater|faster|smaller|longer|stronger|the|its|their|his|her|that|what|those|last|normal|average|earnings|sales|revenue|book|annual|expected|forward)$/
const named = new Map([
  ['twice', 2],
  ['double', 2],
  ['triple', 3],
  ['thrice', 3],
  ['quadruple', 4],
  ['quintuple', 5],
  ['half', 0.5],
])
const measures =
  /^(?:number|amount|size|rate|level|price|average|total|previous|figure|value|volume|population|cost|pace|share|length|speed|height|weight|budget|usual|normal|national|global)$/
const degrees =
  /^(?:many|much|big|large|high|fast|likely|long|expensive|often|wide|deep|heavy|strong|tall|old|good|bad|rich|quickly)$/

const wordFolds = new Map<string, number>(
  'twofold threefold fourfold fivefold sixfold sevenfold eightfold ninefold tenfold'
    .split(' ')
    .map((form, i) => [form, i + 2]),
)
for (const [form, number] of [
  ['twelvefold', 12],
  ['fifteenfold', 15],
  ['twentyfold', 20],
  ['thirtyfold', 30],
  ['fortyfold', 40],
  ['fiftyfold', 50],
  ['hundredfold', 100],
  ['thousandfold', 1000],
] as const)
  wordFolds.set(form, number)

/** True for a word that is a multiple by itself. */
export const isFoldWord = (lower: string): boolean => wordFolds.has(lower) || named.has(lower)

// Reads   sixfold, 22-fold, 2.5x, three times as many, four times more, twice as much, nearly double the rate, a hundredfold
// Not     three times a week (how often), twice (how often), `times` in names, 4x4
export const readFold: FigureRule = (tokens, i) => {
  const hedge = readHedge(tokens, i)
  const at = hedge?.end ?? i
  if (!isLeftFree(tokens, i)) return null
  const modifier = modifierOf(hedge)
  const made = (end: number, number: number) => ({
    start: i,
    end,
    name: 'figure.multiple',
    kind: 'multiple' as const,
    number,
    ...modifier,
  })
  const form = tokens.lower[at] ?? ''
  const fold = wordFolds.get(form)
  if (fold !== undefined) return made(at + 1, fold)
  const value = named.get(form)
  if (value !== undefined && form !== 'thrice') {
    const next = near(tokens, at + 1)
    if (next === 'as' && degrees.test(near(tokens, at + 2))) return made(at + 1, value)
    const owner = /^(?:the|its|their|his|her|that)$/.test(next)
    if (
      owner &&
      form !== 'half' &&
      (measures.test(near(tokens, afterYear(tokens, at + 2))) || (next === 'that' && near(tokens, at + 2) === 'of'))
    )
      return made(at + 1, value)
    if (form !== 'half' && form !== 'triple' && next === 'what') return made(at + 1, value)
    return null
  }
  const numeral = readNumeral(tokens, at)
  if (!numeral || numeral.value === undefined) return null
  const hyphen = tokens.lower[numeral.end] === '-' && isGlued(tokens, numeral.end) ? numeral.end + 1 : numeral.end
  const next = near(tokens, hyphen)
  if (/^(?:fold|folds)$/.test(next)) return made(hyphen + 1, numeral.value)
  // the 777X is an aircraft
  const model = numeral.value >= 100 && tokens.text[tokens.start[hyphen]!] === 'X'
  if (next === 'x' && !model && isGlued(tokens, numeral.end) && isRightFree(tokens, hyphen + 1) && numeral.digits)
    return made(hyphen + 1, numeral.value)
  if (next !== 'times' || numeral.value <= 1) return null
  const behind = near(tokens, hyphen + 1)
  return comparatives.test(behind) ? made(hyphen + 1, numeral.value) : null
}

/** `double the 1990 average`, `double the 1961-1990 average`: behind the year. */
function afterYear(tokens: Tokens, at: number): number {
  if (!isYear(near(tokens, at))) return at
  return /^[-–]$/.test(near(tokens, at + 1)) && isYear(near(tokens, at + 2)) ? at + 3 : at + 1
}

const changes = new Map<string, number>(
  Object.entries({ doubl: 2, tripl: 3, trebl: 3, quadrupl: 4, quintupl: 5, halv: 0.5 }).flatMap(([stem, number]) => [
    [`${stem}ed`, number],
    [`${stem}ing`, number],
  ]),
)
export const isChangeVerb = (lower: string): boolean => changes.has(lower)

// Reads   doubled, has tripled, quadrupling, halved, more than doubled: a change that is its own number
// Not     double the (above), double-digit, halfway
export const readDoubled: FigureRule = (tokens, i) => {
  const hedge = readHedge(tokens, i)
  const at = hedge?.end ?? i
  const number = changes.get(tokens.lower[at] ?? '')
  if (
    number === undefined ||
    !isLeftFree(tokens, i) ||
    !isRightFree(tokens, at + 1) ||
    (tokens.lower[at + 1] === '-' && isGlued(tokens, at + 1))
  )
    return null
  if (hedge && hedge.value === 'at-most') return null
  // `doubled as a cook`, `doubled down`
  if (/^(?:as|down|over|back|up)$/.test(near(tokens, at + 1)) && tokens.kind[at + 1] === word) return null
  return {
    start: i,
    end: at + 1,
    name: 'figure.multiple',
    kind: 'multiple',
    number,
    change: number < 1 ? 'fall' : 'rise',
    how: 'by',
    ...modifierOf(hedge),
  }
}
