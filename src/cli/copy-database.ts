import { createReadStream, createWriteStream, existsSync, statSync } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { SingleBar } from 'cli-progress'
import type { Sqlite } from '../store/sqlite/statements.ts'

/** A bar for people at a terminal. */
const openBar = () =>
  process.stdout.isTTY
    ? new SingleBar({ format: '{bar} {percentage}% | {eta_formatted} left', hideCursor: true, clearOnComplete: true })
    : undefined
/** Pages between two looks at what else is to be done. */
const pagesAtOnce = 2000

/** Copies a database page by page, through SQLite: into a file of its own, or in one transaction over one that others have open. */
export async function copyDatabase(database: Sqlite, file: string): Promise<void> {
  const bar = openBar()
  let begun = false
  await database.backup(file, {
    progress: ({ totalPages, remainingPages }) => {
      if (!begun) bar?.start(totalPages, 0)
      begun = true
      bar?.update(totalPages - remainingPages)
      return pagesAtOnce
    },
  })
  bar?.stop()
}

/** Copies the bytes of a database with what belongs to it, for which it is only read: it may lie on a read-only disk. */
export async function copyFiles(from: string, to: string): Promise<void> {
  // the log has what is not in the file yet; its index is made anew
  const endings = ['', '-wal', '-journal'].filter((ending) => existsSync(from + ending))
  const bar = openBar()
  bar?.start(
    endings.reduce((sum, ending) => sum + statSync(from + ending).size, 0),
    0,
  )
  for (const ending of endings) {
    const bytes = createReadStream(from + ending, { highWaterMark: 1 << 20 })
    bytes.on('data', (chunk) => bar?.increment(chunk.length))
    await pipeline(bytes, createWriteStream(to + ending))
  }
  bar?.stop()
}
