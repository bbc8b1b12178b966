import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { fillCounters } from './counters.ts'
import { fillDerived } from './fill-derived.ts'
import { makeFolder } from './folder.ts'
import { addSearchable, refillWords } from './full-text.ts'
import { migrate } from './migrate.ts'
import { limitQueries } from './time-limit.ts'

export type Store = Database.Database

/** A database that cannot be used as it is; the message is for the person who named the file. */
export class StoreError extends Error {}

/**
 * Opens the database at `file`, making folder and file when they are missing, and brings its schema up to date.
 * `:memory:` gives a database that goes with the process.
 * @throws {StoreError} when the file is no database, cannot be written, or was made by a newer program
 */
export function openStore(file: string): Store {
  let database: Store | undefined
  try {
    if (file !== ':memory:') makeFolder(dirname(file))
    database = new Database(file)
    useLog(database)
    database.pragma('synchronous = NORMAL')
    database.pragma('foreign_keys = ON')
    database.pragma('busy_timeout = 5000')
    // 64 MB of pages in memory, and as much in the log before it is folded in: claims go into ten indexes, most of them in no order,
    // and each page that falls out of the cache between two articles is read and written again
    database.pragma('cache_size = -65536')
    database.pragma('wal_autocheckpoint = 16384')
    limitQueries(database, 0)
    addSearchable(database)
    migrate(database)
    refillWords(database)
    fillCounters(database)
    fillDerived(database)
    return database
  } catch (error) {
    database?.close()
    if (error instanceof StoreError) throw error
    const { code, message } = error as Error & { code?: string }
    throw new StoreError(
      `cannot use the database ${file}: ${code === 'SQLITE_NOTADB' ? 'the file is not an SQLite database' : message}`,
    )
  }
}

/** Milliseconds between two tries, and how many there are. */
const pause = 50
const tries = 100

/** Whoever opens a new file wants it alone for this, and SQLite does not wait by itself where two do so at the same moment. */
function useLog(database: Store): void {
  for (let left = tries; ; left--)
    try {
      database.pragma('journal_mode = WAL')
      return
    } catch (error) {
      if (left === 0 || !(error as { code?: string }).code?.startsWith('SQLITE_BUSY')) throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pause)
    }
}

const prepared = new WeakMap<Store, Map<string, Database.Statement>>()
/** Statements kept a store: requests of ever new shapes must not fill the memory. */
const mostKept = 500

/** A statement of this text, prepared once a store. Not for statements that are iterated: one of those can run only once at a time. */
export function prepareOnce<P extends unknown[] = unknown[], R = unknown>(
  store: Store,
  sql: string,
): Database.Statement<P, R> {
  const own = prepared.get(store) ?? new Map<string, Database.Statement>()
  prepared.set(store, own)
  let statement = own.get(sql)
  if (!statement) {
    if (own.size >= mostKept) own.clear()
    statement = store.prepare(sql)
    own.set(sql, statement)
  }
  return statement as unknown as Database.Statement<P, R>
}
