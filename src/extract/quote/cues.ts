import {
  beforeMark,
  behindMark,
  firstFrom,
  type SegmentedText,
  type Span,
  spanAt,
  windowOf,
} from '../../model/segment.ts'
import { isBodyNoun } from '../../text/body-nouns.ts'
import { hasTag, isPluralNoun } from '../../text/lexicon.ts'
import { isBaseForm, mannerOf, reportingSource } from '../../text/reporting.ts'
import { findClauseSubject } from './clause-subject.ts'
import {
  asCited,
  attributive,
  dubbed,
  fronted,
  participle,
  passive,
  possible,
  quotedAs,
  sayingSo,
  takesObject,
} from './cue-contexts.ts'
import { findIssuer } from './issuer.ts'
import { isNounHere } from './noun-forms.ts'
import { canSpeak, isSeveral, isSpeakerNoun } from './speaker.ts'
import { findSubjectBefore } from './subject.ts'
import { findSubjectBehind } from './subject-behind.ts'

/** A reporting verb or phrase with whoever it is said of, and the sentence it stands in. */
export type Cue = Span & {
  readonly sentence: Span
  readonly source: Span
  /** `before`: the source stands before the verb; `behind`: behind it, or behind `according to`. */
  readonly order: 'before' | 'behind'
  /** saying: a bare clause may follow; stating: only `that` or marked words; thinking: only a clause. */
  readonly manner: 'saying' | 'stating' | 'thinking'
  readonly according: boolean
  /** Shares its subject with the cue before it (`said X and warned Y`). */
  readonly shared: boolean
}

const form = new RegExp(
  `(?<![\\p{L}’'-])(?:(?<according>according\\s+to|in\\s+the\\s+(?:words|view|opinion)\\s+of|(?<=^|[,.!?]\\s|\\n)per(?=\\s))|(?:(?:made|makes|making|make)\\s+(?:it\\s+)?clear|(?:pointed|points|pointing|point)\\s+out|(?:went|goes|going)\\s+on\\s+to\\s+say|puts?\\s+it(?=[,.:]|\\s(?:this\\sway|like\\sthis))|(?<verb>${reportingSource})))(?![\\p{L}’'-])`,
  'giu',
)
/** Behind `per`, who tells: not `per person`. */
const perWhom =
  /^\s(?:the\s)?(?:\p{Lu}|(?:\p{Ll}+\s)?(?:police|documents|records|data|figures|numbers|estimates|filings|officials|prosecutors|sources|reports?)(?![\p{L}]))/u

