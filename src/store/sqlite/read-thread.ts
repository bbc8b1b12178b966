import Database from 'better-sqlite3'
import { workerData } from 'piscina'
import { stayInBackground } from '../background.ts'
import { QueryTimeout } from '../database.ts'
import { prepareOnce } from './statements.ts'
import { limitQueries, processorTime, startClock } from './time-limit.ts'

export type ReadQuery = { readonly sql: string; readonly values: readonly unknown[] }
/** `took`: milliseconds of processor time, `waited`: by the clock. Without rows the time was over. */
export type ReadRows = { readonly rows: unknown[] | null; readonly took: number; readonly waited: number }

stayInBackground(10)
const { file, limit } = workerData as { file: string; limit: number }
const database = new Database(file, { readonly: true, fileMustExist: true })
database.pragma('cache_size = -8192')
limitQueries(database, limit)

/** Runs in a reader thread. */
export default function read({ sql, values }: ReadQuery): ReadRows {
  const begun = performance.now()
  const used = processorTime()
  startClock(database)
  const end = (rows: unknown[] | null): ReadRows => ({
    rows,
    took: processorTime() - used,
    waited: performance.now() - begun,
  })
  try {
    return end(prepareOnce(database, sql).all(...values))
  } catch (error) {
    if (!(error instanceof QueryTimeout)) throw error
    return end(null)
  }
}
