import { DummyDriver, Kysely, type RawBuilder, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely'
import { ProblemError } from '../model/problem.ts'
import { prepareOnce, type Store } from '../store/open.ts'
import { QueryTimeout, startClock } from '../store/time-limit.ts'

// Kysely writes the SQL and binds the values; better-sqlite3 runs it. Its own driver stays cold.
const kysely = new Kysely<Record<string, never>>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (database) => new SqliteIntrospector(database),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
})

/**
 * Runs a composed query within the time limit; statements are kept prepared, one a request shape.
 * @throws {ProblemError} query-timeout
 */
export function runQuery<Row>(store: Store, query: RawBuilder<unknown>): Row[] {
  const { sql, parameters } = query.compile(kysely)
  return inTime(store, () => prepareOnce<unknown[], Row>(store, sql).all(parameters))
}

/** Reads a composed query row by row, as arrays of its columns, each within the time limit; the connection is busy until the last one is read. */
export function* iterateQuery<Row extends unknown[]>(store: Store, query: RawBuilder<unknown>): Generator<Row> {
  const { sql, parameters } = query.compile(kysely)
  const rows = inTime(store, () => store.prepare<unknown[], Row>(sql).raw().iterate(parameters))
  try {
    for (;;) {
      const { value, done } = inTime(store, () => rows.next())
      if (done) return
      yield value
    }
  } finally {
    rows.return?.()
  }
}

function inTime<T>(store: Store, run: () => T): T {
  startClock(store)
  try {
    return run()
  } catch (error) {
    if (!(error instanceof QueryTimeout)) throw error
    throw new ProblemError(
      'query-timeout',
      'The query took too long and was given up. Narrow it (a type, an article, a unit, a period), or leave out counts and facets.',
      [],
      { 'retry-after': '10' },
    )
  }
}
