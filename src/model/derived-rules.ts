import { readdirSync } from 'node:fs'
import { extname, join } from 'node:path'
import { digestFiles } from './file-digest.ts'

// What is worked out of stored claims and kept beside them: by which rules, so that it is made anew when they have changed. Nobody raises a number.

const extension = extname(import.meta.filename)
const comparison = join(import.meta.dirname, '../compare')
const known = new Map<string, number>()

function remember(name: string, files: () => readonly string[]): number {
  const digest = known.get(name) ?? digestFiles(files())
  known.set(name, digest)
  return digest
}

/** The rules by which figures are compared. */
export const comparisonRules = (): number =>
  remember('comparison', () =>
    readdirSync(comparison)
      .filter((name) => name.endsWith(extension) && !name.endsWith('.d.ts'))
      .sort()
      .map((name) => join(comparison, name)),
  )

/** The rules by which sentences are worth checking. */
export const checkWorthyRules = (): number =>
  remember('check-worthy', () => [join(import.meta.dirname, `check-worthy${extension}`)])
