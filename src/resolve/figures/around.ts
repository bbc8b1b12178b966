import type { Change, How } from '../../model/claim/figure.ts'
import type { Binding, Known } from './binding.ts'
import { findSubject, type Subject } from './find-subject.ts'
import { findGovernor, type Governor } from './governor.ts'
import { type Measure, type NounPhrase, phraseBefore, phraseFrom, toMeasure } from './noun-phrase.ts'
import { actorOf, isPassive, possessorOf, saidOf, subjectFor } from './said.ts'
import { isNoun, isVerb, type PlacedFigure, type Scene } from './scene.ts'
import {
  directionOf,
  directionOfComparison,
  directionOfNoun,
  isDeal,
  isEmptyNoun,
  isGrowth,
  isPartOfPreposition,
  isShare,
  isTransitiveChange,
  lemmaOfVerb,
  showingVerbs,
  staticVerbs,
} from './words.ts'

// What the words right around a figure make it: `a $40bn contract`, `a loss of $3bn`, `70% of voters`.

/** `a $40bn contract`, `the 25% tariff`, `a 5% rise in prices`, `70% of voters`, `$40m in grants`, `$3m worth of chips`. */
export function attributive(scene: Scene, figureAt: PlacedFigure, before?: Known): Binding | undefined {
  const { tokens, figures } = scene
  const placed = pastBracket(scene, figureAt)
  const { figure } = placed
  const next = tokens[placed.last + 1]
  if (!next || figures.has(next.index)) return undefined
  const glued = next.tag === 'HYPH' ? placed.last + 2 : placed.last + 1
  if (/^(?:of|worth|in)$/.test(next.form)) return wholeBehind(scene, placed, next.form)
  const counted = figure.kind === 'count' || figure.kind === 'measurement'
  if (counted && next.tag !== 'HYPH') return undefined
  const comparison = directionOfComparison(next.form)
  const from = comparison !== undefined && figure.kind !== 'count' ? placed.last + 2 : glued
  if (comparison !== undefined && (next.form === 'up' || next.form === 'down')) return undefined
  if (!isNoun(tokens[from]) && !/^(?:JJ|VBN|VBG|DATE)/.test(tokens[from]?.tag ?? '')) return undefined
  if (
    comparison === undefined &&
    /^(?:VBN|VBG)$/.test(tokens[from]!.tag) &&
    !/^(?:amod|compound)/.test(tokens[from]!.label)
  )
    return undefined
  const date = scene.dates.has(from) ? from + 1 : from
  const phrase = phraseFrom(scene, date)
  if (!phrase || phrase.start > date || scene.names.has(phrase.last)) return undefined
  const head = tokens[phrase.last]!
  if (scene.dates.has(phrase.last)) return undefined
  const direction =
    directionOfNoun(head.form) ?? (head.form.startsWith('loss') && figure.kind === 'percentage' ? undefined : undefined)
  if (direction) return changed(scene, placed, phrase, direction, before)
  const measure = toMeasure(scene, phrase)
  if (!measure) return undefined
  const governor = findGovernor(scene, placed)
  const subject = ownerOf(scene, placed, measure, governor)
  return {
    measure,
    ...(subject && { subject }),
    ...(governor && { governor }),
    ...(comparison && { change: comparison, how: 'by' as const }),
  }
}

/** `a $3bn (£2.4bn) loan`: as if the bracket were not there. */
function pastBracket({ tokens, figures }: Scene, placed: PlacedFigure): PlacedFigure {
  if (!/^(?:\(|-lrb-)$/.test(tokens[placed.last + 1]?.form ?? '')) return placed
  let inside = figures.get(placed.last + 2)
  // `(£2m; $3m)`
  while (inside && /^[;:,/]$/.test(tokens[inside.last + 1]?.form ?? '') && figures.has(inside.last + 2))
    inside = figures.get(inside.last + 2)
  return inside && /^(?:\)|-rrb-)$/.test(tokens[inside.last + 1]?.form ?? '') && isNoun(tokens[inside.last + 2])
    ? { ...placed, last: inside.last + 1 }
    : placed
}

