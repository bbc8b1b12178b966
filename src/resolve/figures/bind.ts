import type { Change, How } from '../../model/claim/figure.ts'
import type { FigureMention } from '../../model/mention.ts'
import { findGovernor, findSubject, type Governor, type Subject } from './governor.ts'
import { type Measure, type NounPhrase, phraseBefore, phraseFrom, toMeasure } from './noun-phrase.ts'
import { isNoun, isPreposition, isVerb, type PlacedFigure, type Scene } from './scene.ts'
import {
  directionOf,
  directionOfComparison,
  directionOfNoun,
  isDeal,
  isEmptyNoun,
  isGrowth,
  isIndexName,
  isPartOfPreposition,
  isTransitiveChange,
  lemmaOfVerb,
  showingVerbs,
  spendingVerbs,
  staticVerbs,
  valuingVerbs,
} from './words.ts'

/** What the words around a figure make of it, before anybody is known by name. */
export type Binding = {
  readonly measure?: Measure
  /** A verb that stands for the measure: `lost $6bn`. */
  readonly verb?: { readonly start: number; readonly end: number; readonly lemma: string }
  /** Whose it is: a token of a name, pronoun or noun. */
  readonly subject?: Subject
  readonly change?: Change
  readonly how?: How
  /** The verb that says it, for its mood. */
  readonly governor?: Governor
}

/** Figures that are so many of something, which their unit names: what happens to them is optional to say. */
const isCounted = ({ kind, unit }: FigureMention): boolean =>
  kind === 'count' && unit !== undefined && !/^(?:person|point|percentage point|basis point|level|mark)$/.test(unit)

type Known = (of: PlacedFigure) => Binding | undefined

/**
 * What a figure is of, whose it is and which way it moves.
 * @param before what the figure before it in the same sentence is bound to
 */
export function bindFigure(scene: Scene, placed: PlacedFigure, before: Known): Binding {
  const { figure } = placed
  if (figure.kind === 'rank' || figure.kind === 'score') return ranked(scene, placed)
  return (
    equivalent(scene, placed, before) ??
    attributive(scene, placed) ??
    withNounBefore(scene, placed) ??
    compared(scene, placed, before) ??
    governed(scene, placed, before) ??
    {}
  )
}

/** `6.4%, or 486 points`, `$3bn (£2.4bn)`: the same in another unit. */
function equivalent(scene: Scene, placed: PlacedFigure, before: Known): Binding | undefined {
  const { tokens, figures } = scene
  let i = placed.first - 1
  while (i > 0 && /^RB/.test(tokens[i]!.tag)) i--
  const mark = tokens[i]?.form
  if (mark !== 'or' && mark !== '(' && mark !== '-lrb-') return undefined
  i--
  if (tokens[i]?.form === ',') i--
  const other = figures.get(i) ?? figureOfPhrase(scene, i)
  const bound = other && before(other)
  if (!other || !bound || other.figure.kind === 'rank') return undefined
  // `5 apples (10 pears)`: other things
  if (isCounted(placed.figure) && placed.figure.unit !== other.figure.unit) return undefined
  return bound
}

/** The figure whose whole ends at token `i`: `a third of the catch`. */
function figureOfPhrase(scene: Scene, i: number): PlacedFigure | undefined {
  const phrase = phraseBefore(scene, i)
  return phrase && scene.tokens[phrase.start - 1]?.form === 'of' ? scene.figures.get(phrase.start - 2) : undefined
}

function ranked(scene: Scene, placed: PlacedFigure): Binding {
  const phrase = placed.figure.kind === 'rank' ? phraseFrom(scene, placed.last + 1) : undefined
  const measure = phrase && toMeasure(scene, phrase)
  const governor = findGovernor(scene, placed)
  const subject =
    governor?.kind === 'verb' && lemmaOfVerb(governor.token.form) === 'be'
      ? findSubject(scene, governor.token)
      : undefined
  return { ...(measure && { measure }), ...(governor && { governor }), ...(subject && { subject }) }
}

