import { existsSync } from 'node:fs'
import { Option } from 'commander'
import { Config } from '../model/config.ts'
import { isPostgres, openStore, type Store } from '../store/open.ts'
import { fail } from './failure.ts'

const setting = Config.shape.DATABASE_URL

/** `--db`, shared by the commands that open the database; the environment variable is the same setting. What it gives is a path, or an address of PostgreSQL. */
export const databaseOption = () =>
  new Option('--db <address>', setting.description)
    .env('DATABASE_URL')
    .default(setting.parse(undefined))
    .argParser((given: string) => {
      const { data, error } = setting.safeParse(given)
      return data ?? fail(`--db ${error!.issues[0]!.message}`)
    })

/** Ends a command that is for SQLite files, where the database is another one. @param instead what to do there */
export function refusePostgres(address: string, instead: string): void {
  if (isPostgres(address)) fail(`this is for SQLite files; for PostgreSQL ${instead}`)
}

/** Opens the database of a command, or ends it with the reason. `existing`: a file that is not there is not made. */
export async function openDatabase(path: string, existing = false): Promise<Store> {
  if (existing && !isPostgres(path) && !existsSync(path)) fail(`no database at ${path}: load articles first`)
  try {
    return await openStore(path)
  } catch (error) {
    fail((error as Error).message)
  }
}