/** The owner that stands before the figure (`Ford's $2bn loss`), or whoever has it: the subject of the verb. */
function ownerOf(
  scene: Scene,
  placed: PlacedFigure,
  measure: Measure,
  governor: Governor | undefined,
): Subject | undefined {
  const { tokens } = scene
  let i = placed.first - 1
  while (i >= 0 && i > placed.first - 4 && /^(?:JJ|RB|DATE)/.test(tokens[i]!.tag)) i--
  if (tokens[i]?.tag === 'PRP$') return { token: tokens[i]!, sure: true }
  // `gave the firm a 52 percent stake`: the one it is given to
  const whom = tokens[i]?.tag === 'DT' ? phraseBefore(scene, i - 1) : undefined
  const giving = tokens[whom ? whom.start - 1 : i]
  if (whom && giving && isVerb(giving) && /^(?:give|hand|leave|grant|award)$/.test(lemmaOfVerb(giving.form)))
    return { token: tokens[whom.last]!, phrase: whom, sure: true }
  if (tokens[i]?.tag === 'POS') {
    const phrase = phraseBefore(scene, i - 1)
    return { token: tokens[i - 1]!, sure: true, ...(phrase && { phrase }) }
  }
  return subjectOfObject(scene, measure, governor)
}

/** Whose an object is: its owner's, else his who does it; of a share in something not that thing's. */
function subjectOfObject(scene: Scene, measure: Measure, governor: Governor | undefined): Subject | undefined {
  const acts =
    governor?.kind === 'verb' &&
    (!governor.preposition || (/^(?:on|to|with|under)$/.test(governor.preposition) && isPassive(scene, governor.token)))
  // `would begin with a 20 percent share`
  const begins =
    governor?.kind === 'verb' &&
    governor.preposition === 'with' &&
    isShare(measure.head) &&
    /^(?:begin|start|end|finish|emerge|come|remain)$/.test(lemmaOfVerb(governor.token.form))
  const actor = acts || begins ? actorOf(scene, governor) : undefined
  if (isShare(measure.head))
    return (measure.phrase.owner === undefined ? undefined : possessorOf(scene, measure)) ?? actor
  return possessorOf(scene, measure) ?? actor
}

export function changed(
  scene: Scene,
  placed: PlacedFigure,
  phrase: NounPhrase,
  change: Change,
  before?: Known,
): Binding {
  const { tokens } = scene
  const governor = findGovernor(scene, placed)
  const base = { change, how: 'by' as const, ...(governor && { governor }) }
  const link = tokens[phrase.last + 1]
  if (link && /^(?:in|of|to)$/.test(link.form)) {
    const of = phraseFrom(scene, phrase.last + 2)
    const measure = of && !scene.names.has(of.last) && !scene.dates.has(of.last) ? toMeasure(scene, of) : undefined
    if (measure) return { ...base, measure, ...subjectFor(scene, measure) }
  }
  // `a 5% sales drop`
  if (phrase.last > phrase.first) {
    const inner = phraseBefore(scene, phrase.last - 1)
    const measure = inner && inner.first >= phrase.first ? toMeasure(scene, inner) : undefined
    if (measure) return { ...base, measure, ...subjectFor(scene, measure) }
  }
  if (isGrowth(tokens[phrase.last]!.form)) {
    const measure = toMeasure(scene, phrase)
    if (measure) return { ...base, measure, ...subjectFor(scene, measure) }
  }
  // `sales were $5m, an increase of 3%`
  const apposed = apposedTo(scene, phrase.start, before)
  if (apposed)
    return {
      ...base,
      ...(apposed.measure && { measure: apposed.measure }),
      ...(apposed.subject && { subject: apposed.subject }),
      ...(apposed.governor && { governor: apposed.governor }),
    }
  // `sales saw a 5% rise`
  const verb = governor?.kind === 'verb' ? governor : undefined
  const subject = verb && showingVerbs.has(lemmaOfVerb(verb.token.form)) ? findSubject(scene, verb.token) : undefined
  return { ...base, ...saidOf(scene, subject) }
}

/** What the figure is of that a phrase behind a comma says more of. */
function apposedTo({ tokens, figures, dates }: Scene, start: number, before: Known | undefined): Binding | undefined {
  let i = start - 1
  // `, a 5% rise`: the figure is part of the phrase
  while (i > 0 && (figures.has(i) || /^(?:a|an|the|up|down)$/.test(tokens[i]!.form))) i--
  if (!before || !/^(?:,|–|—|--|or)$/.test(tokens[i]?.form ?? '')) return undefined
  for (let k = i - 1; k >= 0 && k > i - 8; k--) {
    const figure = figures.get(k)
    if (figure) {
      const bound = before(figure)
      return bound?.measure ? bound : undefined
    }
    if (!dates.has(k) && !/^(?:IN|DT|NN|CC|-RRB-)$/.test(tokens[k]!.tag)) return undefined
    if (/^(?:and|but)$/.test(tokens[k]!.form)) return undefined
  }
  return undefined
}

