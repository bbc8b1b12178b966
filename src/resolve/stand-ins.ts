import type { QuoteMention } from '../model/mention.ts'
import type { Span } from '../model/segment.ts'
import { isBodyNoun } from '../text/body-nouns.ts'
import { hasTag, isPluralNoun } from '../text/lexicon.ts'

/** How far, in code units, behind what somebody said `he said` may stand and still mean him. */
const furthest = 400

/**
 * Whom a pronoun means that says something right after somebody whom no name tells: `A spokesman said 3 had fled. He said 5 had stayed.` The
 * quotes that such a pronoun is the source of, each with the words for whoever spoke before it.
 */
export function findStandIns(quotes: readonly QuoteMention[], text: string): ReadonlyMap<QuoteMention, Span> {
  const found = new Map<QuoteMention, Span>()
  let last: { source: Span; end: number } | undefined
  const spoken = quotes.filter(({ source }) => source).sort((a, b) => a.source!.start - b.source!.start)
  for (const quote of spoken) {
    const { source, cue } = quote
    const words = text.slice(source!.start, source!.end).toLowerCase()
    const end = Math.max(quote.end, source!.end, cue?.end ?? 0)
    const near = last && source!.start >= last.source.end && source!.start - last.end < furthest
    if (!pronouns.test(words)) last = { source: source!, end }
    else if (last && near && agrees(words, text.slice(last.source.start, last.source.end))) {
      found.set(quote, last.source)
      last = { source: last.source, end }
    } else last = undefined
  }
  return found
}

const roles = /^(?:spokes\p{Ll}+|official|expert|analyst|leader|head|chief|president|minister|officer|witness)$/u
const pronouns = /^(?:he|she|it|they)$/

/** Can the pronoun stand for the noun phrase, which has no name as its head? */
function agrees(pronoun: string, phrase: string): boolean {
  const [head = ''] = /\p{Ll}+$/u.exec(phrase.replace(/\s(?:of|for|at|in|from|with|to|on)\s.*$/u, '')) ?? []
  if (!head) return false
  if (pronoun === 'they') return isPluralNoun(head) || /^(?:police|people)$/.test(head)
  if (pronoun === 'it') return isBodyNoun(head) || /^(?:report|study|survey|poll|statement|paper)$/.test(head)
  return roles.test(head) || (hasTag(head, 'Actor') && !isPluralNoun(head))
}
