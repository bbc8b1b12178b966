import { join } from 'node:path'
import sql, { raw } from 'sql-template-tag'
import { StoreError } from '../database.ts'
import { type Migration, readMigrations } from '../migrations.ts'
import { ask, type Pool } from './connection.ts'

const folder = join(import.meta.dirname, '../../../migrations/postgres')
/** Of the lock that services take in turn which start at the same moment. */
const lock = 4_213_700_001

/**
 * Runs what is pending, all of it or nothing; another service that does so at the same moment is waited for. Forward only.
 * @throws {StoreError} when a file that ran has changed since, or the database knows one that the program does not have
 */
export async function migrate(pool: Pool, migrations: readonly Migration[] = readMigrations(folder)): Promise<void> {
  const connection = await pool.reserve()
  try {
    await ask(connection, raw('begin'))
    await ask(connection, raw(`select pg_advisory_xact_lock(${lock})`))
    await ask(
      connection,
      raw(
        'create table if not exists migrations (name text primary key, hash text not null, ran_at timestamptz not null default now())',
      ),
    )
    const rows = await ask<{ name: string; hash: string }>(connection, raw('select name, hash from migrations'))
    const ran = new Map(rows.map(({ name, hash }) => [name, hash]))
    for (const name of ran.keys())
      if (!migrations.some((migration) => migration.name === name))
        throw new StoreError(
          `the database was created by a newer version: it has the migration ${name}, which this version does not know`,
        )
    for (const { name, sql: text, hash } of migrations) {
      const known = ran.get(name)
      if (known !== undefined && known !== hash)
        throw new StoreError(
          `the migration ${name} has changed since it ran; migrations are never edited, add a new one`,
        )
      if (known !== undefined) continue
      await connection.unsafe(text).simple()
      await ask(connection, sql`insert into migrations (name, hash) values (${name}, ${hash})`)
    }
    await ask(connection, raw('commit'))
  } catch (error) {
    await ask(connection, raw('rollback')).catch(() => {})
    throw error
  } finally {
    connection.release()
  }
}
