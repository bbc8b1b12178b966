import type { Version } from '../database.ts'
import { prepareOnce, type Sqlite } from './statements.ts'
import { beginTurn, turnOf } from './turn.ts'

type Known = { readonly commits: number; readonly version: Version }
const known = new WeakMap<Sqlite, Known>()

/**
 * The data's version: every saved or deleted article and every review raises it, and it stays with the file. No table is read while nothing
 * changed: SQLite says whether another connection has committed (`PRAGMA data_version`), and our own writes forget what is known. It is asked
 * once a turn of the event loop: whatever a client knew before it sent a request is seen.
 */
export function readVersion(database: Sqlite): Version {
  const turn = turnOf(database)
  if (turn?.version) return turn.version
  const last = known.get(database)
  // what a transaction has written by now is not seen by others yet
  if (last && database.inTransaction && !turn?.isOpen) return last.version
  beginTurn(database)
  const commits = prepareOnce<[], number>(database, 'PRAGMA data_version').pluck().get() as number
  const version = last?.commits === commits ? last.version : readState(database)
  if (!database.inTransaction || turn) known.set(database, { commits, version })
  if (turn) turn.version = version
  return version
}

/** The data's version as it is seen inside a transaction. */
export function readState(database: Sqlite): Version {
  const read = prepareOnce<[string], number>(database, 'SELECT value FROM state WHERE name = ?').pluck()
  return { identity: read.get('identity') as number, sequence: read.get('sequence') as number }
}

/** After a write. */
export const forgetVersion = (database: Sqlite): boolean => known.delete(database)
