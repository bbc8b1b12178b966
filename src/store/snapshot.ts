import Database from 'better-sqlite3'
import type { Store } from './open.ts'
import { limitQueries } from './time-limit.ts'

/**
 * A second, read-only connection that sees the data as they are now until it is closed, whatever is written meanwhile. Whoever opens one
 * closes it: while it is open, the write-ahead log cannot be folded in.
 * @param limit milliseconds that a query may take, 0 for any time
 */
export function openSnapshot(store: Store, limit: number): Store {
  // a database in memory has no second door: it is copied
  const snapshot = store.memory
    ? new Database(store.serialize())
    : new Database(store.name, { readonly: true, fileMustExist: true })
  snapshot.pragma('cache_size = -4096')
  limitQueries(snapshot, limit)
  snapshot.exec('BEGIN')
  // a transaction sees the data from its first read on
  snapshot.prepare('SELECT count(*) FROM state').get()
  return snapshot
}
