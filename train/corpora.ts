import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'

/** Files of a corpus, in the order of their paths, and what they are known by. */
export type CorpusFiles = {
  readonly files: readonly { readonly path: string; readonly text: string }[]
  readonly sha256: string
}

/**
 * Reads the files of a folder, at any depth, whose path from there matches; `.gz` are decompressed.
 * @throws {Error} when there are none
 */
export function readCorpus(folder: string, matches: RegExp): CorpusFiles {
  const paths = (readdirSync(folder, { recursive: true }) as string[])
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => matches.test(path))
    .sort()
  if (paths.length === 0) throw new Error(`no file under ${folder} matches ${matches}`)
  const hash = createHash('sha256')
  const files = paths.map((path) => {
    const bytes = readFileSync(join(folder, path))
    const plain = path.endsWith('.gz') ? gunzipSync(bytes) : bytes
    hash.update(plain)
    return { path, text: plain.toString('utf8') }
  })
  return { files, sha256: hash.digest('hex') }
}
