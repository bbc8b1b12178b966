import type { ActorKind } from '../model/actor.ts'
import type { ActorMention } from '../model/mention.ts'
import type { Span } from '../model/segment.ts'
import { identify } from '../text/identifier.ts'
import { fullNames, keysOf, ownName, plain } from './actor-keys.ts'
import { countriesOf, locatePlace, type PlaceFact } from './locate-places.ts'
import type { SameGivenName } from './person-names.ts'

/** The thing that a group of mentions means. */
export type LinkedActor = {
  readonly actorId: string
  readonly kind: ActorKind
  readonly name: string
  readonly role?: string
  readonly affiliation?: string
  /** Where a place is, if the article leaves no doubt. */
  readonly place?: PlaceFact
  readonly mentions: readonly ActorMention[]
}

/** A mention where it stands, with the actor it means. */
export type PlacedMention = Span & { readonly mention: ActorMention; readonly actor: LinkedActor }

/** The mentions of all actors, in text order. */
export const placeMentions = (actors: readonly LinkedActor[]): PlacedMention[] =>
  actors
    .flatMap((actor) => actor.mentions.map((mention) => ({ mention, actor, start: mention.start, end: mention.end })))
    .sort((a, b) => a.start - b.start)

/**
 * Ties mentions of one thing together: listed places by their plain name, acronyms to what they stand for, surnames to full names,
 * short forms of organisations to long ones. Every mention is in exactly one group. A person has the same id in other articles where the
 * full name and the affiliation (or, without one, the role) are the same, else belongs to the article (`scope`); everything else has the
 * same id in every article, but for places that share their name with a greater one.
 */
export function linkActors(
  mentions: readonly ActorMention[],
  scope: string,
  text: string,
  areOne?: SameGivenName,
): LinkedActor[] {
  const groups = new Map<string, ActorMention[]>()
  const keys = keysOf(mentions, areOne)
  mentions.forEach((mention, i) => {
    const key = keys[i]!
    const group = groups.get(key)
    if (group) group.push(mention)
    else groups.set(key, [mention])
  })
  const nations = nationsOfRoles(mentions, text)
  const countries = countriesOf(mentions)
  return [...groups].map(([key, group]) => {
    const place = key.startsWith('place:') ? locatePlace(group, text, countries) : undefined
    return toActor(key, group, scope, nations, place)
  })
}

function toActor(
  key: string,
  group: readonly ActorMention[],
  scope: string,
  nations: ReadonlyMap<string, string>,
  place: PlaceFact | undefined,
): LinkedActor {
  const kind = key.slice(0, key.indexOf(':')) as ActorKind
  const own = group.filter((mention) => !mention.derived)
  const canonical = group.find((mention) => mention.canonical)?.canonical
  const named = fullNames(own)
  const longest = longestName(own.map((mention) => ownName(mention, named)))
  const full = longest && (!canonical || longest.length >= 5) ? longest : (canonical ?? longest!)
  const name =
    canonical && /^(?:\p{Lu}\.?){2,5}$/u.test(full) ? canonical : canonical?.startsWith('the ') ? canonical : full
  const role = group.find((mention) => mention.role)?.role
  const stated = group.find((mention) => mention.affiliation)?.affiliation
  const affiliation = stated ?? (role && kind === 'person' ? nations.get(headOfRole(role)) : undefined)
  const body = key.slice(key.indexOf(':') + 1)
  // two persons of one name are one only where what they belong to or do agrees, or else within an article
  const known = /\s/.test(name) ? (affiliation ?? (role && headOfRole(role))) : undefined
  return {
    actorId: identify(
      'act',
      kind,
      body,
      ...(kind === 'person' ? [known ? plain(known) : scope] : place?.rank ? [place.rank] : []),
    ),
    kind,
    name,
    mentions: group,
    ...(role && { role }),
    ...(affiliation && { affiliation }),
    ...(place && { place }),
  }
}

/** The name of the most words, the longest of those, the first of those; in capitals only where the text has no other. */
function longestName(names: readonly string[]): string | undefined {
  let best: { name: string; words: number } | undefined
  for (const name of new Set(names)) {
    const words = name.split(/\s+/).length
    const shouted = best !== undefined && name.length === best.name.length && name.toUpperCase() === best.name
    if (!best || words > best.words || (words === best.words && name.length > best.name.length) || shouted)
      best = { name, words }
  }
  return best?.name
}

/** `the Kazakh president`, said in an article with one president: the country of that role. Ambiguous roles are left out. */
function nationsOfRoles(mentions: readonly ActorMention[], text: string): ReadonlyMap<string, string> {
  const nations = new Map<string, Set<string>>()
  for (const mention of mentions) {
    if (!mention.derived || !mention.canonical) continue
    const noun = /^\s(\p{Ll}+)/u.exec(text.slice(mention.end, mention.end + 30))?.[1]
    if (noun) nations.set(noun, (nations.get(noun) ?? new Set()).add(mention.canonical))
  }
  return new Map(
    [...nations].flatMap(([role, countries]) => (countries.size === 1 ? [[role, [...countries][0]!] as const] : [])),
  )
}

/** The last word of a role, as a common noun. */
export const headOfRole = (role: string): string =>
  role
    .split(/\s+(?:of|for)\s+/)[0]!
    .split(/\s+/)
    .at(-1)!
    .toLowerCase()
