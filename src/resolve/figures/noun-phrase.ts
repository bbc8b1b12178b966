import type { Span } from '../../model/segment.ts'
import type { SyntaxToken } from '../../syntax/index.ts'
import { toSingular } from '../../text/lexicon.ts'
import { isCommonWord } from '../../text/spelling.ts'
import type { PlacedMention } from '../link-actors.ts'
import {
  isClosingBracket,
  isFiniteVerb,
  isNoun,
  isOpeningBracket,
  isPreposition,
  type PlacedFigure,
  type Scene,
} from './scene.ts'
import { isEmptyNoun, isIndexName, isLoud } from './words.ts'

/** A noun with what stands before it: tokens `first` to `last`, of which `last` is the head; `owner` is whose it is, `start` where all of it begins. */
export type NounPhrase = {
  readonly first: number
  readonly last: number
  readonly start: number
  /** The token of the owner: a name or noun before `'s`, or `its`, `his`, `their`. */
  readonly owner?: number
}

const most = 8

/** What may stand inside a noun phrase before its head. */
function isInside(scene: Scene, i: number): boolean {
  const token = scene.tokens[i]
  if (!token || scene.figures.has(i) || scene.dates.has(i)) return false
  // `a 1% rise year on year`
  if (/^(?:year|month|quarter|week)$/.test(token.form) && /^(?:on|over|-)$/.test(scene.tokens[i + 1]?.form ?? '')) {
    const behind = scene.tokens[i + 1]!.form === '-' ? i + 4 : i + 2
    if (scene.tokens[behind]?.form === token.form) return false
  }
  if (/ed$/.test(token.form) && !isNoun(token) && isNoun(scene.tokens[i - 1])) return false
  if (isNoun(token) || /^JJ/.test(token.tag) || token.tag === 'HYPH' || token.tag === 'AFX' || token.tag === 'GW')
    return true
  // `a cash-for-clunkers programme`, `per capita income`
  if (
    /^(?:for|in|of)$/.test(token.form) &&
    scene.tokens[i - 1]?.tag === 'HYPH' &&
    scene.tokens[i + 1]?.tag === 'HYPH' &&
    isNoun(scene.tokens[i + 2])
  )
    return true
  // `in-kind aid`
  if (/^(?:in|on|off)$/.test(token.form) && scene.tokens[i + 1]?.tag === 'HYPH' && !isNoun(scene.tokens[i - 1]))
    return true
  // `an all-Airbus fleet`
  if (token.tag === 'RB' && scene.tokens[i + 1]?.tag === 'HYPH') return true
  if (token.form === 'per' && scene.tokens[i + 1]?.form === 'capita') return true
  // `freshly caught fish`, but not `rents surprised`
  // `before paring losses`: what is done
  if (token.tag === 'VBG' && /^(?:before|after|while|without|when)$/.test(scene.tokens[i - 1]?.form ?? '')) return false
  return /^VB[GN]$/.test(token.tag) && /^(?:amod|compound)/.test(token.label) && !isNoun(scene.tokens[i - 1])
}

/** The last noun of the compound that a token stands in. */
export function endOfCompound(scene: Scene, i: number): number {
  let end = i
  for (let k = i + 1; k < i + most; k++) {
    const token = scene.tokens[k]
    if (!token || scene.figures.has(k) || scene.dates.has(k) || !(isNoun(token) || token.tag === 'HYPH')) break
    if (isNoun(token)) end = k
  }
  return end
}

/** The noun phrase that ends with token `i`, read from the right; undefined when that is no noun. */
export function phraseBefore(scene: Scene, i: number): NounPhrase | undefined {
  if (!isNoun(scene.tokens[i]) || scene.figures.has(i) || scene.dates.has(i)) return undefined
  let first = i
  while (i - first < most && isInside(scene, first - 1)) first--
  while (first < i && /^(?:HYPH|AFX)$/.test(scene.tokens[first]!.tag)) first++
  return withOwner(scene, first, i)
}

