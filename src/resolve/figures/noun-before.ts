import type { Binding, Known } from './binding.ts'
import { changed } from './change-noun.ts'
import { findSubject } from './find-subject.ts'
import { beforeBracket } from './hanging.ts'
import {
  besideName,
  deeper,
  isDeed,
  isHeadcount,
  isSpread,
  labelBefore,
  outerVerb,
  phraseBehindIn,
  siblingOf,
  startsAbove,
  toPlain,
  valuedAt,
} from './noun-links.ts'
import { type Measure, type NounPhrase, phraseBefore, toMeasure } from './noun-phrase.ts'
import { subjectOfObject, subjectOfSibling } from './owner.ts'
import { saidOf, subjectFor } from './said.ts'
import { isNoun, isPreposition, isVerb, type PlacedFigure, type Scene } from './scene.ts'
import { countedBy } from './shared.ts'
import { directionOf, directionOfNoun, isDeal, isEmptyNoun, isPartOfPreposition, lemmaOfVerb } from './words.ts'

// The noun that a preposition ties to the figure behind it: `a loss of $3bn`, `sales worth $5m`.

/** `a loss of $3bn`, `warming of 3.1C`, `growth of 4%`, `sales worth $5m`, `a fund, at $3bn`. */
export function withNounBefore(scene: Scene, placed: PlacedFigure, before?: Known): Binding | undefined {
  const { tokens } = scene
  const label = labelBefore(scene, placed.first - 1)
  if (label) return { measure: label }
  const tie = tieBefore(scene, placed)
  if (!tie) return undefined
  const { link, at: i } = tie
  // `the order was worth $5m`
  const copula = link === 'worth' ? tokens[i - 1] : undefined
  if (copula && isVerb(copula) && /^(?:is|are|was|were|be|been)$/.test(copula.form))
    return { governor: { token: copula, kind: 'verb' }, ...saidOf(scene, findSubject(scene, copula)) }
  // `payments – totalling $3m`
  const dashed = /^total/.test(link) && /^(?:-|–|—|--|,)$/.test(tokens[i - 1]?.form ?? '')
  const end = beforeBracket(scene, dashed ? i - 2 : i - 1, 4)
  const things = thingsBefore(scene, placed, link, i, end)
  if (things) return { measure: things }
  const last = phraseBefore(scene, end)
  // `growth during the pandemic – totalling`: of neither, for all that one can tell
  if (last && dashed && isPreposition(tokens[last.start - 1])) return undefined
  // `a loss before tax of $3m`
  const taxed =
    last &&
    /^(?:tax|taxes|interest|items)$/.test(tokens[last.last]!.form) &&
    /^(?:before|after)$/.test(tokens[last.start - 1]?.form ?? '')
  // `an order from Acme for 60 jets`
  const dealt =
    link === 'for' &&
    last &&
    (scene.names.has(last.last) || /^NNP/.test(tokens[last.last]!.tag)) &&
    /^(?:from|with|by|to)$/.test(tokens[last.start - 1]?.form ?? '')
      ? phraseBefore(scene, last.start - 2)
      : undefined
  const phrase = taxed ? phraseBefore(scene, last.start - 2) : dealt && isDeal(tokens[dealt.last]!.form) ? dealt : last
  if (!phrase || scene.names.has(phrase.last) || scene.dates.has(phrase.last)) return undefined
  const head = tokens[phrase.last]!
  // `grew at an annualised rate of 3%`: how fast, not of what
  if (
    link === 'of' &&
    /^(?:rate|pace|clip)$/.test(head.form) &&
    !isNoun(tokens[phrase.last - 1]) &&
    ((/^(?:at|to)$/.test(tokens[phrase.start - 1]?.form ?? '') &&
      isVerb(tokens[phrase.start - 2]) &&
      directionOf(lemmaOfVerb(tokens[phrase.start - 2]!.form))) ||
      // `fell 5% last month, to an annual rate of 3m`
      (tokens[phrase.start - 1]?.form === 'to' && tokens[phrase.start - 2]?.form === ','))
  )
    return undefined
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
  const given = givenBefore(scene, placed, link, phrase)
  if (given) return given
  // `an increase in prices of 2%`
  const moved =
    link === 'of' &&
    /^(?:in|to)$/.test(tokens[phrase.start - 1]?.form ?? '') &&
    /^(?:money|percentage)$/.test(placed.figure.kind)
      ? phraseBefore(scene, phrase.start - 2)
      : undefined
  const way = moved && directionOfNoun(tokens[moved.last]!.form)
  if (moved && way) return changed(scene, { ...placed, first: moved.first }, moved, way, before)
  const direction = directionOfNoun(head.form)
  const sibling = siblingOf(scene, phrase)
  const outer = outerVerb(scene, phrase.start - 1)
  // `expect a profit of $3m on revenue of $20m`: the same verb
  const governor = outer
    ? { token: outer, kind: 'verb' as const, preposition: link }
    : sibling && before?.(sibling)?.governor
  const others = link === 'of' ? ofOthers(scene, placed, phrase) : undefined
  if (others) return others
  // `robbed the fund of $3m`
  if (link === 'of' && outer && /^(?:defraud|rob|strip|depriv|cheat|swindl|fleec|reliev)/.test(outer.form))
    return governor ? { governor } : {}
  if (direction) {
    const binding = changed(scene, { ...placed, first: phrase.first, last: placed.last }, phrase, direction, before)
    const behind = phraseBehindIn(scene, placed.last + 1)
    const measure = binding.measure ?? (behind && toMeasure(scene, behind))
    const beside = outer ? undefined : besideName(scene, phrase)
    return {
      ...binding,
      ...(measure && { measure, ...subjectFor(scene, measure) }),
      ...(beside && { subject: beside }),
      ...(governor && { governor }),
    }
  }
  const measure =
    isEmptyNoun(head.form) && (phrase.first === phrase.last || tokens[phrase.first - 1]?.tag === 'HYPH')
      ? deeper(scene, phrase)
      : toPlain(scene, phrase)
  // `60% of its 2019 rate of 1.3m`: of a rate alone
  if (!measure && phrase.owner !== undefined) return {}
  if (!measure) return isEmptyNoun(head.form) ? undefined : governor ? { governor } : {}
  const subject =
    (outer ? undefined : besideName(scene, phrase)) ??
    subjectOfObject(scene, measure, outer && { token: outer, kind: 'verb' }) ??
    (outer ? undefined : subjectOfSibling(scene, placed, phrase, before))
  return { measure, ...(subject && { subject }), ...(governor && { governor }) }
}

