// Words that companies' names are made of, by a list such as cspell's dictionary of companies (@cspell/dict-companies, MIT): of the large
// indices and the web, a word a line.
import { populationOf } from './cities.ts'
import { findPlaceName } from './countries.ts'
import { hasTag, isCommonWord, isFirstName, isSpelledSmall } from './lexicon.ts'
import { findRegions } from './regions.ts'

/** True for a word that a company's name has and that is no other word, place or given name: `Infosys`, but not `Target`. */
export type CompanyList = (word: string) => boolean

export const noCompanies: CompanyList = () => false

/** A list of companies from its lines. */
export function createCompanyList(lines: string): CompanyList {
  const listed = new Set(
    lines
      .split(/\r?\n/)
      .filter((line) => /^\p{Lu}[\p{L}&-]{2,}$/u.test(line) && !/^(?:inc|llc|ltd|plc|pty|svc|gmbh)$/i.test(line)),
  )
  return (word) =>
    listed.has(word) &&
    !isSpelledSmall(word) &&
    !isCommonWord(word) &&
    !isFirstName(word) &&
    !hasTag(word, 'LastName', 'Person', 'City', 'Country', 'Region', 'Demonym', 'Place') &&
    !findPlaceName(word) &&
    populationOf(word) === undefined &&
    findRegions(word).length === 0
}
