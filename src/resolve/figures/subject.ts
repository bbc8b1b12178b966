import type { SegmentedText } from '../../model/segment.ts'
import type { SyntaxToken } from '../../syntax/index.ts'
import { isReportingVerb } from '../../text/reporting.ts'
import type { Referrer } from '../attribute-quotes.ts'
import type { LinkedActor, PlacedMention } from '../link-actors.ts'
import { findSubject, type Subject } from './find-subject.ts'
import { phraseFrom } from './noun-phrase.ts'
import { antecedentOf } from './pronoun.ts'
import { isNoun, isVerb, type Scene } from './scene.ts'

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
  if (/^(?:he|she|his|her)$/.test(token.form))
    return speakerOf(scene, token) ?? refer({ start: token.start, end: token.end })
  if (/^(?:him|who)$/.test(token.form)) return refer({ start: token.start, end: token.end })
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

/** Whether a relative pronoun stands behind a common noun. */
function isOfNoun({ tokens, names }: Scene, who: number): boolean {
  let i = who - 1
  while (i > 0 && /^(?:,|–|—|--)$/.test(tokens[i]!.form)) i--
  return /^NNS?$/.test(tokens[i]?.tag ?? '') && !names.has(i)
}
