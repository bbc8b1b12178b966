import type { Span } from '../../model/segment.ts'
import { hasTag, isPastTense, isPluralNoun, toSingular } from '../../text/lexicon.ts'
import { isRoleNoun } from '../actor/nouns.ts'
import { isSpeakerNoun } from './speaker.ts'

// Subjects with much between their noun and the verb of saying: appositions with commas of their own, prepositions, relative clauses, participles.

/**
 * `Dylan Nelson, a fellow at the Max Planck Institute in Munich, Germany, and co-author of the study, said`: a name that begins the clause, and
 * nothing but what he is up to the verb. Several commas leave no doubt that the first one opens it.
 */
export function findLeadingName(segment: string): Span | null {
  const found = named.exec(segment)
  if (!found) return titledName(segment)
  const rest = segment.slice(found[0].length)
  // two commas and more, and no clause between them
  if (!/,/.test(rest.replace(/,\s*$/, ''))) return titledName(segment)
  if (rest.length > 300 || /[:;“”"]/.test(rest)) return null
  if (rest.split(/[\s,]+/).some((word, i) => /^\p{Ll}/u.test(word) && isVerb(word, i))) return null
  const { name } = found.groups as { name: string }
  // `When Ms. Wu called, Mr. Hill, a lawyer, said`: a clause of its own stands first
  if (
    /^(?:When|While|As|If|After|Before|Since|Because|Though|Although|Once|Until|Whether|In|On|At|For|By|With|From|Like|Unlike|Despite)\s/.test(
      name,
    )
  )
    return null
  const start = found[0].indexOf(name) + (/^(?:But|And|Yet|So|Then|Still|Later)\s/.exec(name)?.[0].length ?? 0)
  return { start, end: found[0].indexOf(name) + name.length }
}

/** `John Sauven, a director at the charity said`, with the second comma forgotten: a name and the role behind it, and nothing else. */
function titledName(segment: string): Span | null {
  const found = unclosed.exec(segment)
  if (!found) return null
  const { name, role } = found.groups as { name: string; role: string }
  const words = role.split(/\s+/)
  if (words.some((word, i) => isVerb(word, i)) || !words.some((word) => isRoleNoun(toSingular(word.toLowerCase()))))
    return null
  const start = found[0].indexOf(name)
  return { start, end: start + name.length }
}

const unclosed =
  /^[\s,]*(?:(?:But|And|Yet|Still)\s)?(?<name>(?!(?:In|On|At|For|By|With|From|Last|This|Next|Near|Since|After|Before|During|Under|Like|As|The|When|While|If)\s)\p{Lu}[\p{L}\p{M}.’'-]*(?:\s(?:(?:de|van|von|bin|al|der|la)\s)?\p{Lu}[\p{L}\p{M}’'-]*\.?){1,4}),\s(?<role>(?:an?|the|former|chief|head|director|president|chair\p{Ll}*|senior|deputy|(?:\p{Lu}[\p{L}-]*\s)?\p{Lu}[\p{L}-]*[’']s)\s[^,:;“”"]{3,100})$/u

const named =
  /^[\s,]*(?:(?:[\p{Ll}][\p{L}-]*\s){0,5}|(?:But|And|Yet|Still|Meanwhile|However),?\s)(?<name>(?:(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Lt|Col|Sgt|Capt|Maj|Cmdr|Adm|Rev)\.?\s)?\p{Lu}[\p{L}\p{M}.’'-]*(?:\s(?:(?:de|van|von|bin|al|der|la)\s)?\p{Lu}[\p{L}\p{M}’'-]*\.?){1,4})(?:\s\([^()]{1,20}\))?,\s(?=(?:a|an|the|one|former|head|chief|director|president|professor|senior|deputy|who|whose|his|her|its|\p{Ll}+)\s)/u

/** A finite verb of its own: what stands behind `who` may have one. */
const isVerb = (word: string, i: number): boolean => i > 1 && hasTag(word, 'Copula', 'Modal', 'Auxiliary')

const headed =
  /(?:^|\s)(?<head>(?:(?:the|a|an|one|two|three|four|several|some|many|most|both|other|another|his|her|their|its|our|my|\d+|(?:\p{Lu}[\p{L}\p{M}.’'-]*\s){0,3}\p{Lu}[\p{L}\p{M}.’'-]*(?:[’']s|s[’']))\s(?:[\p{L}\d’'.-]+\s){0,4}?)(?<noun>\p{Ll}[\p{Ll}-]+))\s(?<link>of|at|for|from|with|in|to|on|by|who|that|published|released|conducted|commissioned|obtained|issued|posted|filed|taken|into|familiar|close|involved|briefed)\s/iu

const headedBySeveral =
  /^(?<head>(?:[\p{L}-]+\s){0,2}(?<noun>\p{L}\p{Ll}+s))\s(?<link>of|at|in|from|for|on|who|that|published|released|compiled|collected|gathered|obtained|reviewed|seen|familiar|close|involved|briefed)\s/u

/**
 * `The authors of the research published in the journal Nature`, `China’s ambassador to Britain`, `officials who spoke with the Post`: a noun for
 * somebody, and what is said of him. A relative clause or participle does not belong to the span, a preposition does.
 */
export function findHeadedPhrase(phrase: string): Span | null {
  const found = headed.exec(phrase) ?? headedBySeveral.exec(phrase)
  if (!found) return null
  const { head, noun, link } = found.groups as { head: string; noun: string; link: string }
  const figures = /^(?:figures|data|statistics|records|numbers|estimates)$/.test(noun)
  if (!figures && !isSpeakerNoun(noun.toLowerCase()) && !(isPluralNoun(noun) && hasTag(noun, 'Actor'))) return null
  const start = found.index + found[0].indexOf(head)
  const rest = phrase.slice(found.index + found[0].length)
  if (!rest || !/^(?:who|that)$/i.test(link)) {
    // the noun phrase goes on to the verb, and no other clause begins in it
    if (
      rest
        .split(/\s+/)
        .some(
          (word) =>
            hasTag(word, 'Copula', 'Modal', 'Auxiliary', 'Pronoun') || /^(?:sa(?:ys?|id)|told|tells?)$/.test(word),
        )
    )
      return null
    const cut = new RegExp(`\\s(?:${cutting.source})\\s`, 'iu').exec(phrase.slice(start))
    const end = cut ? start + cut.index : phrase.length
    // a name at the end is who it is: `the ambassador to Britain Liu Xiaming`
    return !cut &&
      /\s(?:to|of|for|from|at|in)\s(?:the\s)?(?:\p{Lu}\S*\s){2,}\p{Lu}\S*$/u.test(phrase) &&
      isRolePhrase(head)
      ? null
      : { start, end }
  }
  // `the aide who spoke with the Post said`, not `the aide who he said was`
  const [verb = ''] = rest.split(/\s+/)
  return isPastTense(verb) ||
    /^(?:have|has|do|does|\p{Ll}{3,}s)$/u.test(verb) ||
    hasTag(verb, 'PresentTense', 'Copula', 'Auxiliary', 'Modal')
    ? { start, end: start + head.length }
    : null
}

const cutting =
  /published|released|compiled|collected|gathered|reviewed|seen|taken|conducted|commissioned|obtained|issued|posted|filed|familiar|close|involved|briefed/
const isRolePhrase = (head: string) => /[’']s?\s/u.test(head)
