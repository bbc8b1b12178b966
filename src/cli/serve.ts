import { Command } from 'commander'
import { readConfig } from '../model/config.ts'
import { fail } from './failure.ts'

/** `article-facts serve`: the service, as `npm start` runs it. */
export const serveCommand = new Command('serve')
  .summary('serve the claims over HTTP')
  .description(
    'Migrates the database, loads seeds/ and listens. Each option is an environment variable too; the option takes precedence.',
  )
  .option('--db <address>', 'SQLite file, or postgres://… (DATABASE_URL)')
  .option('--host <address>', 'address to listen on (HOST)')
  .option('--port <number>', 'port to listen on, 0 for any free port (PORT)')
  .option('--workers <number>', 'number of server processes, one for each core to use (WORKERS)')
  .option('--no-seeds', 'do not load seeds/ (SEEDS=false)')
  .addHelpText(
    'after',
    '\nExamples:\n  $ article-facts serve\n  $ article-facts serve --db news.db --port 8080 --no-seeds\n  $ article-facts serve --workers 4',
  )
  .action(async (options: { db?: string; host?: string; port?: string; workers?: string; seeds: boolean }) => {
    const given = {
      DATABASE_URL: options.db,
      HOST: options.host,
      PORT: options.port,
      WORKERS: options.workers,
      ...(options.seeds === false && { SEEDS: 'false' }),
    }
    const defined = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
    try {
      const { startService } = await import('../service.ts')
      await startService(readConfig({ ...process.env, ...defined }))
    } catch (error) {
      fail((error as Error).message)
    }
  })
