// Words that companies' names are made of: cspell's dictionary of companies (@cspell/dict-companies, MIT), of the large indices and the web.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { populationOf } from './cities.ts'
import { findPlaceName } from './countries.ts'
import { hasTag, isCommonWord, isFirstName, isSpelledSmall } from './lexicon.ts'
import { findRegions } from './regions.ts'

let listed: ReadonlySet<string> | undefined
/** The list holds a word a line, `#` before comments; it is read when the first word is asked for. */
function readList(): ReadonlySet<string> {
  const folder = dirname(createRequire(import.meta.url).resolve('@cspell/dict-companies'))
  const lines = readFileSync(join(folder, 'dict', 'companies.txt'), 'utf8').split(/\r?\n/)
  return new Set(
    lines.filter((line) => /^\p{Lu}[\p{L}&-]{2,}$/u.test(line) && !/^(?:inc|llc|ltd|plc|pty|svc|gmbh)$/i.test(line)),
  )
}

/** True for a word that a company's name has and that is no other word, place or given name: `Infosys`, but not `Target`. */
export function isCompanyWord(word: string): boolean {
  listed ??= readList()
  return (
    listed.has(word) &&
    !isSpelledSmall(word) &&
    !isCommonWord(word) &&
    !isFirstName(word) &&
    !hasTag(word, 'LastName', 'Person', 'City', 'Country', 'Region', 'Demonym', 'Place') &&
    !findPlaceName(word) &&
    populationOf(word) === undefined &&
    findRegions(word).length === 0
  )
}
