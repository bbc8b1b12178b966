import type { Span } from '../../model/segment.ts'
import { hasTag, tagsOf } from '../../text/lexicon.ts'
import { isCommonWord } from '../../text/spelling.ts'

// The noun phrase that names who speaks, right behind a reporting verb.

/** How far from its verb, in code units, a subject may begin or end. */
export const furthest = 400

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
      )
      // `a study of 195,000 people`, `a May 3, 2021 report`
      .replace(/(?<=\d)[.,](?=\d|\s(?:19|20)\d\d\s)/g, '\u0001'),
  )
  // `a Wednesday editorial`: a day between an article and its noun ends nothing
  const dayed = cut && /^\s\p{Lu}\p{Ll}+day$/u.test(cut[0]) ? determined.exec(rest.slice(lead)) : null
  const joined = cut && according ? jointName.exec(rest.slice(lead)) : null
  const whole = (joined?.[0] ?? dayed?.[0] ?? rest.slice(lead, cut ? lead + cut.index : undefined)).trimEnd()
  if (!whole || whole.length > 120) return null
  // `a study published by`, `data released on`: the participle says where from
  const origin = participle.exec(whole)
  // `said Ana Ruiz of the plan`, `said Ben Ode defiantly`
  const person = beyondName.exec(whole)
  const phrase = whole.slice(0, origin ? origin.index : person ? person[0].length : undefined).trimEnd()
  const words = phrase.match(/[\p{L}\p{N}’'.-]+/gu) ?? []
  if (/^(?:he|she|they|it|we|i|you)$/i.test(phrase)) return { start: from + lead, end: from + lead + phrase.length }
  const first = words[0] ?? ''
  const name = /^\p{Ll}{0,3}\p{Lu}/u.test(first)
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
    // `said Clinton’s response was`: a clause, not who says it
    return only && according && !/[’']s?$/.test(only[0])
      ? { start: from + lead, end: from + lead + only[0].length }
      : null
  }
  // `said the case highlights that`: a clause, not who says it
  if (!according && /\s\p{Ll}+s\s(?:that|the|an?|his|her|its|their|how|why)(?:\s|$)/u.test(phrase)) return null
  // `relations expert, Niva Yau,`: the name behind a role says more than the role
  const named = nameBehind.exec(rest.slice(lead + phrase.length))
  const titled = /^(?:the|a|an|its|his|her|their|our)\s/i.test(phrase) && /(?:^|\s)\p{Ll}{3,}(?:\s|$)/u.test(phrase)
  if (named && (!/^\p{Lu}/u.test(words.at(-1)!) || titled)) {
    const start = from + lead + phrase.length + named[0].length - named.groups!.name!.length
    return { start, end: start + named.groups!.name!.length }
  }
  return { start: from + lead, end: from + lead + phrase.length }
}

/** `the Sports Integrity and Fair Play Commission`: a body's name that ends in the noun for what it is, with `and` in it. */
const jointName =
  /^the\s(?:\p{Lu}[\p{L}\p{M}’'-]*,?\s(?:(?:of|for|on)\s(?:the\s)?)?){1,5}and\s(?:\p{Lu}[\p{L}\p{M}’'-]*\s){0,4}(?:Commission|Index|Agency|Authority|Association|Council|Committee|Board|Institute|Institution|Department|Ministry|Service|Services|Office|Bureau|Administration|Society|Union|Federation|Fund|Bank|Group|Trust|Centre|Center|Foundation|Organi[sz]ation|Tribunal|Court|Inspectorate|Corporation|Company|Alliance|Coalition|Network|Journal|Review|Report|Survey|Police)(?![\p{L}])/u

const determined =
  /^(?:an?|the|his|her|its|their)\s\p{Lu}\p{Ll}+day\s\p{Ll}[\p{Ll}-]+(?:\s(?:in|of|from|by)\s(?:the\s|The\s)?\p{Lu}[\p{L}\p{M}’'-]*(?:\s\p{Lu}[\p{L}\p{M}’'-]*){0,3})?/u

const participle =
  /\s(?:published|released|obtained|seen|reviewed|compiled|issued|posted|filed|cited|provided|conducted|carried|led|commissioned|produced|written|sent|signed|prepared|gathered|collected|presented|quoted|dated|made|shared|leaked|shown|given|read|heard|viewed)(?![\p{L}])/u

const beyondName =
  /^(?:\p{Lu}[\p{L}\p{M}.’'-]*\s){1,6}(?=(?:of|about|regarding)\s(?:the|a|an|his|her|its|their|this|that|those|these)\s\p{Ll}|\p{Ll}+ly$)/u

const nameBehind =
  /^,\s+(?<name>\p{Lu}[\p{L}\p{M}’'-]*(?:\.(?=\s?\p{Lu}))?(?:\s?(?:(?:de|van|von|bin|al)\s+)?\p{Lu}[\p{L}\p{M}’'-]*(?:\.(?=\s?\p{Lu}))?){1,3})(?=[,;.]|$|\s(?:of|at|from|in|who|told)\s)/u

/** A name behind adjectives, an age or a role in small letters: where it stands in the phrase. */
function readLed(phrase: string): Span | null {
  const lead =
    /^(?:(?:an?|his|her|our|my)\s)?(?:(?:\d{1,3}-year-old|\d[\d/]*|[\p{Ll}][\p{Ll}’'-]*)\s){1,5}(?=\p{Lu})/u.exec(
      phrase,
    )
  // a body's name (`the blue Ford`) is no person
  if (!lead || /^(?:(?:the|its|their)\s|an?\s$)/.test(lead[0]) || joint.test(lead[0])) return null
  const name = /^\p{Lu}[\p{L}\p{M}.’'-]*(?:\s(?:(?:de|van|von|bin|al|der|la)\s)?\p{Lu}[\p{L}\p{M}.’'-]*){0,4}/u.exec(
    phrase.slice(lead[0].length),
  )
  return name && /^(?:$|\s(?:at|from|in|for|with)\s)/.test(phrase.slice(lead[0].length + name[0].length))
    ? { start: lead[0].length, end: lead[0].length + name[0].length }
    : null
}

const joint = /(?:^|\s)(?:of|at|for|in|from|with|by|to|on|and|or|that|as|he|she|they|it|we)\s/u

const isCommonNoun = (word: string) => isCommonWord(word) && (tagsOf(word).has('Singular') || tagsOf(word).has('Noun'))
