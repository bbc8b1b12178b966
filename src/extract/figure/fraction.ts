import { hasTag } from '../../text/lexicon.ts'
import { digitsSource, parseNumber, parseOrdinal, wordsSource } from '../../text/numerals.ts'
import type { Pattern } from '../pattern.ts'
import { hedgeSource, leftEdge, readHedge, rightEdge } from './amount.ts'

const parts =
  'half|halves|thirds?|quarters?|fourths?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?|twelfths?|hundredths?|thousandths?'

// Reads   a third, two-thirds, more than a third, three quarters of, nearly half
// Not     a third candidate, the third quarter, second half, a quarter past, half a million (a number), half-hearted
export const fraction: Pattern = {
  name: 'figure.fraction',
  form: new RegExp(
    `${leftEdge}(?:${hedgeSource})?(?:(?<n>(?i:an?|one|two|three|four|five|six|seven|eight|nine))[\\s-](?<part>(?i:${parts}))|(?<!(?:first|second|other|better|latter|last|next|top|bottom|1st|2nd)[\\s-])(?<half>(?i:half)))(?![\\p{L}\\p{N}-])`,
    'gu',
  ),
  read(match) {
    const { n, part, half, hedge } = match.groups!
    const rest = match.input.slice(match.index + match[0].length, match.index + match[0].length + 40)
    const next = /^[\s\u00A0]+([\p{L}\p{N}]+)/u.exec(rest)?.[1]
    const modifier = readHedge(hedge)
    const bound = modifier ? { modifier } : {}
    if (half) {
      const quantity = hedge || /^\s+(?:of|the|its|their|his|her|our|all|those|that)\b/i.test(rest)
      return quantity && !/^\s+an?\s/.test(rest) && !/^\s+(?:hour|dozen|time|year|term|century)/.test(rest)
        ? { type: 'figure', kind: 'fraction', number: 0.5, ...bound }
        : null
    }
    const singular = part!
      .toLowerCase()
      .replace(/^halves$/, 'half')
      .replace(/s$/, '')
    const count = /^an?$/i.test(n!) ? 1 : parseNumber(n!)!
    const lone = count === 1 && !hedge
    // `a third candidate` is an ordinal, `a quarter earlier` a time: a fraction is followed by `of` or by nothing it could count
    if (
      lone &&
      next &&
      !/^(?:of|to|in|from|since|by|over|last|this|that|compared|and|or|as|at|on|during|between|for|were|was|are|is|had|have|say|said|more|less|lower|higher)$/i.test(
        next,
      )
    )
      return null
    if (
      singular === 'quarter' &&
      (/^(?:earlier|ago|later|past|to)$/i.test(next ?? '') || (lone && next !== 'of' && !hasTag(next ?? '', 'Copula')))
    )
      return null
    if (singular === 'half' && lone && next !== 'of') return null
    const denominator = { half: 2, quarter: 4, hundredth: 100, thousandth: 1000 }[singular] ?? parseOrdinal(singular)
    if (!denominator) return null
    return { type: 'figure', kind: 'fraction', number: count / denominator, ...bound }
  },
}

// Reads   one in five, three out of ten, 9 in 10 Americans
// Not     one in the, two in 2019, one in charge
export const ratio: Pattern = {
  name: 'figure.ratio',
  form: new RegExp(
    `${leftEdge}(?:${hedgeSource})?(?<a>${digitsSource}|(?i:${wordsSource}))\\s+(?:in|out\\s+of)(?:\\s+every)?\\s+(?<b>${digitsSource}|(?i:${wordsSource}))${rightEdge}`,
    'gu',
  ),
  read(match) {
    const a = parseNumber(match.groups!.a!)
    const b = parseNumber(match.groups!.b!)
    if (a === null || b === null || a >= b || b > 1000 || (a > 20 && !match[0].includes('out'))) return null
    const modifier = readHedge(match.groups!.hedge)
    return { type: 'figure', kind: 'ratio', number: a / b, ...(modifier && { modifier }) }
  },
}
