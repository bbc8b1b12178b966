import { populationOf } from '../../text/cities.ts'
import { findPlaceName, longestPlaceName, type PlaceName } from '../../text/countries.ts'
import {
  hasTag,
  isCommonWord,
  isFirstName,
  isFunctionWord,
  isSpelledSmall,
  tagsOf,
  toSingular,
} from '../../text/lexicon.ts'
import { namesClub, namesPaper } from './bodies.ts'
import { type Candidate, textOf } from './candidate.ts'
import {
  isCompanyPlural,
  isCountryman,
  isEventNoun,
  isHonorific,
  isLegalForm,
  isOrganizationNoun,
  isPartyName,
  isPlaceNounBefore,
  isPlaceNounBehind,
  isPortfolioNoun,
  isRoleNoun,
  isStorm,
  isTradeNoun,
  isWeakOrganizationNoun,
} from './nouns.ts'
import type { Run } from './runs.ts'
import { isModel } from './things.ts'
import type { Word } from './words.ts'

/** Cuts a run into names: listed places out of the way, titles off, organisations and events whole. */
export function splitRun(run: Run): Candidate[] {
  let words = trimEdges(run)
  if (words.length === 0) return []
  // `the Spanish NGO Caminando Fronteras`
  const ngo = words.findIndex(({ text }, i) => i < words.length - 1 && /^NGOs?$/.test(text))
  if (ngo >= 0) return [...(ngo > 0 ? splitRun(words.slice(0, ngo)) : []), ...splitRun(words.slice(ngo + 1))]
  // `Acme LLC Jim Moss`: behind its legal form another name begins
  const form = words.findIndex((word, i) => i > 0 && i < words.length - 1 && isLegalForm(word.text))
  if (form > 0) return [...splitRun(words.slice(0, form + 1)), ...splitRun(words.slice(form + 1))]
  // `Kennedy Space Center on STS-1`
  const model = words.findIndex((word, i) => i > 1 && isModel(word.text) && !words[i - 1]!.capital)
  if (model > 0) return [...splitRun(words.slice(0, model)), ...splitRun(words.slice(model + 1))]
  let titled = innerTitle(words)
  // `White House Press Secretary`
  while (titled > 1 && inOffice.test(words[titled - 1]!.text)) titled--
  if (titled > 0) {
    // what stands before an inner title is what its holder belongs to
    const body = splitRun(words.slice(0, titled)).map((candidate) =>
      candidate.shape === 'unknown' && !isKnownPlace(textOf(candidate.words))
        ? { ...candidate, shape: 'organization' as const }
        : candidate,
    )
    const owner = body.at(-1)
    const [holder, ...rest] = splitRun(words.slice(titled))
    return [
      ...body,
      ...(holder ? [owner ? { ...holder, owner: owner.place?.canonical ?? textOf(owner.words) } : holder] : []),
      ...rest,
    ]
  }
  const held = heldOffice(words)
  if (held) return held
  const whole = shapeOf(words)
  if (whole) return [whole]
  // `Asian Instagram users`: the part of the world is no part of the name, unless it heads a body's
  if (words.length > 1 && (regional.test(words[0]!.text) || isCountryman(words[0]!.text)))
    return splitRun(words.slice(1))
  const person = personBehindPlace(words)
  if (person > 0) return [...splitRun(words.slice(0, person)), ...splitRun(words.slice(person))]
  const owner = leadingOwner(words)
  if (owner > 0) return [...splitRun(words.slice(0, owner)), ...splitRun(words.slice(owner))]
  const found: Candidate[] = []
  let before: PlaceName | undefined
  // places that lead: `U.S. President Donald Trump`, `Afghan Ambassador`, `Kazakh`
  for (let lead = leadingPlace(words); lead && words.length; lead = leadingPlace(words)) {
    const rest = trimEdges(words.slice(lead.length))
    const restShape = rest.length ? shapeOf(rest) : undefined
    found.push({ words: words.slice(0, lead.length), title: [], place: lead.place, shape: 'place' })
    before = lead.place
    words = rest
    if (restShape) return [...found, { ...restShape, before }]
  }
  if (words.length === 0) return found
  // `Co-founder of Google`, `Critics of Scientology`: an office of something named; what is named stands for itself
  const office = words.findIndex((word) => /^(?:of|for|on)$/.test(word.text))
  if (
    office > 0 &&
    isOffice(words[office - 1]!.text) &&
    (titleLength(words) <= office || isBody(words.slice(office + 1)))
  )
    return [...found, ...splitOffice(words.slice(0, office + 1), words.slice(office + 1))]
  const title = titleLength(words)
  const titleWords = words.slice(0, title)
  const name = trimEdges(words.slice(title))
  if (name.length === 0)
    return isRoleNoun(titleWords.at(-1)!.text) || titleWords.some((word) => word.text === 'of')
      ? found
      : [...found, { words: titleWords, title: [], shape: 'role', ...(before && { before }) }]
  // `Attorney General’s Office`
  if (title > 0 && name.length === 1 && isOrganizationNoun(name[0]!.text) && titleWords.at(-1)!.possessive)
    return [...found, { words: [...titleWords, ...name], title: [], shape: 'organization' }]
  const shaped = title ? undefined : shapeOf(name)
  if (shaped) return [...found, { ...shaped, ...(before && { before }) }]
  // a listed place at the end of an unlisted name: `Sydney Australia` stays one name unless the head is a person's
  const shape = title > 0 ? 'person' : 'unknown'
  const inner = title ? leadingPlace(name) : undefined
  if (inner && inner.length === name.length)
    return [...found, { words: name, title: [], place: inner.place, shape: 'place' }]
  return [...found, { words: name, title: titleWords, shape, ...(before && { before }) }]
}

