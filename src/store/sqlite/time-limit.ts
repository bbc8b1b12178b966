import { QueryTimeout } from '../database.ts'
import type { Sqlite } from './statements.ts'

type Clock = { limit: number; isOfProcessor: boolean; begun: number; until: number; last: number }
const clocks = new WeakMap<Sqlite, Clock>()

/** How many times its limit of processor time a query may take by the clock: what waits for a disk uses no processor. */
export const mostWaits = 10

/**
 * Milliseconds of processor time that this thread has had: where Node does not say that, the process.
 * https://nodejs.org/api/process.html#processthreadcpuusagepreviousvalue
 */
export function processorTime(): number {
  const { user, system } = (process.threadCpuUsage ?? process.cpuUsage).call(process)
  return (user + system) / 1000
}

/**
 * Gives a connection the SQL function `in_time(x)`, which is true until the time is over and ends the query then. SQLite has no time limit
 * of its own that is within reach here; a condition that is looked at for each row is one.
 * @param limit milliseconds, 0 for none
 * @param isOfProcessor whether they are of processor time: on a busy machine the clock goes on while the query does not
 */
export function limitQueries(database: Sqlite, limit: number, isOfProcessor = false): void {
  const known = clocks.get(database)
  if (known) {
    known.limit = limit
    known.isOfProcessor = isOfProcessor
    return
  }
  const clock: Clock = { limit, isOfProcessor, begun: 0, until: Number.POSITIVE_INFINITY, last: 0 }
  clocks.set(database, clock)
  database.function('in_time', { deterministic: false }, (_row: unknown) => {
    const now = performance.now()
    if (now > clock.until && isOver(clock, now)) throw new QueryTimeout()
    return 1
  })
}

function isOver(clock: Clock, now: number): boolean {
  if (!clock.isOfProcessor || now > clock.last) return true
  const left = clock.limit - (processorTime() - clock.begun)
  if (left <= 0) return true
  clock.until = now + left
  return false
}

/** Begins the time of a query. */
export function startClock(database: Sqlite): void {
  const clock = clocks.get(database)!
  if (!clock.limit) {
    clock.until = Number.POSITIVE_INFINITY
    return
  }
  const now = performance.now()
  clock.until = now + clock.limit
  if (!clock.isOfProcessor) return
  clock.begun = processorTime()
  clock.last = now + mostWaits * clock.limit
}
