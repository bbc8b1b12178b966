import { existsSync } from 'node:fs'
import { Command, Option } from 'commander'
import { readConfig } from '../model/config.ts'
import { isPostgres } from '../store/open.ts'
import { fail } from './failure.ts'
import { databaseOption } from './options.ts'

/** `article-facts mcp`: an MCP server on standard input and output, over a database or a running service. */
export const mcpCommand = new Command('mcp')
  .summary('let an assistant search and cite claims (Model Context Protocol)')
  .description(
    'Serves the Model Context Protocol on standard input and output, for assistants that start it themselves: over a database, or with --url over a running service. Reads only, unless a key allows more.',
  )
  .addOption(databaseOption())
  .option('--url <address>', 'address of a running service, instead of a database')
  .addOption(new Option('--key <key>', 'API key').env('ARTICLE_FACTS_KEY'))
  .option(
    '--link <address>',
    'address of the service in links to claims (default: --url, or where `article-facts serve` listens)',
  )
  .addHelpText(
    'after',
    '\nExamples:\n  $ article-facts mcp --db news.db\n  $ article-facts mcp --url https://facts.example.org',
  )
  .action(async (options: { db: string; url?: string; key?: string; link?: string }) => {
    try {
      const config = readConfig({ ...process.env, DATABASE_URL: options.db })
      const url = options.url === undefined ? undefined : addressOf('--url', options.url)
      const link = addressOf('--link', options.link ?? url ?? `http://${config.HOST}:${config.PORT}`)
      if (url === undefined && !isPostgres(config.DATABASE_URL) && !existsSync(config.DATABASE_URL))
        fail(`no database at ${config.DATABASE_URL}: load articles first, or give the --url of a running service`)
      const { serveOverDatabase, serveOverService } = await import('./serve-mcp.ts')
      if (url === undefined) await serveOverDatabase(config, options.key, link)
      else serveOverService(url, options.key, link)
    } catch (error) {
      fail((error as Error).message)
    }
  })

/** An address without a slash at its end. */
function addressOf(option: string, given: string): string {
  if (!URL.canParse(given) || !/^https?:$/.test(new URL(given).protocol))
    fail(`${option} must be an address such as https://facts.example.org`)
  return given.replace(/\/+$/, '')
}
