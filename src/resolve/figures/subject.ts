import { firstFrom, type SegmentedText, type Span, spanAt } from '../../model/segment.ts'
import { ancestorsOf, childOf, hasLabel, type SyntaxToken } from '../../syntax/index.ts'
import { isBodyNoun } from '../../text/body-nouns.ts'
import { isReportingVerb } from '../../text/reporting.ts'
import type { Referrer } from '../attribute-quotes.ts'
import type { LinkedActor, PlacedMention } from '../link-actors.ts'
import { findSubject, type Subject } from './find-subject.ts'
import type { Governor } from './governor.ts'
import { outermost } from './hanging.ts'
import { type Measure, phraseBefore, phraseFrom } from './noun-phrase.ts'
import { isNoun, isVerb, type Scene } from './scene.ts'
import { lemmaOfVerb } from './words.ts'

/** The actor that a subject means: the name itself, whom a pronoun stands for, or the one that a noun fits. */
export function resolveSubject(
  scene: Scene,
  { token, phrase }: Subject,
  document: SegmentedText,
  refer: Referrer,
  named: readonly PlacedMention[],
): LinkedActor | undefined {
  const name = scene.names.get(token.index) ?? scene.demonyms.get(token.index)
  if (name && isOneOfTwo(scene, token)) return undefined
  // `another Zimbabwean was caught`: somebody, not the country
  const demonym = !scene.names.has(token.index) && /^NNP?$/.test(token.tag) && scene.tokens[token.index - 1]
  if (
    name &&
    demonym &&
    /^(?:a|an|another|one|every|the)$/.test(demonym.form) &&
    !isNoun(scene.tokens[token.index + 1])
  )
    return undefined
  if (name) return name.actor
  // `people, who make up 42%`: nobody by name
  if (token.form === 'who' && isOfNoun(scene, token.index)) return undefined
  if (/^(?:he|she|his|her)$/.test(token.form)) return speakerOf(scene, token) ?? refer(pronoun(token.form, token))
  if (/^(?:him|who)$/.test(token.form)) return refer(pronoun(token.form, token))
  if (/^(?:it|its|they|their)$/.test(token.form)) {
    const actor = antecedentOf(scene, token, document, named, refer)
    // `It traded at $876 a tonne`: no country
    const traded =
      token.form === 'it' &&
      /^(?:trad|sold|sell|cost|fetch|settled|closed|opened|retail)/.test(scene.tokens[token.index + 1]?.form ?? '')
    return traded && actor?.kind === 'place' ? undefined : actor
  }
  if (/^(?:PRP|DT|EX|WP|WDT|CD)/.test(token.tag)) return undefined
  const start = scene.tokens[phrase?.start ?? token.index]!.start
  const place = placeOf(scene, token)
  if (place) return place
  const found = refer({ start, end: token.end }) ?? stateOf(scene, token, phrase)
  if (found && /^(?:governments?|country|nation)$/.test(token.form)) return found
  // `US automaker GM`, where nobody knows GM: not the country
  return found?.kind === 'place' ? undefined : found
}

/** `Varga, who lives with Maria, said she lost $300`: the person whose report the pronoun opens. */
function speakerOf(scene: Scene, { index }: SyntaxToken): LinkedActor | undefined {
  const { tokens, names } = scene
  const verb = tokens[tokens[index - 1]?.form === 'that' ? index - 2 : index - 1]
  if (!verb || !isVerb(verb) || !isReportingVerb(verb.form)) return undefined
  const speaker = findSubject(scene, verb)
  const actor = speaker && speaker.token.index < verb.index ? names.get(speaker.token.index)?.actor : undefined
  return actor?.kind === 'person' ? actor : undefined
}

/** `Quito and Cuenca hold 76%`: not of one of them. */
function isOneOfTwo(scene: Scene, { index }: SyntaxToken): boolean {
  const { tokens, names } = scene
  const own = names.get(index)
  if (!own || tokens.some(({ form }) => form === 'respectively')) return false
  let last = index
  while (names.get(last + 1) === own) last++
  let first = index
  while (names.get(first - 1) === own) first--
  // `2% by Norway and Fiat would begin`: another clause
  const lead = tokens[tokens[first - 1]?.tag === 'DT' ? first - 2 : first - 1]
  if (lead?.form === 'by') return false
  const kinds = (at: number) => names.get(at)?.actor.kind === own.actor.kind && names.get(at)!.actor !== own.actor
  const behind = tokens[last + 1]?.form === 'and' ? (tokens[last + 2]?.form === 'the' ? last + 3 : last + 2) : undefined
  const before = tokens[first - 1]?.form === 'and' && !isAgent(scene, first - 2) ? first - 2 : undefined
  return (behind !== undefined && kinds(behind)) || (before !== undefined && kinds(before))
}

