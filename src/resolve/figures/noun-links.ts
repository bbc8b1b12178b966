import { type Measure, type NounPhrase, phraseBefore, phraseFrom, toMeasure } from './noun-phrase.ts'
import { isFiniteVerb, isNoun, isPreposition, isVerb, type PlacedFigure, type Scene } from './scene.ts'
import { directionOfNoun } from './words.ts'

// What ties a noun to the figure behind it, and to the verb before.

/** Nouns of how many there are, or of what became of them: `a turnout of 300 people`, `the loss of 40 people`. */
export const isHeadcount = (form: string): boolean =>
  /^(?:population|turnout|attendance|audience|crowd|capacity|workforce|staff|membership|readership|viewership|enrolment|enrollment|intake|army|force|minority|majority|quota|limit|shortage|shortfall|number|total|average|record|toll|maximum|minimum|loss|deaths?|murders?|killings?|arrests?|detention|evacuation|displacement|rescue|deportation|execution|employment|recruitment)$/.test(
    form,
  ) || directionOfNoun(form) !== undefined

/** Nouns of what is done to things or what is made of them: `the sale of six ships`, `a fleet of 30 jets`. */
export const isDeed = (form: string): boolean =>
  /(?:[ts]ions?|ments?|als?|ures?|ings?|ages?)$/.test(form) ||
  /^(?:sale|purchase|import|export|order|delivery|entry|fleet|network|portfolio|backlog|stock|stockpile|tally|count|shipment|release|transfer|theft|birth|build|start|supply|demand|target|goal|cut|production|output|capacity|series|package|mix|batch|cargo|haul|lead|deficit|surplus|gap|margin|distance|area|length|height|range|price|cost|value|load|volume|catch|harvest|crop|yield|score|case)s?$/.test(
    form,
  )

/** `above $5m`, `up to $5m` as part of the figure. */
export const startsAbove = ({ text }: Scene, { figure }: PlacedFigure): boolean =>
  /^(?:money|percentage)$/.test(figure.kind) &&
  /^(?:above|over|under|below|exceeding|higher\sthan|lower\sthan|up\sto|as\smuch\sas)\s/i.test(
    text.slice(figure.start, figure.end),
  )

/** `between 5% and 9%`. */
export const isSpread = ({ text }: Scene, { figure }: PlacedFigure): boolean =>
  /^(?:money|percentage)$/.test(figure.kind) && /^between\s/i.test(text.slice(figure.start, figure.end))

/** `valued at`, `amounting to` right behind a noun: the token of the participle. */
export function valuedAt({ tokens }: Scene, at: number): number | undefined {
  const verb = tokens[at - 1]
  // `the investment, estimated at $3m`
  const apart = /^(?:,|-|–|—|--)$/.test(tokens[at - 2]?.form ?? '')
  const noun = apart ? at - 3 : at - 2
  if (!verb || !isNoun(tokens[noun])) return undefined
  const to = tokens[at]!.form === 'to' && !apart && /^(?:amounting|coming|adding)$/.test(verb.form)
  return to || (tokens[at]!.form === 'at' && /^(?:valued|priced|estimated|put|costed|assessed)$/.test(verb.form))
    ? noun + 1
    : undefined
}

/** `a profit of $3m on revenue of`, `earnings of $2 a share and sales of`: the figure before, whose verb goes on. */
export function siblingOf(scene: Scene, phrase: NounPhrase): PlacedFigure | undefined {
  const { tokens, figures, dates } = scene
  let i = phrase.start - 1
  if (!/^(?:on|and|with)$/.test(tokens[i]?.form ?? '')) return undefined
  i -= tokens[i - 1]?.form === ',' ? 2 : 1
  while (i > 0 && (dates.has(i) || (dates.has(i + 1) && /^(?:in|on|for|during)$/.test(tokens[i]!.form)))) i--
  if (tokens[i]?.form === 'share' && /^(?:a|per)$/.test(tokens[i - 1]?.form ?? '')) i -= 2
  return figures.get(i)
}

/** `sales at a level of`: what the empty noun is of. */
export function deeper(scene: Scene, phrase: NounPhrase): Measure | undefined {
  const link = scene.tokens[phrase.start - 1]
  if (!link || !/^(?:of|at)$/.test(link.form)) return undefined
  const outer = phraseBefore(scene, phrase.start - 2)
  return outer && toPlain(scene, outer)
}

/** A phrase without what is behind it, which is the figure. */
export function toPlain(scene: Scene, phrase: NounPhrase): Measure | undefined {
  const cut = { ...scene, tokens: scene.tokens.slice(0, phrase.last + 1) }
  return toMeasure(cut, phrase)
}

export const phraseBehindIn = (scene: Scene, i: number): NounPhrase | undefined => {
  if (scene.tokens[i]?.form !== 'in') return undefined
  const phrase = phraseFrom(scene, i + 1)
  return phrase && !scene.dates.has(phrase.last) && !scene.names.has(phrase.last) ? phrase : undefined
}

/** The verb whose object ends before a phrase: `posted a loss of`. */
export function outerVerb(scene: Scene, from: number) {
  for (let i = from; i >= 0 && i > from - 4; i--) {
    const token = scene.tokens[i]!
    if (isVerb(token)) return token
    if (!/^(?:DT|RB|JJ|IN|PRP\$|DATE)/.test(token.tag)) return undefined
  }
  return undefined
}

/** `Acme, with sales of $3bn`: whose they are. */
export function besideName({ tokens, names }: Scene, { start, owner }: NounPhrase) {
  const beside = owner === undefined && tokens[start - 1]?.form === 'with' && tokens[start - 2]?.form === ','
  const name = beside ? names.get(start - 3) : undefined
  let before = start - 4
  while (name && names.get(before) === name) before--
  // `took a stake in Acme, with an investment of`
  const meant = name?.actor.kind === 'organization' || /^(?:is|are|was|were)$/.test(tokens[before]?.form ?? '')
  return name && meant && !isPreposition(tokens[before]) ? { token: tokens[start - 3]!, sure: true } : undefined
}

/** `Revenue: $3bn`, `Number of lines affected: 1,584`: the phrase that a line begins with. */
export function labelBefore(scene: Scene, colon: number): Measure | undefined {
  if (colon > 14 || scene.tokens[colon]?.form !== ':') return undefined
  const label = scene.tokens.slice(0, colon)
  if (label.some((token) => isFiniteVerb(token) || token.form === ',')) return undefined
  const phrase = phraseFrom(scene, 0)
  if (!phrase || phrase.last >= colon || scene.names.has(phrase.last)) return undefined
  return toMeasure({ ...scene, tokens: label }, phrase)
}