/** The noun phrase that begins at token `i`, behind articles and owners. */
export function phraseFrom(scene: Scene, i: number): NounPhrase | undefined {
  let first = i
  const { tokens } = scene
  for (let k = i; k < i + most; k++) {
    const token = tokens[k]
    if (!token) break
    // `of debt the old government left`: another phrase
    if (k > i && /^(?:DT|PRP\$)$/.test(token.tag) && token.text !== 'A' && isNoun(tokens[k - 1])) break
    if (/^(?:DT|PDT|PRP\$)$/.test(token.tag) || token.tag === 'POS') first = k + 1
    else if (isInside(scene, k) || scene.names.has(k)) {
      if (tokens[k + 1]?.tag === 'POS') continue
    } else break
  }
  let last = first - 1
  while (last - first < most && isInside(scene, last + 1)) last++
  // `carbon dioxide (CO2) emissions`
  if (
    last >= first &&
    isOpeningBracket(tokens[last + 1]) &&
    isClosingBracket(tokens[last + 3]) &&
    /^\p{Lu}[\p{Lu}\d]+$/u.test(tokens[last + 2]?.text ?? '') &&
    isNoun(tokens[last + 4])
  )
    last += 4
  while (last >= first && !isNoun(tokens[last])) last--
  return last < first ? undefined : withOwner(scene, first, last)
}

function withOwner(scene: Scene, from: number, last: number): NounPhrase {
  const { tokens } = scene
  let first = from
  // `low-income countries`: part of the word
  while (first < last && isLoud(tokens[first]!.form) && tokens[first + 1]!.tag !== 'HYPH') first++
  // `Ford's 2019 sales`, `its daily sales`
  let outer = from
  while (from - outer < 3 && scene.dates.has(outer - 1)) outer--
  if (outer < from && /^(?:POS|PRP\$)$/.test(tokens[outer - 1]?.tag ?? '')) return ownedBy(scene, first, last, outer)
  // `the 10-year bond`
  const length = scene.dates.get(from - 1)
  if (length?.kind === 'duration' && scene.text.slice(length.start, length.end).includes('-') && outer === from - 1)
    return ownedBy(scene, first, last, outer)
  return ownedBy(scene, first, last, from)
}

/** A phrase with what stands right before token `from`. */
function ownedBy(scene: Scene, first: number, last: number, from: number): NounPhrase {
  const { tokens } = scene
  const before = tokens[from - 1]
  if (before?.tag === 'POS') {
    const owner = from - 2
    return { first, last, start: phraseBefore(scene, owner)?.start ?? Math.max(0, owner), owner }
  }
  // `Alibaba, whose stake fell`
  if (before?.tag === 'WP$') {
    const owner = /^(?:,|-|–|—|--)$/.test(tokens[from - 2]?.form ?? '') ? from - 3 : from - 2
    if (isNoun(tokens[owner])) return { first, last, start: from - 1, owner }
  }
  if (before?.tag === 'PRP$') return { first, last, start: from - 1, owner: from - 1 }
  return { first, last, start: before?.tag === 'DT' ? from - 1 : from }
}

/** The phrase in the words of the text, with an `of` behind it that says what it is the number or the share of. */
export type Measure = {
  readonly span: Span
  readonly head: string
  readonly phrase: NounPhrase
  readonly of?: NounPhrase
  readonly actor?: PlacedMention
}

/** `20 trucks`: what is counted. */
export function nounOf({ tokens, figures }: Scene, placed: PlacedFigure): Measure | undefined {
  let last = placed.last
  while (last < placed.last + 3 && isNoun(tokens[last + 1]) && !figures.has(last + 1)) last++
  const head = tokens[last]!
  if (!isNoun(head)) return undefined
  const phrase = { first: last, last, start: placed.first }
  return { span: { start: head.start, end: head.end }, head: toSingular(head.form), phrase }
}

