import { DummyDriver, Kysely, type RawBuilder, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely'
import { prepareOnce, type Store } from '../store/open.ts'

// Kysely writes the SQL and binds the values; better-sqlite3 runs it. Its own driver stays cold.
const kysely = new Kysely<Record<string, never>>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (database) => new SqliteIntrospector(database),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
})

/** Runs a composed query; statements are kept prepared, one a request shape. */
export function runQuery<Row>(store: Store, query: RawBuilder<unknown>): Row[] {
  const { sql, parameters } = query.compile(kysely)
  return prepareOnce<unknown[], Row>(store, sql).all(parameters)
}