/** All cues of a text in order, none inside marked words; verbs without anybody to say them are left out. */
export function findCues(document: SegmentedText): Cue[] {
  const { text, sentences, quotations } = document
  const cues: Cue[] = []
  for (const match of text.matchAll(form)) {
    const start = match.index
    const end = start + match[0].length
    const whole = spanAt(sentences, start)
    if (!whole || start >= whole.end) continue
    const sentence = windowOf(whole, start, 1200, 2000)
    const around = spanAt(quotations, start)
    if (around && around.start <= start && start < around.end) continue
    const limit = quotedFrom(document, end, paragraphEnd(document, start))
    if (match.groups!.according) {
      if (/^per$/i.test(match[0]) && !perWhom.test(text.slice(end, end + 60))) continue
      const source = findSubjectBehind(text, end, Math.min(limit, sentence.end + 1), true)
      if (source)
        cues.push({ start, end, sentence, source, order: 'behind', manner: 'saying', according: true, shared: false })
      continue
    }
    const verb = match.groups!.verb ?? 'said'
    if (/^\p{Lu}/u.test(match[0]) && start > sentence.start) continue
    const before = text.slice(Math.max(sentence.start, start - 400), start)
    if (/(?<![\p{L}])to\s+$/iu.test(before) && !/(?:went|goes|going)\s+on\s+to/.test(match[0])) continue
    if ((passive.test(before) && participle.test(verb)) || asCited.test(before)) {
      // `it was reported by the agency that prices rose`
      const agent = /^\s+by\b/.exec(text.slice(end, end + 8))
      const source = agent && findSubjectBehind(text, end + agent[0].length, byAgentLimit(text, end, limit))
      if (source)
        cues.push({ start, end, sentence, source, order: 'behind', manner: 'stating', according: false, shared: false })
      continue
    }
    const from = quotedUntil(document, sentence.start, start)
    if (/(?<![\p{L}])(?:the|an?|his|her|its|their|our|my|of|by|in|with|for|under|without)\s+$/iu.test(before)) continue
    // `15% fewer reported crimes`
    if (/(?<![\p{L}])(?:fewer|less)\s+$/iu.test(before)) continue
    // `these newly added languages`
    if (
      /(?<![\p{L}])(?:the|an?|this|these|those|its|their|his|her|some|all|many)\s+(?:newly|recently|previously|widely|freshly)\s+$/iu.test(
        before,
      )
    )
      continue
    if (attributive.test(before) && !/(?:ed|aid|old|ote)$/i.test(verb)) continue
    if (isNounHere(text, match[0], before, end)) continue
    // `..., saying`: what stands between the commas is a clause, not an apposition
    // `is quoted by the Tribune as saying`: whoever is quoted
    const quoted = /ing$/i.test(verb) ? quotedAs.exec(before)?.[0].length : undefined
    const nearest =
      /ing$/i.test(verb) && /,\s*$/.test(before) ? null : findSubjectBefore(text, from, start - (quoted ?? 0))
    // `a drive dubbed “outstretched hands”`: by nobody named
    if (dubbed.test(verb) && /^\s[“"‘]/.test(text.slice(end, end + 2)) && !fronted.test(before)) continue
    // `issued a statement saying`: who issued it
    const subject = nearest && /ing$/i.test(verb) ? (findIssuer(text, from, nearest) ?? nearest) : nearest
    const manner = match.groups!.verb === undefined ? 'saying' : mannerOf(verb)!
    // `half said so`, `55 percent said the same in May`: what they said stands elsewhere
    if (sayingSo.test(text.slice(end, end + 24))) continue
    // `awkward, considering the treaty is new`: a preposition
    if (/^considering$/i.test(verb) && /,\s*$/.test(before)) continue
    const closed =
      /(?:[”"’'»,]|[—–-]\s*so)\s*$/.test(text.slice(Math.max(0, start - 6), start)) || start === sentence.start
    const found =
      manner !== 'thinking' && closed && !/ing$/i.test(verb)
        ? isBaseForm(verb)
          ? closingPlural(text, verb, end, sentence.end)
          : findSubjectBehind(text, end, limit)
        : null
    // without marks before it, `tweeted a warning` and `shows the states` have objects, not speakers
    const behind =
      found &&
      (/[”"’'»]\s*$/.test(before) || (!takesObject.test(verb) && mayFollow(text.slice(found.start, found.end))))
        ? found
        : null
    // `Hugh Hill, a doctor, said the plan failed`: the comma closes an apposition, not a clause
    const apposition =
      subject !== null &&
      /,\s*$/.test(before) &&
      /^[\s“”",]*(?:(?:In|On|At|After|During|For|Before)\s[^,]{2,40},\s)?(?:[\p{Ll}-]+\s+){0,4}$/u.test(
        text.slice(from, subject.start),
      )
    if (
      behind &&
      (!subject || closed) &&
      !apposition &&
      !/^t(?:ell|old)/i.test(verb) &&
      canSpeak(text.slice(behind.start, behind.end))
    )
      cues.push({ start, end, sentence, source: behind, order: 'behind', manner, according: false, shared: false })
    // `you know that ...`, `you can say` is said of anybody
    else if (
      subject &&
      /^you$/i.test(text.slice(subject.start, subject.end)) &&
      (/^(?:know|knew)$/i.test(verb) || possible.test(before))
    )
      continue
    else if (subject && !canSpeak(text.slice(subject.start, subject.end))) continue
    else if (subject && agrees(text, subject, verb, before, end))
      cues.push({ start, end, sentence, source: subject, order: 'before', manner, according: false, shared: false })
    else {
      const last = cues.at(-1)
      const previous = last && last.sentence.start === sentence.start && !last.according ? last : undefined
      // a comma alone joins what runs beside (`..., saying`), not a second finite verb
      const joined =
        /(?:\band|\bbut|\bthen)\s+(?:also\s+|later\s+|then\s+)?$/i.test(before) ||
        (/,[”"’']{0,2}\s+(?:also\s+|later\s+|then\s+)?$/i.test(before) && /ing/i.test(match[0]))
      if (!joined || !/(?:ed|ing|aid|old|ote|ade clear|ys|s)$/i.test(match[0])) continue
      // `He stood up and said`: the subject of the clause, where no attribution stands before this one
      const source = previous?.source ?? findClauseSubject(text, Math.max(from, start - 400), start)
      if (source && canSpeak(text.slice(source.start, source.end)))
        cues.push({
          start,
          end,
          sentence,
          source,
          order: 'before',
          manner,
          according: false,
          shared: Boolean(previous),
        })
    }
  }
  return cues
}

/** Can the words be whoever speaks, where only a comma stands before the verb: a name, a pronoun, somebody or several, a document. */
const mayFollow = (source: string): boolean => {
  const words = source.match(/[\p{L}\p{N}’'-]+/gu) ?? []
  // `said Wednesday he agrees`, `called her third-rate`: a clause or an object
  if (/^\p{Lu}\p{Ll}+day(?![\p{L}])|^(?:her|him|them|us|me)(?![\p{L}])/u.test(source)) return false
  if (words.some((word, i) => i > 0 && /^(?:he|she|they|it|we|I)$/.test(word))) return false
  return (
    /^(?:\p{Lu}|(?:he|she|they|it|we|one|others|some)$)/u.test(source) ||
    words.some((word) => /^\p{Lu}/u.test(word) && !/[’']s$/.test(word)) ||
    words.some(isSpeakerNoun) ||
    isSeveral(words)
  )
}

/** `Rents will fall, say two economists.`: behind a base form several, and nothing more. */
function closingPlural(text: string, verb: string, from: number, to: number): Span | null {
  if (!/^(?:say|warn|argue|claim|insist|predict|admit)$/i.test(verb)) return null
  const source = findSubjectBehind(text, from, to)
  if (!source || !/^[.!?”"’]*$/.test(text.slice(source.end, to).trim())) return null
  const words = text.slice(source.start, source.end).split(/\s+/)
  return isPluralNoun(words.at(-1)!) || words.includes('and') ? source : null
}

/** Where the agent of a passive ends: before its clause. */
function byAgentLimit(text: string, from: number, limit: number): number {
  const clause = /\s(?:that|of|to|for|as|in|on|after|during)\s/.exec(text.slice(from + 4, Math.min(limit, from + 200)))
  return clause ? from + 4 + clause.index : limit
}

/** A base form needs a plural subject or a modal before it, an `-s` form a singular one: else the word is a noun (`the July pledge`, `the 2022 protests`, but `the United Nations estimates that`). */
function agrees(text: string, subject: Span, verb: string, before: string, end: number): boolean {
  const words = text.slice(subject.start, subject.end).split(/\s+/)
  const last = words.at(-1)!
  const plural = /^(?:they|we|i|you|who|people|police)$/i.test(last) || isSeveral(words)
  if (isBaseForm(verb))
    return (
      plural || /(?:will|would|can|could|may|might|must|should|did|does|do|to|n[’']t)\s+(?:\p{L}+\s+)?$/iu.test(before)
    )
  if (/s$/.test(verb) && !/^(?:says|thinks|believes|writes|adds|argues|insists)$/i.test(verb))
    return (
      (!plural || (/^\p{Lu}/u.test(last) && /^\sthat\s/.test(text.slice(end, end + 6)))) &&
      !/[’']s$|(?:ed|ing)$/.test(last) &&
      (isBodyNoun(last) ||
        /^\p{Lu}{2,}$/u.test(last) ||
        !hasTag(
          last,
          'Adjective',
          'Demonym',
          'Determiner',
          'Preposition',
          'Gerund',
          'Possessive',
          'Superlative',
          'Comparative',
        ))
    )
  return true
}

/** Start of the stretch before `offset` that no marked words interrupt. */
function quotedUntil({ quotations }: SegmentedText, from: number, offset: number): number {
  const last = quotations[firstFrom(quotations, offset) - 1]
  return last && last.end < offset && last.end >= from ? behindMark(last) : from
}

/** End of the stretch behind `offset` that no marked words interrupt. */
function quotedFrom({ quotations }: SegmentedText, offset: number, limit: number): number {
  const next = quotations[firstFrom(quotations, offset + 1)]
  return next ? Math.min(limit, beforeMark(next)) : limit
}

function paragraphEnd({ paragraphs }: SegmentedText, offset: number): number {
  return spanAt(paragraphs, offset)?.end ?? offset
}
