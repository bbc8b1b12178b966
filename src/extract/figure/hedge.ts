import type { FigureModifier } from '../../model/claim/figure.ts'
import { indexPhrases } from '../../text/phrases.ts'
import { isNear, type Tokens } from '../../text/tokens.ts'

/** What bounds or softens a number; `equal` bounds it on both sides and is no modifier of its own. */
export type Hedge = FigureModifier | 'equal'

const hedgeForms: Readonly<Record<Hedge, string>> = {
  equal: 'equal to|equals|equals to|equaling|equaling to|equalling',
  'at-least':
    'at least|at the very least|no fewer than|no less than|not less than|not fewer than|a minimum of|minimum|minimum of|greater than or equal to|more than or equal to|larger or equal than|higher or equal than|equal to or more than|equal to or greater than|>=|≥',
  'at-most':
    'at most|at the most|no more than|not more than|up to|as many as|as much as|as high as|as few as|as low as|a maximum of|maximum of|a high of|a record high of|less than or equal to|equal to or less than|less or equal than|lower or equal to|lower or equal than|no higher than|no greater than|<=|≤',
  'more-than':
    'more than|slightly more than|much more than|well more than|a little more than|just more than|far more than|well over|just over|slightly over|a little over|well above|just above|slightly above|over|above|in excess of|upward of|upwards of|exceeding|greater than|higher than|larger than|bigger than|surpassing|surpass|better than|north of|>',
  'less-than':
    'less than|fewer than|lower than|slightly less than|slightly fewer than|much less than|well less than|a little less than|far less than|far fewer than|well under|just under|slightly under|a little under|well below|just below|slightly below|just shy of|shy of|under|below|smaller than|south of|<',
  about:
    'about|around|roughly|approximately|approx|approx.|circa|some|nearly|almost|close to|near|an estimated|estimated|an average of|in the region of|in the neighborhood of|somewhere around|plus or minus|plus-or-minus|give or take|+/-|+/−|~|≈|±',
}

const hedges = indexPhrases(
  (Object.entries(hedgeForms) as [Hedge, string][]).flatMap(([modifier, forms]) =>
    forms.split('|').map((form) => [form, modifier] as const),
  ),
)

const moves =
  /^(?:edg|inch|creep|tick|nudg|mov|go|climb|push|driv|bring)(?:e?[sd]|es|ing|s)?$|^(?:crept|went|gone|drove|driven|brought)$/

/** `pushed claims up to $3bn`: a verb with its object before `up`. */
function isPushed(tokens: Tokens, i: number): boolean {
  for (let k = i - 1; k > i - 5 && k > 0 && isNear(tokens, k); k--)
    if (
      /^(?:push|drive|bring|take|send)(?:e?s|ed|ing)?$|^(?:drove|driven|brought|took|taken|sent)$/.test(
        tokens.lower[k - 1]!,
      )
    )
      return true
  return false
}

const verbal = /^(?:to|will|would|could|may|might|should|can|did)$/

/** Words that bound or soften what follows: `at least`, `nearly`. Something stands near behind them. */
export function readHedge(tokens: Tokens, i: number): { readonly value: Hedge; readonly end: number } | null {
  const found = hedges.read(tokens, i)
  // `edged up to 62%`: the verb's own word
  if (
    found?.value === 'at-most' &&
    tokens.lower[i] === 'up' &&
    isNear(tokens, i) &&
    (moves.test(tokens.lower[i - 1] ?? '') || isPushed(tokens, i))
  )
    return null
  // `revenue would near $1 trillion`: a verb
  if (found?.value === 'about' && tokens.lower[i] === 'near' && verbal.test(tokens.lower[i - 1] ?? '')) return null
  return found && isNear(tokens, found.end) ? found : null
}

/** The same as a figure's field. */
export const modifierOf = (hedge: { readonly value: Hedge } | null): { readonly modifier?: FigureModifier } =>
  hedge && hedge.value !== 'equal' ? { modifier: hedge.value } : {}

export const isHedge = hedges.begins
