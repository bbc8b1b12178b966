import { findPlaceName, type PlaceName } from '../../text/countries.ts'
import { isFirstName } from '../../text/lexicon.ts'
import { isCommonWord, isSpelledSmall } from '../../text/spelling.ts'
import { type Candidate, textOf } from './candidate.ts'
import type { Run } from './join-ahead.ts'
import { isCountryman, isLegalForm, isOrganizationNoun, isPlaceNounBehind, isRoleNoun } from './nouns.ts'
import { innerTitle, inOffice, isOffice, isPartOfOffice, titleLength } from './offices.ts'
import { isBody, leadingOwner, personBehindPlace, trimEdges } from './owners.ts'
import { isKnownPlace, leadingPlace, shapeOf } from './shapes.ts'
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
