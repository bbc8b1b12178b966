import type { SyntaxToken } from '../../syntax/index.ts'
import { hasTag } from '../../text/lexicon.ts'
import { isAuxiliary, isOwner } from './repair-clauses.ts'
import { isFiniteVerb, isNoun } from './tags.ts'
import { directionOfNoun, isDeal, isVerbForm } from './words.ts'

/** A token that is a noun, whatever its tag. */
export function asNoun(token: SyntaxToken, i: number, tokens: readonly SyntaxToken[]): SyntaxToken | undefined {
  // `a 30 percent pay increase`
  if (
    /^VB/.test(token.tag) &&
    tokens[i - 1]?.collapsed?.as === 'percent' &&
    isNoun(tokens[i + 1]) &&
    directionOfNoun(tokens[i + 1]!.form)
  )
    return { ...token, tag: 'NN' }
  // `a $2 billion cut in spending`
  if (
    /^VB/.test(token.tag) &&
    directionOfNoun(token.form) &&
    tokens[i - 1]?.collapsed !== undefined &&
    tokens[i - 2]?.tag === 'DT' &&
    /^(?:in|to|of|for|from|[.,;])$/.test(tokens[i + 1]?.form ?? '.')
  )
    return { ...token, tag: 'NN' }
  // `lowered its forecast by 2%`, `raised the fine to $5m`
  if (
    /^(?:VB[ND]|JJ|RB)$/.test(token.tag) &&
    /^(?:DT|PRP\$)$/.test(tokens[i - 1]?.tag ?? '') &&
    /^(?:by|to|from)$/.test(tokens[i + 1]?.form ?? '') &&
    tokens[i + 2]?.collapsed !== undefined
  )
    return { ...token, tag: 'NN' }
  // `a $6 billion infrastructure-for-minerals deal`
  if (/^VB/.test(token.tag) && isDeal(token.form) && isNoun(tokens[i - 1]) && tokens[i - 2]?.tag === 'HYPH')
    return { ...token, tag: 'NN' }
  // `sales forecasts for Ford were`
  if (
    token.tag === 'VBZ' &&
    /^(?:forecasts|estimates|plans|results|reports|claims|orders|costs)$/.test(token.form) &&
    isNoun(tokens[i - 1]) &&
    /^(?:for|of)$/.test(tokens[i + 1]?.form ?? '') &&
    tokens.slice(i + 2, i + 8).some(({ tag }) => tag === 'VBD' || tag === 'VBP')
  )
    return { ...token, tag: 'NNS' }
  // `ministry figures show`
  if (token.form === 'figures' && token.tag === 'VBZ' && isVerbForm(tokens[i + 1]?.form ?? ''))
    return { ...token, tag: 'NNS' }
  // `a third of the harvest, or`, `seized contraband worth`: what only looks like an adjective
  if (
    (token.tag === 'JJ' && tokens[i + 1]?.form === 'worth') ||
    (token.tag === 'JJS' && !hasTag(token.form, 'Superlative') && /^(?:[,.;]|or|and)$/.test(tokens[i + 1]?.form ?? ''))
  )
    return { ...token, tag: 'NN' }
  // `one in three visits to the site came`
  if (
    token.tag === 'VBZ' &&
    /\sin\s/.test(tokens[i - 1]?.collapsed ? tokens[i - 1]!.text : '') &&
    tokens.slice(i + 1).some(isFiniteVerb)
  )
    return { ...token, tag: 'NNS', label: 'nsubj' }
  // `sluggish growth forecasts slipping to 2%`
  if (
    token.tag === 'VBZ' &&
    /^(?:forecasts|estimates)$/.test(token.form) &&
    tokens[i + 1]?.tag === 'VBG' &&
    isNoun(tokens[i - 1])
  )
    return { ...token, tag: 'NNS' }
  // `seizing contraband worth $3m`
  if (token.tag === 'RB' && tokens[i + 1]?.form === 'worth' && /^VBG$/.test(tokens[i - 1]?.tag ?? ''))
    return { ...token, tag: 'NN' }
  // `the quintal averaged $180`
  if (token.tag === 'JJ' && tokens[i - 1]?.tag === 'DT' && tokens[i + 1]?.form === 'averaged')
    return { ...token, tag: 'NN' }
  // `maize and wheat flour`
  if (token.tag === 'IN' && token.form === 'wheat') return { ...token, tag: 'NN' }
  // `their average pay is`
  if (
    /^VBP?$/.test(token.tag) &&
    /^JJ/.test(tokens[i - 1]?.tag ?? '') &&
    isOwner(tokens[i - 2]) &&
    isFiniteVerb(tokens[i + 1])
  )
    return { ...token, tag: 'NN' }
  // `its car-making operations`
  if (token.tag === 'VBG' && tokens[i - 1]?.tag === 'HYPH' && isNoun(tokens[i + 1])) return { ...token, tag: 'NN' }
  // `a €3m (£2.5m) takeover offer`
  if (
    /^VB/.test(token.tag) &&
    !/ed$/.test(token.form) &&
    tokens[i - 1]?.form === ')' &&
    tokens[i - 2]?.collapsed?.as === 'money' &&
    (isNoun(tokens[i + 1]) || /^(?:[.,;]|from|for|to)$/.test(tokens[i + 1]?.form ?? '.'))
  )
    return { ...token, tag: 'NN' }
  // `pre-tax profit for 2004`
  if (token.tag === 'GW' && /^\p{Ll}+$/u.test(token.text) && !/^(?:NN|HYPH|GW)/.test(tokens[i + 1]?.tag ?? ''))
    return { ...token, tag: 'NN' }
  // `a €3m fine.`
  if (
    token.tag === 'JJ' &&
    tokens[i - 1]?.tag === '$' &&
    tokens[i - 2]?.tag === 'DT' &&
    /^[.,;:]$/.test(tokens[i + 1]?.form ?? '')
  )
    return { ...token, tag: 'NN' }
  // `cut its growth forecast from 3%`
  if (
    /^(?:VB[ND]|JJ)$/.test(token.tag) &&
    /^(?:forecast|estimate|outlook)$/.test(token.form) &&
    isNoun(tokens[i - 1]) &&
    [2, 3].some((k) => isOwner(tokens[i - k]) || tokens[i - k]?.tag === 'DT') &&
    /^(?:from|to|of|for|by)$/.test(tokens[i + 1]?.form ?? '')
  )
    return { ...token, tag: 'NN' }
  // `output rose`, `the bank's margin fell`: what it is that moves
  if (
    /^(?:RB|JJ)$/.test(token.tag) &&
    /^(?:output|margin|overtime|input)$/.test(token.form) &&
    isFiniteVerb(tokens[i + 1])
  )
    return { ...token, tag: 'NN' }
  // `and turnout rate of 58%`
  if (token.tag === 'VB' && isNoun(tokens[i + 1]) && token.form === 'turnout') return { ...token, tag: 'NN' }
  // `has raised its repayment costs by 60 percent`
  if (
    token.tag === 'VBZ' &&
    /[^s]s$/.test(token.form) &&
    isNoun(tokens[i - 1]) &&
    isOwner(tokens[i - 2]) &&
    /^VB/.test(tokens[i - 3]?.tag ?? '') &&
    /^(?:by|to|from)$/.test(tokens[i + 1]?.form ?? '')
  )
    return { ...token, tag: 'NNS' }
  // `spending on roads rose`
  if (
    token.form === 'spending' &&
    token.tag === 'VBG' &&
    tokens[i + 1]?.form === 'on' &&
    !isAuxiliary(tokens[i - 1]?.form ?? '')
  )
    return { ...token, tag: 'NN' }
  // `saw its net worth rise by 150%`
  if (token.form === 'worth' && tokens[i - 1]?.form === 'net') return { ...token, tag: 'NN' }
  // `hospital waiting lists`
  if (
    token.tag === 'VBG' &&
    /^(?:waiting|operating|lending|trading|borrowing|housing|building|training)$/.test(token.form) &&
    isNoun(tokens[i - 1]) &&
    isNoun(tokens[i + 1])
  )
    return { ...token, tag: 'NN' }
  // `its holding to 46 percent`
  if (token.tag === 'VBG' && tokens[i - 1]?.tag === 'PRP$' && /^(?:IN|TO|,|\.|CC)$/.test(tokens[i + 1]?.tag ?? '.'))
    return { ...token, tag: 'NN' }
  // `its operating costs`, `its benchmark lending rate`: no verb of the clause
  if (
    token.tag === 'VBG' &&
    isNoun(tokens[i + 1]) &&
    /^(?:compound|amod)$/.test(token.label) &&
    token.head > i &&
    (isOwner(tokens[i - 1]) || (/^(?:NN|JJ)/.test(tokens[i - 1]?.tag ?? '') && isOwner(tokens[i - 2])))
  )
    return { ...token, tag: 'NN' }
  // `expects orders to grow`
  if (
    token.tag === 'VBZ' &&
    /[^s]s$/.test(token.form) &&
    !isAuxiliary(token.form) &&
    /^VB[DZP]$/.test(tokens[i - 1]?.tag ?? '') &&
    !isAuxiliary(tokens[i - 1]!.form)
  )
    return { ...token, tag: 'NNS' }
  return undefined
}
