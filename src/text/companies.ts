// Words that companies' names are made of, by a list such as cspell's dictionary of companies (@cspell/dict-companies, MIT): of the large
// indices and the web, a word a line.
import { populationOf } from './cities.ts'
import { findPlaceName } from './countries.ts'
import { hasTag, isFirstName } from './lexicon.ts'
import { findRegions } from './regions.ts'
import { isCommonWord, isSpelledSmall } from './spelling.ts'

/** True for a company's name, or a word that only companies' names have, and that is no other word, place or person's: `Infosys`, `ABN AMRO`, but not `Target`. */
export type CompanyList = (name: string) => boolean

export const noCompanies: CompanyList = () => false

/**
 * A list of companies.
 * @param lines words that their names are made of, one a line
 * @param names whole names, without their legal form
 */
export function createCompanyList(lines: string, names: readonly string[] = []): CompanyList {
  const listed = new Set(
    [...lines.split(/\r?\n/), ...names].filter(
      (line) =>
        /^\p{Lu}(?:[\p{L}&-]{2,}|[\p{L}&’' -]+)$/u.test(line) && !/^(?:inc|llc|ltd|plc|pty|svc|gmbh)$/i.test(line),
    ),
  )
  return (name) => listed.has(name) && namesNothingElse(name)
}

function namesNothingElse(name: string): boolean {
  if (hasTag(name, 'City', 'Country', 'Region', 'Place') || findPlaceName(name) || populationOf(name) !== undefined)
    return false
  const words = name.split(' ')
  // persons found companies, and common words make names of other things
  if (words.length > 1)
    return !isFirstName(words[0]!) && !words.every((word) => isSpelledSmall(word) || isCommonWord(word))
  if (/[’']s$/.test(name)) return true
  return (
    !isSpelledSmall(name) &&
    !isCommonWord(name) &&
    !isFirstName(name) &&
    !hasTag(name, 'LastName', 'Person', 'Demonym') &&
    findRegions(name).length === 0
  )
}
