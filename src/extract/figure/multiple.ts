import { digitsSource, parseNumber, wordsSource } from '../../text/numerals.ts'
import type { Pattern } from '../pattern.ts'
import { hedgeSource, leftEdge, readHedge, rightEdge } from './amount.ts'

const number = `(?<n>${digitsSource}|(?i:${wordsSource}))`

// Reads   sixfold, 22-fold, 2.5x, three times as many, four times more, twice as much, nearly double the
// Not     three times a week (how often), twice (how often), `times` in names
export const fold: Pattern = {
  name: 'figure.multiple',
  form: new RegExp(
    `${leftEdge}(?:${hedgeSource})?(?:${number}(?:[\\s-]?fold|x|[\\s-]times(?=\\s+(?:as|more|less|higher|lower|larger|bigger|greater|faster|smaller|the|its|their|that|what)\\b))|(?<word>(?i:twice|double|triple|quadruple|half)(?=\\s+(?:as\\s+(?:many|much|big|large|high|fast|likely|long|expensive)|(?:the|its|their|that\\s+of)\\s+(?:number|amount|size|rate|level|price|average|total|previous|figure|value|volume|population|cost)))))${rightEdge}`,
    'gu',
  ),
  read(match) {
    const { n, word, hedge } = match.groups!
    const value = word ? named[word.toLowerCase()] : parseNumber(n!)
    if (value == null) return null
    const modifier = readHedge(hedge)
    return { type: 'figure', kind: 'multiple', number: value, ...(modifier && { modifier }) }
  },
}
const named: Record<string, number> = { twice: 2, double: 2, triple: 3, quadruple: 4, half: 0.5 }

// Reads   doubled, has tripled, quadrupling, halved: a change that is its own number
// Not     double the (above), double-digit, halfway
export const doubled: Pattern = {
  name: 'figure.multiple',
  form: /(?<![\p{L}\p{N}-])(?:(?<hedge>more\s+than|nearly|almost|roughly|about)\s+)?(?<verb>(?:doubl|tripl|quadrupl|halv)(?:ed|ing))(?![\p{L}\p{N}-])/giu,
  read(match) {
    const stem = match.groups!.verb!.toLowerCase().slice(0, 4)
    const modifier = readHedge(match.groups!.hedge)
    const number = { doub: 2, trip: 3, quad: 4, halv: 0.5 }[stem]!
    return {
      type: 'figure',
      kind: 'multiple',
      number,
      change: number < 1 ? 'fall' : 'rise',
      how: 'by',
      ...(modifier && { modifier }),
    }
  },
}
