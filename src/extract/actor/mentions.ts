import type { ActorMention } from '../../model/mention.ts'
import type { SegmentedText } from '../../model/segment.ts'
import { type Candidate, type Classified, textOf } from './candidate.ts'
import { readRole } from './roles.ts'

/** Of a name whose kind only a sure neighbour in its list tells. */
export const agreedConfidence = 0.65

export function toMention(document: SegmentedText, candidate: Candidate, read: Classified): ActorMention {
  const { words, title, before, owner, office } = candidate
  const nameStart = words[0]!.start
  const start = title[0]?.start ?? nameStart
  const end = words.at(-1)!.end
  const person = read.kind === 'person'
  const around = person ? readRole(document.text, start, end) : {}
  const role =
    title.length && !title.every(({ text: word }) => /^(?:mr|mrs|ms|miss|mx|dr|sir|dame|madam)\.?$/i.test(word))
      ? textOf(title)
      : office
        ? textOf(office)
        : around.role
  const affiliation =
    read.affiliation ?? around.affiliation ?? (person && role ? (owner ?? before?.canonical) : undefined)
  return {
    type: 'actor',
    extractor: candidate.place ? 'actor.place' : 'actor.name',
    confidence: read.confidence,
    start,
    end,
    nameStart,
    kind: read.kind,
    name: textOf(words),
    ...(title.length && { title: textOf(title) }),
    ...(role && person && { role }),
    ...(affiliation && { affiliation }),
    ...(read.canonical && { canonical: read.canonical }),
    ...(read.derived && { derived: true }),
  }
}

/** `Reston, Herndon and Leesburg`: an unsure member of a list is of the kind of a sure one beside it. */
export function agreeInLists(text: string, mentions: readonly ActorMention[]): ActorMention[] {
  const joined = (left: ActorMention | undefined, right: ActorMention | undefined) =>
    left !== undefined && right !== undefined && /^(?:,|,? (?:and|or|&)|,) $/.test(text.slice(left.end, right.start))
  return mentions.map((mention, i) => {
    if (mention.confidence > 0.6 || mention.title) return mention
    const beside = [mentions[i - 1], mentions[i + 1]].filter((other, k) =>
      k === 0 ? joined(other, mention) : joined(mention, other),
    )
    const sure = beside.find((other) => other!.confidence >= 0.75 && !other!.derived && !other!.title)
    return sure ? { ...mention, kind: sure.kind, confidence: agreedConfidence } : mention
  })
}
