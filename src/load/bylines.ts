import { isFirstName } from '../text/lexicon.ts'
import { findDays } from './day-forms.ts'

/** Longest byline that is read, in code units. */
const longest = 1000
const label =
  /^[\s:–—-]*(?:(?:(?:story|text|words|article|report(?:ed|ing)?|written|posted|published|contributed|edited|a\s+post)\s+)?by|authors?|byline|von|text|autor(?:in|es|en)?|par|auteur|por|di|door|av|af|przez|от|автор)(?:\s*:\s*|\s+)/iu
const office =
  /\b(?:correspondent|editor|reporter|writer|columnist|journalist|contributor|staff|producer|bureau|professor|director|chief|senior|fellow|redakteur(?:in)?|reporter(?:in)?|autor(?:in)?)s?\b/iu
/** Who took the picture has not written the article. */
const credit =
  /(^|[|•·;\n])\s*(?:photos?|fotos?|foto|фото|bild|image|zdjęcie|fotó|kuva)\s*(?:by\b|:|von\b|©)[^|•·;\n]*/giu
const nobody =
  /^(?:admin(?:istrator)?|webmaster|root|user|unknown|anonymous|null|undefined|none|n\/a|author|editor|authors?|by|view all posts|see more|more from|about|posts?)$/i

/**
 * The names in a byline: without the word for one, days, times, handles, addresses, markup, and what offices the persons hold.
 * @param given as a page has it: `By <a>Ada Berg</a> and Bo Dahl | 1 March 2024`
 */
export function readNames(given: string): string[] {
  let words = given
    .slice(0, longest)
    .replace(/<[^<>]*>/g, ' ')
    .replace(credit, '$1')
    .replace(/\b(?:https?:\/\/|www\.)\S+|(?<!\S)\S+@\S+\.\S+|(?<!\S)\(?@\w+\)?/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  for (const { start, end } of findDays(words).reverse()) words = `${words.slice(0, start)}|${words.slice(end)}`
  words = words
    .replace(/\b\d{1,2}[:.h]\d\d(?::\d\d)?\s*(?:[ap]\.?m\.?|uhr)?(?:\s*\b[A-Z]{2,4}\b)?/giu, '|')
    .replace(label, '')
  const names: string[] = []
  for (const part of words.split(/\s*(?:[|•·;/–—]|\s-\s)\s*/u)) {
    const clean = (name: string) =>
      name
        .replace(label, '')
        .replace(/^[\s,.:()-]+|(?:\s(?:on|at|am|vom|le|il|el|op)|[\s,:()-])+$/gu, '')
        .replace(/^((?:\p{Lu}\S*\s+){1,3}\p{Lu}\S*)\s+(?:for|of)\s+(?:the\s+)?\p{Lu}.*$/u, '$1')
    const pieces = splitNames(part).map(clean)
    for (const name of pieces)
      if (isName(name) && !(names.length > 0 && office.test(name)) && !names.includes(name)) names.push(name)
  }
  return names
}

/** Persons, newsrooms, and the one word that blogs have: `marc`. Words of a sentence are none. */
const isName = (name: string) =>
  /\p{L}{2}/u.test(name) && name.length <= 80 && !nobody.test(name) && (!/^\p{Ll}/u.test(name) || !/\s/.test(name))

/** `Ada Berg and Bo Dahl`, `Ada Berg, Bo Dahl`; `Berg, Ada` and `Example Media, Inc.` are one. */
function splitNames(words: string): string[] {
  const joined = words.split(/\s+(?:and|&|und|et|y|e|och|og|en|i)\s+(?=\p{Lu})/u)
  const isWhole = (name: string) => /^\p{Lu}\S*(?:\s+\S+){1,3}$/u.test(name.trim())
  const parts = joined.length > 1 && joined.every((each) => each.split(/,\s*/).every(isWhole)) ? joined : [words]
  return parts.flatMap((part) => {
    const pieces = part.split(/,\s*(?:and\s+)?/)
    const [first, ...rest] = pieces
    if (rest.length === 0) return pieces
    if (pieces.every((piece) => isWhole(piece) && isFirstName(piece.trim().split(/\s+/)[0]!) && !office.test(piece)))
      return pieces
    return isWhole(first!) && rest.every((piece) => office.test(piece)) ? [first!] : [part]
  })
}

/** The authors that a byline as it is kept names, each; the whole of it where it names none that can be told. */
export function listAuthors(author: string): string[] {
  const names = readNames(author)
  return names.length > 0 ? names : [author]
}
