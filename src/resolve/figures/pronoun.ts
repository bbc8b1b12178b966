import { firstFrom, type SegmentedText, spanAt } from '../../model/segment.ts'
import { ancestorsOf, hasLabel, type SyntaxToken } from '../../syntax/index.ts'
import { isBodyNoun } from '../../text/body-nouns.ts'
import { isReportingVerb } from '../../text/reporting.ts'
import type { Referrer } from '../attribute-quotes.ts'
import type { LinkedActor, PlacedMention } from '../link-actors.ts'
import { findSubject } from './find-subject.ts'
import { isNoun, isVerb, type Scene } from './scene.ts'

/** For `it` and `they`: the organisation or place that is a subject before it in the sentence, else the one that the sentence before begins with. */
export function antecedentOf(
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

/** Whether nothing but an article or a time with its comma stands before a name: `In May, `, `As of October, the `. */
const isAtStart = (before: string): boolean =>
  before.length < 5 ||
  (before.length < 48 &&
    /^(?:In|On|As\sof|At|By|For|During|Last|Earlier|Meanwhile|However|But|Also|Since)(?!\p{L})[^,.;“”"]*,\s(?:the\s)?$/u.test(
      before,
    ))
