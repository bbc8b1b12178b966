import { Command } from 'commander'
import { version } from '../model/program.ts'
import { backupCommand } from './backup.ts'
import { checkCommand } from './check.ts'
import { copyCommand } from './copy.ts'
import { exportCommand } from './export.ts'
import { extractCommand } from './extract.ts'
import { followCommand } from './follow.ts'
import { keyCommand } from './key.ts'
import { loadCommand } from './load.ts'
import { mcpCommand } from './mcp.ts'
import { queueCommand } from './queue.ts'
import { rereadCommand } from './reread.ts'
import { restoreCommand } from './restore.ts'
import { serveCommand } from './serve.ts'
import { workCommand } from './work.ts'

/** The command line: each command is a file of this folder. */
export const program = new Command('article-facts')
  .description('Turns news articles into typed, checkable facts, each traced to its words.')
  .version(version)
  .addCommand(serveCommand)
  .addCommand(loadCommand)
  .addCommand(workCommand)
  .addCommand(queueCommand)
  .addCommand(followCommand)
  .addCommand(extractCommand)
  .addCommand(exportCommand)
  .addCommand(mcpCommand)
  .addCommand(keyCommand)
  .addCommand(backupCommand)
  .addCommand(restoreCommand)
  .addCommand(copyCommand)
  .addCommand(checkCommand)
  .addCommand(rereadCommand)
  .showHelpAfterError('(--help shows usage)')
  .addHelpText(
    'after',
    '\nWithout a command, the service is started.\n\nExamples:\n  $ article-facts\n  $ article-facts load articles/\n  $ article-facts extract article.txt\n  $ article-facts export --type figure',
  )