/** The word that ties a figure to the noun before it, and where that noun ends. */
function tieBefore(scene: Scene, placed: PlacedFigure): { readonly link: string; readonly at: number } | undefined {
  const { tokens } = scene
  let i = placed.first - 1
  while (
    i > 0 &&
    (/^(?:RB|DT|JJR)/.test(tokens[i]!.tag) || /^(?:some|just|only|nearly|further|additional)$/.test(tokens[i]!.form))
  )
    i--
  // `an improvement in speed between 15% and 40%`
  if (isNoun(tokens[i]) && isSpread(scene, placed)) return { link: 'of', at: i + 1 }
  // `losses above $5m`, `a bridge valued at $3m`, `projects amounting to $40m`
  if (isNoun(tokens[i]) && i === placed.first - 1 && startsAbove(scene, placed)) return { link: 'worth', at: i + 1 }
  const valued = valuedAt(scene, i)
  if (valued !== undefined) return { link: 'worth', at: valued }
  const link = tokens[i]?.form ?? ''
  return /^(?:of|worth|totalling|totaling|exceeding|averaging|for)$/.test(link) ? { link, at: i } : undefined
}

/** `two projects worth $5m`, `six transfers, for a total of $9m`, `three instalments of $116`: what is counted. */
function thingsBefore(scene: Scene, placed: PlacedFigure, link: string, at: number, end: number): Measure | undefined {
  const { tokens, figures } = scene
  const total =
    link === 'of' && /^(?:total|sum)$/.test(tokens[at - 1]?.form ?? '') && tokens[at - 3]?.form === 'for'
      ? figures.get(at - (tokens[at - 4]?.form === ',' ? 5 : 4))
      : undefined
  const parts = link === 'worth' || (link === 'of' && placed.figure.kind === 'money') ? figures.get(end) : undefined
  const counted = parts ?? total
  return counted && countedBy(scene, counted)
}

/** `a cost to the economy of $3bn`, `an investment from the state of $3m`: what is given, and by whom. */
function givenBefore(
  scene: Scene,
  { figure }: PlacedFigure,
  link: string,
  { start, last }: NounPhrase,
): Binding | undefined {
  const { tokens } = scene
  const side = tokens[start - 1]?.form ?? ''
  const gift = /^(?:from|by|to)$/.test(side) ? phraseBefore(scene, start - 2) : undefined
  if (!gift) return undefined
  const noun = tokens[gift.last]!.form
  const measure = toPlain(scene, gift)
  if (side === 'to' && /^(?:cost|damage|benefit|bill|contribution|value|saving|price|loss)s?$/.test(noun))
    return measure && { measure }
  if (
    link !== 'of' ||
    figure.kind !== 'money' ||
    !/^(?:investment|grant|loan|donation|payment|contribution|fine|fee|transfer|order|offer|bid|contract|gift|subsidy|pledge|bribe|support|aid)s?$/.test(
      noun,
    )
  )
    return undefined
  const giver = side !== 'to' && { subject: { token: tokens[last]!, phrase: phraseBefore(scene, last)!, sure: false } }
  return measure ? { measure, ...giver } : {}
}

/** `a survey of 16 economists`, `the fate of six schools`: so many of others, and no measure of these; undefined where the noun is one. */
function ofOthers({ tokens }: Scene, { figure, last }: PlacedFigure, phrase: NounPhrase): Binding | undefined {
  const head = tokens[phrase.last]!
  const { kind, unit } = figure
  // `the country of 33 million people`: its own
  if (kind === 'count' && /^(?:country|nation)$/.test(head.form))
    return { subject: { token: head, phrase, sure: false } }
  // `a city of 523,000 people`: who lives there
  if (
    kind === 'count' &&
    /^(?:survey|poll|study|sample|questionnaire|review|list|group|team|panel|crowd|pair|years|months|weeks|days|decades|city|town|village|island|region|district|province)$/.test(
      head.form,
    )
  )
    return {}
  // `a survey for Opinium of 300 men`
  if (kind === 'count' && /^NNP/.test(head.tag)) return {}
  // `the accounts of 300 people`: theirs; but `the deaths of six people`, `the sale of six ships`
  if (unit === 'person' && !isHeadcount(head.form)) return {}
  const counts = isEmptyNoun(head.form) || isHeadcount(head.form) || isDeed(head.form)
  if (kind === 'count' && unit !== undefined && !counts) return {}
  // `the construction of the 90MW plant`: the plant's
  if (kind === 'measurement' && isNoun(tokens[last + 1])) return {}
  // `takes care of 2,000 tourists`
  const idiom = phrase.start === phrase.last && /^(?:care|advantage|charge|hold|control)$/.test(head.form)
  return idiom ? {} : undefined
}
