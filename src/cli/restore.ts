import { existsSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { Command } from 'commander'
import { checkStore } from '../store/check.ts'
import { makeFolder } from '../store/folder.ts'
import { renewIdentity } from '../store/identity.ts'
import { openStore } from '../store/open.ts'
import { type FileKind, identifyFile, sidecars } from '../store/sqlite/identify.ts'
import { sqliteOf } from '../store/sqlite/store.ts'
import { copyDatabase, copyFiles } from './copy-database.ts'
import { fail } from './failure.ts'
import { databaseOption, refusePostgres } from './options.ts'
import { startPartial, syncFolder } from './partial-file.ts'

/** `article-facts restore`: a backup put in the place of the database. */
export const restoreCommand = new Command('restore')
  .summary('replace the database with a backup')
  .description(
    'The backup is only read. A copy of it is migrated and must pass `check` before it replaces the database. A running service continues with the restored database. Clients of /v1/changes are told to start again.',
  )
  .argument('<FILE>', 'a backup')
  .addOption(databaseOption())
  .option('--force', 'replace an existing database')
  .action(async (file: string, options: { db: string; force?: boolean }) => {
    const { db } = options
    refusePostgres(db, 'use pg_restore: https://www.postgresql.org/docs/current/app-pgrestore.html')
    if (!existsSync(file)) fail(`no such file: ${file}`)
    if (!statSync(file).isFile()) fail(`${file} is not a file`)
    if (isSameFile(file, db)) fail('the backup and the database are the same file')
    if (existsSync(db) && !options.force) fail(`${db} already exists: back it up, then use --force to replace it`)
    let problem: string | undefined
    try {
      makeFolder(dirname(db))
      const there = identifyFile(db)
      if (there === 'foreign' || there === 'no-database')
        throw new Error('the existing file is not a database of article-facts and is not replaced')
      const partial = startPartial(db)
      try {
        await copyFiles(file, partial.path)
        await prepareCopy(file, partial.path)
        await putInPlace(partial.path, db, there)
      } finally {
        partial.remove()
      }
    } catch (error) {
      problem = (error as Error).message
    }
    if (problem !== undefined) fail(`cannot restore ${db}: ${problem}`)
    process.stdout.write(`Restored ${file} to ${db}\n`)
  })

function isSameFile(a: string, b: string): boolean {
  if (!existsSync(b)) return false
  const [one, other] = [statSync(a), statSync(b)]
  return one.dev === other.dev && one.ino === other.ino
}

const faults: Record<Exclude<FileKind, 'ours'>, string> = {
  missing: 'is gone',
  empty: 'is empty',
  'no-database': 'is not an SQLite database',
  foreign: 'is not a database of article-facts',
  damaged: 'is damaged',
}

/** @throws {Error} when the copy of a backup is none of ours, of a newer program, or does not pass `check` */
async function prepareCopy(backup: string, copy: string): Promise<void> {
  const kind = identifyFile(copy)
  if (kind !== 'ours') throw new Error(`${backup} ${faults[kind]}`)
  const store = await openStore(copy)
  try {
    // cursors and tags of the states that are lost must not be taken for those to come
    await renewIdentity(store)
    const [first, ...others] = await checkStore(store, false)
    if (first)
      throw new Error(
        `${backup} does not pass check: ${first.what}${others.length ? `, and ${others.length} more` : ''}; \`article-facts check --repair\` may help a copy of it`,
      )
  } finally {
    await store.close()
  }
}

/** Where what is damaged goes until the backup has taken its place. */
const aside = '.before-restore'

async function putInPlace(copy: string, db: string, there: FileKind): Promise<void> {
  if (there === 'ours') {
    // one transaction: whoever has it open goes on, and sees either what was there or the backup
    const store = await openStore(copy)
    try {
      await copyDatabase(sqliteOf(store), db)
    } finally {
      await store.close()
    }
  } else {
    const endings = ['', ...sidecars].filter((ending) => existsSync(db + ending))
    for (const ending of endings) renameSync(db + ending, db + aside + ending)
    renameSync(copy, db)
    syncFolder(dirname(db))
    await (await openStore(db)).close()
    for (const ending of endings) rmSync(db + aside + ending, { force: true })
    return
  }
  await (await openStore(db)).close()
}
