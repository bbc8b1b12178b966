import { type NounPhrase, phraseBefore } from './noun-phrase.ts'
import { isClosingBracket, isFiniteVerb, isNoun, isOpeningBracket, isPreposition, isVerb, type Scene } from './scene.ts'
import { directionOfNoun } from './words.ts'

// What stands between a noun and its verb: times, prepositions, relative clauses, appositions.

/** `the price of oil, a key benchmark, rose`: what the phrase between two commas says more of. */
export function beforeApposition(scene: Scene, { start, last }: NounPhrase): NounPhrase | undefined {
  const { tokens, names } = scene
  if (tokens[last + 1]?.form !== ',' || tokens[start - 1]?.form !== ',' || names.has(last)) return undefined
  // `deliveries in China, its biggest market, fell`
  const ofName = names.has(start - 2) && tokens[start]!.tag === 'PRP$'
  if (!/^(?:a|an)$/.test(tokens[start]!.form) && !ofName) return undefined
  const phrase = phraseBefore(scene, start - 2)
  return phrase && outermost(scene, phrase)
}

/** `Gross Domestic Product (GDP) of`: the token before the brackets that end at `at`, which hold no more than so many words; `at` where none do. */
export function beforeBracket({ tokens }: Scene, at: number, most: number): number {
  if (!isClosingBracket(tokens[at])) return at
  for (let i = at - 1; i >= at - most && i > 0; i--) if (isOpeningBracket(tokens[i])) return i - 1
  return at
}

/** The token behind brackets that open at `at`; `at` where none do. */
export function behindBracket({ tokens }: Scene, at: number): number {
  if (!isOpeningBracket(tokens[at])) return at
  for (let i = at + 1; i < at + 8 && i < tokens.length; i++) if (isClosingBracket(tokens[i])) return i + 1
  return at
}

/** Whether a token stands between a phrase and its verb, with no comma before it. */
export const isInTail = ({ tokens }: Scene, last: number, at: number, verb: number): boolean =>
  last < at && at < verb && !tokens.slice(last + 1, at).some(({ form }) => form === ',')

/** Whether a phrase behind `and` or `but` begins a clause: a finite verb stands between it and the other noun. */
export function isOwnClause({ tokens }: Scene, from: number, start: number): boolean {
  if (!/^(?:and|but|while)$/.test(tokens[start - 1]?.form ?? '')) return false
  for (let i = start - 2; i > from && i > start - 14; i--) if (isFiniteVerb(tokens[i])) return true
  return false
}

/** `sales in the first quarter were`: the token before a time and its preposition. */
export function beforeTime({ tokens, dates }: Scene, at: number): number {
  let i = at
  while (i > 0 && dates.has(i)) {
    let k = i
    while (k > 0 && (dates.has(k) || /^(?:the|a|an|this|last)$/.test(tokens[k]!.form))) k--
    // `profits for the half year to June`
    if (/^(?:to|ending|ended|through)$/.test(tokens[k]!.form) && dates.has(k - 1)) i = k - 1
    else if (/^(?:in|for|during|over|since|on|of)$/.test(tokens[k]!.form)) i = k - 1
    else if (isNoun(tokens[k])) return k
    else return at
  }
  return i
}

/** `the death toll from the floods`, `inflation in Latvia`: the noun that a phrase hangs on by prepositions; undefined where that is no noun to the tagger. */
export function outermost(scene: Scene, from: NounPhrase): NounPhrase | undefined {
  let phrase = from
  // `five nations whose rate is`: the rate
  if (scene.tokens[from.start]?.form === 'whose') return from
  for (let n = 0; n < 5; n++) {
    let from = phrase.start - 1
    // `on the 2021 Rich List`
    let dated = from
    while (scene.dates.has(dated)) dated--
    // `futures for June delivery`, `the yield on 10-year bonds`
    if (dated < from) from = scene.tokens[dated]?.tag === 'DT' ? dated - 1 : dated
    while (
      /^(?:count|measurement)$/.test(scene.figures.get(from)?.figure.kind ?? '') ||
      scene.tokens[from]?.tag === 'CD'
    )
      from--
    if (from < phrase.start - 1 && scene.tokens[from]?.tag === 'DT') from--
    const link = scene.tokens[from]
    // `a court in Lyon, France`: one place
    const isPlace = (i: number) => scene.names.get(i)?.actor.kind === 'place'
    const town =
      link?.form === ',' && isPlace(phrase.last) && isPlace(from - 1) ? phraseBefore(scene, from - 1) : undefined
    if (town && isPreposition(scene.tokens[town.start - 1])) {
      phrase = town
      continue
    }
    // `a packet of maize and wheat flour`, `of dried and canned fish`: what both hang on
    const joint = link?.tag === 'VBN' ? from - 1 : from
    if (
      /^(?:and|or)$/.test(scene.tokens[joint]?.form ?? '') &&
      from === phrase.start - 1 &&
      phrase.start === phrase.first
    ) {
      const left = phraseBefore(scene, joint - 1) ?? adjectivesBefore(scene, joint - 1)
      if (left && /^(?:of|for|between|on|to|with|from|as)$/.test(scene.tokens[left.start - 1]?.form ?? '')) {
        phrase = left
        continue
      }
    }
    // `people using a bank`: those who do
    if (link?.tag === 'VBG' && !/^(?:amod|compound|case)/.test(link.label) && isNoun(scene.tokens[from - 1])) {
      const doers = phraseBefore(scene, from - 1)
      if (!doers) return undefined
      phrase = doers
      continue
    }
    // `shares fell before paring losses to stand`: what is done with them
    if (link?.tag === 'VBG' && /^(?:before|after|while|without|when)$/.test(scene.tokens[from - 1]?.form ?? ''))
      return undefined
    // `the sum required to make a list`
    const wanted =
      link?.tag === 'VB' && scene.tokens[from - 1]?.form === 'to'
        ? phraseBefore(scene, /^VBN$/.test(scene.tokens[from - 2]?.tag ?? '') ? from - 3 : from - 2)
        : undefined
    if (wanted) {
      phrase = wanted
      continue
    }
    // `profit before tax`
    if (link && /^(?:before|after)$/.test(link.form) && /^tax(?:es)?$/.test(scene.tokens[phrase.last]!.form)) {
      const gross = phraseBefore(scene, from - 1)
      if (gross) {
        phrase = gross
        continue
      }
    }
    // `prices for goods such as noodles rose`
    if (link?.form === 'as' && scene.tokens[from - 1]?.form === 'such') {
      const kind = phraseBefore(scene, from - 2)
      if (!kind) return undefined
      phrase = kind
      continue
    }
    // `, with the price of oil rising`
    if (link?.form === 'with' && (from === 0 || scene.tokens[from - 1]!.form === ',')) return phrase
    if (
      !link ||
      !/^(?:of|in|at|for|from|on|with|to|by|between|among|against|into|across|over|under|including|around|above|below|within|near|behind|outside|inside|without|throughout|about|towards|toward|via|following|during|amid|per)$/.test(
        link.form,
      )
    )
      return phrase
    // `people living in`, `goods sold in`
    const outer = phraseBefore(scene, /^VB[GN]$/.test(scene.tokens[from - 1]?.tag ?? '') ? from - 2 : from - 1)
    if (!outer) return undefined
    phrase = outer
  }
  return phrase
}

