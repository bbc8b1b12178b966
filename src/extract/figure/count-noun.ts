import { parseMonth } from '../../text/calendar.ts'
import { findPlaceName } from '../../text/countries.ts'
import { hasTag, isAdjective, isFunctionWord, isPluralNoun, tagsOf, toSingular } from '../../text/lexicon.ts'
import { isSpelledNoun, isSpelledSmall } from '../../text/spelling.ts'
import { digits, isCapital, isGlued, isNear, near, type Tokens, word } from '../../text/tokens.ts'

type Noun = { readonly unit: string; readonly end: number; readonly words: number }

/** Up to three adjectives and the plural noun right behind a number, or a hyphen and a singular noun (`12-member`). */
export function readNoun(tokens: Tokens, end: number, singular: boolean): Noun | null {
  if (tokens.lower[end] === '-' && isGlued(tokens, end) && isGlued(tokens, end + 1) && tokens.kind[end + 1] === word) {
    const name = tokens.lower[end + 1]!
    const free = !isGlued(tokens, end + 2) || (tokens.kind[end + 2] === 3 && tokens.lower[end + 2] !== '-')
    const aged = name === 'year' && tokens.lower[end + 2] === '-' && /^olds?$/.test(tokens.lower[end + 3] ?? '')
    if (aged) return { unit: 'year', end: end + 4, words: 1 }
    if (
      free &&
      name.length > 2 &&
      !isCapital(tokens, end + 1) &&
      !isPluralNoun(name) &&
      (tagsOf(name).size === 0 || hasTag(name, 'Singular', 'Actor', 'Noun', 'Uncountable')) &&
      !/^(?:old|long|plus|ish)$/.test(name)
    )
      return { unit: name, end: end + 2, words: 1 }
    return null
  }
  // `a 19 year old`
  if (near(tokens, end) === 'year' && near(tokens, end + 1) === 'old') return { unit: 'year', end: end + 2, words: 2 }
  return readPlural(tokens, end, singular) ?? readGroup(tokens, end)
}