function wholeBehind(scene: Scene, placed: PlacedFigure, link: string): Binding | undefined {
  const { tokens } = scene
  const { figure } = placed
  const share = figure.kind === 'percentage' || figure.kind === 'fraction' || figure.kind === 'ratio'
  const worth = link === 'worth'
  const at = worth ? (tokens[placed.last + 2]?.form === 'of' ? placed.last + 3 : 0) : placed.last + 2
  if (!at || scene.dates.has(at) || (link === 'in' && figure.kind !== 'money')) return undefined
  if (link === 'of' && figure.kind === 'count') return undefined
  const phrase = phraseFrom(scene, at)
  if (!phrase || scene.dates.has(phrase.last) || (scene.names.has(phrase.last) && link === 'in')) return undefined
  // `$40m in grants`, but not `in the bank's collapse`, `in early trade`
  if (
    link === 'in' &&
    (phrase.start < phrase.first || /^(?:trade|trading|dealing|dealings)$/.test(tokens[phrase.last]!.form))
  )
    return undefined
  const governor = findGovernor(scene, placed)
  const verb = governor?.kind === 'verb' ? lemmaOfVerb(governor.token.form) : undefined
  // `debt stands at 70% of GDP`: the share is of what the clause is about
  if (
    share &&
    verb &&
    staticVerbs.has(verb) &&
    (verb !== 'be' ||
      /\b(?:gdp|gross (?:domestic|national) product|output|the economy)$/i.test(
        scene.text.slice(tokens[phrase.start]!.start, tokens[phrase.last]!.end),
      ))
  ) {
    const subject = findSubject(scene, governor!.token)
    const own = subject?.phrase && !scene.names.has(subject.token.index) ? saidOf(scene, subject) : undefined
    if (own?.measure) return { ...own, governor: governor! }
  }
  // `a turnout of 60% of voters`
  const noun = withNounBefore(scene, placed)
  if (noun) return noun
  const head = tokens[phrase.last]!
  const direction = figure.kind === 'percentage' ? undefined : directionOfNoun(head.form)
  const measure = toMeasure(scene, phrase)
  if (!measure || direction) return undefined
  const possessor = possessorOf(scene, measure)
  // `jobs which make up 20% of Ford's workforce`
  const makesUp = verb !== undefined && /^(?:make|represent|account|constitute|comprise|cover)$/.test(verb) && possessor
  const acts = !makesUp && governor?.kind === 'verb' && !(verb && directionOf(verb) && !isTransitiveChange(verb))
  const subject = acts ? (actorOf(scene, governor!) ?? possessor) : possessor
  const change = verb !== undefined && governor?.preposition !== 'of' ? directionOf(verb) : undefined
  return {
    measure,
    ...(subject && { subject }),
    ...(governor && { governor }),
    ...(change && share && { change, how: howOf(governor!) }),
  }
}