/** `owned by the Canadian state`: a name behind `by`. */
function isAgent({ tokens, names }: Scene, at: number): boolean {
  let i = at
  while (names.has(i) && names.get(i) === names.get(at)) i--
  return tokens[tokens[i]?.tag === 'DT' ? i - 1 : i]?.form === 'by'
}

/** `the port of Hamburg`: the place whose it is. */
function placeOf({ tokens, names }: Scene, { index, form }: SyntaxToken): LinkedActor | undefined {
  if (
    !/^(?:port|city|town|village|state|county|province|region|district|island|municipality|kingdom|republic)$/.test(
      form,
    )
  )
    return undefined
  const place = tokens[index + 1]?.form === 'of' ? names.get(index + 2)?.actor : undefined
  return place?.kind === 'place' ? place : undefined
}

/** `the French government`, `Norway's government`, `the government of Norway`: the country. */
function stateOf(scene: Scene, token: SyntaxToken, phrase: Subject['phrase']): LinkedActor | undefined {
  if (!phrase || token.form !== 'government') return undefined
  const { tokens, names, demonyms } = scene
  const at =
    tokens[token.index + 1]?.form === 'of' ? phraseFrom(scene, token.index + 2)?.last : (phrase.owner ?? phrase.first)
  const place = at === undefined ? undefined : (names.get(at) ?? demonyms.get(at))
  return place?.actor.kind === 'place' ? place.actor : undefined
}

const pronoun = (form: string, { start, end }: Span): Span =>
  form === 'his' || form === 'her' ? { start, end } : { start, end }

