import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Store } from '../store/database.ts'
import { readSeeds, saveSeeds } from '../store/seeds.ts'
import type { Reporter } from './load-reporter.ts'
import { printable } from './terminal.ts'

const folder = join(import.meta.dirname, '../../seeds')

/**
 * Loads the articles of seeds/, unless these very files were loaded before: what was deleted since stays deleted, and the walk, which takes
 * half a second and 150 MB to bring in, is not brought in for nothing.
 */
export async function loadSeeds(store: Store): Promise<void> {
  const hash = createHash('sha256')
  for (const name of readdirSync(folder).sort()) hash.update(`${name}\n`).update(readFileSync(join(folder, name)))
  const digest = hash.digest().readUIntBE(0, 6)
  if ((await readSeeds(store)) === digest) return
  const { loadPaths } = await import('./load-paths.ts')
  const { failed } = await loadPaths(store, [folder], reporter, 0)
  if (failed === 0) await saveSeeds(store, digest)
}

const reporter: Reporter = {
  start: () => {},
  done: (path, outcome, record) =>
    outcome !== 'unchanged' &&
    process.stdout.write(`Loaded ${printable(path)}: ${record?.claims.length ?? 0} claims\n`),
  failed: (path, reason) => process.stderr.write(`article-facts: seed ${printable(`${path}: ${reason}`)}\n`),
  warn: (path, what) => process.stderr.write(`article-facts: seed ${printable(`${path}: ${what}`)}\n`),
  moved: () => {},
  end: () => {},
}
