import { Option } from 'commander'
import { Config } from '../model/config.ts'

/** `--db`, shared by the commands that open the database; the environment variable is the same setting. */
export const databaseOption = () =>
  new Option('--db <file>', Config.shape.DATABASE_URL.description).env('DATABASE_URL').default('data/article-facts.db')