/** `Mayor of London | Sadiq Khan`: the city that an office is of, and its holder, if one stands behind. */
function splitOffice(office: readonly Word[], rest: readonly Word[]): Candidate[] {
  const own = trimEdges(rest)
  for (let length = Math.min(2, own.length - 2); length > 0; length--) {
    const place = own.slice(0, length)
    const name = own.slice(length)
    if (
      isKnownPlace(textOf(place)) &&
      name.length <= 3 &&
      name.every(
        ({ text, capital }) =>
          capital && !isSpelledSmall(text) && !isOrganizationNoun(text) && !isPlaceNounBehind(text),
      )
    )
      return [...splitRun(place), { words: name, title: [], shape: 'person', office: [...office, ...place] }]
  }
  return splitRun(rest)
}
const isKnownPlace = (name: string): boolean => hasTag(name, 'City', 'Region') || (populationOf(name) ?? 0) > 200_000

const regional = /^(?:Asian|European|African|American|Western|Eastern|Northern|Southern|Arab)$/

/**
 * `House Speaker Paula Grant`, `Senate Majority Leader Tom Reyes`, `Mayor of London Sadiq Khan`: an office, what it is held in or of, and
 * its holder by a given name and a surname. Null for other runs.
 */
function heldOffice(words: readonly Word[]): Candidate[] | null {
  const given = words.findIndex((word, i) => i > 0 && i < words.length - 1 && isFirstName(word.text))
  if (given < 1 || words.length - given > 4 || isFirstName(words[given - 1]!.text)) return null
  const office = words.slice(0, given).findIndex((word) => isRoleNoun(word.text) && !isFirstName(word.text))
  if (office < 0) return null
  const name = words.slice(given)
  const link = words[office + 1]!
  // `Mayor of London Sadiq Khan`, `Speaker of the House Ian Fell`
  if (/^(?:of|for)$/.test(link.text)) {
    const of = trimEdges(words.slice(office + 2, given))
    if (
      of.length === 0 ||
      of.length > 3 ||
      of.every((word) => isCommonWord(word.text) && !isOrganizationNoun(word.text))
    )
      return null
    const body = splitRun(of).filter(({ shape }) => shape !== 'role')
    return [
      ...(body.every(({ words: own }) => own.length === 1 && isOrganizationNoun(own[0]!.text)) ? [] : body),
      { words: name, title: [], shape: 'person', office: words.slice(0, given) },
    ]
  }
  if (office !== given - 1) return null
  let from = office
  // `United Nations Secretary-General`: a listed place or body is no part of the office
  while (from > 0 && isPartOfOffice(words[from - 1]!.text) && !findPlaceName(textOf(words.slice(0, from)))) from--
  const body = words.slice(0, from)
  if (body.length === 0)
    return from === 0 && office > 0 ? [{ words: name, title: words.slice(0, given), shape: 'person' }] : null
  const owners = splitRun(body).map((candidate) =>
    candidate.shape === 'unknown' && !isKnownPlace(textOf(candidate.words))
      ? { ...candidate, shape: 'organization' as const }
      : candidate,
  )
  const owner = owners.at(-1)
  return [
    ...owners,
    {
      words: name,
      title: words.slice(from, given),
      shape: 'person',
      owner: owner ? (owner.place?.canonical ?? textOf(owner.words)) : textOf(body),
    },
  ]
}
const isPartOfOffice = (word: string): boolean =>
  isRoleNoun(word) ||
  (isSpelledSmall(word) &&
    !findPlaceName(word) &&
    !isFirstName(word) &&
    !/^(?:House|Senate|Congress|Parliament|Commission|Council|Court|City|State)$/.test(word))

