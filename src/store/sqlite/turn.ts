import type { Version } from '../database.ts'
import { prepareOnce, type Sqlite } from './statements.ts'

/** What is read in a turn of the event loop: whether a transaction is open for it, and which version of the data it sees, once that was asked for. */
type Turn = { isOpen: boolean; version: Version | undefined }
const turns = new WeakMap<Sqlite, Turn>()

export const turnOf = (database: Sqlite): Turn | undefined => turns.get(database)

/**
 * From now on whatever requests read in one turn of the event loop is read in one transaction, and so from one state: to begin and end one for each
 * query takes longer than to find a row.
 */
export function readByTurns(database: Sqlite): void {
  turns.set(database, { isOpen: false, version: undefined })
}

/** Before a read that is in no other transaction. */
export function beginTurn(database: Sqlite): void {
  const turn = turns.get(database)
  if (!turn || turn.isOpen) return
  prepareOnce(database, 'BEGIN').run()
  turn.isOpen = true
  setImmediate(endTurn, database)
}

/** Before any other transaction, and when what others have written is to be seen. */
export function endTurn(database: Sqlite): void {
  const turn = turns.get(database)
  if (!turn?.isOpen) return
  turn.isOpen = false
  turn.version = undefined
  prepareOnce(database, 'COMMIT').run()
}