/** `green, roasted, and`: adjectives in a row, to the first. */
function adjectivesBefore({ tokens }: Scene, at: number): NounPhrase | undefined {
  let i = at
  while (i > 0 && (tokens[i]!.form === ',' || /^(?:JJ|VBN)/.test(tokens[i]!.tag))) i--
  return i < at && /^(?:JJ|VBN)/.test(tokens[i + 1]!.tag) ? { first: i + 1, last: at, start: i + 1 } : undefined
}

/** `a quake that struck`, `which hit`: for a finite verb at token `i` behind a relative pronoun, the token of the noun before it. */
export function behindRelative({ tokens }: Scene, i: number): number | undefined {
  if (!/^VB[DZP]$/.test(tokens[i]?.tag ?? '')) return undefined
  let k = i - 1
  while (k > 0 && /^(?:RB|MD|VB[DZPN]?)$/.test(tokens[k]!.tag)) k--
  if (!/^(?:that|which|who)$/.test(tokens[k]?.form ?? '') || k < 1) return undefined
  return isNoun(tokens[k - 1]) ? k - 1 : undefined
}

/** What `, which fell to 3%` is said of: a common noun; of `a drop in the rate, which` the rate. */
export function quantityBefore(scene: Scene, i: number): NounPhrase | undefined {
  const { tokens } = scene
  const phrase = phraseBefore(scene, i)
  if (!phrase) return undefined
  if (!isPreposition(tokens[phrase.start - 1])) return phrase
  const outer = phraseBefore(scene, phrase.start - 2)
  return outer && directionOfNoun(tokens[outer.last]!.form) ? phrase : undefined
}

/** `the figure, for example, fell`: the token before what says nothing of the clause; undefined where something does. */
export function beforeAside({ tokens }: Scene, comma: number): number | undefined {
  for (let i = comma - 1; i > 0 && i > comma - 5; i--)
    if (tokens[i]!.form === ',') {
      const words = tokens
        .slice(i + 1, comma)
        .map(({ form }) => form)
        .join(' ')
      return /^(?:for (?:example|instance|its part|now)|in (?:turn|contrast|particular|fact|total|all)|of course|on average|however|meanwhile|though|too|in addition|by contrast|on the other hand)$/.test(
        words,
      )
        ? i - 1
        : undefined
    }
  return undefined
}

/** A comma behind what opens a clause: `In May, prices rose`; no apposition is before it. */
export function isOpening({ tokens, dates, figures }: Scene, i: number): boolean {
  if (tokens[i]!.form === 'that') return true
  // `, and imports were`: a clause of its own
  if (tokens[i]!.form === 'and') {
    const kind = figures.get(i - 1)?.figure.kind
    return /^[,;]$/.test(tokens[i - 1]?.form ?? '') || kind === 'money' || kind === 'percentage' || dates.has(i - 1)
  }
  // one dash begins a clause, a second one closes what stands between
  if (/^(?:--|–|—)$/.test(tokens[i]!.form))
    return !tokens.slice(Math.max(0, i - 25), i).some(({ form }) => form === tokens[i]!.form)
  if (tokens[i]!.form !== ',') return false
  // `According to figures of the Times’s Ada Berg, debt has tripled`
  if (tokens[0]!.form === 'according' && i < 24 && !tokens.slice(1, i).some(({ form }) => form === ',')) return true
  for (let k = i - 1; k >= 0 && k > i - 8; k--) {
    const form = tokens[k]!.form
    if (
      /^(?:in|on|during|at|since|for|by|after|before|over|last|this|meanwhile|however|also|overall|but|and|while|excluding|including|despite|amid|considering|compared|relative|through|with|under|given|thanks|from|as|of|within|across|among|because|according|following|hence|thus|therefore|still|instead|nationally|globally|today|yesterday|now|separately|together|so)$/.test(
        form,
      )
    )
      if (k === 0 || /^[,;.]$/.test(tokens[k - 1]!.form)) return true
    if (isVerb(tokens[k])) return false
  }
  return dates.has(i - 1)
}