/** For `it` and `they`: the organisation or place that is a subject before it in the sentence, else the one that the sentence before begins with. */
function antecedentOf(
  scene: Scene,
  pronoun: SyntaxToken,
  { sentences }: SegmentedText,
  named: readonly PlacedMention[],
  refer: Referrer,
): LinkedActor | undefined {
  const { tokens, names, tree, text } = scene
  const offset = pronoun.start
  const fits = ({ kind }: LinkedActor) => kind === 'organization' || kind === 'place'
  // `GM said it lost`: whoever says so, the verb that the clause is under tells
  const own = tree.tokens[pronoun.index]!
  // `the bank says it makes up 3% of spending`: the matter that it speaks of
  if (
    pronoun.form === 'it' &&
    /^(?:mak|cost|amount|represent|kill|affect|compris)/.test(tokens[pronoun.index + 1]?.form ?? '') &&
    /^VB[ZD]$/.test(tokens[pronoun.index + 1]?.tag ?? '') &&
    (!/^ma/.test(tokens[pronoun.index + 1]!.form) || tokens[pronoun.index + 2]?.form === 'up') &&
    ancestorsOf(tree, own).some((verb) => isReportingVerb(verb.form))
  )
    return undefined
  for (const verb of ancestorsOf(tree, own).filter(isVerb).slice(1, 3)) {
    const speaker = findSubject(scene, verb)
    const name = speaker && names.get(speaker.token.index)
    if (name && name.end <= offset && fits(name.actor)) {
      // `figures of Ford show that Opel lost 5% as its sales fell`: a subject that stands nearer
      const nearer = tokens.findLast(
        (token) =>
          token.start < offset &&
          token.start > name.end &&
          hasLabel(token, 'nsubj') &&
          names.has(token.index) &&
          fits(names.get(token.index)!.actor),
      )
      return nearer ? names.get(nearer.index)!.actor : name.actor
    }
    // `the firm said it lost`: whoever the firm is
    if (
      speaker?.phrase &&
      !name &&
      isReportingVerb(verb.form) &&
      speaker.token.end <= offset &&
      /^NNS?$/.test(speaker.token.tag)
    ) {
      const body = refer({ start: tokens[speaker.phrase.start]!.start, end: speaker.token.end })
      const apposed = tokens[speaker.token.index + 1]?.form === ',' ? names.get(speaker.token.index + 2) : undefined
      if (!body && apposed && fits(apposed.actor)) return apposed.actor
      return body?.kind === 'person' || body?.kind === 'place' ? undefined : body
    }
  }
  // `the bank raised its forecast`: whoever the bank is, if anybody knows
  const clause = ancestorsOf(tree, own).find(isVerb)
  const noun = clause && findSubject(scene, clause)
  if (noun?.phrase && noun.token.end <= offset && isBodyNoun(noun.token.form) && !names.has(noun.token.index)) {
    const body = refer({ start: tokens[noun.phrase.start]!.start, end: noun.token.end })
    return body && fits(body) ? body : undefined
  }
  // `its order of 30 Boeing jets`: a name before its noun is no antecedent
  const before = tokens.filter(
    ({ start, index }) =>
      start < offset &&
      names.has(index) &&
      fits(names.get(index)!.actor) &&
      // `the Oslo-based charity`
      text[names.get(index)!.end] !== '-' &&
      !(isNoun(tokens[index + 1]) && !names.has(index + 1) && hasLabel(tokens[index]!, 'compound')),
  )
  const subject = before.findLast((token) => hasLabel(token, 'nsubj'))
  if (subject) return names.get(subject.index)!.actor
  const among = new Set(before.map(({ index }) => names.get(index)!.actor))
  // `in Lima the bank lowered its forecast`: not the place where it was
  // nor the one that owns what is spoken of: `Peru's output rose as it is cheap`
  const only = before.filter(
    ({ index }) =>
      !isWhere(scene, index) &&
      !(pronoun.form === 'it' && names.get(index)!.actor.kind === 'place' && tokens[index + 1]?.tag === 'POS'),
  )
  if (among.size === 1) return only.length > 0 ? [...among][0] : undefined
  if (among.size > 1 || names.size > before.length + 4) return undefined
  const sentence = spanAt(sentences, tree.start - 1)
  if (!sentence || sentence.start >= tree.start || tree.start - sentence.end > 3) return undefined
  const earlier = named.slice(firstFrom(named, sentence.start), firstFrom(named, sentence.end))
  const at = earlier.findIndex(({ mention }) => !mention.derived)
  const [first, next] = [earlier[at], earlier[at + 1]]
  if (!first || !fits(first.actor) || text[first.end] === '-' || !isAtStart(text.slice(sentence.start, first.start)))
    return undefined
  // `United States carmaker General Motors lost`: not the country
  if (first.actor.kind === 'place' && next && /^(?:\s\p{Ll}[\p{L}-]*){1,4}\s$/u.test(text.slice(first.end, next.start)))
    return undefined
  return first.actor
}

/** A place behind the preposition that says where. */
function isWhere({ tokens, names }: Scene, i: number): boolean {
  if (names.get(i)!.actor.kind !== 'place') return false
  let k = i - 1
  while (k > 0 && (names.get(k) === names.get(i) || tokens[k]!.tag === 'DT')) k--
  return /^(?:in|at|near|from|of|to)$/.test(tokens[k]?.form ?? '')
}

/** `Ford said total sales improved`: whose a bare result is, the one that reports it. */
export function reporterOf(
  scene: Scene,
  measure: Measure | undefined,
  governor: Governor | undefined,
): LinkedActor | undefined {
  if (governor?.kind !== 'verb' || !measure || measure.of || measure.actor || measure.phrase.owner !== undefined)
    return undefined
  const { tokens, names, tree } = scene
  if (!/^(?:sale|revenue|turnover|profit|loss|income|earning|order|growth)$/.test(measure.head)) return undefined
  // `revenues from drug trade`: whoever has them
  if (tokens[measure.phrase.last + 1]?.form === 'from') return undefined
  const growth = measure.head === 'growth'
  if (growth && !/^(?:sales|revenue|profit|earnings)$/.test(tokens[measure.phrase.last - 1]?.form ?? ''))
    return undefined
  for (let i = measure.phrase.first; i < measure.phrase.last - (growth ? 1 : 0); i++)
    if (
      !/^(?:net|operating|quarterly|annual|pre|tax|-|total|group|gross|comparable|same|store|like|for|organic)$/.test(
        tokens[i]!.form,
      )
    )
      return undefined
  const lead = measure.phrase.start - (tokens[measure.phrase.start - 1]?.form === 'that' ? 2 : 1)
  const above = ancestorsOf(tree, tree.tokens[governor.token.index]!).filter(isVerb).slice(0, 2)
  for (const verb of [...(tokens[lead] ? [tokens[lead]] : []), governor.token, ...above]) {
    if (
      !/^(?:said|says|reported|announced|reports|announces|sees|expects|expected|expecting|projects|projecting|forecasting|posted|guided)$/.test(
        verb.form,
      )
    )
      continue
    const speaker = findSubject(scene, verb)
    const name =
      speaker && !/^(?:daily|newspaper|newswire|agency|website|magazine|channel|weekly)$/.test(speaker.token.form)
        ? names.get(speaker.token.index)
        : undefined
    // who counts what others do
    const counts =
      /\b(?:Office|Bureau|Agency|Ministry|Statistics|Association|Federation|Institute|Commission|Department|Council|Bank|Research|Times|Post|News|Press)\b/
    return name?.actor.kind === 'organization' && !counts.test(name.actor.name) ? name.actor : undefined
  }
  return undefined
}

