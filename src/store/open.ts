import { type Store, StoreError } from './database.ts'
import { openSqlite } from './sqlite/open.ts'

export { type Store, StoreError } from './database.ts'

/**
 * Opens the database of a setting, and brings its schema up to date.
 * @param address `postgres://…`, or the path of an SQLite file, which is made with its folder where it is missing; `:memory:` for one that goes
 *   with the process
 * @throws {StoreError} when it cannot be used
 */
export async function openStore(address: string): Promise<Store> {
  if (!isPostgres(address)) return openSqlite(address)
  const { openPostgres } = await import('./postgres/open.ts').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ERR_MODULE_NOT_FOUND') throw error
    throw new StoreError('PostgreSQL needs the package postgres: npm install postgres')
  })
  return openPostgres(address)
}

/** Whether an address is that of a PostgreSQL server. */
export const isPostgres = (address: string): boolean => /^postgres(?:ql)?:/i.test(address)
