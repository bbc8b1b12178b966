import type { Span } from '../../model/segment.ts'
import { hasTag, isPastTense, isPluralNoun } from '../../text/lexicon.ts'
import { isReportingNoun } from '../../text/reporting.ts'
import { lacksThat } from './bare-clause.ts'
import { bounded, finite, hasFiniteVerb, startsClause, trimClause } from './clause.ts'
import type { Cue } from './cues.ts'
import { isShown } from './shown.ts'

/** `Rents rose, the office said last week; a flat costs $900`: the clause of the cue is over, and what was said stood before it. */
const over =
  /^\s*(?:(?:on|in|at|last|this|late|early|earlier|later|yesterday|today|\p{Lu}\p{Ll}+day)(?![\p{L}])(?:\s[\p{L}\d.’'-]+){0,4})?\s*;/u

/** The clause behind a cue: with `that`, or beginning with something that can be a subject and holding a finite verb. */
export function clauseBehind(text: string, cue: Cue, limit: number): Span | null {
  const rest = text.slice(cue.end, limit)
  const closing = over.exec(rest)?.[0]
  if (closing && !/\sthat\s/.test(closing) && !hasFiniteVerb(closing)) return null
  const gap = clauseWithGap(text, cue, limit)
  if (gap) return gap
  const that = /^(?:(?!\bthat\b)(?:[^.;:“”"]|[“"]\p{Lu}[^“”"]{1,40}[”"])){0,100}?\s*,?\s*\bthat\b(?=[\s,])/u.exec(rest)
  // `heard that warning`, `repeated that approach in May`: an object
  if (that && /^\s*that$/.test(that[0]) && isThatNoun(rest.slice(that[0].length), text.slice(cue.start, cue.end)))
    return null
  // `claimed, without evidence, that ...`
  const aside = that && /^,\s[^,]{3,50},\s+$/.test(that[0].slice(0, -4))
  if (aside) return trimClause(text, cue.end + that[0].length - 4, limit)
  if (that && skipsOnlyAdverbials(rest.slice(0, that[0].length - 4), text.slice(cue.start, cue.end)))
    return trimClause(text, cue.end + that[0].length - 4, limit)
  const asked = /^ask/i.test(text.slice(cue.start, cue.end)) ? whomAsked.exec(rest) : null
  const skipped =
    asked?.[0].length ??
    (told.test(text.slice(cue.start, cue.end)) ||
    /^\s*(?:on|last|this|in|late|early|\p{Lu}\p{Ll}+day|yesterday|today|earlier|to\s+reporters|,\s+citing\s)/u.test(
      rest,
    )
      ? (adverbial.exec(rest)?.[0].length ?? 0)
      : (/^\s*,?\s*/.exec(rest)?.[0].length ?? 0))
  const start = cue.end + skipped + (/^\s*/.exec(text.slice(cue.end + skipped, limit))?.[0].length ?? 0)
  const clause = text.slice(start, limit)
  const verb = text.slice(cue.start, cue.end)
  if (/^(?:whether|if|how|why|what|when|where|who)\b/.test(clause) && isNegated(text, cue)) return null
  // `will decide whether`: not yet said
  if (/^decide$/i.test(verb)) return null
  if (/^(?:whether|if|how|why|what|when|where|who|which)\b/.test(clause))
    return /^(?:ask|wonder|explain|know|understand|decide|describ|said|say|told|tell|reveal|learn|find)/i.test(verb)
      ? trimClause(text, start, limit)
      : null
  const shown = isShown(text, cue)
  // `It has revoked 6,000 visas, a spokesman said, two-thirds of them for crimes`: what follows only adds to the words before
  if (
    /^,/.test(rest) &&
    /,\s*$/.test(text.slice(Math.max(0, cue.source.start - 3), cue.source.start)) &&
    !hasFiniteVerb(` ${clause}`)
  )
    return null
  // `had written 14 novels`
  if (/^written$/i.test(verb)) return null
  // `vowed he and his crew would never quit`: a subject of its own and a verb beyond doubt
  const own = /^(?:he|she|they|it|we|I|there)[\s’']/u.test(clause) && finite.test(clause.slice(0, 80))
  const bare = cue.manner === 'stating' && !shown && !own && lacksThat(verb, clause)
  if (cue.manner === 'stating' && !shown && !own && !bare) return null
  // `said taking part costs nothing`
  const gerund = /^(?:said|says?)$/i.test(verb) && /^\p{Ll}{3,}ing\s/u.test(clause) && hasFiniteVerb(clause)
  if (!gerund && !startsClause(clause, cue.manner === 'saying' || shown || bare)) return null
  // `tells the story of a boy who ran`
  if (told.test(verb) && work.test(rest)) return null
  // behind `said` nearly everything is a clause, whether or not its verb is known
  const plainly =
    (/^(?:said|says?)$/i.test(verb) ||
      (/^(?:claims?|claimed|argues?|insists?|alleges?)$/i.test(verb) && /^(?:\p{Lu}|the\s)/u.test(clause)) ||
      (/^(?:told|tells?)$/i.test(verb) && skipped > 1)) &&
    clause.split(/\s+/).length > 3
  if (!hasFiniteVerb(clause) && !plainly) return null
  // `added 4,000 jobs in March, ...`, `revealed a profit that rose`: an object, whatever is said of it
  if (
    !plainly &&
    !shown &&
    !bare &&
    (/^(?:\d|(?:an?|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\s)/i.test(clause) ||
      bounded.test(clause))
  ) {
    const object = /^.*?(?=,\s|\s(?:that|which|who)\s|\sand\s(?:have|has|had|are|were|is|was)\s|$)/su.exec(clause)![0]
    // `May` is a month; nor is the noun of a number a verb (`claimed 40 lives`)
    // `claimed 40 lives`: nor is the noun of a number a verb
    const verbal = object
      .replace(/\p{Lu}[\p{L}’'.-]*/gu, '-')
      .replace(/^((?:[\p{L}]+\s){0,3}\d[\d.,]*)\s\p{Ll}+s(?![\p{L}])/u, '$1 -')
    if (!hasFiniteVerb(verbal)) return null
  }
  // `expect the first cut` has an object, `expect they will cut` a clause
  if (
    cue.manner === 'thinking' &&
    !shown &&
    !finite.test(
      clause
        .split(/\s+/, 8)
        .join(' ')
        .split(/\s(?:who|whose|which|that)\s/)[0]!,
    ) &&
    !/^(?:he|she|they|it|we|i|there|\p{Lu}[\p{L}’']*)[\s’']/u.test(clause)
  )
    return null
  return trimClause(text, start, limit)
}

/** `did not say whether`, `would not explain why`, `declined to`: nothing was said. */
const isNegated = (text: string, { start }: Cue): boolean =>
  /(?:n[’']t|(?<![\p{L}])not|(?<![\p{L}])never|(?<![\p{L}])without)\s+(?:\p{Ll}+ly\s+)?$/u.test(
    text.slice(Math.max(0, start - 24), start),
  )

// What stands between a cue and its clause: when, where and how, and whom it was told (one, so that a clause may begin with a name).
const paper =
  'statement|interview|speech|letter|tweet|post|report|email|e-mail|release|conference|briefing|ruling|filing|memo|note|address|paper|study|article|Twitter|Facebook'
const month = 'January|February|March|April|May|June|July|August|September|October|November|December'
const subject = 'that|he|she|they|it|we|I|there|the|an?|his|her|their|its|this|these|some|many|most|at'
const when = [
  `(?:on|last|this|in|at|by|during|after|before|to|of|with)\\s+(?:[\\p{L}\\p{N}’'.-]+\\s+){0,5}?[\\p{L}\\p{N}’'.-]+(?=\\s*,?\\s*that\\b)`,
  '(?:on|last|this)\\s+\\p{Lu}\\p{Ll}+day',
  '(?:late\\s+|early\\s+)?\\p{Lu}\\p{Ll}+day(?:\\s+(?:morning|afternoon|evening|night))?',
  'yesterday|today|earlier|later|recently|publicly',
  `(?:in|on|at|via|during)\\s+(?:a|an|the|his|her|its|their)\\s+(?:[\\p{L}-]+\\s){0,3}(?:${paper})`,
  `in\\s+(?:${month}|\\d{4})`,
  '(?:this|last)\\s+(?:year|month|week|quarter|spring|summer|autumn|fall|winter)',
  'on\\s+(?:Twitter|Facebook|Instagram|Telegram|television|TV|radio)',
  'citing\\s[^,.;:“”"]{3,60}(?=,)',
].join('|')
const whom = [
  `(?:the|a|an|his|her|their|its)\\s+(?:[\\p{Ll}-]+\\s){0,2}[\\p{Ll}-]+(?=\\s+(?:${subject}|\\p{Lu}[\\p{L}.’'-]*)[\\s’'])`,
  `(?:\\p{Ll}{3,}\\s)?\\p{Ll}{3,}(?:rs|ts|ns|ds|es|ls)(?=\\s(?:${subject})[\\s’'])`,
  'reporters|journalists|lawmakers|investors|viewers|parliament|Congress|the\\s+court|the\\s+BBC|CNN|him|her|them|me|us',
  `(?:the\\s+)?\\p{Lu}[\\p{L}.’'-]+(?:\\s+(?:of\\s+)?\\p{Lu}[\\p{L}.’'-]+){0,4}`,
].join('|')
const adverbial = new RegExp(
  `^(?:\\s*(?:,\\s*)?(?:${when}))*(?:\\s*(?:${whom}))?(?:\\s*(?:,\\s*)?(?:${when}))*\\s*,?`,
  'u',
)

/** Is `that` the article of a noun here: no verb follows, or `than` does? */
function isThatNoun(words: string, verb: string): boolean {
  const noun =
    /^\s(?!(?:more|less|fewer)\sthan\s)(?<noun>\p{Ll}+)(?:\s(?<next>than|in|at|on|for|from|with|to|by)\s|[.,;]|$)/u.exec(
      words,
    )?.groups
  if (!noun || isPluralNoun(noun.noun!) || /^(?:said|says?|told|tells?)$/i.test(verb)) return false
  return noun.next === 'than' || !hasFiniteVerb(words)
}

/** `the rule, which he said had failed, went`: what is said of the noun that a relative pronoun stands for. */
function clauseWithGap(text: string, { end, source }: Cue, limit: number): Span | null {
  const relative = /(?<comma>,?)\s(?:which|that|who)\s+(?:the\s)?$/.exec(
    text.slice(Math.max(0, source.start - 16), source.start),
  )
  if (!relative) return null
  const verb = /^\s(\p{Ll}+)(?=\s)/u.exec(text.slice(end, limit))
  if (!verb || !(finite.test(verb[1]!) || isPastTense(verb[1]!) || hasTag(verb[1]!, 'PresentTense'))) return null
  // to the comma that closes what another one opened
  const clause = /^[^,;:—–“”"()]*/u.exec(text.slice(end, limit))![0]
  return clause.split(' ').length > 2 ? trimClause(text, end, end + clause.length) : null
}

const work =
  /^\s(?:the|an?|his|her|its|their)\s(?:\p{Ll}+\s)?(?:story|stories|tales?|truth|lies?|jokes?|differences?|history)(?![\p{L}])/u

/** `asked the mayor what it cost`: whom, before the question. */
const whomAsked =
  /^\s+(?:him|her|them|me|us|people|(?:the|an?|his|her|their|its|one|two|several|some)\s(?:(?!to\s)[\p{L}’'-]+\s){0,4}?[\p{L}’'-]+|\p{Lu}[\p{L}.’'-]*(?:\s\p{Lu}[\p{L}.’'-]*){0,4}|(?:\p{Ll}+\s)?\p{Ll}+s)(?:\sabout)?\s(?=(?:whether|if|how|why|what|when|where|who|which)\s)/u

const told = /^(?:told|tells?|telling|assured?|assures|reminded|warned|advised|informed|convinced)$/i

const adverb =
  /^,?\s*(?:on|in|at|during|after|before|to|via|by|with|from|for|last|this|late|early|earlier|later|yesterday|today|also|again|publicly|recently|repeatedly|previously|\p{Lu}\p{Ll}+day|\p{Ll}+ly)\b/u

/** Between a cue and its `that`: nothing, a time or place, or whom it was told; not an object that `that` goes on to describe. */
function skipsOnlyAdverbials(words: string, verb: string): boolean {
  const skipped = words.trim()
  if (skipped === '' || skipped === ',') return true
  // `laughed at his insistence that`: what the noun says, but not `said in a statement that`
  if (!/^in\s/.test(skipped) && isReportingNoun(/\p{L}+$/u.exec(skipped)?.[0] ?? '')) return false
  return (
    !/[.;]/.test(skipped) &&
    skipped.split(/\s+/).length <= (/^(?:at|in|on|during)\s/.test(skipped) ? 14 : 8) &&
    (adverb.test(skipped) || told.test(verb))
  )
}
