import type { ComparedFigure, Comparison, ComparisonDifference } from '../../client/index.ts'
import { sayQuantity } from '../../say/claims.ts'
import { sayMoney, sayNumber, symbolOf } from '../../say/numbers.ts'
import { sayUnit } from '../../say/units.ts'

type Counted = Pick<Comparison, 'unit' | 'currency'>
const unitOf = ({ unit }: Counted) => (unit === 'count' ? undefined : unit)

/** A figure with the unit of its comparison: `more than $24 billion`. */
export const sayFigure = (figure: ComparedFigure, of: Counted): string =>
  sayQuantity({
    kind: of.currency ? 'money' : 'count',
    number: figure.number,
    low: figure.low,
    high: figure.high,
    modifier: figure.modifier,
    currency: of.currency,
    unit: unitOf(of),
  } as Parameters<typeof sayQuantity>[0])

/** What is compared: `Trade of Kazakhstan, $`. */
export function sayTopic({ measure, subject, compares, modality, ...counted }: Comparison): string {
  const counts = counted.currency ? symbolOf(counted.currency) : sayCounted(counted)
  const words = `${measure[0]?.toUpperCase() ?? ''}${measure.slice(1)}`
  const named = subject && !words.includes(subject) ? ` (${subject})` : ''
  return [words + named, counts, compares === 'change' && 'change', modality].filter(Boolean).join(', ')
}

const sayCounted = (counted: Counted) => {
  const unit = unitOf(counted)
  return unit === 'percent' ? '%' : unit && sayUnit(unit, false)
}

/** How far figures lie apart: `differ by $3 billion (12%)`. */
export function sayDifference({ absolute, relative }: ComparisonDifference, of: Counted): string {
  const unit = unitOf(of)
  const amount = of.currency
    ? sayMoney(rounded(absolute), of.currency)
    : unit === 'percent'
      ? `${sayNumber(rounded(absolute))} percentage ${rounded(absolute) === 1 ? 'point' : 'points'}`
      : `${sayNumber(rounded(absolute))}${unit ? ` ${sayUnit(unit, absolute === 1)}` : ''}`
  const share = relative * 100
  return `differ by ${amount} (${share < 1 ? 'less than 1' : Math.round(share)}%)`
}

/** Differences of decimals have no more digits than what they are of. */
const rounded = (value: number) => Number(value.toPrecision(6))
