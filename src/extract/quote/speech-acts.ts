import type { Span } from '../../model/segment.ts'
import { hasTag } from '../../text/lexicon.ts'
import type { Cue } from './cues.ts'

// What is reported without a clause: promises (`vowed to fight on`), requests (`urged voters to stay`), verdicts (`accused him of lying`,
// `called the law a disaster`), denials and warnings. Searle's commissives, directives and assertives as PARC 3.0 and PolNeAR annotate them.

const verb = (source: string) => new RegExp(`^(?:${source})$`, 'i')
const promising = verb(
  'promis(?:es?|ed|ing)|vow(?:s|ed|ing)?|pledg(?:es?|ed|ing)|threaten(?:s|ed|ing)?|offer(?:s|ed|ing)?|swears?|swore|claim(?:s|ed|ing)?|propos(?:es?|ed|ing)',
)
const requesting = verb(
  'urg(?:es?|ed|ing)|ask(?:s|ed|ing)?|tells?|told|telling|advis(?:es?|ed|ing)|warn(?:s|ed|ing)?|order(?:s|ed|ing)?|encourag(?:es?|ed|ing)|begs?|begged|implor(?:es?|ed|ing)|instruct(?:s|ed|ing)?|invit(?:es?|ed|ing)|remind(?:s|ed|ing)?|call(?:s|ed|ing)?',
)
const judgingVerbs: readonly (readonly [RegExp, string])[] = [
  [verb('accus(?:es?|ed|ing)'), 'of'],
  [verb('blam(?:es?|ed|ing)'), 'for|on'],
  [
    verb(
      'criticiz(?:es?|ed|ing)|criticis(?:es?|ed|ing)|prais(?:es?|ed|ing)|condemn(?:s|ed|ing)?|denounc(?:es?|ed|ing)|thank(?:s|ed|ing)?|mock(?:s|ed|ing)?|blast(?:s|ed|ing)?|slam(?:s|med|ming)?|chid(?:es?|ed|ing)|faults?|faulted',
    ),
    'for|as|over',
  ],
  [
    verb(
      'describ(?:es?|ed|ing)|characteri[sz](?:es?|ed|ing)|hail(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|cit(?:es?|ed|ing)|denounc(?:es?|ed|ing)|portray(?:s|ed|ing)?',
    ),
    'as',
  ],
]
const namingVerb = verb(
  'call(?:s|ed|ing)?|dub(?:s|bed|bing)?|label(?:s|led|ed|ling|ing)?|brand(?:s|ed|ing)?|term(?:s|ed|ing)?',
)
const denying = verb('den(?:y|ies|ied|ying)')
const warning = verb('warn(?:s|ed|ing)?|caution(?:s|ed|ing)?|complain(?:s|ed|ing)?')

const person = 'him|her|it|them|us|me|himself|herself|themselves|you|people|voters|lawmakers|reporters'
const word = "[\\p{L}\\p{N}][\\p{L}\\p{N}’'.&-]*"
/** A short noun phrase without a verb in it: what a request or verdict is about. */
const object = `(?<object>(?:${person})|${word}(?:\\s+${word}){0,8}?)`

const request = new RegExp(`^${object}\\s+(?:not\\s+)?to\\s+\\p{Ll}`, 'u')
const judging = judgingVerbs.map(
  ([verdict, preposition]) => [verdict, new RegExp(`^${object}\\s+(?:${preposition})\\s+\\S`, 'u')] as const,
)
const naming = new RegExp(
  `^(?<object>${person}|(?:the|his|her|its|their|this|that|${word}[’']s)(?:\\s+${word}){1,6}?|\\p{Lu}${word}(?:\\s+\\p{Lu}${word}){0,3})\\s+(?:an?|the\\s+(?:best|worst|most|least|only))\\s`,
  'u',
)

/** The content of a speech act whose verb ends at `from`; null for other constructions. `limit` is the end of its clause. */
export function readSpeechAct(text: string, cue: Cue, limit: number): Span | null {
  const spoken = text.slice(cue.start, cue.end)
  const rest = text.slice(cue.end, limit)
  const from = (offset: number): Span => ({ start: cue.end + offset, end: limit })
  const lead = /^\s+/.exec(rest)?.[0].length ?? 0
  if (lead === 0) return null
  // `does not claim to belong`, `never promised`: no words were said
  if (
    /(?<![\p{L}])(?:not|never|nor|cannot|[\p{L}]+n[’']t)\s+(?:[\p{Ll}]+ly\s+)?$/u.test(
      text.slice(Math.max(0, cue.start - 30), cue.start),
    )
  )
    return null
  if (promising.test(spoken) && /^\s+(?:(?:not|never)\s+)?to\s+\p{Ll}/u.test(rest)) return from(lead)
  if (requesting.test(spoken)) {
    const call = /^call/i.test(spoken)
    const on = call ? /^\s+(?:up)?on\s+/.exec(rest)?.[0].length : lead
    if (on !== undefined) {
      const asked = request.exec(rest.slice(on))
      if (asked && isNounPhrase(asked.groups!.object!)) return from(on)
    }
    const wish = call ? /^\s+for\s+(?=(?:a|an|the|his|her|its|their|more|new|an?\s|\p{Ll}))/u.exec(rest) : null
    if (wish) return from(wish[0].length)
  }
  for (const [verdict, form] of judging) {
    if (!verdict.test(spoken)) continue
    const judged = form.exec(rest.slice(lead))
    if (judged && isNounPhrase(judged.groups!.object!)) return from(lead)
  }
  if (namingVerb.test(spoken)) {
    const named = naming.exec(rest.slice(lead))
    if (named && isNounPhrase(named.groups!.object!)) return from(lead)
  }
  if (
    denying.test(spoken) &&
    /^\s+(?:\p{Ll}+ing\s|(?:the|any|all|these|those|such|his|her)\s(?:\p{Ll}+\s){0,2}?(?:allegation|accusation|claim|report|charge|link|involvement|wrongdoing|knowledge|suggestion|rumou?r|collusion)|wrongdoing|involvement|allegations|reports)/u.test(
      rest,
    )
  )
    return from(lead)
  const danger = warning.test(spoken) ? /^\s+(?:of|against|about)\s+(?=\S)/.exec(rest) : null
  return danger ? from(danger[0].length) : null
}

const isNounPhrase = (words: string) =>
  !/^(?:of|for|to|in|on|at|with|by|from|about|against|out|up|off|over|again)(?:\s|$)/i.test(words) &&
  !words.split(/\s+/).some(
    (each, i, all) =>
      (i > 0 && hasTag(each, 'Copula', 'Modal', 'Auxiliary')) ||
      // a second noun phrase begins: `told reporters his government aims to ...` is a clause
      (i > 0 &&
        /^(?:the|an?|his|her|their|its|he|she|it|they|we)$/i.test(each) &&
        !/^(?:of|and|for|in|at|with)$/.test(all[i - 1]!)) ||
      (/^(?:that|whether|if|how|why|what|when|where|who|because|as|to|and|but)$/i.test(each) && each !== 'and'),
  )
