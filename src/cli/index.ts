#!/usr/bin/env node
import { fail } from './failure.ts'
import { program } from './program.ts'

// a reader that has seen enough (`| head`) is no failure
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))

try {
  // alone it is the whole product: the service, its page and its seeds
  await program.parseAsync(process.argv.length > 2 ? process.argv : [...process.argv, 'serve'])
} catch (error) {
  // what hinders the database is for the person who runs the command; anything else is a bug, and shows where
  const { code, message } = error as Error & { code?: string }
  if (!code?.startsWith('SQLITE_')) throw error
  fail(
    code.startsWith('SQLITE_BUSY')
      ? 'the database is locked by another process; try again later'
      : `the database cannot be used: ${message}`,
  )
}
