import type { Span } from '../../model/segment.ts'
import { hasTag, isPastTense } from '../../text/lexicon.ts'

const opening =
  /^(?:(?:But|And|Then|So|Yet|Later|Still|Finally|Instead|Meanwhile|However|Afterwards?|(?:On|In|At|After|Before|During|Last|This|By|For|With|From)\s[^,.;:“”"]{1,60}),?\s+)?/u
const name = "\\p{Lu}[\\p{L}\\p{M}.’'-]*(?:\\s+(?:(?:of|de|van|von|bin|al|the)\\s+)?\\p{Lu}[\\p{L}\\p{M}.’'-]*){0,5}"
const subject = new RegExp(
  `^(?<subject>[Hh]e|[Ss]he|[Tt]hey|[Ww]e|I|${name}|(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|[Oo]ne|[Tt]wo|[Tt]hree|[Ss]everal|[Ss]ome|[Mm]any)\\s(?:[\\p{L}’'-]+\\s){0,4}?[\\p{L}’'-]+)(?:,\\s[^,.;:“”"]{2,80},)?\\s+(?:(?:also|then|later|never|\\p{Ll}+ly|would|will|could|has|had|have)\\s+){0,2}(?<verb>\\p{Ll}+)`,
  'u',
)

/**
 * The subject of the clause that a later verb shares (`He stood up and said`; `Schmidt shut him down, saying`): the noun phrase that the
 * clause begins with, if a finite verb follows it. `from` is where the sentence begins, `to` the later verb.
 */
export function findClauseSubject(text: string, from: number, to: number): Span | null {
  const before = text.slice(from, to)
  // the last clause: behind a comma and conjunction that has a subject of its own
  const starts = [
    0,
    ...[...before.matchAll(/[,;]\s(?:and|but|so|while)\s(?=\S)/g)].map((match) => match.index + match[0].length),
  ]
  for (const start of starts.reverse()) {
    const lead = opening.exec(before.slice(start))?.[0].length ?? 0
    for (const skip of lead > 0 ? [lead, 0] : [0]) {
      const found = subject.exec(before.slice(start + skip))
      if (!found) continue
      const { subject: words, verb } = found.groups as { subject: string; verb: string }
      if (!isPastTense(verb) && !hasTag(verb, 'PresentTense', 'Infinitive', 'Copula', 'Auxiliary')) continue
      const at = from + start + skip
      return { start: at, end: at + words.length }
    }
  }
  return null
}
