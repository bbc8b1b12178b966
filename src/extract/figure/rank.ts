import { hasTag } from '../../text/lexicon.ts'
import { ordinalSource, parseNumber, parseOrdinal, wordsSource } from '../../text/numerals.ts'
import type { Pattern } from '../pattern.ts'
import { leftEdge, rightEdge } from './amount.ts'

// Reads   top five, top 10, the third-largest, 12th-largest, second most populous, No. 2, ranked fourth
// Not     top 5% (a percentage), No. 10 Downing Street, the third quarter
export const top: Pattern = {
  name: 'figure.rank',
  form: new RegExp(
    `${leftEdge}(?<which>(?i:top|bottom))[\\s-](?<n>\\d{1,4}|(?i:${wordsSource}))${rightEdge}(?!\\s?(?:%|(?i:per\\s?cent)))`,
    'gu',
  ),
  read(match) {
    const number = parseNumber(match.groups!.n!)
    return number === null ? null : { type: 'figure', kind: 'rank', number, modifier: 'at-most' }
  },
}

export const superlative: Pattern = {
  name: 'figure.rank',
  form: new RegExp(
    `${leftEdge}(?<o>(?i:${ordinalSource}))[\\s-](?<adjective>(?i:most|least)(?:[\\s-]\\p{Ll}+)?|\\p{Ll}+est|(?i:best|worst))(?![\\p{L}\\p{N}])`,
    'gu',
  ),
  read(match) {
    const { o, adjective } = match.groups!
    if (!/^(?:most|least|best|worst)/i.test(adjective!) && !hasTag(adjective!, 'Superlative')) return null
    const number = parseOrdinal(o!)
    return number === null ? null : { type: 'figure', kind: 'rank', number }
  },
}

export const numbered: Pattern = {
  name: 'figure.rank',
  form: new RegExp(
    `${leftEdge}(?:(?:No\\.?|number|Number|ranked|ranks|ranking)\\s(?<n>\\d{1,3}(?:st|nd|rd|th)?|(?i:one|two|three|four|five|${ordinalSource})))${rightEdge}(?!\\s+(?:of\\s+(?:people|the)|\\p{Lu}|more|seed))`,
    'gu',
  ),
  read(match) {
    const number = parseOrdinal(match.groups!.n!) ?? parseNumber(match.groups!.n!)
    return number === null ? null : { type: 'figure', kind: 'rank', number, confidence: 0.7 }
  },
}
