import type { ActorMention } from '../model/mention.ts'
import { populationOf } from '../text/cities.ts'
import { findPlaceName, longestPlaceName } from '../text/countries.ts'
import { isFirstName, organizationNouns } from '../text/lexicon.ts'
import { findRegions } from '../text/regions.ts'
import { type Gender, PersonNames, type SameGivenName } from './person-names.ts'

/** A name as it is compared: small letters, without its article and marks. */
export const plain = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/^the\s+/, '')
    .replace(/[^\p{L}\p{N}&' -]/gu, '')
    .trim()
const tokens = (name: string) => plain(name).split(/\s+/)
/** A body's: `New People’s Party` and `New People Party` are one. */
const bodyTokens = (name: string): string[] => {
  const own = tokens(name).map((word) => word.replace(/(?<=.)'s$/, ''))
  const [head, of, subject] = own
  // `Ministry of Finance` and `Finance Ministry` are one
  return own.length === 3 && of === 'of' && /^(?:ministry|department)$/.test(head!) ? [subject!, head!] : own
}

const initials = /^(?:\p{Lu}\.?){2,}$/u
/** What follows the letters of a company or broadcaster without making another body of it. */
const companyForm =
  /^(?:plc|inc|ltd|llc|llp|corp|co|ag|sa|se|nv|spa|gmbh|group|holdings?|company|corporation|limited|news)$/

/** Does a name say what kind of body it names, in its words behind the first? */
const headsBody = (own: readonly string[]): boolean =>
  own.slice(1).some((word) => companyForm.test(word) || organizationNouns.has(word)) && !occasion.test(own.at(-1)!)
/** What companies hold, under their names. */
const occasion = /^(?:conference|summit|forum|show|cup|open|championship|festival|awards?|expo)$/

/** Letters of a company that say how it is owned, and nothing of what it is: `Acme plc` is Acme in any article. */
const legalForm = /^(?:plc|inc|ltd|llc|llp|corp|co|ag|sa|se|nv|spa|gmbh|corporation|limited|company|incorporated)$/

/** The words of a body's name without its legal form: `general motors` for General Motors Corporation. */
function withoutForm(own: readonly string[]): readonly string[] {
  let length = own.length
  while (length > 1 && legalForm.test(own[length - 1]!)) length--
  return own.slice(0, length)
}

/** The words of a name behind the country that leads it: `home office` for United Kingdom Home Office. */
function withoutCountry(name: string, own: readonly string[]): readonly string[] | undefined {
  const words = name.split(/\s+/)
  for (let length = Math.min(longestPlaceName, words.length - 1); length > 0; length--)
    if (own.length > length && findPlaceName(words.slice(0, length).join(' '))) return own.slice(length)
  return undefined
}

/** The words of a name before the country that its body is of: `supreme court` for Supreme Court of India. */
function beforeCountry(name: string): readonly string[] | undefined {
  const parts = / of (?:the )?(?<place>\p{Lu}[\p{L} ]*)$/u.exec(name)
  const own = parts && findPlaceName(parts.groups!.place!) ? tokens(name.slice(0, parts.index)) : []
  return own.length > 1 ? own : undefined
}

/** The letters that a name of several words may be called by: `gm`, `usgs`; small words left out. */
const lettersOf = (name: string): string =>
  name
    .split(/[\s-]+/)
    .filter((word) => /^\p{Lu}/u.test(word))
    .map((word) => (/^\p{Lu}{2,}$/u.test(word) ? word : word[0]!))
    .join('')
    .toLowerCase()

/** The same with small words: `boj`, of the Bank of Japan. */
const allLettersOf = (name: string): string =>
  / (?:of|for|and) /.test(name)
    ? name
        .split(/[\s-]+/)
        .map((word) => (/^\p{Lu}{2,}$/u.test(word) ? word : word[0]))
        .join('')
        .toLowerCase()
    : lettersOf(name)

/** The first word of a place's longer name is a town or region by itself: `Washington Dulles International Airport`. */
const isTown = (word: string, own: readonly string[]): boolean => {
  const name = word[0]!.toUpperCase() + word.slice(1)
  // `Oregon City` is not Oregon
  if (own.at(-1) === 'city') return findRegions(name).length > 0
  return (
    !/^(?:state|province|region|county|oblast|governorate|district|island|prefecture|republic)$/.test(own.at(-1)!) &&
    (populationOf(name) !== undefined || findRegions(name).length > 0)
  )
}

/** Hosts that are named like what owns them: `CBC.ca` is the CBC's, where a text names it. */
const host = /\.(?:com|org|net|io|info|tv|news|\p{Ll}{2})$/u

/** Bodies of several words by what may stand for them; `many` where two of them share it. */
class BodyNames {
  readonly #keys = new Set<string>()
  readonly #short = new Map<string, string | 'many'>()
  readonly names: { readonly key: string; readonly name: string }[] = []

  /** @param met words that the text has named something by already */
  add(
    kind: string,
    key: string,
    own: readonly string[],
    { name, affiliation }: ActorMention,
    met: ReadonlySet<string>,
  ): void {
    if (this.#keys.has(key)) return
    this.#keys.add(key)
    this.names.push({ key, name })
    const note = (short: string) => this.#short.set(short, this.#short.has(short) ? 'many' : key)
    const rest = withoutCountry(name, own) ?? beforeCountry(name)
    if (rest) note(`${kind} whole ${rest.join(' ')}`)
    // letters are a name by themselves: `LA` is no short form of the LA Weekly, but `BP` is one of BP plc
    if (initials.test(name.split(/[\s-]+/)[0]!) && !own.slice(1).every((word) => companyForm.test(word))) return
    note(`${kind} first ${own[0]}`)
    // `Ford Taurus`: what is named behind its maker is no longer name of it
    if (kind === 'organization' && met.has(own[0]!) && !headsBody(own)) return
    // `Fed`, of the Federal Reserve
    if (own[0]!.length > 5) for (const length of [3, 4]) note(`${kind} prefix ${own[0]!.slice(0, length)}`)
    // a seat of government has no short name: `the House` is not the White House; nor has a town's airport the town's
    const ends = affiliation ? [] : kind === 'place' && isTown(own[0]!, own) ? [own.at(-1)] : [own[0], own.at(-1)]
    for (const word of new Set(ends)) note(`${kind} either ${word}`)
  }

  /** The only body whose name begins, or `either` begins or ends, with a word, or whose first word begins with it, or that the words name `whole` but for its country. */
  only(kind: string, place: 'first' | 'either' | 'prefix' | 'whole', word: string): string | undefined {
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

const genderOfKin = (role: string | undefined): Gender | undefined =>
  role === undefined
    ? undefined
    : /^(?:husband|father|son|brother|uncle|nephew|grandfather|businessman|actor|spokesman|congressman)$/.test(role)
      ? 'male'
      : /^(?:wife|mother|daughter|sister|aunt|niece|grandmother|businesswoman|actress|spokeswoman|congresswoman)$/.test(
            role,
          )
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
export function keysOf(mentions: readonly ActorMention[], areOne?: SameGivenName): string[] {
  const persons = new PersonNames(areOne)
  const bodies = new BodyNames()
  const acronyms = new Map<string, string>()
  const named = fullNames(mentions)
  const met = new Set<string>()
  const bodyNames = new Set(mentions.flatMap(({ kind, name }) => (kind === 'organization' ? [name] : [])))
  // an article names the same things again and again
  const read = new Map<string, readonly string[]>()
  const tokensOf = (mention: ActorMention): readonly string[] => {
    const body = mention.kind === 'organization'
    const key = `${body ? 'body' : mention.kind} ${mention.name}`
    let own = read.get(key)
    if (!own) {
      const owner = body && host.test(mention.name) ? mention.name.replace(host, '') : ''
      own = bodyNames.has(owner)
        ? bodyTokens(owner)
        : body
          ? withoutForm(bodyTokens(mention.name))
          : tokens(ownName(mention, named))
      read.set(key, own)
    }
    return own
  }
  for (const mention of mentions) {
    if (mention.canonical) continue
    const own = tokensOf(mention)
    if (mention.kind === 'person') {
      if (own.length > 1) persons.add(own, mention.start, genderOf(mention.title) ?? genderOfKin(mention.role))
    } else {
      const key = `${mention.kind}:${own.join(' ')}`
      if (own.length > 1) bodies.add(mention.kind, key, own, mention, met)
      if (mention.acronym) acronyms.set(plain(mention.acronym), key)
    }
    if (own.length === 1) met.add(own[0]!)
  }
  persons.index()
  const acronymsGiven = new Set(acronyms.keys())
  const spelledBy = new Map<string, string | 'many'>()
  for (const { key, name } of bodies.names)
    for (const letters of new Set([lettersOf(name), allLettersOf(name)]))
      if (letters.length > 1) spelledBy.set(letters, spelledBy.has(letters) ? 'many' : key)
  for (const [letters, key] of spelledBy) {
    // two letters are many things: only a body's two words are called by them
    if (key === 'many' || acronyms.has(letters)) continue
    if (letters.length > 2 || key.startsWith('organization:')) acronyms.set(letters, key)
  }
  /** `Southwest` for `Southwest Realty Ltd`: a word of unsure kind that one organisation's name begins with is that one's, or its maker's. */
  const shortOf = (mention: ActorMention, own: readonly string[]) => {
    if (own.length > 1 || mention.title || mention.confidence >= 0.8) return undefined
    const first = bodies.only('organization', 'first', own[0]!)
    return first && (bodies.only('organization', 'either', own[0]!) === first ? first : `organization:${own[0]}`)
  }
  return mentions.map((mention) => {
    if (mention.canonical) return `${mention.kind}:${plain(mention.canonical)}`
    const own = tokensOf(mention)
    const itself = `${mention.kind}:${own.join(' ')}`
    if (mention.kind === 'person')
      return persons.keyFor(own, mention.start, genderOf(mention.title)) ?? shortOf(mention, own) ?? itself
    const letters = plain(mention.name).replace(/[^\p{L}\p{N}]/gu, '')
    const capitals = /^[\p{Lu}.]{2,}$/u.test(mention.name)
    const spelled =
      letters.length === 2 && mention.kind !== 'organization' && !acronymsGiven.has(letters)
        ? undefined
        : (acronyms.get(plain(mention.name)) ?? (capitals ? acronyms.get(letters) : undefined))
    if (spelled) return spelled
    const whole = bodies.only(mention.kind, 'whole', own.join(' '))
    if (whole) return whole
    const longer = own.length === 1 ? bodies.only(mention.kind, 'either', own[0]!) : undefined
    const cut =
      own.length === 1 && own[0]!.length < 5 && mention.kind === 'organization'
        ? bodies.only(mention.kind, 'prefix', own[0]!)
        : undefined
    return longer ?? shortOf(mention, own) ?? cut ?? itself
  })
}