/** What a phrase measures; undefined where its head says nothing by itself and nothing behind it helps. */
export function toMeasure(scene: Scene, phrase: NounPhrase): Measure | undefined {
  const { tokens, names, text } = scene
  const head = tokens[phrase.last]!
  // `profit after tax`: profit
  if (
    /^(?:tax|taxes|interest|items)$/.test(head.form) &&
    /^(?:before|after)$/.test(tokens[phrase.start - 1]?.form ?? '')
  ) {
    const profit = phraseBefore(scene, phrase.start - 2)
    return profit && toMeasure({ ...scene, tokens: tokens.slice(0, phrase.start) }, profit)
  }
  const next = tokens[phrase.last + 1]
  let end = head.end
  let of: NounPhrase | undefined
  let actor: PlacedMention | undefined
  if (next?.form === 'of') {
    of = phraseFrom(scene, phrase.last + 2)
    if (of && names.has(of.last)) actor = names.get(of.last)
    // `the automation rate of our workshop`: whose it is
    else if (of && tokens[of.owner ?? -1]?.tag === 'PRP$' && phrase.first < phrase.last) end = head.end
    else if (of) end = tokens[doing(scene, head.form, of)]!.end
  } else if (next?.form === 'for' && isEmptyNoun(head.form) && phrase.first === phrase.last) {
    // `its forecast for growth`
    const what = phraseFrom(scene, phrase.last + 2)
    if (what && !names.has(what.last) && !scene.dates.has(what.last)) {
      of = what
      end = tokens[what.last]!.end
    }
  } else if (/^(?:in|at|for|from)$/.test(next?.form ?? '')) {
    const place = phraseFrom(scene, phrase.last + 2)
    // `flights from Oslo`: not whose they are
    const named = place && names.get(place.last)
    if (named && (next!.form !== 'from' || named.actor.kind !== 'place')) actor = named
  }
  // `kept its rate at 3%`: an owner's own
  const owned = phrase.owner !== undefined && /^(?:rates?|value)$/.test(head.form)
  if (isEmptyNoun(head.form) && !owned && (!of || actor) && phrase.first === phrase.last) return undefined
  // `in percentage terms`
  if (/^(?:terms|thanks)$/.test(head.form)) return undefined
  if (/^(?:PRP|EX|WP|WDT|DT)/.test(head.tag) || /^(?:none|all|those|both|each|some|many|any)$/.test(head.form))
    return undefined
  if (/^(?:government|ministry|parliament|senate|congress|police)$/.test(head.form)) return undefined
  // `the 13th of 14`
  if (/^\d+(?:st|nd|rd|th)$/.test(head.form)) return undefined
  // a name that nobody knows measures nothing
  if (/^NNP/.test(head.tag) && isBodyName(text.slice(tokens[phrase.first]!.start, head.end))) return undefined
  const isUnknown =
    /^NNPS?$/.test(head.tag) ||
    (phrase.first === phrase.last && /^\p{Lu}\p{Ll}/u.test(head.text) && !derived.test(head.form))
  // `79% of Colombians`, `half of Democrats`: so many people
  const isGroup =
    phrase.first === phrase.last &&
    tokens[phrase.last - 1]?.form === 'of' &&
    (head.tag === 'NNPS' || (scene.demonyms.has(phrase.last) && /s$/.test(head.form)))
  if (isUnknown && !isGroup && !names.has(phrase.last) && !isCommonWord(head.form)) {
    if (!isIndexName(text.slice(tokens[phrase.first]!.start, head.end))) return undefined
  }
  const start = tokens[phrase.first]!.start
  const words = text.slice(start, end)
  if (!/\p{L}/u.test(words) || words.length > 120) return undefined
  return { span: { start, end }, head: toSingular(lastWord(head)), phrase, ...(of && { of }), ...(actor && { actor }) }
}

/** `number of people claiming benefits`: the last token of what those counted do; of what else it is, that of the phrase. */
function doing(scene: Scene, head: string, { last }: NounPhrase): number {
  if (!/^(?:number|share|proportion|percentage|count)$/.test(head)) return last
  const verb = scene.tokens[last + 1]
  if (verb?.tag !== 'VBG') return last
  // an adjective of time is part of it: `weekly benefits`
  const from = scene.dates.has(last + 2) && isNoun(scene.tokens[last + 3]) ? last + 3 : last + 2
  const object = isPreposition(scene.tokens[from]) ? phraseFrom(scene, from + 1) : phraseFrom(scene, from)
  return object && !isFiniteVerb(scene.tokens[from]) ? object.last : last
}

/** Ends of nouns made of other words, which no list has all of: `Disapproval`, `Deliveries`. */
const derived = /(?:al|[ae]nce|ity|ry|ies|ism|age|ship|ure|er|or|ee|ment|[ts]ion|ness|ing|dom|hood|cy|th)s?$/

const lastWord = (token: SyntaxToken) => /[^\s]+$/.exec(token.text)?.[0].toLowerCase() ?? token.form

/** `Mompati District Municipality`: capitalised words of which the last is one for a body or a place. */
const isBodyName = (words: string): boolean =>
  /^\p{Lu}\S*\s.*(?<!\p{L})(?:Municipality|Ministry|Department|Bank|Commission|Council|Office|Agency|Authority|Group|Company|Corporation|University|Institute|Association|Federation|Party|County|City|District|Province|Airport|Hospital)$/u.test(
    words,
  )
