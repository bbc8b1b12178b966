import { existsSync } from 'node:fs'
import { Option } from 'commander'
import { z } from 'zod'
import { Config } from '../model/config.ts'
import { openStore, type Store } from '../store/open.ts'
import { fail } from './failure.ts'

/** `--db`, shared by the commands that open the database; the environment variable is the same setting. */
export const databaseOption = () =>
  new Option('--db <file>', Config.shape.DATABASE_URL.description).env('DATABASE_URL').default('data/article-facts.db')

/** Opens the database of a command, or ends it with the reason. `existing`: a file that is not there is not made. */
export function openDatabase(file: string, existing = false): Store {
  try {
    const path = Config.shape.DATABASE_URL.parse(file)
    if (existing && !existsSync(path)) fail(`there is no database ${path}: load articles first`)
    return openStore(path)
  } catch (error) {
    fail(error instanceof z.ZodError ? `--db ${error.issues[0]!.message}` : (error as Error).message)
  }
}
