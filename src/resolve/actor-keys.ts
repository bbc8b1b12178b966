import type { ActorMention } from '../model/mention.ts'
import { isFirstName } from '../text/lexicon.ts'
import { type Gender, PersonNames } from './person-names.ts'

/** A name as it is compared: small letters, without its article and marks. */
export const plain = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/^the\s+/, '')
    .replace(/[^\p{L}\p{N}&' -]/gu, '')
    .trim()
const tokens = (name: string) => plain(name).split(/\s+/)

const initials = /^(?:\p{Lu}\.?){2,}$/u
/** What follows the letters of a company or broadcaster without making another body of it. */
const companyForm =
  /^(?:plc|inc|ltd|llc|llp|corp|co|ag|sa|se|nv|spa|gmbh|group|holdings?|company|corporation|limited|news)$/

/** Bodies of several words by what may stand for them; `many` where two of them share it. */
class BodyNames {
  readonly #keys = new Set<string>()
  readonly #short = new Map<string, string | 'many'>()
  readonly names: { readonly key: string; readonly name: string }[] = []

  add(kind: string, key: string, own: readonly string[], { name, affiliation }: ActorMention): void {
    if (this.#keys.has(key)) return
    this.#keys.add(key)
    this.names.push({ key, name })
    // letters are a name by themselves: `LA` is no short form of the LA Weekly, but `BP` is one of BP plc
    if (initials.test(name.split(/[\s-]+/)[0]!) && !own.slice(1).every((word) => companyForm.test(word))) return
    const note = (short: string) => this.#short.set(short, this.#short.has(short) ? 'many' : key)
    note(`${kind} first ${own[0]}`)
    // `Fed`, of the Federal Reserve
    if (own[0]!.length > 5) for (const length of [3, 4]) note(`${kind} prefix ${own[0]!.slice(0, length)}`)
    // a seat of government has no short name: `the House` is not the White House
    for (const word of affiliation ? [] : new Set([own[0], own.at(-1)])) note(`${kind} either ${word}`)
  }

  /** The only body whose name begins, or `either` begins or ends, with a word, or whose first word begins with it. */
  only(kind: string, place: 'first' | 'either' | 'prefix', word: string): string | undefined {
    const key = this.#short.get(`${kind} ${place} ${word}`)
    return key === 'many' ? undefined : key
  }
}

const genderOf = (title: string | undefined): Gender | undefined =>
  title === undefined
    ? undefined
    : /^(?:Mr|Sir|Lord|King|Prince)\b/.test(title)
      ? 'male'
      : /^(?:Mrs|Ms|Miss|Dame|Lady|Queen|Princess)\b/.test(title)
        ? 'female'
        : undefined

/** Names of persons as a text writes them. */
export const fullNames = (mentions: readonly ActorMention[]): ReadonlySet<string> =>
  new Set(mentions.flatMap(({ kind, name }) => (kind === 'person' ? [name] : [])))

/** A mention's name without what only stands before it: `Novelist Kim Oduya` is Kim Oduya in a text that names him so. */
export function ownName({ kind, name }: ActorMention, named: ReadonlySet<string>): string {
  const words = name.split(/\s+/)
  if (kind === 'person' && !isFirstName(words[0]!))
    for (let from = 1; from < Math.min(4, words.length - 1); from++) {
      const rest = words.slice(from).join(' ')
      if (isFirstName(words[from]!) && named.has(rest)) return rest
    }
  return name
}

/** For each mention, in text order, what it is grouped by: kind and name of what it means. */
export function keysOf(mentions: readonly ActorMention[]): string[] {
  const persons = new PersonNames()
  const bodies = new BodyNames()
  const acronyms = new Map<string, string>()
  const named = fullNames(mentions)
  const tokensOf = (mention: ActorMention) => tokens(ownName(mention, named))
  for (const mention of mentions) {
    if (mention.canonical) continue
    const own = tokensOf(mention)
    if (mention.kind === 'person') {
      if (own.length > 1) persons.add(own, mention.start)
    } else {
      const key = `${mention.kind}:${own.join(' ')}`
      if (own.length > 1) bodies.add(mention.kind, key, own, mention)
      if (mention.acronym) acronyms.set(plain(mention.acronym), key)
    }
  }
  persons.index()
  for (const { key, name } of bodies.names) {
    const letters = name
      .split(/[\s-]+/)
      .filter((word) => /^\p{Lu}/u.test(word))
      .map((word) => word[0]!.toLowerCase())
      .join('')
    if (letters.length > 2 && !acronyms.has(letters)) acronyms.set(letters, key)
  }
  /** `Southwest` for `Southwest Realty Ltd`: a word of unsure kind that one organisation's name begins with. */
  const shortOf = (mention: ActorMention, own: readonly string[]) =>
    own.length > 1 || mention.title || mention.confidence >= 0.8
      ? undefined
      : bodies.only('organization', 'first', own[0]!)
  return mentions.map((mention) => {
    if (mention.canonical) return `${mention.kind}:${plain(mention.canonical)}`
    const own = tokensOf(mention)
    const itself = `${mention.kind}:${own.join(' ')}`
    if (mention.kind === 'person')
      return persons.keyFor(own, mention.start, genderOf(mention.title)) ?? shortOf(mention, own) ?? itself
    const letters = plain(mention.name).replace(/[^\p{L}\p{N}]/gu, '')
    const spelled =
      acronyms.get(plain(mention.name)) ?? (/^[\p{Lu}.]{2,}$/u.test(mention.name) ? acronyms.get(letters) : undefined)
    if (spelled) return spelled
    const longer = own.length === 1 ? bodies.only(mention.kind, 'either', own[0]!) : undefined
    const cut =
      own.length === 1 && own[0]!.length < 5 && mention.kind === 'organization'
        ? bodies.only(mention.kind, 'prefix', own[0]!)
        : undefined
    return longer ?? shortOf(mention, own) ?? cut ?? itself
  })
}
