import { distance } from 'fastest-levenshtein'
import { hasTag } from '../text/lexicon.ts'

/** A person named in full somewhere in a text: the fullest form of the name, and where it was first met. */
type NamedPerson = { readonly key: string; tokens: readonly string[]; readonly at: number; gender?: Gender | undefined }
/** One place where a person is named in full. */
type Naming = { readonly person: NamedPerson; readonly at: number }

/** What a title tells: `Mr` of a man, `Mrs` of a woman. */
export type Gender = 'male' | 'female'

/** Is one given name, in small letters, a short form of the other? */
export type SameGivenName = (one: string, other: string) => boolean

/** Persons of a text by their names. Each look-up takes the same time however many bear a name. */
export class PersonNames {
  readonly #areOne: SameGivenName
  readonly #persons: NamedPerson[] = []
  readonly #namings: Naming[] = []
  /** Who can be meant by a full name: by surname and first name, and where either is an initial, by its letter. */
  readonly #full = new Map<string, Set<NamedPerson>>()
  /** In text order, once `index` was called. */
  #bySurname = new Map<string, Naming[]>()
  #byOtherName = new Map<string, Naming[]>()
  #byFullName = new Map<string, NamedPerson[]>()
  /** Surnames by their first three letters. */
  readonly #surnames = new Map<string, readonly string[]>()

  constructor(areOne: SameGivenName = () => false) {
    this.#areOne = areOne
  }

  /** Notes a name of two words or more; one that goes into another's is the same person's. Names come in text order. `told`: by title or kinship. */
  add(tokens: readonly string[], at: number, told?: Gender): void {
    const known = this.#find(tokens)
    if (known) {
      this.#namings.push({ person: known, at })
      known.gender ??= told
    }
    if (!known) {
      const person: NamedPerson = { key: `person:${tokens.join(' ')}`, tokens, at, gender: told }
      this.#persons.push(person)
      this.#namings.push({ person, at })
      this.#note(person)
    } else if (tokens.length > known.tokens.length) {
      const before = known.tokens
      known.tokens = tokens
      if (before[0] === tokens[0]) return
      for (const key of keysOf(before)) this.#full.get(key)!.delete(known)
      this.#note(known)
    }
  }