/** Where a title stands inside a run, with what its holder belongs to before it: `Apple CEO Tim Cook`, `Polk County Sheriff Don Hall`; -1 for none. */
function innerTitle(words: readonly Word[]): number {
  const last = words.at(-1)!.text
  const named = words.length > 2 && isFirstName(words.at(-2)!.text)
  if (!named && (isOrganizationNoun(last) || isEventNoun(last) || isPlaceNounBehind(last))) return -1
  // `Chief Financial Officer`, `Acme Chief Technology Officer`: one office from its first word on
  const chief = words.findIndex((_, i) => officerBehindChief(words, i) > 0)
  if (chief >= 0) return chief > 0 && !roleAdjective.test(words[chief - 1]!.text) ? chief : -1
  return words.findIndex((word, i) => {
    if (
      i === 0 ||
      i === words.length - 1 ||
      !words[i + 1]!.capital ||
      isRoleNoun(words[i - 1]!.text) ||
      isHonorific(words[i - 1]!.text)
    )
      return false
    if (!(isHonorific(word.text) || isRoleNoun(word.text)) || isOrganizationNoun(word.text) || isFirstName(word.text))
      return false
    // `Foreign Minister`, `Prime Minister`, `Vice President`: the word before belongs to the title
    const before = words[i - 1]!.text
    // `Deputy District Attorney`
    if (
      words.slice(0, i).every((part) => isRoleNoun(part.text) || ofOffice.test(part.text)) &&
      isRoleNoun(words[0]!.text)
    )
      return false
    if (isPortfolioNoun(word.text) && !findPlaceName(before) && i === 1) return false
    return (
      // `Acme CEO`: letters take no word before them into the office, but for an adjective
      (/^\p{Lu}{3}$/u.test(word.text) && !hasTag(before, 'Adjective') && !roleAdjective.test(before)) ||
      !(isCommonWord(before) || roleAdjective.test(before)) ||
      isOrganizationNoun(before) ||
      isPlaceNounBehind(before)
    )
  })
}

/** The place of `Officer` in `Chief Financial Officer`, which begins at `i`, with a name behind it; 0 where no such office does. */
function officerBehindChief(words: readonly Word[], i: number): number {
  if (words[i]!.text !== 'Chief') return 0
  for (let k = i + 2; k <= i + 3 && k < words.length - 1; k++) if (words[k]!.text === 'Officer') return k
  return 0
}

/** Words of an office before its noun that are bodies' or common words otherwise. */
const inOffice = /^(?:Press|Majority|Minority|Deputy|Vice|Assistant|Senior|Executive|Managing)$/
const ofOffice = /^(?:District|City|County|State|Police|Fire|Public)$/
const roleAdjective = /^(?:Prime|Vice|Deputy|Foreign|Chief|Former|First|Acting|Interim|New|Then)$/

/** Words of a body or place that stands before a person's name without a title between: `NASA Bill Ingalls`, `Washington Chris Gregoire`; 0 for none. */
function leadingOwner(words: readonly Word[]): number {
  const [owner, given] = words
  if (words.length < 3 || !isFirstName(given!.text) || isFirstName(owner!.text) || isCommonWord(words[2]!.text))
    return 0
  if (isRoleNoun(owner!.text)) return 0
  return /^\p{Lu}{3,6}$/u.test(owner!.text) || hasTag(owner!.text, 'City', 'Region') ? 1 : 0
}

