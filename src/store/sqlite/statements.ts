import type Database from 'better-sqlite3'

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
