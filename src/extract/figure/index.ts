import type { Pattern } from '../pattern.ts'
import { count } from './count.ts'
import { fraction, ratio } from './fraction.ts'
import { measurement } from './measurement.ts'
import { moneyBefore, moneyBehind, moneyHundredth } from './money.ts'
import { doubled, fold } from './multiple.ts'
import { percent } from './percent.ts'
import { numbered, superlative, top } from './rank.ts'

/** Every form of figure. The order decides between readings of equal length: the more specific first, bare counts last. */
export const figurePatterns: readonly Pattern[] = [
  moneyBefore,
  moneyBehind,
  moneyHundredth,
  percent,
  measurement,
  fold,
  doubled,
  fraction,
  ratio,
  top,
  superlative,
  numbered,
  count,
]
