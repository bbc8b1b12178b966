import { existsSync, mkdirSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'

/**
 * Creates the folder of a database, with the folders above it, where they are missing. One folder at a time: Node's own `recursive` never
 * returns where the system reports a parent as missing that exists, as /proc does.
 * @throws {Error} when it cannot be created; the message is for the person who named it
 */
export function makeFolder(folder: string): void {
  const missing: string[] = []
  for (let path = resolve(folder); !existsSync(path); path = dirname(path)) missing.push(path)
  try {
    for (const path of missing.reverse()) makeUnlessThere(path)
    if (!statSync(folder).isDirectory()) throw new Error('not a folder')
  } catch {
    throw new Error(`its folder ${folder} cannot be created; name a file in a writable folder (DATABASE_URL)`)
  }
}

/** Another process may create it at the same moment. */
function makeUnlessThere(path: string): void {
  try {
    mkdirSync(path)
  } catch (error) {
    if ((error as { code?: string }).code !== 'EEXIST') throw error
  }
}
