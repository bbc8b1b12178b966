import type { Store } from './database.ts'
import { openSqlite } from './sqlite/open.ts'

export { type Store, StoreError } from './database.ts'

/**
 * Opens the database of a setting, and brings its schema up to date.
 * @param address path of an SQLite file, which is made with its folder where it is missing; `:memory:` for one that goes with the process
 * @throws {StoreError} when it cannot be used
 */
export const openStore = (address: string): Promise<Store> => openSqlite(address)
