import type { Span } from '../../model/segment.ts'
import { hasTag, isCommonWord, tagsOf } from '../../text/lexicon.ts'

// Finds the noun phrase that names who speaks, right before or right behind a reporting verb.

const pronoun = /(?<![\p{L}’'])(?:he|she|they|it|we|i|who|you)$/iu
const filler =
  /(?:^|[\s,])(?:(?:has|have|had|having|also|later|then|now|once|again|previously|recently|earlier|reportedly|[\p{Ll}]+ly|would|will|could|can|may|might|did|does|do|not|never|always|often|already|still|just|even|both|repeatedly|further|instead|is|was|were|are|been|being)|(?:on|last|this)\s+(?:\p{Lu}[\p{Ll}]+day|week|month|year)|in\s+(?:a|an|the|his|her|its|their)\s+(?:[\p{L}-]+\s){0,2}(?:statement|interview|speech|letter|tweet|post|report|email|e-mail|blog))$/u
const boundary =
  /[;:—–“”"()]|\s-\s|(?<![\p{L}’'])(?:and|but|while|(?<!such )as|when|that|because|if|although|though|which|where|since|after|before|until|whether|or|nor|yet|so|than|whilst|whereas)(?![\p{L}’'])/giu

/** How far from its verb, in code units, a subject may begin or end. */
const furthest = 400

/** The subject whose verb begins at `cue`, looking no further back than `clause`; null when none stands there (a coordinated verb, a noun). */
export function findSubjectBefore(text: string, clause: number, cue: number): Span | null {
  const from = Math.max(clause, cue - furthest)
  let end = trimEnd(text, from, cue)
  // `The mayor (pictured) said`
  const aside = /\s(?:\([^()]{1,60}\),?|[—–-]{1,2}\s[^—–()“”".;:]{2,80}\s[—–-]{1,2})$/.exec(
    text.slice(Math.max(from, end - 90), end),
  )
  if (aside) end -= aside[0].length
  for (let match = filler.exec(text.slice(from, end)); match; match = filler.exec(text.slice(from, end)))
    end = trimEnd(text, from, from + match.index)
  let segment = text.slice(from, end)
  const spoken = pronoun.exec(segment)
  // `Devocht, who had told him`: the name before the pronoun says more than the pronoun
  if (spoken && /^who$/i.test(spoken[0])) {
    const named = trimEnd(text, from, from + spoken.index)
    const antecedent = text[named - 1] === ',' ? antecedentAtEnd(text, from, named - 1) : null
    if (antecedent) return antecedent
  }
  if (spoken) return { start: from + spoken.index, end }
  // `Hugh Hill, a doctor, said`; `Hill, who leads the team, said`: step over what the commas enclose
  if (segment.endsWith(',')) {
    const open = openingComma(segment)
    if (open < 0) return null
    end = trimEnd(text, from, from + open)
    segment = text.slice(from, end)
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
      if (/\p{L}$/u.test(segment.slice(0, at).trim()) && inner.length < 160) return at
    }
  }
  return -1
}

/** The noun phrase that ends at `end`: a name with its title, or a determiner and what follows it. */
function phraseAtEnd(text: string, from: number, end: number): Span | null {
  const segment = text.slice(from, end)
  let start = 0
  for (const match of segment.matchAll(boundary)) {
    const word = match[0].trim()
    const inName =
      /^(?:and|or)$/i.test(word) &&
      /\p{Lu}[\p{L}’'.-]*\s$/u.test(segment.slice(0, match.index)) &&
      /^\s(?:the\s)?\p{Lu}/u.test(segment.slice(match.index + match[0].length))
    if (!inName || /,/.test(segment.slice(match.index))) start = match.index + match[0].length
  }
  const comma = segment.lastIndexOf(',')
  if (comma >= start) start = comma + 1
  let phrase = segment.slice(start)
  // `with one of them saying`: the preposition is no part of who says it
  const lead = /^\s*(?:with\s+)?/.exec(phrase)![0].length
  phrase = phrase.slice(lead)
  start += lead
  phrase = phrase.trim()
  if (!phrase) return null
  const name =
    /(?:\p{Lu}[\p{L}\p{M}.’'-]*(?:\s+(?:of|for|the|de|van|von|bin|al|and|&)(?=\s+(?:the\s+)?\p{Lu}))*(?:\s+the(?=\s\p{Lu}))?\s+)*\p{Lu}[\p{L}\p{M}\d’'-]*(?:\.\p{Ll}{2,4})?\.?(?:\s(?:Jr|Sr)\.)?$/u.exec(
      phrase,
    )
  // anything but a bare name begins at its determiner, number or plural noun
  const words = [...phrase.matchAll(/[\p{L}\p{N}’'.-]+/gu)]
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
    words.length <= 4 &&
    /^[\p{L}]/u.test(last) &&
    (hasTag(last, 'Plural', 'Actor') || /s$/.test(last)) &&
    !hasTag(words[0]![0], 'Preposition', 'Gerund', 'Adverb')
  )
    return { start: from + start + words[0]!.index, end }
  return null
}

/** Who speaks without an article: `state television`, `police sources`. */
const bodies =
  /(?:state|local|national|foreign|domestic|public|official|military|army|police|government|company|court|hospital|industry|bank|union|party|city|council|security|health|defence|defense|intelligence|diplomatic|medical)\s(?:media|television|tv|radio|sources|records|documents|prosecutors|broadcasters?|newspapers?)$/u

const stop =
  /[,.;:!?“”"()—–\n]|\s(?:who|which|when|while|as|after|before|during|because|but|and\s+(?:that|\p{Ll}+ed)|in\s+(?:a|an|the|his|her|their)\s+(?:[\p{L}-]+\s)?(?:statement|interview|speech|letter|tweet|post|report|email|call|release|briefing|conference)|on\s+(?:\p{Lu}[\p{Ll}]+day|Twitter|Facebook)|\p{Lu}[\p{Ll}]+day|last|this|yesterday|today|earlier|later|at\s+(?:a|an|the)|to\s+(?:reporters|the|a)|of\s+(?:his|her|their|the\s+(?:decision|move|incident|attack)))(?![\p{L}])/u

/** The subject behind an inverted verb (`said Ann Wu, who`); null when the words there begin a clause instead. */
export function findSubjectBehind(text: string, from: number, limit: number, according = false): Span | null {
  const rest = text.slice(from, Math.min(limit, from + furthest))
  const lead = /^\s+/.exec(rest)?.[0].length ?? 0
  if (lead === 0) return null
  const cut = stop.exec(
    rest
      .slice(lead)
      .replace(
        /(?<=(?:^|\s)(?:(?:\p{Lu}\.)?\p{Lu}|Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Lt|Col|Sgt|Capt|Maj|Cmdr|Brig|Adm|Cpl|Insp|Supt|Hon|St|Jr|Rev))\./gu,
        '\u0001',
      ),
  )
  const whole = rest.slice(lead, cut ? lead + cut.index : undefined).trimEnd()
  if (!whole || whole.length > 120) return null
  // `a study published by`, `data released on`: the participle says where from
  const origin = participle.exec(whole)
  // `said Ana Ruiz of the plan`, `said Ben Ode defiantly`
  const person = beyondName.exec(whole)
  const phrase = whole.slice(0, origin ? origin.index : person ? person[0].length : undefined).trimEnd()
  const words = phrase.match(/[\p{L}\p{N}’'.-]+/gu) ?? []
  if (/^(?:he|she|they|it|we|i|you)$/i.test(phrase)) return { start: from + lead, end: from + lead + phrase.length }
  const first = words[0] ?? ''
  const name = /^\p{Lu}/u.test(first)
  const noun =
    /^(?:the|a|an|his|her|their|its|one|two|three|several|some|another|many|officials|police|sources|researchers|scientists|experts|critics|analysts)$/i.test(
      first,
    ) ||
    hasTag(first, 'Actor', 'Plural') ||
    (according &&
      /^\p{Ll}{3,}$/u.test(first) &&
      !hasTag(first, 'Preposition', 'Gerund', 'Verb', 'Conjunction', 'Adverb'))
  // `added young Ben Ode`, `countered 34-year-old Grace Banda`, `laughed an exhausted Tom Hale`, `snapped fellow driver Omar Bell`
  const led = name || (noun && !/^(?:an?|his|her|our|my)\s/.test(phrase)) ? null : readLed(phrase)
  if (led) return { start: from + lead + led.start, end: from + lead + led.end }
  const role =
    /^,\s+\p{Lu}/u.test(rest.slice(lead + phrase.length)) && hasTag(words.at(-1)!, 'Actor', 'Adjective', 'Singular')
  if (!name && !noun && !role) return null
  if (
    words
      .slice(1)
      .some((word) => /^\p{Ll}/u.test(word) && hasTag(word, 'Copula', 'Modal', 'PastTense') && !isCommonNoun(word))
  ) {
    // `according to Rathbun the property was returned`: a clause goes on behind the name
    const only =
      /^(?:the\s+)?\p{Lu}[\p{L}\p{M}.’'-]*(?:\s+\p{Lu}[\p{L}\p{M}.’'-]*){0,4}(?=\s+(?:the|a|an|his|her|their|its|he|she|they|it|there|this|that|these|over|more|about|some|at|\d|\p{Ll}))/u.exec(
        phrase,
      )
    return only ? { start: from + lead, end: from + lead + only[0].length } : null
  }
  // `relations expert, Niva Yau,`: the name behind a role says more than the role
  const named = nameBehind.exec(rest.slice(lead + phrase.length))
  const titled = /^(?:the|a|an|its|his|her|their|our)\s/i.test(phrase) && /(?:^|\s)\p{Ll}{3,}(?:\s|$)/u.test(phrase)
  if (named && (!/^\p{Lu}/u.test(words.at(-1)!) || titled)) {
    const start = from + lead + phrase.length + named[0].length - named.groups!.name!.length
    return { start, end: start + named.groups!.name!.length }
  }
  return { start: from + lead, end: from + lead + phrase.length }
}

const participle =
  /\s(?:published|released|obtained|seen|reviewed|compiled|issued|posted|filed|cited|provided|conducted|carried|led|commissioned|produced|written|sent|signed|prepared|gathered|collected|presented|quoted|dated|made|shared|leaked|shown|given|read|heard|viewed)(?![\p{L}])/u
const beyondName =
  /^(?:\p{Lu}[\p{L}\p{M}.’'-]*\s){1,6}(?=(?:of|about|regarding)\s(?:the|a|an|his|her|its|their|this|that|those|these)\s\p{Ll}|\p{Ll}+ly$)/u
const nameBehind =
  /^,\s+(?<name>\p{Lu}[\p{L}\p{M}’'-]*(?:\.(?=\s?\p{Lu}))?(?:\s?(?:(?:de|van|von|bin|al)\s+)?\p{Lu}[\p{L}\p{M}’'-]*(?:\.(?=\s?\p{Lu}))?){1,3})(?=[,;.]|$|\s(?:of|at|from|in|who|told)\s)/u

/** A name behind adjectives, an age or a role in small letters: where it stands in the phrase. */
function readLed(phrase: string): Span | null {
  const lead = /^(?:(?:an?|his|her|our|my)\s)?(?:(?:\d{1,3}-year-old|[\p{Ll}][\p{Ll}’'-]*)\s){1,5}(?=\p{Lu})/u.exec(
    phrase,
  )
  // a body's name (`the blue Ford`) is no person
  if (!lead || /^(?:the|its|their)\s/.test(lead[0]) || joint.test(lead[0])) return null
  const name = /^\p{Lu}[\p{L}\p{M}.’'-]*(?:\s(?:(?:de|van|von|bin|al|der|la)\s)?\p{Lu}[\p{L}\p{M}.’'-]*){0,4}/u.exec(
    phrase.slice(lead[0].length),
  )
  return name ? { start: lead[0].length, end: lead[0].length + name[0].length } : null
}
const joint = /(?:^|\s)(?:of|at|for|in|from|with|by|to|on|and|or|that|as|he|she|they|it|we)\s/u

const isCommonNoun = (word: string) => isCommonWord(word) && (tagsOf(word).has('Singular') || tagsOf(word).has('Noun'))

function trimEnd(text: string, from: number, end: number): number {
  while (end > from && /\s/.test(text[end - 1]!)) end--
  return end
}