/** `University of Havana | Ada Berg`: where a person's name begins behind the place that a body is of; 0 for none. */
function personBehindPlace(words: readonly Word[]): number {
  const of = words.findIndex(({ text }) => text === 'of')
  const given = of < 1 ? -1 : words.findIndex(({ text }, i) => i > of + 1 && isFirstName(text))
  const name = given < 0 ? [] : words.slice(given)
  const last = name.at(-1)?.text
  const named =
    name.length > 1 &&
    name.length < 5 &&
    name.every(({ capital, text }) => capital && !isOrganizationNoun(text) && !isRoleNoun(text)) &&
    !isEventNoun(last!) &&
    !isPlaceNounBehind(last!)
  const place = textOf(words.slice(of + 1, given))
  return named && (findPlaceName(place) || isKnownPlace(place)) ? given : 0
}

/** `of the ANC`, `of Acme Group`: what an office belongs to, and nobody's name behind it. */
function isBody(words: readonly Word[]): boolean {
  const own = trimEdges(words)
  return own.length === 1 ? /^\p{Lu}{2,}$/u.test(own[0]!.text) : shapeOf(own)?.shape === 'organization'
}

const isOffice = (word: string) => isRoleNoun(word) || isRoleNoun(toSingular(word))

/** What the form of a whole phrase tells: listed, or headed by a noun that names a kind of thing. */
function shapeOf(words: readonly Word[]): Candidate | undefined {
  const text = textOf(words)
  const place = findPlaceName(text)
  if (place) return { words, title: [], place, shape: place.kind === 'organization' ? 'organization' : 'place' }
  if (words.length > 1 && hasTag(text, 'Organization', 'SportsTeam')) return { words, title: [], shape: 'organization' }
  if (words.length > 1 && hasTag(text, 'City', 'Region', 'Place', 'Country'))
    return { words, title: [], shape: 'geographic' }
  if (words.length < 2) return undefined
  if (namesClub(words) || namesPaper(words)) return { words, title: [], shape: 'organization' }
  // `Downing St`, `Hurricane Mitch`, `General Election`
  const ends = words.at(-1)!.text
  if (ends === 'St' && !isHonorific(words[0]!.text)) return { words, title: [], shape: 'geographic' }
  if (isStorm(words[0]!.text) && words.length < 4) return { words, title: [], shape: 'event' }
  if (words[0]!.text === 'General' && words.length === 2 && isEventNoun(ends))
    return { words, title: [], shape: 'event' }
  // `St. Louis`
  if (/^St\.?$/.test(words[0]!.text) && populationOf(text) !== undefined)
    return { words, title: [], shape: 'geographic' }
  // `Tom Sheriff`, `Meg Duke`: a given name before a calling is a person's
  if (
    words.length === 2 &&
    isFirstName(words[0]!.text) &&
    isRoleNoun(words[1]!.text) &&
    !isHonorific(words[0]!.text) &&
    !findPlaceName(words[0]!.text) &&
    !isRoleNoun(words[0]!.text)
  )
    return { words, title: [], shape: 'person' }
  const first = words[0]!.text
  const last = words.at(-1)!.text
  const link = words.findIndex((word) => /^(?:of|for|on)$/.test(word.text))
  const head = link > 0 ? words[link - 1]!.text : last
  const headed = isOrganizationNoun(last) && !isWeakOrganizationNoun(last)
  if (!headed && (isHonorific(first) || (isRoleNoun(first) && link !== 1))) return undefined
  if (link > 0 && isRoleNoun(head)) return undefined
  if (/^(?:co|ag|sa|nv|bv)$/i.test(last) || isLegalForm(last) || isPartyName(last))
    return { words, title: [], shape: 'organization' }
  const lead = leadingPlace(words)
  // `Saudi Telecom`
  if (lead?.place.derived && isTradeNoun(last)) return { words, title: [], shape: 'organization' }
  const innerTitle = words.some(
    (word, i) =>
      i > 0 &&
      i < words.length - 1 &&
      (isHonorific(word.text) || isRoleNoun(word.text)) &&
      !isOrganizationNoun(word.text),
  )
  const games =
    head === 'Games' &&
    (findPlaceName(first) !== undefined ||
      /^(?:Olympic|Paralympic|Asian|Commonwealth|World|Winter|Summer|National|Invictus)$/.test(first))
  const open = /^(?:Open|Masters)$/.test(last) && findPlaceName(textOf(words.slice(0, -1))) !== undefined
  if (isEventNoun(head) || games || open) return { words, title: [], shape: 'event' }
  if (
    (isOrganizationNoun(head) || head === 'Games' || isCompanyPlural(head)) &&
    !innerTitle &&
    !(isWeakOrganizationNoun(head) && isFirstName(first)) &&
    !(lead && words.length === 2 && isWeakOrganizationNoun(head))
  )
    return { words, title: [], shape: 'organization' }
  if (
    (isPlaceNounBehind(last) && link < 0 && !isFirstName(first)) ||
    isPlaceNounBefore(first) ||
    (link > 0 && isPlaceNounBehind(head))
  )
    return { words, title: [], shape: 'geographic' }
  return undefined
}

