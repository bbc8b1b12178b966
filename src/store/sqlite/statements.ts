import type Database from 'better-sqlite3'
import type { Sql } from 'sql-template-tag'

export type Sqlite = Database.Database

const prepared = new WeakMap<Sqlite, Map<string, Database.Statement>>()
/** Statements kept a database: requests of ever new shapes must not fill the memory. */
const mostKept = 500

/** A statement of this text, prepared once a database. Not for statements that are iterated: one of those can run only once at a time. */
export function prepareOnce<P extends unknown[] = unknown[], R = unknown>(
  database: Sqlite,
  sql: string,
): Database.Statement<P, R> {
  const own = prepared.get(database) ?? new Map<string, Database.Statement>()
  prepared.set(database, own)
  let statement = own.get(sql)
  if (!statement) {
    if (own.size >= mostKept) own.clear()
    statement = database.prepare(sql)
    own.set(sql, statement)
  }
  return statement as unknown as Database.Statement<P, R>
}

/**
 * The text of a query, its values marked as `+?`. Where a bare `?` is compared with a column, SQLite plans by the value (sqlite3_prepare_v2: bindings may
 * influence the choice of query plan) and prepares the statement anew for each binding, which takes longer than most of our queries. An expression is
 * the same value, and planned once: which index to walk along is said by the query itself.
 */
export const textOf = ({ strings }: Sql): string => strings.join('+?')
