import sql from 'sql-template-tag'
import { ProblemError } from '../../model/problem.ts'
import { fillCounters } from '../counters.ts'
import { type Store, StoreError } from '../database.ts'
import { fillDerived, fillWords } from '../fill-derived.ts'
import { citus, isSpread } from './citus.ts'
import { ask, openPool } from './connection.ts'
import { postgres } from './dialect.ts'
import { migrate } from './migrate.ts'
import { createStore } from './store.ts'

/** The first version that has all that is asked of it (MERGE, multiranges and the rest are not). */
const oldest = 150_000

/**
 * Opens a database of a PostgreSQL server, and brings its schema up to date.
 * @param address `postgres://user:password@host:port/database`
 * @param standby address of a read-only standby of it, which may be away
 * @throws {StoreError} when it cannot be reached or used
 */
export async function openPostgres(address: string, standby?: string): Promise<Store> {
  const pool = openPool(address, 1, {})
  let dialect = postgres
  try {
    const [server] = await ask<{ version: number; encoding: string }>(
      pool,
      sql`select current_setting('server_version_num')::int as version, current_setting('server_encoding') as encoding`,
    )
    if (server!.version < oldest) throw new StoreError('PostgreSQL 15 or later is needed')
    if (server!.encoding !== 'UTF8') throw new StoreError(`its encoding is ${server!.encoding}; UTF8 is needed`)
    await migrate(pool)
    if (await isSpread(pool)) dialect = citus
  } catch (error) {
    throw new StoreError(`cannot use the database ${withoutPassword(address)}: ${reasonOf(error as Error)}`)
  } finally {
    await pool.end({ timeout: 5 })
  }
  const store = await createStore(address, dialect, standby)
  try {
    await fillWords(store)
    await fillCounters(store)
    await fillDerived(store)
    return store
  } catch (error) {
    await store.close()
    throw error
  }
}

export const reasonOf = (error: Error) =>
  error instanceof ProblemError && error.type === 'not-ready' ? 'the server cannot be reached' : error.message

/** An address that may be shown. */
export function withoutPassword(address: string): string {
  try {
    const url = new URL(address)
    if (url.password) url.password = '***'
    return url.toString()
  } catch {
    return 'of DATABASE_URL'
  }
}
