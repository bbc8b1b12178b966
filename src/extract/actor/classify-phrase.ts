import { populationOf } from '../../text/cities.ts'
import { findPlaceName } from '../../text/countries.ts'
import { hasTag, isFirstName, isFunctionWord, tagsOf, toSingular } from '../../text/lexicon.ts'
import { isCommonWord } from '../../text/spelling.ts'
import { bodyContext } from './body-context.ts'
import { type Candidate, type Classified, textOf } from './candidate.ts'
import { inPlaceContext, personContext, wordBefore } from './context.ts'
import { isOrganizationNoun, isRoleNoun, isTradeNoun } from './nouns.ts'
import { isNumbered } from './things.ts'

export function classifyPhrase({ words }: Candidate, name: string, before: string, after: string): Classified | null {
  const first = words[0]!.text
  const last = words.at(-1)!.text
  if (hasTag(name, 'Person')) return { kind: 'person', confidence: 0.95 }
  // a headline: no person has six names
  if (isFirstName(first) && words.length > 5 && words.every(({ capital }) => capital)) return null
  if (isFirstName(first) && !(isCommonWord(last) && tagsOf(last).size > 0 && words.length > 2))
    return { kind: 'person', confidence: 0.92, ...(personContext(before, after) && { attested: true }) }
  if (
    (/^(?:\p{Lu}\.)*\p{Lu}\.?$/u.test(first) && (first.includes('.') || first.length === 1)) ||
    words.some((word, i) => i > 0 && i < words.length - 1 && /^\p{Lu}\.?$/u.test(word.text))
  )
    return { kind: 'person', confidence: 0.85 }
  // `the Boston Bruins`, `Manchester Rovers`: no person has an article, and a plural behind a place is a team
  const article = /\bthe\s$/i.test(before)
  const placed =
    findPlaceName(textOf(words.slice(0, -1))) ?? hasTag(textOf(words.slice(0, -1)), 'City', 'Region', 'Place')
  if ((placed && /s$/.test(last)) || (article && /s$/.test(last) && !isFirstName(first)))
    return { kind: 'organization', confidence: 0.75 }
  if (bodyContext(before, after)) return { kind: 'organization', confidence: 0.85, acts: true }
  if (personContext(before, after)) return { kind: 'person', confidence: 0.85, attested: true }
  if (isNumbered(after)) return null
  if (isTradeNoun(last) && !isCommonWord(first) && !isFirstName(first)) return { kind: 'organization', confidence: 0.8 }
  if (populationOf(name) !== undefined) return { kind: 'place', confidence: 0.75 }
  if (words.some((word) => /^(?:de|del|van|von|bin|ibn|al|el|da|di)$/.test(word.text)))
    return { kind: 'person', confidence: 0.7 }
  const common = words.filter((word) => isCommonWord(word.text) && tagsOf(word.text).size > 0).length
  const tail = findPlaceName(last) ?? (hasTag(last, 'City', 'Region', 'Country') ? true : undefined)
  if (words.some((word) => word.text === '&' || /^\p{Lu}{2,}$/u.test(word.text) || isOrganizationNoun(word.text)))
    return { kind: 'organization', confidence: 0.7 }
  if (
    /^(?:New|North|South|East|West|Central|Upper|Lower|Greater|San|Santa|Los|Las|Fort|Port|Saint|St)$/.test(
      first.replace('.', ''),
    )
  )
    return { kind: 'place', confidence: 0.75 }
  if (common === words.length)
    return words[0]!.first && words.length === 2 && !isFunctionWord(last)
      ? null
      : { kind: 'organization', confidence: 0.5 }
  if (tail) return { kind: 'organization', confidence: 0.55 }
  if (common > 0 && isCommonWord(last)) return { kind: 'organization', confidence: 0.6 }
  // `economists at Nordea`, `an analyst with Acme`: people of a calling work for bodies
  const calling = /\b(?:at|for|with)\s$/.test(before) ? wordBefore(before, 2) : undefined
  if (calling && isRoleNoun(toSingular(calling))) return { kind: 'organization', confidence: 0.7 }
  if (inPlaceContext(before) && !/^\s+(?:said|says|told)/.test(after))
    return words.length === 2 ? { kind: 'place', confidence: 0.5 } : { kind: 'organization', confidence: 0.5 }
  if (article) return { kind: 'organization', confidence: 0.55 }
  return words.length <= 3 ? { kind: 'person', confidence: 0.7 } : { kind: 'organization', confidence: 0.5 }
}