/** `12 Tories`, `30 Kurds`: a capitalised plural that no other noun follows. */
function readGroup(tokens: Tokens, at: number): Noun | null {
  if (!isNear(tokens, at) || tokens.kind[at] !== word || isGlued(tokens, at)) return null
  const form = tokens.text.slice(tokens.start[at], tokens.end[at])
  const next = near(tokens, at + 1)
  const free =
    /^\p{Lu}\p{Ll}{2,}s$/u.test(form) &&
    isPluralNoun(form.toLowerCase()) &&
    !findPlaceName(form) &&
    !(next !== '' && tokens.kind[at + 1] === word && isCapital(tokens, at + 1)) &&
    !/^['’&-]$/.test(next)
  return free ? { unit: toSingular(form), end: at + 1, words: 1 } : null
}

function readPlural(tokens: Tokens, end: number, singular: boolean): Noun | null {
  let at = end
  // `18 777s`: what is counted has a number for its name
  if (
    isNear(tokens, end) &&
    tokens.kind[end] === digits &&
    !/^(?:1[5-9]|20)\d0$/.test(tokens.lower[end]!) &&
    tokens.lower[end + 1] === 's' &&
    isGlued(tokens, end + 1)
  )
    return { unit: tokens.lower[end]!, end: end + 2, words: 1 }
  for (let used = 0; used <= 5 && isNear(tokens, at) && !(used === 0 && isGlued(tokens, at)); used++) {
    // `60 Boeing 787 aircraft`: the number is of the model
    const led = used > 0 && tokens.kind[at] === digits && !isGlued(tokens, at)
    if (led && (isCapital(tokens, at - 1) || isModelNumber(tokens, at))) {
      at++
      continue
    }
    if (tokens.kind[at] !== word || /^(?:over|under|above|below|against|about|versus|vs)$/.test(tokens.lower[at]!))
      return null
    // `Rolls-Royce`, `well-known`: one word
    let next = at + 1
    // `U.S.-built`
    while (
      next - at < 6 &&
      tokens.end[next - 1]! - tokens.start[next - 1]! === 1 &&
      isCapital(tokens, next - 1) &&
      tokens.lower[next] === '.' &&
      isGlued(tokens, next)
    )
      next += isGlued(tokens, next + 1) && tokens.kind[next + 1] === word ? 2 : 1
    while (
      tokens.lower[next] === '-' &&
      isGlued(tokens, next) &&
      isGlued(tokens, next + 1) &&
      tokens.kind[next + 1] === word &&
      next - at < 6
    )
      next += 2
    while (
      isGlued(tokens, next) &&
      next - at < 8 &&
      (tokens.kind[next] === digits ||
        (tokens.lower[next] === '-' && isGlued(tokens, next + 1)) ||
        (tokens.kind[next] === word && tokens.kind[next - 1] === digits))
    )
      next++
    // `On 7 October 2023 gunmen stormed the post`: a day
    if (used === 0 && isCapital(tokens, at) && parseMonth(tokens.lower[at]!) !== null) return null
    const form = tokens.text.slice(tokens.start[at], tokens.end[next - 1])
    const lower = form.toLowerCase()
    // `two master’s degrees`, `10 women’s shelters`, `five boys’ schools`: the noun behind is counted
    const owned = pastOwner(tokens, next)
    if (owned !== undefined && !singular && !isCapital(tokens, at)) {
      at = owned
      continue
    }
    // `the 12 time champions`: how often they were
    if (used === 0 && lower === 'time') return { unit: 'time', end: next, words: 1 }
    // `214 measles infections`: the second of two plurals is counted
    if (used < 5 && isAttributive(lower) && isNear(tokens, next) && !isGlued(tokens, next) && !singular) {
      const head = tokens.lower[next]!
      if (tokens.kind[next] === word && !isCapital(tokens, next) && isCounted(head)) {
        at = next
        continue
      }
    }
    if (
      /^\p{Ll}/u.test(form) &&
      (singular ? hasTag(form, 'Singular', 'Actor') || lower === 'person' : isCounted(form))
    ) {
      if (!/^(?:years|months|weeks|days|hours|minutes|seconds|decades|centuries|times)$/.test(lower) || used > 0)
        return { unit: toSingular(form), end: next, words: used + 1 }
      // an age
      if (/^(?:years|months|weeks)$/.test(lower) && near(tokens, next) === 'of' && near(tokens, next + 1) === 'age')
        return { unit: toSingular(form), end: next + 2, words: 3 }
      if (/^(?:years|months|weeks|days)$/.test(lower) && near(tokens, next) === 'old')
        return { unit: toSingular(form), end: next + 1, words: 2 }
      // other lengths of time are dates
      return lower === 'times' ? { unit: 'time', end: next, words: 1 } : null
    }
    // `50 Republicans`, `400 Americans`: whatever verb follows
    if (isPeople(form) && !isCapital(tokens, next)) return { unit: toSingular(form), end: next, words: used + 1 }
    // `41 MPs`, `12 CEOs`
    if (/^\p{Lu}{2,5}s$/u.test(form) && !isGlued(tokens, next))
      return { unit: form.slice(0, -1), end: next, words: used + 1 }
    // `eight A330s`
    if (/^\p{Lu}[\p{L}-]*\d+s$/u.test(form)) return { unit: form.slice(0, -1), end: next, words: used + 1 }
    const name = /^\p{Lu}/u.test(form) && !isFunctionWord(form)
    const adjective = name || isAdjective(form) || hasTag(form, 'Actor', 'Demonym')
    // `stock market indexes`: a verb's form right before the noun is a noun too
    const loose =
      /^\p{Ll}/u.test(form) &&
      (hasTag(form, 'Singular', 'Noun', 'Uncountable') ||
        // `27 kidnapped pupils`, `3,000 travelling supporters`
        (/\p{Ll}{2}(?:ed|ing)$/u.test(form) &&
          isNear(tokens, next) &&
          !isGlued(tokens, next) &&
          isPluralNoun(tokens.lower[next]!)) ||
        (used > 0 && hasTag(form, 'Infinitive') && isNear(tokens, next) && isPluralNoun(tokens.lower[next]!)))
    const further = /^(?:more|extra|such)$/.test(form)
    // `three locally transmitted cases`
    const adverb = /\p{Ll}{2}ly$/u.test(form) && isNear(tokens, next) && /(?:ed|ing)$/.test(tokens.lower[next]!)
    if (
      used >= 5 ||
      (isFunctionWord(form) && !further) ||
      !(adjective || loose || further || adverb || (/^\p{Ll}[\p{Ll}-]+$/u.test(form) && tagsOf(form).size === 0))
    )
      return null
    at = next
  }
  return null
}

/** Behind the `’s` or the mark of a possessor, where a plural follows. */
function pastOwner(tokens: Tokens, next: number): number | undefined {
  if (tokens.lower[next] !== "'" || !isGlued(tokens, next)) return undefined
  const at = tokens.lower[next + 1] === 's' && isGlued(tokens, next + 1) ? next + 2 : next + 1
  if (!isNear(tokens, at) || isGlued(tokens, at) || tokens.kind[at] !== word || isCapital(tokens, at)) return undefined
  // an adjective may stand between
  return [at, at + 1].some((i) => isNear(tokens, i) && tokens.kind[i] === word && isCounted(tokens.lower[i]!))
    ? at
    : undefined
}

/** `seven new 777 aircraft`: three digits between an adjective and what is counted. */
const isModelNumber = (tokens: Tokens, at: number) =>
  tokens.lower[at]!.length === 3 &&
  isAdjective(tokens.lower[at - 1]!) &&
  tokens.kind[at + 1] === word &&
  near(tokens, at + 1) !== '' &&
  !isGlued(tokens, at + 1) &&
  isCounted(tokens.lower[at + 1]!)

/**
 * Nouns that keep their plural before another noun, and those that have no singular at all (`measles`).
 * Quirk et al., A Comprehensive Grammar of the English Language (1985), 17.108 to 17.109.
 */
const attributive = new Set(
  'accounts admissions archives arms awards careers clothes communications customs drugs earnings electronics enterprises equities explosives facilities futures goods graphics honours jobs logistics narcotics news operations parks politics proceeds resources rights sales savings securities services skills sports systems telecommunications telecoms veterans weapons works'.split(
    ' ',
  ),
)
const isAttributive = (form: string): boolean =>
  attributive.has(form) ||
  (/[^s]s$/.test(form) &&
    isPluralNoun(form) &&
    [...tagsOf(form)].every((tag) => tag === 'Uncountable') &&
    !isSpelledSmall(toSingular(form)))

/** Members of a nation, a party or a chamber. */
const isPeople = (form: string) =>
  /^\p{Lu}\p{Ll}{3,}s$/u.test(form) &&
  ((hasTag(form, 'Demonym') && hasTag(form, 'Plural')) || /(?:crats|icans|ators|atives|ians|ists)$/.test(form))

/** Behind a number an `-s` form is a noun even where it could be a verb; a few nouns have no plural of their own. */
const isCounted = (form: string) =>
  isPluralNoun(form) ||
  (/\p{Ll}s$/u.test(form) && hasTag(form, 'PresentTense') && isSpelledNoun(toSingular(form))) ||
  /\p{Ll}{3}(?:children|women|men|folk)$/u.test(form) ||
  /^(?:aircraft|spacecraft|staff|personnel|police|cattle|sheep|fish|offspring|crew)$/.test(form)
