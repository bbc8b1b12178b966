#!/usr/bin/env node
import { Command } from 'commander'
import { version } from '../model/program.ts'
import { backupCommand, restoreCommand } from './backup.ts'
import { checkCommand } from './check.ts'
import { exportCommand } from './export.ts'
import { extractCommand } from './extract.ts'
import { fail } from './failure.ts'
import { keyCommand } from './key.ts'
import { loadCommand } from './load.ts'
import { serveCommand } from './serve.ts'

// a reader that has seen enough (`| head`) is no failure
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))

const program = new Command('article-facts')
  .description('Turns news articles into typed, checkable facts, each traced to its words.')
  .version(version)
  .addCommand(serveCommand)
  .addCommand(loadCommand)
  .addCommand(extractCommand)
  .addCommand(exportCommand)
  .addCommand(keyCommand)
  .addCommand(backupCommand)
  .addCommand(restoreCommand)
  .addCommand(checkCommand)
  .showHelpAfterError('(--help shows usage)')
  .addHelpText(
    'after',
    '\nExamples:\n  $ article-facts serve\n  $ article-facts load articles/\n  $ article-facts extract article.txt\n  $ article-facts export --type figure',
  )

try {
  await program.parseAsync()
} catch (error) {
  // what hinders the database is for the person who runs the command; anything else is a bug, and shows where
  const { code, message } = error as Error & { code?: string }
  if (!code?.startsWith('SQLITE_')) throw error
  fail(
    code.startsWith('SQLITE_BUSY')
      ? 'another process has been writing to the database for five seconds; try again when it is done'
      : `the database cannot be used: ${message}`,
  )
}
