import { hasLabel, type SyntaxToken } from '../../syntax/index.ts'
import { hasFinite, isAuxiliary } from './repair-clauses.ts'
import { isFiniteVerb, isNoun, isPreposition } from './tags.ts'
import { directionOf, isPastOfChange, isVerbForm, lemmaOfVerb } from './words.ts'

/** A token that is a verb, whatever its tag. */
export function asVerb(token: SyntaxToken, i: number, tokens: readonly SyntaxToken[]): SyntaxToken | undefined {
  if (token.tag === 'NN' && isPastOfChange(token.form) && /^(?:NN|VBZ)/.test(tokens[i - 1]?.tag ?? ''))
    return { ...token, tag: 'VBD', label: 'root' }
  // `revenue climbed 19% to`: no participle before a noun
  if (
    token.tag === 'VBN' &&
    isPastOfChange(token.form) &&
    (isNoun(tokens[i - 1]) || (tokens[i - 1]?.tag === 'VBZ' && !isAuxiliary(tokens[i - 1]!.form))) &&
    (tokens[i + 1]?.collapsed !== undefined || isPreposition(tokens[i + 1])) &&
    (hasLabel(token, 'amod', 'compound') || (hasLabel(token, 'acl') && !hasFinite(tokens, i)))
  )
    return { ...token, tag: 'VBD', label: 'root' }
  // `the dam cost $30m`
  if (
    token.form === 'cost' &&
    !/^VB/.test(token.tag) &&
    tokens[i + 1]?.collapsed?.as === 'money' &&
    (isNoun(tokens[i - 1]) || /^(?:,|have|has|had|will|would|could|may|might|to)$/.test(tokens[i - 1]?.form ?? ''))
  )
    return { ...token, tag: /^(?:have|has|had)$/.test(tokens[i - 1]!.form) ? 'VBN' : 'VBD', label: 'root' }
  // `plans to fire 300 employees`
  if (
    token.tag === 'NN' &&
    tokens[i - 1]?.tag === 'TO' &&
    /^(?:plan|want|agree|hope|intend|aim|seek|need|expect|decid|threaten|offer|promis|refus|vow|pledg|tr[yi])/.test(
      tokens[i - 2]?.form ?? '',
    ) &&
    /^(?:CD|\$|DT|PRP\$)$/.test(tokens[i + 1]?.tag ?? '')
  )
    return { ...token, tag: 'VB', label: 'xcomp' }
  // `and 26 per cent favour private firms`
  if (
    token.tag === 'NN' &&
    /^(?:favour|favor|oppose|support|back|trust|use|blame|fear|hope|plan|vote|own|prefer)$/.test(token.form) &&
    tokens[i - 1]?.collapsed?.as === 'percent' &&
    /^(?:and|but|while|,)$/.test(tokens[i - 2]?.form ?? ',') &&
    /^(?:DT|JJ|NNP?S?|IN|TO)$/.test(tokens[i + 1]?.tag ?? '')
  )
    return { ...token, tag: 'VBP', label: 'conj' }
  // `its price ranges between 5 and 9 pesos`
  if (
    token.tag === 'NNS' &&
    /^(?:ranges|averages|totals|costs|exceeds)$/.test(token.form) &&
    isNoun(tokens[i - 1]) &&
    (tokens[i + 1]?.collapsed !== undefined || tokens[i + 1]?.form === 'from') &&
    !tokens.some(isFiniteVerb)
  )
    return { ...token, tag: 'VBZ', label: 'root' }
  // `such operations total 52`
  if (
    /^(?:total|average|exceed|number)$/.test(token.form) &&
    /^(?:NN|JJ)$/.test(token.tag) &&
    /^NNP?S$/.test(tokens[i - 1]?.tag ?? '') &&
    (tokens[i + 1]?.collapsed !== undefined || tokens[i + 1]?.tag === 'CD') &&
    !tokens.some(isFiniteVerb)
  )
    return { ...token, tag: 'VBP', label: 'root' }
  // `the strike cost it $30m`
  if (token.form === 'cost' && token.tag === 'NN' && tokens[i + 1]?.tag === 'PRP')
    return { ...token, tag: 'VBD', label: 'root' }
  // `would slow to 3% but rise to 4%`
  if (
    token.tag === 'NN' &&
    /^(?:but|and|or|then)$/.test(tokens[i - 1]?.form ?? '') &&
    (tokens[i + 1]?.collapsed !== undefined ||
      (/^(?:by|to|from)$/.test(tokens[i + 1]?.form ?? '') && tokens[i + 2]?.collapsed !== undefined)) &&
    directionOf(lemmaOfVerb(token.form)) !== undefined &&
    tokens.slice(Math.max(0, i - 20), i).some(({ tag }) => tag === 'MD')
  )
    return { ...token, tag: 'VB', label: 'conj' }
  // `shares closed in Oslo at $5`
  if (
    token.tag === 'VBN' &&
    /^(?:closed|ended|finished|traded|settled|opened|stood)$/.test(token.form) &&
    isNoun(tokens[i - 1]) &&
    isPreposition(tokens[i + 1]) &&
    !hasFinite(tokens, i)
  )
    return { ...token, tag: 'VBD', label: 'root' }
  // `we need four nurses`: no helper without a verb
  if (
    /^(?:need|dare)$/.test(token.form) &&
    /^(?:MD|NN)$/.test(token.tag) &&
    /^(?:PRP|NNP?S?)$/.test(tokens[i - 1]?.tag ?? '') &&
    (tokens[i + 1]?.collapsed !== undefined || /^(?:CD|DT|PRP\$|\$|JJ)$/.test(tokens[i + 1]?.tag ?? ''))
  )
    return { ...token, tag: 'VBP', label: 'root' }
  // `it now owns 8% of it`
  if (
    token.tag === 'NNS' &&
    tokens[i + 1]?.collapsed !== undefined &&
    (tokens[i - 1]?.tag === 'PRP' || (tokens[i - 1]?.tag === 'DATE' && tokens[i - 2]?.tag === 'PRP'))
  )
    return { ...token, tag: 'VBZ', label: 'ccomp' }
  // `a fleet consisting of`
  if (token.tag === 'NN' && /^(?:consisting|comprising)$/.test(token.form) && isNoun(tokens[i - 1]))
    return { ...token, tag: 'VBG', label: 'acl' }
  // `prices – a measure of cost – rose by 3%`
  if (
    token.tag === 'NN' &&
    token.form === 'rose' &&
    /^(?:by|to|from)$/.test(tokens[i + 1]?.form ?? '') &&
    tokens[i + 2]?.collapsed
  )
    return { ...token, tag: 'VBD', label: 'root' }
  if (token.form === 'averaged' && token.tag === 'VBN' && tokens[i - 2]?.tag === 'DT' && tokens[i + 1]?.collapsed)
    return { ...token, tag: 'VBD', label: 'root' }
  // `the bank set aside $3m`
  if (token.form === 'set' && tokens[i + 1]?.form === 'aside' && token.tag === 'NN')
    return { ...token, tag: 'VBD', label: 'root' }
  // `wages have risen 5%`
  if (/^(?:risen|fallen)$/.test(token.form) && !/^(?:VBN|JJ)$/.test(token.tag)) return { ...token, tag: 'VBN' }
  // `expected to edge down to`
  if (
    token.tag !== 'VB' &&
    tokens[i - 1]?.form === 'to' &&
    /^(?:up|down|higher|lower)$/.test(tokens[i + 1]?.form ?? '') &&
    /^\p{Ll}+$/u.test(token.text)
  )
    return { ...token, tag: 'VB' }
  // `saw its shares surge 4.9%`
  if (
    /^(?:NN|RB|JJ)$/.test(token.tag) &&
    (isNoun(tokens[i - 1]) || tokens[i - 1]?.form === 'worth') &&
    (tokens[i + 1]?.collapsed !== undefined ||
      (/^(?:by|to|from)$/.test(tokens[i + 1]?.form ?? '') && tokens[i + 2]?.collapsed !== undefined)) &&
    (directionOf(lemmaOfVerb(token.form)) !== undefined ||
      /^(?:reach|hit|top|exceed|surpass|total)$/.test(token.form)) &&
    tokens
      .slice(Math.max(0, i - 8), i)
      .some(({ form }) => /^(?:saw|see|sees|seen|seeing|watched|helped|made|let)$/.test(form))
  )
    return { ...token, tag: 'VB', label: 'root' }
  // `the aid amounted to $3m`
  if (token.form === 'amounted' && token.tag === 'JJ') return { ...token, tag: 'VBD', label: 'root' }
  // `if arrivals this year reach 10 million`
  if (
    token.tag === 'NN' &&
    /^(?:reach|exceed|hit|surpass)$/.test(token.form) &&
    tokens[i + 1]?.collapsed?.as === 'number' &&
    (tokens[i - 1]?.tag === 'NNS' || (tokens[i - 1]?.collapsed?.as === 'date' && tokens[i - 2]?.tag === 'NNS'))
  )
    return { ...token, tag: 'VBP', label: 'root' }
  // `consists of 40 islands`
  if (token.form === 'consists' && tokens[i + 1]?.form === 'of') return { ...token, tag: 'VBZ' }
  // `which accounts for`
  if (token.tag === 'NNS' && /^(?:WDT|WP)$/.test(tokens[i - 1]?.tag ?? '')) return { ...token, tag: 'VBZ' }
  // `did not exceed`, `will top`, `should more than double`
  const helper = /^(?:not|n't)$/.test(tokens[i - 1]?.form ?? '')
    ? tokens[i - 2]
    : tokens[i - 1]?.form === 'than' && tokens[i - 2]?.form === 'more'
      ? tokens[i - 3]
      : tokens[i - 1]
  if (
    /^(?:NN|JJ|RB)$/.test(token.tag) &&
    token.form !== 'not' &&
    (helper?.tag === 'MD' || /^(?:do|does|did)$/.test(helper?.form ?? '')) &&
    isVerbForm(token.form)
  )
    return { ...token, tag: 'VB' }
  return undefined
}
