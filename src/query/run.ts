import { raw, type Sql } from 'sql-template-tag'
import { ProblemError } from '../model/problem.ts'
import { prepareOnce, type Store } from '../store/open.ts'
import { readersOf } from '../store/readers.ts'
import { QueryTimeout, startClock } from '../store/time-limit.ts'

/**
 * Runs a composed query. What takes longer than a glimpse goes on in another thread, if the service has readers; statements are kept prepared,
 * one a request shape.
 * @throws {ProblemError} query-timeout, or busy when too many queries wait for a thread
 */
export async function runQuery<Row>(store: Store, query: Sql): Promise<Row[]> {
  const { sql, values } = query
  const readers = readersOf(store)
  if (readers?.isHeavy(sql)) return orProblem(() => readers.read<Row>(sql, values))
  try {
    startClock(store)
    return prepareOnce<unknown[], Row>(store, sql).all(values)
  } catch (error) {
    if (!readers || !(error instanceof QueryTimeout)) return orProblem(() => Promise.reject(error))
    return orProblem(() => readers.read<Row>(sql, values))
  }
}

/** That there is time left: asked at one row in sixty-four, for each answer costs as much as several rows. @param row its number */
export const inTime = (row: string): Sql => raw(`(${row} & 63 or in_time(${row}))`)

/** Reads a composed query row by row, as arrays of its columns, each within the time limit; the connection is busy until the last one is read. */
export function* iterateQuery<Row extends unknown[]>(store: Store, query: Sql): Generator<Row> {
  const timed = <T>(run: () => T): T => {
    startClock(store)
    try {
      return run()
    } catch (error) {
      throw toProblem(error)
    }
  }
  const rows = timed(() => store.prepare<unknown[], Row>(query.sql).raw().iterate(query.values))
  try {
    for (;;) {
      const { value, done } = timed(() => rows.next())
      if (done) return
      yield value
    }
  } finally {
    rows.return?.()
  }
}

async function orProblem<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run()
  } catch (error) {
    throw toProblem(error)
  }
}

const toProblem = (error: unknown) =>
  error instanceof QueryTimeout
    ? new ProblemError(
        'query-timeout',
        'The query timed out. Narrow it by type, article, unit or period, or leave out counts and facets.',
        [],
        { 'retry-after': '10' },
      )
    : error
