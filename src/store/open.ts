import { isUnfinished } from './copy/progress.ts'
import { type Store, StoreError } from './database.ts'
import { type FileKind, identifyFile } from './sqlite/identify.ts'
import { openSqlite } from './sqlite/open.ts'

export { type Store, StoreError } from './database.ts'

/**
 * Opens the database of a setting, and brings its schema up to date.
 * @param address `postgres://…`, or the path of an SQLite file, which is made with its folder where it is missing; `:memory:` for one that goes
 *   with the process
 * @param standby of a PostgreSQL server, for what is read
 * @throws {StoreError} when it cannot be used, or is a copy that was broken off
 */
export async function openStore(address: string, standby?: string): Promise<Store> {
  const store = await openForCopy(address, standby)
  if (!(await isUnfinished(store))) return store
  await store.close()
  throw new StoreError(
    'the database is a copy that has not ended: run `article-facts copy` again, which goes on where it was broken off',
  )
}

/** The same, whatever is missing in it. @throws {StoreError} when it cannot be used */
export async function openForCopy(address: string, standby?: string): Promise<Store> {
  if (!isPostgres(address)) {
    if (standby !== undefined)
      throw new StoreError('READ_DATABASE_URL is for PostgreSQL, which DATABASE_URL has to name')
    return openSqlite(address)
  }
  const { openPostgres } = await import('./postgres/open.ts').catch(sayMissing)
  return openPostgres(address, standby)
}

/** Tells what an address has behind it, and changes nothing there. @throws {StoreError} when a server cannot be reached */
export async function identifyStore(address: string): Promise<FileKind> {
  if (!isPostgres(address)) return identifyFile(address)
  const { identifyPostgres } = await import('./postgres/identify.ts').catch(sayMissing)
  return identifyPostgres(address)
}

function sayMissing(error: NodeJS.ErrnoException): never {
  if (error.code !== 'ERR_MODULE_NOT_FOUND') throw error
  throw new StoreError('PostgreSQL needs the package postgres: npm install postgres')
}

/** Whether an address is that of a PostgreSQL server. */
export const isPostgres = (address: string): boolean => /^postgres(?:ql)?:/i.test(address)
