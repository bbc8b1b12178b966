import { existsSync } from 'node:fs'
import Database from 'better-sqlite3'
import { isDatabase, sidecars } from './identify.ts'
import type { Sqlite } from './statements.ts'

/** A database as it is: a program that is about to migrate it may be backed up before. What is read from it is one state. */
export function openUnchanged(path: string): Sqlite {
  const database = new Database(path, { fileMustExist: true })
  database.exec('BEGIN')
  return database
}

/**
 * Sees to it that nothing stands beside the file that would be taken for a part of what is to be written there: SQLite would put the log of an
 * older backup over the new one. A database that nobody has open takes its own log in.
 * @throws {Error} when something is left
 */
export function clearTheWay(file: string): void {
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
export function sealCopy(source: Sqlite, file: string): void {
  const copy = new Database(file, { fileMustExist: true })
  try {
    copy.pragma('journal_mode = DELETE')
    const damage = copy.pragma('integrity_check') as { integrity_check: string }[]
    if (damage[0]?.integrity_check !== 'ok') throw new Error(`the copy is damaged: ${damage[0]?.integrity_check}`)
    const stateOf = (database: Sqlite) =>
      JSON.stringify(database.prepare('SELECT name, value FROM state ORDER BY name').all())
    if (stateOf(copy) !== stateOf(source)) throw new Error('the copy is of another state than the database')
  } finally {
    copy.close()
  }
}
