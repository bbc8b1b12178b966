import { existsSync, renameSync, rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { SingleBar } from 'cli-progress'
import { Command } from 'commander'
import type { Store } from '../store/open.ts'
import { renewIdentity } from '../store/sequence.ts'
import { fail } from './failure.ts'
import { databaseOption, openDatabase } from './options.ts'

/** `article-facts backup`: a copy of the database as it is at one moment, while it is in use. */
export const backupCommand = new Command('backup')
  .summary('copy the database while it is in use')
  .argument('<FILE>', 'where to; it is there whole or not at all')
  .addOption(databaseOption())
  .option('--force', 'overwrite FILE')
  .action(async (file: string, options: { db: string; force?: boolean }) => {
    if (existsSync(file) && !options.force) fail(`${file} is there already: name another file, or say --force`)
    const store = openDatabase(options.db, true)
    const partial = `${file}.partial`
    try {
      await copy(store, partial)
      renameSync(partial, file)
    } catch (error) {
      rmSync(partial, { force: true })
      fail(`cannot write ${file}: ${(error as Error).message}`)
    } finally {
      store.close()
    }
    process.stdout.write(`${options.db} is in ${file}\n`)
  })

/** `article-facts restore`: a backup put in the place of the database. */
export const restoreCommand = new Command('restore')
  .summary('put a backup in the place of the database')
  .description(
    'A running service goes on with the backup. Mirrors are told to begin anew, for the database is at an earlier state.',
  )
  .argument('<FILE>', 'a backup')
  .addOption(databaseOption())
  .option('--force', 'replace a database that is there')
  .action(async (file: string, options: { db: string; force?: boolean }) => {
    if (!existsSync(file)) fail(`there is no ${file}`)
    if (resolve(file) === resolve(options.db)) fail('the backup and the database are the same file')
    if (existsSync(options.db) && !options.force)
      fail(`${options.db} is there already: back it up, then say --force to replace it`)
    const backup = openDatabase(file)
    const partial = `${options.db}.partial`
    try {
      await copy(backup, partial)
      const restored = openDatabase(partial)
      // cursors and tags of the states that were lost must not be taken for those to come
      renewIdentity(restored)
      await copy(restored, options.db)
      restored.close()
    } catch (error) {
      fail(`cannot write ${options.db}: ${(error as Error).message}`)
    } finally {
      backup.close()
      for (const ending of ['', '-wal', '-shm']) rmSync(partial + ending, { force: true })
    }
    openDatabase(options.db).close()
    process.stdout.write(`${file} is in ${options.db}\n`)
  })

async function copy(store: Store, file: string): Promise<void> {
  const bar = process.stdout.isTTY
    ? new SingleBar({ format: '{bar} {percentage}% | {eta_formatted} left', hideCursor: true, clearOnComplete: true })
    : undefined
  let begun = false
  await store.backup(file, {
    progress: ({ totalPages, remainingPages }) => {
      if (!begun) bar?.start(totalPages, 0)
      begun = true
      bar?.update(totalPages - remainingPages)
      return 2000
    },
  })
  bar?.stop()
}
