import { firstFrom, type Span } from '../model/segment.ts'
import { isBodyNoun } from '../text/body-nouns.ts'
import { findPlaceName } from '../text/countries.ts'
import { headOfRole, type LinkedActor, type PlacedMention } from './link-actors.ts'

/** The one actor that something was said of, or `many`. */
type Only = LinkedActor | 'many'

/** How many UTF-16 code units back a noun may mean the only body named there. */
const near = 300

/** Finds what `the Kazakh president`, `the minister`, `the bloc`, `the ministry` mean: the one actor that the noun fits. */
export function createNominalFinder(
  text: string,
  mentions: readonly PlacedMention[],
  actors: readonly LinkedActor[],
): (phrase: Span, words: string) => LinkedActor | undefined {
  const roles = indexRoles(actors)
  const bodies = mentions.filter(
    ({ actor, start }) =>
      actor.kind === 'organization' && !onlyReports.test(text.slice(Math.max(0, start - 40), start)),
  )
  const blocs = bodies.filter(({ mention }) => mention.canonical)
  const countries = mentions.filter(
    ({ actor }) => actor.kind === 'place' && findPlaceName(actor.name)?.country !== undefined,
  )
  const leading = leadingCountry(countries)
  const named = indexFirstTwo(bodies, ({ name }) => headsOf(name))
  const all = indexFirstTwo(bodies, () => [''])
  /** The one of the bodies first named before an offset; undefined for none and for two. */
  const onlyBefore = (found: readonly PlacedMention[] | undefined, offset: number) => {
    const [one, other] = (found ?? []).filter(({ end }) => end <= offset)
    return other ? undefined : one?.actor
  }
  /** The one body named in the last sentences; one behind a preposition (`a writedown at Porsche`) is not whom they are of. */
  const onlyNear = (offset: number) => {
    let only: LinkedActor | undefined
    for (let i = firstFrom(bodies, offset) - 1; i >= 0 && bodies[i]!.start > offset - near; i--) {
      if (isBehindPreposition(text, bodies[i]!.start)) return undefined
      if (only && bodies[i]!.actor !== only) return undefined
      only = bodies[i]!.actor
    }
    return only
  }
  const find = (phrase: Span, words: string) => {
    const match =
      /^(?:the|his|her|its|their)\s+(?:(?<nation>\p{Lu}[\p{L}.]+)\s+)?(?:\p{Ll}+\s+)?(?<noun>\p{Ll}+)$/iu.exec(words)
    if (!match) return undefined
    const noun = match.groups!.noun!.toLowerCase()
    const nation = match.groups!.nation && findPlaceName(match.groups!.nation)?.canonical
    const role = roles.get(nation ? `${noun} ${nation}` : noun)
    if (role) return role === 'many' ? undefined : role
    if (noun === 'bloc') {
      let last = firstFrom(blocs, phrase.start) - 1
      while (last >= 0 && blocs[last]!.end > phrase.start) last--
      return blocs[last]?.actor
    }
    if (noun === 'country' || noun === 'nation') {
      const last = countries[firstFrom(countries, phrase.start) - 1]
      return !nation && last?.actor === leading ? leading : undefined
    }
    if (meansUnnamed(text, bodies, noun, phrase.start)) return undefined
    const headed = named.get(noun)
    if (headed && headed[0]!.end <= phrase.start) return onlyBefore(headed, phrase.start)
    return isBodyNoun(noun) ? (onlyBefore(all.get(''), phrase.start) ?? onlyNear(phrase.start)) : undefined
  }
  return (phrase, words) => {
    const actor = find(phrase, words)
    return actor?.kind === 'organization' && isOfOtherSort(actor.name, words) ? undefined : actor
  }
}

/** What a body's name calls it: `bank` of Bank of England, `company` of Major Bridge Company; the bridge is none. */
function headsOf(name: string): ReadonlySet<string> {
  const words = name
    .toLowerCase()
    .replace(/\s(?:plc|inc\.?|ltd\.?|llc|corp\.?|co\.?|ag|sa|se|nv|gmbh)$/, '')
    .split(/\s+/)
  const link = words.findIndex((word) => /^(?:of|for|on|at)$/.test(word))
  return new Set([words.at(-1)!, ...(link > 0 ? [words[link - 1]!] : []), ...words.filter(isBodyNoun)])
}

