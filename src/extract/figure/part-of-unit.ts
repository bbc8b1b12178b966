import { readCurrencyName } from '../../text/currencies.ts'
import { isNear, near } from '../../text/tokens.ts'
import { readUnitOfMeasure } from '../../text/units.ts'
import { isLeftFree, isRightFree } from './edges.ts'
import { modifierOf, readHedge } from './hedge.ts'
import { readPercent } from './measure.ts'

import type { FigureRule } from './reading.ts'

// Reads   half a mile, half-litre, a quarter of a gallon, three-quarters of an inch; a dollar, a litre where a line is nothing else
export const readPartOfUnit: FigureRule = (tokens, i) => {
  const hedge = readHedge(tokens, i)
  const at = hedge?.end ?? i
  if (!isLeftFree(tokens, i)) return null
  const form = tokens.lower[at]!
  const article = form === 'a' || form === 'an'
  const head = article ? near(tokens, at + 1) : form
  let end = article ? at + 2 : at + 1
  let number = { half: 0.5, quarter: 0.25 }[head]
  if (
    number === undefined &&
    form === 'three' &&
    /^quarters$/.test(near(tokens, tokens.lower[at + 1] === '-' ? at + 2 : at + 1))
  ) {
    number = 0.75
    end = tokens.lower[at + 1] === '-' ? at + 3 : at + 2
  }
  if (number === undefined) {
    if (!article) return null
    const unit = readUnitOfMeasure(tokens, at + 1)
    const currency = unit ? null : readCurrencyName(tokens, at + 1)
    const found = unit ?? currency
    if (!found) return null
    // `drank a gallon of beer`; what opens a sentence speaks of any such (`A kilo of rice costs ...`), `$3 a gallon of` is a price, `a ton of fun` no weight
    const of = unit && near(tokens, found.end) === 'of' && !/^(?:ton|tons|t|degree|bar|cup)$/.test(near(tokens, at + 1))
    const priced = !isNear(tokens, i) || !/^\p{Ll}/u.test(tokens.lower[i - 1]!)
    if (isNear(tokens, found.end) ? !of || priced : isNear(tokens, i)) return null
    return {
      start: i,
      end: found.end,
      name: unit ? 'figure.measurement' : 'figure.money',
      kind: unit ? 'measurement' : 'money',
      number: currency ? currency.factor : 1,
      ...(unit ? { unit: unit.code } : { currency: found.code }),
      confidence: 0.6,
    }
  }
  // `a quarter-point cut`
  if (near(tokens, end) === '-' && near(tokens, end + 1) === 'point' && isRightFree(tokens, end + 2))
    return {
      start: article ? i + 1 : i,
      end: end + 2,
      name: 'figure.percent',
      kind: 'percentage',
      number,
      unit: 'percentage point',
      ...modifierOf(hedge),
    }
  if (near(tokens, end) === '-') end++
  if (near(tokens, end) === 'of') end++
  if (/^an?$/.test(near(tokens, end))) end++
  const percent = readPercent(tokens, end)
  if (percent && isRightFree(tokens, percent.end))
    return {
      start: i,
      end: percent.end,
      name: 'figure.percent',
      kind: 'percentage',
      number,
      unit: percent.value,
      ...modifierOf(hedge),
    }
  const unit = readUnitOfMeasure(tokens, end)
  // `rose by a quarter in a day`
  if (near(tokens, end) === 'in') return null
  if (!unit || tokens.end[unit.end - 1]! - tokens.start[end]! < 2 || !isRightFree(tokens, unit.end)) return null
  return {
    start: i,
    end: unit.end,
    name: 'figure.measurement',
    kind: 'measurement',
    number,
    unit: unit.code,
    ...modifierOf(hedge),
  }
}