/** The longest listed place that the words begin with. */
function leadingPlace(words: readonly Word[]): { place: PlaceName; length: number } | undefined {
  for (let length = Math.min(words.length, longestPlaceName); length > 0; length--) {
    const place = findPlaceName(textOf(words.slice(0, length)))
    if (!place) continue
    // a listed place that is also a given name (`Jordan Peele`, `Chad Smith`) leads a name, unless it is the whole of it
    const next = words[length]
    if (
      length === 1 &&
      next &&
      !place.derived &&
      isFirstName(words[0]!.text) &&
      !isRoleNoun(next.text) &&
      !isHonorific(next.text)
    )
      return undefined
    return { place, length }
  }
  return undefined
}

/** Words that make up the title at the start: `Prime Minister`, `Minister of Foreign Affairs`, `Mr.`; 0 for none. */
function titleLength(words: readonly Word[]): number {
  let length = 0
  for (let i = 0; i < words.length; i++) {
    const { text } = words[i]!
    const officer = officerBehindChief(words, i)
    if (officer || isHonorific(text)) {
      i = officer || i
      length = i + 1
      continue
    }
    if (
      isRoleNoun(text) &&
      !(
        isFirstName(text) &&
        i === 0 &&
        words.length === 2 &&
        !/^(?:King|Queen|Prince|Princess|Pope|Judge|Major)$/.test(text)
      )
    ) {
      length = i + 1
      // `Secretary of State John Kerry`, `Minister of Foreign Affairs`: the office runs on over common nouns
      if (words[i + 1]?.text === 'of' || words[i + 1]?.text === 'for') {
        let end = i + 2
        while (
          words[end] &&
          (isCommonWord(words[end]!.text) ||
            isSpelledSmall(words[end]!.text) ||
            isFunctionWord(words[end]!.text) ||
            findPlaceName(words[end]!.text)) &&
          !isFirstName(words[end]!.text)
        )
          end++
        while (end > i + 2 && isFunctionWord(words[end - 1]!.text)) end--
        // an adjective wants its noun: `Minister of Foreign Affairs`
        if (end > i + 2 && words[end] && hasTag(words[end - 1]!.text, 'Adjective')) end++
        if (end > i + 2) {
          length = end
          i = end - 1
        }
      }
    } else if (
      !(i === 0 && words[i + 1] && isPortfolioNoun(words[i + 1]!.text)) &&
      !(isCommonWord(text) && tagsOf(text).size > 0) &&
      // `Chief Election Commissioner`
      !(length > 0 && isSpelledSmall(text) && !isFirstName(text) && isRoleNoun(words[i + 1]?.text ?? '')) &&
      !/^(?:Vice|Deputy|Prime|Former|Foreign|Chief|Acting|Senior|Associate|Interim)$/.test(text)
    )
      break
  }
  return length
}

/** Function words and conjunctions at either end are no part of a name. */
function trimEdges(words: readonly Word[]): readonly Word[] {
  let start = 0
  let end = words.length
  while (
    end > start &&
    (!words[end - 1]!.capital ||
      (end - start > 1 &&
        /^(?:In|On|At|By|For|From|The|An?|And|But|Or|As|To|With|Of|After|Before|When|While)$/.test(
          words[end - 1]!.text,
        )))
  )
    end--
  while (
    start < end &&
    (!words[start]!.capital ||
      /^(?:The|A|An)$/.test(words[start]!.text) ||
      (words[start]!.first && isFunctionWord(words[start]!.text) && !findPlaceName(words[start]!.text)))
  )
    start++
  return words.slice(start, end)
}