  #note(person: NamedPerson): void {
    for (const key of keysOf(person.tokens))
      this.#full.set(key, (this.#full.get(key) ?? new Set<NamedPerson>()).add(person))
  }

  #find(tokens: readonly string[]): NamedPerson | undefined {
    for (const key of soughtBy(tokens)) for (const person of this.#full.get(key) ?? []) return person
    // `Kristin Wilkins`, `Kristen Wilkins`; `Lawrence Lessig`, `Larry Lessig`
    const [first, surname] = [tokens[0]!, tokens.at(-1)!]
    let looked = 0
    for (const person of this.#full.get(`of ${surname}`) ?? []) {
      const given = person.tokens[0]!
      if ((isMisspelt(first, given) || this.#areOne(first, given)) && !differInGender(first, given)) return person
      if (++looked === couple) break
    }
    return undefined
  }

  /** To be called behind the last `add` and before the first `keyFor`. */
  index(): void {
    const note = <T>(map: Map<string, T[]>, key: string, value: T) => {
      const list = map.get(key)
      if (list) list.push(value)
      else map.set(key, [value])
    }
    for (const person of this.#persons) for (const key of keysOf(person.tokens)) note(this.#byFullName, key, person)
    for (const naming of this.#namings) {
      const { tokens, gender: told } = naming.person
      const surname = tokens.at(-1)!
      if (!this.#bySurname.has(surname)) {
        const alike = this.#surnames.get(surname.slice(0, 3)) ?? []
        // so many that begin alike are no text's persons but a list
        if (alike.length < 20) this.#surnames.set(surname.slice(0, 3), [...alike, surname])
      }
      note(this.#bySurname, surname, naming)
      for (const gender of ['male', 'female'] as const)
        if (told ? told === gender : mayBe(tokens[0]!, gender)) note(this.#bySurname, `${gender} ${surname}`, naming)
      for (const name of new Set(tokens)) if (name !== surname) note(this.#byOtherName, name, naming)
    }
  }

  /**
   * The person whom a name at `at` means: of several the one last named in full before, whose given name does not speak against the
   * title's gender; a surname weighs more than a given name.
   */
  keyFor(tokens: readonly string[], at: number, gender?: Gender): string | undefined {
    if (tokens.length > 1)
      return (
        nearest(
          soughtBy(tokens)
            .flatMap((key) => nearest(this.#byFullName.get(key), at) ?? [])
            .sort((a, b) => a.at - b.at),
          at,
        ) ?? this.#find(tokens)
      )?.key
    const name = tokens[0]!
    const titled = gender && this.#nearestOf(gender, this.#bySurname.get(`${gender} ${name}`), at)
    if (titled) return titled.key
    // a couple: the one that is left is not named in full
    if (
      gender &&
      this.#bySurname.has(name) &&
      this.#bySurname.get(name)!.length <= couple &&
      this.#allAre(gender, name)
    )
      return undefined
    const named = nearest(this.#bySurname.get(name), at) ?? nearest(this.#byOtherName.get(name), at)
    return named ? named.person.key : this.#misspelt(name)
  }

  /** `Zelensky`, in a text that names only a Volodymyr Zelenskiy: the one whose surname is but a letter away. */
  #misspelt(name: string): string | undefined {
    if (name.length < shortestMisspelt) return undefined
    const near = new Set<string>()
    for (const surname of this.#surnames.get(name.slice(0, 3)) ?? [])
      if (isMisspelt(name, surname))
        for (const { person } of this.#bySurname.get(surname)!.slice(0, couple)) near.add(person.key)
    return near.size === 1 ? [...near][0] : undefined
  }

  /** The nearest who is not the other of a couple by an earlier title: `Mr Khan` of one and `Ms Khan` of another. Its gender is then told. */
  #nearestOf(gender: Gender, namings: readonly Naming[] | undefined, at: number): NamedPerson | undefined {
    const near = nearest(namings, at)?.person
    const found =
      near === undefined || near.gender === undefined || near.gender === gender
        ? near
        : namings!.slice(0, couple).find(({ person }) => person.gender === undefined || person.gender === gender)
            ?.person
    if (found) found.gender ??= gender
    return found
  }

  /** Nobody of that surname can be of the gender. */
  #allAre(not: Gender, surname: string): boolean {
    return this.#bySurname.get(surname)!.every(({ person }) => person.gender !== undefined && person.gender !== not)
  }
}

const shortestMisspelt = 5
/** One letter more, fewer or other, but not the first, and no plural: `Martins` is another's name. */
const isMisspelt = (one: string, other: string): boolean =>
  one.length >= shortestMisspelt &&
  other.length >= shortestMisspelt &&
  one[0] === other[0] &&
  one !== `${other}s` &&
  other !== `${one}s` &&
  Math.abs(one.length - other.length) < 2 &&
  distance(one, other) === 1

/** Namings that are looked at for another of the family. */
const couple = 8

const mayBe = (given: string, gender: Gender): boolean => {
  const [male, female] = [hasTag(given, 'MaleName'), hasTag(given, 'FemaleName')]
  return male === female || (gender === 'male' ? male : female)
}

const differInGender = (one: string, other: string): boolean =>
  (['male', 'female'] as const).some((gender) => mayBe(one, gender) !== mayBe(other, gender))

/** Under what a full name is kept: surname with first name, and with its first letter, apart for initials (two letters at most) and all. */
function keysOf(tokens: readonly string[]): string[] {
  const first = tokens[0]!
  const surname = tokens.at(-1)!
  const keys = [`${surname} =${first}`, `${surname} any ${first[0]}`, `of ${surname}`]
  // `Hawk Sawyer`, of Kathleen Hawk Sawyer; but a given name in the middle may be another's first
  if (tokens.length > 2 && !hasTag(tokens[1]!, 'FirstName', 'MaleName', 'FemaleName'))
    keys.push(`tail ${tokens.slice(1).join(' ')}`)
  return first.length <= 2 ? [...keys, `${surname} initial ${first[0]}`] : keys
}

/** Where the same person is kept: surname and first name equal, or the first names' first letters where one is an initial. */
function soughtBy(tokens: readonly string[]): string[] {
  const first = tokens[0]!
  const surname = tokens.at(-1)!
  return [
    `${surname} =${first}`,
    `tail ${tokens.join(' ')}`,
    `${surname} ${first.length <= 2 ? 'any' : 'initial'} ${first[0]}`,
  ]
}

/** Of persons in text order the last one met before an offset, else the last of all. */
function nearest<T extends { readonly at: number }>(persons: readonly T[] | undefined, at: number): T | undefined {
  if (!persons?.length) return undefined
  let low = 0
  let high = persons.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (persons[middle]!.at <= at) low = middle + 1
    else high = middle
  }
  return persons[low - 1] ?? persons.at(-1)
}
