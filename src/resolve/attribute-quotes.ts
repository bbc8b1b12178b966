import { firstFrom, type SegmentedText, type Span, spansBetween } from '../model/segment.ts'
import { findPlaceName } from '../text/countries.ts'
import { hasTag } from '../text/lexicon.ts'
import { headOfRole, type LinkedActor, type PlacedMention, placeMentions } from './link-actors.ts'

/** Finds the actor that a noun phrase means: a name in it, a pronoun's antecedent, or the one whose role it states. */
export type Referrer = (phrase: Span) => LinkedActor | undefined

/** A referrer over the actors of one text. It answers undefined rather than guess between two. */
export function createReferrer({ text }: SegmentedText, actors: readonly LinkedActor[]): Referrer {
  const mentions = placeMentions(actors)
  const longest = Math.max(0, ...mentions.slice(0, 1000).map(({ start, end }) => end - start), 200)
  return (phrase) => {
    const words = text.slice(phrase.start, phrase.end)
    if (/^(?:he|she|who|him|her)$/i.test(words)) return antecedent(mentions, phrase, words.toLowerCase())
    const inside = spansBetween(mentions, phrase.start - longest, phrase.end).filter(
      (placed) => phrase.start < placed.end,
    )
    // `Disney and Lucasfilm` are two
    const [one, other] = inside.filter(({ mention }) => !mention.derived)
    if (one && other && /^(?:,[^,]*)*,?\s(?:and|or|&)\s(?:the\s)?$/.test(text.slice(one.end, other.start)))
      return undefined
    const head = inside.findLast(({ mention }) => phrase.end - mention.end <= 2)
    // the name must be the head: not the owner in `Norway's ministry`, not the people in `Russian officials`
    if (
      head &&
      !head.mention.derived &&
      !/(?<![\p{L}])(?:of|for|at|from|in|with)\s+(?:the\s+)?$/iu.test(text.slice(phrase.start, head.mention.start))
    )
      return head.actor
    const leading = inside.find(
      ({ mention }) =>
        mention.start - phrase.start <= 4 && mention.kind === 'person' && !/^[’']s/.test(text.slice(mention.end)),
    )
    // `Liberia's information minister, Lewis Brown, said`: the name behind the comma is whom the words mean
    const named = mentions[firstFrom(mentions, phrase.end)]
    const apposed =
      named?.mention.kind === 'person' &&
      /^,\s$/.test(text.slice(phrase.end, named.start)) &&
      /^,/.test(text.slice(named.end, named.end + 1))
    // `Nickel analyst Ilmar Martens at Walwyn`: what stands behind a person's name tells where, not who
    const placed = inside.find(
      ({ mention }) =>
        mention.kind === 'person' && /^\s(?:at|of|with|from|for|in)\s/.test(text.slice(mention.end, mention.end + 6)),
    )
    return leading?.actor ?? placed?.actor ?? (apposed ? named.actor : nominal(mentions, actors, phrase, words))
  }
}

/** How far back, in code units, a pronoun or a noun looks for whom it means. */
const reach = 1200

/** The last person named before a pronoun whose known gender does not speak against it. */
function antecedent(mentions: readonly PlacedMention[], phrase: Span, word: string): LinkedActor | undefined {
  const before = spansBetween(mentions, phrase.start - reach, phrase.start).filter(
    ({ end, actor }) => actor.kind === 'person' && end <= phrase.start,
  )
  return before.findLast(
    ({ actor }) =>
      isSurePerson(actor) && (word === 'who' || fits(actor, word === 'he' || word === 'him' ? 'male' : 'female')),
  )?.actor
}

/** More than the form of one name speaks for a person: films and recessions are no one's `she`. */
const isSurePerson = ({ role, name, mentions }: LinkedActor) =>
  role !== undefined ||
  hasTag(name.split(/\s+/)[0]!, 'MaleName', 'FemaleName', 'FirstName') ||
  mentions.some(({ title, confidence }) => title !== undefined || confidence >= 0.75)

function fits(actor: LinkedActor, gender: 'male' | 'female'): boolean {
  const titles = actor.mentions.map((mention) => mention.title ?? '').join(' ')
  const given = actor.name.split(/\s+/)[0]!
  const male =
    /\b(?:Mr|Sir|Lord|King|Prince|Duke)\b/.test(titles) || (hasTag(given, 'MaleName') && !hasTag(given, 'FemaleName'))
  const female =
    /\b(?:Mrs|Ms|Miss|Dame|Lady|Queen|Princess|Duchess)\b/.test(titles) ||
    (hasTag(given, 'FemaleName') && !hasTag(given, 'MaleName'))
  return gender === 'male' ? !female : !male
}

/** `the Kazakh president`, `the minister`, `the bloc`, `the ministry`: the one actor that the noun fits. */
function nominal(
  mentions: readonly PlacedMention[],
  actors: readonly LinkedActor[],
  phrase: Span,
  words: string,
): LinkedActor | undefined {
  const match =
    /^(?:the|his|her|its|their)\s+(?:(?<nation>\p{Lu}[\p{L}.]+)\s+)?(?:\p{Ll}+\s+)?(?<noun>\p{Ll}+)$/iu.exec(words)
  if (!match) return undefined
  const noun = match.groups!.noun!.toLowerCase()
  const nation = match.groups!.nation && findPlaceName(match.groups!.nation)?.canonical
  const roles = actors.filter(
    (actor) => actor.role !== undefined && headOfRole(actor.role) === noun && (!nation || actor.affiliation === nation),
  )
  if (roles.length === 1) return roles[0]
  if (roles.length > 1) return undefined
  const before = mentions.slice(0, firstFrom(mentions, phrase.start)).filter(({ end }) => end <= phrase.start)
  if (noun === 'bloc')
    return before.findLast(({ actor, mention }) => actor.kind === 'organization' && mention.canonical)?.actor
  if (noun === 'country' || noun === 'nation') return undefined
  const headed = new Set(
    before
      .filter(({ actor }) => actor.kind === 'organization' && actor.name.toLowerCase().split(/\s+/).includes(noun))
      .map(({ actor }) => actor),
  )
  if (headed.size === 1) return [...headed][0]
  if (
    /^(?:company|firm|carmaker|retailer|bank|airline|group|maker|manufacturer|agency|organi[sz]ation|charity|party|union)$/.test(
      noun,
    )
  ) {
    const bodies = new Set(before.filter(({ actor }) => actor.kind === 'organization').map(({ actor }) => actor))
    return bodies.size === 1 ? [...bodies][0] : undefined
  }
  return undefined
}
