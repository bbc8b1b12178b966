import type { Span } from '../../model/segment.ts'
import { hasTag, isFirstName } from '../../text/lexicon.ts'
import { findHeadedPhrase, findLeadingName } from './long-subject.ts'
import { furthest } from './subject-behind.ts'

// Finds the noun phrase that names who speaks, right before or right behind a reporting verb.

const pronoun = /(?<![\p{L}’'])(?:he|she|they|it|we|i|who|you)$/iu

const filler =
  /(?:^|[\s,])(?:as\sof\s\p{Lu}\p{Ll}+day|(?:has|have|had|having|also|later|then|now|once|again|previously|recently|earlier|reportedly|(?<=\s(?:has|have|had)\s)(?:since|long)|(?!(?:fami|assemb|al|supp|monopo|anoma|f|bul|ral|tal|bel)ly(?![\p{L}]))[\p{Ll}]+ly|would|will|could|can|may|might|did|does|do|not|never|always|often|already|still|just|even|both|repeatedly|further|instead|is|was|were|are|been|being)|(?:on|last|this)\s+(?:\p{Lu}[\p{Ll}]+day(?:\s(?:morning|afternoon|evening|night))?|week|month|year)|(?:earlier|later)\s(?:this|that|last|in\sthe)\s\p{Ll}+|in\s(?:(?:early|mid|late)\s)?(?:January|February|March|April|May|June|July|August|September|October|November|December|\d{4})(?:\s\d{4})?|yesterday|today|in\s+(?:a|an|the|his|her|its|their)\s+(?:[\p{L}-]+\s){0,2}(?:statement|interview|speech|letter|tweet|post|report|email|e-mail|blog))$/u

const boundary =
  /[;:—–“”"()]|\s-\s|(?<![\p{L}’'])(?:and|but|while|(?<!such )as|when|that|said|says|because|if|although|though|which|where|since|after|before|until|whether|or|nor|yet|so|than|whilst|whereas)(?![\p{L}’'])/giu

/** The subject whose verb begins at `cue`, looking no further back than `clause`; null when none stands there (a coordinated verb, a noun). */
export function findSubjectBefore(text: string, clause: number, cue: number): Span | null {
  const from = Math.max(clause, cue - furthest)
  let end = trimEnd(text, from, cue)
  // `The mayor (pictured) said`, `The mayor (pictured) last week said`
  end = beforeAside(text, from, end)
  for (let match = filler.exec(text.slice(from, end)); match; match = filler.exec(text.slice(from, end)))
    end = beforeAside(text, from, trimEnd(text, from, from + match.index))
  let segment = text.slice(from, end)
  const spoken = pronoun.exec(segment)
  // `Devocht, who had told him`: the name before the pronoun says more than the pronoun
  if (spoken && /^who$/i.test(spoken[0])) {
    const named = trimEnd(text, from, from + spoken.index)
    const antecedent = antecedentAtEnd(text, from, text[named - 1] === ',' ? named - 1 : named)
    if (antecedent) return antecedent
  }
  if (spoken) return { start: from + spoken.index, end }
  // `Hugh Hill, a doctor, said`; `Hill, who leads the team, said`: step over what the commas enclose
  const leading = findLeadingName(segment)
  if (leading) return { start: from + leading.start, end: from + leading.end }
  if (segment.endsWith(',')) {
    const open = openingComma(segment)
    if (open < 0) return null
    // `The group that owns most of it, Big Machine, says`, `One pastor behind the bid, Dan Whiting of Grace Church, says`: the name says who,
    // the noun phrase before it what
    const inner = text.slice(from + open + 1, end - 1)
    end = trimEnd(text, from, from + open)
    segment = text.slice(from, end)
    const named = bareName.test(inner.trim()) ? inner.trim() : namedOf.exec(inner.trim())?.groups?.name
    if (
      named &&
      (/^\s*(?:The|A|An|Another|Its|His|Her|Their)\s.*\p{Ll}$/u.test(segment) ||
        /^\s*[Oo]ne\s.*\p{L}$/u.test(segment)) &&
      (!/\p{Lu}\S*$/u.test(segment) || /^\s*[Oo]ne\s.*\s\p{Ll}/u.test(segment))
    ) {
      const at = from + open + 1 + (inner.length - inner.trimStart().length)
      return { start: at, end: at + named.length }
    }
    // `Sen. Alan Pike, R-Ohio, speaking after the vote, said`
    const party = /,\s(?:[RDI]|Lab|Con|SNP|LD|ALP)-\p{Lu}[\p{L}.]*(?:\s\p{Lu}[\p{L}.]*)?$/u.exec(segment)
    if (party) {
      end -= party[0].length
      segment = text.slice(from, end)
    }
    // `Cynthia Thompson, curator and director at the university, Fayetteville, said`: a role between two names is no subject
    const outer =
      /^(?<name>.*\p{Lu}[\p{L}’'-]*),\s+(?:(?:a|an|the|his|her|its)\s+)?(?:\p{Ll}[\p{L}-]*\s+){1,6}(?:at|of|for|with|in)\s[^,]*$/u.exec(
        segment,
      )
    if (outer) {
      end = from + outer.groups!.name!.length
      segment = text.slice(from, end)
    }
  }
  return phraseAtEnd(text, from, end)
}

/** Without what stands in brackets or between dashes at its end. */
function beforeAside(text: string, from: number, end: number): number {
  const aside = /\s(?:\([^()]{1,60}\),?|[—–-]{1,2}\s[^—–()“”".;:]{2,80}\s[—–-]{1,2})$/.exec(
    text.slice(Math.max(from, end - 90), end),
  )
  return aside ? end - aside[0].length : end
}

const namedOf =
  /^(?<name>\p{Lu}[\p{L}\p{M}.’'-]*(?:\s(?:(?:de|van|von|bin|al)\s)?\p{Lu}[\p{L}\p{M}.’'-]*){1,3})\s(?:of|at|from|in|with)\s[^,]*$/u
const bareName =
  /^(?:\p{Lu}[\p{L}\p{M}.’'-]*|&|of|de|van|von|bin|al)(?:\s(?:\p{Lu}[\p{L}\p{M}.’'-]*|&|of|de|van|von|bin|al))*$/u

const memberOf =
  /^(?<name>(?<first>\p{Lu}[\p{L}\p{M}’'-]+)(?:\s(?:(?:de|van|von|bin|al)\s)?\p{Lu}[\p{L}\p{M}.’'-]*){1,3})\s(?:of|at|from|with|for)\s(?:the|an?|its|his|her)\s(?:\p{Ll}[\p{L}-]*\s){1,3}\p{Lu}[^,]*$/u
const nameRun = /(?:(?:\p{Lu}[\p{L}\p{M}.’'-]*|of|de|van|von|bin|al)\s+){0,8}\p{Lu}[\p{L}\p{M}.’'-]*$/u

/** What a relative clause hangs on: the name right before its comma. */
function antecedentAtEnd(text: string, from: number, end: number): Span | null {
  const before = text.slice(Math.max(from, end - 120), end)
  const run = nameRun.exec(before)
  if (!run) return null
  const lead = /^(?:(?:of|de|van|von|bin|al)\s+)+/u.exec(run[0])?.[0].length ?? 0
  return { start: end - run[0].length + lead, end }
}

/** Where the apposition that ends at the final comma began: the comma behind a name or a noun, with no clause in between. */
function openingComma(segment: string): number {
  let at = segment.length - 1
  for (let steps = 0; steps < 4; steps++) {
    at = segment.lastIndexOf(',', at - 1)
    if (at < 0) return -1
    const inner = segment.slice(at + 1, -1).trim()
    if (
      /^(?:who|which|whose|a|an|the|his|her|their|its|former|then|aged?\s|\d|one|head|chief|director|president|chair|spokes|professor|senior|deputy|minister|\p{Lu}[\p{L}.’'-]*[’']s?\s)/u.test(
        inner,
      ) ||
      (/^\p{Lu}/u.test(inner) && steps === 0) ||
      /^\p{Ll}/u.test(inner)
    ) {
      if (/(?:\p{L}|(?:Jr|Sr)\.|\))$/u.test(segment.slice(0, at).trim()) && inner.length < 160) return at
    }
  }
  return -1
}

/** The noun phrase that ends at `end`: a name with its title, or a determiner and what follows it. */
function phraseAtEnd(text: string, from: number, end: number): Span | null {
  // `the National Farm Council (NFC) figures`: short for the name, and part of it
  const segment = text.slice(from, end).replace(/(?<=\p{Lu}\S*\s)\((\p{Lu}{2,8})\)(?=\s\p{Ll})/gu, 'N$1N')
  let start = 0
  for (const match of segment.matchAll(boundary)) {
    const word = match[0].trim()
    const inName =
      /^(?:and|or)$/i.test(word) &&
      /\p{Lu}[\p{L}’'.-]*\s$/u.test(segment.slice(0, match.index)) &&
      /^\s(?:the\s)?\p{Lu}/u.test(segment.slice(match.index + match[0].length))
    if (!inName || /,/.test(segment.slice(match.index))) start = match.index + match[0].length
  }
  const comma = lastComma(segment)
  if (comma >= start) start = comma + 1
  let phrase = segment.slice(start)
  // `with one of them saying`: the preposition is no part of who says it
  const lead = /^\s*(?:with\s+)?/.exec(phrase)![0].length
  phrase = phrase.slice(lead)
  start += lead
  phrase = phrase.trim()
  if (!phrase) return null
  const share = oneInSeveral.exec(phrase)
  if (share) return { start: from + start + share.index, end }
  // `Ana Ruiz of the union Living Wage`: who says it, not where from
  const member = memberOf.exec(phrase)
  if (member && isFirstName(member.groups!.first!))
    return { start: from + start, end: from + start + member.groups!.name!.length }
  const headed = findHeadedPhrase(phrase)
  if (headed) return { start: from + start + headed.start, end: from + start + headed.end }
  const name =
    /(?:\p{Lu}[\p{L}\p{M}.’'-]*(?:\s+(?:of|for|the|de|van|von|bin|al|and|&)(?=\s+(?:the\s+)?\p{Lu}))*(?:\s+the(?=\s\p{Lu}))?\s+)*(?:(?<![\p{L}])\p{Ll}{1,3})?\p{Lu}[\p{L}\p{M}\d’'-]*(?:\.\p{Ll}{2,4})?\.?(?:\s(?:Jr|Sr)\.)?$/u.exec(
      phrase,
    )
  // anything but a bare name begins at its determiner, number or plural noun
  const words = [...phrase.matchAll(/(?:[\p{L}\p{N}’'.-]|(?<=\d),(?=\d))+/gu)]
  const determiner = words.findLast(
    (word, i) =>
      /^(?:the|a|an|his|her|their|its|our|my|one|two|three|four|several|some|many|most|other|another|both|local|senior|no|every|\d+)$/i.test(
        word[0],
      ) &&
      i >= words.length - 9 &&
      !/^(?:of|for|at|in|from|with|by|to|on)$/i.test(words[i - 1]?.[0] ?? ''),
  )
  if (
    name &&
    (!determiner || determiner.index > name.index || /[’']s$/.test(name[0]) || name.index <= determiner.index + 4)
  ) {
    const only = name[0]
    if (
      words.length === 1 &&
      hasTag(only, 'Preposition', 'Conjunction', 'Adverb', 'Pronoun', 'Determiner') &&
      !pronoun.test(only)
    )
      return null
    // `Economists at Nordea`: the head stands before the preposition
    const head = /(?:^|\s)((?:[\p{L}’'-]+\s+){0,3}[\p{L}-]+\s+(?:at|of|for|from|with|in|to|on)\s+(?:the\s+)?)$/u.exec(
      phrase.slice(0, name.index),
    )
    const noun = head && /([\p{L}-]+)\s+(?:at|of|for|from|with|in|to|on)\s/u.exec(head[1]!)?.[1]
    if (head && noun && (hasTag(noun, 'Plural', 'Actor') || /s$/.test(noun)))
      return { start: from + start + head.index + head[0].length - head[1]!.length, end }
    // `sites such as Gawker.com`: one of those who speak
    const kin = /(?:[\p{L}-]+\s){1,3}such\sas\s$/u.exec(phrase.slice(0, name.index))
    if (kin) return { start: from + start + kin.index, end }
    // lower-case role before the name belongs to it: `spokesman Ron Allan`
    return { start: from + start + name.index, end }
  }
  if (determiner) return { start: from + start + determiner.index, end }
  const body = bodies.exec(phrase)
  if (body) return { start: from + start + body.index, end }
  // `Cornyn's statement`, `PC World's recent analysis`
  const owned =
    /(?:\p{Lu}[\p{L}\p{M}.-]*\s)*\p{Lu}[\p{L}\p{M}.-]*[’']s?\s(?:[\p{L}-]+\s){0,3}\p{Ll}[\p{Ll}-]+(?:\s(?:of|for|on|in|by|from)\s(?:[\p{L}-]+\s){0,5}[\p{L}-]+)?$/u.exec(
      phrase,
    )
  if (owned) return { start: from + start + owned.index, end }
  const last = words.at(-1)?.[0] ?? ''
  if (
    (words.length <= 4 || named.test(phrase)) &&
    /^[\p{L}]/u.test(last) &&
    (hasTag(last, 'Plural', 'Actor') || /(?:s|^percent|^half|^many|^some|^most|^data|^media)$/i.test(last)) &&
    !hasTag(words[0]![0], 'Preposition', 'Gerund', 'Adverb')
  )
    return { start: from + start + words[0]!.index, end }
  return null
}

/** `Jefferson Parish and New Orleans officials`: a noun behind names. */
const named = /^(?:\p{Lu}[\p{L}\p{M}.’'-]*\s(?:(?:and|of|for|the|&)\s){0,2}){1,8}\p{Ll}[\p{Ll}-]+$/u

/** Not the one in `200,000 citizens`. */
function lastComma(segment: string): number {
  let at = segment.lastIndexOf(',')
  while (at > 0 && /\d,\d/.test(segment.slice(at - 1, at + 2))) at = segment.lastIndexOf(',', at - 1)
  return at
}

/** `six in 10`, `two out of three doctors`. */
const oneInSeveral =
  /(?<![\p{L}\p{N}])(?:(?:about|around|nearly|almost|only|just|some|roughly)\s)?(?:\d|one|two|three|four|five|six|seven|eight|nine)\s(?:in|out\sof)\s(?:\d+|two|three|four|five|six|seven|eight|nine|ten|twenty)(?:\s[\p{L}’'-]+){0,4}$/iu

/** Who speaks without an article: `state television`, `police sources`. */
const bodies =
  /(?:state|local|national|foreign|domestic|public|official|military|army|police|government|company|court|hospital|industry|bank|union|party|city|council|security|health|defence|defense|intelligence|diplomatic|medical)\s(?:media|television|tv|radio|sources|records|documents|prosecutors|broadcasters?|newspapers?)$/iu

function trimEnd(text: string, from: number, end: number): number {
  while (end > from && /\s/.test(text[end - 1]!)) end--
  return end
}
