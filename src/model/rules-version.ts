import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Entries of src/ that have no part in what the claims of a stored text are. Whatever else stands there counts, also what is yet to come. */
const noRules = new Set(
  // what loads a page makes its text, and that is stored
  'load model words fetch store query serve threads client web cli index.ts service.ts main.ts tsconfig.build.json'.split(
    ' ',
  ),
)
/** What has a part in it all the same. */
const furtherRules = ['model/mention.ts', 'model/segment.ts', 'model/timex.ts']
/** Where `npm run build` leaves what the sources are, beside the compiled files. */
export const builtRules = 'rules.json'
const root = join(import.meta.dirname, '..')

/** What claims are read by: a digest of the files of the rules, and the packages that they take words and calendars from. */
export type Rules = { readonly digest: string; readonly packages: readonly string[] }

/** Reads the rules of a folder of sources. */
export function readRules(src = root): Rules {
  const hash = createHash('sha256')
  const packages = new Set<string>()
  const entries = readdirSync(src).filter((name) => !noRules.has(name))
  for (const name of [...entries, ...furtherRules].flatMap((entry) => listFiles(src, entry)).sort()) {
    const bytes = readFileSync(join(src, name))
    hash.update(`${name} ${bytes.length}\n`).update(bytes)
    for (const [, own] of name.endsWith('.ts') ? bytes.toString().matchAll(importedPackage) : []) packages.add(own!)
  }
  return { digest: hash.digest('hex'), packages: [...packages].sort() }
}

const importedPackage = /(?:from|import\()\s*'((?:@[\w.-]+\/)?\w[\w.-]*)(?:\/[^']*)?'/g

function listFiles(src: string, entry: string): string[] {
  const path = join(src, entry)
  if (!existsSync(path)) return []
  if (statSync(path).isFile()) return /(?:LICENSE|\.md)$/.test(entry) ? [] : [entry]
  return readdirSync(path).flatMap((name) => listFiles(src, join(entry, name)))
}

let known: string | undefined

/**
 * The version of the rules that this program reads articles by: another one whenever a file of the rules, their weights, or the installed
 * version of a package that they use is another. Nobody has to raise it. The same in a clone and in the package built from it.
 */
export function rulesVersion(): string {
  if (known !== undefined) return known
  const built = join(root, builtRules)
  const { digest, packages } = existsSync(built) ? (JSON.parse(readFileSync(built, 'utf8')) as Rules) : readRules()
  const hash = createHash('sha256').update(digest)
  for (const name of packages) hash.update(`\n${name} ${installedVersion(name)}`)
  known = hash.digest('hex').slice(0, 16)
  return known
}

/** The version that an import of the package would find from here. */
function installedVersion(name: string): string {
  for (let folder = root; ; folder = dirname(folder)) {
    const file = join(folder, 'node_modules', name, 'package.json')
    if (existsSync(file)) return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version
    if (folder === dirname(folder)) return ''
  }
}
