import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs'
import Database from 'better-sqlite3'
import { readMigrations } from './migrate.ts'

/** What stands beside a database that was not closed: the write-ahead log with its index, or a rollback journal. */
export const sidecars = ['-wal', '-shm', '-journal'] as const

/** What a file is: ours, another program's database, a database that cannot be read, no database, or nothing at all. */
export type FileKind = 'ours' | 'foreign' | 'damaged' | 'no-database' | 'empty' | 'missing'

/** Tells what a file is. What is in it stays as it is; a log that nobody has open may be folded in, as by whoever opens it. */
export function identifyFile(file: string): FileKind {
  if (!existsSync(file)) return 'missing'
  if (statSync(file).size === 0) return 'empty'
  if (!isDatabase(file)) return 'no-database'
  let database: Database.Database | undefined
  try {
    database = new Database(file, { fileMustExist: true })
    const [first] = readMigrations()
    const isThere = database.prepare(`SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'migrations'`).get()
    if (!isThere) return 'foreign'
    const known = database.prepare('SELECT hash FROM migrations WHERE name = ?').pluck().get(first!.name)
    return known === first!.hash ? 'ours' : 'foreign'
  } catch (error) {
    if (/^SQLITE_(?:CORRUPT|NOTADB)/.test((error as { code?: string }).code ?? '')) return 'damaged'
    throw error
  } finally {
    database?.close()
  }
}

/** Whether a file begins as SQLite's do. */
export function isDatabase(file: string): boolean {
  if (!existsSync(file)) return false
  const bytes = Buffer.alloc(16)
  const descriptor = openSync(file, 'r')
  try {
    readSync(descriptor, bytes, 0, 16, 0)
    return bytes.toString('latin1') === 'SQLite format 3\0'
  } finally {
    closeSync(descriptor)
  }
}
