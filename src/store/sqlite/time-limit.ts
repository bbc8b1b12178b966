import { QueryTimeout } from '../database.ts'
import type { Sqlite } from './statements.ts'

type Clock = { limit: number; until: number }
const clocks = new WeakMap<Sqlite, Clock>()

/**
 * Gives a connection the SQL function `in_time(x)`, which is true until the time is over and ends the query then. SQLite has no time limit
 * of its own that is within reach here; a condition that is looked at for each row is one.
 * @param limit milliseconds, 0 for none
 */
export function limitQueries(database: Sqlite, limit: number): void {
  const known = clocks.get(database)
  if (known) {
    known.limit = limit
    return
  }
  const clock: Clock = { limit, until: Number.POSITIVE_INFINITY }
  clocks.set(database, clock)
  database.function('in_time', { deterministic: false }, (_row: unknown) => {
    if (performance.now() > clock.until) throw new QueryTimeout()
    return 1
  })
}

/** Begins the time of a query. */
export function startClock(database: Sqlite): void {
  const clock = clocks.get(database)!
  clock.until = clock.limit ? performance.now() + clock.limit : Number.POSITIVE_INFINITY
}
