import { digitsSource } from '../../text/numerals.ts'
import type { Pattern } from '../pattern.ts'
import { amountSource, endsOf, isFromTo, readAmount } from './amount.ts'

// Reads   25%, 25 per cent, more than 3.5 percent, between 40 and 50 percent, 10%-15%, two percentage points, 25 basis points
// Not     a percentage without a number

const sign = '[\\s-]?(?:%|(?i:per\\s?cent|pct\\.?|percentage[\\s-]points?|basis[\\s-]points?|bps)(?!\\p{L}))'

const whole = new RegExp(`^(?:${digitsSource})\\s?(?:%|per\\s?cent|percent|pct)$`, 'iu')

export const percent: Pattern = {
  name: 'figure.percent',
  form: new RegExp(amountSource({ after: sign }), 'gu'),
  read(match) {
    const ends = endsOf(match)
    if (ends && isFromTo(match) && ends.every(({ text }) => whole.test(text)))
      return ends.map(({ start, end, number }) => ({
        type: 'figure',
        kind: 'percentage',
        number: number!,
        unit: 'percent',
        start,
        end,
        confidence: 0.95,
      }))
    const amount = readAmount(match.groups!)
    const unit = /basis|bps$/i.test(match[0])
      ? 'basis point'
      : /points?$/i.test(match[0])
        ? 'percentage point'
        : 'percent'
    return amount && { type: 'figure', kind: 'percentage', ...amount, unit, confidence: 0.97 }
  },
}