/** Whether a name says that its body is of another sort than the noun: no fund is `the central bank`, no ministry `the company`. */
function isOfOtherSort(name: string, words: string): boolean {
  if (/\scentral\sbank$/i.test(words)) {
    // a bank that only lends is none
    return !/^Bank\sof\b|(?:central|national|riks|bundes|norges\s)bank|reserve|\bFed\b|monetary authority|^[A-Z]{2,4}$/i.test(
      name.replace(/(?<=central|national)\s/i, ''),
    )
  }
  const noun = /\p{Ll}+$/u.exec(words)?.[0] ?? ''
  const sort =
    /(?<![\p{L}])(?<sort>fund|ministry|department|forum|university|commission|council|parliament|senate|office|bureau|court|institute|association|federation|party|police|union)(?![\p{L}])(?:\s(?:of|for|on)\s.*)?$/iu
      .exec(name)
      ?.groups?.sort?.toLowerCase()
  return (
    sort !== undefined &&
    sort !== noun &&
    /^(?:company|firm|bank|carmaker|automaker|airline|retailer|manufacturer|maker|chain|brand|club|team|bank|lender|insurer|broker|start-?up|group|giant)$/.test(
      noun,
    ) &&
    !(noun === 'group' && /^(?:association|federation|union|forum)$/.test(sort))
  )
}

/**
 * What stands before a body that only tells of another: `analysts polled by FactSet`, `data compiled by Bloomberg`, `analysts at Barclays`,
 * `brokerage CLSA`. A noun such as
 * `the company` means whom the story is of.
 */
const onlyReports =
  /(?<![\p{L}])(?:(?:polled|surveyed|compiled|collected|gathered|cited|quoted|seen|viewed|reviewed|obtained|published|provided|conducted|commissioned|reported|tracked|estimated)\s+by|according\s+to|(?:analysts?|economists?|strategists?|brokers?|traders?|correspondents?)\s+(?:at|with|from|of|for)|told|rivals?|competitors?|suppliers?|customers?|brokerage|pollster|(?:ratings?|credit|news)\s+agency|consultancy|think[\s-]tank|(?:research|data|market\s+research)\s+(?:firm|group|company|provider))\s+(?:the\s+)?$/iu

const isBehindPreposition = (text: string, start: number): boolean =>
  /(?<![\p{L}])(?:at|with|against|behind|near|from)\s(?:the\s)?$/u.test(text.slice(Math.max(0, start - 14), start))

/** The country that a text is about: named at least twice, and twice as often as any other. */
function leadingCountry(countries: readonly PlacedMention[]): LinkedActor | undefined {
  const counts = new Map<LinkedActor, number>()
  for (const { actor } of countries) counts.set(actor, (counts.get(actor) ?? 0) + 1)
  const [first, next] = [...counts].sort(([, a], [, b]) => b - a)
  return first && first[1] >= 2 && first[1] >= 2 * (next?.[1] ?? 0) ? first[0] : undefined
}

/** Behind `Kenya’s central bank` or `a local bank`, which no name bears, `the bank` is that one. */
function meansUnnamed(text: string, bodies: readonly PlacedMention[], noun: string, offset: number): boolean {
  const from = Math.max(0, offset - near)
  const behind = text.slice(from, offset)
  if (!behind.includes(noun)) return false
  let found = introductions.get(noun)
  if (!found) {
    found = new RegExp(
      `(?<lead>,\\s)?(?:\\p{Lu}[\\p{L}.]+(?:[’']s|(?<=s)[’'])|(?<![\\p{L}])[Aa]n?)\\s(?:\\p{Ll}[\\p{L}-]*\\s){0,3}?${noun}(?![\\p{L}-]|\\s(?:called|named)|,?\\s\\p{Lu})`,
      'gu',
    )
    introductions.set(noun, found)
  }
  const last = [...behind.matchAll(found)].at(-1)
  if (!last || last.groups!.lead || /\b(?:is|was|as|became)\s$/.test(behind.slice(0, last.index))) return false
  const end = from + last.index + last[0].length
  // another body that was named since
  const next = bodies[firstFrom(bodies, end)]
  return next === undefined || next.start >= offset
}
const introductions = new Map<string, RegExp>()

/** Actors by the head of their role, alone and with what they are affiliated with. */
function indexRoles(actors: readonly LinkedActor[]): ReadonlyMap<string, Only> {
  const roles = new Map<string, Only>()
  for (const actor of actors) {
    if (actor.role === undefined) continue
    const head = headOfRole(actor.role)
    for (const key of actor.affiliation === undefined ? [head] : [head, `${head} ${actor.affiliation}`])
      roles.set(key, roles.has(key) ? 'many' : actor)
  }
  return roles
}

/** For each key the first mentions of the first two actors that have it: as many as it takes to know whether there is only one. */
function indexFirstTwo(
  mentions: readonly PlacedMention[],
  keysOf: (actor: LinkedActor) => Iterable<string>,
): ReadonlyMap<string, readonly PlacedMention[]> {
  const found = new Map<string, PlacedMention[]>()
  const seen = new Set<LinkedActor>()
  for (const placed of mentions) {
    if (seen.has(placed.actor)) continue
    seen.add(placed.actor)
    for (const key of keysOf(placed.actor)) {
      const list = found.get(key)
      if (!list) found.set(key, [placed])
      else if (list.length < 2) list.push(placed)
    }
  }
  return found
}
