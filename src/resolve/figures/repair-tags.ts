import { hasLabel, type SyntaxToken } from '../../syntax/index.ts'
import { hasTag, isCommonWord } from '../../text/lexicon.ts'
import { isFiniteVerb, isNoun, isPreposition } from './tags.ts'
import { directionOf, directionOfNoun, isDeal, isPastOfChange, isVerbForm, lemmaOfVerb } from './words.ts'

/**
 * Tags that words around them contradict: an `-s` form before a finite verb is a noun (`copper exports fell`), a past of change behind a noun no
 * noun itself (`the economy shrank`).
 */
export function repairTags(words: readonly SyntaxToken[]): readonly SyntaxToken[] {
  const tokens = repairPlainPast(repairHeadline(words.map(repairAlone)))
  const known = tokens.map((token, i) => {
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
    // `a 30 percent pay increase`
    if (
      /^VB/.test(token.tag) &&
      tokens[i - 1]?.collapsed?.as === 'percent' &&
      isNoun(tokens[i + 1]) &&
      directionOfNoun(tokens[i + 1]!.form)
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
    // `the dam cost $30m`
    if (
      token.form === 'cost' &&
      !/^VB/.test(token.tag) &&
      tokens[i + 1]?.collapsed?.as === 'money' &&
      (isNoun(tokens[i - 1]) || /^(?:,|have|has|had|will|would|could|may|might|to)$/.test(tokens[i - 1]?.form ?? ''))
    )
      return { ...token, tag: /^(?:have|has|had)$/.test(tokens[i - 1]!.form) ? 'VBN' : 'VBD', label: 'root' }
    // `a third of the harvest, or`, `seized contraband worth`: what only looks like an adjective
    if (
      (token.tag === 'JJ' && tokens[i + 1]?.form === 'worth') ||
      (token.tag === 'JJS' &&
        !hasTag(token.form, 'Superlative') &&
        /^(?:[,.;]|or|and)$/.test(tokens[i + 1]?.form ?? ''))
    )
      return { ...token, tag: 'NN' }
    // `one in three visits to the site came`
    if (
      token.tag === 'VBZ' &&
      /\sin\s/.test(tokens[i - 1]?.collapsed ? tokens[i - 1]!.text : '') &&
      tokens.slice(i + 1).some(isFiniteVerb)
    )
      return { ...token, tag: 'NNS', label: 'nsubj' }
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
    // `reviewed downwards`
    if (/^(?:up|down|back|for|out|in)wards$/.test(token.form) && isNoun(token))
      return { ...token, tag: 'RB', label: 'advmod' }
    // `and 26 per cent favour private firms`
    if (
      token.tag === 'NN' &&
      /^(?:favour|favor|oppose|support|back|trust|use|blame|fear|hope|plan|vote|own|prefer)$/.test(token.form) &&
      tokens[i - 1]?.collapsed?.as === 'percent' &&
      /^(?:and|but|while|,)$/.test(tokens[i - 2]?.form ?? ',') &&
      /^(?:DT|JJ|NNP?S?|IN|TO)$/.test(tokens[i + 1]?.tag ?? '')
    )
      return { ...token, tag: 'VBP', label: 'conj' }
    // `with investment growing 17%`
    if (
      token.tag === 'VBG' &&
      isNoun(tokens[i - 1]) &&
      tokens[i + 1]?.collapsed?.as === 'percent' &&
      directionOf(lemmaOfVerb(token.form))
    )
      return { ...token, label: 'acl' }
    // `its price ranges between 5 and 9 pesos`
    if (
      token.tag === 'NNS' &&
      /^(?:ranges|averages|totals|costs|exceeds)$/.test(token.form) &&
      isNoun(tokens[i - 1]) &&
      (tokens[i + 1]?.collapsed !== undefined || tokens[i + 1]?.form === 'from') &&
      !tokens.some(isFiniteVerb)
    )
      return { ...token, tag: 'VBZ', label: 'root' }
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
    // `prices for processed foods`
    if (token.tag === 'VBN' && isPreposition(tokens[i - 1]) && /^NNS?$/.test(tokens[i + 1]?.tag ?? ''))
      return { ...token, tag: 'JJ', label: 'amod' }
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
    // `sluggish growth forecasts slipping to 2%`
    if (
      token.tag === 'VBZ' &&
      /^(?:forecasts|estimates)$/.test(token.form) &&
      tokens[i + 1]?.tag === 'VBG' &&
      isNoun(tokens[i - 1])
    )
      return { ...token, tag: 'NNS' }
    // `increase existing lines`
    if (token.form === 'existing') return { ...token, tag: 'JJ', label: 'amod' }
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
    // `seizing contraband worth $3m`
    if (token.tag === 'RB' && tokens[i + 1]?.form === 'worth' && /^VBG$/.test(tokens[i - 1]?.tag ?? ''))
      return { ...token, tag: 'NN' }
    // `the quintal averaged $180`
    if (token.tag === 'JJ' && tokens[i - 1]?.tag === 'DT' && tokens[i + 1]?.form === 'averaged')
      return { ...token, tag: 'NN' }
    if (token.form === 'averaged' && token.tag === 'VBN' && tokens[i - 2]?.tag === 'DT' && tokens[i + 1]?.collapsed)
      return { ...token, tag: 'VBD', label: 'root' }
    // `the bank set aside $3m`
    if (token.form === 'set' && tokens[i + 1]?.form === 'aside' && token.tag === 'NN')
      return { ...token, tag: 'VBD', label: 'root' }
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
    // `wages there grew`
    if (token.tag === 'EX' && isNoun(tokens[i - 1])) return { ...token, tag: 'RB' }
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
    // `saw its shares surge 4.9%`
    if (
      token.tag === 'NN' &&
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
      /^VB[ND]$/.test(token.tag) &&
      /^(?:forecast|estimate|outlook)$/.test(token.form) &&
      isNoun(tokens[i - 1]) &&
      (isOwner(tokens[i - 2]) || tokens[i - 2]?.tag === 'DT') &&
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
    // `consists of 40 islands`
    if (token.form === 'consists' && tokens[i + 1]?.form === 'of') return { ...token, tag: 'VBZ' }
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
    return token
  })
  return known.map((token, i) =>
    token.tag === 'VBZ' &&
    /[^s]s$/.test(token.form) &&
    !isAuxiliary(token.form) &&
    /^(?:VBD|MD|VBZ)$/.test(known[i + 1]?.tag ?? '')
      ? { ...token, tag: 'NNS' }
      : token,
  )
}
const modal = /^(?:can|could|may|might|will|would|shall|should|must|ought|need|dare|wo|ca|'ll|'d|’ll|’d)$/

/** What no word can be by itself: `Output stayed` begins with no modal, `Dow falls` with no adverb. */
function repairAlone(token: SyntaxToken): SyntaxToken {
  if (token.tag === 'MD' && !modal.test(token.form)) return { ...token, tag: 'NN', label: 'nsubj' }
  if (token.index === 0 && token.tag === 'RB' && /^\p{Lu}/u.test(token.text) && !isCommonWord(token.form))
    return { ...token, tag: 'NNP' }
  return token
}

/** `The bank forecast prices to rise`, `Acme cut 300 jobs`: without another finite verb in the sentence, a past that looks like a noun is one. */
function repairPlainPast(tokens: readonly SyntaxToken[]): readonly SyntaxToken[] {
  if (tokens.some(isFiniteVerb)) return tokens
  const verb = tokens.findIndex(
    (token, i) =>
      /^(?:forecast|cut|set|beat|shed|bid|shot|shut)$/.test(token.form) &&
      (/^(?:NN|VB|VBN)$/.test(token.tag) || (token.form === 'forecast' && token.tag === 'IN')) &&
      isNoun(tokens[i - 1]) &&
      (/^(?:DT|PRP\$|JJ|NNS?|\$|CD|RP)$/.test(tokens[i + 1]?.tag ?? '') ||
        /^(?:up|down|off|out)$/.test(tokens[i + 1]?.form ?? '') ||
        tokens[i + 1]?.collapsed?.as === 'percent'),
  )
  return verb < 0 ? tokens : tokens.map((token, i) => (i === verb ? { ...token, tag: 'VBD', label: 'root' } : token))
}

/** Whether a finite verb stands near a participle in its clause. */
function hasFinite(tokens: readonly SyntaxToken[], at: number): boolean {
  for (const step of [-1, 1])
    for (let i = at + step; i >= 0 && i < tokens.length && Math.abs(i - at) < 16; i += step) {
      if (/^(?:[,;:.]|and|but|while)$/.test(tokens[i]!.form)) break
      if (isFiniteVerb(tokens[i])) return true
    }
  return false
}

/** `Airbus wins order`, `car sales plunge by 4%`, `Ford cutting 300 jobs`: a headline's verb, which a tagger takes for a noun. */
function repairHeadline(tokens: readonly SyntaxToken[]): readonly SyntaxToken[] {
  if (tokens.length > 30 || /^[.!?]$/.test(tokens.at(-1)?.form ?? '.')) return tokens
  if (tokens.some(isFiniteVerb)) return tokens
  const verb = tokens.findIndex((token, i) => {
    const [before, next] = [tokens[i - 1], tokens[i + 1]]
    if (!isNoun(before) || !next || !isVerbForm(token.form)) return false
    if (/^(?:VBG|NN)$/.test(token.tag) && /ing$/.test(token.form))
      return before!.tag.startsWith('NNP') && /^(?:CD|DT|\$|NN|JJ)/.test(next.tag)
    if (token.tag === 'NNS' || token.tag === 'NNPS')
      return /[^s]s$/.test(token.form) && /^(?:CD|DT|\$|NN|JJ)/.test(next.tag)
    return (
      /^(?:NN|VB|JJ|RB)$/.test(token.tag) &&
      /^NNP?S$/.test(before!.tag) &&
      (next.form === 'by' || /^(?:CD|\$)/.test(next.tag))
    )
  })
  return verb < 0 ? tokens : tokens.map((token, i) => (i === verb ? { ...token, tag: 'VBZ', label: 'root' } : token))
}
const isOwner = (token: SyntaxToken | undefined) => token?.tag === 'PRP$' || token?.tag === 'POS'
const isAuxiliary = (form: string) => /^(?:is|was|has|does|'s)$/.test(form)
