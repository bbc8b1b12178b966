import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { bodiesVersion } from '../../src/weights/index.ts'
import { writePacked } from '../pack.ts'

/** What the law or an index calls a company behind its name. */
const form =
  /(?:,? (?:Inc|Corp|Corporation|Company|Co|Ltd|Limited|plc|PLC|AG|SA|SE|NV|N\.V|S\.A|S\.p\.A|SpA|Group|Holdings?|GmbH|AB|ASA|Oyj|KGaA)\.?)+$/u

/**
 * Names of clubs, a club a line: `Arsenal FC, 1886, @ Emirates Stadium, London`; behind a bar those that it is called by as well. Behind `#` is a
 * comment; shortened words (`Crystal P.`) are none that texts write.
 */
export function readClubs(lines: string): string[] {
  return lines.split('\n').flatMap((line) => {
    const text = line.replace(/#.*$/u, '').trim()
    if (text === '' || /^[=-]/.test(text)) return []
    const names = text.startsWith('|') ? text.split('|') : [text.split(/,|\(/, 1)[0]!]
    return names
      .map((name) => name.trim())
      .filter((name) => /^\p{Lu}[\p{L}\p{N}&’'. -]{2,}$/u.test(name) && !/\p{L}\./u.test(name))
  })
}

/** Names of companies without their legal form, from the data of pytickersymbols: Python, of which the names are read. */
export function readCompanies(source: string): string[] {
  const names = [...source.matchAll(/'name': (?:'(?<one>[^']+)'|"(?<two>[^"]+)"), 'symbol'/gu)].map(
    ({ groups }) => groups!.one ?? groups!.two!,
  )
  return names.map((name) => name.replace(form, '').trim()).filter((name) => /^\p{Lu}[\p{L}&’' -]{2,}$/u.test(name))
}

/** Given names and their short forms, from a table of `name,has_nickname,short`: the two in order of the alphabet. */
export function readNicknames(table: string): string[] {
  return table.split('\n').flatMap((line) => {
    const [name, relation, short] = line.trim().split(',')
    return relation === 'has_nickname' && name && short ? [[name, short].sort().join(' ')] : []
  })
}

/** Makes `src/weights/bodies.bin.br` of the lists of clubs, companies and short given names below a folder. */
export function packBodies(folder: string): Buffer {
  const files = (readdirSync(folder, { recursive: true }) as string[]).sort()
  const read = (wanted: RegExp, what: string) => {
    const texts = files
      .filter((file) => wanted.test(file.replaceAll('\\', '/')))
      .map((file) => readFileSync(join(folder, file), 'utf8'))
    if (texts.length === 0) throw new Error(`no ${what} under ${folder}`)
    return texts.join('\n')
  }
  const clubs = read(/(?:^|\/)\p{Ll}+\.clubs\.txt$/u, 'xx.clubs.txt')
  const companies = read(/(?:^|\/)indices_data\.py$/u, 'indices_data.py')
  const nicknames = read(/(?:^|\/)nicknames(?:\/names)?\.csv$/u, 'nicknames/names.csv')
  const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
  const inOrder = (names: readonly string[]) => [...new Set(names)].sort()
  return writePacked(
    {
      name: 'bodies',
      version: bodiesVersion,
      licence: 'CC0-1.0, MIT, Apache-2.0',
      sources: [
        { name: 'football.db, clubs', licence: 'CC0-1.0', sha256: sha256(clubs) },
        { name: 'pytickersymbols, companies of stock indices', licence: 'MIT', sha256: sha256(companies) },
        { name: 'nicknames, short given names', licence: 'Apache-2.0', sha256: sha256(nicknames) },
      ],
      settings: {},
    },
    {
      clubs: inOrder(readClubs(clubs)),
      companies: inOrder(readCompanies(companies)),
      nicknames: inOrder(readNicknames(nicknames)),
    },
  )
}
