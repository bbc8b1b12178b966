import { DummyDriver, Kysely, type RawBuilder, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely'
import type { Store } from '../store/open.ts'

// Kysely writes the SQL and binds the values; better-sqlite3 runs it. Its own driver stays cold.
const kysely = new Kysely<Record<string, never>>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (database) => new SqliteIntrospector(database),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
})

type Statement = ReturnType<Store['prepare']>
const statements = new WeakMap<Store, Map<string, Statement>>()
const mostKept = 500

/** Runs a composed query; statements are kept prepared, one a request shape. */
export function runQuery<Row>(store: Store, query: RawBuilder<unknown>): Row[] {
  const { sql, parameters } = query.compile(kysely)
  const kept = statements.get(store) ?? statements.set(store, new Map()).get(store)!
  let statement = kept.get(sql)
  if (!statement) {
    if (kept.size >= mostKept) kept.clear()
    statement = store.prepare(sql)
    kept.set(sql, statement)
  }
  return statement.all(parameters) as Row[]
}
