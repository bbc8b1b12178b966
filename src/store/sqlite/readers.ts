import { availableParallelism } from 'node:os'
import { extname, join } from 'node:path'
import { LRUCache } from 'lru-cache'
import { Piscina } from 'piscina'
import { ProblemError } from '../../model/problem.ts'
import { QueryTimeout } from '../database.ts'
import type { ReadQuery, ReadRows } from './read-thread.ts'
import type { Sqlite } from './statements.ts'
import { limitQueries, mostWaits } from './time-limit.ts'
import { readVersion } from './version.ts'

/**
 * Milliseconds of processor time that a query may take on the thread that serves everybody; one that does not end by then begins anew in a reader
 * thread. Were they of the clock, a busy machine would send there what is quick, and it would stay there.
 */
const glimpse = 2
/** What takes no longer than this in a reader thread is tried where it was again: were it as long as a glimpse, what takes about one would take two each time. */
const lightest = glimpse / 2
/** Queries that may wait for a thread: more would wait longer than their askers. */
const mostWaiting = 100
/** Idle threads go after so many milliseconds, and their memory with them. */
const idleFor = 30_000

/** Threads with read-only connections of their own, for queries that would keep everybody waiting. */
export type Readers = {
  /** Whether a query of this shape took longer than a glimpse not long ago. */
  readonly isHeavy: (sql: string) => boolean
  /** @throws {QueryTimeout} after the time limit @throws {ProblemError} busy */
  readonly read: <Row>(sql: string, values: readonly unknown[]) => Promise<Row[]>
  readonly close: () => Promise<void>
}

const readers = new WeakMap<Sqlite, Readers>()
export const readersOf = (database: Sqlite): Readers | undefined => readers.get(database)

/**
 * Gives a database its reader threads; they start when the first heavy query comes. A database in memory has none: nobody else can open it.
 * @param limit milliseconds that a query may take there, 0 for any time
 * @param threads how many, by default one for each core but one
 */
export function openReaders(database: Sqlite, limit: number, threads = Math.max(1, availableParallelism() - 1)): void {
  if (database.memory) {
    limitQueries(database, limit)
    return
  }
  limitQueries(database, Math.min(glimpse, limit || glimpse), true)
  const pool = new Piscina<ReadQuery, ReadRows>({
    filename: join(import.meta.dirname, `read-thread${extname(import.meta.filename)}`),
    workerData: { file: database.name, limit },
    minThreads: 0,
    maxThreads: threads,
    maxQueue: mostWaiting,
    idleTimeout: idleFor,
    resourceLimits: { maxOldGenerationSizeMb: 256 },
  })
  // results that arrive while the pool closes are dropped
  pool.on('error', () => {})
  const heavy = new LRUCache<string, true>({ max: 1000, ttl: 60_000 })
  const running = new Map<string, Promise<unknown[]>>()
  const run = async (query: ReadQuery): Promise<unknown[]> => {
    if (pool.queueSize >= mostWaiting)
      throw new ProblemError('busy', 'Too many heavy queries are running. Try again in a moment.', [], {
        'retry-after': '5',
      })
    const { rows, took, waited } = await pool.run(query)
    if (rows === null) throw new QueryTimeout()
    if (took > lightest || waited > mostWaits * lightest) heavy.set(query.sql, true)
    else heavy.delete(query.sql)
    return rows
  }
  readers.set(database, {
    isHeavy: (sql) => heavy.has(sql),
    read: async <Row>(sql: string, values: readonly unknown[]) => {
      // whoever asks the same of the same data while it is being looked for waits for that
      const key = JSON.stringify([readVersion(database).sequence, sql, values])
      let rows = running.get(key)
      if (!rows) {
        rows = run({ sql, values }).finally(() => running.delete(key))
        running.set(key, rows)
      }
      return (await rows) as Row[]
    },
    close: () => pool.destroy(),
  })
}

/** Ends the threads of a database; what runs there is given up. */
export async function closeReaders(database: Sqlite): Promise<void> {
  await readers.get(database)?.close()
  readers.delete(database)
}
