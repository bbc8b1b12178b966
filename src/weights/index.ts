import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import {
  createNameTagger,
  type NameTagger,
  nameTaggerVersion,
  readTaggerWeights,
} from '../extract/actor/tagger/index.ts'
import { type Chooser, chooserVersion, createChooser } from '../resolve/index.ts'
import { createParser, type Parser, syntaxVersion } from '../syntax/index.ts'
import { type ClubList, createClubList } from '../text/clubs.ts'
import { type CompanyList, createCompanyList } from '../text/companies.ts'
import { type Packed, readPacked } from '../text/packed.ts'

// The one place that reads files, of weights and lists, each when a text first needs it and then never again. The walk is given what is made of them.

/**
 * A file of weights, opened.
 * @throws {Error} when the file is not there, or made for another version of the program
 */
export function readWeights(name: string, version: number): Packed {
  const bytes = brotliDecompressSync(readFileSync(new URL(`../../src/weights/${name}.bin.br`, import.meta.url)))
  return readPacked(bytes.byteOffset % 8 === 0 ? bytes : new Uint8Array(bytes), name, version)
}

let parser: Parser | undefined
/** The parser of `src/weights/syntax.bin.br`. */
export function loadParser(): Parser {
  parser ??= createParser(readWeights('syntax', syntaxVersion))
  return parser
}

/** What the lists of bodies were packed for; another number is another form of them. */
export const bodiesVersion = 2

let companies: CompanyList | undefined
/** The list of @cspell/dict-companies, and the companies of the large indices. */
export function loadCompanies(): CompanyList {
  const folder = () => dirname(createRequire(import.meta.url).resolve('@cspell/dict-companies'))
  companies ??= createCompanyList(
    readFileSync(join(folder(), 'dict', 'companies.txt'), 'utf8'),
    readWeights('bodies', bodiesVersion).strings('companies'),
  )
  return companies
}

let clubs: ClubList | undefined
/** Football clubs by their names. */
export function loadClubs(): ClubList {
  clubs ??= createClubList(readWeights('bodies', bodiesVersion).strings('clubs'))
  return clubs
}

let nicknames: ReadonlySet<string> | undefined
/** Is one given name, in small letters, a short form of the other: `larry` of `lawrence`? */
export function areOneGivenName(one: string, other: string): boolean {
  nicknames ??= new Set(readWeights('bodies', bodiesVersion).strings('nicknames'))
  return nicknames.has(one < other ? `${one} ${other}` : `${other} ${one}`)
}

let tagger: NameTagger | undefined
/** The name tagger of `src/weights/names.bin.br`. */
export function loadNameTagger(): NameTagger {
  tagger ??= createNameTagger(readTaggerWeights(readWeights('names', nameTaggerVersion)), loadCompanies(), loadClubs())
  return tagger
}

let chooser: Chooser | undefined
/** The chooser of `src/weights/figures.bin.br`. */
export function loadChooser(): Chooser {
  chooser ??= createChooser(readWeights('figures', chooserVersion))
  return chooser
}
