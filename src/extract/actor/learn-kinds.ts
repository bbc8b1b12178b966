import type { ActorKind } from '../../model/actor.ts'
import { hasTag, isFirstName } from '../../text/lexicon.ts'
import { isCommonWord } from '../../text/spelling.ts'
import { type Candidate, type Classified, headOf, textOf } from './candidate.ts'
import type { Known } from './known.ts'

/** The surest kind of each name of several words, and the surnames (and first names) of persons. */
export function learn(
  read: readonly { candidate: Candidate; read: Classified | null }[],
): Pick<Known, 'persons' | 'kinds' | 'initials' | 'heads'> {
  const votes = new Map<string, Map<ActorKind, { weight: number; confidence: number }>>()
  const persons = new Set<string>()
  const companies = new Set<string>()
  const others = new Set<string>()
  const surnames = new Set<string>()
  const initials = new Set<string>()
  const heads = new Map<string, string | null>()
  for (const { candidate, read: result } of read) {
    if (!result || candidate.place) continue
    const name = textOf(candidate.words)
    if (result.kind !== 'person' && candidate.words.length > 2)
      initials.add(candidate.words.map(({ text }) => (/^\p{Lu}/u.test(text) ? text[0] : '')).join(''))
    if (candidate.shape === 'organization' && candidate.words.length > 1) {
      const head = headOf(candidate.words)
      heads.set(head, (heads.get(head) ?? name) === name ? name : null)
    }
    // `Apple Inc` tells what `Apple` is
    const short =
      candidate.words.length > 1 &&
      result.kind === 'organization' &&
      /^(?:Inc|Corp|Ltd|Co|Group|Holdings|plc|AG|SA)\.?$/.test(candidate.words.at(-1)!.text)
    if (short) {
      companies.add(textOf(candidate.words.slice(0, -1)))
      // `Lindholm said`, of Lindholm Realty Ltd
      const first = candidate.words[0]!.text
      if (!isFirstName(first) && !isCommonWord(first) && !hasTag(first, 'City', 'Region', 'Country', 'Demonym'))
        companies.add(first)
    }
    if (result.confidence >= (candidate.words.length > 1 ? 0.6 : 2)) {
      const own = votes.get(name) ?? votes.set(name, new Map()).get(name)!
      own.set(result.kind, {
        weight: (own.get(result.kind)?.weight ?? 0) + result.confidence,
        confidence: Math.max(own.get(result.kind)?.confidence ?? 0, result.confidence),
      })
    }
    if (result.kind === 'person' && result.confidence >= 0.7) {
      const last = candidate.words.at(-1)!.text
      // one word by itself proves nothing of its other mentions: bodies speak too
      if (candidate.words.length > 1 || candidate.title.length > 0) persons.add(last)
      if (candidate.words.length > 1) surnames.add(last)
      const given = candidate.words[0]!.text
      if (candidate.words.length > 1 && (isFirstName(given) || !isCommonWord(given))) persons.add(given)
    } else if (result.confidence >= 0.85) others.add(name)
  }
  for (const name of others) if (!surnames.has(name)) persons.delete(name)
  for (const name of companies) persons.delete(name)
  const kinds = new Map<string, { kind: ActorKind; confidence: number; sure?: boolean }>(
    [...votes].map(([name, own]) => {
      const [kind, { confidence }] = [...own].sort((a, b) => b[1].weight - a[1].weight)[0]!
      return [name, { kind, confidence }] as const
    }),
  )
  for (const name of companies) kinds.set(name, { kind: 'organization', confidence: 0.85, sure: true })
  return { persons, kinds, initials, heads: new Set([...heads].flatMap(([head, name]) => (name ? [head] : []))) }
}
