import { behindMark, firstFrom, type Quotation, type SegmentedText, type Span, spanAt } from '../../model/segment.ts'

const name = "\\p{Lu}[\\p{L}\\p{M}.’'-]*(?:\\s(?:(?:de|van|von|bin|al)\\s)?\\p{Lu}[\\p{L}\\p{M}.’'-]*){0,4}"
const phrase = `(?:${name}|(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Tt]heir)\\s(?:[\\p{L}’'-]+\\s){0,4}[\\p{L}’'-]+)`
const speaking = new RegExp(
  `^\\s*(?<subject>${phrase})(?:,\\s(?<apposition>[^,.;:“”"\\n]{2,80}),)?\\s(?:(?:was|were|is)\\s(?:\\p{Ll}+ly\\s)?(?:speaking|talking|responding|reacting|replying|testifying|commenting|giving\\sevidence)(?=\\s(?:outside|at|in|to|on|after|before|during|from|as|ahead|following|via|under)\\s)|(?:made|makes|issued|gave)\\s(?:the|his|her|their)\\s(?:comments?|remarks?|claims?|statement|announcement|appeal|plea|warning|assessment|verdict|prediction|admission))(?![\\p{L}])`,
  'u',
)
const bare = new RegExp(`^${name}$`, 'u')
const said = new RegExp(
  `^\\s*So\\s(?:said|says|wrote|writes|argued|declared|spoke)\\s(?<subject>${phrase})(?=[,.;:]|\\s(?:in|on|at|after|before|when|as|last|this|yesterday)\\s)`,
  'u',
)

/**
 * Who the sentence behind a quotation without an attribution of its own names as speaking: `“I took nothing.” Victor Lang was speaking outside
 * court`; `So said Victor Lang`. It stands in the same paragraph or begins the next one.
 */
export function findNextSpeaker({ text, paragraphs }: SegmentedText, quotation: Quotation): Span | undefined {
  const from = behindMark(quotation)
  const paragraph = spanAt(paragraphs, quotation.parts.at(-1)!.start)
  if (!paragraph || !/[.!?…]$/.test(text.slice(quotation.start, quotation.end))) return undefined
  const next = paragraphs[firstFrom(paragraphs, paragraph.end)]
  const limit = /^\s*$/.test(text.slice(from, Math.max(from, paragraph.end))) ? next?.end : paragraph.end
  const rest = text.slice(from, Math.min(limit ?? from, from + 300))
  const found = speaking.exec(rest) ?? said.exec(rest)
  if (!found) return undefined
  const { subject, apposition } = found.groups as { subject: string; apposition?: string }
  // `The former treasurer, Victor Lang, was speaking`: the name says who
  const who = apposition && bare.test(apposition) && !bare.test(subject) ? apposition : subject
  const start = from + found[0].indexOf(who)
  return { start, end: start + who.length }
}