/** `a $40bn contract`, `the 25% tariff`, `a 5% rise in prices`, `70% of voters`, `$40m in grants`, `$3m worth of chips`. */
function attributive(scene: Scene, placed: PlacedFigure): Binding | undefined {
  const { tokens, figures } = scene
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
  if (direction) return changed(scene, placed, phrase, direction)
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
  if (tokens[i]?.tag === 'POS') {
    const phrase = phraseBefore(scene, i - 1)
    return { token: tokens[i - 1]!, sure: true, ...(phrase && { phrase }) }
  }
  return (
    possessorOf(scene, measure) ??
    (governor?.kind === 'verb' && !governor.preposition ? actorOf(scene, governor) : undefined)
  )
}

function changed(scene: Scene, placed: PlacedFigure, phrase: NounPhrase, change: Change): Binding {
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
  // `sales saw a 5% rise`
  const verb = governor?.kind === 'verb' ? governor : undefined
  const subject = verb && showingVerbs.has(lemmaOfVerb(verb.token.form)) ? findSubject(scene, verb.token) : undefined
  return { ...base, ...saidOf(scene, subject) }
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
  const governor = findGovernor(scene, placed)
  const verb = governor?.kind === 'verb' ? lemmaOfVerb(governor.token.form) : undefined
  // `debt stands at 70% of GDP`: the share is of what the clause is about
  if (share && verb && staticVerbs.has(verb) && (verb !== 'be' || /^gdp$/i.test(tokens[phrase.last]!.text))) {
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
  const acts = governor?.kind === 'verb' && !(verb && directionOf(verb) && !isTransitiveChange(verb))
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
function withNounBefore(scene: Scene, placed: PlacedFigure): Binding | undefined {
  const { tokens } = scene
  let i = placed.first - 1
  while (i > 0 && (/^(?:RB|DT)/.test(tokens[i]!.tag) || /^(?:some|just|only|nearly)$/.test(tokens[i]!.form))) i--
  const link = tokens[i]?.form
  if (!link || !/^(?:of|worth|totalling|totaling|exceeding|averaging|for)$/.test(link)) return undefined
  const phrase = phraseBefore(scene, i - 1)
  if (!phrase || scene.names.has(phrase.last) || scene.dates.has(phrase.last)) return undefined
  const head = tokens[phrase.last]!
  if (link === 'for' && !isDeal(head.form)) return undefined
  if (/^(?:consisting|composed|comprising|made)$/.test(head.form) || (link === 'of' && isPartOfPreposition(head.form)))
    return undefined
  const direction = directionOfNoun(head.form)
  const outer = outerVerb(scene, phrase.start - 1)
  const governor = outer && { token: outer, kind: 'verb' as const, preposition: link }
  if (direction) {
    const binding = changed(scene, { ...placed, first: phrase.first, last: placed.last }, phrase, direction)
    const behind = phraseBehindIn(scene, placed.last + 1)
    const measure = binding.measure ?? (behind && toMeasure(scene, behind))
    return { ...binding, ...(measure && { measure, ...subjectFor(scene, measure) }), ...(governor && { governor }) }
  }
  const measure =
    isEmptyNoun(head.form) && phrase.first === phrase.last ? deeper(scene, phrase) : toPlain(scene, phrase)
  if (!measure) return governor ? { governor } : {}
  const subject = possessorOf(scene, measure) ?? (outer ? actorOf(scene, governor!) : undefined)
  return { measure, ...(subject && { subject }), ...(governor && { governor }) }
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

/** `4% lower than in May`, `12% more than`, `twice as many as`. */
function compared(scene: Scene, placed: PlacedFigure, before: Known): Binding | undefined {
  const { tokens } = scene
  const next = tokens[placed.last + 1]
  const change = next && directionOfComparison(next.form)
  if (!change || /^(?:up|down)$/.test(next.form)) return undefined
  const than = tokens[placed.last + 2]
  if (/^(?:more|less|fewer)$/.test(next.form) && placed.figure.kind === 'count' && than?.form !== 'than')
    return undefined
  // `37% more likely`, `5% higher`
  if (than && /^(?:JJ|RB)/.test(than.tag) && !/^(?:than)$/.test(than.form)) return {}
  const governor = findGovernor(scene, placed)
  const shared = governor?.shared ?? figureBefore(scene, placed)
  const inherited = shared && before(shared)
  if (governor?.kind === 'verb' && staticVerbs.has(lemmaOfVerb(governor.token.form)) && !governor.shared)
    return { change, how: 'by', governor, ...saidOf(scene, findSubject(scene, governor.token)) }
  return {
    change,
    how: 'by',
    ...(inherited?.measure && { measure: inherited.measure }),
    ...(inherited?.verb && { verb: inherited.verb }),
    ...(inherited?.subject && { subject: inherited.subject }),
    ...(inherited?.governor && { governor: inherited.governor }),
  }
}

/** The figure before this one with nothing but a comma, a bracket, a date or small words between. */
function figureBefore(scene: Scene, placed: PlacedFigure): PlacedFigure | undefined {
  for (let i = placed.first - 1; i >= 0 && i > placed.first - 8; i--) {
    const figure = scene.figures.get(i)
    if (figure) return figure
    if (
      !scene.dates.has(i) &&
      !/^(?:,|\(|-lrb-|or|and|up|down|from|to|by|at|in|on|during|about|the)$/.test(scene.tokens[i]!.form)
    )
      return undefined
  }
  return undefined
}

function governed(scene: Scene, placed: PlacedFigure, before: Known): Binding | undefined {
  const { figure } = placed
  if (isCounted(figure)) return countOf(scene, placed, before)
  const asSubject = predicateOf(scene, placed)
  const governor = findGovernor(scene, placed, (other) => before(other)?.governor)
  if (!governor) return asSubject ?? gapped(scene, placed, before)
  const how = howOf(governor)
  const inherited = governor.shared && before(governor.shared)
  if (governor.kind === 'particle') {
    const change = directionOfComparison(governor.token.form)
    const verb = scene.tokens[governor.token.index - 1]
    if (inherited) return { ...inherited, ...(change && { change, how }) }
    if (verb && isVerb(verb))
      return {
        change: change!,
        how,
        governor: { ...governor, token: verb, kind: 'verb' },
        ...saidOf(scene, findSubject(scene, verb)),
      }
    const farther = findGovernor(scene, { ...placed, first: governor.token.index })
    if (farther?.kind === 'verb' && !farther.shared && staticVerbs.has(lemmaOfVerb(farther.token.form)))
      return { change: change!, how, governor: farther, ...saidOf(scene, findSubject(scene, farther.token)) }
    const near = figureBefore(scene, { ...placed, first: governor.token.index })
    return { ...(near && before(near)), ...(change && { change, how }) }
  }
  if (governor.kind === 'noun') {
    const change = directionOfNoun(governor.token.form)!
    const phrase = phraseBefore(scene, governor.token.index)
    return phrase ? { ...changed(scene, placed, phrase, change), how } : undefined
  }
  const lemma = lemmaOfVerb(governor.token.form)
  const change = directionOf(lemma)
  // the figures of one change share all but their prepositions
  if (
    inherited &&
    (change === undefined || inherited.change !== undefined) &&
    inherited.governor?.token === governor.token
  )
    return { ...inherited, governor, ...(inherited.change && { how }) }
  if (change) return changedBy(scene, placed, governor, lemma, change, how)
  if (governor.object) {
    if (valuingVerbs.has(lemma) && governor.preposition === 'at') {
      const measure = toMeasure(scene, governor.object)
      return { governor, ...(measure && { measure, ...subjectFor(scene, measure) }) }
    }
    // `sold the unit for $5m`
    if (governor.preposition === 'for' && figure.kind === 'money' && !showingVerbs.has(lemma))
      return acting(scene, governor, lemma)
    return { governor }
  }
  if (staticVerbs.has(lemma)) {
    if (isPassive(scene, governor.token) && lemma !== 'be') return { governor }
    return { governor, ...saidOf(scene, findSubject(scene, governor.token)) }
  }
  // `has been estimated at`, `was put at`
  if (valuingVerbs.has(lemma) && governor.preposition === 'at')
    return { governor, ...saidOf(scene, findSubject(scene, governor.token)) }
  if (governor.preposition && !/^(?:for|at)$/.test(governor.preposition)) return { governor }
  if (showingVerbs.has(lemma)) return { governor }
  return acting(scene, governor, lemma, placed)
}

/** A verb that somebody does with the figure: it stands for the measure, unless what the money is for is said. */
function acting(scene: Scene, governor: Governor, lemma: string, placed?: PlacedFigure): Binding {
  const { token } = governor
  const subject = actorOf(scene, governor)
  const base = { governor, ...(subject && { subject }) }
  if (placed && spendingVerbs.has(lemma)) {
    const link = scene.tokens[placed.last + 1]
    const phrase = link && /^(?:on|in|for)$/.test(link.form) ? phraseFrom(scene, placed.last + 2) : undefined
    const measure =
      phrase && !scene.names.has(phrase.last) && !scene.dates.has(phrase.last) ? toMeasure(scene, phrase) : undefined
    if (measure) return { ...base, measure }
  }
  if (placed && placed.figure.kind !== 'money' && !(lemma === 'cost' && placed.figure.kind === 'count')) return base
  return { ...base, verb: { start: token.start, end: token.end, lemma } }
}

function changedBy(
  scene: Scene,
  placed: PlacedFigure,
  governor: Governor,
  lemma: string,
  change: Change,
  how: How,
): Binding {
  const { figure } = placed
  const { token, object, preposition } = governor
  if (object) {
    const measure = toMeasure(scene, object)
    const subject = (measure && possessorOf(scene, measure)) ?? actorOf(scene, governor)
    return { governor, change, how, ...(measure && { measure }), ...(subject && { subject }) }
  }
  const passive = isPassive(scene, token)
  const direct = preposition === undefined && !passive && isTransitiveChange(lemma)
  const subject = findSubject(scene, token)
  if (direct && (figure.kind === 'money' || figure.kind === 'count')) {
    const said = saidOf(scene, subject)
    // `raised $5m`, `lost $6bn`: done to the money itself
    if (!said.measure || /^(?:raise|lose|add|shed)$/.test(lemma)) {
      const acted = acting(scene, governor, lemma)
      return /^(?:raise|lose|boost|lift)$/.test(lemma) && !said.measure
        ? acted
        : { ...acted, ...(said.measure ? said : {}), change, how }
    }
    return { governor, change, how, ...said }
  }
  return { governor, change, how, ...saidOf(scene, subject) }
}

/** `four people were killed`: what happened to those counted. */
function countOf(scene: Scene, placed: PlacedFigure, before: Known): Binding | undefined {
  const predicate = predicateOf(scene, placed)
  if (predicate) return predicate
  const governor = findGovernor(scene, placed, (other) => before(other)?.governor)
  const shared = governor?.shared && before(governor.shared)
  if (shared?.governor && shared.governor.token === governor?.token) return shared
  if (governor?.kind !== 'verb') return undefined
  const lemma = lemmaOfVerb(governor.token.form)
  const change = directionOf(lemma)
  const won =
    /^(?:with|by)$/.test(governor.preposition ?? '') &&
    /^(?:vote|seat|point|goal|run|wicket|stroke|length)$/.test(placed.figure.unit ?? '')
  const subject = governor.preposition && !won ? undefined : actorOf(scene, governor)
  if (change && governor.preposition && !isTransitiveChange(lemma))
    return changedBy(scene, placed, governor, lemma, change, howOf(governor))
  if (change && !governor.preposition && /^(?:cut|shed|add|slash|reduce|increase)$/.test(lemma))
    return {
      governor,
      change,
      how: 'by',
      verb: { start: governor.token.start, end: governor.token.end, lemma },
      ...(subject && { subject }),
    }
  return { governor, ...(subject && { subject }) }
}

/** A figure that is itself the subject of a passive: `300 jobs were lost`. */
function predicateOf(scene: Scene, placed: PlacedFigure): Binding | undefined {
  const { tokens } = scene
  if (placed.figure.kind !== 'count' || placed.figure.unit === undefined) return undefined
  // `a system for 3,000 refugees was rejected`
  const lead = tokens[placed.first - 1]
  if (
    isPreposition(lead) &&
    !/^(?:that|after|before|since|as|because|while|if|when|although|though|until|whereas)$/.test(lead!.form)
  )
    return undefined
  let i = placed.last + 1
  if (!/^(?:is|are|was|were|have|has|had)$/.test(tokens[i]?.form ?? '')) return undefined
  let passive = false
  for (let n = 0; n < 5; n++, i++) {
    const token = tokens[i]
    if (!token) return undefined
    if (/^(?:is|are|was|were|been|being)$/.test(token.form)) passive = true
    else if (token.tag === 'VBN' && passive)
      return {
        verb: { start: token.start, end: token.end, lemma: lemmaOfVerb(token.form) },
        governor: { token, kind: 'verb' },
      }
    else if (!/^(?:have|has|had)$/.test(token.form) && token.tag !== 'RB') return undefined
  }
  return undefined
}

/** `Ford sales fell 2% and GM sales 3%`: what the verb before says of another. */
function gapped(scene: Scene, placed: PlacedFigure, before: Known): Binding | undefined {
  const { tokens } = scene
  let i = placed.first - 1
  while (i > 0 && (/^RB/.test(tokens[i]!.tag) || /^(?:by|to|at|about|,)$/.test(tokens[i]!.form))) i--
  const phrase = phraseBefore(scene, i)
  if (!phrase) return undefined
  let k = phrase.start - 1
  if (!/^(?:and|while|but|,|;)$/.test(tokens[k]?.form ?? '')) return undefined
  while (
    k > 0 &&
    (/^(?:and|while|but|,|;)$/.test(tokens[k]!.form) || scene.dates.has(k) || /^(?:in|on)$/.test(tokens[k]!.form))
  )
    k--
  const other = scene.figures.get(k)
  if (!other || other.figure.kind !== placed.figure.kind) return undefined
  const shared = before(other)
  if (shared?.governor?.kind !== 'verb') return undefined
  const said = saidOf(scene, { phrase, token: tokens[phrase.last]!, sure: false })
  return {
    ...said,
    governor: shared.governor,
    ...(shared.change && { change: shared.change }),
    ...(shared.how && { how: shared.how }),
  }
}

function howOf({ preposition }: Governor): How {
  return preposition === 'to' || preposition === 'at' ? 'to' : preposition === 'from' ? 'from' : 'by'
}

/** What a clause that is about its subject says: a quantity with its owner, or an index; of a name or pronoun whose figure it is. */
function saidOf(scene: Scene, subject: Subject | undefined): Binding {
  if (!subject) return {}
  const { token, phrase } = subject
  const name = scene.names.get(token.index)
  if (name || /^PRP/.test(token.tag)) {
    if (name && isIndexName(name.mention.name)) {
      const span = { start: name.mention.nameStart, end: name.end }
      return {
        measure: {
          span,
          head: token.form,
          phrase: phrase ?? { first: token.index, last: token.index, start: token.index },
        },
      }
    }
    return { subject }
  }
  const measure = phrase && toMeasure(scene, phrase)
  if (!measure) return {}
  return { measure, ...subjectFor(scene, measure) }
}

const subjectFor = (scene: Scene, measure: Measure): { subject?: Subject } => {
  const subject = possessorOf(scene, measure)
  return subject ? { subject } : {}
}

/** `Ford's sales`, `its sales`, `inflation in Latvia`, `shares of Acme`. */
function possessorOf(scene: Scene, measure: Measure): Subject | undefined {
  const { tokens } = scene
  const { owner } = measure.phrase
  if (owner !== undefined) {
    const phrase = phraseBefore(scene, owner)
    return { token: tokens[owner]!, sure: true, ...(phrase && { phrase }) }
  }
  const { of, actor } = measure
  if (of?.owner !== undefined) return { token: tokens[of.owner]!, sure: false }
  if (actor) {
    const token = tokens.find((each) => each.start >= actor.start)
    return token && { token, sure: false }
  }
  return undefined
}

/** Who does what the verb says: its subject; of a passive without an object the one it is done to (`was fined`). */
const actorOf = (scene: Scene, governor: Governor): Subject | undefined => findSubject(scene, governor.token)

/** `was raised`: a participle behind a form of `be`. */
function isPassive({ tokens }: Scene, verb: { index: number; tag: string }): boolean {
  if (!/^VB[ND]$/.test(verb.tag)) return false
  for (let i = verb.index - 1; i >= 0 && i > verb.index - 5; i--) {
    if (/^(?:is|are|was|were|be|been|being|'s|'re|get|got)$/.test(tokens[i]!.form)) return true
    if (tokens[i]!.tag !== 'RB') return false
  }
  return false
}
