import { join } from 'node:path'
import { StoreError } from '../database.ts'
import { type Migration, readMigrations as read } from '../migrations.ts'
import type { Sqlite } from './statements.ts'

const folder = join(import.meta.dirname, '../../../migrations')

/** The migrations that the program ships, in order. */
export const readMigrations = (from = folder): Migration[] => read(from)

/**
 * Runs what is pending, each file in a transaction with the row that records it. Forward only.
 * @throws {StoreError} when a file that ran has changed since, or the database knows one that the program does not have
 */
export function migrate(database: Sqlite, migrations: readonly Migration[] = readMigrations()): string[] {
  database.exec(
    'CREATE TABLE IF NOT EXISTS migrations (name TEXT PRIMARY KEY, hash TEXT NOT NULL, ran_at TEXT NOT NULL) STRICT',
  )
  const ran = new Map(
    database
      .prepare<[], { name: string; hash: string }>('SELECT name, hash FROM migrations')
      .all()
      .map((row) => [row.name, row.hash]),
  )
  for (const name of ran.keys())
    if (!migrations.some((migration) => migration.name === name))
      throw new StoreError(
        `the database was created by a newer version: it has the migration ${name}, which this version does not know`,
      )
  const pending = migrations.filter(({ name, hash }) => {
    const known = ran.get(name)
    if (known !== undefined && known !== hash)
      throw new StoreError(`the migration ${name} has changed since it ran; migrations are never edited, add a new one`)
    return known === undefined
  })
  for (const { name, sql, hash } of pending) {
    database
      .transaction(() => {
        // another process may have run it since we looked
        if (database.prepare('SELECT 1 FROM migrations WHERE name = ?').get(name)) return
        database.exec(sql)
        database
          .prepare(`INSERT INTO migrations (name, hash, ran_at) VALUES (?, ?, strftime('%Y-%m-%dT%H:%M:%fZ'))`)
          .run(name, hash)
      })
      .immediate()
  }
  return pending.map(({ name }) => name)
}
