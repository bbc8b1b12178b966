import { prepareOnce, type Store } from './open.ts'

/** Which database this is, by a random number it was born or restored with, and the data's version in it. */
export type Version = { readonly identity: number; readonly sequence: number }
type Known = { readonly commits: number; readonly version: Version; fresh: boolean }
const known = new WeakMap<Store, Known>()

/**
 * The data's version: every saved or deleted article and every review raises it, and it stays with the file. No table is read while nothing
 * changed: SQLite says whether another connection has committed (`PRAGMA data_version`), and our own writes go through `raiseSequence`. It is asked
 * once for all requests that have come when the event loop turns to them: whatever a client knew before it sent one of them is seen.
 */
export function readVersion(store: Store): Version {
  const last = known.get(store)
  if (last?.fresh) return last.version
  const commits = prepareOnce<[], number>(store, 'PRAGMA data_version').pluck().get() as number
  if (last?.commits === commits) return keepForTurn(last).version
  const read = prepareOnce<[string], number>(store, 'SELECT value FROM state WHERE name = ?').pluck()
  const version = { identity: read.get('identity') as number, sequence: read.get('sequence') as number }
  if (!store.inTransaction) known.set(store, keepForTurn({ commits, version, fresh: false }))
  return version
}

export const readSequence = (store: Store): number => readVersion(store).sequence
export const readIdentity = (store: Store): number => readVersion(store).identity

function keepForTurn(one: Known): Known {
  one.fresh = true
  setImmediate(() => {
    one.fresh = false
  })
  return one
}

/** Raises the data's version, in the transaction of the change; gives the new one. */
export function raiseSequence(store: Store): number {
  known.delete(store)
  return prepareOnce(store, `UPDATE state SET value = value + 1 WHERE name = 'sequence' RETURNING value`)
    .pluck()
    .get() as number
}

/** Makes a database another one: what was told of its earlier states is worth nothing with it. */
export function renewIdentity(store: Store): void {
  known.delete(store)
  store.exec(`UPDATE state SET value = abs(random() % 281474976710656) WHERE name = 'identity'`)
}
