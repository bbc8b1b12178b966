import { existsSync, renameSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { Command } from 'commander'
import { identifyFile, isDatabase, sidecars } from '../store/identify.ts'
import type { Store } from '../store/open.ts'
import { copyDatabase } from './copy-database.ts'
import { fail } from './failure.ts'
import { databaseOption } from './options.ts'
import { startPartial, syncFolder } from './partial-file.ts'

/** `article-facts backup`: a copy of the database as it is at one moment, while it is in use. */
export const backupCommand = new Command('backup')
  .summary('copy the database, also while it is in use')
  .description(
    'Writes a consistent copy of the database, opens and checks it, and only then gives it its name. The database is not changed.',
  )
  .argument('<FILE>', 'file of the backup; it is written completely or not at all')
  .addOption(databaseOption())
  .option('--force', 'overwrite FILE')
  .action(async (file: string, options: { db: string; force?: boolean }) => {
    if (existsSync(file) && !options.force) fail(`${file} already exists: choose another file, or use --force`)
    const source = openUnchanged(options.db)
    let problem: string | undefined
    try {
      clearTheWay(file)
      const partial = startPartial(file)
      try {
        await copyDatabase(source, partial.path)
        sealCopy(source, partial.path)
        clearTheWay(file)
        renameSync(partial.path, file)
        syncFolder(dirname(file))
      } finally {
        partial.remove()
      }
    } catch (error) {
      problem = (error as Error).message
    }
    source.close()
    if (problem !== undefined) fail(`cannot write ${file}: ${problem}`)
    process.stdout.write(`Backed up ${options.db} to ${file}\n`)
  })

/** The database as it is: a program that is about to migrate it may be backed up before. What is read from it is one state. */
function openUnchanged(path: string): Store {
  const kind = identifyFile(path)
  if (kind === 'missing') fail(`no database at ${path}: load articles first`)
  if (kind !== 'ours') fail(`${path} is ${kind === 'damaged' ? 'damaged' : 'not a database of article-facts'}`)
  const store = new Database(path, { fileMustExist: true })
  store.exec('BEGIN')
  return store
}

/**
 * Sees to it that nothing stands beside the file that would be taken for a part of what is to be written there: SQLite would put the log of an
 * older backup over the new one. A database that nobody has open takes its own log in.
 * @throws {Error} when something is left
 */
function clearTheWay(file: string): void {
  const listBeside = () => sidecars.map((ending) => file + ending).filter((path) => existsSync(path))
  if (listBeside().length === 0) return
  if (isDatabase(file))
    try {
      const old = new Database(file, { timeout: 500 })
      old.pragma('journal_mode = DELETE')
      old.close()
    } catch {
      // what stays is said below
    }
  const [left] = listBeside()
  if (left !== undefined)
    throw new Error(`${left} is there, so that ${file} is in use, or was not closed; see to it, or name another file`)
}

/** Makes the copy one file that can be opened from a read-only disk, and holds it to the state that was copied. */
function sealCopy(source: Store, file: string): void {
  const copy = new Database(file, { fileMustExist: true })
  try {
    copy.pragma('journal_mode = DELETE')
    const damage = copy.pragma('integrity_check') as { integrity_check: string }[]
    if (damage[0]?.integrity_check !== 'ok') throw new Error(`the copy is damaged: ${damage[0]?.integrity_check}`)
    const stateOf = (store: Store) => JSON.stringify(store.prepare('SELECT name, value FROM state ORDER BY name').all())
    if (stateOf(copy) !== stateOf(source)) throw new Error('the copy is of another state than the database')
  } finally {
    copy.close()
  }
}
