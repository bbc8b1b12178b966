import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { fillCounters } from '../counters.ts'
import { type Store, StoreError } from '../database.ts'
import { fillDerived, fillWords } from '../fill-derived.ts'
import { makeFolder } from '../folder.ts'
import { migrate } from './migrate.ts'
import type { Sqlite } from './statements.ts'
import { createStore } from './store.ts'
import { limitQueries } from './time-limit.ts'
import { addSearchable, addVocabulary } from './words.ts'

/**
 * Opens the database at `file`, making folder and file when they are missing, and brings its schema up to date.
 * `:memory:` gives a database that goes with the process.
 * @throws {StoreError} when the file is no database, cannot be written, or was made by a newer program
 */
export async function openSqlite(file: string): Promise<Store> {
  let database: Sqlite | undefined
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
    addVocabulary(database)
    migrate(database)
    const store = createStore(database)
    await fillWords(store)
    await fillCounters(store)
    await fillDerived(store)
    return store
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
function useLog(database: Sqlite): void {
  for (let left = tries; ; left--)
    try {
      database.pragma('journal_mode = WAL')
      return
    } catch (error) {
      if (left === 0 || !(error as { code?: string }).code?.startsWith('SQLITE_BUSY')) throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pause)
    }
}
