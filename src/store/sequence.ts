import { prepareOnce, type Store } from './open.ts'

type Known = { readonly commits: number; readonly sequence: number }
const known = new WeakMap<Store, Known>()

/**
 * The data's version: every saved or deleted article and every review raises it, and it stays with the file. No table is read while nothing
 * changed: SQLite says whether another connection has committed (`PRAGMA data_version`), and our own writes go through `raiseSequence`.
 */
export function readSequence(store: Store): number {
  const commits = prepareOnce<[], number>(store, 'PRAGMA data_version').pluck().get() as number
  const last = known.get(store)
  if (last?.commits === commits) return last.sequence
  const sequence = prepareOnce(store, `SELECT value FROM state WHERE name = 'sequence'`).pluck().get() as number
  if (!store.inTransaction) known.set(store, { commits, sequence })
  return sequence
}

/** Raises the data's version, in the transaction of the change; gives the new one. */
export function raiseSequence(store: Store): number {
  known.delete(store)
  return prepareOnce(store, `UPDATE state SET value = value + 1 WHERE name = 'sequence' RETURNING value`)
    .pluck()
    .get() as number
}

/** A random number that this database was born with. */
export const readIdentity = (store: Store): number =>
  prepareOnce(store, `SELECT value FROM state WHERE name = 'identity'`).pluck().get() as number
