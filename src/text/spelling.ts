import dictionary from 'dictionary-en'
import { tagsOf, toSingular } from './lexicon.ts'
import { remember } from './remember.ts'

// 49,000 English words as spelling checkers know them (SCOWL by way of Hunspell's dictionary; dictionary-en, MIT and BSD, maintained):
// what it writes small is no name by itself, what it writes with a capital is one.
let words: ReadonlySet<string> | undefined
let entries: string | undefined
/** The same words, a line each, with what may be added to them behind a slash. */
const readEntries = (): string => {
  entries ??= new TextDecoder().decode(dictionary.dic)
  return entries
}
const isSpelled = (word: string): boolean => {
  // read when the first word is asked for: not every command looks at words
  words ??= new Set(readEntries().match(/^[^/\r\n]+/gm))
  return words.has(word)
}

/** True for a word that dictionaries write small, and not with a capital too (as they do with `Bullock` and `bullock`). */
export const isSpelledSmall = remember((word: string): boolean => {
  const lower = word.toLowerCase()
  const name = lower[0]!.toUpperCase() + lower.slice(1)
  if (isSpelled(name)) return false
  // the dictionary keeps stems, with their prefixes and endings as flags
  const forms = [
    lower,
    toSingular(lower),
    lower.replace(/(?:ed|ing|d|es|ers?|ly)$/, ''),
    lower.replace(/^(?:re|un|de|dis|con|pro)/, ''),
  ]
  return forms.some((form) => form.length > 2 && isSpelled(form))
})

/** Nouns whose genitive the dictionary makes of another word (`re` and `port`), or has not. */
const nounsToo = new Set(
  'live delegate increase decrease release report request reserve reward delay detail discount intern flavour colour mean summon reboot'.split(
    ' ',
  ),
)

/** True for a word that dictionaries give a genitive (`vote’s`), as they do with nouns and not with what is a verb alone (`contain`). */
export const isSpelledNoun = remember((word: string): boolean => {
  const list = readEntries()
  const at = list.indexOf(`\n${word}/`)
  const flags = at < 0 ? '' : list.slice(at + word.length + 2, list.indexOf('\n', at + 1))
  return flags.includes('M') || nounsToo.has(word) || isSpelled(`${word}'s`)
})

/** True for a word that dictionaries write with a capital: mostly names of persons and places. */
export const isSpelledAsName = (word: string): boolean => isSpelled(word) && /^\p{Lu}/u.test(word)

/** True for words known as common words of English (and not also as names). */
export function isCommonWord(word: string): boolean {
  const known = tagsOf(word)
  const own = known.size === 0 && /\p{Ll}{3}s$/u.test(word) ? tagsOf(toSingular(word)) : known
  if (own.size === 0)
    return (/(?:ing|ly|ed|tion|ness|ment)$/.test(word.toLowerCase()) && word.length > 6) || isSpelledSmall(word)
  return ![...own].some((tag) => nameTags.has(tag))
}
const nameTags = new Set([
  'MaleName',
  'FemaleName',
  'FirstName',
  'LastName',
  'Person',
  'ProperNoun',
  'City',
  'Country',
  'Region',
  'Place',
  'Organization',
  'SportsTeam',
  'Demonym',
])
