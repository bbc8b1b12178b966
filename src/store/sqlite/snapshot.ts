import Database from 'better-sqlite3'
import type { Sql } from 'sql-template-tag'
import type { Snapshot } from '../database.ts'
import { sqlite } from './dialect.ts'
import { prepareOnce, type Sqlite, textOf } from './statements.ts'
import { limitQueries, startClock } from './time-limit.ts'
import { readVersion } from './version.ts'
import { addVocabulary } from './words.ts'

/**
 * A second, read-only connection that sees the data as they are now until it is closed, whatever is written meanwhile. Whoever opens one
 * closes it: while it is open, the write-ahead log cannot be folded in.
 * @param limit milliseconds that a query may take, 0 for any time
 */
export function openSnapshot(database: Sqlite, limit: number): Snapshot {
  // a database in memory has no second door: it is copied
  const snapshot = database.memory
    ? new Database(database.serialize())
    : new Database(database.name, { readonly: true, fileMustExist: true })
  snapshot.pragma('cache_size = -4096')
  limitQueries(snapshot, limit)
  addVocabulary(snapshot)
  // a transaction sees the data from its first read on
  const version = readVersion(snapshot.exec('BEGIN'))
  return {
    dialect: sqlite,
    version: () => version,
    all: async <Row>(query: Sql) => prepareOnce<unknown[], Row>(snapshot, textOf(query)).all(query.values),
    first: async <Row>(query: Sql) => prepareOnce<unknown[], Row>(snapshot, textOf(query)).get(query.values),
    each: (query, atOnce) => iterate(snapshot, query, atOnce),
    close: async () => {
      if (snapshot.open) snapshot.close()
    },
  }
}

/** The connection is busy until the last row is read. */
async function* iterate<Row>(database: Sqlite, query: Sql, atOnce: number): AsyncGenerator<Row[], void, void> {
  const timed = <T>(run: () => T): T => {
    startClock(database)
    return run()
  }
  const rows = timed(() => database.prepare<unknown[], Row>(textOf(query)).iterate(query.values))
  let handful: Row[] = []
  try {
    for (;;) {
      const { value, done } = timed(() => rows.next())
      if (done) break
      handful.push(value)
      if (handful.length < atOnce) continue
      yield handful
      handful = []
    }
    if (handful.length) yield handful
  } finally {
    rows.return?.()
  }
}
