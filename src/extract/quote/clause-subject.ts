import type { Span } from '../../model/segment.ts'
import { hasTag, isPastTense } from '../../text/lexicon.ts'

const adverbial =
  '(?:On|In|At|After|Before|During|Last|This|By|For|With|From|Following|Throughout|Despite|Amid|Since|Upon|Under|Speaking|Asked|When|While|As)\\s'
/** What a sentence may begin with before its subject: up to a comma, or to a pronoun without one (`After his talk he returned`). */
const openings = [
  /^(?:But|And|Then|So|Yet|Later|Still|Finally|Instead|Meanwhile|However|Afterwards?),?\s+/u,
  new RegExp(`^(?:(?:But|And|Then|So|Yet),?\\s+)?${adverbial}[^,.;:“”"]{1,80},\\s+`, 'u'),
  new RegExp(
    `^${adverbial}[^,.;:“”"]{1,60}?\\s(?=(?:he|she|they|we|the\\s\\p{Ll}+)\\s\\p{Ll}+(?:ed|\\s(?:his|her|their|its|the|an?)\\s))`,
    'u',
  ),
]
const name = "\\p{Lu}[\\p{L}\\p{M}.’'-]*(?:\\s+(?:(?:of|de|van|von|bin|al|the)\\s+)?\\p{Lu}[\\p{L}\\p{M}.’'-]*){0,5}"
const subject = new RegExp(
  `^(?<subject>[Hh]e|[Ss]he|[Tt]hey|[Ww]e|I|(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|[Oo]ne|[Tt]wo|[Tt]hree|[Ss]everal|[Ss]ome|[Mm]any)\\s(?:[\\p{L}’'-]+\\s){0,4}?[\\p{L}’'-]+|${name})(?:,\\s[^,.;:“”"]{2,80},)?\\s+(?:(?:also|then|later|never|\\p{Ll}+ly|would|will|could|has|had|have)\\s+){0,2}(?<verb>\\p{Ll}+)`,
  'u',
)

/** Behind a verb that the word list has as an adjective or a noun: `shared her views`, `filed a motion`, `captures this`. */
const transitive =
  /^\s(?:the|an?|his|her|its|their|this|these|those|it|them|him|to|in|on|at|for|with|from|into|against|over|by|off|out|up|down|back|about|\p{Lu}[\p{L}’'.-]*)(?![\p{L}])/u

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
    const clause = before.slice(start)
    for (const skip of [...openings.map((opening) => opening.exec(clause)?.[0].length ?? 0).filter(Boolean), 0]) {
      const found = subject.exec(clause.slice(skip))
      if (!found) continue
      const { subject: words, verb } = found.groups as { subject: string; verb: string }
      const told =
        isPastTense(verb) ||
        hasTag(verb, 'PresentTense', 'Infinitive', 'Copula', 'Auxiliary') ||
        (/(?:ed|s)$/.test(verb) && transitive.test(clause.slice(skip + found[0].length)))
      if (!told) continue
      const at = from + start + skip
      return { start: at, end: at + words.length }
    }
  }
  return null
}