const expecting =
  /^(?:expect|forecast|predict|project|estimate|anticipate|foresee|report|admit|acknowledge|disclose|claim)$/

/** Who expects or reports a figure without any words of theirs (`analysts had forecast losses of $6bn`): the subject of that verb. */
export function findForecaster(scene: Scene, governor: Governor | undefined): Span | undefined {
  if (governor?.kind !== 'verb') return undefined
  // of `to be 5%` the copula hangs on the figure
  const above = ancestorsOf(scene.tree, governor.token).slice(0, hasLabel(governor.token, 'cop') ? 3 : 2)
  for (const each of [governor.token, ...above]) {
    const token = scene.tokens[each.index]
    if (!token || !isVerb(token)) continue
    const lemma = lemmaOfVerb(token.form)
    if (!expecting.test(lemma) && !seesAhead(token, governor)) continue
    // `the number of people claiming benefits rose`: nobody's claim
    if (token.tag === 'VBG' && !childOf(scene.tree, token, 'aux')) {
      const doer = besideWith(scene, token.index)
      if (doer) return doer
      continue
    }
    if (token.index === governor.token.index && /^(?:report|admit|acknowledge|disclose|claim)$/.test(lemma))
      return undefined
    if (
      childOf(scene.tree, token, 'aux:pass', 'nsubj:pass') ||
      (token.tag === 'VBN' && !childOf(scene.tree, token, 'aux'))
    )
      return undefined
    const subject = findSubject(scene, token)
    if (!subject || /^(?:PRP|DT|EX|WP|WDT)/.test(subject.token.tag)) return undefined
    const start = scene.tokens[subject.phrase?.first ?? subject.token.index]!.start
    return { start, end: subject.token.end }
  }
  return undefined
}

/** `with analysts expecting 4%`: who expects it. */
function besideWith(scene: Scene, verb: number): Span | undefined {
  const near = phraseBefore(scene, verb - 1)
  const phrase = near && outermost(scene, near)
  if (!phrase || scene.tokens[phrase.start - 1]?.form !== 'with') return undefined
  return { start: scene.tokens[phrase.first]!.start, end: scene.tokens[phrase.last]!.end }
}

/** `sees growth of 2%`: what is expected. */
const seesAhead = ({ form, tag }: SyntaxToken, { preposition }: Governor): boolean =>
  form === 'sees' && tag === 'VBZ' && preposition === 'of'

/** Whether a relative pronoun stands behind a common noun. */
function isOfNoun({ tokens, names }: Scene, who: number): boolean {
  let i = who - 1
  while (i > 0 && /^(?:,|–|—|--)$/.test(tokens[i]!.form)) i--
  return /^NNS?$/.test(tokens[i]?.tag ?? '') && !names.has(i)
}

/** Whether nothing but an article or a time with its comma stands before a name: `In May, `, `As of October, the `. */
const isAtStart = (before: string): boolean =>
  before.length < 5 ||
  (before.length < 48 &&
    /^(?:In|On|As\sof|At|By|For|During|Last|Earlier|Meanwhile|However|But|Also|Since)(?!\p{L})[^,.;“”"]*,\s(?:the\s)?$/u.test(
      before,
    ))
