import { existsSync, renameSync } from 'node:fs'
import { dirname } from 'node:path'
import { Command } from 'commander'
import { clearTheWay, openUnchanged, sealCopy } from '../store/sqlite/backup.ts'
import { identifyFile } from '../store/sqlite/identify.ts'
import type { Sqlite } from '../store/sqlite/statements.ts'
import { copyDatabase } from './copy-database.ts'
import { fail } from './failure.ts'
import { databaseOption, refusePostgres } from './options.ts'
import { startPartial, syncFolder } from './partial-file.ts'

/** `article-facts backup`: a copy of the database as it is at one moment, while it is in use. */
export const backupCommand = new Command('backup')
  .summary('copy the database, also while it is in use')
  .description(
    'Writes a consistent copy of the database, opens and checks it, and only then gives it its name. The database is not changed.',
  )
  .argument('<FILE>', 'file of the backup; it is written completely or not at all')
  .addOption(databaseOption())
  .option('--force', 'overwrite FILE')
  .action(async (file: string, options: { db: string; force?: boolean }) => {
    refusePostgres(options.db, 'use pg_dump: https://www.postgresql.org/docs/current/app-pgdump.html')
    if (existsSync(file) && !options.force) fail(`${file} already exists: choose another file, or use --force`)
    const source = openExisting(options.db)
    let problem: string | undefined
    try {
      clearTheWay(file)
      const partial = startPartial(file)
      try {
        await copyDatabase(source, partial.path)
        sealCopy(source, partial.path)
        clearTheWay(file)
        renameSync(partial.path, file)
        syncFolder(dirname(file))
      } finally {
        partial.remove()
      }
    } catch (error) {
      problem = (error as Error).message
    }
    source.close()
    if (problem !== undefined) fail(`cannot write ${file}: ${problem}`)
    process.stdout.write(`Backed up ${options.db} to ${file}\n`)
  })

function openExisting(path: string): Sqlite {
  const kind = identifyFile(path)
  if (kind === 'missing') fail(`no database at ${path}: load articles first`)
  if (kind !== 'ours') fail(`${path} is ${kind === 'damaged' ? 'damaged' : 'not a database of article-facts'}`)
  return openUnchanged(path)
}
