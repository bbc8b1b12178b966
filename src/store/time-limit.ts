import type { Store } from './open.ts'

/** A query that took longer than it may. */
export class QueryTimeout extends Error {}

type Clock = { limit: number; until: number }
const clocks = new WeakMap<Store, Clock>()

/**
 * Gives a connection the SQL function `in_time(x)`, which is true until the time is over and ends the query then. SQLite has no time limit
 * of its own that is within reach here; a condition that is looked at for each row is one.
 * @param limit milliseconds, 0 for none
 */
export function limitQueries(store: Store, limit: number): void {
  const known = clocks.get(store)
  if (known) {
    known.limit = limit
    return
  }
  const clock: Clock = { limit, until: Number.POSITIVE_INFINITY }
  clocks.set(store, clock)
  store.function('in_time', { deterministic: false }, (_row: unknown) => {
    if (performance.now() > clock.until) throw new QueryTimeout()
    return 1
  })
}

/** Begins the time of a query. */
export function startClock(store: Store): void {
  const clock = clocks.get(store)!
  clock.until = clock.limit ? performance.now() + clock.limit : Number.POSITIVE_INFINITY
}
