import { join } from 'node:path'
import sql from 'sql-template-tag'
import { StoreError } from '../database.ts'
import { readMigrations } from '../migrations.ts'
import { ask, openPool } from './connection.ts'
import { reasonOf, withoutPassword } from './open.ts'

const folder = join(import.meta.dirname, '../../../migrations/postgres')

/**
 * Tells what a database of a server is, and changes nothing in it.
 * @throws {StoreError} when it cannot be reached
 */
export async function identifyPostgres(address: string): Promise<'ours' | 'foreign' | 'empty'> {
  const pool = openPool(address, 1, {})
  try {
    const tables = await ask<{ name: string }>(
      pool,
      sql`select table_name as name from information_schema.tables where table_schema = current_schema()`,
    )
    if (tables.length === 0) return 'empty'
    if (!tables.some(({ name }) => name === 'migrations')) return 'foreign'
    const columns = await ask(
      pool,
      sql`select 1 from information_schema.columns
        where table_schema = current_schema() and table_name = 'migrations' and column_name in ('name', 'hash')`,
    )
    if (columns.length < 2) return 'foreign'
    const [first] = readMigrations(folder)
    const known = await ask<{ hash: string }>(pool, sql`select hash from migrations where name = ${first!.name}`)
    return known[0]?.hash === first!.hash ? 'ours' : 'foreign'
  } catch (error) {
    throw new StoreError(`cannot use the database ${withoutPassword(address)}: ${reasonOf(error as Error)}`)
  } finally {
    await pool.end({ timeout: 5 })
  }
}
