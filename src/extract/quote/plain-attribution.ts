import { behindMark, firstFrom, type Quotation, type SegmentedText, type Span, spanAt } from '../../model/segment.ts'
import { hasTag, isFunctionWord, isPastTense } from '../../text/lexicon.ts'
import { findClauseSubject } from './clause-subject.ts'
import { findSubjectBehind } from './subject-behind.ts'

// Attributions whose verb no list has, told by where it stands: behind marked words that end in a comma and right beside whoever it is said of
// (`“It will rain,” grumbled Ana Ruiz`, `“It will rain,” she grumbled`), or in what leads to a colon (`Ruiz had this to say: “...”`).

type Attribution = { readonly source: Span; readonly cue?: Span }

const name =
  "(?:(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Lt|Col|Sgt|Capt|St|Rev)\\.?\\s)?\\p{Lu}[\\p{L}\\p{M}.’'-]*(?:\\s(?:(?:de|van|von|bin|al|der|la)\\s)?\\p{Lu}[\\p{L}\\p{M}.’'-]*){0,4}"
const inverted = /^,?\s(?<verb>\p{Ll}{3,})(?=\s)/u
const replied = new RegExp(
  `^,?\\s(?<cue>(?:came|went|was)\\s(?:the|his|her|their)\\s(?:\\p{Ll}+\\s)?(?:reply|answer|response|retort|cry|shout|verdict|message))\\sfrom\\s(?:the\\s)?(?<name>${name})`,
  'u',
)
const relayed =
  /^(?<lead>,?\s[^.,;:“”"]{2,80}?\squoted\s)(?<whom>[\p{L}\p{M}.’'-]+(?:\s[\p{L}\p{M}.’'-]+){0,7}?)\sas\s(?<cue>saying|telling)(?![\p{L}])/u
const plain = new RegExp(`^,?\\s(?<subject>he|she|they|I|we|${name})\\s(?<verb>\\p{Ll}{3,})(?=[.,;:!?]|\\s|$)`, 'u')

/** Who marked words are said by, where the words behind them tell so without a verb that is known. */
export function readPlainAttribution(
  { text, paragraphs }: SegmentedText,
  quotation: Quotation,
): Attribution | undefined {
  const content = text.slice(quotation.start, quotation.end)
  const from = behindMark(quotation)
  const limit = Math.min(spanAt(paragraphs, quotation.parts.at(-1)!.start)!.end, from + 300)
  const rest = text.slice(from, limit)
  // a comma says that the sentence goes on with whose words they are; `!` and `?` may end it
  const goesOn = /,$/.test(content) || /^,/.test(rest)
  if (!goesOn && !(/[!?…—–-]$/.test(content) && /^\s\p{Ll}/u.test(rest))) return undefined
  const answer = replied.exec(rest)
  if (answer) {
    const at = from + answer[0].length - answer.groups!.name!.length
    const cue = from + answer[0].indexOf(answer.groups!.cue!)
    return {
      source: { start: at, end: from + answer[0].length },
      cue: { start: cue, end: cue + answer.groups!.cue!.length },
    }
  }
  const relay = relayed.exec(rest)
  if (relay) {
    const at = from + relay[0].indexOf(relay.groups!.whom!, relay.groups!.lead!.length)
    const cue = from + relay[0].lastIndexOf(relay.groups!.cue!)
    return {
      source: { start: at, end: at + relay.groups!.whom!.length },
      cue: { start: cue, end: cue + relay.groups!.cue!.length },
    }
  }
  const verb = inverted.exec(rest)
  if (verb && isVerb(verb.groups!.verb!)) {
    const end = from + verb[0].length
    const source = findSubjectBehind(text, end, limit)
    const first = source && text.slice(source.start, source.end)
    if (first && /^(?:\p{Lu}|he$|she$|they$|(?:the|a|an|one|his|her|their)\s)/u.test(first))
      return { source, cue: { start: end - verb.groups!.verb!.length, end } }
  }
  const found = goesOn ? plain.exec(rest) : null
  if (!found || !isVerb(found.groups!.verb!)) return undefined
  const { subject } = found.groups as { subject: string }
  const start = from + found[0].indexOf(subject)
  return {
    source: { start, end: start + subject.length },
    cue: { start: from + found[0].length - found.groups!.verb!.length, end: from + found[0].length },
  }
}

const isVerb = (word: string) =>
  (isPastTense(word) || (/s$/.test(word) && hasTag(word, 'PresentTense'))) &&
  !isFunctionWord(word.replace(/(?:ed|s)$/, '')) &&
  !/^(?:was|were|is|has|had|have|did|does|been|won|opened|held|named|called|based|titled|directed|starring)$/.test(word)

const owned = new RegExp(
  `^(?:But|And|Yet|So)?\\s?(?<name>${name})[’']s?\\s(?:\\p{Ll}+\\s){0,2}(?:response|reply|answer|message|verdict|reaction|advice|view|comment|statement|conclusion|explanation|argument|point|words|retort|assessment|take|tweet|post|warning|plea|summary|motto|rule)\\s`,
  'u',
)
const fromWhom = new RegExp(`(?:^|\\s)[Ff]rom\\s(?:the\\s)?(?:\\p{Ll}+\\s){0,3}(?<name>${name})\\s*$`, 'u')

const announced = new RegExp(
  `(?:^|,\\s)(?<name>${name}|(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir)\\s(?:[\\p{L}’'.-]+\\s){0,5}?[\\p{L}’'-]+)\\s(?:later\\s|then\\s|also\\s)?(?:made|issued|posted|released|published|gave|wrote|sent|shared|tweeted)\\s(?:the\\sfollowing|this)\\s[^,;:]{3,60}$`,
  'u',
)

/** Who the words before a colon lead to: `Ana Ruiz’s response was blunt:`, `And from Chairwoman Ruth Worth:`, `Moss agreed:`. */
export function readLead(
  { text, sentences, paragraphs }: SegmentedText,
  quotation: Quotation,
  opening: number,
): Attribution | undefined {
  const paragraph = spanAt(paragraphs, quotation.start)!
  let colon = opening
  while (colon > 0 && /\s/.test(text[colon - 1]!)) colon--
  if (text[colon - 1] !== ':') return undefined
  // in the paragraph of the words, or at the end of the one before them
  const lead = spanAt(sentences, colon - 1)
  const previous = paragraphs[firstFrom(paragraphs, paragraph.start) - 1]
  if (!lead || lead.start >= colon || (colon < paragraph.start && previous?.end !== colon)) return undefined
  const from = Math.max(lead.start, colon - 400)
  const words = text.slice(from, colon - 1)
  if (/[“”"]/.test(words)) return undefined
  const owner = owned.exec(words)
  if (owner) {
    const start = from + owner[0].indexOf(owner.groups!.name!)
    return { source: { start, end: start + owner.groups!.name!.length } }
  }
  const giver = fromWhom.exec(words)
  if (giver) {
    const end = from + giver.index + giver[0].trimEnd().length
    return { source: { start: end - giver.groups!.name!.length, end } }
  }
  const announcer = announced.exec(words)
  if (announcer) {
    const start = from + announcer.index + announcer[0].indexOf(announcer.groups!.name!)
    return { source: { start, end: start + announcer.groups!.name!.length } }
  }
  const saying = new RegExp(
    `^(?:But |And )?(?<name>${name}|He|She|They)\\s(?:had|has|offered|put)\\s(?:this|the following|it|these)(?![\\p{L}])`,
    'u',
  ).exec(words)
  if (saying) {
    const start = from + saying[0].indexOf(saying.groups!.name!)
    return { source: { start, end: start + saying.groups!.name!.length } }
  }
  const subject = findClauseSubject(text, from, colon - 1)
  if (!subject) return undefined
  const surface = text.slice(subject.start, subject.end)
  const who =
    /^(?:he|she|they)$/i.test(surface) ||
    /^\p{Lu}\p{Ll}/u.test(surface.replace(/^(?:The|A|An|His|Her|Its|Their)\s/, '')) ||
    hasTag(surface.split(/\s/).at(-1)!, 'Actor')
  return who ? { source: subject } : undefined
}
