import type { ActorKind } from '../model/actor.ts'
import type { ActorMention } from '../model/mention.ts'
import type { Span } from '../model/segment.ts'
import { identify } from '../text/identifier.ts'

/** The thing that a group of mentions means. */
export type LinkedActor = {
  readonly actorId: string
  readonly kind: ActorKind
  readonly name: string
  readonly role?: string
  readonly affiliation?: string
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
 * same id in every article.
 */
export function linkActors(mentions: readonly ActorMention[], scope: string, text: string): LinkedActor[] {
  const groups = new Map<string, ActorMention[]>()
  const keys = keysOf(mentions)
  mentions.forEach((mention, i) => {
    const key = keys[i]!
    const group = groups.get(key)
    if (group) group.push(mention)
    else groups.set(key, [mention])
  })
  const nations = nationsOfRoles(mentions, text)
  return [...groups].map(([key, group]) => toActor(key, group, scope, nations))
}

const plain = (name: string) =>
  name
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/^the\s+/, '')
    .replace(/[^\p{L}\p{N}&' -]/gu, '')
    .trim()
const tokens = (name: string) => plain(name).split(/\s+/)

function keysOf(mentions: readonly ActorMention[]): string[] {
  const persons: { key: string; tokens: string[]; at: number }[] = []
  const bodies: { key: string; tokens: string[]; name: string }[] = []
  const acronyms = new Map<string, string>()
  for (const mention of mentions) {
    if (mention.canonical) continue
    const own = tokens(mention.name)
    if (mention.kind === 'person') {
      if (own.length < 2) continue
      const known = persons.find((person) => samePerson(person.tokens, own))
      if (!known) persons.push({ key: `person:${own.join(' ')}`, tokens: own, at: mention.start })
      else if (own.length > known.tokens.length) known.tokens = own
    } else {
      const key = `${mention.kind}:${own.join(' ')}`
      if (own.length > 1 && !bodies.some((body) => body.key === key))
        bodies.push({ key, tokens: own, name: mention.name })
      if (mention.acronym) acronyms.set(plain(mention.acronym), key)
    }
  }
  for (const body of bodies) {
    const initials = body.name
      .split(/[\s-]+/)
      .filter((word) => /^\p{Lu}/u.test(word))
      .map((word) => word[0]!.toLowerCase())
      .join('')
    if (initials.length > 2 && !acronyms.has(initials)) acronyms.set(initials, body.key)
  }
  /** `Southwest` for `Southwest Realty Ltd`: a word of unsure kind that one organisation's name begins with. */
  const shortOf = (mention: ActorMention, own: readonly string[]) => {
    if (own.length > 1 || mention.title || mention.confidence >= 0.8) return undefined
    const bodiesOf = bodies.filter(({ key, tokens }) => key.startsWith('organization:') && tokens[0] === own[0])
    return bodiesOf.length === 1 ? bodiesOf[0]!.key : undefined
  }
  return mentions.map((mention) => {
    if (mention.canonical) return `${mention.kind}:${plain(mention.canonical)}`
    const own = tokens(mention.name)
    if (mention.kind === 'person') {
      const matching = persons.filter((person) =>
        own.length > 1 ? samePerson(person.tokens, own) : person.tokens.includes(own[0]!),
      )
      // of several, the last one named before; a surname weighs more than a given name
      const best = matching.sort(
        (a, b) =>
          Number(b.tokens.at(-1) === own.at(-1)) - Number(a.tokens.at(-1) === own.at(-1)) ||
          Number(a.at > mention.start) - Number(b.at > mention.start) ||
          b.at - a.at,
      )[0]
      return best?.key ?? shortOf(mention, own) ?? `person:${own.join(' ')}`
    }
    const letters = plain(mention.name).replace(/[^\p{L}\p{N}]/gu, '')
    const spelled =
      acronyms.get(plain(mention.name)) ?? (/^[\p{Lu}.]{2,}$/u.test(mention.name) ? acronyms.get(letters) : undefined)
    if (spelled) return spelled
    const longer =
      own.length === 1
        ? bodies.filter(
            (body) =>
              body.key.startsWith(`${mention.kind}:`) &&
              (body.tokens[0] === own[0] || (body.tokens.at(-1) === own[0] && body.tokens.length > 1)),
          )
        : []
    return longer.length === 1 ? longer[0]!.key : (shortOf(mention, own) ?? `${mention.kind}:${own.join(' ')}`)
  })
}

/** One name goes into the other: same surname, and given names equal, left out, or their initials. */
function samePerson(a: readonly string[], b: readonly string[]): boolean {
  if (a.at(-1) !== b.at(-1)) return false
  const [first, second] = [a[0]!, b[0]!]
  return first === second || (Math.min(first.length, second.length) <= 2 && first[0] === second[0])
}

function toActor(
  key: string,
  group: readonly ActorMention[],
  scope: string,
  nations: ReadonlyMap<string, string>,
): LinkedActor {
  const kind = key.slice(0, key.indexOf(':')) as ActorKind
  const own = group.filter((mention) => !mention.derived)
  const canonical = group.find((mention) => mention.canonical)?.canonical
  const longest = [...own].sort(
    (a, b) => b.name.split(/\s+/).length - a.name.split(/\s+/).length || b.name.length - a.name.length,
  )[0]?.name
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
    actorId: identify('act', kind, body, ...(kind === 'person' ? [known ? plain(known) : scope] : [])),
    kind,
    name,
    mentions: group,
    ...(role && { role }),
    ...(affiliation && { affiliation }),
  }
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
