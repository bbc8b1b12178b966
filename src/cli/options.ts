import { existsSync } from 'node:fs'
import { Option } from 'commander'
import { Config } from '../model/config.ts'
import { openStore, type Store } from '../store/open.ts'
import { fail } from './failure.ts'

const setting = Config.shape.DATABASE_URL

/** `--db`, shared by the commands that open the database; the environment variable is the same setting. What it gives is a path. */
export const databaseOption = () =>
  new Option('--db <file>', setting.description)
    .env('DATABASE_URL')
    .default(setting.parse(undefined))
    .argParser((given: string) => {
      const { data, error } = setting.safeParse(given)
      return data ?? fail(`--db ${error!.issues[0]!.message}`)
    })

/** Opens the database of a command, or ends it with the reason. `existing`: a file that is not there is not made. */
export async function openDatabase(path: string, existing = false): Promise<Store> {
  if (existing && !existsSync(path)) fail(`no database at ${path}: load articles first`)
  try {
    return await openStore(path)
  } catch (error) {
    fail((error as Error).message)
  }
}
