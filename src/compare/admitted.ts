import type { FigureClaim } from '../model/claim/figure.ts'

/** The numbers that a figure allows for, as its words give it: an end that is open is infinite. */
export type Admitted = { readonly low: number; readonly high: number; readonly value: number }

/** `about 300`: a tenth either way. */
const softness = 0.1
/** Whole numbers with zeros at their end may be rounded, by at most this part of them. */
const mostRounded = 0.05
/** `a third` is no exact number either: points of a percentage, over 100. */
const fractionSoftness = 0.015

/**
 * The interval in which the thing itself may lie for the figure to be right: half of the last digit shown either way, a tenth for `about`, and on
 * one side of a bound. `more than 300` is not said of 900: it ends one step of its last digit up, or a tenth, whichever is more; `at least`
 * stays open. Undefined for a figure without a number.
 */
export function admit(
  claim: Pick<FigureClaim, 'number' | 'low' | 'high' | 'surface' | 'modifier' | 'kind'>,
): Admitted | undefined {
  const { number, low = number, high = number, modifier, surface } = claim
  const value = number ?? (low !== undefined && high !== undefined ? (low + high) / 2 : (low ?? high))
  if (value === undefined) return undefined
  const { half, step } = readPrecision(claim, value)
  if (number === undefined && low !== undefined && high !== undefined && low !== high)
    return { low: low - half, high: high + half, value }
  const margin = Math.max(step, Math.abs(value) * softness)
  if (modifier === 'at-least') return { low: value - half, high: Number.POSITIVE_INFINITY, value }
  if (modifier === 'at-most') return { low: Number.NEGATIVE_INFINITY, high: value + half, value }
  if (modifier === 'more-than') return { low: value, high: value + margin, value }
  if (modifier === 'less-than' || /^(?:nearly|almost|just under|close to|not quite)\b/i.test(surface))
    return { low: value - margin, high: value, value }
  if (modifier === 'about') return { low: value - margin, high: value + margin, value }
  return { low: value - half, high: value + half, value }
}

/** Half of what the last digit shown is worth, and a whole step of it. */
function readPrecision(
  { surface, kind }: Pick<FigureClaim, 'surface' | 'kind'>,
  value: number,
): { half: number; step: number } {
  const size = Math.abs(value)
  if (kind === 'fraction') return { half: fractionSoftness, step: fractionSoftness }
  const shown = /\d[\d,]*(?:\.\d+)?/.exec(surface)?.[0].replaceAll(',', '')
  const mantissa = shown === undefined ? undefined : Number(shown)
  // a number in words, a range, or a form whose digits are not the number's
  const scale = mantissa ? size / mantissa : undefined
  const decimals = shown?.split('.')[1]?.length ?? 0
  const zeros = (number: number) => /0*$/.exec(String(Math.round(number)))![0].length
  if (scale !== undefined && scale > 1.5) return { half: (scale * 10 ** -decimals) / 2, step: scale * 10 ** -decimals }
  if (decimals > 0) return { half: 10 ** -decimals / 2, step: 10 ** -decimals }
  const step = 10 ** Math.min(zeros(size), 15)
  if (shown === undefined && size >= 1000) return { half: step / 2, step }
  if (kind === 'percentage') return { half: 0.5, step: 1 }
  const half =
    step >= 100 ? Math.min(step / 2, size * mostRounded) : kind === 'money' || kind === 'measurement' ? 0.5 : 0
  return { half, step }
}
