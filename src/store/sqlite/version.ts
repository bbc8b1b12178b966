import type { Version } from '../database.ts'
import { prepareOnce, type Sqlite } from './statements.ts'

type Known = { readonly commits: number; readonly version: Version; fresh: boolean }
const known = new WeakMap<Sqlite, Known>()

/**
 * The data's version: every saved or deleted article and every review raises it, and it stays with the file. No table is read while nothing
 * changed: SQLite says whether another connection has committed (`PRAGMA data_version`), and our own writes forget what is known. It is asked
 * once for all requests that have come when the event loop turns to them: whatever a client knew before it sent one of them is seen.
 */
export function readVersion(database: Sqlite): Version {
  const last = known.get(database)
  // what a transaction has written by now is not seen by others yet
  if (last && (last.fresh || database.inTransaction)) return last.version
  const commits = prepareOnce<[], number>(database, 'PRAGMA data_version').pluck().get() as number
  if (last?.commits === commits) return keepForTurn(last).version
  const read = prepareOnce<[string], number>(database, 'SELECT value FROM state WHERE name = ?').pluck()
  const version = { identity: read.get('identity') as number, sequence: read.get('sequence') as number }
  if (!database.inTransaction) known.set(database, keepForTurn({ commits, version, fresh: false }))
  return version
}

function keepForTurn(one: Known): Known {
  one.fresh = true
  setImmediate(() => {
    one.fresh = false
  })
  return one
}

/** After a write. */
export const forgetVersion = (database: Sqlite): boolean => known.delete(database)
