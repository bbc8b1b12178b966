import type { ActorMention } from '../../model/mention.ts'
import { spanAt } from '../../model/segment.ts'
import { findPlaceName } from '../../text/countries.ts'

/** `Center for European Policy Analysis (CEPA)`: the initials are a second name of what stands before the bracket, and of its kind. */
export function addAcronyms(text: string, mentions: readonly ActorMention[]): ActorMention[] {
  const acronyms = new Map<string, ActorMention>()
  const named = mentions.map((mention) => {
    const bracket = /^\s\((?:the\s+)?["“]?(?<acronym>[\p{Lu}][\p{L}\d&.-]{1,9})["”]?\)/u.exec(
      text.slice(mention.end, mention.end + 20),
    )
    const acronym = bracket?.groups?.acronym
    if (!acronym || !initialsMatch(mention.name, acronym) || findPlaceName(acronym)) return mention
    acronyms.set(acronym, mention)
    return { ...mention, acronym }
  })
  if (acronyms.size === 0) return named
  const known = named.map((mention) => {
    const full = acronyms.get(mention.name)
    return full && full !== mention ? { ...mention, kind: full.kind, confidence: full.confidence } : mention
  })
  const missing = [...text.matchAll(/(?<![\p{L}\p{N}])\p{Lu}[\p{L}\d&.-]{1,9}(?![\p{L}\p{N}])/gu)].flatMap(
    (match): ActorMention[] => {
      const full = acronyms.get(match[0])
      const end = match.index + match[0].length
      const before = spanAt(known, end - 1)
      if (!full || (before && before.start < end && match.index < before.end)) return []
      return [
        {
          type: 'actor',
          extractor: 'actor.acronym',
          confidence: full.confidence,
          start: match.index,
          end,
          nameStart: match.index,
          kind: full.kind,
          name: match[0],
        },
      ]
    },
  )
  return [...known, ...missing].sort((a, b) => a.start - b.start)
}

/** Do the capitals of a name, in order, give the acronym (small words may be skipped or counted)? */
function initialsMatch(name: string, acronym: string): boolean {
  const letters = acronym.replace(/[^\p{L}]/gu, '').toUpperCase()
  const words = name.split(/[\s-]+/)
  const capitals = words
    .filter((word) => /^\p{Lu}/u.test(word))
    .map((word) => word[0])
    .join('')
  const all = words.map((word) => word[0]!.toUpperCase()).join('')
  return (
    letters.length > 1 &&
    (capitals === letters ||
      all === letters ||
      (capitals[0] === letters[0] && capitals.startsWith(letters)) ||
      runsThrough(name.toUpperCase(), letters))
  )
}

/** `VW` for Volkswagen, `SIA` for Singapore Airlines, `Afreximbank` for the African Export-Import Bank: the letters stand in the name in their order, the first of them first. */
function runsThrough(name: string, letters: string): boolean {
  if (name[0] !== letters[0]) return false
  let at = 0
  for (const letter of name) if (letter === letters[at]) at++
  return at === letters.length
}