/** `a loss of $3bn`, `warming of 3.1C`, `growth of 4%`, `sales worth $5m`, `a fund, at $3bn`. */
export function withNounBefore(scene: Scene, placed: PlacedFigure, before?: Known): Binding | undefined {
  const { tokens } = scene
  let i = placed.first - 1
  while (
    i > 0 &&
    (/^(?:RB|DT|JJR)/.test(tokens[i]!.tag) || /^(?:some|just|only|nearly|further|additional)$/.test(tokens[i]!.form))
  )
    i--
  const link = tokens[i]?.form
  if (!link || !/^(?:of|worth|totalling|totaling|exceeding|averaging|for)$/.test(link)) return undefined
  // `the order was worth $5m`
  const copula = link === 'worth' ? tokens[i - 1] : undefined
  if (copula && isVerb(copula) && /^(?:is|are|was|were|be|been)$/.test(copula.form))
    return { governor: { token: copula, kind: 'verb' }, ...saidOf(scene, findSubject(scene, copula)) }
  const phrase = phraseBefore(scene, i - 1)
  if (!phrase || scene.names.has(phrase.last) || scene.dates.has(phrase.last)) return undefined
  const head = tokens[phrase.last]!
  if (link === 'for' && !isDeal(head.form)) return undefined
  if (/^(?:consisting|composed|comprising|made)$/.test(head.form) || (link === 'of' && isPartOfPreposition(head.form)))
    return undefined
  // `on the order of 10%`
  if (
    head.form === 'order' &&
    phrase.start < phrase.first &&
    /^(?:on|in|of)$/.test(tokens[phrase.start - 1]?.form ?? '')
  )
    return undefined
  // `a cost to the economy of $3bn`
  const costly = tokens[phrase.start - 1]?.form === 'to' ? phraseBefore(scene, phrase.start - 2) : undefined
  if (
    costly &&
    /^(?:cost|damage|benefit|bill|contribution|value|saving|price|loss)s?$/.test(tokens[costly.last]!.form)
  ) {
    const measure = toPlain(scene, costly)
    return measure && { measure }
  }
  const direction = directionOfNoun(head.form)
  const outer = outerVerb(scene, phrase.start - 1)
  const governor = outer && { token: outer, kind: 'verb' as const, preposition: link }
  if (direction) {
    const binding = changed(scene, { ...placed, first: phrase.first, last: placed.last }, phrase, direction, before)
    const behind = phraseBehindIn(scene, placed.last + 1)
    const measure = binding.measure ?? (behind && toMeasure(scene, behind))
    return { ...binding, ...(measure && { measure, ...subjectFor(scene, measure) }), ...(governor && { governor }) }
  }
  const measure =
    isEmptyNoun(head.form) && phrase.first === phrase.last ? deeper(scene, phrase) : toPlain(scene, phrase)
  if (!measure) return isEmptyNoun(head.form) ? undefined : governor ? { governor } : {}
  const subject =
    subjectOfObject(scene, measure, outer && { token: outer, kind: 'verb' }) ??
    (outer ? undefined : subjectOfSibling(scene, placed, phrase, before))
  return { measure, ...(subject && { subject }), ...(governor && { governor }) }
}

/** `has debts of $3bn and assets of $5bn`: whose the first is the second is too. */
function subjectOfSibling(
  scene: Scene,
  { figure }: PlacedFigure,
  phrase: NounPhrase,
  before: Known | undefined,
): Subject | undefined {
  const { tokens } = scene
  let i = phrase.start - 1
  if (tokens[i]?.form !== 'and') return undefined
  i -= tokens[i - 1]?.form === ',' ? 2 : 1
  while (i > 0 && (scene.dates.has(i) || (scene.dates.has(i + 1) && /^(?:in|on|for|during)$/.test(tokens[i]!.form))))
    i--
  const other = scene.figures.get(i)
  const bound = other?.figure.kind === figure.kind ? before?.(other) : undefined
  return bound?.governor?.kind === 'verb' && (bound.measure ?? bound.verb) && bound.change === undefined
    ? bound.subject
    : undefined
}

/** A phrase without what is behind it, which is the figure. */
function toPlain(scene: Scene, phrase: NounPhrase): Measure | undefined {
  const cut = { ...scene, tokens: scene.tokens.slice(0, phrase.last + 1) }
  return toMeasure(cut, phrase)
}

/** `sales at a level of`: what the empty noun is of. */
function deeper(scene: Scene, phrase: NounPhrase): Measure | undefined {
  const link = scene.tokens[phrase.start - 1]
  if (!link || !/^(?:of|at)$/.test(link.form)) return undefined
  const outer = phraseBefore(scene, phrase.start - 2)
  return outer && toPlain(scene, outer)
}

const phraseBehindIn = (scene: Scene, i: number): NounPhrase | undefined => {
  if (scene.tokens[i]?.form !== 'in') return undefined
  const phrase = phraseFrom(scene, i + 1)
  return phrase && !scene.dates.has(phrase.last) && !scene.names.has(phrase.last) ? phrase : undefined
}

/** The verb whose object ends before a phrase: `posted a loss of`. */
function outerVerb(scene: Scene, from: number) {
  for (let i = from; i >= 0 && i > from - 4; i--) {
    const token = scene.tokens[i]!
    if (isVerb(token)) return token
    if (!/^(?:DT|RB|JJ|IN|PRP\$|DATE)/.test(token.tag)) return undefined
  }
  return undefined
}

export function howOf({ preposition }: Governor): How {
  return preposition === 'to' || preposition === 'at' ? 'to' : preposition === 'from' ? 'from' : 'by'
}
